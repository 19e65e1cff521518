"""The ends that are nobody's choice: signals from outside, a drive that never answers, a thread that fails."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from typing import Any

LAST_SIGNALS = ("SIGHUP", "SIGTERM", "SIGINT")
"""What ends the program from outside. Ctrl+C is no signal here: it copies."""
PATIENCE = 10.0
"""Seconds after which a program that was ended from outside, or by a fault, is gone, whatever it waits for."""
PATIENCE_WITH_A_CHOICE = 60.0
"""The same where the minute taker left: a document may still be on its way."""
RESTORED = (
    b"\x1b[?2004l\x1b[?7h\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[?1004l\x1b[?2048l\x1b[?1049l\x1b[?25h\x1b[0m"
)
"""Bracketed paste off, lines wrap, no mouse, no focus, no sizes, the normal screen, the cursor, no colours."""


class Ends:
    """Sees to it that the process ends when it should. One for the process."""

    def __init__(self) -> None:
        self._deadline: threading.Thread | None = None
        self._settings = _terminal_settings()

    def catch_signals(self, end: Callable[[int], object]) -> None:
        """Have `end` called, in the running loop, with the number of a signal that ends the program."""
        if sys.platform == "win32":
            return
        loop = asyncio.get_running_loop()
        for name in LAST_SIGNALS:
            number = getattr(signal, name)
            loop.add_signal_handler(number, end, number)
            # The loop has it as well, but may itself wait for something that never comes.
            signal.signal(number, lambda number, _: self.begin(128 + number))

    def begin(self, code: int) -> None:
        """The end has begun. Where something keeps the process from ending it is ended all the same."""
        if self._deadline is None:
            patience = PATIENCE if code else PATIENCE_WITH_A_CHOICE
            self._deadline = threading.Thread(target=self._wait, args=(patience, code), name="deadline", daemon=True)
            self._deadline.start()

    def _wait(self, patience: float, code: int) -> None:
        time.sleep(patience)
        restoring = threading.Thread(target=self._restore_terminal, daemon=True)  # the terminal may hang as well
        restoring.start()
        restoring.join(1.0)
        os._exit(code)

    def _restore_terminal(self) -> None:
        with contextlib.suppress(OSError):
            os.write(2, RESTORED)
        if self._settings is not None:
            import termios

            with contextlib.suppress(termios.error):
                termios.tcsetattr(0, termios.TCSANOW, self._settings)


def _terminal_settings() -> list[Any] | None:
    if sys.platform == "win32":
        return None
    import termios

    try:
        return list(termios.tcgetattr(0))
    except termios.error:
        return None


def print_no_traces() -> None:
    """What fails in a thread, or in a task that nobody waits for, is not printed: a message may quote the meeting."""
    threading.excepthook = lambda _: None
    sys.unraisablehook = lambda _: None
    logging.getLogger("asyncio").disabled = True
