"""The meeting is open in another copy of the program: it can be seen here, and not be changed."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from referent import screen_texts as texts
from referent.domain.decisions import TextField
from referent.domain.errors import MeetingError
from referent.domain.meeting import Meeting
from referent.ports import Elsewhere, News, OpenedMeeting
from referent.session import MeetingSession
from referent.tui.actions import ACTIONS, Scope
from referent.tui.dialogs.choose import ChooseDialog
from referent.tui.screens.look_only import LOOKING, REFUSED, LookOnlyScreen, who_and_since
from referent.tui.screens.meeting import MeetingScreen
from referent.tui.screens.people import PeopleScreen
from referent.tui.screens.read_aloud import ReadAloudScreen
from referent.tui.widgets.bottom_lines import MESSAGE_TICKS, StatusLine
from tests.domain.samples import THREE_ITEMS
from tests.fakes import MEETING_DAY, FakeClock
from tests.tui.desk import Desk

SINCE = MEETING_DAY.replace(minute=5)


class Presence:
    """Notes what it is told."""

    def __init__(self) -> None:
        self.told: list[str] = []

    def begin(self) -> None:
        self.told.append("begin")

    def end(self) -> None:
        self.told.append("end")


class TwoDesks(Desk):
    """A desk beside another one, which has the meeting open: `there` is the meeting as it is there."""

    def __init__(self, machine: str = "", is_certain: bool = True) -> None:
        super().__init__()
        self.there = self.session.meeting
        self.is_free = False
        self.is_certain = is_certain
        self.presence = Presence()
        self._machine = machine
        self._told: Meeting | None = None

    def _open(self, path: Path) -> OpenedMeeting:
        opened = replace(super()._open(path), presence=self.presence)
        if self.is_free:
            self.session = MeetingSession(self.there, self.clock)
            return replace(opened, session=self.session)
        elsewhere = Elsewhere("anna", self._machine, SINCE, self._news)
        if not self.is_certain:
            return replace(opened, elsewhere=replace(elsewhere, look=lambda: self._to_look_at(opened, elsewhere)))
        return self._to_look_at(opened, elsewhere)

    def _to_look_at(self, opened: OpenedMeeting, elsewhere: Elsewhere) -> OpenedMeeting:
        self.presence.end()
        self.session = MeetingSession(self.there, self.clock, is_look_only=True)
        return replace(opened, session=self.session, presence=None, elsewhere=elsewhere)

    def _news(self) -> News:
        meeting = None if self.there is self._told else self.there
        self._told = self.there
        return News(meeting, self.is_free)


@asynccontextmanager
async def looking(desk: TwoDesks | None = None) -> AsyncIterator[TwoDesks]:
    desk = desk or TwoDesks()
    async with desk.run():
        yield desk


async def until_it_is_silent(desk: TwoDesks) -> None:
    """Until nothing is said any more but that nothing can be written here."""
    screen = desk.screen
    assert isinstance(screen, MeetingScreen | PeopleScreen)
    for _ in range(MESSAGE_TICKS):
        screen.tick()
    await desk.settle()
    assert texts.LOOK_ONLY_REFUSED not in said(desk)


def said(desk: TwoDesks) -> str:
    return desk.screen.query_one(StatusLine).text


def test_a_session_to_look_at_refuses_every_change_and_follows() -> None:
    meeting = Meeting.planned(THREE_ITEMS)
    session = MeetingSession(meeting, FakeClock(), is_look_only=True)
    with pytest.raises(MeetingError):
        session.act("Punkt 1", lambda before: before.take_up("item-1", MEETING_DAY))
    with pytest.raises(MeetingError):
        session.write("item-1", TextField.DECISION, "Ny")
    with pytest.raises(MeetingError):
        session.undo()
    assert session.meeting == meeting
    assert not session.has_unsaved
    taken = meeting.take_up("item-1", MEETING_DAY)
    session.follow(taken)
    assert session.meeting == taken
    assert not session.has_unsaved


def test_every_action_is_either_looking_or_refused() -> None:
    events = {"take_next", "undo_event", "vote", "pause", "present", "save", "fitting_formula", "add_person"}
    assert events <= REFUSED
    known = {action.id for action in ACTIONS if action.scope in (Scope.MEETING, Scope.ITEM_LIST, Scope.PEOPLE)}
    assert known <= LOOKING | REFUSED
    assert known >= LOOKING


@pytest.mark.parametrize(
    ("user", "machine", "since", "expected"),
    [
        ("anna", "", SINCE, "i et andet vindue på denne computer siden 13.05"),
        ("anna", "PC-12", SINCE, "hos anna på PC-12 siden 13.05"),
        ("", "PC-12", SINCE.replace(day=25), "på PC-12 siden 25-11-2026 13.05"),
        ("anna", "PC-12", None, "hos anna på PC-12"),
    ],
)
def test_it_is_said_where_and_since_when(user: str, machine: str, since: datetime | None, expected: str) -> None:
    assert who_and_since(Elsewhere(user, machine, since, lambda: News(None, False)), MEETING_DAY.date()) == expected


async def test_a_line_that_stays_says_why_the_keys_at_the_bottom_can_be_used_and_everything_can_be_looked_at() -> None:
    async with looking() as desk:
        why = "Kun visning: mødet er åbent i et andet vindue på denne computer siden 13.05."
        assert why in desk.status
        for _ in range(12):
            await desk.tick()
        assert desk.status == why
        keys = desk.screen_lines()[-1]
        assert "F2" in keys
        assert "Ctrl+N" not in keys
        await desk.press("f2")
        await desk.tick()
        shown = desk.screen_text()
        assert why in shown
        assert "Mellemrum" not in shown.splitlines()[-1]
        await desk.press("escape", "f8")
        assert desk.item is not None
        assert desk.item.id != "item-1"
        await desk.press("escape", "up", "enter")
        assert desk.item.id == "item-1"
        await desk.press("f12")
        assert desk.is_at(ReadAloudScreen)
        await desk.press("escape", "f9")
        assert desk.is_at(ChooseDialog)
        await desk.press("enter")
        assert desk.exports == [desk.meeting]


async def test_nothing_can_be_typed_and_a_key_that_would_change_something_is_answered_in_one_line() -> None:
    desk = TwoDesks()
    async with looking(desk):
        before = desk.meeting
        await desk.type("Godkendt\n")
        await desk.paste("Indsat")
        await desk.press("ctrl+z", "backspace", "ctrl+j")
        await desk.tick(seconds=20)
        assert desk.editor().text == ""
        for key in ("ctrl+n", "ctrl+t", "f3", "f4", "ctrl+f", "ctrl+o", "ctrl+r", "ctrl+s"):
            await until_it_is_silent(desk)
            await desk.press(key)
            assert desk.is_at(LookOnlyScreen), key
            assert desk.status.startswith(texts.LOOK_ONLY_REFUSED), key
            assert desk.meeting == before, key
        desk.there = desk.there.take_up("item-1", desk.clock.now())
        await desk.tick()
        await desk.press("ctrl+q")
        assert desk.has_ended, "it is left without a question"
    assert desk.app.return_code == 0
    assert desk.saves == []


async def test_so_it_is_on_the_attendance_list_which_follows_too() -> None:
    async with looking() as desk:
        before = desk.meeting
        await desk.press("f2")
        for key in ("space", "a", "k", "g", "s", "n", "b", "asterisk"):
            await until_it_is_silent(desk)
            await desk.press(key)
            assert desk.is_at(PeopleScreen), key
            assert texts.LOOK_ONLY_REFUSED in said(desk), key
            assert desk.meeting == before, key
        assert texts.LOOK_ONLY_REFUSED in desk.screen_text()
        person = next(person for person in desk.there.people if not person.is_vacant)
        desk.there = desk.there.leave(person.id, desk.clock.advance(minutes=3))
        await desk.tick()
        assert isinstance(desk.screen, PeopleScreen)
        desk.screen.tick()
        await desk.settle()
        assert "gik 13.03" in desk.screen_text()
        await desk.press("escape")
        assert desk.is_at(LookOnlyScreen)


async def test_what_happens_there_is_shown_here_and_it_goes_along_to_the_next_item_unless_one_looks_at_another() -> (
    None
):
    async with looking() as desk:
        planned = desk.there
        desk.there = planned.add_item("Nyt punkt", after=None)
        await desk.tick()
        await desk.meeting_screen.look_at("added-item-1")
        desk.there = planned
        await desk.tick()
        assert desk.item is not None
        assert desk.item.id == "item-1", "it leaves one that is gone"
        desk.there = desk.there.take_up("item-1", desk.clock.now()).write("item-1", TextField.DECISION, "Godkendt dér")
        await desk.tick()
        assert desk.meeting == desk.there
        assert desk.editor().text == "Godkendt dér"
        assert "▶ 1. Punkt 1" in desk.screen_text(), "with the looks of the meeting screen"
        desk.there = desk.there.write("item-1", TextField.DECISION, "Ja.\nIgen")
        await desk.tick()
        assert desk.editor().text == "Ja.\nIgen"
        assert desk.saves == []
        desk.there = desk.there.take_up("item-2", desk.clock.now())
        await desk.tick()
        assert desk.item.id == "item-2"
        await desk.press("f7")
        desk.there = desk.there.take_up("item-3", desk.clock.now()).write("item-1", TextField.DECISION, "Ja")
        await desk.tick()
        assert desk.item.id == "item-1"
        await desk.type("x")
        assert desk.editor().text == "Ja"


async def test_in_a_corner_it_has_the_looks_of_the_meeting_screen_too() -> None:
    async with looking() as desk:
        desk.there = desk.there.take_up("item-1", desk.clock.now()).write("item-1", TextField.DECISION, "Ja")
        await desk.tick()
        await desk.resize(20, 5)
        first, second, third, *_, last = desk.screen_lines()
        assert first.startswith(" ▶ 1")
        assert "Beslutning" in second
        assert third.strip() == "Ja"
        assert last.startswith(" Kun visning")


async def test_once_the_other_one_is_gone_f5_opens_the_meeting_to_write() -> None:
    async with looking() as desk:
        await desk.press("f5")
        assert desk.status.startswith(texts.STILL_OPEN)
        assert desk.is_at(LookOnlyScreen)
        desk.there = desk.there.write("item-1", TextField.DECISION, "Fra det andet vindue")
        desk.is_free = True
        await desk.tick()
        assert texts.LOOK_ONLY_FREE in desk.status
        await desk.press("f5")
        assert desk.is_at(MeetingScreen)
        assert not desk.is_at(LookOnlyScreen)
        assert len(desk.opened) == 2
        await desk.press("ctrl+n")
        await desk.type(" og herfra")
        assert desk.meeting.item("item-1").decision == "Fra det andet vindue og herfra"
        assert desk.presence.told[-1] == "begin"


# Another computer


async def test_a_meeting_that_seems_open_on_another_computer_is_asked_about_and_not_opened_without_an_answer() -> None:
    desk = TwoDesks("PC-12", is_certain=False)
    async with looking(desk):
        assert desk.is_at(ChooseDialog)
        assert "hos anna på PC-12 siden 13.05" in desk.screen_text().replace("\n", " ")
        assert desk.presence.told == []
        await desk.press("escape")
        assert desk.has_ended
    assert desk.app.return_code == 0
    assert desk.presence.told == ["end"], "it is not kept from others"


async def test_it_may_be_looked_at_first_and_written_later() -> None:
    async with looking(TwoDesks("PC-12", is_certain=False)) as desk:
        await desk.press("enter")
        assert desk.is_at(LookOnlyScreen)
        desk.session = MeetingSession(desk.there, desk.clock)
        await desk.press("f5")
        assert desk.is_at(ChooseDialog)
        await desk.press("down", "enter")
        assert desk.is_at(MeetingScreen)
        assert not desk.is_at(LookOnlyScreen)
        await desk.type("Skrevet senere")
        assert desk.meeting.item("item-1").decision == "Skrevet senere"


async def test_it_may_be_written_all_the_same() -> None:
    desk = TwoDesks("PC-12", is_certain=False)
    async with looking(desk):
        await desk.press("down", "enter")
        assert desk.is_at(MeetingScreen)
        await desk.type("Skrevet her")
        assert desk.meeting.item("item-1").decision == "Skrevet her"
        assert desk.presence.told == ["begin"]
        await desk.press("ctrl+q")
    assert desk.presence.told == ["begin", "end"]
