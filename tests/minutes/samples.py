"""Small invented meetings for the tests of the minutes. Nobody in them exists."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from referent.domain.agenda import (
    Agenda,
    AgendaItem,
    Attachment,
    Invitee,
    ItemKind,
    Participant,
    Section,
    Slot,
)
from referent.domain.attendance import Attendance, Status
from referent.domain.decisions import ActionItem, Vote
from referent.domain.item import MeetingItem, Outcome
from referent.domain.meeting import Meeting
from referent.domain.stopwatch import Span

DAY = date(2025, 9, 3)


def at(clock: str) -> datetime:
    """ "10.05" on the day of the meeting."""
    hour, minute = clock.split(".")[:2]
    return datetime.combine(DAY, time(int(hour), int(minute)))


def taken(number: int, start: str, end: str | None, **more: object) -> MeetingItem:
    """An item taken from `start` to `end` (None: still running)."""
    item = MeetingItem(
        AgendaItem(id=f"item-{number}", title=f"Sag {number}", number=number),
        spans=(Span(at(start), at(end) if end else None),),
        outcome=Outcome.TREATED,
    )
    return replace(item, **more)  # type: ignore[arg-type]


def meeting_of(
    people: list[str], items: list[MeetingItem], attendance: list[Attendance] | None = None, **more: object
) -> Meeting:
    """A meeting of people who go by their names, ids and all."""
    participants = tuple(Participant(id=name, name=name) for name in people)
    agenda = Agenda(body="Rådet", date=DAY, participants=participants, items=tuple(item.planned for item in items))
    meeting = Meeting(agenda, tuple(items), attendance=tuple(attendance or ()), started_at=at("09.00"))
    return replace(meeting, **more)  # type: ignore[arg-type]


def came_and_went(name: str, *, came: tuple[str, ...] = (), left: tuple[str, ...] = ()) -> Attendance:
    return Attendance(name, Status.PRESENT, tuple(at(t) for t in came), tuple(at(t) for t in left))


def absent(name: str, status: Status = Status.APOLOGIES) -> Attendance:
    return Attendance(name, status)


PEOPLE = (
    Participant("1", "Asta Bang", "Formand", "Søby Kommune", "asta@example.org", "Formænd", "formand", "A"),
    Participant("2", "Bo Dam", "Læge", "Praksis Søby", "", "Medlemmer", "", "V"),
    Participant("3", "Carl Eg", "Direktør", "", "carl@example.org", "Medlemmer", "", "F", sent_apologies=True),
    Participant("4", "Vakant", "Chef", "Søby Kommune", group="Medlemmer", is_vacant=True),
    Participant("5", "Dina Fog", "Chef", "Søby Sygehus", group="Medlemmer"),
    Participant("6", "Else Gry", "konsulent", "Søby Kommune", group="Sekretariat"),
    Participant("7", "Finn Holt", "Rådgiver", group="Medlemmer"),
)


def sample_meeting() -> Meeting:
    """A held meeting with a little of everything; also in the public record of Søby, which does not exist."""
    agenda = Agenda(
        body="Søbyrådet",
        date=DAY,
        start=time(9),
        end=time(11),
        place="Søby Rådhus, lokale 2",
        chair="Asta Bang",
        minute_takers=("Else Gry",),
        case_number="S-2025-17",
        participants=PEOPLE,
    )
    return Meeting(
        agenda,
        _items(),
        attendance=(
            Attendance("1", Status.PRESENT),
            Attendance("2", Status.PRESENT, departures=(at("10.10"),)),
            Attendance("3", Status.APOLOGIES, substitute="Gerda Hald"),
            Attendance("5", Status.PRESENT, arrivals=(at("09.20"),)),
            Attendance("6", Status.PRESENT, note="referent"),
            Attendance("7", Status.ABSENT),
        ),
        started_at=at("09.00"),
        closed_at=at("10.50"),
    )


def _items() -> tuple[MeetingItem, ...]:
    return (
        _item(1, "Mødedeltagere", ItemKind.ATTENDANCE, "09.00", "09.05"),
        _budget(),
        MeetingItem(AgendaItem("break", "Pause", kind=ItemKind.BREAK, slot=Slot(timedelta(minutes=10), time(10, 0)))),
        replace(
            _item(3, "Ny aftale om telemedicin", ItemKind.BRIEFING, "10.00", "10.30"),
            decision="Orienteringen blev taget til efterretning.",
            discussion="Bo Dam spurgte til fristen.",
            recused=("1",),
            notes="Hemmelig note",
        ),
        MeetingItem(AgendaItem("4", "Takster", 4, ItemKind.DECISION, case="Se bilaget."), outcome=Outcome.PUT_OFF),
        replace(_item(5, "Eventuelt", ItemKind.ANY_OTHER_BUSINESS, "10.30", "10.50"), decision="Ingen bemærkninger."),
    )


def _item(number: int, title: str, kind: ItemKind, start: str, end: str) -> MeetingItem:
    planned = AgendaItem(str(number), title, number, kind, case_number="S-2025-17")
    return MeetingItem(planned, spans=(Span(at(start), at(end)),), outcome=Outcome.TREATED)


def _budget() -> MeetingItem:
    item = _item(2, "Budget for 2026", ItemKind.DECISION, "09.05", "10.00")
    planned = replace(
        item.planned,
        slot=Slot(timedelta(minutes=55), time(9, 5)),
        document_number="4711",
        invitees=(Invitee("Hans Iversen", "revisor"), Invitee("Ida Juhl")),
        summary="Rådet skal vedtage **budgettet**.",
        case="Økonomien er stram.\n12. marts var der seminar.\n\n### Udgifter\n\n"
        "| Post | Beløb |\n| --- | --- |\n| Drift | 10.000 kr. |\n\nLæs mere på <https://example.org/budget>.",
        recommendation="Det indstilles, at rådet:\n\n1. Godkender budgettet\n2. Drøfter næste år",
        sections=(Section("Økonomi", "Se ovenfor."), Section("Høring", ".")),
        attachments=(Attachment("Budgetforslag", "123", "S-2025-18"), Attachment("Noter")),
    )
    return replace(
        item,
        planned=planned,
        decision="ad. 1: Godkendt.\n\nad. 2: Drøftet.",
        discussion="Der var enighed om\n- drift\n- anlæg",
        guests=("Hans Iversen",),
        vote=Vote(for_=("A", "V"), against=("F",)),
        dissent="Vi finder budgettet for stramt.",
        outside=("6",),
        actions=(ActionItem("Udsend budgettet.", "Else Gry", date(2025, 10, 1)),),
    )
