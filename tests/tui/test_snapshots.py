"""Pictures of the most important screens as text. `REFERENT_UPDATE_GOLDEN=1` paints them anew: review the diff."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest

from referent.domain.agenda import Agenda, AgendaItem, Attachment, Invitee, ItemKind, Participant
from referent.domain.attendance import Status
from referent.domain.decisions import TextField
from referent.domain.meeting import Meeting
from referent.ports import AgendaEntry, AgendaState
from tests.domain.samples import at, by_clock
from tests.fakes import FakeClock
from tests.tui.desk import Desk

GOLDEN = Path(__file__).parent / "golden"
SIZES = [(80, 24), (120, 40)]
CASE = """Klitkysten har fået tilsagn om **1,2 mio. kr.** til et fælles træningstilbud.

Tilbuddet kan tilrettelægges på to måder:

- som hold på sundhedshusene
- som besøg i eget hjem

Sekretariatet har regnet på begge."""
AGENDA = Agenda(
    body="Sundhedsforum Klitkysten",
    date=date(2026, 11, 26),
    start=time(13),
    end=time(15),
    place="Sundhedshuset, lokale 2",
    participants=(
        Participant("anna", "Anna Ask", "Formand", "Nordby Kommune", group="Politikere"),
        Participant("bo", "Bo Birk", "Byrådsmedlem", "Sønderstrand Kommune", group="Politikere"),
        Participant("carl", "Carl Ceder", "Byrådsmedlem", group="Politikere", sent_apologies=True),
        Participant("seat", "Vakant", group="Politikere", is_vacant=True),
        Participant("dorte", "Dorte Dal", "Direktør", "Klitkystens Sygehus", group="Embedsfolk"),
        Participant("egon", "Egon Elm", "Praktiserende læge", group="Embedsfolk"),
    ),
    items=(
        AgendaItem("1", "Godkendelse af dagsordenen", 1, ItemKind.APPROVAL, by_clock("13.00", 5)),
        AgendaItem(
            "2",
            "Fælles træningstilbud til borgere med kronisk sygdom",
            2,
            ItemKind.DECISION,
            by_clock("13.05", 30),
            introduced_by="Dorte Dal",
            invitees=(Invitee("Gry Gran", "Fysioterapeut"),),
            case=CASE,
            recommendation="1. At forummet drøfter de to modeller.\n2. At forummet indstiller én af dem.",
            attachments=(Attachment("Notat om økonomien", "26-118"),),
        ),
        AgendaItem("break", "Pause", None, ItemKind.BREAK, by_clock("13.35", 10)),
        AgendaItem("3", "Ansættelse af projektleder", 3, ItemKind.DECISION, by_clock("13.45", 20), is_closed_item=True),
        AgendaItem("4", "Orientering om vinterens vagtplan", 4, ItemKind.BRIEFING, by_clock("14.05", 25)),
        AgendaItem("5", "Eventuelt", 5, ItemKind.ANY_OTHER_BUSINESS, by_clock("14.30", 10)),
    ),
)


def under_way() -> Meeting:
    """Item 2 is running, somebody left, and item 4 is put off."""
    meeting = Meeting.planned(AGENDA).everyone_here().set_status("bo", Status.AWAY)
    meeting = meeting.take_up("1", at("13.02")).write("1", TextField.DECISION, "Godkendt.")
    meeting = meeting.take_up("2", at("13.06")).put_off("4", at("13.06")).arrive("bo", at("13.09"))
    meeting = meeting.leave("egon", at("13.20")).next_recusal("dorte", "2")
    return meeting.write(
        "2", TextField.DECISION, "Forummet indstiller den første model:\n- hold på sundhedshusene\n- fra 1. marts"
    )


ENTRIES = [
    AgendaEntry(Path("a.toml"), date(2026, 12, 3), "Kulturråd Sønderstrand", "Budget 2027", 7),
    AgendaEntry(Path("b.toml"), date(2026, 11, 26), "Sundhedsforum Klitkysten", "", 5, AgendaState.IN_PROGRESS),
    AgendaEntry(Path("ny.toml"), problems=("ny.toml:4: »datto« kendes ikke. Mente du »dato«?",)),
    AgendaEntry(Path("c.toml"), date(2026, 9, 10), "Sundhedsforum Klitkysten", "", 9, AgendaState.HELD),
    AgendaEntry(Path("d.toml"), date(2026, 6, 4), "Sundhedsforum Klitkysten", "", 8, AgendaState.EXPORTED),
]
PICTURES: dict[str, tuple[str, ...]] = {
    "meeting": (),
    "people": ("f2",),
    "help": ("escape", "f1"),
    "looking elsewhere": ("escape", "f8", "f8"),
}
"""The keys to each, from the one before."""


def compare(name: str, size: tuple[int, int], picture: str) -> None:
    path = GOLDEN / f"{name.replace(' ', '_')}_{size[0]}x{size[1]}.txt"
    if os.environ.get("REFERENT_UPDATE_GOLDEN"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(picture + "\n", encoding="utf-8")
    assert picture + "\n" == path.read_text(encoding="utf-8"), f"{path.name} looks different"


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_the_screens_look_as_they_did(size: tuple[int, int]) -> None:
    async with Desk(under_way(), clock=FakeClock(at("13.31.20"))).run(size) as desk:
        for name, keys in PICTURES.items():
            await desk.press(*keys)
            compare(name, size, desk.screen_text())


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_the_start_screen_looks_as_it_did(size: tuple[int, int]) -> None:
    async with Desk(entries=ENTRIES).run(size) as desk:
        await desk.press("down", "down")
        compare("start", size, desk.screen_text())


def test_the_pictures_show_an_invented_meeting() -> None:
    assert replace(AGENDA, items=()).body == "Sundhedsforum Klitkysten"
