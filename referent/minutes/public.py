"""What of a meeting may be published.

In: a meeting. Out: a new one that knows only what the lists below name. It is made from the lists and not by deleting
from the full one, so a field added to a dataclass later stays out until it is put on a list.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import is_dataclass, replace
from typing import Any, TypeVar

from referent.domain.agenda import Agenda, AgendaItem, Attachment, Invitee, Participant, Section, Slot
from referent.domain.attendance import Attendance
from referent.domain.decisions import ActionItem, Vote
from referent.domain.item import MeetingItem
from referent.domain.meeting import Meeting
from referent.domain.stopwatch import Span
from referent.minutes.blocks import Inline, Link, Text

T = TypeVar("T")
Fields = Mapping[type, tuple[str, ...]]

PUBLIC: Fields = {
    Meeting: ("agenda", "items", "added_people", "attendance", "started_at", "closed_at", "approved_on"),
    Agenda: (
        *("body", "date", "title", "start", "end", "place", "chair", "minute_takers", "case_number", "profile"),
        *("participants", "items"),
    ),
    Participant: (
        *("id", "name", "title", "organisation", "group", "role", "party", "may_vote", "sent_apologies", "is_vacant"),
        "substitute_for",
    ),
    Attendance: ("person_id", "status", "arrivals", "departures", "substitute"),
    MeetingItem: (
        *("planned", "is_added", "spans", "outcome", "decision", "discussion", "guests", "vote", "dissent", "recused"),
        *("cleared", "outside", "actions", "together_with", "closed_at_meeting", "shown_number"),
    ),
    AgendaItem: (
        *("id", "title", "number", "kind", "slot", "is_closed_item", "case_number", "document_number"),
        *("introduced_by", "invitees", "summary", "case", "recommendation", "sections", "attachments"),
    ),
    Slot: ("allotted", "start"),
    Span: ("start", "end"),
    Invitee: ("name", "title"),
    Section: ("heading", "text"),
    Attachment: ("title", "document_number", "case_number"),
    Vote: ("for_", "against", "abstained"),
    ActionItem: ("task", "owner", "due"),
}
"""What is published of each, of an item that is open."""

PUBLIC_OF_CLOSED: Fields = {
    **PUBLIC,
    MeetingItem: ("planned", "is_added", "spans", "closed_at_meeting", "shown_number"),
    AgendaItem: ("id", "title", "number", "kind", "slot", "is_closed_item"),
}
"""What is published of an item that is closed. When it was taken stays, so that the sentences on who came and went
under which item stay right; who was recused or out of the room does not.
"""


def publish(meeting: Meeting) -> Meeting:
    """The meeting as the public may know it. Notes on people are left out like all other notes. Someone who is on the
    list only for having come as a guest to closed items is left out altogether; whom the agenda itself lists is public.
    """
    meeting = _with_company_behind_the_doors(meeting)
    hidden = _guests_of_closed_items(meeting)
    added = tuple(person for person in meeting.added_people if person.name not in hidden)
    ids = {person.id for person in (*meeting.agenda.participants, *added)}
    items = tuple(_published_item(item) for item in meeting.items)
    attendance = tuple(_only(noted, PUBLIC) for noted in meeting.attendance if noted.person_id in ids)
    closed = {item.id for item in meeting.items if item.is_closed}
    planned = tuple(_published_plan(planned, planned.id in closed) for planned in meeting.agenda.items)
    agenda = _only(meeting.agenda, PUBLIC, items=planned)
    added = tuple(_only(person, PUBLIC) for person in added)
    return _only(meeting, PUBLIC, agenda=agenda, items=items, added_people=added, attendance=attendance)


def without_hidden_address(inline: Inline) -> Inline:
    """A link to a mail address that its text does not show, as text alone."""
    if not isinstance(inline, Link) or not inline.url.casefold().startswith("mailto:"):
        return inline
    address = inline.url[len("mailto:") :].partition("?")[0]
    return inline if address.casefold() == inline.text.casefold() else Text(inline.text, inline.bold, inline.italic)


def _with_company_behind_the_doors(meeting: Meeting) -> Meeting:
    """What was treated together with a closed item was treated behind the same doors."""
    closed = {item.id for item in meeting.items if item.is_closed}
    if not any(item.together_with in closed for item in meeting.items):
        return meeting
    items = (replace(item, closed_at_meeting=True) if item.together_with in closed else item for item in meeting.items)
    return replace(meeting, items=tuple(items))


def _guests_of_closed_items(meeting: Meeting) -> set[str]:
    """Names of those who were guests at closed items and at no other."""
    guests: dict[bool, set[str]] = {True: set(), False: set()}
    for item in meeting.items:
        invited = {invitee.name for invitee in item.planned.invitees}
        guests[item.is_closed].update(invited | set(item.guests_present))
    return guests[True] - guests[False]


def _published_item(item: MeetingItem) -> MeetingItem:
    fields = PUBLIC_OF_CLOSED if item.is_closed else PUBLIC
    return _only(item, fields, planned=_published_plan(item.planned, item.is_closed))


def _published_plan(planned: AgendaItem, is_closed: bool) -> AgendaItem:
    if not is_closed:
        return _only(planned, PUBLIC)
    return _only(planned, PUBLIC_OF_CLOSED, title=planned.closed_title or planned.title)


def _only(whole: T, fields: Fields, **ready: Any) -> T:
    """A new value of the same kind that holds the named fields alone; `ready` are those that have been made already."""
    names = fields[type(whole)]
    carried = {name: ready[name] if name in ready else _carried(getattr(whole, name), fields) for name in names}
    return type(whole)(**carried)


def _carried(value: Any, fields: Fields) -> Any:
    if isinstance(value, tuple):
        return tuple(_carried(each, fields) for each in value)
    return _only(value, fields) if is_dataclass(value) else value
