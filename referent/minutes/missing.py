"""What still wants an answer before the minutes are exported. None of it blocks.

What is asked for is what the edition prints: nothing about decisions in an agenda, nothing about other items in an
extract, and nothing about the text of closed items in a public edition.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from referent import texts
from referent.domain.attendance import Status
from referent.domain.item import ItemState, MeetingItem
from referent.domain.meeting import Meeting
from referent.minutes.attendance_text import items_named
from referent.minutes.build import EVERYTHING
from referent.minutes.danish import capitalised
from referent.minutes.editions import Edition
from referent.minutes.layout import Layout
from referent.minutes.markdown import is_empty_text
from referent.minutes.printed import sensitive_places
from referent.minutes.sensitive import Kind, masked

_SENSITIVE = tuple(kind.value for kind in Kind)
_NOT_TREATED = (ItemState.PUT_OFF, ItemState.WITHDRAWN)


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing that is missing, or should not be there, and where it is mended."""

    code: str
    values: Mapping[str, str] = field(default_factory=dict)
    item_id: str | None = None
    """The item it leads to."""
    person_id: str | None = None
    """The person it leads to."""

    @property
    def is_sensitive(self) -> bool:
        """Whether it looks like something that has no place in the document."""
        return self.code.startswith(_SENSITIVE)

    @property
    def text(self) -> str:
        """In Danish."""
        return texts.missing(self.code, self.values)


def what_is_missing(
    meeting: Meeting, layout: Layout | None = None, edition: Edition = EVERYTHING
) -> tuple[Missing, ...]:
    """Everything that is missing: the meeting's own, then the items in order, then the people; then what looks
    sensitive in the text. Without a layout nothing is said about what it would print, or not print. Raises
    `EditionError` for an extract of an item that does not exist.
    """
    found: list[Missing] = []
    if not edition.is_agenda:
        if not edition.is_extract:
            found.extend(_of_the_meeting(meeting))
        found.extend(_of_the_items(meeting, layout, edition))
        if not edition.is_extract:
            found.extend(_of_the_people(meeting))
    if layout is not None:
        found.extend(_sensitive(meeting, layout, edition))
    return tuple(found)


def _of_the_meeting(meeting: Meeting) -> Iterator[Missing]:
    if meeting.started_at is None:
        yield Missing("not_started")
    elif meeting.closed_at is None:
        yield Missing("not_closed")


def _of_the_items(meeting: Meeting, layout: Layout | None, edition: Edition) -> Iterator[Missing]:
    discussion_is_lost = layout is not None and layout.discussion_label is None
    for item in edition.items_of(meeting):
        if edition.is_public and item.planned.is_closed_item:
            continue
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


def _sensitive(meeting: Meeting, layout: Layout, edition: Edition) -> Iterator[Missing]:
    """What was found is only ever told masked: these lines go to terminals and logs."""
    for place in sensitive_places(meeting, layout, edition):
        found = place.finding.masked
        if place.person is not None:
            values = {"place": masked(place.person.name), "found": found}
            yield Missing(place.finding.kind.value, values, person_id=place.person.id)
        elif place.item is not None:
            values = {"place": masked(_name(place.item)), "found": found}
            yield Missing(place.finding.kind.value, values, item_id=place.item.id)
        else:
            yield Missing(f"{place.finding.kind.value}_of_meeting", {"found": found})


def _name(item: MeetingItem) -> str:
    if item.planned.number is None:
        return items_named([item])
    return f"{capitalised(items_named([item]))} ({item.planned.title})"
