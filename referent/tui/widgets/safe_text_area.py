"""Textual's TextArea with an undo that cannot crash."""

from __future__ import annotations

from collections.abc import Sequence

from textual.document._edit import Edit
from textual.widgets import TextArea


class SafeUndoTextArea(TextArea):
    """Textual 8.2.8 ends the program when a pasted block is undone (Textualize/textual#6686): it re-wraps too little,
    and works out scrollbars with a cursor that stands outside the text. Here the whole text is re-wrapped, and the
    selection comes back before the scrollbars.
    """

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
