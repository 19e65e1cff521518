"""The keys of a hand that writes a text into a field, letter by letter or with what the program has for it: the fitting
formula, the palette of formulas, and names that complete themselves.

The letters that find a formula or a name are the fewest that do; a hand that knows its meeting comes close to that.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from referent.domain.agenda import AgendaItem
from referent.domain.meeting import Meeting
from referent.minutes.completion import NameFinder, names_of
from referent.minutes.formulas import all_formulas, fitting_formulas
from referent.minutes.layout import Layout
from referent.minutes.spelling import folded, has_words

FITTING, PALETTE, NAME = "ctrl+f", "f4", "ctrl+@"
"""What a terminal sends for Ctrl+Space is Ctrl+@."""
MARK = "@"
_LIST_LINE = re.compile(r"(- |\d+\. )(.*)")
_WORD = re.compile(r"\w+")
_has_words = cache(has_words)
"""The palettes of a meeting's items differ in little but their order."""
_MOST_LETTERS = 5
"""To find something by; whoever types more has forgotten what it is called."""
Keys = tuple[str, ...]
WriteLine = Callable[[str], Iterable[str]]


def keys_for(text: str, write: WriteLine = tuple) -> Iterator[str]:
    """The keys of `text` in a field where Enter goes on a list; `write` gives those of a line."""
    lines = [_LIST_LINE.fullmatch(line) or line for line in text.split("\n")]
    yield from write(_shown(lines[0]))
    for before, line in pairwise(lines):
        yield "enter"
        if isinstance(before, str):
            yield from write(_shown(line))
        elif isinstance(line, str):
            yield "enter"  # ends the list
            yield from write(line)
        else:
            yield from write(line[2])


def _shown(line: str | re.Match[str]) -> str:
    return line if isinstance(line, str) else line[0]


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that the program writes: what comes out, and the keys for it."""

    text: str
    keys: Keys

    @property
    def saved(self) -> int:
        return len(self.text) - len(self.keys)


class Hand:
    """Writes in one item of a meeting, with every help there is."""

    def __init__(self, meeting: Meeting, item: AgendaItem, layout: Layout) -> None:
        self._fitting = fitting_formulas(item, layout)
        self._formulas = _formula_offers(self._fitting, all_formulas(layout))
        self._names = _name_offers(names_of(meeting))

    def keys(self, text: str) -> Keys:
        """The keys of a whole decision."""
        return min(self._ways(text), key=len)

    def _ways(self, text: str) -> Iterator[Keys]:
        yield tuple(keys_for(text, self._line))
        for presses, formula in enumerate(self._fitting, 1):
            parts, begun = text.split("\n\n"), formula.split("\n\n")
            if len(begun) == len(parts) > 1 and all(map(str.startswith, parts, begun)):
                rests = [part.removeprefix(beginning) for part, beginning in zip(parts, begun, strict=True)]
                yield (FITTING,) * presses + tuple(self._fill_in(rests))

    def _fill_in(self, rests: Sequence[str]) -> Iterator[str]:
        """Go back to the first of several short paragraphs, and write at the end of each what is still missing."""
        yield from ["up"] * 2 * (len(rests) - 1)
        for place, rest in enumerate(rests):
            if place:
                yield from ("down", "down")
            yield "end"
            yield from self._line(rest)

    def _line(self, line: str) -> Iterator[str]:
        place = 0
        while place < len(line):
            fitting = [offer for offer in self._offers_at(line, place) if line.startswith(offer.text, place)]
            best = max(fitting, key=lambda offer: offer.saved, default=None)
            if best is None or best.saved <= 0:
                yield line[place]
                place += 1
            else:
                yield from best.keys
                place += len(best.text)

    def _offers_at(self, line: str, place: int) -> Iterator[Offer]:
        before = line[:place]
        if not before or before.endswith(". "):
            yield from self._formulas
        if not before or before[-1] in " (":
            for offer in self._names:
                if not line[place + len(offer.text) :][:1].isalpha():
                    yield offer


@cache
def _formula_offers(fitting: tuple[str, ...], everything: tuple[str, ...]) -> tuple[Offer, ...]:
    """Formulas of one line without places to be filled in, each also without its full stop: one key takes that away."""
    found = [Offer(formula, (FITTING,) * presses) for presses, formula in enumerate(fitting, 1)]
    palette = tuple(dict.fromkeys([*fitting, *everything]))
    found += [Offer(formula, (PALETTE, *_shortest(formula, palette), "enter")) for formula in palette]
    found = [offer for offer in found if "\n" not in offer.text and "{" not in offer.text]
    unfinished = [Offer(offer.text[:-1], (*offer.keys, "backspace")) for offer in found if offer.text.endswith(".")]
    return (*found, *unfinished)


def _shortest(formula: str, palette: Sequence[str]) -> Keys:
    """What narrows the palette to the formula, and the arrows to it where others stay above it."""

    def found_by(typed: str) -> Keys:
        narrowed = [other for other in palette if _has_words(other, typed)]
        return (*typed, *["down"] * narrowed.index(formula))

    return min((found_by(typed) for typed in _beginnings(formula)), key=len)


@cache
def _name_offers(names: tuple[str, ...]) -> tuple[Offer, ...]:
    finder = NameFinder(names)
    return tuple(Offer(name, min(_ways_to(name, finder), key=len)) for name in names)


def _ways_to(name: str, finder: NameFinder) -> Iterator[Keys]:
    yield tuple(name)
    initials = "".join(word[0] for word in _WORD.findall(folded(name)))
    for typed in filter(None, (*_beginnings(name), initials)):
        if finder.meant(typed) == name:
            yield (*typed, NAME)
        offers = finder.fitting(typed)
        if name in offers:
            yield (MARK, *typed, *["down"] * offers.index(name), "enter")


def _beginnings(text: str) -> Iterator[str]:
    yield ""
    for word in _WORD.findall(text.casefold()):
        for length in range(1, min(len(word), _MOST_LETTERS) + 1):
            yield word[:length]
