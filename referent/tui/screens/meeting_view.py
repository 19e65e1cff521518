"""What the meeting screen shows: items, clocks, the case and the three fields, all as the session holds them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.screen import Screen

from referent.domain.item import MeetingItem
from referent.domain.meeting import Meeting
from referent.session import OpenedMeeting
from referent.tui.actions import Scope, shown_key
from referent.tui.garbage import settle_garbage
from referent.tui.widgets.bottom_lines import KeyLine, StatusLine
from referent.tui.widgets.case_pane import CasePane
from referent.tui.widgets.clock_bars import MeetingBar, RunningBar
from referent.tui.widgets.item_head import ItemHead
from referent.tui.widgets.item_list import ItemList
from referent.tui.widgets.writing_pane import WritingPane


def _fitting(breakpoints: Sequence[tuple[int, str]], cells: int) -> str:
    """The class of the last of `breakpoints`, which rise, that is reached."""
    return [name for least, name in breakpoints if cells >= least][-1]


class MeetingView(Screen[None]):
    """Shows a meeting. It holds one thing of its own: which item one is looking at."""

    CSS_PATH = "meeting.tcss"
    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-medium"), (34, "-tall")]

    def __init__(self, opened: OpenedMeeting, keymap: Mapping[str, str]) -> None:
        super().__init__()
        self.opened = opened
        self.session = opened.session
        self.keymap = keymap
        self.looked_at = self._first_to_look_at()
        # What the first resize would set otherwise, and have every widget styled and laid out once more.
        self.add_class(
            _fitting(self.HORIZONTAL_BREAKPOINTS, self.app.size.width),
            _fitting(self.VERTICAL_BREAKPOINTS, self.app.size.height),
            update=False,
        )
        self._minute_shown: datetime | None = None

    def _first_to_look_at(self) -> str | None:
        meeting = self.session.meeting
        item = meeting.running or meeting.next_untreated or next(iter(meeting.items), None)
        return item.id if item else None

    def compose(self) -> ComposeResult:
        yield MeetingBar(id="meeting-bar")
        yield RunningBar(id="running-bar")
        with Horizontal(id="desk"):
            yield ItemList(id="items")
            with Vertical(id="item"):
                yield ItemHead(id="head")
                yield CasePane(id="case")
                yield WritingPane(self.opened.field_labels, self.item, id="writing")
        yield StatusLine(id="status")
        yield KeyLine(Scope.MEETING, self.keymap, id="keys")

    def on_mount(self) -> None:
        self.items = self.query_one(ItemList)
        self.head = self.query_one(ItemHead)
        self.case = self.query_one(CasePane)
        self.writing = self.query_one(WritingPane)
        self.status = self.query_one(StatusLine)
        self.writing.focus_decision()
        self.call_after_refresh(self._after_first_paint)

    def _after_first_paint(self) -> None:
        self.refresh_state()
        if self.opened.notice:
            self.status.say(self.opened.notice)
        self.call_after_refresh(self._show_first_case)

    def _show_first_case(self) -> None:
        """Last of all: the case can wait, the hand cannot."""
        if self.item is not None:
            self.case.show(self.item.planned)
        settle_garbage()

    # What is shown

    @property
    def meeting(self) -> Meeting:
        return self.session.meeting

    @property
    def item(self) -> MeetingItem | None:
        """The item one is looking at."""
        return self.meeting.item(self.looked_at) if self.looked_at is not None else None

    def key(self, action_id: str) -> str:
        return shown_key(action_id, Scope.MEETING, self.keymap)

    def refresh_state(self) -> None:
        """Show what the session holds, after an event."""
        at = self.session.now()
        self._minute_shown = at.replace(second=0, microsecond=0)
        self.items.show(self.meeting, at)
        self._show_clocks(at)
        if self.item is not None:
            self.items.point_at(self.item.id)
            self.head.show(self.meeting, self.item, self.key("look_running"))

    def _show_clocks(self, at: datetime) -> None:
        self.query_one(MeetingBar).show(self.meeting, at)
        self.query_one(RunningBar).show(self.meeting, at, self.key("take_next"))

    def on_resize(self) -> None:
        if self.is_mounted:
            self.call_after_refresh(self.refresh_state)

    async def look_at(self, item_id: str) -> None:
        """Look at an item, and write in it; the clock stays where it is."""
        item = self.meeting.item(item_id)
        self.looked_at = item_id
        self.items.point_at(item_id)
        self.head.show(self.meeting, item, self.key("look_running"))
        self.case.show(item.planned)
        await self.writing.show(item)
