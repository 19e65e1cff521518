"""What stands for each placeholder: the values of a meeting, an item, a person, an attachment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from referent.domain.agenda import Attachment, Participant
from referent.domain.decisions import ActionItem
from referent.domain.item import MeetingItem
from referent.domain.meeting import Meeting
from referent.domain.plan import used
from referent.domain.stopwatch import MINUTE
from referent.minutes.danish import clock, day, join, span
from referent.minutes.layout import Layout, Who
from referent.minutes.numbering import as_printed
from referent.minutes.people import line_of, people_who
from referent.minutes.template import fill
from referent.minutes.wording import Dates


@dataclass(frozen=True)
class Source:
    """What the builders read: one meeting, one house style, and the meeting's own values, worked out once."""

    meeting: Meeting
    layout: Layout
    values: Mapping[str, str] = field(default_factory=dict)
    is_public: bool = False
    """Of a closed item only the heading is printed."""

    @classmethod
    def of(cls, meeting: Meeting, layout: Layout, is_public: bool = False) -> Source:
        meeting = as_printed(meeting, layout)
        return cls(meeting, layout, meeting_values(meeting, layout), is_public)


def meeting_values(meeting: Meeting, layout: Layout) -> dict[str, str]:
    """See `placeholders.MEETING`. Times planned and real stand in for each other where only one is known."""
    agenda, dates = meeting.agenda, layout.dates
    begun = clock(meeting.started_at, dates.clock) if meeting.started_at else ""
    closed = clock(meeting.closed_at, dates.clock) if meeting.closed_at else ""
    return {
        "udvalg": agenda.body,
        "emne": agenda.title or agenda.body,
        "dato": day(agenda.date, dates.short),
        "lang_dato": day(agenda.date, dates.long),
        "start": clock(agenda.start, dates.clock) if agenda.start else begun,
        "slut": clock(agenda.end, dates.clock) if agenda.end else closed,
        "begyndt": begun,
        "haevet": closed,
        "sted": agenda.place,
        "ordstyrer": agenda.chair,
        "referent": join(agenda.minute_takers),
        "sag": agenda.case_number,
        "godkendt": day(meeting.approved_on, dates.long) if meeting.approved_on else "",
        "deltagere": _lines(meeting, layout, Who.PRESENT),
        "afbud": _lines(meeting, layout, Who.APOLOGIES),
        "fravaerende": _lines(meeting, layout, Who.NO_SHOW, Who.AWAY),
    }


def item_values(source: Source, item: MeetingItem) -> dict[str, str]:
    """See `placeholders.ITEM`."""
    planned, slot, agenda = item.planned, item.planned.slot, source.meeting.agenda
    form = source.layout.items
    is_withheld = source.is_public and item.is_closed
    return {
        "nr": item.printed_number,
        "titel": planned.title,
        "tid": _slot_by_the_clock(item, source.layout.dates),
        "min": str(slot.allotted // MINUTE) if slot else "",
        "brugt": str(used(source.meeting, item, source.meeting.last_moment) // MINUTE) if item.spans else "",
        "sag": "" if is_withheld else planned.case_number or agenda.case_number,
        "dok": planned.document_number,
        "indleder": planned.introduced_by,
        "inviterede": join(
            fill(source.layout.people.guest, {"navn": invitee.name, "titel": invitee.title})
            for invitee in planned.invitees
        ),
        "adgang": form.closed_word if item.is_closed else form.open_word,
        "udvalg": agenda.body,
        "dato": source.values["dato"],
        "lang_dato": source.values["lang_dato"],
    }


def attachment_values(attachment: Attachment, number: int) -> dict[str, str]:
    """See `placeholders.ATTACHMENT`."""
    return {
        "nr": str(number),
        "titel": attachment.title,
        "dok": attachment.document_number,
        "sag": attachment.case_number,
    }


def action_values(action: ActionItem, dates: Dates) -> dict[str, str]:
    """See `placeholders.ACTION`."""
    return {
        "opgave": action.task.strip().rstrip("."),
        "ansvarlig": action.owner,
        "frist": day(action.due, dates.short) if action.due else "",
    }


def _slot_by_the_clock(item: MeetingItem, dates: Dates) -> str:
    slot = item.planned.slot
    if slot is None or slot.start is None or slot.end is None:
        return ""
    return span(clock(slot.start, dates.clock_in_text), clock(slot.end, dates.clock_in_text))


def _lines(meeting: Meeting, layout: Layout, *who: Who) -> str:
    people: list[Participant] = [person for person in people_who(meeting, who) if not person.is_vacant]
    return "\n".join(line_of(meeting, person, layout.people) for person in people)
