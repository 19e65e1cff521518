""" "Fordel resten": a plan for the rest on request, beside the slots, and the plan only when it is adopted."""

from __future__ import annotations

from referent import screen_texts as texts
from referent.domain.meeting import Meeting
from tests.domain.samples import agenda, at, by_length, item
from tests.fakes import FakeClock
from tests.tui.desk import Desk

AGENDA = agenda(item(1, by_length(30)), item(2, by_length(20)), item(3, by_length(40)), start="13.00", end="15.00")


def desk_at(clock: str) -> Desk:
    return Desk(Meeting.planned(AGENDA).take_up("item-1", at("13.00")), clock=FakeClock(at(clock)))


def row(desk: Desk, number: int) -> str:
    lines = [line for line in desk.screen_lines() if f" {number} Punkt {number}" in line]
    return lines[0].split("│")[1].strip(" ▎")


async def test_the_shares_stand_beside_the_slots_and_adopted_they_are_the_plan_until_it_is_undone_or_taken_back() -> (
    None
):
    async with desk_at("13.15").run((120, 30)) as desk:
        before = desk.meeting
        await desk.press("escape", "f")
        assert "20' ≈30'" in row(desk, 2)
        assert "40' ≈60'" in row(desk, 3)
        assert "15.00" in desk.status
        assert desk.meeting == before, "nothing of the meeting changes"
        await desk.resize(80, 24)
        assert "20' ≈30'" in row(desk, 2)
        await desk.resize(120, 30)
        await desk.press("f")
        assert "≈" not in row(desk, 2)
        assert desk.status == texts.PLAN_OF_AGENDA
        await desk.press("b", "ctrl+r")
        assert desk.status == texts.UNDONE.format(what=texts.PLAN_ADOPTED)
        assert desk.meeting.shared_since is None
        await desk.press("f", "b")
        assert desk.status == texts.PLAN_ADOPTED
        assert "13.30 ≈30'" in row(desk, 2)
        assert "til tiden" in desk.screen_text()
        await desk.tick(minutes=5)
        await desk.press("ctrl+n")
        assert "af 30 min." in desk.screen_text()
        await desk.press("escape", "f")
        assert desk.status == texts.PLAN_OF_AGENDA
        assert "af 20 min." in desk.screen_text()


async def test_before_the_meeting_and_where_nothing_is_left_there_is_nothing_to_share() -> None:
    async with Desk(AGENDA).run() as desk:
        await desk.press("escape", "f")
        assert desk.status == texts.NOTHING_TO_SHARE
        await desk.press("ctrl+n")
        assert desk.status != texts.NOTHING_TO_SHARE
        await desk.tick(hours=2, minutes=10)
        await desk.press("escape", "f")
        assert desk.status == texts.NOTHING_TO_SHARE
        await desk.press("b")
        assert desk.meeting.shared_since is None


async def test_where_the_agenda_says_nothing_of_the_end_that_is_the_reason() -> None:
    async with Desk(agenda(item(1), item(2))).run() as desk:
        await desk.press("ctrl+n", "escape", "f")
        assert desk.status == texts.NO_END_TO_SHARE


def test_what_is_said_of_the_rest_fits_one_line_of_80() -> None:
    assert len(texts.REST_SHARED.format(end="15.30")) <= 79
