"""The minutes on the screen: to read them through, go to a place that is to be corrected, and come back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from referent import screen_texts as texts
from referent.minutes.editions import Edition
from referent.minutes.parts import Part, minutes_parts
from referent.tui.screens.preview import PreviewScreen

if TYPE_CHECKING:
    from referent.tui.screens.meeting import MeetingScreen


async def show_minutes(screen: MeetingScreen) -> None:
    """Begins at the item that one looks at, which after a correction is the one that was corrected."""
    await screen.collect_last_keys()
    parts = minutes_parts(screen.meeting, screen.opened.layout(), Edition())

    async def correct(part: Part | None) -> None:
        if part is None:
            return
        screen.status.say(texts.PREVIEW_BACK)
        if part.item is not None:
            await screen.look_at(part.item.id)
            screen.writing.focus_decision()
        else:
            await screen.run_action("people")

    await screen.app.push_screen(PreviewScreen(parts, screen.looked_at, screen.keymap), correct)
