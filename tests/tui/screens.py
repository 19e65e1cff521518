"""A way to every screen and dialog, for tests that look at them all."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable
from typing import Any

from textual.screen import Screen

from tests.tui.desk import Desk

WAYS: dict[str, tuple[str, ...]] = {
    "meeting": (),
    "item list": ("escape",),
    "preview": ("escape", "v"),
    "search the preview": ("escape", "v", "s"),
    "headings of the preview": ("escape", "v", "o"),
    "new item": ("escape", "n"),
    "people": ("f2",),
    "substitute": ("f2", "s"),
    "new person": ("f2", "n"),
    "remark": ("f2", "b"),
    "correct": ("f2", "r"),
    "help on people": ("f2", "f1"),
    "vote": ("f3",),
    "formulas": ("f4",),
    "formulas, nothing found": ("f4", "q", "q", "q"),
    "missing": ("f9",),
    "read aloud": ("f12",),
    "help": ("f1",),
    "palette": ("ctrl+p",),
    "action item": ("ctrl+o",),
    "quit": ("ctrl+q",),
}
"""The keys to each, from the meeting screen with an item running. What is opened from one screen stands together."""

ON_THE_SAME_SCREEN = ("meeting", "item list", "formulas, nothing found")
"""Those that open nothing beyond the one before."""

OF_A_KIND_WITH_ANOTHER = (
    "search the preview",
    "headings of the preview",
    "new person",
    "help on people",
    "formulas, nothing found",
    "correct",
)
"""Dialogs that differ from another one in their words alone."""
KINDS = tuple(name for name in WAYS if name not in OF_A_KIND_WITH_ANOTHER)
"""One of each kind."""

WHERE_TEXT_IS_SHOWN = (
    "meeting",
    "item list",
    "preview",
    "people",
    "substitute",
    "remark",
    "vote",
    "missing",
    "read aloud",
    "action item",
)
"""The screens that show something from the agenda or of what was written."""


async def every_screen(desk: Desk, names: Iterable[str] = WAYS) -> AsyncIterator[str]:
    """Go to every screen and dialog of a running meeting, and back again.

    A screen that leads to the next one, too, is closed after that: to open it anew is most of what a look costs.
    """
    way: list[tuple[str, Screen[Any]]] = []
    for name in names:
        keys = WAYS[name]
        way = way[: _shared(way, keys, desk)]
        before = way[-1][1] if way else desk.meeting_screen
        await _escape_to(before, desk, name)
        if not way:
            desk.meeting_screen.writing.focus_decision()
        for key in keys[len(way) :]:
            await desk.press(key)
            way.append((key, desk.screen))
        assert name in ON_THE_SAME_SCREEN or desk.screen is not before, f"{name} does not open"
        yield name
    await _escape_to(desk.meeting_screen, desk, "the end")
    desk.meeting_screen.writing.focus_decision()


def _shared(way: list[tuple[str, Screen[Any]]], keys: tuple[str, ...], desk: Desk) -> int:
    """How many of the keys that led to where one is lead to the next one, too."""
    count = 0
    for count, (key, (pressed, _)) in enumerate(zip(keys, way, strict=False), 1):
        if key != pressed:
            count -= 1
            break
    # On the meeting screen itself the focus may have gone elsewhere since.
    return count if count and way[count - 1][1] is not desk.meeting_screen else 0


async def _escape_to(wanted: Screen[Any], desk: Desk, name: str) -> None:
    for _ in range(4):
        if desk.screen is not wanted:
            await desk.press("escape")
    assert desk.screen is wanted, f"Escape does not lead back on the way to {name}"
