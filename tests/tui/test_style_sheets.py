"""What Textual would read while somebody waits for a dialog."""

from __future__ import annotations

from pathlib import Path

from referent import tui
from tests.tui.desk import Desk

OTHERS = {"start.tcss", "plain.tcss"}
"""Of the screen before, and of the plain mode."""


async def test_when_the_meeting_is_on_the_screen_the_style_sheets_of_all_that_it_opens_are_read() -> None:
    sheets = {path for path in Path(tui.__path__[0]).rglob("*.tcss") if path.name not in OTHERS}
    async with Desk().run() as desk:
        read = {Path(path) for path, _ in desk.app.stylesheet.source}
        assert sheets <= read
        await desk.press("f2", "b")
        assert len(desk.app.stylesheet.source) >= len(read)
        assert {Path(path) for path, _ in desk.app.stylesheet.source if path.endswith(".tcss")} == sheets
