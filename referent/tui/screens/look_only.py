"""The meeting while another copy of the program takes its minutes: everything can be seen, and nothing be changed.

What happens over there is shown here within a second or two, so that it can stand on a projector.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from datetime import date

from textual.binding import Binding
from textual.screen import Screen

from referent import screen_texts as texts
from referent.domain.decisions import TextField
from referent.domain.meeting import Meeting
from referent.ports import Elsewhere, News, OpenedMeeting
from referent.tui.actions import ACTIONS
from referent.tui.formats import clock_time
from referent.tui.screens.meeting import MeetingScreen
from referent.tui.screens.people import PeopleScreen
from referent.tui.widgets.bottom_lines import KeyLine, StatusLine
from referent.tui.widgets.editor import Editor

LOOKING = frozenset(
    [
        *("look_running", "look_previous", "look_next", "items", "write", "next_field", "previous_field"),
        *("case_up", "case_down", "people", "find_person", "export", "preview", "read_aloud"),
        *("quit", "palette", "help", "theme", "close_dialog"),
    ]
)
"""The actions that change nothing at the meeting."""
REFUSED = frozenset(action.id for action in ACTIONS) - LOOKING


def who_and_since(elsewhere: Elsewhere, today: date) -> str:
    """ "hos anna på PC-12 siden 13.05", as far as it is known."""
    if not elsewhere.machine:
        where = texts.OPEN_HERE
    elif elsewhere.user:
        where = texts.OPEN_AT.format(user=elsewhere.user, machine=elsewhere.machine)
    else:
        where = texts.OPEN_ON.format(machine=elsewhere.machine)
    since = elsewhere.since
    if since is None:
        return where
    day = "" if since.date() == today else f"{since:%d-%m-%Y} "
    return where + texts.OPEN_SINCE.format(time=day + clock_time(since))


def _answers(screen: Screen[None], action: str) -> bool:
    """Whether `action` may be done; what would change the meeting is answered with one line. Nothing but a key or the
    palette asks: no footer of Textual's is used here.
    """
    if action in REFUSED:
        screen.query_one(StatusLine).say(texts.LOOK_ONLY_REFUSED)
    return action not in REFUSED


class LookOnlyPeopleScreen(PeopleScreen):
    """The attendance list, which follows along."""

    CSS_PATH = "people.tcss"

    def show_keys(self) -> None:
        self.query_one(KeyLine).show_only(LOOKING)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return _answers(self, action) and super().check_action(action, parameters)

    def tick(self) -> None:
        super().tick()
        self.show()


class LookOnlyScreen(MeetingScreen):
    """The meeting screen, without the hand. `open_again` opens the meeting anew, and leaves this screen."""

    CSS_PATH = "meeting.tcss"
    BINDINGS = [Binding("f5", "open_again", show=False, priority=True)]

    def __init__(
        self, opened: OpenedMeeting, elsewhere: Elsewhere, keymap: Mapping[str, str], open_again: Callable[[], None]
    ) -> None:
        super().__init__(opened, keymap)
        self.add_class("-look-only")
        self._elsewhere = elsewhere
        self._open_again = open_again
        self._is_free = False
        self._is_reading = False

    def on_mount(self) -> None:
        self.query_one(KeyLine).show_only(LOOKING)
        self.query_one(StatusLine).warn(self.warning())
        self._close_fields()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return _answers(self, action) and super().check_action(action, parameters)

    def warning(self) -> str:
        if self._is_free:
            return texts.LOOK_ONLY_FREE
        return texts.LOOK_ONLY.format(where=who_and_since(self._elsewhere, self.session.now().date()))

    # What the other copy does

    def tick(self) -> None:
        super().tick()
        if not self._is_reading:
            self._is_reading = True
            self.run_worker(self._look(), group="look", exit_on_error=False)

    async def _look(self) -> None:
        try:
            await self._show_news(await asyncio.to_thread(self._elsewhere.news))
        finally:
            self._is_reading = False

    async def _show_news(self, news: News) -> None:
        self._is_free = news.is_free
        self.status.warn(self.warning())
        before = self.meeting
        if news.meeting is None or not self.session.follow(news.meeting):
            return
        texts_now = {(item.id, field): item.text(field) for item in self.meeting.items for field in TextField}
        for editor in self.query(Editor):
            text = texts_now.get((editor.item_id, editor.field), "")
            if editor.text != text:
                editor.load_text(text)
                editor.move_cursor(editor.document.end)
        await self.look_again(before)

    # What is different here

    def was_with_clock(self, before: Meeting) -> bool:
        return before.running is None or super().was_with_clock(before)

    async def look_at(self, item_id: str) -> None:
        await super().look_at(item_id)
        self._close_fields()

    def _close_fields(self) -> None:
        for editor in self.query(Editor):
            editor.read_only = True
            editor.placeholder = ""

    def text_written(self, item_id: str, field: TextField, text: str) -> None:
        """Nobody writes here."""

    def line_finished(self, item_id: str, field: TextField, line: str, is_leaving: bool) -> bool:
        return False

    def action_open_again(self) -> None:
        """Write the meeting here, where nobody on this computer does; of another one it is asked again."""
        if self._elsewhere.machine or self._is_free:
            self._open_again()
        else:
            self.status.say(texts.STILL_OPEN)

    async def show_people(self, marked: str | None = None) -> None:
        people = LookOnlyPeopleScreen(self.session, self.keymap, self.save_soon, self.warning, self.not_members, marked)
        before = self.meeting
        await self.app.push_screen(people, lambda _: self.look_again(before))

    async def action_quit(self) -> None:
        self.dismiss(None)
