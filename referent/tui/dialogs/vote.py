"""The form of a vote: while it is filled in it says what the votes come to, and what about them does not add up."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from referent import screen_texts as texts
from referent.tui.dialogs.form import FormDialog, FormField
from referent.tui.formats import shortened
from referent.tui.widgets.line_input import LineInput

OUTCOME = "outcome"
"""The key of the value that says whether the outcome is wanted in the decision too: "ja" or nothing."""


class VoteDialog(FormDialog):
    """Returns what `FormDialog` does, and `OUTCOME`. `result` gives the lines below the fields for what is typed."""

    BINDINGS = [Binding("ctrl+f", "submit_with_outcome", show=False, priority=True)]

    def __init__(
        self,
        title: str,
        voters: str,
        fields: Sequence[FormField],
        check: Callable[[Mapping[str, str]], str],
        result: Callable[[Mapping[str, str]], str],
    ) -> None:
        super().__init__(title, fields, check)
        self._voters = voters
        self._result = result
        self._wants_outcome = False

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(Content(shortened(self._title)), classes="dialog-title")
            yield Static(Content(self._voters), classes="dialog-label vote-voters")
            for field in self._fields:
                yield Static(Content(field.label), classes="dialog-label")
                yield LineInput(field.value, id=f"field-{field.id}", suggester=field.suggester)
            yield Static("", classes="vote-result", markup=False)
            yield Static("", classes="dialog-fault", markup=False)
            yield Static(Content(texts.VOTE_HINT), classes="dialog-hint")

    def on_mount(self) -> None:
        super().on_mount()
        self._show_result()

    def on_input_changed(self, event: Input.Changed) -> None:
        self._show_result()

    def _show_result(self) -> None:
        typed = {field.id: self._typed(field) for field in self._fields}
        self.query_one(".vote-result", Static).update(Content(self._result(typed)))

    async def action_submit_with_outcome(self) -> None:
        self._wants_outcome = True
        await self.action_submit()
        self._wants_outcome = False

    def _values(self) -> dict[str, str]:
        return {**super()._values(), OUTCOME: "ja" if self._wants_outcome else ""}
