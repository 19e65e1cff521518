"""A terminal of any size, and a clock that jumps: the meeting goes on."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import cycle

from referent.domain.clock import SystemClock
from referent.domain.decisions import TextField
from tests.fakes import MEETING_DAY, FakeClock
from tests.tui.desk import Desk
from tests.tui.hostile import hostile_meeting
from tests.tui.screens import KINDS, WHERE_TEXT_IS_SHOWN, every_screen

CORNER = (20, 5)
NEXT_TO_NOTHING = (10, 3)


class Laptop(FakeClock):
    """A machine whose lid can be shut, behind the clock of the program."""

    def __init__(self) -> None:
        super().__init__()
        self._machine = SystemClock(lambda: self._now, lambda: self._monotonic)

    def now(self) -> datetime:
        return self._machine.now()

    def sleep(self, **step: float) -> None:
        """The wall clock goes on, and nothing else does."""
        self._now += timedelta(**step)


async def test_in_a_corner_the_running_item_its_clock_the_decision_and_what_has_to_be_said_are_there() -> None:
    async with Desk().run() as desk:
        await desk.resize(*CORNER)
        await desk.press("ctrl+n")
        assert desk.screen_lines()[-1].strip() == "Punkt 1 er taget op"
        await desk.tick(seconds=30)
        await desk.type("Ja")
        first, second, third, *_ = desk.screen_lines()
        assert first.startswith(" ▶ 1")
        assert "9:30 tilbage" in first
        assert "Beslutning" in second
        assert third.strip() == "Ja"
        assert desk.meeting.item("item-1").decision == "Ja"
        await desk.tick()
        assert "9:29 tilbage" in desk.screen_lines()[0]
        desk.saving_fails = OSError(28, "No space left on device")
        await desk.type("!")
        await desk.press("ctrl+s")
        decision, message, warning = desk.screen_lines()[2:]
        assert decision.strip() == "Ja!"
        assert message.strip() == "Punkt 1 er taget op"
        assert warning.startswith(" Kan ikke gemme")


async def test_after_growing_again_everything_is_as_before() -> None:
    async with Desk().run() as desk:
        await desk.press("ctrl+n")
        await desk.type("Godkendt")
        before = desk.screen_text()
        for size in (CORNER, (40, 8), (59, 11), (200, 5), (20, 60), CORNER, (80, 24)):
            await desk.resize(*size)
            desk.screen_lines()
        assert desk.screen_text() == before
        await desk.type(".")
        assert desk.meeting.item("item-1").decision == "Godkendt."


async def test_in_a_corner_one_can_go_to_the_list_and_to_every_field() -> None:
    async with Desk().run(size=CORNER) as desk:
        await desk.press("escape")
        assert "Punkter" in desk.screen_text()
        await desk.press("down", "enter")
        assert desk.item is not None
        assert desk.item.id == "item-2"
        await desk.type("B")
        await desk.press("f6")
        await desk.type("R")
        assert "Referat" in desk.screen_text()
        await desk.press("f6")
        await desk.type("N")
        assert "Noter" in desk.screen_text()
        assert [desk.item.text(field) for field in TextField] == ["B", "R", "N"]


async def test_every_kind_of_screen_opens_in_a_corner_or_in_next_to_nothing_and_is_seen_in_both() -> None:
    """All of them, in windows of more sizes: `python -m tests.campaigns.hostile_screens`."""
    sizes = cycle((NEXT_TO_NOTHING, CORNER))
    async with Desk(hostile_meeting("[/] Budget og regnskab")).run(size=CORNER) as desk:
        await desk.press("ctrl+n")
        async for name in every_screen(desk, KINDS):
            assert len(desk.screen_lines()) == desk.app.size.height, name
            if name in WHERE_TEXT_IS_SHOWN:
                size = next(sizes)
                await desk.resize(*size)
                assert len(desk.screen_lines()) == size[1], name
            assert not desk.has_ended
        await desk.resize(*NEXT_TO_NOTHING)
        await desk.type("ord")
        await desk.tick()
        assert desk.meeting.item("i1").decision.endswith("ord")


async def test_after_a_sleep_the_timers_are_right_it_is_said_and_what_was_written_is_saved_as_before_it() -> None:
    laptop = Laptop()
    async with Desk(clock=laptop).run(size=(120, 30)) as desk:
        await desk.press("ctrl+n")
        await desk.tick(seconds=60)
        laptop.sleep(minutes=5)
        await desk.tick()
        assert "3:59 tilbage" in desk.screen_text()
        assert "er gået 5 min. frem" in desk.status
        await desk.type("Før")
        laptop.sleep(minutes=40)
        await desk.tick(seconds=5)
        assert "36:06 over tiden" in desk.screen_text()
        assert "er gået 40 min. frem" in desk.status
        assert desk.saved.item("item-1").decision == "Før"
        await desk.press("ctrl+n")
        taken = desk.meeting.item("item-2").spans[0].start
        assert taken == MEETING_DAY + timedelta(minutes=46, seconds=6)


async def test_a_clock_that_is_set_back_keeps_the_order_and_the_timers_going() -> None:
    laptop = Laptop()
    async with Desk(clock=laptop).run(size=(120, 30)) as desk:
        await desk.press("ctrl+n")
        await desk.tick(seconds=60)
        laptop.sleep(hours=-1)
        await desk.tick(seconds=60)
        assert "8:00 tilbage" in desk.screen_text()
        await desk.press("ctrl+n")
        first, second = (desk.meeting.item(id).spans[0] for id in ("item-1", "item-2"))
        assert first.end == second.start == MEETING_DAY + timedelta(minutes=2)
