"""The names that fit what is typed, under the cursor."""

from __future__ import annotations

from rich.cells import cell_len
from textual.content import Content
from textual.geometry import Offset
from textual.widgets import Static

from referent import screen_texts as texts
from referent.tui.formats import cut
from referent.tui.widgets.name_field import NameField

WIDTH = 40
"""Cells; the same for all names, so that nothing but its rows is painted while one types."""


class NameList(Static):
    """A few rows over everything else. It is laid out anew only where it comes, goes, or has more or fewer rows."""

    ALLOW_SELECT = False

    def __init__(self) -> None:
        super().__init__("", markup=False)
        self._rows = 0

    def show(self, field: NameField) -> None:
        """The names that `field` offers now; nothing where it offers none, or is not written in any more."""
        completion = field.completion
        names = completion.offers if completion is not None and field.has_focus else ()
        if not names or completion is None:
            self._rows = 0
            self.display = False
            return
        self._place_at(field, cell_len(completion.lead + (completion.typed or "")), len(names))
        parts = [
            (f"› {cut(name, WIDTH - 4)}\n", "bold $text-primary") if place == completion.marked
            else (f"  {cut(name, WIDTH - 4)}\n", "")
            for place, name in enumerate(names)
        ]  # fmt: skip
        self.update(Content.assemble(*parts, (texts.NAMES_HINT, "$text-muted")), layout=False)

    def _place_at(self, field: NameField, typed: int, rows: int) -> None:
        x, y = field.cursor_screen_offset
        where = Offset(max(0, x - typed - 3), y + 1)
        if rows == self._rows and where == self.absolute_offset:
            return
        self._rows = rows
        self.absolute_offset = where
        self.styles.height = rows + 1
        self.display = True
        self.refresh(layout=True)
