"""The real program in a pseudo-terminal, with its screen as text. Every wait is for a condition, and a deadline is only
a guard: nothing here sleeps for its own sake.
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any

import pyte

GUARD = 60.0
"""Seconds after which something that is waited for has not happened. Only a program that hangs is stopped by it."""
_COLOURS = re.compile(rb"\x1b\[[0-9;]*m")
"""Most of what is written. Nobody looks at them, and to make sense of them would take most of the time."""
SHOWS_CURSOR, WRAPS_LINES = 25, 7
"""Private modes that are on in a terminal at rest; all others that the program uses are off."""


class Terminal:
    """A pseudo-terminal of `columns` x `rows` with a program in it."""

    def __init__(
        self, command: Sequence[str], folder: Path, environment: dict[str, str], columns: int = 80, rows: int = 24
    ) -> None:
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.settings_before = termios.tcgetattr(slave)
        self._slave = slave
        self.output = bytearray()
        self._screen = _Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self.process = subprocess.Popen(
            command,
            stdin=slave,
            stdout=slave,
            stderr=slave,
            cwd=folder,
            env=environment,
            preexec_fn=_own_session,
            close_fds=True,
        )
        self._is_open = True

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        self.close()
        os.close(self._slave)

    # What is done

    def send(self, data: bytes | str) -> None:
        os.write(self._master, data.encode() if isinstance(data, str) else data)

    def signal(self, number: signal.Signals) -> None:
        self.process.send_signal(number)

    def resize(self, columns: int, rows: int) -> None:
        self._screen.resize(rows, columns)
        fcntl.ioctl(self._slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def set_settings(self, settings: list[Any]) -> None:
        """What a shell does that has the terminal while its program is stopped."""
        termios.tcsetattr(self._slave, termios.TCSANOW, settings)

    def close(self) -> None:
        """Close the window."""
        if self._is_open:
            self._is_open = False
            os.close(self._master)

    # What is waited for

    @property
    def text(self) -> str:
        return self._screen.text

    def wait_for(self, condition: Callable[[str], bool] | str) -> str:
        """Read until the screen holds; returns it."""
        wanted = (lambda text: condition in text) if isinstance(condition, str) else condition
        until = time.monotonic() + GUARD
        while not wanted(self.text):
            if not self._read(until) and not wanted(self.text):
                raise AssertionError(f"never seen: {condition}\n{self.text}\nexit code: {self.process.poll()}")
            while self._read(0):  # a frame comes in many pieces, and is looked at when it is whole
                pass
        return self.text

    def wait_for_end(self) -> int:
        """Read what is still written until the program has ended; returns its exit code."""
        until = time.monotonic() + GUARD
        while self.process.poll() is None:
            if time.monotonic() > until:
                raise AssertionError(f"the program does not end\n{self.text}")
            self._read(time.monotonic() + 0.02)
        while self._read(time.monotonic()):
            pass
        return self.process.returncode

    def settings_now(self) -> list[object]:
        return list(termios.tcgetattr(self._slave))

    @property
    def modes(self) -> dict[int, bool]:
        """The private modes that were set, by number, and whether they are on."""
        found = re.findall(rb"\x1b\[\?(\d+)([hl])", bytes(self.output))
        return {int(number): state == b"h" for number, state in found}

    @property
    def is_restored(self) -> bool:
        """Whether it is as a shell wants it: the normal screen, a cursor, long lines, and no reports of anything."""
        return self.modes == {number: number in (SHOWS_CURSOR, WRAPS_LINES) for number in self.modes}

    def _read(self, until: float) -> bool:
        """Read what there is, waiting for it at most until then; whether there was something."""
        if not self._is_open:
            return False
        ready, _, _ = select.select([self._master], [], [], max(0.0, until - time.monotonic()))
        if not ready:
            return False
        try:
            data = os.read(self._master, 65536)
        except OSError:
            return False
        self.output += data
        self._stream.feed(_COLOURS.sub(b"", data))
        return bool(data)


class _Screen(pyte.Screen):
    """A screen whose text is put together anew only where it has changed."""

    def __init__(self, columns: int, rows: int) -> None:
        self._lines: list[str] = []
        super().__init__(columns, rows)

    @property
    def text(self) -> str:
        if len(self._lines) != self.lines:
            self._lines = [""] * self.lines
            self.dirty.update(range(self.lines))
        for row in self.dirty:
            if row < self.lines:
                cells = self.buffer[row]
                self._lines[row] = "".join([cells[column].data for column in range(self.columns)]).rstrip()
        self.dirty.clear()
        return "\n".join(self._lines)


def _own_session() -> None:
    os.setsid()
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


def referent(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "referent", *arguments]


def environment(folder: Path) -> dict[str, str]:
    """The environment of a new user in `folder`, with a quiet terminal."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("REFERENT_", "TEXTUAL", "SSH_"))}
    for name in ("TMUX", "STY", "COLUMNS", "LINES", "NO_COLOR"):
        kept.pop(name, None)
    repository = str(Path(__file__).parents[2])
    return {
        **kept,
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "PYTHONPATH": repository,
        "REFERENT_STATE_DIR": str(folder / "state"),
        "REFERENT_CONFIG_DIR": str(folder / "config"),
    }
