"""The decisions alone, to read out or to show the room."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from referent import screen_texts as texts
from referent.domain.item import MeetingItem
from referent.domain.meeting import Meeting
from referent.minutes.blocks import Blocks, Heading, Paragraph, Text
from referent.minutes.markdown import parse
from referent.tui.actions import Scope, bindings
from referent.tui.formats import numbered_title
from referent.tui.widgets.block_view import BlockView

HEADING_LEVEL = 1


def decision_of(item: MeetingItem) -> Blocks:
    closed = f" ({texts.CLOSED_ITEM})" if item.planned.is_closed_item else ""
    title = Heading(numbered_title(item.planned) + closed, HEADING_LEVEL)
    return (title, *parse(item.decision, HEADING_LEVEL + 1), Paragraph((Text(""),)))


class ReadAloudScreen(Screen[None]):
    """Shows every item that has a decision, beginning at the one that was looked at."""

    CSS_PATH = "read_aloud.tcss"
    BINDINGS = bindings(Scope.DIALOG)

    def __init__(self, meeting: Meeting, begin_at: str | None) -> None:
        super().__init__()
        decided = [item for item in meeting.items if item.decision.strip()]
        ids = [item.id for item in decided]
        where = ids.index(begin_at) if begin_at in ids else 0
        self._before: Blocks = tuple(block for item in decided[:where] for block in decision_of(item))
        self._rest: Blocks = tuple(block for item in decided[where:] for block in decision_of(item))

    def compose(self) -> ComposeResult:
        yield Static(Content(texts.READ_ALOUD_TITLE), id="read-aloud-title")
        yield BlockView(id="read-aloud", can_focus=True)
        yield Static(Content(texts.READ_ALOUD_HINT), classes="key-line")

    def on_mount(self) -> None:
        self.set_focus(self.query_one(BlockView))
        self.call_after_refresh(self._show)

    def _show(self) -> None:
        view = self.query_one(BlockView)
        view.show_blocks(self._before + self._rest or (Paragraph((Text(texts.READ_ALOUD_NONE),)),))
        if self._before:
            view.scroll_to(0, view.lines_of(self._before) + 1, animate=False)

    def action_close_dialog(self) -> None:
        self.dismiss(None)
