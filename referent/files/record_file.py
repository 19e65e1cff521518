"""The record on disk: read into a `Meeting`, and written so that nothing a person wrote into it is lost.

`RecordWriter` stays open for a meeting. It remembers what it last read or wrote, so that it sees when someone else has
changed the file, and keeps the parsed document, because parsing it for editing takes far longer than all the rest.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from referent.beside import agenda_path
from referent.domain.agenda import Agenda
from referent.domain.meeting import Meeting
from referent.files.disk import Disk, write_whole
from referent.files.faults import FileFaults
from referent.files.record_read import ReadRecord, assemble
from referent.files.record_rows import NAMING_KEYS, Key, Row, Rows, rows_of
from referent.files.record_schema import RecordShape
from referent.files.shape import check
from referent.files.toml_source import decode, parse_source, read_bytes

if TYPE_CHECKING:
    from referent.files.record_edit import RecordDocument

_ATTEMPTS = 3


@dataclass(frozen=True, slots=True)
class WriteResult:
    """What came of writing the record."""

    conflict_copy: Path | None = None
    """Where the version of someone else was put, because a text of theirs gave way to one of ours."""
    changed_by_others: bool = False
    """Someone else had changed the file since we last read or wrote it; what we had not touched is theirs now."""


def parse_record(data: bytes, path: Path, agenda: Agenda) -> Meeting:
    """The meeting as a record with these bytes tells it. Raises `FileFaults`."""
    return _parse(data, path, agenda)[1].meeting


@dataclass
class _Known:
    """The file as we last saw it."""

    data: bytes
    rows: Rows
    people: list[Key | None]
    items: list[Key | None]
    document: RecordDocument | None = None


class RecordWriter:
    """Reads and writes one record. OSErrors pass through; the file is then as it was."""

    def __init__(self, path: Path, agenda_name: str | None = None, disk: Disk | None = None) -> None:
        self._path = path
        self._agenda_name = agenda_name or agenda_path(path).name
        self._disk = disk or Disk()
        self._known: _Known | None = None
        self._seen: bytes | None = None
        self._ours = Rows()
        """What we last read or wrote: what differs from it in the file was changed by someone else."""
        self._tried: tuple[bytes, Rows] | None = None
        """What was being written when the disk failed: it may stand in the file, but perhaps not for long."""

    def read(self, agenda: Agenda) -> Meeting:
        """The meeting of the file, now; as planned where there is none. Raises `FileFaults`."""
        data = self.read_bytes()
        if data is None:
            return Meeting.planned(agenda)
        known, read = _parse(data, self._path, agenda)
        self._remember(known, known.rows)
        return read.meeting

    def read_bytes(self) -> bytes | None:
        """The bytes of the file, now; None where there is none. Raises `FileFaults`."""
        return read_bytes(self._path) if self._path.exists() else None

    @property
    def data(self) -> bytes | None:
        """The file as it was last read or written; None where there was none."""
        return self._seen

    def write(self, meeting: Meeting, announce: Callable[[bytes], None] = lambda data: None) -> WriteResult:
        """Bring the file up to date with `meeting`. `announce` is told what will stand in the file before it does."""
        from referent.files.record_merge import Merge, merge

        target = self._disk.resolve(self._path)
        ours = rows_of(meeting)
        for attempt in range(_ATTEMPTS):
            data = self._disk.read(target)
            if self._tried is not None and data == self._tried[0]:
                self._seen, self._ours = self._tried
            is_news = data is not None and data != self._seen
            found = self._find(data, meeting.agenda)
            merged = merge(self._ours, found.rows, ours) if found else Merge(ours)
            must_keep = data is not None and (found is None or merged.loses_text)
            if found and not must_keep and _says_the_same(found.rows, merged.rows):
                announce(found.data)
                if self._tried is not None:
                    self._disk.fsync_folder(target.parent)
                self._remember(found, ours)
                return WriteResult(None, is_news and merged.someone_else_wrote)
            self._known = None  # until it is written, the document says more than the file
            written, was_edited = self._written(found, merged.rows, meeting.agenda)
            now = self._disk.read(target)
            if now != data and attempt < _ATTEMPTS - 1:
                continue
            aside = now if now is not None and (must_keep or not was_edited or now != data) else None
            copy = self._set_aside(aside) if aside is not None else None
            announce(written.data)
            self._tried = written.data, ours
            write_whole(self._disk, target, written.data)
            self._remember(written, ours)
            return WriteResult(copy, copy is not None or (is_news and merged.someone_else_wrote))
        raise AssertionError("the last attempt always writes")

    def _remember(self, known: _Known, ours: Rows) -> None:
        self._known, self._seen, self._ours, self._tried = known, known.data, ours, None

    def _find(self, data: bytes | None, agenda: Agenda) -> _Known | None:
        """What is in the file, as known or parsed afresh; None where it cannot be read, or there is no file."""
        if data is None:
            return None
        if self._known is not None and self._known.data == data:
            return self._known
        try:
            return _parse(data, self._path, agenda)[0]
        except FileFaults:
            return None

    def _written(self, found: _Known | None, wanted: Rows, agenda: Agenda) -> tuple[_Known, bool]:
        """The file that says `wanted`, and whether it is an edition of the one there is, rather than a new one."""
        if found is not None:
            edited = self._edited(found, wanted, agenda)
            if edited is not None:
                return edited, True
        from referent.files.record_edit import RecordDocument  # and with it tomlkit, which only writing needs

        fresh = RecordDocument("", [], [])
        data = fresh.apply(Rows(), wanted, self._agenda_name).encode()
        return _Known(data, wanted, list(wanted.people), list(wanted.items), fresh), found is None

    def _edited(self, found: _Known, wanted: Rows, agenda: Agenda) -> _Known | None:
        """The file there is, changed in place; None where that does not give what was wanted."""
        from referent.files.record_edit import CannotEditError, RecordDocument

        try:
            document = found.document or RecordDocument(decode(found.data, self._path), found.people, found.items)
            data = document.apply(found.rows, wanted, self._agenda_name).encode()
            known, _ = _parse(data, self._path, agenda)
        except (CannotEditError, FileFaults):
            return None
        except Exception:  # tomlkit fails in many ways on files that are right; a new file is always possible
            return None
        if not _means_the_same(known.rows, wanted):
            return None
        known.document = document
        return known

    def _set_aside(self, data: bytes) -> Path:
        """Put someone else's version beside the record, under a free name."""
        stem = self._path.name.removesuffix(".toml")
        number = 1
        while True:
            copy = self._path.with_name(f"{stem}.konflikt-{number}.toml")
            there = self._disk.read(copy)
            if there == data:
                return copy
            if there is None:
                write_whole(self._disk, self._disk.resolve(copy), data, replacing=False)
                return copy
            number += 1


def _parse(data: bytes, path: Path, agenda: Agenda) -> tuple[_Known, ReadRecord]:
    source = parse_source(data, path)
    read = assemble(agenda, check(RecordShape, source.data, source), source)
    rows = rows_of(read.meeting)
    return (
        _Known(
            data,
            rows,
            [rows.keys.get(person_id) if person_id else None for person_id in read.person_ids],
            [rows.keys.get(item_id) if item_id else None for item_id in read.item_ids],
        ),
        read,
    )


def _says_the_same(one: Rows, other: Rows) -> bool:
    return (one.root, one.people, one.items) == (other.root, other.people, other.items) and _order(one) == _order(other)


def _means_the_same(one: Rows, other: Rows) -> bool:
    """As `_says_the_same`, but what only names a row may differ: it depends on the rows around it."""
    return (
        one.root == other.root
        and _what_happened(one.people) == _what_happened(other.people)
        and _what_happened(one.items) == _what_happened(other.items)
        and _order(one) == _order(other)
    )


def _order(rows: Rows) -> tuple[list[Key], list[Key]]:
    return list(rows.people), [key for key in rows.items if key[0] == "ny"]


def _what_happened(rows: dict[Key, Row]) -> dict[Key, Row]:
    stripped = {key: {name: row[name] for name in row if name not in NAMING_KEYS} for key, row in rows.items()}
    return {key: row for key, row in stripped.items() if row}
