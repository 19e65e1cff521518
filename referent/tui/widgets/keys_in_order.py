"""Keys that a widget has bindings for, dealt with in the order in which they were typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events

if TYPE_CHECKING:
    from textual.widget import Widget
else:
    Widget = object


class KeysInOrder(Widget):
    """Textual 8.2.8 sends a key that is bound, such as Backspace, all the way up to the app before it does anything,
    while letters are taken at once: of "abc", Backspace and "x" typed in one breath, Backspace takes the "x". Here the
    widget does what it has bindings for itself, in its turn.
    """

    async def _on_key(self, event: events.Key) -> None:
        for binding in self._bindings.key_to_bindings.get(event.key, ()):
            if not binding.priority and await self.app.run_action(binding.action, self):
                event.stop()
                event.prevent_default()
                return
