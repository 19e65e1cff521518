"""The plain mode for screen readers and braille lines; `test_every_screen.py` looks for signs and colours in it."""

from __future__ import annotations

from textual.geometry import Offset

from referent.ports import Settings
from tests.domain.samples import THREE_ITEMS, at
from tests.fakes import FakeClock
from tests.tui.desk import Desk
from tests.tui.test_snapshots import under_way


def plain(meeting: object = THREE_ITEMS, clock: str = "13.31.20") -> Desk:
    return Desk(meeting, settings=Settings(is_plain=True), clock=FakeClock(at(clock)))  # type: ignore[arg-type]


async def test_the_list_says_in_words_what_signs_say_elsewhere_and_numbers_are_read_aloud_as_text() -> None:
    async with plain(under_way()).run((100, 30)) as desk:
        await desk.press("escape")
        text = desk.screen_text()
        for line in (
            "1. Godkendelse af dagsordenen, behandlet, brugt 4 af 5 min., besluttet",
            "i gang, brugt 25 af 30 min., besluttet",
            "3. Ansættelse af projektleder, venter, planlagt 20 min., mangler beslutning, lukket",
            "4. Orientering om vinterens vagtplan, udsat",
        ):
            assert line in text, line
        assert "I gang: 2. Fælles træningstilbud" in text
        assert "af 30 min." in text
        await desk.press("f12")
        assert "2. Fælles træningstilbud" in desk.screen_text().split("\n", 1)[1]


async def test_all_stands_in_one_column_what_has_the_focus_is_said_and_the_cursor_is_where_the_text_is() -> None:
    async with plain().run((120, 40)) as desk:
        screen = desk.meeting_screen
        assert {widget.region.x for widget in (screen.items, screen.head, screen.case, screen.writing)} == {0}
        await desk.type("Ja.")
        assert desk.app.cursor_position == desk.editor().cursor_screen_offset
        await desk.press("tab")
        assert desk.status == "Du er i: Noter (kun til dig)" or "Referat" in desk.status
        await desk.press("escape")
        assert desk.status == "Du er i: Punkter"
        await desk.press("down")
        where = desk.app.cursor_position
        assert desk.screen_lines()[where.y].startswith("2. Punkt 2")
        await desk.press("f9", "down")
        where = desk.app.cursor_position
        assert "PDF" in desk.screen_lines()[where.y]


async def test_in_the_usual_mode_the_cursor_is_left_to_textual() -> None:
    async with Desk().run() as desk:
        await desk.press("escape", "down")
        assert desk.app.cursor_position != Offset(0, 0)
        assert not desk.app.has_class("-plain")
