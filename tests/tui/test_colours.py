"""Text can be read in both themes (WCAG 2.1 AA), and no state is told by colour alone."""

from __future__ import annotations

import pytest
from rich.segment import Segment
from textual._context import visible_screen_stack

from referent.domain.meeting import Meeting
from referent.minutes.contrast import LEAST, contrast
from referent.ports import Settings
from tests.domain.samples import at
from tests.fakes import FakeClock
from tests.tui.desk import Desk
from tests.tui.screens import every_screen
from tests.tui.test_snapshots import AGENDA, under_way


def too_faint(desk: Desk) -> dict[str, float]:
    """Each text on the screen, or in the dialog on it, that stands out too little from its ground."""
    visible_screen_stack.set(desk.app._background_screens)
    found = {}
    shown = desk.screen.query(".dialog").first().region if desk.screen.is_modal else desk.screen.region
    strips = desk.screen._compositor.render_strips(desk.app.size)
    for strip in strips[shown.y : shown.bottom]:
        for segment in strip.crop(shown.x, shown.right):
            if any(map(str.isalnum, segment.text)) and contrast_of(segment) < LEAST:
                found[segment.text.strip()] = round(contrast_of(segment), 2)
    return found


def contrast_of(segment: Segment) -> float:
    style = segment.style
    assert style is not None
    assert style.color is not None
    assert style.bgcolor is not None
    colours = [colour.get_truecolor().hex.removeprefix("#") for colour in (style.color, style.bgcolor)]
    return contrast(*colours)


@pytest.mark.parametrize("is_dark", [True, False], ids=["dark", "light"])
@pytest.mark.parametrize("clock", ["13.20", "13.31.20", "13.50"], ids=["calm", "amber", "red"])
async def test_every_text_stands_out_from_its_ground(is_dark: bool, clock: str) -> None:
    desk = Desk(under_way(), settings=Settings(is_dark=is_dark), clock=FakeClock(at(clock)))
    async with desk.run((120, 40)):
        names = ("meeting", "item list", "people", "read aloud", "preview", "missing", "palette", "vote", "help")
        async for name in every_screen(desk, names if clock == "13.50" else names[:1]):
            assert too_faint(desk) == {}, name


async def test_the_clock_says_in_words_what_its_colour_says() -> None:
    seen = {}
    for clock in ("13.10", "13.31.20", "13.50"):
        async with Desk(under_way(), clock=FakeClock(at(clock))).run() as desk:
            seen[clock] = desk.screen_lines()[1]
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
