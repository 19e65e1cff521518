"""The one owner of the current meeting: events with undo, the texts as they are written, and when it is time to save.

`MeetingSession` knows no files and no screen. Both are handed to the screens as the plain callables of `OpenedMeeting`,
which the command line wires together.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from referent.domain.clock import Clock
from referent.domain.decisions import TextField
from referent.domain.errors import MeetingError
from referent.domain.meeting import Meeting

if TYPE_CHECKING:
    from referent.minutes.editions import Edition
    from referent.minutes.layout import Layout

SAVE_AFTER_LAST_KEY = 4.0
"""Seconds. With a tick of one second the record is written at most 5 s after the last key."""
SAVE_WHILE_TYPING = 14.0
"""Seconds. With a tick of one second the record is written at most 15 s after the first unsaved key."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that was done and can be undone: what it was, in Danish, and the meeting before it."""

    description: str
    before: Meeting


class MeetingSession:
    """Holds the meeting, and nobody else does. Used from one thread only; workers get the immutable `meeting`."""

    def __init__(self, meeting: Meeting, clock: Clock) -> None:
        self.meeting = meeting
        self.clock = clock
        self._events: list[Event] = []
        self._revision = 0
        self._saved_revision = 0
        self._first_unsaved_at: float | None = None
        self._last_change_at = 0.0
        self._urgent_revision = 0

    def now(self) -> datetime:
        return self.clock.now()

    def act(self, description: str, change: Callable[[Meeting], Meeting]) -> bool:
        """Do one event: `change` leads to the next meeting, or raises `MeetingError` and nothing has happened. Returns
        whether it changed anything.
        """
        before, after = self.meeting, change(self.meeting)
        if after == before:
            return False
        self._events.append(Event(description, before))
        self.meeting = after
        self._changed(urgent=True)
        return True

    def write(self, item_id: str, field: TextField, text: str) -> None:
        """The whole new text of a field. Text has its own undo in its field and is no event."""
        if self.meeting.item(item_id).text(field) == text:
            return
        self.meeting = self.meeting.write(item_id, field, text)
        self._changed(urgent=False)

    def undo(self) -> str:
        """Take back the last event, whatever it was, and return its description. What was written since stays.

        Raises `MeetingError` where there is nothing to undo, or an added item would go and its text with it.
        """
        if not self._events:
            raise MeetingError("nothing_to_undo")
        event = self._events[-1]
        self.meeting = _with_texts_of(event.before, self.meeting)
        self._events.pop()
        self._changed(urgent=True)
        return event.description

    # When to save

    def _changed(self, *, urgent: bool) -> None:
        self._revision += 1
        self._last_change_at = self.clock.monotonic()
        if self._first_unsaved_at is None:
            self._first_unsaved_at = self._last_change_at
        if urgent:
            self._urgent_revision = self._revision

    @property
    def has_unsaved(self) -> bool:
        return self._revision != self._saved_revision

    @property
    def revision(self) -> int:
        """Counts the changes; to be handed back to `saved` when this state has been written."""
        return self._revision

    def save_is_due(self) -> bool:
        """Whether to save now: at once after an event, while typing after a pause or a while."""
        if not self.has_unsaved:
            return False
        now = self.clock.monotonic()
        first = self._last_change_at if self._first_unsaved_at is None else self._first_unsaved_at
        return (
            self._urgent_revision > self._saved_revision
            or now - self._last_change_at >= SAVE_AFTER_LAST_KEY
            or now - first >= SAVE_WHILE_TYPING
        )

    def saved(self, revision: int) -> None:
        """The state of `revision` is safe on disk; what was changed while it was written waits for the next time."""
        self._saved_revision = max(self._saved_revision, revision)
        self._first_unsaved_at = self._last_change_at if self.has_unsaved else None


def _with_texts_of(earlier: Meeting, current: Meeting) -> Meeting:
    """`earlier` with the texts of `current`: undoing an event never takes back what was written."""
    kept = {item.id for item in earlier.items}
    if any(item.has_text for item in current.items if item.id not in kept):
        raise MeetingError("item_has_text")
    meeting = earlier
    for item in current.items:
        if item.id in kept:
            for field in TextField:
                meeting = meeting.write(item.id, field, item.text(field))
    return meeting


# What the screens are given


class AgendaState(Enum):
    NOT_HELD = "not held"
    IN_PROGRESS = "in progress"
    HELD = "held"
    EXPORTED = "exported"


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
