"""The one owner of the current meeting: events with undo, the texts as they are written, and when it is time to save.

It knows no files and no screen.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from referent.domain.clock import Clock
from referent.domain.decisions import TextField
from referent.domain.errors import MeetingError
from referent.domain.meeting import Meeting

SAVE_AFTER_LAST_KEY = 4.0
"""Seconds. With a tick of one second the record is written at most 5 s after the last key."""
SAVE_WHILE_TYPING = 14.0
"""Seconds. With a tick of one second the record is written at most 15 s after the first unsaved key."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that was done and can be undone: what it was, in Danish, the meeting before it, and when."""

    description: str
    before: Meeting
    at: datetime


class Journal(Protocol):
    """Is told of every change before it is on the screen. It raises nothing, and keeps nobody waiting."""

    def text_written(self, item_id: str, field: TextField, text: str) -> None:
        """The whole new text of a field."""

    def meeting_changed(self, before: Meeting, after: Meeting) -> None:
        """An event, or its undo."""


class MeetingSession:
    """Holds the meeting, and nobody else does. Used from one thread only; workers get the immutable `meeting`."""

    def __init__(
        self,
        meeting: Meeting,
        clock: Clock,
        journal: Journal | None = None,
        *,
        numbered: Callable[[Meeting], Meeting] = lambda meeting: meeting,
        is_saved: bool = True,
        is_look_only: bool = False,
    ) -> None:
        """`numbered` gives the items the numbers they are printed with, where one was added. `is_saved`: the meeting is
        as its record has it. `is_look_only`: another copy of the program writes it; here whatever would change it
        raises `MeetingError`, and `follow` shows what the other one does.
        """
        self.is_look_only = is_look_only
        self._numbered = numbered
        self.meeting = numbered(meeting)
        self.clock = clock
        self._journal = journal
        self._events: list[Event] = []
        self._revision = 0
        self._saved_revision = 0
        self._first_unsaved_at: float | None = None
        self._last_change_at = 0.0
        self._urgent_revision = 0
        if not is_saved:
            self._changed(urgent=True)

    def now(self) -> datetime:
        return self.clock.now()

    def act(self, description: str, change: Callable[[Meeting], Meeting]) -> bool:
        """Do one event: `change` leads to the next meeting, or raises `MeetingError` and nothing has happened. Returns
        whether it changed anything.
        """
        self._refuse_to_look_only()
        before, after = self.meeting, change(self.meeting)
        if after == before:
            return False
        self._events.append(Event(description, before, self.now()))
        self._change_to(after)
        return True

    def write(self, item_id: str, field: TextField, text: str) -> None:
        """The whole new text of a field. Text has its own undo in its field and is no event."""
        if self.meeting.item(item_id).text(field) == text:
            return
        self._refuse_to_look_only()
        self.meeting = self.meeting.write(item_id, field, text)
        if self._journal is not None:
            self._journal.text_written(item_id, field, text)
        self._changed(urgent=False)

    @property
    def events(self) -> tuple[Event, ...]:
        """What can be undone, oldest first."""
        return tuple(self._events)

    def undo(self) -> str:
        """Take back the last event, whatever it was, and return its description. What was written since stays.

        Raises `MeetingError` where there is nothing to undo, or an added item would go and its text with it.
        """
        self._refuse_to_look_only()
        if not self._events:
            raise MeetingError("nothing_to_undo")
        event = self._events[-1]
        self._change_to(_with_texts_of(event.before, self.meeting))
        self._events.pop()
        return event.description

    def to_look_at(self) -> MeetingSession:
        """The same meeting, to be looked at only."""
        return MeetingSession(self.meeting, self.clock, numbered=self._numbered, is_look_only=True)

    def follow(self, meeting: Meeting) -> bool:
        """The meeting as the copy of the program that writes it has it by now; whether it is another than before. Only
        where this one looks on.
        """
        assert self.is_look_only
        before, self.meeting = self.meeting, self._numbered(meeting)
        return self.meeting != before

    def _refuse_to_look_only(self) -> None:
        if self.is_look_only:
            raise MeetingError("look_only")

    def _change_to(self, meeting: Meeting) -> None:
        before, self.meeting = self.meeting, self._numbered(meeting)
        if self._journal is not None:
            self._journal.meeting_changed(before, self.meeting)
        self._changed(urgent=True)

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
