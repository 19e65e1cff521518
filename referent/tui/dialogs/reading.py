"""A dialog to read in: help, and whatever else is only text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.visual import VisualType
from textual.widgets import Static

from referent import key_texts
from referent import screen_texts as texts
from referent.tui.actions import Scope, bindings, help_rows

HELP_KEYS_WIDTH = 12


class ReadingDialog(ModalScreen[None]):
    CSS_PATH = "dialog.tcss"
    BINDINGS = bindings(Scope.DIALOG)

    def __init__(self, title: str, text: VisualType, hint: str) -> None:
        super().__init__()
        self._title = title
        self._text = text
        self._hint = hint

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog -tall"):
            yield Static(Content(self._title), classes="dialog-title")
            with VerticalScroll():
                yield Static(self._text)
            yield Static(Content(self._hint), classes="dialog-hint")

    def on_mount(self) -> None:
        self.set_focus(self.query_one(VerticalScroll))

    def action_close_dialog(self) -> None:
        self.dismiss(None)


def help_dialog(scopes: Sequence[Scope], keymap: Mapping[str, str], *, with_marks: bool = True) -> ReadingDialog:
    """Help for a screen, from the one registry of actions. `with_marks`: the list of items has marks to explain."""
    groups = help_rows(scopes, keymap)
    if Scope.ITEM_LIST in scopes:
        groups.append((key_texts.WRITING_TITLE, list(key_texts.WRITING)))
        if with_marks:
            groups.append((key_texts.MARKS_TITLE, list(key_texts.MARKS)))
    page: list[RenderableType] = []
    for group, rows in groups:
        table = Table.grid(padding=(0, 2, 0, 1))
        table.add_column(no_wrap=True, min_width=HELP_KEYS_WIDTH)
        table.add_column()
        for keys, description in rows:
            table.add_row(Text(keys), Text(description))
        page += [Text(group, style="bold"), table, Text()]
    return ReadingDialog(key_texts.HELP_TITLE, Group(*page), texts.HELP_HINT)
