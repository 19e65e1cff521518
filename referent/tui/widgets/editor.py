"""A text field of one item: with a hand for lists, formulas, names and abbreviations."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from textual import events
from textual.content import Content
from textual.document._document import Document, EditResult, Location, Selection
from textual.document._edit import Edit
from textual.widgets import TextArea

from referent.cleaning import clean
from referent.domain.decisions import TextField
from referent.minutes.phrases import ENDS, LONGEST_ABBREVIATED, MARK, abbreviated, places_in
from referent.tui.widgets.name_field import NameField
from referent.tui.widgets.writing_aids import WritingAids

LIST_LINE = re.compile(r"^(?P<indent>\s*)(?:(?P<bullet>[-*])|(?P<number>\d{1,9})(?P<dot>[.)]))\s+(?P<text>.*)$")
MAX_CHECKPOINTS = 500
"""How many steps of undo a field keeps. Textual's own 50 are a few minutes of typing."""


Written = Callable[[str, TextField, str], None]
"""Is told the item, the field and its whole text."""


def _nobody(item_id: str, field: TextField, text: str) -> None:
    """Where nobody listens."""


def _alike(one: str, other: str) -> int:
    """How many characters both begin with."""
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


class PutIn(NamedTuple):
    """A formula that was put in, and what was selected after it; forgotten with the next change of the text."""

    formula: str
    selection: Selection


class Editor(NameField):
    """One field of one item. Every change of its text is told to `written` in the same breath, undo and redo as well: a
    message would come after the letter is on the screen.
    """

    def __init__(
        self,
        item_id: str,
        field: TextField,
        text: str,
        label: str,
        placeholder: str,
        written: Written = _nobody,
        aids: WritingAids | None = None,
    ) -> None:
        super().__init__(
            text,
            aids or WritingAids(),
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
        self._written = written
        self._put_in: PutIn | None = None
        self._gap_after: Selection | None = None
        """Where the cursor stands after the space that a formula ends with."""
        self._sentence_before: Selection | None = None
        """Where the cursor stands after a formula that is a whole sentence: a letter does not go on without a space."""
        self._was_undone = False
        self.cursor_blink = False
        # No-break spaces, because Textual strips plain ones where a border has no corners.
        self.border_title = Content(f"\u00a0{label}\u00a0")

    def on_mount(self) -> None:
        self.move_cursor(self.document.end)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        event.stop()

    def edit(self, edit: Edit) -> EditResult:
        result = super().edit(edit)
        self._written(self.item_id, self.field, self.text)
        self._put_in = self._gap_after = self._sentence_before = None
        self._was_undone = False
        return result

    def _after_batch(self, edits: Sequence[Edit]) -> None:
        super()._after_batch(edits)
        self._written(self.item_id, self.field, self.text)
        self._put_in = self._gap_after = self._sentence_before = None
        self._was_undone = True

    # Textual calls the handlers of the base classes by itself: calling them here would do everything twice.

    async def _on_key(self, event: events.Key) -> None:
        if self.read_only or not self._has_taken(event):
            return
        event.stop()
        event.prevent_default()
        self._restart_blink()

    def _has_taken(self, event: events.Key) -> bool:
        """Whether the key means something else here than in any text. Asked at every key, so it has to cost nothing."""
        if event.key in ("enter", "ctrl+j"):  # some terminals send the line ends of a paste as Ctrl+J
            if not self.take_name():
                self._expand("")
                self._new_line()
            return True
        if event.key in ("up", "down") and self.is_offering:
            self.mark_name(1 if event.key == "down" else -1)
            return True
        if event.character == " " and self._gap_after == self.selection:
            self._gap_after = None  # the hand goes on as after any word; the space is there already
            return True
        if event.character is None:
            return False
        self._stand_apart(event.character)
        return event.character in ENDS and self._expand(event.character)

    async def _on_paste(self, event: events.Paste) -> None:
        event.text = clean(event.text)
        self._stand_apart(event.text[:1])

    def _stand_apart(self, first: str) -> None:
        """A space before what begins with `first`, where it would run on right after a sentence that was put in."""
        if first.isalnum() and self._sentence_before == self.selection and not self.read_only:
            self._replace_via_keyboard(" ", *self.selection)

    def _new_line(self) -> None:
        """Enter goes on with a list; on an empty entry it ends the list. It finishes a line that means something."""
        row, column = self.cursor_location
        line = self.document.get_line(row)
        is_at_end = self.selection.is_empty and column == len(line)
        if is_at_end and self._finish_line(row, line, is_leaving=False):
            return
        found = LIST_LINE.match(line) if is_at_end else None
        if found is None:
            self._replace_via_keyboard("\n", *self.selection)
        elif not found["text"].strip():
            self._replace_via_keyboard("", (row, 0), (row, len(line)))
        else:
            marker = found["bullet"] or f"{int(found['number']) + 1}{found['dot']}"
            self._replace_via_keyboard(f"\n{found['indent']}{marker} ", *self.selection)

    def insert_as_typed(self, text: str) -> None:
        """Put text in at the cursor as one step of undo."""
        self.replace_at_once(text, *self.selection)

    def on_blur(self) -> None:
        self.close_names()
        # Another window of the computer is not another field, and what ends with the screen has been saved already.
        if self.app.app_focus and self.screen.is_current:
            self.finish_line()

    def finish_line(self) -> None:
        """The field is left: the line that the cursor is in is finished."""
        row = self.cursor_location[0]
        self._finish_line(row, self.document.get_line(row), is_leaving=True)

    def _finish_line(self, row: int, line: str, *, is_leaving: bool) -> bool:
        if "!" not in line or self.read_only or not self.aids.line_finished(self.item_id, self.field, line, is_leaving):
            return False
        self.replace_at_once("", (row, 0), (row, len(line)))
        return True

    def bring_back(self, line: str) -> None:
        """A line that had become something else is text again, at the end."""
        self.move_cursor(self.document.end)
        last = self.document.get_line(self.document.line_count - 1)
        self.replace_at_once(f"\n{line}" if last.strip() else line, self.document.end, self.document.end)

    def become(self, text: str) -> None:
        """Hold `text`, which was written elsewhere; only what differs is changed, so that undo takes small steps."""
        old = self.text
        start = _alike(old, text)
        end = _alike(old[start:][::-1], text[start:][::-1])
        document = self.document
        assert isinstance(document, Document)
        places = (document.get_location_from_index(place) for place in (start, len(old) - end))
        self.replace(text[start : len(text) - end], *places, maintain_selection_offset=True)

    # Formulas

    def write_formula(self, formulas: Sequence[str]) -> None:
        """Put the first of `formulas` in, or where the last thing done was to put one in, the next instead of it. What
        was typed is never replaced.
        """
        put_in = self._put_in
        if put_in is None or put_in.selection != self.selection or put_in.formula not in formulas:
            formula = formulas[0]
        else:
            formula = formulas[(formulas.index(put_in.formula) + 1) % len(formulas)]
            if formula == put_in.formula:
                return
            self.undo()
        self.insert_apart(formula)
        self._put_in = PutIn(formula, self.selection)

    def insert_apart(self, text: str) -> None:
        """Put text in where the cursor is, apart from what stands around it, and go to the first place in it that is to
        be written in.
        """
        row, column = where = max(self.selection)
        line = self.document.get_line(row)
        before, behind = line[:column], line[column:]
        stands_apart = not before or before[-1].isspace()
        gap = "" if stands_apart else ("\n\n" if "\n" in text else " ")
        tail = " " if behind and not behind[0].isspace() and not text.endswith(" ") else ""
        self.replace_at_once(gap + text + tail, where, where)
        if self._select_place(where, len(gap + text)):
            return
        if text.endswith(" "):
            self._gap_after = self.selection
        elif text.endswith((".", "!", "?")) and not tail:
            self._sentence_before = self.selection

    def next_place(self) -> bool:
        """Go to the next place that is to be written in; whether there is one after the cursor."""
        if "{" not in self.text:
            return False
        return self._select_place(max(self.selection))

    def _select_place(self, after: Location, length: int | None = None) -> bool:
        """Select the first place from `after` on, within `length` characters where that is given."""
        document = self.document
        assert isinstance(document, Document)
        begin = document.get_index_from_location(after)
        start, end = next(places_in(self.text, begin), (0, 0))
        if not end or (length is not None and end > begin + length):
            return False
        self.selection = Selection(document.get_location_from_index(start), document.get_location_from_index(end))
        return True

    # Abbreviations

    def _expand(self, end: str) -> bool:
        """Replace the abbreviation before the cursor by its sentence and `end`, the character that finished it. One
        that an undo gave back is left alone.
        """
        if not self.aids.abbreviations or self._was_undone or not self.selection.is_empty:
            return False
        row, column = self.cursor_location
        before = self.document.get_line(row)[max(0, column - LONGEST_ABBREVIATED) : column]
        found = abbreviated(before, self.aids.abbreviations) if MARK in before else None
        if found is None:
            return False
        typed, sentence = found
        start = (row, column - len(typed))
        self.replace_at_once(sentence if sentence.endswith(end) else sentence + end, start, (row, column))
        self._select_place(start, len(sentence))
        return True
