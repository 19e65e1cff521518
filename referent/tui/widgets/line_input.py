"""A field of one line."""

from __future__ import annotations

from textual import events
from textual.widgets import Input

from referent.cleaning import clean_line
from referent.tui.widgets.keys_in_order import KeysInOrder


class LineInput(KeysInOrder, Input):
    """What is pasted is cleaned before it is shown, and its lines come on one; Textual's takes only the first."""

    # Textual calls the handler of the base class by itself.
    def _on_paste(self, event: events.Paste) -> None:
        event.text = clean_line(event.text)
