"""The first screen: the agendas, newest meeting first."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from rich.cells import cell_len, set_cell_size
from textual.app import ComposeResult
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from referent import screen_texts as texts
from referent.cleaning import clean_line
from referent.ports import AgendaEntry
from referent.tui import flows
from referent.tui.actions import Scope, bindings
from referent.tui.dialogs.reading import help_dialog
from referent.tui.formats import cut
from referent.tui.garbage import settle_garbage
from referent.tui.list_keys import move, move_bindings
from referent.tui.widgets.bottom_lines import KeyLine

FAULTS_SHOWN = 3


def entry_row(entry: AgendaEntry, width: int) -> Content:
    """Date, body and subject at the left; number of items and state at the right."""
    if entry.problems:
        right = texts.START_FAULTS
    else:
        state = texts.AGENDA_STATES[entry.state.value]
        right = f"{texts.START_ITEMS.format(count=entry.item_count):>10}  {state:<12}"
    day = f"{entry.date:%d-%m-%Y}" if entry.date else " " * 10
    name = " · ".join(part for part in (entry.body or clean_line(entry.path.name), entry.title) if part)
    label = f" {day}  {name}"
    room = max(10, width - cell_len(right) - 1)
    return Content.assemble(
        set_cell_size(cut(label, room), room), " ", (right, "$text-error" if entry.problems else "$text-muted")
    )


class StartScreen(Screen[None]):
    """Lists the agendas; `open_agenda` takes the path of the chosen one."""

    CSS_PATH = "start.tcss"
    BINDINGS = [*bindings(Scope.START), *move_bindings()]

    def __init__(
        self,
        folder: Path,
        agenda_entries: Callable[[], list[AgendaEntry]],
        open_agenda: Callable[[Path], None],
        keymap: Mapping[str, str],
    ) -> None:
        super().__init__()
        self._folder = folder
        self._agenda_entries = agenda_entries
        self._open_agenda = open_agenda
        self._keymap = keymap
        self._entries: list[AgendaEntry] = []

    def compose(self) -> ComposeResult:
        yield Static(Content(f" referent · {texts.START_TITLE}"), id="start-title")
        yield OptionList(id="agendas", markup=False)
        yield Static("", id="start-problems", markup=False)
        yield KeyLine(Scope.START, self._keymap)

    def on_mount(self) -> None:
        self.agendas = self.query_one(OptionList)
        self.set_focus(self.agendas)
        self.action_reload()

    def on_screen_resume(self) -> None:
        self.action_reload()

    def on_resize(self) -> None:
        self.call_after_refresh(self._show)

    def action_reload(self) -> None:
        """Read the folder again, in a worker: it may lie on a slow drive."""
        self.run_worker(self._reload, group="reload", thread=True, exclusive=True, exit_on_error=False)

    def _reload(self) -> None:
        entries = self._agenda_entries()
        self.app.call_from_thread(self._take, entries)

    def _take(self, entries: list[AgendaEntry]) -> None:
        self._entries = entries
        self._show()
        self.call_after_refresh(settle_garbage)

    def _show(self) -> None:
        width = max(20, self.agendas.scrollable_content_region.width - 1)
        where = self.agendas.highlighted or 0
        self.agendas.set_options(
            Option(entry_row(entry, width), id=str(index)) for index, entry in enumerate(self._entries)
        )
        if self._entries:
            self.agendas.highlighted = min(where, len(self._entries) - 1)
        else:
            none = texts.START_NONE.format(folder=clean_line(str(self._folder)))
            self.query_one("#start-problems", Static).update(Content(none))

    @property
    def _marked(self) -> AgendaEntry | None:
        index = self.agendas.highlighted
        return self._entries[index] if index is not None and index < len(self._entries) else None

    def on_option_list_option_highlighted(self) -> None:
        entry = self._marked
        problems = list(entry.problems) if entry else []
        if entry and len(problems) > FAULTS_SHOWN:
            more = texts.START_MORE_FAULTS.format(count=len(problems) - FAULTS_SHOWN, name=clean_line(str(entry.path)))
            problems = [*problems[:FAULTS_SHOWN], more]
        self.query_one("#start-problems", Static).update(Content("\n".join(problems)))

    def on_option_list_option_selected(self) -> None:
        self.action_open_agenda()

    def action_move(self, how: str) -> None:
        move(self.agendas, how)

    def action_open_agenda(self) -> None:
        if self._marked is not None:
            self._open_agenda(self._marked.path)

    async def action_help(self) -> None:
        await self.app.push_screen(help_dialog((Scope.START,), self._keymap))

    async def action_palette(self) -> None:
        await flows.choose_action(self, Scope.START, self._keymap)

    def action_theme(self) -> None:
        self.app.action_change_brightness()  # type: ignore[attr-defined]

    def action_quit_program(self) -> None:
        self.app.exit(0)
