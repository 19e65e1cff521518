"""No state is told by colour alone, and the clock can be read in both themes (WCAG 2.1 AA)."""

from __future__ import annotations

from referent.domain.meeting import Meeting
from tests.domain.samples import at
from tests.fakes import FakeClock
from tests.tui.desk import Desk
from tests.tui.looks import Look
from tests.tui.test_snapshots import AGENDA, under_way


async def test_the_clock_says_in_words_what_its_colour_says_and_stands_out_in_both_themes() -> None:
    seen = {}
    async with Desk(under_way(), clock=FakeClock(at("13.10"))).run((120, 40)) as desk:
        for clock, step in {"13.10": 0, "13.20": 600, "13.31.20": 680, "13.50": 1120}.items():
            await desk.tick(seconds=step)
            assert desk.clock.now() == at(clock)
            seen[clock] = desk.screen_lines()[1]
            if clock in ("13.20", "13.31.20"):  # over the time is how `test_every_screen.py` looks at it
                assert Look(desk).too_faint == {}, (clock, desk.app.theme)
                desk.meeting_screen.action_theme()
                await desk.settle()
                assert Look(desk).too_faint == {}, (clock, desk.app.theme)
        assert desk.themes == [False, True]
    assert "tilbage" in seen["13.10"]
    assert "kun" not in seen["13.10"]
    assert "kun 4:40 tilbage" in seen["13.31.20"]
    assert "over tiden" in seen["13.50"]


async def test_every_state_of_an_item_has_a_sign_of_its_own() -> None:
    meeting = Meeting.planned(AGENDA).take_up("1", at("13.00")).take_up("2", at("13.05"))
    meeting = meeting.put_off("4", at("13.06")).withdraw("5", at("13.07"))
    async with Desk(meeting, clock=FakeClock(at("13.08"))).run() as desk:
        rows = [line[1:2] for line in desk.screen_lines()[3:9]]
        assert rows[0] == "✓"
        assert rows[1] == "▶"
        assert len(set(rows)) == 5
