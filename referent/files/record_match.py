"""Which entry of a record belongs to which person and which item of the agenda, after either file was edited.

Nothing here drops an entry: one that belongs to nobody and nothing is reported as such, and its caller keeps its text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from referent.cleaning import clean_line
from referent.domain.agenda import Agenda, Participant, told_apart

if TYPE_CHECKING:
    from referent.files.record_schema import ItemEntry, PersonEntry


def same(text: str) -> str:
    """A name or title as it is compared."""
    return " ".join(clean_line(text).casefold().split())


def match_people(agenda: Agenda, entries: Sequence[PersonEntry]) -> list[int | None]:
    """For each entry the index of its person on the agenda; None for one who was added."""
    places: dict[str, list[int]] = {}
    for index, person in enumerate(agenda.participants):
        places.setdefault(same(person.name), []).append(index)
    found: list[int | None] = [None] * len(entries)
    taken: set[int] = set()
    named = [(position, entry) for position, entry in enumerate(entries) if not entry.tilfoejet]
    for position, entry in named:
        among = places.get(same(entry.navn), [])
        if entry.nr is not None and entry.nr <= len(among) and among[entry.nr - 1] not in taken:
            found[position] = among[entry.nr - 1]
            taken.add(among[entry.nr - 1])
    for position, entry in named:
        if found[position] is None:
            free = next((index for index in places.get(same(entry.navn), []) if index not in taken), None)
            if free is not None:
                found[position] = free
                taken.add(free)
    return found


class _ItemMatcher:
    def __init__(self, agenda: Agenda, entries: Sequence[ItemEntry]) -> None:
        self.entries = entries
        self.found: list[int | None] = [None] * len(entries)
        self._items = agenda.items
        self._taken: set[int] = set()
        self._by_title: dict[str, list[int]] = {}
        self._by_number: dict[int, int] = {}
        for index, item in enumerate(agenda.items):
            self._by_title.setdefault(same(item.title), []).append(index)
            if item.number is not None:
                self._by_number[item.number] = index

    def _waiting(self) -> Iterable[tuple[int, ItemEntry]]:
        for position, entry in enumerate(self.entries):
            if not entry.ny and self.found[position] is None:
                yield position, entry

    def _take(self, position: int, index: int | None) -> None:
        if index is not None and index not in self._taken:
            self.found[position] = index
            self._taken.add(index)

    def _titled(self, entry: ItemEntry, *, numbered: bool | None) -> list[int]:
        return [
            index
            for index in self._by_title.get(same(entry.titel), [])
            if numbered is None or (self._items[index].number is not None) is numbered
        ]

    def match(self) -> list[int | None]:
        for position, entry in self._waiting():  # the number and the title
            index = self._by_number.get(entry.punkt) if entry.punkt is not None else None
            if index is not None and same(self._items[index].title) == same(entry.titel):
                self._take(position, index)
        for position, entry in self._waiting():  # which of the unnumbered ones with the title
            among = self._titled(entry, numbered=False)
            if entry.punkt is None and entry.nr is not None and entry.nr <= len(among):
                self._take(position, among[entry.nr - 1])
        for numbered in (False, None):  # the title, in order; first unnumbered items for an entry without a number
            for position, entry in self._waiting():
                if numbered is None or entry.punkt is None:
                    among = self._titled(entry, numbered=numbered)
                    self._take(position, next((index for index in among if index not in self._taken), None))
        for position, entry in self._waiting():  # the number alone: the item was renamed
            if entry.punkt is not None:
                self._take(position, self._by_number.get(entry.punkt))
        return self.found


def match_items(agenda: Agenda, entries: Sequence[ItemEntry]) -> list[int | None]:
    """For each entry the index of its item on the agenda; None for an item that was added, or is on the agenda no more.

    Number and title together count most; then the title alone (the item was moved), then the number (it was renamed).
    """
    return _ItemMatcher(agenda, entries).match()


def labels(people: Iterable[Participant]) -> dict[str, str]:
    """A name for every person id, by which a record can point at the person: the second of a name is `Name (2)`."""
    people = tuple(people)
    return dict(zip((person.id for person in people), told_apart(person.name for person in people), strict=True))
