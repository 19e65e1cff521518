"""The program without a terminal: a desk to sit at, keys to press, and the screen as text.

    async with Desk(agenda).run() as desk:
        await desk.press("ctrl+n")
        assert desk.meeting.running is not None

Nothing here sleeps: after each key it waits until every message has been handled and the screen has been painted. The
clock is a `FakeClock`, and the screen's own timer is off: time passes in `tick` alone.
"""

from __future__ import annotations

import asyncio
import builtins
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager, nullcontext
from functools import cache
from pathlib import Path
from typing import Any, TypeVar
from unittest.mock import patch

from textual import events
from textual._compositor import Compositor
from textual._context import visible_screen_stack
from textual.dom import DOMNode
from textual.drivers.headless_driver import HeadlessDriver
from textual.geometry import Size
from textual.keys import REPLACED_KEYS, _character_to_key, _get_unicode_name_from_key
from textual.pilot import Pilot
from textual.screen import ModalScreen, Screen
from textual.strip import Strip
from textual.widget import Widget

from referent.domain.agenda import Agenda
from referent.domain.decisions import TextField
from referent.domain.item import MeetingItem
from referent.domain.meeting import Meeting
from referent.files.layout_file import load_layout
from referent.minutes.editions import Edition
from referent.minutes.layout import Layout
from referent.minutes.numbering import as_printed
from referent.minutes.phrases import Phrases
from referent.ports import AgendaEntry, ExportReport, OpenedMeeting, OpeningFailed, SaveReport, Settings
from referent.reading import field_labels
from referent.session import MeetingSession
from referent.tui.app import ReferentApp
from referent.tui.screens.meeting import MeetingScreen
from referent.tui.widgets.editor import Editor
from tests.domain.samples import THREE_ITEMS
from tests.fakes import FakeClock

AGENDA_PATH = Path("agendas/moede.toml")
EXPORTED_TO = Path("exports/moede.docx")
NEVER = 1e6
MOST_ROUNDS = 4000
W = TypeVar("W", bound=Widget)


@cache
def layout(name: str = "standard") -> Layout:
    return load_layout(name, Path())


def _paint_nothing(compositor: Compositor, *_: object, **__: object) -> None:
    compositor._dirty_regions.clear()


def _is_in_the_middle(node: DOMNode) -> bool:
    """Whether `node` is dealing with a message, and not waiting for one."""
    if not node.is_running or node._closing:
        return False
    queue: Any = node._message_queue
    return bool(queue.values or node._next_callbacks or not queue.ready_event._waiters)


class Desk:
    """A running program and what it was given."""

    def __init__(
        self,
        agenda: Agenda | Meeting = THREE_ITEMS,
        *,
        style: Layout | None = None,
        keymap: Mapping[str, str] | None = None,
        notices: Sequence[str] = (),
        notice: str = "",
        phrases: Phrases | None = None,
        entries: Sequence[AgendaEntry] | None = None,
        opening_fails: tuple[str, ...] = (),
        clock: FakeClock | None = None,
        freezes_nothing: bool = True,
        paints: bool = False,
        settings: Settings | None = None,
    ) -> None:
        """`entries`: begin at the start screen with these agendas. `opening_fails`: what opening any agenda says.
        `paints`: every frame is painted, as in a terminal, and not only when a test looks; twice as slow.
        """
        self._paints = paints
        self._freezes_nothing = freezes_nothing
        self.clock = clock or FakeClock()
        planned = agenda if isinstance(agenda, Meeting) else Meeting.planned(agenda)
        self._style = style or layout()
        self.session = MeetingSession(planned, self.clock, numbered=lambda meeting: as_printed(meeting, self._style))
        self.saves: list[Meeting] = []
        self.saving_fails: Exception | None = None
        self.save_message = ""
        self.exports: list[Meeting] = []
        self.export_ways: list[tuple[Edition, str]] = []
        self.export_fails: Exception | None = None
        self.opened: list[Path] = []
        self.themes: list[bool] = []
        self.entries = list(entries or [])
        self._opening_fails = opening_fails
        self._notice = notice
        self._phrases = phrases or Phrases()
        self.app = ReferentApp(
            first=AGENDA_PATH if entries is None else None,
            folder=AGENDA_PATH.parent,
            open_meeting=self._open,
            agenda_entries=lambda: list(self.entries),
            keymap=keymap or {},
            notices=notices,
            settings=settings,
            remember_theme=self.themes.append,
        )
        self.pilot: Pilot[int]
        self._is_seen = False
        """Whether a test has looked at the screen, and nothing has happened since."""

    # What the program is given

    def _open(self, path: Path) -> OpenedMeeting:
        self.opened.append(path)
        if self._opening_fails:
            raise OpeningFailed(self._opening_fails)
        return OpenedMeeting(
            self.session,
            field_labels(self._style),
            lambda: self._style,
            self._save,
            self._export,
            self._notice,
            phrases=lambda: self._phrases,
        )

    def _save(self, meeting: Meeting) -> SaveReport:
        if self.saving_fails is not None:
            raise self.saving_fails
        self.saves.append(meeting)
        return SaveReport(self.save_message)

    def _export(self, meeting: Meeting, edition: Edition, format: str) -> ExportReport:
        if self.export_fails is not None:
            raise self.export_fails
        self.exports.append(meeting)
        self.export_ways.append((edition, format))
        return ExportReport(EXPORTED_TO)

    @asynccontextmanager
    async def run(self, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Desk]:
        quiet_timer = patch("referent.tui.screens.meeting_saving.TICK", NEVER)
        # Freezing what a whole test run has made would keep its garbage for ever.
        no_freezing = (
            patch("referent.tui.screens.meeting_view.settle_garbage") if self._freezes_nothing else nullcontext()
        )
        no_painting = nullcontext() if self._paints else patch.object(Compositor, "render_update", _paint_nothing)
        with quiet_timer, no_freezing, no_painting:
            async with self.app.run_test(size=size) as self.pilot:
                await self.settle()
                yield self
                await self._come_to_rest()
                if not self.has_ended and not self._is_seen:
                    self.screen_lines()

    # What is done

    async def press(self, *keys: str) -> None:
        """Press keys, each when the one before has been dealt with."""
        for key in keys:
            self._send(key)
            await self.settle()

    async def rush(self, *keys: str) -> None:
        """Press keys faster than the program follows: all are waiting before the first is dealt with."""
        for key in keys:
            self._send(key)
        await self.settle()

    async def type(self, text: str) -> None:
        """Type `text`, every character a key."""
        await self.rush(*("enter" if character == "\n" else character for character in text))

    async def paste(self, text: str) -> None:
        self.app.post_message(events.Paste(text))
        await self.settle()

    def _send(self, key: str) -> None:
        import unicodedata

        character = None
        if len(key) == 1:
            character, key = key, key if key.isalnum() else _character_to_key(key)
        else:
            try:
                character = unicodedata.lookup(_get_unicode_name_from_key(REPLACED_KEYS.get(key, key)))
            except KeyError:
                character = {"space": " ", "tab": "\t", "enter": "\r"}.get(key)
        event = events.Key(key, character)
        event.set_sender(self.app)
        driver = self.app._driver
        assert driver is not None
        driver.send_message(event)

    async def tick(self, **step: float) -> None:
        """Let time pass (a second where nothing is said), and the screen notice it."""
        self.clock.advance(**(step or {"seconds": 1}))
        self.meeting_screen.tick()
        await self.settle()

    async def resize(self, width: int, height: int) -> None:
        driver, size = self.app._driver, Size(width, height)
        assert isinstance(driver, HeadlessDriver)
        driver._size = size
        self.app.post_message(events.Resize(size, size))
        await self.settle()

    async def settle(self) -> None:
        """Return when nothing is waiting any more: no message, no paint, no worker but those that wait for a dialog."""
        self._is_seen = False
        await self._come_to_rest()

    async def _come_to_rest(self) -> None:
        loop = asyncio.get_running_loop()
        for _ in range(MOST_ROUNDS):
            await asyncio.sleep(0)
            if self.has_ended:
                return
            if loop._ready:  # type: ignore[attr-defined]
                self._is_seen = False
                continue
            if self._is_working():
                self._is_seen = False
                await asyncio.sleep(0.0005)  # until a thread, an animation or a resizing gets on
            elif self._wants_painting():
                self._is_seen = False
                self.screen._on_timer_update()  # what Textual itself does within a sixtieth of a second
            else:
                return
        raise AssertionError("the program never comes to rest")

    def _is_working(self) -> bool:
        running = [worker for worker in self.app.workers if not worker.is_finished]
        dialogs = sum(isinstance(screen, ModalScreen) for screen in self.app.screen_stack)
        if len(running) > dialogs or any(worker.group == "save" for worker in running):
            return True
        is_waiting_for_time = self.app._animator._animations or self.app._resize_event is not None
        return bool(is_waiting_for_time) or any(map(_is_in_the_middle, self._nodes()))

    def _wants_painting(self) -> bool:
        top = self.screen
        return bool(top._callbacks or top._layout_required or top._repaint_required or top._dirty_widgets)

    def _nodes(self) -> list[DOMNode]:
        screens = list(self.app.screen_stack) if self.app._screen_stack else []
        nodes: list[DOMNode] = [self.app, *screens]
        if screens:
            nodes += screens[-1].walk_children(Widget)
        return nodes

    # What can be asked

    @property
    def meeting(self) -> Meeting:
        return self.session.meeting

    @property
    def saved(self) -> Meeting:
        """The meeting as it was saved last."""
        return self.saves[-1]

    @property
    def screen(self) -> Screen[Any]:
        return self.app.screen

    def is_at(self, kind: builtins.type[Screen[Any]]) -> bool:
        return isinstance(self.screen, kind)

    @property
    def meeting_screen(self) -> MeetingScreen:
        return next(screen for screen in self.app.screen_stack if isinstance(screen, MeetingScreen))

    @property
    def item(self) -> MeetingItem | None:
        """The item one is looking at."""
        return self.meeting_screen.item

    @property
    def focused_editor(self) -> Editor:
        focused = self.app.focused
        assert isinstance(focused, Editor), f"{focused} has the focus, not a field"
        return focused

    def editor(self, field: TextField = TextField.DECISION) -> Editor:
        editor = self.meeting_screen.writing.editor(field)
        assert editor is not None
        return editor

    @property
    def status(self) -> str:
        """What the line of messages says."""
        return self.meeting_screen.status.text

    @property
    def has_ended(self) -> bool:
        return self.app._exit or not self.app.is_running

    def strips(self) -> list[Strip]:
        """The lines that are painted, with their colours."""
        visible_screen_stack.set(self.app._background_screens)
        strips = self.screen._compositor.render_strips(self.app.size)
        self._is_seen = True
        return strips

    def screen_lines(self) -> list[str]:
        """The lines that are painted, without spaces at their ends."""
        return [strip.text.rstrip() for strip in self.strips()]

    def screen_text(self) -> str:
        return "\n".join(self.screen_lines())
