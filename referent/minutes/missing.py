"""What still wants an answer before the minutes are exported. None of it blocks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from referent import texts
from referent.domain.attendance import Status
from referent.domain.item import ItemState, MeetingItem
from referent.domain.meeting import Meeting
from referent.minutes.attendance_text import items_named
from referent.minutes.danish import capitalised
from referent.minutes.layout import Layout
from referent.minutes.markdown import is_empty_text

_NOT_TREATED = (ItemState.PUT_OFF, ItemState.WITHDRAWN)


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing that is missing, and where it is mended."""

    code: str
    values: Mapping[str, str] = field(default_factory=dict)
    item_id: str | None = None
    """The item it leads to."""
    person_id: str | None = None
    """The person it leads to."""

    @property
    def text(self) -> str:
        """In Danish."""
        return texts.missing(self.code, self.values)


def what_is_missing(meeting: Meeting, layout: Layout | None = None) -> tuple[Missing, ...]:
    """Everything that is missing: the meeting's own, then the items in order, then the people. Without a layout nothing
    is said about what it would not print.
    """
    return (*_of_the_meeting(meeting), *_of_the_items(meeting, layout), *_of_the_people(meeting))


def _of_the_meeting(meeting: Meeting) -> Iterator[Missing]:
    if meeting.started_at is None:
        yield Missing("not_started")
    elif meeting.closed_at is None:
        yield Missing("not_closed")


def _of_the_items(meeting: Meeting, layout: Layout | None) -> Iterator[Missing]:
    discussion_is_lost = layout is not None and layout.discussion_label is None
    for item in meeting.items:
        values = {"item": _name(item)}
        if item.state is ItemState.RUNNING:
            yield Missing("item_running", values, item_id=item.id)
        wants_decision = item.planned.kind.wants_decision and item.state not in _NOT_TREATED
        if wants_decision and is_empty_text(item.decision):
            yield Missing("no_decision", values, item_id=item.id)
        if discussion_is_lost and not is_empty_text(item.discussion):
            yield Missing("discussion_not_printed", values, item_id=item.id)


def _of_the_people(meeting: Meeting) -> Iterator[Missing]:
    for person in meeting.people:
        if not person.is_vacant and meeting.attendance_of(person.id).status is Status.UNKNOWN:
            yield Missing("unknown_attendance", {"name": person.name}, person_id=person.id)


def _name(item: MeetingItem) -> str:
    if item.planned.number is None:
        return items_named([item])
    return f"{capitalised(items_named([item]))} ({item.planned.title})"
