"""The bytes that really reach a terminal, and the files that are left, when texts and environment are hostile."""

from __future__ import annotations

import signal
import sys
import tomllib
from pathlib import Path

import pytest

from tests.campaigns.hostile_bytes import faults_of, play, strange_bytes
from tests.end_to_end.terminal import Terminal, environment, referent
from tests.files.hostile import ESCAPES

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")

SCREENS = (
    "meeting",
    "search the preview",
    "correct",
    "formulas, nothing found",
    "action item",
)
"""One of each kind that says back what is pasted. What is painted on all of them is looked at in
`tests/tui/test_hostile.py`, and their bytes in `tests.campaigns.hostile_bytes`.
"""
SECRET = "Borgeren hedder Jens"


def test_no_byte_of_a_hostile_meeting_or_paste_steers_the_terminal(tmp_path: Path) -> None:
    assert faults_of(play(tmp_path, SCREENS)) == []


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
        "PYTHONMALLOC": "default",  # the one thing of that mode that takes its time, and says nothing of a meeting
        "PYTHONASYNCIODEBUG": "1",
    }
    with Terminal(referent("moede.toml"), tmp_path, environment(tmp_path) | wanted) as terminal:
        terminal.wait_for("Skriv beslutningen her")
        terminal.send(f"\x0e{SECRET}")
        terminal.wait_for(SECRET)
        terminal.send("\x13")
        terminal.wait_for("Gemt kl.")
        terminal.signal(signal.SIGINT)
        assert terminal.wait_for_end() == 128 + signal.SIGINT
        assert terminal.is_restored
        assert terminal.settings_now() == terminal.settings_before
        after = bytes(terminal.output).rpartition(b"\x1b[?1049l")[2]
    assert SECRET.encode() not in after
    assert b"Traceback" not in after
    left = {path.relative_to(tmp_path) for path in tmp_path.rglob("*") if path.is_file()}
    outside = {path for path in left if path.parts[0] not in ("state", "moede.toml", "moede.referat.toml")}
    assert outside == set()
    record = tomllib.loads((tmp_path / "moede.referat.toml").read_text(encoding="utf-8"))
    assert record["punkter"][0]["beslutning"] == SECRET
