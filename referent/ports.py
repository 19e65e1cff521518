"""What the screens are given: plain values and callables, behind which lie the files and the document.

The command line wires them together (see `wiring`); the screens know nothing of either.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from referent.domain.decisions import TextField
from referent.domain.meeting import Meeting
from referent.session import Journal, MeetingSession

if TYPE_CHECKING:
    from referent.minutes.editions import Edition
    from referent.minutes.layout import Layout
    from referent.minutes.phrases import Phrases


class Reminder(Enum):
    """How to be told that a slot is running out, beside the colours."""

    TITLE = "title"
    """In the terminal's title."""
    BELL = "bell"


@dataclass(frozen=True, slots=True)
class Settings:
    """The user's own, for every meeting."""

    is_dark: bool = True
    is_plain: bool = False
    """No boxes and no colours, for screen readers and braille lines."""
    reminders: frozenset[Reminder] = frozenset()


class AgendaState(Enum):
    NOT_HELD = "not held"
    IN_PROGRESS = "in progress"
    HELD = "held"
    EXPORTED = "exported"
    OPEN = "open"
    """Another copy of the program has it open, or seems to."""


@dataclass(frozen=True, slots=True)
class AgendaEntry:
    """One agenda of the start screen. A file with faults is listed too: `problems` says in Danish what is wrong."""

    path: Path
    date: date | None = None
    body: str = ""
    title: str = ""
    item_count: int = 0
    state: AgendaState = AgendaState.NOT_HELD
    problems: tuple[str, ...] = ()


class OpeningFailed(Exception):  # noqa: N818 - reads as what happened
    """A meeting cannot be opened; `problems` says in Danish what is wrong, where, and what to do."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class SaveReport:
    """The record was written. `message` is Danish and says what the minute taker should know; mostly empty."""

    message: str = ""


class ExportFailed(Exception):  # noqa: N818 - reads as what happened
    """No document was written. `str()` says in Danish why, and what to do."""


@dataclass(frozen=True, slots=True)
class ExportReport:
    """The document was written to `path`."""

    path: Path
    message: str = ""


class RunningJournal(Journal, Protocol):
    """The journal as the screens know it. `begin` and `end` frame the meeting."""

    @property
    def problem(self) -> str:
        """In Danish why the journal is not safe now, or nothing."""

    def begin(self) -> None: ...

    def end(self) -> None:
        """Blocks on the disk for a while."""

    def meeting_taken(self) -> None:
        """The meeting as it is now is about to be saved."""


@dataclass(frozen=True, slots=True)
class OpeningQuestion:
    """A safety copy was found that does not belong to the record as it is now."""

    changes: int
    """How many there are in it."""
    since: datetime
    meeting: Meeting
    """The meeting with them."""
    answered: Callable[[], None]
    """To be called with the answer, whatever it is, before anything is saved. Blocks on the disk; may raise OSError."""


class Presence(Protocol):
    """Our being at a meeting, as other copies of the program notice it. `begin` and `end` frame the meeting."""

    def begin(self) -> None: ...

    def end(self) -> None:
        """Blocks on the disk for a while."""


@dataclass(frozen=True, slots=True)
class News:
    """What somebody who looks on is told."""

    meeting: Meeting | None
    """The meeting as it is now; None where nothing has changed since the last time."""
    is_free: bool
    """Nobody has the meeting open any more."""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The meeting is open in another copy of the program."""

    user: str
    machine: str
    """Empty: this computer, and it is certain."""
    since: datetime | None
    news: Callable[[], News]
    """Blocks on the disk. Raises nothing."""
    look: Callable[[], OpenedMeeting] | None = None
    """The same meeting, to be looked at only; None: this is it. Where there is a choice, it only seems to be open, on
    another computer: a crash leaves the same marker. The minute taker decides, and either way nothing is lost.
    """


@dataclass(frozen=True, slots=True)
class OpenedMeeting:
    """All that a meeting screen needs. `save` and `export` block on the disk: they belong in a worker thread, and may
    raise `OSError`.
    """

    session: MeetingSession
    field_labels: Mapping[TextField, str]
    """What the house style calls the fields; without the discussion where it prints none."""
    layout: Callable[[], Layout]
    """The house style, asked for when it is needed: it takes its time to load, and the first frame can do without."""
    save: Callable[[Meeting], SaveReport]
    export: Callable[[Meeting, Edition, str], ExportReport]
    notice: str = ""
    """Danish; what to say on opening, such as that the meeting goes on where it was."""
    journal: RunningJournal | None = None
    question: OpeningQuestion | None = None
    phrases: Callable[[], Phrases] | None = None
    """Reads the user's own phrases; blocks on the disk, and raises nothing."""
    presence: Presence | None = None
    elsewhere: Elsewhere | None = None
    """Where it is open as well, or seems to be."""
