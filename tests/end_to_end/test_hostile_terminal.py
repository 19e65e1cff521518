"""The bytes that really reach a terminal, and the files that are left, when texts and environment are hostile."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from tests.end_to_end.terminal import Terminal, environment, referent
from tests.files.hostile import ESCAPES, HOSTILE, write_hostile
from tests.tui.screens import WAYS

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")

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
SECRET = "Borgeren hedder Jens"


def strange_bytes(output: bytes) -> list[bytes]:
    """The controls in `output` that are neither line ends nor ours."""
    rest = ALLOWED.sub(b"", output).decode("utf-8", "replace")
    return [one.encode() for one in re.findall("[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", rest)]


def test_no_byte_of_a_hostile_meeting_or_paste_steers_the_terminal(tmp_path: Path) -> None:
    write_hostile(tmp_path)
    pasted = HOSTILE.replace("\x1b", "")  # an Esc would end the paste, and be keys
    with Terminal(referent("moede.toml"), tmp_path, environment(tmp_path)) as terminal:
        terminal.wait_for("gnp.exe")
        for number, keys in enumerate(WAYS.values()):
            terminal.send("".join(SENT.get(key, key) for key in keys))
            terminal.send(f"\x1b[200~{pasted}nr{number}\x1b[201~")
            for _ in range(3):
                terminal.send("\x1b\x1b")
            terminal.send("\x1b[200~x\x1b[201~")
        terminal.send("\x13")
        terminal.wait_for("Gemt kl.")
        terminal.send("\x11")
        terminal.wait_for("afslut")
        terminal.send("\r")
        assert terminal.wait_for_end() == 0
        output = bytes(terminal.output)
    assert b"]52;c;" in output
    assert strange_bytes(output) == []
    assert b"\x1b[6n" not in output
    assert b"Traceback" not in output


def test_names_of_files_do_not_steer_the_terminal_either(tmp_path: Path) -> None:
    folder = tmp_path / f"mappe{ESCAPES.replace('/', '')}"
    folder.mkdir()
    (folder / f"{ESCAPES}.toml").write_text("udvalg = 1\n", encoding="utf-8")
    (folder / "b.toml").write_text('udvalg = "Havneudvalget"\ndato = 2026-11-26\n', encoding="utf-8")
    with Terminal(referent(), folder, environment(tmp_path)) as terminal:
        terminal.wait_for("Havneudvalget")
        terminal.send("\x1b[B\x1b[A\x1b[B")
        terminal.wait_for("dato: Mangler.")
        terminal.send("\x11")
        assert terminal.wait_for_end() == 0
        assert strange_bytes(bytes(terminal.output)) == []


def test_nothing_that_textual_or_python_can_be_asked_to_log_holds_a_word_of_the_meeting(tmp_path: Path) -> None:
    (tmp_path / "moede.toml").write_text(
        'udvalg = "Havneudvalget"\ndato = 2026-11-26\n[[punkter]]\ntitel = "Ny bro"\n', encoding="utf-8"
    )
    wanted = {
        "TEXTUAL": "debug,devtools",
        "TEXTUAL_DEBUG": "1",
        "TEXTUAL_LOG": str(tmp_path / "textual.log"),
        "TEXTUAL_SCREENSHOT": "1",
        "TEXTUAL_SCREENSHOT_LOCATION": str(tmp_path),
        "PYTHONDEVMODE": "1",
        "PYTHONASYNCIODEBUG": "1",
    }
    with Terminal(referent("moede.toml"), tmp_path, environment(tmp_path) | wanted) as terminal:
        terminal.wait_for("Skriv beslutningen her")
        terminal.send(f"\x0e{SECRET}")
        terminal.wait_for(SECRET)
        terminal.send("\x13")
        terminal.wait_for("Gemt kl.")
        terminal.send("\x11")
        terminal.wait_for("Hæv mødet og afslut")
        terminal.send("\r")
        assert terminal.wait_for_end() == 0
        after = bytes(terminal.output).rpartition(b"\x1b[?1049l")[2]
    assert SECRET.encode() not in after
    assert b"Traceback" not in after
    left = {path.relative_to(tmp_path) for path in tmp_path.rglob("*") if path.is_file()}
    outside = {path for path in left if path.parts[0] not in ("state", "moede.toml", "moede.referat.toml")}
    assert outside == set()
