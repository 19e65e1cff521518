"""The decisions alone, to read out or to show the room."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from referent import screen_texts as texts
from referent.domain.meeting import Meeting, MeetingItem
from referent.minutes.markdown import parse
from referent.tui.actions import Scope, bindings
from referent.tui.block_text import renderable
from referent.tui.formats import numbered_title

HEADING_LEVEL = 2


def decision_of(item: MeetingItem) -> RenderableType:
    title = Text(numbered_title(item.planned), style="bold")
    return Group(title, Padding(renderable(parse(item.decision, HEADING_LEVEL)), (1, 0, 2, 4)))


class ReadAloudScreen(Screen[None]):
    """Shows every item that has a decision, beginning at the one that was looked at."""

    CSS_PATH = "read_aloud.tcss"
    BINDINGS = bindings(Scope.DIALOG)

    def __init__(self, meeting: Meeting, begin_at: str | None) -> None:
        super().__init__()
        self._decided = [item for item in meeting.items if item.decision.strip()]
        self._begin_at = begin_at

    def compose(self) -> ComposeResult:
        yield Static(Content(texts.READ_ALOUD_TITLE), id="read-aloud-title")
        with VerticalScroll(id="read-aloud"):
            for item in self._decided:
                yield Static(decision_of(item), id=f"decision-{item.id}", classes="decision")
            if not self._decided:
                yield Static(Content(texts.READ_ALOUD_NONE))
        yield Static(Content(texts.READ_ALOUD_HINT), classes="key-line")

    def on_mount(self) -> None:
        self.query_one(VerticalScroll).focus()
        self.call_after_refresh(self._scroll_to_begin)

    def _scroll_to_begin(self) -> None:
        for shown in self.query(f"#decision-{self._begin_at}"):
            self.query_one(VerticalScroll).scroll_to_widget(shown, top=True, animate=False)

    def action_close_dialog(self) -> None:
        self.dismiss(None)
