"""A text field of one item: Textual's TextArea, with an undo that cannot crash and a hand for Markdown lists."""

from __future__ import annotations

import re
from collections.abc import Sequence

from textual import events
from textual.content import Content
from textual.document._edit import Edit
from textual.message import Message
from textual.widgets import TextArea

from referent.cleaning import clean
from referent.domain.decisions import TextField

LIST_LINE = re.compile(r"^(?P<indent>\s*)(?:(?P<bullet>[-*])|(?P<number>\d{1,9})(?P<dot>[.)]))\s+(?P<text>.*)$")
MAX_CHECKPOINTS = 500
"""How many steps of undo a field keeps. Textual's own 50 are a few minutes of typing."""


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


class Editor(SafeUndoTextArea):
    """One field of one item. It posts `Edited`, which carries no text: whoever wants the text asks for it later."""

    class Edited(Message):
        """Something changed in the field; sent at every key, so it has to cost nothing."""

        def __init__(self, editor: Editor) -> None:
            super().__init__()
            self.editor = editor

        @property
        def control(self) -> Editor:
            return self.editor

    def __init__(self, item_id: str, field: TextField, text: str, label: str, placeholder: str) -> None:
        super().__init__(
            text,
            soft_wrap=True,
            tab_behavior="focus",
            show_line_numbers=False,
            highlight_cursor_line=False,
            max_checkpoints=MAX_CHECKPOINTS,
            placeholder=placeholder,
            classes=f"-{field.value}",
        )
        self.item_id = item_id
        self.field = field
        self.cursor_blink = False
        # No-break spaces, because Textual strips plain ones where a border has no corners.
        self.border_title = Content(f"\u00a0{label}\u00a0")

    def on_mount(self) -> None:
        self.move_cursor(self.document.end)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        event.stop()
        self.post_message(self.Edited(self))

    # Textual calls the handlers of the base classes by itself: calling them here would do everything twice.

    async def _on_key(self, event: events.Key) -> None:
        if event.key in ("enter", "ctrl+j") and not self.read_only:
            # Some terminals send the line ends of a paste as Ctrl+J.
            event.stop()
            event.prevent_default()
            self._restart_blink()
            self._new_line()

    async def _on_paste(self, event: events.Paste) -> None:
        event.text = clean(event.text)

    def _new_line(self) -> None:
        """Enter goes on with a list; on an empty entry it ends the list."""
        row, column = self.cursor_location
        line = self.document.get_line(row)
        found = LIST_LINE.match(line) if self.selection.is_empty and column == len(line) else None
        if found is None:
            self._replace_via_keyboard("\n", *self.selection)
        elif not found["text"].strip():
            self._replace_via_keyboard("", (row, 0), (row, len(line)))
        else:
            marker = found["bullet"] or f"{int(found['number']) + 1}{found['dot']}"
            self._replace_via_keyboard(f"\n{found['indent']}{marker} ", *self.selection)

    def insert_as_typed(self, text: str) -> None:
        """Put text in at the cursor as one step of undo."""
        self.history.checkpoint()
        self._replace_via_keyboard(text, *self.selection)
        self.history.checkpoint()
