"""No word of Textual's own shines through. The screens of a meeting are in `test_every_screen.py`."""

from __future__ import annotations

from tests.domain.samples import planned
from tests.tui.desk import Desk
from tests.tui.looks import english_in


async def test_the_start_screen_has_no_word_of_english() -> None:
    async with Desk(entries=[]).run((120, 45)) as desk:
        for keys in ((), ("f1",), ("ctrl+p",), ("q", "q")):
            await desk.press(*keys)
            assert english_in(desk.screen_text()) == []
            if keys:
                await desk.press("escape") if desk.screen.is_modal else None


async def test_nothing_that_is_said_has_a_word_of_english() -> None:
    async with Desk(planned()).run((120, 45)) as desk:
        for keys in (["ctrl+r"], ["f5"], ["ctrl+n"], ["ctrl+t"], ["f5"], ["ctrl+f"], ["ctrl+s"], ["ctrl+r"]):
            await desk.press(*keys)
            assert desk.status, keys
            assert english_in(desk.status) == []


def test_the_look_for_english_finds_it() -> None:
    assert english_in("No matches found") == ["No matches"]
    assert english_in("Tryk Enter · Esc lukker · Afslut") == []
