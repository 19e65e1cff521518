"""A terminal driver for Danish typing.

Textual's own asks the terminal for the kitty keyboard protocol, which breaks dead keys in iTerm2 and AltGr in Windows
Terminal; it quits at one invalid UTF-8 byte; it spins when the terminal is gone, and waits for ever for it to take what
is written; and after a stop it reads every key in two threads. This one does none of that.
"""

from __future__ import annotations

import codecs
import os
import signal
import sys
from collections.abc import Callable, Iterable
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textual.driver import Driver
    from textual.drivers._writer_thread import WriterThread
    from textual.message import Message

KITTY_REQUESTS = ("\x1b[>", "\x1b[<", "\x1b[=")


def is_kitty_request(data: str) -> bool:
    """Whether `data` asks the terminal to change its keyboard protocol."""
    return data.startswith(KITTY_REQUESTS) and data.endswith("u")


class TolerantDecoder:
    """Decodes UTF-8 with replacement characters. An empty read means that the terminal is gone."""

    def __init__(self) -> None:
        self._decoder = codecs.getincrementaldecoder("utf-8")(errors="replace")

    def decode(self, data: bytes, final: bool = False) -> str:
        if not data:
            _hang_up()
        return self._decoder.decode(data, final)


def _hang_up() -> None:
    """The same end as a closed window: the app's signal handler saves and leaves."""
    if hasattr(signal, "SIGHUP"):
        signal.raise_signal(signal.SIGHUP)


@cache
def tolerant_writer() -> type[WriterThread]:
    """The class of the thread that writes to the terminal."""
    from textual.drivers._writer_thread import WriterThread

    class TolerantWriter(WriterThread):
        def run(self) -> None:
            """Where the terminal is gone, what is still written goes nowhere: else the program waits for it."""
            try:
                super().run()
            except OSError:
                _hang_up()
                while self._queue.get() is not None:
                    pass

    return TolerantWriter


def forget_option_characters() -> None:
    """Textual reads Esc and a digit in quick succession as what a Mac's option key types: "£" for Esc and 3."""
    from textual._ansi_sequences import ANSI_SEQUENCES_KEYS

    for sequence in [known for known, keys in ANSI_SEQUENCES_KEYS.items() if len(known) == 2 and isinstance(keys, str)]:
        del ANSI_SEQUENCES_KEYS[sequence]  # type: ignore[attr-defined]


def keep_escape_before_keys() -> None:
    """Textual waits after Esc for as long as keys keep coming, takes the first for Alt and that key, and forgets the
    Alt of all but letters and digits: Esc and Ctrl+N became Ctrl+N, and Esc and a burst of letters a "^" and the
    letters. Here Esc is a key of its own as soon as the next one begins no sequence.
    """
    from textual import events
    from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
    from textual._xterm_parser import XTermParser

    parse = XTermParser._sequence_to_key_events

    def with_escape(parser: XTermParser, sequence: str, alt: bool = False) -> Iterable[events.Key]:
        is_two_keys = len(sequence) == 2 and sequence[0] == "\x1b" and sequence[1] not in "[O\x1b"
        if not is_two_keys or sequence in ANSI_SEQUENCES_KEYS:
            return parse(parser, sequence, alt)
        return [events.Key("escape", "\x1b"), *parse(parser, sequence[1])]

    setattr(XTermParser, "_sequence_to_key_events", with_escape)  # noqa: B010


def without_alt(message: Message) -> list[Message]:
    """Esc and a character that came so quickly that they were taken for Alt and the character, as two keys again. The
    program uses no Alt.
    """
    from textual import events

    if isinstance(message, events.Key) and message.key.startswith("alt+") and message.is_printable:
        key = message.key.removeprefix("alt+").removeprefix("shift+")
        return [events.Key("escape", "\x1b"), events.Key(key, message.character)]
    return [message]


def _base_driver() -> type[Driver]:
    if sys.platform == "win32":
        from textual.drivers.windows_driver import WindowsDriver

        return WindowsDriver
    import textual.drivers.linux_driver as linux_driver

    # The driver takes its decoder and its writer from these names in its module; there is no other door.
    setattr(linux_driver, "getincrementaldecoder", lambda encoding: TolerantDecoder)  # noqa: B010
    setattr(linux_driver, "WriterThread", tolerant_writer())  # noqa: B010
    return linux_driver.LinuxDriver


@cache
def quiet_driver() -> type[Driver]:
    """The driver class for this platform."""
    base: Any = _base_driver()
    forget_option_characters()
    keep_escape_before_keys()

    class QuietDriver(base):  # type: ignore[misc]
        def process_message(self, message: Message) -> None:
            for part in without_alt(message):
                super().process_message(part)

        def write(self, data: str) -> None:
            if not is_kitty_request(data):
                super().write(data)

        def _run_input_thread(self) -> None:
            # The terminal may vanish in the middle of a read; that is a hang-up and no fault to show.
            try:
                self.run_input_thread()
            except OSError:
                _hang_up()

        # Stopped and continued from outside. Both leave and enter the screen, which is for the loop to do: a signal's
        # handler may run in the middle of anything.

        def _sigtstp_application(self, *_: object) -> None:
            self._in_loop(self._step_aside)

        def _sigcont_application(self, *_: object) -> None:
            self._in_loop(self._come_back)

        def _in_loop(self, work: Callable[[], None]) -> None:
            loop = self._app._loop
            if loop is not None:
                loop.call_soon_threadsafe(work)

        def _step_aside(self) -> None:
            self.suspend_application_mode()
            os.kill(os.getpid(), signal.SIGSTOP)

        def _come_back(self) -> None:
            """Whoever had the terminal meanwhile may have left it in any state."""
            if self._app._exit:
                return
            if self._key_thread is not None and self._key_thread.is_alive():
                self.suspend_application_mode()
            self.resume_application_mode()
            self._app.refresh(layout=True)

    return QuietDriver
