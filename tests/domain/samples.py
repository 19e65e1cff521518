"""A small invented meeting, and short ways to say when."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from referent.domain.agenda import Agenda, AgendaItem, Invitee, ItemKind, Participant, Slot
from referent.domain.meeting import Meeting

DAY = date(2026, 11, 26)


def at(clock: str, day: date = DAY) -> datetime:
    """`at("13.05")` or `at("13.05.30")` on the day of the meeting."""
    return datetime.combine(day, time.fromisoformat(clock.replace(".", ":")))


def by_clock(start: str, minutes: int) -> Slot:
    return Slot(timedelta(minutes=minutes), at(start).time())


def by_length(minutes: int) -> Slot:
    return Slot(timedelta(minutes=minutes))


def item(number: int | None, slot: Slot | None = None, kind: ItemKind = ItemKind.ORDINARY) -> AgendaItem:
    """Item 3 has the id "item-3"; an unnumbered one is named after its kind."""
    name = str(number) if number else kind.value
    return AgendaItem(id=f"item-{name}", title=f"Punkt {name}", number=number, kind=kind, slot=slot)


def agenda(*items: AgendaItem, start: str | None = "13.00", end: str | None = None) -> Agenda:
    return Agenda(
        body="Sundhedsforum Klitkysten",
        date=DAY,
        start=at(start).time() if start else None,
        end=at(end).time() if end else None,
        items=items,
    )


ANNA = Participant("anna", "Anna Ask")
BO = Participant("bo", "Bo Birk")
CARL = Participant("carl", "Carl Ceder", sent_apologies=True)
SEAT = Participant("seat", "Vakant", is_vacant=True)

THREE_ITEMS = Agenda(
    body="Sundhedsforum Klitkysten",
    date=DAY,
    start=time(13),
    participants=(ANNA, BO, CARL, SEAT),
    items=(
        AgendaItem("item-1", "Punkt 1", 1, slot=by_length(10)),
        AgendaItem("item-2", "Punkt 2", 2, slot=by_length(20), invitees=(Invitee("Gry"), Invitee("Hans"))),
        AgendaItem("break", "Pause", None, ItemKind.BREAK, slot=by_length(15)),
        AgendaItem("item-3", "Punkt 3", 3, slot=by_length(30)),
    ),
)


def planned() -> Meeting:
    """The meeting with three items and a break, of which nothing has happened yet."""
    return Meeting.planned(THREE_ITEMS)
