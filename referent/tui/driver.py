"""A terminal driver for Danish typing.

Textual's own asks the terminal for the kitty keyboard protocol, which breaks dead keys in iTerm2 and AltGr in Windows
Terminal; it quits at one invalid UTF-8 byte; and it spins when the terminal is gone. This one does none of that.
"""

from __future__ import annotations

import codecs
import signal
import sys
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textual.driver import Driver
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


def forget_option_characters() -> None:
    """Textual reads Esc and a digit in quick succession as what a Mac's option key types: "£" for Esc and 3."""
    from textual._ansi_sequences import ANSI_SEQUENCES_KEYS

    for sequence in [known for known, keys in ANSI_SEQUENCES_KEYS.items() if len(known) == 2 and isinstance(keys, str)]:
        del ANSI_SEQUENCES_KEYS[sequence]  # type: ignore[attr-defined]


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

    # The driver takes its decoder from this name in its module; there is no other door.
    setattr(linux_driver, "getincrementaldecoder", lambda encoding: TolerantDecoder)  # noqa: B010
    return linux_driver.LinuxDriver


@cache
def quiet_driver() -> type[Driver]:
    """The driver class for this platform."""
    base: Any = _base_driver()
    forget_option_characters()

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

    return QuietDriver
