"""A name begun, and the people of the meeting it may be.

What is typed finds a person by any part of the name in any order, by initials, or by letters left out; Danish letters
may be typed as ae, oe and aa.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from referent.domain.meeting import Meeting
from referent.minutes.spelling import folded

MOST_OFFERED = 5
FEWEST_LETTERS_OF_GAPS = 3
"""With fewer letters typed, letters left out fit nearly everyone."""
_BETWEEN_PARTS = re.compile(r"[\s.\-'’]+")


def names_of(meeting: Meeting) -> tuple[str, ...]:
    """Everyone who may be named at the meeting, once: the people, who came instead of them, chair and minute takers,
    and the guests.
    """
    names = [person.name for person in meeting.people if not person.is_vacant]
    names += [noted.substitute for noted in meeting.attendance]
    names += [meeting.agenda.chair, *meeting.agenda.minute_takers]
    for item in meeting.items:
        names += [guest.name for guest in item.guest_list]
    return tuple(dict.fromkeys(name.strip() for name in names if name.strip()))


class NameFinder:
    """Finds names by what is typed of them. Made once for a set of names, so that a key costs little."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = [(name, _words(name)) for name in names]

    def fitting(self, typed: str, most: int = MOST_OFFERED, *, with_gaps: bool = True) -> tuple[str, ...]:
        """The names that `typed` may mean, the likeliest first, else in their order; everyone where nothing is typed.
        `with_gaps`: letters may have been left out.
        """
        wanted = _words(typed)
        ranked = []
        for place, (name, words) in enumerate(self._names):
            rank = _rank(wanted, words, with_gaps=with_gaps)
            if rank is not None:
                ranked.append((rank, place, name))
        return tuple(name for _, _, name in sorted(ranked)[:most])

    def meant(self, typed: str) -> str | None:
        """The one name that `typed` is or begins, or stands for as initials; None where it is nobody or several."""
        exact = self.exactly(typed)
        if exact is not None or not _words(typed):
            return exact
        found = self.fitting(typed, 2, with_gaps=False)
        return found[0] if len(found) == 1 else None

    def exactly(self, typed: str) -> str | None:
        """The name that `typed` is, whole, however it is spelled."""
        words = _words(typed)
        return next((name for name, own in self._names if own == words), None)


def _words(text: str) -> tuple[str, ...]:
    return tuple(word for word in _BETWEEN_PARTS.split(folded(text)) if word)


def _rank(wanted: Sequence[str], words: Sequence[str], *, with_gaps: bool) -> int | None:
    """How well it fits; lower is better, None: not at all."""
    if not wanted:
        return 0
    if len(wanted) <= len(words) and all(map(str.startswith, words, wanted)):
        return 0
    if _each_begins_one(wanted, list(words)):
        return 1
    letters = "".join(wanted)
    if words and len(letters) > 1 and len(wanted) == 1:
        initials = "".join(word[0] for word in words)
        if initials.startswith(letters) or letters == initials[0] + initials[-1]:
            return 2
    if with_gaps and len(letters) >= FEWEST_LETTERS_OF_GAPS and _has_in_order("".join(words), letters):
        return 3
    return None


def _each_begins_one(wanted: Sequence[str], words: list[str]) -> bool:
    """Whether each of `wanted` begins a word of its own; the longest chooses first."""
    for part in sorted(wanted, key=len, reverse=True):
        fitting = [word for word in words if word.startswith(part)]
        if not fitting:
            return False
        words.remove(fitting[0])
    return True


def _has_in_order(text: str, letters: str) -> bool:
    rest = iter(text)
    return letters[0] == text[:1] and all(letter in rest for letter in letters)
