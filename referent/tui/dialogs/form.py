"""A dialog with a few lines to fill in. Enter on the last one, or anywhere with Ctrl+S, gives the values back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.suggester import Suggester, SuggestFromList
from textual.widgets import Static

from referent import screen_texts as texts
from referent.cleaning import clean_line
from referent.tui.actions import Scope, bindings
from referent.tui.pending import dealt_with
from referent.tui.widgets.line_input import LineInput


@dataclass(frozen=True, slots=True)
class FormField:
    id: str
    label: str
    value: str = ""
    suggestions: Sequence[str] = ()
    """Completed while typing; the right arrow takes the one that is shown."""

    @property
    def suggester(self) -> Suggester | None:
        return SuggestFromList(self.suggestions, case_sensitive=False) if self.suggestions else None

    def completed(self, typed: str) -> str:
        """`typed`, or the one suggestion that begins so."""
        fitting = [name for name in self.suggestions if name.casefold().startswith(typed.casefold())]
        return fitting[0] if typed and len(fitting) == 1 else typed


def nothing_wrong(values: Mapping[str, str]) -> str:
    """The check of a form that accepts anything."""
    return ""


class FormDialog(ModalScreen[dict[str, str] | None]):
    """Returns the cleaned, stripped values by field id, or None. `check` says in Danish what is wrong, or nothing."""

    CSS_PATH = "dialog.tcss"
    BINDINGS = [
        *bindings(Scope.DIALOG),
        Binding("ctrl+s", "submit", show=False),
        # Before the field gets it: what is typed after Enter must not land in the same line.
        Binding("enter", "next_line", show=False, priority=True),
    ]

    def __init__(
        self, title: str, fields: Sequence[FormField], check: Callable[[Mapping[str, str]], str] = nothing_wrong
    ) -> None:
        super().__init__()
        self._title = title
        self._fields = fields
        self._check = check

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(Content(self._title), classes="dialog-title")
            for field in self._fields:
                yield Static(Content(field.label), classes="dialog-label")
                yield LineInput(field.value, id=f"field-{field.id}", suggester=field.suggester)
            yield Static("", classes="dialog-fault", markup=False)
            yield Static(Content(texts.OK_HINT), classes="dialog-hint")

    def on_mount(self) -> None:
        self.set_focus(self.query(LineInput).first())  # at once: keys may be waiting already

    async def action_next_line(self) -> None:
        inputs = list(self.query(LineInput))
        where = next((index for index, line in enumerate(inputs) if line is self.focused), -1)
        if where == len(inputs) - 1:
            await self.action_submit()
        else:
            self.set_focus(inputs[where + 1])

    async def action_submit(self) -> None:
        await dealt_with(self.query(LineInput))
        values = {field.id: field.completed(self._typed(field)) for field in self._fields}
        fault = self._check(values)
        if fault:
            self.query_one(".dialog-fault", Static).update(Content(fault))
        else:
            self.dismiss(values)

    def _typed(self, field: FormField) -> str:
        return clean_line(self.query_one(f"#field-{field.id}", LineInput).value)

    def action_close_dialog(self) -> None:
        self.dismiss(None)
