"""The app itself: themes, the first screen, and the ends that are nobody's choice."""

from __future__ import annotations

import asyncio
import signal
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from rich.console import RenderableType
from rich.text import Text
from textual.app import App
from textual.binding import Binding
from textual.content import Content

from referent import screen_texts as texts
from referent.session import AgendaEntry, OpenedMeeting, OpeningFailed
from referent.tui.screens.meeting import MeetingScreen
from referent.tui.themes import DARK, LIGHT

LAST_SIGNALS = ("SIGHUP", "SIGTERM", "SIGINT")
"""What ends the program from outside. Ctrl+C is no signal here: it copies."""


class ReferentApp(App[int]):
    """Shows the meeting `first`, or the agendas to choose from."""

    BINDINGS = [
        Binding("ctrl+q", "leave", show=False),
        Binding("ctrl+c", "nothing", show=False, system=True),
    ]
    ENABLE_COMMAND_PALETTE = False
    TITLE = "referent"

    def __init__(
        self,
        *,
        first: Path | None,
        folder: Path,
        open_meeting: Callable[[Path], OpenedMeeting],
        agenda_entries: Callable[[], list[AgendaEntry]],
        keymap: Mapping[str, str],
        notices: Sequence[str] = (),
        driver_class: Any = None,
    ) -> None:
        super().__init__(driver_class=driver_class)
        for theme in (DARK, LIGHT):
            self.register_theme(theme)
        self.theme = DARK.name
        self._first = first
        self._folder = folder
        self._open_meeting = open_meeting
        self._agenda_entries = agenda_entries
        self._user_keymap = keymap
        self._notices = notices
        self._crash_note = ""

    def on_mount(self) -> None:
        self.set_keymap(self._user_keymap)
        self._catch_signals()
        if self._first is None:
            from referent.tui.screens.start import StartScreen

            self.push_screen(StartScreen(self._folder, self._agenda_entries, self._open, self._user_keymap))
        else:
            self._open(self._first)
        if self._notices:
            self._tell(texts.KEYMAP_TITLE, "\n".join(self._notices))

    def _open(self, path: Path) -> None:
        try:
            opened = self._open_meeting(path)
        except OpeningFailed as failure:
            if self._first is not None:
                self._leave_with("\n".join(failure.problems), 1)
            else:
                self._tell(texts.OPENING_FAILED, "\n".join(failure.problems))
            return
        screen = MeetingScreen(opened, self._user_keymap)
        for rules in screen.css_path:
            self.stylesheet.read(rules)  # pushing the screen would read them too, but parse every other rule anew
        self.push_screen(screen, self._meeting_left)

    def _meeting_left(self, _: None) -> None:
        if self._first is not None:
            self.exit(0)

    def _tell(self, title: str, text: str) -> None:
        from referent.tui.dialogs.reading import ReadingDialog

        self.push_screen(ReadingDialog(title, Content(text), texts.HELP_HINT))

    def action_change_brightness(self) -> None:
        self.theme = LIGHT.name if self.theme == DARK.name else DARK.name

    def action_leave(self) -> None:
        """Where no screen answers Ctrl+Q."""
        if self._meeting_screen() is None:
            self.exit(0)

    def action_nothing(self) -> None:
        """Ctrl+C with nothing to copy."""

    # Ends that are nobody's choice

    def _meeting_screen(self) -> MeetingScreen | None:
        return next((screen for screen in self.screen_stack if isinstance(screen, MeetingScreen)), None)

    def _save_at_the_end(self) -> str:
        screen = self._meeting_screen()
        return screen.save_at_the_end() if screen is not None else ""

    def _catch_signals(self) -> None:
        if self.is_headless or sys.platform == "win32":
            return
        loop = asyncio.get_running_loop()
        for name in LAST_SIGNALS:
            number = getattr(signal, name)
            loop.add_signal_handler(number, self._end_by_signal, number)

    def _end_by_signal(self, number: int) -> None:
        """Save, restore the terminal, and end with the code that a shell gives a process ended so."""
        self._save_at_the_end()
        self.exit(return_code=128 + number)

    def _leave_with(self, text: str, return_code: int) -> None:
        self.exit(return_code=return_code, message=Text(text))

    def panic(self, *renderables: RenderableType) -> None:
        """An exception with a picture of its own ends like any other."""
        self._fatal_error()

    def _fatal_error(self) -> None:
        """An unhandled exception: save, and end with one line. Textual's own traceback shows local variables, and with
        them text from the meeting.
        """
        error = self._exception
        kind = type(error).__name__
        try:
            problem = self._save_at_the_end()
        except Exception as second:  # the screen itself may be what is broken
            problem = type(second).__name__
        note = texts.CRASHED_UNSAVED.format(kind=kind, reason=problem) if problem else texts.CRASHED.format(kind=kind)
        self._exit_renderables.append(Text(note))
        self._close_messages_no_wait()
