"""Dialogs in which one thing is chosen: from a short list, or from a long one by typing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from referent import screen_texts as texts
from referent.minutes.spelling import has_words
from referent.tui.actions import Scope, bindings
from referent.tui.formats import cut, shortened
from referent.tui.list_keys import move, move_bindings
from referent.tui.pending import dealt_with
from referent.tui.widgets.line_input import LineInput

DESCRIPTION_WIDTH = 42
"""Cells; what is left of a row beside label and key."""


@dataclass(frozen=True, slots=True)
class Choice:
    id: str
    label: str
    key: str = ""
    """The key that does the same."""
    description: str = ""
    heading: str = ""
    """What stands above it, apart from what comes before; it cannot be chosen."""

    @property
    def content(self) -> Content:
        if not self.description:
            return Content(shortened(self.label))
        description = cut(self.description, DESCRIPTION_WIDTH)
        return Content.assemble(f"{self.label:<17}", (f"{self.key:<11}", "$text-primary"), (description, "$text-muted"))

    @property
    def searched(self) -> str:
        return f"{self.label} {self.key} {self.description}"


class ChooseDialog(ModalScreen[str | None]):
    """Returns the id of the choice, or None."""

    CSS_PATH = "dialog.tcss"
    BINDINGS = [
        *bindings(Scope.DIALOG),
        *move_bindings(),
        # The next dialog is open before the next key is looked at.
        Binding("enter", "take", show=False, priority=True),
    ]

    def __init__(self, title: str, choices: Sequence[Choice], hint: str = "", *, marked: int | None = None) -> None:
        """`marked`: the place of the choice to begin at."""
        super().__init__()
        self._title = title
        self._choices = choices
        self._hint = hint
        self._marked = marked

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(Content(shortened(self._title)), classes="dialog-title")
            yield OptionList(*self._options(), markup=False)
            if self._hint:
                yield Static(Content(self._hint), classes="dialog-hint")

    def _options(self) -> Iterator[Option]:
        for choice in self._choices:
            if choice.heading:
                yield Option(Content.assemble("\n", (choice.heading, "bold")), disabled=True)
            yield Option(choice.content, id=choice.id)

    def on_mount(self) -> None:
        shown = self.query_one(OptionList)
        if self._marked is not None:
            shown.highlighted = shown.get_option_index(self._choices[self._marked].id)
        self.set_focus(shown)

    def action_move(self, how: str) -> None:
        move(self.query_one(OptionList), how)

    def action_take(self) -> None:
        option = self.query_one(OptionList).highlighted_option
        if option is not None and option.id is not None:
            self.dismiss(option.id)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option_id)

    def action_close_dialog(self) -> None:
        self.dismiss(None)


class FilterDialog(ModalScreen[str | None]):
    """Typing narrows the list, Enter takes the one that is marked. Returns its id, or None."""

    CSS_PATH = "dialog.tcss"
    BINDINGS = [
        *bindings(Scope.DIALOG),
        Binding("up", "move(-1)", show=False, priority=True),
        Binding("down", "move(1)", show=False, priority=True),
        Binding("enter", "take", show=False, priority=True),
    ]

    def __init__(self, title: str, choices: Sequence[Choice]) -> None:
        super().__init__()
        self._title = title
        self._choices = choices

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(Content(shortened(self._title)), classes="dialog-title")
            yield LineInput(placeholder=texts.FILTER_PLACEHOLDER)
            yield OptionList(markup=False)

    def on_mount(self) -> None:
        self.query_one(OptionList).can_focus = False
        self.set_focus(self.query_one(Input))  # at once: keys may be waiting already
        self._narrow("")

    def on_input_changed(self, event: Input.Changed) -> None:
        self._narrow(event.value)

    def _narrow(self, typed: str) -> None:
        found = (choice for choice in self._choices if has_words(choice.searched, typed))
        # What is called so comes before what only mentions it.
        fitting = sorted(found, key=lambda choice: not has_words(choice.label, typed))
        shown = self.query_one(OptionList)
        if fitting:
            shown.set_options(Option(choice.content, id=choice.id) for choice in fitting)
            shown.highlighted = 0
        else:
            shown.set_options([Option(Content(texts.NOTHING_FOUND), disabled=True)])

    async def action_move(self, steps: int) -> None:
        await self._narrowed()
        found = self.query_one(OptionList)
        if steps > 0:
            found.action_cursor_down()
        else:
            found.action_cursor_up()

    async def action_take(self) -> None:
        await self._narrowed()
        option = self.query_one(OptionList).highlighted_option
        if option is not None and option.id is not None:
            self.dismiss(option.id)

    async def _narrowed(self) -> None:
        """Returns when the list shows what fits everything that was typed."""
        await dealt_with((self.query_one(Input), self))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option_id)

    def on_key(self, event: events.Key) -> None:
        if event.key == "tab":
            event.stop()

    def action_close_dialog(self) -> None:
        self.dismiss(None)
