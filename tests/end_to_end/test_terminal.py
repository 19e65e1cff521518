"""The real program in a pseudo-terminal: what it writes, and how it ends."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.end_to_end.terminal import Terminal, environment, referent

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")

AGENDA = """\
udvalg = "Sundhedsforum Klitkysten"
dato = 2026-11-26
start = 13:00:00

[[deltagere]]
navn = "Anna Ask"

[[punkter]]
titel = "Godkendelse af dagsordenen"
varighed = 5

[[punkter]]
titel = "Hegnet ved havnen"
varighed = 20
"""
ENTER, CTRL_N, CTRL_Q, CTRL_S = "\r", "\x0e", "\x11", "\x13"
LEAVES_ALTERNATE_SCREEN = b"\x1b[?1049l"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "moede.toml").write_text(AGENDA, encoding="utf-8")
    return tmp_path


@pytest.fixture
def terminal(folder: Path) -> Iterator[Terminal]:
    """The program with the meeting open and the cursor in the decision of the first item."""
    with opened(folder) as terminal:
        terminal.wait_for("Mødet er ikke begyndt")
        terminal.wait_for("Skriv beslutningen her")
        yield terminal


def opened(folder: Path) -> Terminal:
    return Terminal(referent("moede.toml"), folder, environment(folder))


def record(folder: Path) -> dict[str, Any]:
    return tomllib.loads((folder / "moede.referat.toml").read_text(encoding="utf-8"))


def decisions(folder: Path) -> list[str]:
    return [row.get("beslutning", "") for row in record(folder)["punkter"]]


def test_a_decision_that_is_typed_stands_in_the_record(terminal: Terminal, folder: Path) -> None:
    terminal.send(CTRL_N)
    terminal.wait_for("Punkt 1 er taget op")
    terminal.send("Godkendt, æøå ÆØÅ é.")
    terminal.wait_for("Godkendt, æøå ÆØÅ é.")
    terminal.send(CTRL_Q)
    terminal.wait_for("Hæv mødet og afslut")
    terminal.send(ENTER)
    assert terminal.wait_for_end() == 0
    assert decisions(folder)[0] == "Godkendt, æøå ÆØÅ é."
    assert "sluttet" in record(folder)
    assert bytes(terminal.output).rstrip().endswith(b"l")
    assert LEAVES_ALTERNATE_SCREEN in terminal.output[-400:]
    assert terminal.settings_now() == terminal.settings_before


def test_an_invalid_byte_does_not_end_the_program(terminal: Terminal, folder: Path) -> None:
    terminal.send(b"f\xffr\xc3")
    terminal.send("ø og slut")
    terminal.wait_for("og slut")
    terminal.send(CTRL_Q)
    assert terminal.wait_for_end() == 0
    assert decisions(folder)[0].startswith("f")
    assert decisions(folder)[0].endswith("og slut")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT], ids=lambda number: number.name)
def test_an_end_from_outside_saves_and_leaves_the_terminal_as_it_was(
    terminal: Terminal, folder: Path, number: signal.Signals
) -> None:
    terminal.send(CTRL_N)
    terminal.wait_for("Punkt 1 er taget op")
    terminal.send("Sidste ord")
    terminal.wait_for("Sidste ord")
    terminal.signal(number)
    assert terminal.wait_for_end() == 128 + number
    assert decisions(folder)[0] == "Sidste ord"
    assert LEAVES_ALTERNATE_SCREEN in terminal.output
    assert b"Traceback" not in terminal.output
    assert terminal.settings_now() == terminal.settings_before


def test_closing_the_window_saves_and_ends_the_program(terminal: Terminal, folder: Path) -> None:
    terminal.send("Vinduet lukkes")
    terminal.wait_for("Vinduet lukkes")
    terminal.close()
    terminal.process.wait(timeout=60)
    assert decisions(folder)[0] == "Vinduet lukkes"


def test_the_terminal_is_never_asked_for_the_kitty_protocol(terminal: Terminal) -> None:
    terminal.send(CTRL_Q)
    assert terminal.wait_for_end() == 0
    assert re.findall(rb"\x1b\[[<>=][0-9;]*u", bytes(terminal.output)) == []


def test_ctrl_c_is_only_a_key(terminal: Terminal) -> None:
    terminal.send("\x03\x03")
    terminal.send("lever")
    terminal.wait_for("lever")


def test_a_paste_comes_in_once_and_clean(terminal: Terminal, folder: Path) -> None:
    terminal.send("\x1b[200~Indsat\r\ntekst\x07 her\x1b[201~")
    terminal.wait_for("tekst her")
    terminal.send(CTRL_Q)
    assert terminal.wait_for_end() == 0
    assert decisions(folder)[0] == "Indsat\ntekst her"


def test_a_meeting_that_was_killed_goes_on_with_the_clock_where_it_was(terminal: Terminal, folder: Path) -> None:
    terminal.send(CTRL_N)
    terminal.wait_for("Punkt 1 er taget op")
    terminal.send("Halvt")
    terminal.wait_for("Halvt")
    terminal.send(CTRL_S)
    terminal.wait_for("Gemt kl.")
    began = record(folder)["startet"]
    terminal.signal(signal.SIGKILL)
    assert terminal.wait_for_end() == -signal.SIGKILL
    with opened(folder) as again:
        again.wait_for("▶ 1. Godkendelse af dagsordenen")
        again.wait_for("Halvt")
        again.wait_for(lambda text: "tilbage" in text or "over tiden" in text)
        again.send(CTRL_S)
        again.wait_for("Gemt kl.")
        assert record(folder)["startet"] == began
        again.send(CTRL_Q)
        again.wait_for("Hæv mødet og afslut")
        again.send(ENTER)
        assert again.wait_for_end() == 0


def test_without_a_terminal_it_says_so_and_ends(folder: Path) -> None:
    done = subprocess.run(
        referent("moede.toml"),
        cwd=folder,
        env=environment(folder),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=60,
    )
    assert done.returncode == 2
    assert done.stdout == b""
    assert "Traceback" not in done.stderr.decode()
    assert done.stderr.decode().strip()


def test_an_agenda_with_faults_is_refused_without_a_screen_being_left_behind(folder: Path) -> None:
    (folder / "moede.toml").write_text("datto = 2026-11-26\n", encoding="utf-8")
    with opened(folder) as terminal:
        assert terminal.wait_for_end() == 1
        assert "moede.toml" in terminal.text
        assert "Traceback" not in terminal.text


@pytest.mark.parametrize("keys", ["\x1b2", "\x1b2\x14"])
def test_esc_and_a_digit_in_one_breath_go_to_the_list_and_write_nothing(
    terminal: Terminal, folder: Path, keys: str
) -> None:
    terminal.send(CTRL_N)
    terminal.wait_for("Punkt 1 er taget op")
    terminal.send(keys)
    terminal.wait_for("2. Hegnet ved havnen")
    terminal.send(CTRL_S)
    terminal.wait_for("Gemt kl.")
    assert [item.get("beslutning", "") for item in record(folder)["punkter"]] == [""] * len(record(folder)["punkter"])


def test_a_meeting_that_goes_on_is_written_on_where_its_text_ends(folder: Path) -> None:
    for text in ("Godkendt", " med en rettelse"):
        with opened(folder) as terminal:
            terminal.wait_for("Beslutning")
            if text == "Godkendt":
                terminal.send(CTRL_N)
                terminal.wait_for("Punkt 1 er taget op")
            terminal.send(text)
            terminal.wait_for(text.strip())
            terminal.send(CTRL_S)
            terminal.wait_for("Gemt kl.")
    assert record(folder)["punkter"][0]["beslutning"] == "Godkendt med en rettelse"
