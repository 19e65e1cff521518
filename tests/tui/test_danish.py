"""Every screen speaks Danish: no word of Textual's own shines through."""

from __future__ import annotations

import re

from tests.domain.samples import planned
from tests.tui.desk import Desk
from tests.tui.screens import every_screen

ENGLISH = re.compile(
    r"\b(search|no matches|no commands?|select|close|cancel|quit|help|usage|error|press|clear|toggle|commands?|keys"
    r"|theme|screenshot|maximize|minimize|show|hide|hit|enter (a|the|your|text)|loading|ok to|yes|this|the|and"
    r"|not found|copy|paste|undo|redo|next|previous|back|minutes|meeting|item|agenda|unknown|none|true|false)\b",
    re.IGNORECASE,
)
ALSO_DANISH = re.compile(r"\b(agenda|item)\.toml\b")


def english_in(picture: str) -> list[str]:
    return [found.group() for found in ENGLISH.finditer(ALSO_DANISH.sub("", picture))]


async def test_no_screen_and_no_dialog_has_a_word_of_english() -> None:
    async with Desk(planned()).run((120, 45)) as desk:
        await desk.press("ctrl+n")
        async for name in every_screen(desk):
            assert english_in(desk.screen_text()) == [], name


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
