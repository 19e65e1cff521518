"""The bytes that really reach a terminal, and the files that are left, when texts and environment are hostile."""

from __future__ import annotations

import signal
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.campaigns.hostile_bytes import faults_of, paste_on
from tests.end_to_end.terminal import Terminal, environment, referent
from tests.files.hostile import ESCAPES, write_hostile

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
CTRL_S, CTRL_END, ENTER, DOWN, UP = "\x13", "\x1b[1;5F", "\r", "\x1b[B", "\x1b[A"
LEAVES_SCREEN = b"\x1b[?1049l"
LOGGED = {
    "TEXTUAL": "debug,devtools",
    "TEXTUAL_DEBUG": "1",
    "TEXTUAL_SCREENSHOT": "1",
    "PYTHONDEVMODE": "1",
    "PYTHONMALLOC": "default",  # the one thing of that mode that takes its time, and says nothing of a meeting
    "PYTHONASYNCIODEBUG": "1",
}
"""All that Textual and Python can be asked to log."""


@dataclass(frozen=True)
class Ended:
    """A program that was started in a hostile folder, and ended from outside in a hostile meeting."""

    terminal: Terminal
    folder: Path
    left: set[Path]
    """The files that it has left, from `folder`."""


@pytest.fixture(scope="module")
def ended(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ended]:
    """From the list of agendas, one of which is faulty, to the hostile meeting; all that happened is in the output."""
    around = tmp_path_factory.mktemp("hostile")
    folder = around / f"mappe{ESCAPES.replace('/', '')}"
    folder.mkdir()
    write_hostile(folder)
    (folder / f"{ESCAPES}.toml").write_text("udvalg = 1\n", encoding="utf-8")
    before = files_in(around)
    logs = {"TEXTUAL_LOG": str(around / "textual.log"), "TEXTUAL_SCREENSHOT_LOCATION": str(around)}
    with Terminal(referent(), folder, environment(around) | LOGGED | logs) as terminal:
        terminal.wait_for("kan ikke åbnes")
        terminal.send(DOWN)
        terminal.wait_for("dato: Mangler.")
        terminal.send(UP)
        terminal.wait_for(lambda text: "dato: Mangler." not in text)
        terminal.send(ENTER)
        terminal.wait_for("gnp.exe")
        paste_on(terminal, SCREENS)
        terminal.send(CTRL_END + ENTER + SECRET)
        terminal.wait_for(SECRET)
        terminal.send(CTRL_S)
        terminal.wait_for("Gemt kl.")
        terminal.signal(signal.SIGINT)
        assert terminal.wait_for_end() == 128 + signal.SIGINT
        yield Ended(terminal, folder, files_in(around) - before)


def files_in(folder: Path) -> set[Path]:
    return {path.relative_to(folder) for path in folder.rglob("*") if path.is_file()}


def test_no_byte_of_a_hostile_folder_meeting_or_paste_steers_the_terminal(ended: Ended) -> None:
    assert faults_of(bytes(ended.terminal.output)) == []
    assert ended.terminal.is_restored
    assert ended.terminal.settings_now() == ended.terminal.settings_before


def test_nothing_that_textual_or_python_can_be_asked_to_log_holds_a_word_of_the_meeting(ended: Ended) -> None:
    after = bytes(ended.terminal.output).rpartition(LEAVES_SCREEN)[2]
    assert SECRET.encode() not in after
    assert b"gnp.exe" not in after
    assert b"Traceback" not in after
    put_aside = "moede.referat.konflikt-1.toml"  # as the first saving says of a record like that
    assert {path.name for path in ended.left if path.parts[0] != "state"} == {put_aside}
    record = tomllib.loads((ended.folder / "moede.referat.toml").read_text(encoding="utf-8"))
    assert record["punkter"][-1]["beslutning"].endswith(f"\n{SECRET}")
