"""The real program in a pseudo-terminal with a hostile meeting, and a hostile paste on every screen: no byte that
reaches the terminal steers it.

python -m tests.campaigns.hostile_bytes [SCREEN...]
"""

from __future__ import annotations

import re
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from tests.end_to_end.terminal import Terminal, environment, referent
from tests.files.hostile import HOSTILE, write_hostile
from tests.tui.screens import WAYS

SENT = {
    "escape": "\x1b",
    "ctrl+p": "\x10",
    "ctrl+o": "\x0f",
    "ctrl+q": "\x11",
    **{f"f{number}": code for number, code in zip((1, 2, 3, 4), ("\x1bOP", "\x1bOQ", "\x1bOR", "\x1bOS"), strict=True)},
    "f9": "\x1b[20~",
    "f12": "\x1b[24~",
}
ALLOWED = re.compile(
    rb"\x1b(?:\[[?>=]?[0-9;]*[A-Za-z]|\[[0-9;]*\$p|\[\?[0-9;]*\$p|[()][A-Z0-9]|[78=>cPM]|P=[12]s\x1b\\|\]22;[a-z-]+\x07)",
)
"""What Textual itself writes: colours, cursor, modes, and the shape of the pointer."""


def strange_bytes(output: bytes) -> list[bytes]:
    """The controls in `output` that are neither line ends nor ours."""
    rest = ALLOWED.sub(b"", output).decode("utf-8", "replace")
    return [one.encode() for one in re.findall("[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", rest)]


def play(folder: Path, screens: Iterable[str]) -> bytes:
    """What the program writes when something hostile is pasted on each of these screens, in a hostile meeting."""
    write_hostile(folder)
    with Terminal(referent("moede.toml"), folder, environment(folder)) as terminal:
        terminal.wait_for("gnp.exe")
        paste_on(terminal, screens)
        terminal.send("\x11")
        terminal.wait_for("afslut")
        terminal.send("\r")
        assert terminal.wait_for_end() == 0
        return bytes(terminal.output)


def paste_on(terminal: Terminal, screens: Iterable[str]) -> None:
    """Paste something hostile on each of these screens of the meeting that is open, and save."""
    pasted = HOSTILE.replace("\x1b", "")  # an Esc would end the paste, and be keys
    for number, name in enumerate(screens):
        terminal.send("".join(SENT.get(key, key) for key in WAYS[name]))
        terminal.send(f"\x1b[200~{pasted}nr{number}\x1b[201~")
        for _ in range(3):
            terminal.send("\x1b\x1b")
        terminal.send("\x1b[200~x\x1b[201~")
    terminal.send("\x13\x13")  # what the first has to say is that a record like that is put aside
    terminal.wait_for("Gemt kl.")


def faults_of(output: bytes) -> list[bytes]:
    """What steers the terminal, or tells of a crash; and what has to be there, and is not."""
    wrong = [mark for mark in (b"\x1b[6n", b"Traceback") if mark in output]
    missing = [mark for mark in (b"]52;c;",) if mark not in output]  # the text itself, without what made it a command
    return [*strange_bytes(output), *wrong, *missing]


def main(*screens: str) -> int:
    with tempfile.TemporaryDirectory() as name:
        output = play(Path(name), screens or WAYS)
    faults = faults_of(output)
    print(f"{len(screens or WAYS)} screens, {len(output)} bytes: {len(faults)} faults {faults[:10]}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
