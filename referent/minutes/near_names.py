"""Names in a text that nobody on the lists has, but that somebody nearly has: "Anders Kuhnau" for "Anders Kühnau".

Only near misses of a full name are told. A name that is quite unknown is none: people are spoken of who are not there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

_WORD = re.compile(r"[^\W\d_][\w.'’-]*")
_GAPS = (" ", "\u00a0", "\n")
_ENDS_SENTENCE = re.compile(r"[^.]{3,}\.")
"""A full stop after more than an initial or two."""
_AFTER = ".'’-"
"""What may stand right after a name."""
_LEAST_LETTERS = 8
"""Shorter full names are too like each other for one letter to tell anything."""
_LETTERS_FOR_TWO = 12
"""From so many letters on two may be wrong."""
_SPACES = re.compile(r"\s+")
_CUT = " · "
"""Stands where a name that is known stood: no run of words goes past it."""


class NameList:
    """Everybody who is on a list of the meeting."""

    def __init__(self, names: Iterable[str]) -> None:
        full = (_SPACES.sub(" ", name).strip() for name in names)
        self._names = {_bare(name): name for name in full if " " in name}
        self._sizes = sorted({size for name in self._names.values() for size in _sizes(name)})
        longest_first = sorted(self._names.values(), key=len, reverse=True)
        known = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in longest_first)
        self._known = re.compile(rf"(?<!\w)(?:{known})(?:['’]?s|['’])?(?!\w)", re.IGNORECASE) if known else None

    def near_misses(self, text: str) -> Iterator[tuple[str, str]]:
        """Each near miss in `text`, once: as it stands there, and the name that it is taken for."""
        if self._known is None:
            return
        told: set[str] = set()
        for found in _capitalised_runs(self._known.sub(_CUT, text), self._sizes):
            plain = _bare(found)
            if plain not in told:
                told.add(plain)
                yield from ((found.rstrip(_AFTER), name) for key, name in self._names.items() if _is_near(plain, key))


def _bare(name: str) -> str:
    return name.casefold().rstrip(_AFTER)


def _sizes(name: str) -> range:
    """Of how many words a slip of `name` may consist: a hyphen may have become a space, and a space a hyphen."""
    words = name.count(" ") + 1
    return range(max(2, words - 1), words + 2)


def _capitalised_runs(text: str, sizes: Iterable[int]) -> Iterator[str]:
    """Every run of capitalised words that is as long as a name can be."""
    run: list[str] = []
    end = 0
    for found in _WORD.finditer(text):
        goes_on = text[end : found.start()] in _GAPS and not (run and _ENDS_SENTENCE.fullmatch(run[-1]))
        end = found.end()
        if not (goes_on and found[0][0].isupper()):
            yield from _windows(run, sizes)
            run = []
        if found[0][0].isupper():
            run.append(found[0])
    yield from _windows(run, sizes)


def _windows(words: list[str], sizes: Iterable[int]) -> Iterator[str]:
    for size in sizes:
        for start in range(len(words) - size + 1):
            yield " ".join(words[start : start + size])


def _is_near(one: str, other: str) -> bool:
    """Whether so few letters differ that it is a slip."""
    letters = min(len(one), len(other))
    if letters < _LEAST_LETTERS:
        return False
    most = 2 if letters >= _LETTERS_FOR_TWO else 1
    if abs(len(one) - len(other)) > most or not _shares_a_part(one, other, most + 1):
        return False
    return _distance(one, other, most) <= most


def _shares_a_part(one: str, other: str, parts: int) -> bool:
    """Cheap to see: of `parts` parts of `other` fewer slips than that leave one whole."""
    cuts = [len(other) * place // parts for place in range(parts + 1)]
    return any(other[start:end] in one for start, end in pairwise(cuts))


def _distance(one: str, other: str, most: int) -> int:
    """How many letters were added, left out, changed or swapped with the next; more than `most` is not told apart."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        earlier, before, row = before, row, [i]
        for j, wanted in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                cost = min(cost, earlier[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            break
    return min(row[-1], most + 1) if len(row) == len(other) + 1 else most + 1
