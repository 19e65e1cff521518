"""A text field in which a name that is begun after "@" is completed to a person of the meeting."""

from __future__ import annotations

from typing import Any

from textual.document._document import EditResult, Location
from textual.document._edit import Edit
from textual.message import Message
from textual.widgets import TextArea

from referent.tui.widgets.safe_text_area import SafeUndoTextArea
from referent.tui.widgets.writing_aids import Completion, WritingAids, begins_name, word_begun


class NameField(SafeUndoTextArea):
    """Offers names while one is typed. It shows none itself: whoever hears `NamesOffered` does."""

    class NamesOffered(Message):
        """Other names fit what is typed than before, or none; they stand in `completion`."""

        def __init__(self, field: NameField) -> None:
            super().__init__()
            self.field = field

    def __init__(self, text: str, aids: WritingAids, **options: Any) -> None:
        super().__init__(text, **options)
        self.aids = aids
        self.completion: Completion | None = None

    def on_text_area_selection_changed(self, event: TextArea.SelectionChanged) -> None:
        event.stop()
        if self.completion is not None:
            self._follow_name()

    def edit(self, edit: Edit) -> EditResult:
        result = super().edit(edit)
        if self.completion is not None:
            self._follow_name()
        elif edit.text == "@":
            self._begin_name_after_mark()
        return result

    def replace_at_once(self, text: str, start: Location, end: Location) -> None:
        """Replace as a hand would, as one step of undo."""
        self.history.checkpoint()
        self._replace_via_keyboard(text, start, end)
        self.history.checkpoint()

    @property
    def is_offering(self) -> bool:
        return self.completion is not None and bool(self.completion.offers)

    def complete_name(self) -> bool:
        """Offer names for the word before the cursor; the only one that fits is put in at once. Whether any fits."""
        row, column = self.cursor_location
        before = self.document.get_line(row)[:column]
        start = word_begun(before)
        names = self.aids.names()
        only = names.meant(before[start:])
        if only is not None:
            self.replace_at_once(only, (row, start), (row, column))
            return True
        self.completion = Completion(names, row, start, "")
        self._follow_name()
        return self.is_offering

    def _begin_name_after_mark(self) -> None:
        row, column = self.cursor_location
        before = self.document.get_line(row)[:column]
        if before.endswith("@") and begins_name(before[:-1]):
            self.completion = Completion(self.aids.names(), row, column - 1, "@")
            self._follow_name()

    def _follow_name(self) -> None:
        completion = self.completion
        if completion is None:
            return
        row, column = self.cursor_location
        offers = completion.offers
        if not completion.follow(row, self.document.get_line(row)[:column]):
            self.close_names()
        elif completion.offers != offers:
            self.post_message(self.NamesOffered(self))

    def mark_name(self, steps: int) -> None:
        if self.completion is not None:
            self.completion.move(steps)
            self.post_message(self.NamesOffered(self))

    def take_name(self) -> bool:
        """Put the marked name in; whether there was one."""
        completion = self.completion
        if completion is None or not completion.offers:
            return False
        self.completion = None
        self.replace_at_once(completion.chosen, (completion.row, completion.start), self.cursor_location)
        self.post_message(self.NamesOffered(self))
        return True

    def close_names(self) -> bool:
        """Leave the name as it is typed; whether any were offered."""
        was_offering = self.is_offering
        self.completion = None
        if was_offering:
            self.post_message(self.NamesOffered(self))
        return was_offering
