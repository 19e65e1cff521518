"""Textual's TextArea with an undo that cannot crash, all of its text in sight after a resize, and everybody's keys."""

from __future__ import annotations

from collections.abc import Sequence

from textual.binding import Binding
from textual.document._edit import Edit
from textual.widgets import TextArea

from referent.tui.widgets.keys_in_order import KeysInOrder


class SafeUndoTextArea(KeysInOrder, TextArea):
    """Textual 8.2.8 ends the program when a pasted block is undone (Textualize/textual#6686): it re-wraps too little,
    and works out scrollbars with a cursor that stands outside the text. Here the whole text is re-wrapped, and the
    selection comes back before the scrollbars.
    """

    BINDINGS = [
        # What every other program has, and Textual's text area has not. Its own keys for it are taken here.
        Binding("ctrl+home", "text_start", show=False),
        Binding("ctrl+end", "text_end", show=False),
        Binding("ctrl+shift+home", "text_start(True)", show=False),
        Binding("ctrl+shift+end", "text_end(True)", show=False),
        Binding("ctrl+a", "select_all", show=False),
        Binding("ctrl+delete", "delete_word_right", show=False),
    ]

    def action_text_start(self, select: bool = False) -> None:
        self.move_cursor((0, 0), select=select)

    def action_text_end(self, select: bool = False) -> None:
        self.move_cursor(self.document.end, select=select)

    def _rewrap_and_refresh_virtual_size(self) -> None:
        """Textual wraps the text to a new size and does not paint it: the words beyond the old edge were not seen."""
        super()._rewrap_and_refresh_virtual_size()
        self.refresh()

    def _recompute_cursor_offset(self) -> None:
        location = self.clamp_visitable(self.cursor_location)
        self._cursor_offset = self.wrapped_document.location_to_offset(location)

    def _undo_batch(self, edits: Sequence[Edit]) -> None:
        for edit in reversed(edits):
            edit.undo(self)
        self._after_batch(list(reversed(edits)))

    def _redo_batch(self, edits: Sequence[Edit]) -> None:
        for edit in edits:
            edit.do(self, record_selection=False)
        self._after_batch(edits)

    def _after_batch(self, edits: Sequence[Edit]) -> None:
        if not edits:
            return
        self.wrapped_document.wrap(self.wrap_width, self.indent_width)
        for edit in edits:
            edit.after(self)
        self._refresh_size()
        self._build_highlight_map()
        self.post_message(self.Changed(self))
        self.update_suggestion()
        self.refresh()
