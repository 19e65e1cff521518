"""Cells of a journal put into the rows of a record, and the meeting that these tell of."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from referent.domain.agenda import Agenda
from referent.domain.meeting import Meeting
from referent.files.faults import FileFaults
from referent.files.journal_cells import ITEMS, PEOPLE, journal_keys, ordered
from referent.files.journal_lines import Cell, JournalKey
from referent.files.record_match import match_items, match_people
from referent.files.record_read import assemble
from referent.files.record_rows import Key, Row, Rows, rows_of
from referent.files.record_schema import ItemEntry, PersonEntry, RecordShape
from referent.files.shape import check
from referent.files.toml_source import Source


def meeting_of(agenda: Agenda, rows: Rows, record: Path) -> Meeting:
    """The meeting that `rows` tell of, read as a record is. Raises `FileFaults` where they make no sense."""
    data = {**rows.root, PEOPLE: list(rows.people.values()), ITEMS: list(rows.items.values())}
    source = Source(record, "", data)
    return assemble(agenda, check(RecordShape, data, source), source).meeting


class Replay:
    """Begins with a meeting, and does again what happened since."""

    def __init__(self, meeting: Meeting, record: Path) -> None:
        self._agenda = meeting.agenda
        self._record = record
        self.rows = rows_of(meeting)
        keys = journal_keys(meeting)
        self._keys: dict[tuple[str, JournalKey], Key] = {}
        items = {item.id for item in meeting.items}
        for its_id, key in self.rows.keys.items():
            self._keys[ITEMS if its_id in items else PEOPLE, keys[its_id]] = key

    def meeting(self) -> Meeting:
        return meeting_of(self._agenda, self.rows, self._record)

    def do(self, changes: Iterable[list[Cell]]) -> Meeting:
        """The meeting after `changes`. One that makes no sense is left out."""
        changes = list(changes)
        began = _copied(self.rows)
        for cells in changes:
            self._apply(cells)
        try:
            return self.meeting()
        except FileFaults:
            self.rows = began
        meeting = self.meeting()
        for cells in changes:
            before = _copied(self.rows)
            self._apply(cells)
            try:
                meeting = self.meeting()
            except FileFaults:
                self.rows = before
        return meeting

    def _apply(self, cells: list[Cell]) -> None:
        orders = []
        for section, key, name, value in cells:
            if section == "":
                if name is not None:
                    _set(self.rows.root, name, value)
            elif section in (PEOPLE, ITEMS):
                if key is None:
                    orders.append((section, value))
                else:
                    self._apply_to_row(section, key, name, value)
        for section, order in orders:  # last of all: they name rows that the same change has added
            self._order(section, [tuple(key) for key in order])

    def _apply_to_row(self, section: str, journal_key: JournalKey, name: str | None, value: Any) -> None:
        table = self._table(section)
        key = self._key(section, journal_key)
        if name is None:
            table.pop(key, None)
            return
        if key not in table:
            if value is None:
                return
            table[key] = self._naming(section, key)
        _set(table[key], name, value)

    def _order(self, section: str, order: list[JournalKey]) -> None:
        table = self._table(section)
        wanted = [key for key in (self._key(section, journal_key) for journal_key in order) if key in table]
        movable = ordered(section, table)
        rest = [key for key in movable if key not in wanted]
        fixed = [key for key in table if key not in movable]
        rows = {key: table[key] for key in (*fixed, *dict.fromkeys(wanted), *rest)}
        table.clear()
        table.update(rows)

    def _table(self, section: str) -> dict[Key, Row]:
        return self.rows.items if section == ITEMS else self.rows.people

    # Who and what a row is about

    def _key(self, section: str, journal_key: JournalKey) -> Key:
        found = self._keys.get((section, journal_key))
        if found is None:
            found = self._keys[section, journal_key] = self._found(section, journal_key)
        return found

    def _found(self, section: str, journal_key: JournalKey) -> Key:
        """The agenda was edited since: look for the item or person as for one of a record."""
        kind, name, nth = str(journal_key[0]), str(journal_key[-2]), int(journal_key[-1] or 1)
        if kind == "ny" or nth < 1:
            return ("ny", name, nth)
        try:
            if section == ITEMS:
                entry = ItemEntry.model_validate({"punkt": journal_key[1], "titel": name, "nr": nth})
                place = match_items(self._agenda, [entry])[0]
                return ("p", self._agenda.items[place].id) if place is not None else ("ny", name, nth)
            person = PersonEntry.model_validate({"navn": name, "nr": nth})
            place = match_people(self._agenda, [person])[0]
            return ("d", self._agenda.participants[place].id) if place is not None else ("ny", name, nth)
        except ValidationError:
            return ("ny", name, nth)

    def _naming(self, section: str, key: Key) -> Row:
        """What a new row says of itself, so that it is found by it."""
        if key[0] == "ny":
            return {"titel": key[1], "ny": True} if section == ITEMS else {"navn": key[1], "tilfoejet": True}
        name = next(name for (where, name), its_key in self._keys.items() if where == section and its_key == key)
        row: Row = {"navn" if section == PEOPLE else "titel": name[-2]}
        if section == ITEMS and name[1] is not None:
            row["punkt"] = name[1]
        elif isinstance(name[-1], int) and name[-1] > 1:
            row["nr"] = name[-1]
        return row


def _set(row: Row, name: str, value: Any) -> None:
    if value is None:
        row.pop(name, None)
    else:
        row[name] = value


def _copied(rows: Rows) -> Rows:
    return Rows(
        dict(rows.root),
        {key: dict(row) for key, row in rows.people.items()},
        {key: dict(row) for key, row in rows.items.items()},
        dict(rows.keys),
    )
