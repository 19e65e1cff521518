"""Reminders at four fifths and at the end of a slot, in the manner the user chose, and off by default."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from referent.domain.meeting import Meeting
from referent.ports import Reminder, Settings
from referent.tui.app import ReferentApp
from referent.tui.reminders import POP_TITLE, PUSH_TITLE, Reminders, TerminalTitle
from referent.tui.themes import LIGHT
from tests.domain.samples import THREE_ITEMS, at
from tests.fakes import FakeClock
from tests.tui.desk import Desk


def running() -> Meeting:
    """Item 1, of ten minutes."""
    return Meeting.planned(THREE_ITEMS).take_up("item-1", at("13.00"))


def test_each_reminder_comes_once() -> None:
    reminders, meeting = Reminders(), running()
    assert [reminders.due(meeting, at(clock)) for clock in ("13.07.59", "13.08", "13.08.01", "13.10", "13.10.01")] == [
        None,
        "Punkt 1: 3 min. tilbage",
        None,
        None,
        "Punkt 1: tiden er gået",
    ]
    assert reminders.due(meeting, at("13.30")) is None


def test_the_next_item_takes_it_back() -> None:
    reminders, meeting = Reminders(), running()
    reminders.due(meeting, at("13.11"))
    meeting = meeting.take_up("item-2", at("13.11"))
    assert reminders.due(meeting, at("13.11")) == ""
    assert reminders.due(meeting, at("13.12")) is None
    assert reminders.due(meeting.close(at("13.12")), at("13.12")) is None


def test_an_item_without_a_slot_reminds_of_nothing() -> None:
    meeting = running().add_item("Nyt", None).take_up("added-item-1", at("13.05"))
    assert Reminders().due(meeting, at("16.00")) is None


def test_the_terminal_gets_its_own_title_back() -> None:
    said: list[str] = []
    title = TerminalTitle(said.append)
    for text in ("", "Punkt 1: 2 min.\x1b]0;x", "Punkt 1: over", "", ""):
        title.show(text)
    assert said[0].startswith(f"{PUSH_TITLE}\x1b]2;Punkt 1: 2 min.")
    assert "\x1b]0" not in said[0]
    assert said[1] == "\x1b]2;Punkt 1: over\x07"
    assert said[2].endswith(POP_TITLE)
    assert len(said) == 3


WAYS = [({Reminder.BELL}, [], 1), ({Reminder.TITLE}, ["Punkt 1: 2 min. tilbage"], 0)]


@dataclass
class Said:
    """What the terminal was told."""

    titles: list[str] = field(default_factory=list)
    bells: int = 0


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> Said:
    told = Said()

    def ring(app: ReferentApp) -> None:
        told.bells += 1

    monkeypatch.setattr(TerminalTitle, "show", lambda title, text: told.titles.append(text))
    monkeypatch.setattr(ReferentApp, "bell", ring)
    return told


@pytest.mark.parametrize(("ways", "titles", "bells"), WAYS, ids=["bell", "title"])
async def test_it_is_said_in_the_manner_that_was_chosen(
    ways: set[Reminder], titles: list[str], bells: int, said: Said
) -> None:
    desk = Desk(running(), clock=FakeClock(at("13.07")), settings=Settings(reminders=frozenset(ways)))
    async with desk.run():
        await desk.tick()
        assert said == Said()
        await desk.press("f1")
        await desk.tick(minutes=1, seconds=30)
        assert said == Said(titles, bells)


async def test_the_theme_of_the_settings_is_the_first_a_change_is_remembered_and_no_reminder_is_given_unasked(
    said: Said,
) -> None:
    desk = Desk(running(), clock=FakeClock(at("13.07")), settings=Settings(is_dark=False))
    async with desk.run():
        assert desk.app.theme == LIGHT.name
        await desk.app.run_action("change_brightness")
        await desk.settle()
        assert desk.themes == [True]
        await desk.tick()
        await desk.tick(minutes=1, seconds=30)
        assert said == Said(), "neither the bell nor the title"
