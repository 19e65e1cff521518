"""What a change comes to, in cells of the record. This is on the way of every event: nothing slow is imported here."""

from __future__ import annotations

from collections import Counter
from typing import Any

from referent.domain.meeting import Meeting
from referent.files.journal_lines import Cell, JournalKey
from referent.files.record_match import same
from referent.files.record_rows import Key, Row, Rows, rows_of

PEOPLE, ITEMS = "deltagere", "punkter"


def journal_keys(meeting: Meeting) -> dict[str, JournalKey]:
    """For the id of every item and person of `meeting` what a journal calls it."""
    keys: dict[str, JournalKey] = {}
    seen: Counter[tuple[str, str]] = Counter()

    def nth(kind: str, name: str) -> int:
        seen[kind, name] += 1
        return seen[kind, name]

    for item in sorted(meeting.items, key=lambda item: _added_number(item.id) if item.is_added else 0):
        title, number = item.planned.title, item.planned.number
        if item.is_added:
            keys[item.id] = ("ny", title, nth("added item", title))
        elif number is not None:
            keys[item.id] = ("p", number, title, 1)
        else:
            keys[item.id] = ("p", None, title, nth("item", same(title)))
    for person in meeting.agenda.participants:
        keys[person.id] = ("d", person.name, nth("person", same(person.name)))
    for person in meeting.added_people:
        keys[person.id] = ("ny", person.name, nth("added person", person.name))
    return keys


def _added_number(item_id: str) -> int:
    digits = item_id.rpartition("-")[2]
    return int(digits) if digits.isdecimal() else 0


def changes(before: Meeting, after: Meeting) -> list[Cell]:
    """The cells that lead from one meeting to the next."""
    old, new = rows_of(before), rows_of(after)
    named = _named(before, old) | _named(after, new)
    cells: list[Cell] = [("", None, name, value) for name, value in _changed(old.root, new.root)]
    cells += _of_section(PEOPLE, old.people, new.people, named)
    cells += _of_section(ITEMS, old.items, new.items, named)
    return cells


def _named(meeting: Meeting, rows: Rows) -> dict[Key, JournalKey]:
    keys = journal_keys(meeting)
    return {key: keys[its_id] for its_id, key in rows.keys.items()}


def _of_section(section: str, old: dict[Key, Row], new: dict[Key, Row], named: dict[Key, JournalKey]) -> list[Cell]:
    cells: list[Cell] = [(section, named[key], None, None) for key in old if key not in new]
    for key, row in new.items():
        cells += [(section, named[key], name, value) for name, value in _changed(old.get(key, {}), row)]
    if ordered(section, old) != ordered(section, new):
        cells.append((section, None, None, [named[key] for key in ordered(section, new)]))
    return cells


def ordered(section: str, rows: dict[Key, Row]) -> list[Key]:
    """The rows whose order says something: of people all, of items those that were added."""
    return [key for key in rows if section == PEOPLE or key[0] == "ny"]


def _changed(old: Row, new: Row) -> list[tuple[str, Any]]:
    names = dict.fromkeys((*new, *old))
    return [(name, new.get(name)) for name in names if not is_same(old.get(name), new.get(name))]


def is_same(one: Any, other: Any) -> bool:
    return bool(one == other) and isinstance(one, bool) is isinstance(other, bool)  # to Python, True equals 1
