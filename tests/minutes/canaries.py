"""A meeting with a canary in every field that must not be published."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any

from referent.domain.agenda import (
    Agenda,
    AgendaItem,
    Attachment,
    Invitee,
    ItemKind,
    Participant,
    Profile,
    Section,
    Slot,
)
from referent.domain.attendance import Attendance, Status
from referent.domain.decisions import ActionItem, Vote
from referent.domain.item import MeetingItem, Outcome
from referent.domain.meeting import Meeting
from referent.domain.stopwatch import Span
from tests.minutes.samples import DAY, at, taken

CANARY = "Kanariefugl"


class Canaries:
    """Texts that must not get out; each has its own number, so that a failure tells which did."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, what: str = "") -> str:
        self.count += 1
        return f"{what}{CANARY}{self.count}"


def closed_plan(canary: Canaries, **more: Any) -> AgendaItem:
    """A closed item with a canary in every field that is withheld."""
    planned = AgendaItem(
        id="closed",
        title="Personsag",
        number=2,
        kind=ItemKind.DECISION,
        slot=Slot(timedelta(minutes=10), time(9, 10)),
        is_closed_item=True,
        case_number=canary(),
        document_number=canary(),
        introduced_by=canary(),
        invitees=(Invitee(canary(), canary()),),
        summary=canary(),
        case=canary("### Om\n\n[x](mailto:hemmelig@example.org) https://example.org/"),
        recommendation=canary("1. "),
        sections=(Section(canary(), canary()),),
        attachments=(Attachment(canary(), canary(), canary(), canary()),),
    )
    return replace(planned, **more)


def closed_item(canary: Canaries, planned: AgendaItem, start: str, end: str, **more: Any) -> MeetingItem:
    return MeetingItem(
        planned,
        spans=(Span(at(start), at(end)),),
        outcome=Outcome.WITHDRAWN,
        decision=canary(),
        discussion=canary(),
        notes=canary(),
        guests=(canary(), "Advokat Kanariefugl"),
        vote=Vote((canary(),), (canary(),), (canary(),)),
        dissent=canary(),
        recused=("1",),
        outside=("2",),
        actions=(ActionItem(canary(), canary(), date(2031, 1, 31)),),
        **more,
    )


def canary_meeting() -> Meeting:
    canary = Canaries()
    people = (
        Participant("1", "Asta Bang", "Formand", "Søby", canary("a@"), "Medlemmer", "formand", "A", note=canary()),
        Participant("2", "Bo Dam", email="bo@kanariefugl.example", group="Medlemmer", may_vote=True, note=canary()),
    )
    titled = closed_plan(canary)
    renamed = closed_plan(canary, id="renamed", number=3, title=canary(), closed_title="Lukket sag")
    added = closed_plan(canary, id="added", number=4, title=canary(), closed_title="Endnu en")
    unnumbered = closed_plan(canary, id="unnumbered", number=None, title=canary(), closed_title="Uden nummer")
    open_plan = AgendaItem("open", "Åben sag", 1, attachments=(Attachment("Bilag A", file=canary("/home/")),))
    agenda = Agenda(
        body="Rådet",
        date=DAY,
        start=time(9),
        minute_takers=("Else Gry",),
        case_number="S-2025",
        layout=canary(),
        template=canary("/home/"),
        profile=Profile.MUNICIPAL,
        participants=people,
        items=(open_plan, titled, renamed, unnumbered),
    )
    open_item = taken(1, "9.00", "9.10", planned=open_plan, decision="Åbent besluttet.", notes=canary())
    items = (
        open_item,
        closed_item(canary, titled, "9.10", "9.20"),
        closed_item(canary, renamed, "9.20", "9.30"),
        closed_item(canary, added, "9.30", "9.40", is_added=True),
        closed_item(canary, unnumbered, "9.40", "9.50"),
    )
    return Meeting(
        agenda,
        items,
        added_people=(Participant("3", "Advokat Kanariefugl", "advokat", note=canary()),),
        attendance=(
            Attendance("1", Status.PRESENT, note=canary()),
            Attendance("2", Status.PRESENT, arrivals=(at("9.05"),)),
            Attendance("3", Status.PRESENT),
        ),
        pauses=(Span(at("9.30"), at("9.31")),),
        started_at=at("9.00"),
        closed_at=at("10.00"),
    )
