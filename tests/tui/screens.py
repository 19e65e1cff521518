"""A way to every screen and dialog, for tests that look at them all."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable

from tests.tui.desk import Desk

WAYS: dict[str, tuple[str, ...]] = {
    "meeting": (),
    "item list": ("escape",),
    "people": ("f2",),
    "vote": ("f3",),
    "formulas": ("f4",),
    "formulas, nothing found": ("f4", "q", "q", "q"),
    "missing": ("f9",),
    "read aloud": ("f12",),
    "preview": ("escape", "v"),
    "search the preview": ("escape", "v", "s"),
    "headings of the preview": ("escape", "v", "o"),
    "help": ("f1",),
    "palette": ("ctrl+p",),
    "action item": ("ctrl+o",),
    "new item": ("escape", "n"),
    "quit": ("ctrl+q",),
    "substitute": ("f2", "s"),
    "new person": ("f2", "n"),
    "remark": ("f2", "b"),
    "correct": ("f2", "r"),
    "help on people": ("f2", "f1"),
}
"""The keys to each, from the meeting screen with an item running."""


WHERE_TEXT_IS_SHOWN = (
    "meeting",
    "item list",
    "people",
    "vote",
    "missing",
    "read aloud",
    "preview",
    "action item",
    "substitute",
    "remark",
)
"""The screens that show something from the agenda or of what was written."""


async def every_screen(desk: Desk, names: Iterable[str] = WAYS) -> AsyncIterator[str]:
    """Go to every screen and dialog of a running meeting, and back again."""
    for name in names:
        keys = WAYS[name]
        await desk.press(*keys)
        yield name
        for _ in range(4):
            if desk.screen is not desk.meeting_screen:
                await desk.press("escape")
        assert desk.screen is desk.meeting_screen, f"Escape does not lead back from {name}"
        desk.meeting_screen.writing.focus_decision()
