"""The app itself: themes, the first screen, and the ends that are nobody's choice."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from rich.console import RenderableType
from rich.text import Text
from textual.app import App
from textual.binding import Binding
from textual.content import Content
from textual.geometry import Offset

from referent import screen_texts as texts
from referent.ports import AgendaEntry, Elsewhere, OpenedMeeting, OpeningFailed, Reminder, Settings
from referent.tui.ends import Ends
from referent.tui.plain import COLOURLESS, PLAIN, SHOW_CURSOR, place_of
from referent.tui.reminders import Reminded, TerminalTitle
from referent.tui.screens.meeting import MeetingScreen
from referent.tui.themes import DARK, LIGHT


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
        ends: Ends | None = None,
        settings: Settings | None = None,
        remember_theme: Callable[[bool], None] = lambda is_dark: None,
    ) -> None:
        """`ends`: where the process is ours. `remember_theme` blocks on the disk."""
        self._settings = settings or Settings()
        self._cursor_position = Offset()
        plain_rules = Path(__file__).with_name("plain.tcss") if self._settings.is_plain else None
        super().__init__(driver_class=driver_class, css_path=plain_rules)
        if self._settings.is_plain:
            self.add_class(PLAIN)
            self._filters.append(COLOURLESS)
        for theme in (DARK, LIGHT):
            self.register_theme(theme)
        self._remember_theme = remember_theme
        self._title = TerminalTitle(self._write_to_terminal)
        self.theme = DARK.name if self._settings.is_dark else LIGHT.name
        self._first = first
        self._folder = folder
        self._open_meeting = open_meeting
        self._agenda_entries = agenda_entries
        self._user_keymap = keymap
        self._notices = notices
        self._ends = ends

    def on_load(self) -> None:
        """Before the terminal is touched."""
        if self._ends is not None:
            self._ends.catch_signals(self._end_by_signal)

    def on_mount(self) -> None:
        self.set_keymap(self._user_keymap)
        if self._settings.is_plain:
            self._write_to_terminal(SHOW_CURSOR)
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
        if opened.elsewhere is None:
            self._write(opened)
        else:
            self._look_or_write(path, opened, opened.elsewhere)

    def _look_or_write(self, path: Path, opened: OpenedMeeting, elsewhere: Elsewhere) -> None:
        """The meeting is open in another copy of the program, or seems to be."""
        from referent.tui.elsewhere import ask

        look = elsewhere.look
        if look is None:
            self._look_on(path, opened, elsewhere)
        else:
            ask(
                self,
                opened,
                elsewhere,
                lambda: self._look_on(path, look(), elsewhere),
                lambda: self._write(opened),
                lambda: self._not_opened(opened),
            )

    def _look_on(self, path: Path, opened: OpenedMeeting, elsewhere: Elsewhere) -> None:
        from referent.tui.screens.look_only import LookOnlyScreen

        async def open_again() -> None:
            await self.pop_screen()
            self._open(path)

        def leave_and_open() -> None:
            self.call_later(open_again)

        self._show(LookOnlyScreen(opened, elsewhere, self._user_keymap, leave_and_open))

    def _write(self, opened: OpenedMeeting) -> None:
        if opened.question is None:
            self._show(MeetingScreen(opened, self._user_keymap))
            return
        from referent.tui.opening_question import ask

        ask(
            self,
            opened,
            opened.question,
            lambda: self._show(MeetingScreen(opened, self._user_keymap)),
            lambda reason: self._not_opened(opened, reason),
        )

    def _show(self, screen: MeetingScreen) -> None:
        for rules in screen.css_path:
            self.stylesheet.read(rules)  # pushing the screen would read them too, but parse every other rule anew
        self.push_screen(screen, self._meeting_left)

    def _not_opened(self, opened: OpenedMeeting, reason: str = "") -> None:
        if opened.presence is not None:
            opened.presence.end()
        if self._first is not None:
            self._leave_with(reason, 1 if reason else 0)
        elif reason:
            self._tell(texts.OPENING_FAILED, reason)

    def _meeting_left(self, _: None) -> None:
        if self._first is not None:
            self.exit(0)

    def _tell(self, title: str, text: str) -> None:
        from referent.tui.dialogs.reading import ReadingDialog

        self.push_screen(ReadingDialog(title, Content(text), texts.HELP_HINT))

    def action_change_brightness(self) -> None:
        is_dark = self.theme != DARK.name
        self.theme = DARK.name if is_dark else LIGHT.name
        self.run_worker(lambda: self._remember_theme(is_dark), thread=True, group="theme", exit_on_error=False)

    @property
    def cursor_position(self) -> Offset:
        """Where the terminal's own cursor stands: in a text where one writes, in a list at the marked line."""
        return (place_of(self.focused) if self._settings.is_plain else None) or self._cursor_position

    @cursor_position.setter
    def cursor_position(self, position: Offset) -> None:
        self._cursor_position = position

    # Reminders

    def on_reminded(self, event: Reminded) -> None:
        """In the manner the user chose."""
        if Reminder.TITLE in self._settings.reminders:
            self._title.show(event.text)
        if Reminder.BELL in self._settings.reminders and event.text:
            self.bell()

    def on_unmount(self) -> None:
        self._title.show("")

    def _write_to_terminal(self, sequence: str) -> None:
        if self._driver is not None:
            self._driver.write(sequence)

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

    def _end_by_signal(self, number: int) -> None:
        """Save, restore the terminal, and end with the code that a shell gives a process ended so."""
        if not self._exit:
            self._save_at_the_end()
            self.exit(return_code=128 + number)

    def exit(self, result: int | None = None, return_code: int = 0, message: RenderableType | None = None) -> None:
        if self._ends is not None:
            self._ends.begin(return_code)
        super().exit(result, return_code, message)

    def _leave_with(self, text: str, return_code: int) -> None:
        self.exit(return_code=return_code, message=Text(text))

    def panic(self, *renderables: RenderableType) -> None:
        """An exception with a picture of its own ends like any other."""
        self._fatal_error()

    def _fatal_error(self) -> None:
        """An unhandled exception: save, and end with one line. Textual's own traceback shows local variables, and with
        them text from the meeting.
        """
        if self._ends is not None:
            self._ends.begin(1)
        error = self._exception
        kind = type(error).__name__
        try:
            problem = self._save_at_the_end()
        except Exception as second:  # the screen itself may be what is broken
            problem = type(second).__name__
        note = texts.CRASHED_UNSAVED.format(kind=kind, reason=problem) if problem else texts.CRASHED.format(kind=kind)
        self._exit_renderables.append(Text(note))
        self._close_messages_no_wait()
