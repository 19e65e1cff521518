"""The journals of a meeting as they lie on disk: which there are, what they build on, and what in them is damaged."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from referent.files.disk import Disk
from referent.files.journal_lines import CHANGE, EVERYTHING, HEADER, Cell, JournalKey
from referent.files.journal_parse import Line, cells_in, fields_of_damaged, number_of_damaged, read_lines

_SEGMENT_NAME = re.compile(r"journal-([0-9a-f]{8})-\d{9,}\.linjer")
NO_CHECKPOINT = ""
"""The hash of a record that is not there yet."""


def hash_of(data: bytes | None) -> str:
    """What a journal calls the checkpoint that it builds on."""
    return NO_CHECKPOINT if data is None else hashlib.sha256(data).hexdigest()


@dataclass(frozen=True, slots=True)
class Mark:
    """A checkpoint that holds all that the journal's lines say up to number `covers`."""

    number: int
    checkpoint: str
    covers: int


@dataclass(frozen=True, slots=True)
class Change:
    number: int
    at: int
    cells: list[Cell]


@dataclass
class KeptJournal:
    """One journal: what was written from opening a meeting to closing it, by one run of the program or several."""

    id: str
    segments: list[Path] = field(default_factory=list)
    records: set[str] = field(default_factory=set)
    """The records it says it belongs to; more than one where its folder was copied."""
    marks: list[Mark] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    damaged: list[bytes] = field(default_factory=list)
    numbers: set[int] = field(default_factory=set)
    complete: int = 0
    """The last line before which none is needed."""

    @property
    def last_number(self) -> int:
        return max(self.numbers, default=0)

    @property
    def last_at(self) -> int:
        return max((change.at for change in self.changes), default=0)

    def covered_by(self, checkpoint: str) -> int | None:
        """Up to which line `checkpoint` holds everything; None where the journal does not know it."""
        known = [mark for mark in self.marks if mark.checkpoint == checkpoint]
        return max(known, key=lambda mark: mark.number).covers if known else None

    def after(self, covers: int) -> list[Change]:
        """The changes that a checkpoint does not hold, in their order."""
        return [change for change in self.changes if change.number > covers]

    def damage_after(self, covers: int) -> Damage | None:
        """What is missing of that, where something is."""
        first = max(covers, self.complete)
        missing = sum(number not in self.numbers for number in range(first + 1, self.last_number + 1))
        lost = [raw for raw in self.damaged if self._is_needed(raw, first)]
        if not missing and not lost:
            return None
        newest: dict[tuple[JournalKey | None, str | None], int] = {
            (key, name): change.number for change in self.changes for _, key, name, _ in change.cells
        }
        fields: dict[tuple[JournalKey, str], None] = {}
        are_all_known = missing <= len(lost)
        for raw in lost:
            about = fields_of_damaged(raw)
            are_all_known = are_all_known and bool(about)
            number = number_of_damaged(raw)
            for key, name in about:
                if number is None or newest.get((key, name), 0) < number:
                    fields[key, name] = None
        return Damage(max(missing, len(lost)), tuple(fields), are_all_known)

    def _is_needed(self, raw: bytes, first: int) -> bool:
        number = number_of_damaged(raw)
        return number is None or (number > first and number not in self.numbers)


@dataclass(frozen=True, slots=True)
class Damage:
    """Lines that were lost, though later ones are there."""

    lines: int
    fields: tuple[tuple[JournalKey, str], ...]
    """The fields they were about, as far as that can be seen, and which no later line gives anew."""
    are_all_known: bool
    """Whether that is all that the lost lines were about."""


def read_journals(disk: Disk, folders: Iterable[Path]) -> list[KeptJournal]:
    """The journals in `folders`, the one with the newest change first. A file that cannot be read is damage."""
    found: dict[str, KeptJournal] = {}
    lines: dict[str, list[Line]] = {}
    for folder in folders:
        for name in _names(disk, folder):
            match = _SEGMENT_NAME.fullmatch(name)
            if match is None:
                continue
            journal = found.setdefault(match[1], KeptJournal(match[1]))
            journal.segments.append(folder / name)
            data = _data(disk, folder / name)
            whole, damaged = read_lines(data) if data is not None else ([], [b""])
            journal.damaged += damaged
            lines.setdefault(match[1], []).extend(whole)
    for journal in found.values():
        for line in sorted(lines[journal.id], key=lambda line: line.number):
            _take(journal, line)
    return sorted(found.values(), key=lambda journal: journal.last_at, reverse=True)


def _take(journal: KeptJournal, line: Line) -> None:
    journal.numbers.add(line.number)
    content = line.content
    if line.kind in (CHANGE, EVERYTHING):
        cells = cells_in(content)
        if cells is None:
            return
        journal.changes.append(Change(line.number, line.at, cells))
        if line.kind == EVERYTHING:
            journal.complete = line.number
    elif isinstance(content, dict):
        checkpoint, covers = content.get("bygger"), content.get("til")
        if isinstance(checkpoint, str) and type(covers) is int:
            journal.marks.append(Mark(line.number, checkpoint, covers))
        if line.kind == HEADER:
            journal.records.add(str(content.get("referat")))
            journal.complete = line.number


def _names(disk: Disk, folder: Path) -> list[str]:
    try:
        return disk.names(folder)
    except OSError:
        return []


def _data(disk: Disk, path: Path) -> bytes | None:
    try:
        return disk.read(path) or b""
    except OSError:
        return None
