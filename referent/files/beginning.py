"""What is handed from the process that reads a meeting's files to the one that writes them. Quick to import."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from referent.domain.meeting import Meeting
from referent.files.journal_lines import Cell


@dataclass(frozen=True, slots=True)
class Beginning:
    """What a new file of a journal goes on from: what was found on opening the meeting."""

    id: str
    """Eight hexadecimal digits."""
    record: Path
    folders: tuple[Path, ...]
    """Where its files may lie, the proper place first."""
    checkpoint: str
    """The hash of the record as it was read."""
    covers: int = 0
    """Up to which line that record holds everything."""
    number: int = 0
    """The last line that is on disk."""
    cells: tuple[Cell, ...] = ()
    """What those lines say that the record does not."""
    segments: tuple[Path, ...] = ()
    """The files they are in."""
    set_aside: tuple[Path, ...] = ()
    """Files of journals that say nothing the record does not say, and yet do not belong to it."""


@dataclass(frozen=True, slots=True)
class ForeignJournal:
    """A journal that does not belong to the record as it is now, and says what the record does not."""

    meeting: Meeting
    """The meeting with what the journal says, and for the rest as the record has it."""
    changes: int
    """How many cells that changes."""
    since: datetime
    segments: tuple[Path, ...]
