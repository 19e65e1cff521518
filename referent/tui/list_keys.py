"""The keys that move about in a list, for screens where they have to keep their order with the keys around them.

A screen takes them before its list does, and in the same breath as its own: a key that a list is bound to waits in the
list's queue, where one that was typed later may overtake it.
"""

from __future__ import annotations

from textual.binding import Binding
from textual.widgets import OptionList

_MOVES = {
    "up": "cursor_up",
    "down": "cursor_down",
    "home": "first",
    "end": "last",
    "pageup": "page_up",
    "pagedown": "page_down",
}


def move_bindings() -> list[Binding]:
    """For a screen with an `action_move`, which calls `move`."""
    return [Binding(key, f"move('{how}')", show=False, priority=True) for key, how in _MOVES.items()]


def move(shown: OptionList, how: str) -> None:
    getattr(shown, f"action_{how}")()
