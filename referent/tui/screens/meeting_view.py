"""What the meeting screen shows: items, clocks, the case and the three fields, all as the session holds them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.screen import Screen

from referent import screen_texts as texts
from referent.domain.clock import JumpWatch
from referent.domain.decisions import TextField
from referent.domain.item import MeetingItem
from referent.domain.meeting import Meeting
from referent.domain.plan import shared_out
from referent.domain.stopwatch import MINUTE
from referent.minutes.completion import NameFinder, names_of
from referent.ports import OpenedMeeting
from referent.tui.actions import Scope, shown_key
from referent.tui.formats import length_text
from referent.tui.garbage import settle_garbage
from referent.tui.style_sheets import read_style_sheets
from referent.tui.widgets.bottom_lines import KeyLine, StatusLine
from referent.tui.widgets.case_pane import CasePane
from referent.tui.widgets.clock_bars import MeetingBar, RunningBar
from referent.tui.widgets.item_head import ItemHead
from referent.tui.widgets.item_list import ItemList
from referent.tui.widgets.writing_aids import WritingAids
from referent.tui.widgets.writing_pane import WritingPane


def _fitting(breakpoints: Sequence[tuple[int, str]], cells: int) -> str:
    """The class of the last of `breakpoints`, which rise, that is reached."""
    return [name for least, name in breakpoints if cells >= least][-1]


class MeetingView(Screen[None]):
    """Shows a meeting. It holds one thing of its own: which item one is looking at."""

    CSS_PATH = "meeting.tcss"
    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = [(0, "-slim"), (60, "-narrow"), (100, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-tiny"), (12, "-low"), (20, "-medium"), (34, "-tall")]

    def __init__(self, opened: OpenedMeeting, keymap: Mapping[str, str]) -> None:
        super().__init__()
        self.opened = opened
        self.session = opened.session
        self.keymap = keymap
        self.looked_at = self._first_to_look_at()
        self.aids = WritingAids(lambda: NameFinder(names_of(self.meeting)), self.line_finished)
        # What the first resize would set otherwise, and have every widget styled and laid out once more.
        self.add_class(
            _fitting(self.HORIZONTAL_BREAKPOINTS, self.app.size.width),
            _fitting(self.VERTICAL_BREAKPOINTS, self.app.size.height),
            update=False,
        )
        self._minute_shown: datetime | None = None
        self._jump_watch = JumpWatch(self.session.clock)
        self.proposed_since: datetime | None = None
        """From when the rest is shared out on trial; nothing of it is in the meeting."""

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
                yield WritingPane(self.opened.field_labels, self.item, self.text_written, self.aids, id="writing")
        yield StatusLine(id="status")
        yield KeyLine(Scope.MEETING, self.keymap, id="keys")

    def on_mount(self) -> None:
        self.items = self.query_one(ItemList)
        self.head = self.query_one(ItemHead)
        self.case = self.query_one(CasePane)
        self.writing = self.query_one(WritingPane)
        self.status = self.query_one(StatusLine)
        self.writing.focus_decision()
        self.call_after_refresh(self._after_first_layout)

    def _after_first_layout(self) -> None:
        """Now everything has its size. Nothing need be painted yet: while the app starts, it paints nothing, and it
        answers no calls either; so what comes by way of it comes after the first paint.
        """
        self.refresh_state()
        if self.opened.notice:
            self.status.say(self.opened.notice)
        self.app.call_later(self.call_after_refresh, self._after_first_paint)

    def _after_first_paint(self) -> None:
        """Last of all: the case can wait, the hand cannot."""
        if self.item is not None:
            self.case.show(self.item.planned)
        read_style_sheets(self.app)
        settle_garbage()

    def text_written(self, item_id: str, field: TextField, text: str) -> None:
        """A text was changed."""
        raise NotImplementedError

    def line_finished(self, item_id: str, field: TextField, line: str, is_leaving: bool) -> bool:
        """A line with a "!" in it is written; whether it became something else than text."""
        raise NotImplementedError

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
        self.items.show(self.meeting, at, self._proposal())
        self._show_clocks(at)
        if self.item is not None:
            self.items.point_at(self.item.id)
            self.head.show(self.meeting, self.item, self.key("look_running"))
            self.writing.show_actions(self.item, self.meeting.agenda.date)

    def _proposal(self) -> dict[str, timedelta]:
        since, meeting = self.proposed_since, self.meeting
        can_share = since is not None and meeting.started_at is not None and meeting.closed_at is None
        return shared_out(meeting.share_rest(since)) if since is not None and can_share else {}

    def notice_jump(self) -> None:
        """Say that the clock has jumped: the times are right, but the minute taker may wonder."""
        jump = self._jump_watch.jumped()
        if jump >= MINUTE:
            self.status.say(texts.CLOCK_JUMPED.format(length=length_text(jump)))

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
        self.writing.show_actions(item, self.meeting.agenda.date)
