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
from textual.widgets import Input, Static

from referent import screen_texts as texts
from referent.cleaning import clean_line
from referent.minutes.completion import NameFinder
from referent.minutes.spelling import folded
from referent.tui.actions import Scope, bindings
from referent.tui.formats import shortened
from referent.tui.pending import dealt_with
from referent.tui.widgets.line_input import LineInput


@dataclass(frozen=True, slots=True)
class FormField:
    id: str
    label: str
    value: str = ""
    suggestions: Sequence[str] = ()
    """Completed while typing; the right arrow takes the one that is shown, arrow down the next that fits."""

    @property
    def suggester(self) -> Suggester | None:
        return SuggestFromList(self.suggestions, case_sensitive=False) if self.suggestions else None

    def completed(self, typed: str) -> str:
        """`typed`, or the one suggestion that it means: the only one that it fits, or the only one that begins so."""
        if not typed or not self.suggestions:
            return typed
        begun = [name for name in self.suggestions if folded(name).startswith(folded(typed))]
        return NameFinder(self.suggestions).meant(typed) or (begun[0] if len(begun) == 1 else typed)

    def offered(self, typed: str) -> tuple[str, ...]:
        return NameFinder(self.suggestions).fitting(typed, with_gaps=False) if typed and self.suggestions else ()


def nothing_wrong(values: Mapping[str, str]) -> str:
    """The check of a form that accepts anything."""
    return ""


class FormDialog(ModalScreen[dict[str, str] | None]):
    """Returns the cleaned, stripped values by field id, or None. `check` says in Danish what is wrong, or nothing."""

    CSS_PATH = "dialog.tcss"
    BINDINGS = [
        *bindings(Scope.DIALOG),
        # Before the field gets them: what is typed after Enter must not land in the same line.
        Binding("ctrl+s", "submit", show=False, priority=True),
        Binding("enter", "next_line", show=False, priority=True),
        Binding("down", "offer(1)", show=False, priority=True),
        Binding("up", "offer(-1)", show=False, priority=True),
    ]

    def __init__(
        self, title: str, fields: Sequence[FormField], check: Callable[[Mapping[str, str]], str] = nothing_wrong
    ) -> None:
        super().__init__()
        self._title = title
        self._fields = fields
        self._check = check
        self._offers: tuple[str, ...] = ()
        """What fits in the field that is written in."""

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(Content(shortened(self._title)), classes="dialog-title")
            for field in self._fields:
                yield Static(Content(field.label), id=f"label-{field.id}", classes="dialog-label")
                yield LineInput(field.value, id=f"field-{field.id}", suggester=field.suggester)
            yield Static("", classes="dialog-fault", markup=False)
            yield Static(Content(texts.OK_HINT), classes="dialog-hint")

    def on_mount(self) -> None:
        self.set_focus(self.query(LineInput).first())  # at once: keys may be waiting already

    def on_input_changed(self, event: Input.Changed) -> None:
        field = self._field_of(event.input)
        if field is None or not field.suggestions or event.value in self._offers:
            return
        self._offers = field.offered(clean_line(event.value)) if event.input.has_focus else ()
        named = texts.OFFERED.format(label=field.label, names=" · ".join(self._offers)) if self._offers else field.label
        for label in self.query(f"#label-{field.id}").results(Static):
            label.update(Content(shortened(named)))

    def _field_of(self, line: Input) -> FormField | None:
        return next((field for field in self._fields if f"field-{field.id}" == line.id), None)

    def on_input_blurred(self, event: Input.Blurred) -> None:
        """What a begun name is taken for is seen before it is saved."""
        field = self._field_of(event.input)
        if field is not None and field.suggestions and self.is_current and self.app.app_focus:
            event.input.value = field.completed(clean_line(event.input.value))

    def on_descendant_focus(self) -> None:
        self._offers = ()

    async def action_offer(self, steps: int) -> None:
        """Put the next of the names that fit into the field."""
        line = self.focused
        if isinstance(line, LineInput):
            await dealt_with((line,))
            field = self._field_of(line)
            if not self._offers and field is not None:
                self._offers = field.offered(clean_line(line.value))
            if self._offers:
                at = self._offers.index(line.value) if line.value in self._offers else (-1 if steps > 0 else 0)
                line.value = self._offers[(at + steps) % len(self._offers)]
                line.cursor_position = len(line.value)

    async def action_next_line(self) -> None:
        inputs = list(self.query(LineInput))
        where = next((index for index, line in enumerate(inputs) if line is self.focused), -1)
        if where == len(inputs) - 1:
            await self.action_submit()
        else:
            self.set_focus(inputs[where + 1])

    async def action_submit(self) -> None:
        await dealt_with(self.query(LineInput))
        values = self._values()
        fault = self._check(values)
        if fault:
            self.query_one(".dialog-fault", Static).update(Content(fault))
        else:
            self.dismiss(values)

    def _values(self) -> dict[str, str]:
        return {field.id: field.completed(self._typed(field)) for field in self._fields}

    def _typed(self, field: FormField) -> str:
        return clean_line(self.query_one(f"#field-{field.id}", LineInput).value)

    def action_close_dialog(self) -> None:
        self.dismiss(None)
