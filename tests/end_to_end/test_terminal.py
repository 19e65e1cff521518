"""The real program in a pseudo-terminal: what it writes, and how it ends."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
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
"""
TITLES = ["Godkendelse af dagsordenen", "Hegnet ved havnen", "3", "4", "5", "6", "7", "8", "Næste møde"]
AGENDA += "".join(f'\n[[punkter]]\ntitel = "{title}"\nvarighed = 5\n' for title in TITLES)
ENTER, CTRL_N, CTRL_Q, CTRL_S = "\r", "\x0e", "\x11", "\x13"
LEAVES_ALTERNATE_SCREEN = b"\x1b[?1049l"
TAKEN_UP = re.compile(r"Punkt (\d+) er taget op")


@dataclass
class Kept:
    """A program that several tests use, one after the other, each in an item of its own."""

    terminal: Terminal
    folder: Path

    def take_next(self) -> int:
        """Take up an item in which nothing is written; returns its number."""
        before = TAKEN_UP.findall(self.terminal.text)
        self.terminal.send(CTRL_N)
        text = self.terminal.wait_for(lambda text: TAKEN_UP.findall(text) not in ([], before))
        return int(TAKEN_UP.findall(text)[0])

    def saved(self, number: int, end: str) -> str:
        """Save; returns the decision of an item as the record has it, once it ends so."""
        self.terminal.send(CTRL_S)
        self.terminal.wait_for(lambda _: decision(self.folder, number).endswith(end))
        return decision(self.folder, number)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return with_agenda(tmp_path)


@pytest.fixture
def terminal(folder: Path) -> Iterator[Terminal]:
    """The program with the meeting open and the cursor in the decision of the first item."""
    with opened(folder) as terminal:
        wait_until_open(terminal)
        yield terminal


@pytest.fixture(scope="module")
def whole_run(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Terminal, Path]]:
    """A program that has ended: opened, a decision typed, the meeting closed. Several tests look at what it left."""
    folder = with_agenda(tmp_path_factory.mktemp("whole"))
    with opened(folder) as terminal:
        wait_until_open(terminal)
        terminal.send(CTRL_N)
        terminal.wait_for("Punkt 1 er taget op")
        terminal.send("Godkendt, æøå ÆØÅ é.")
        terminal.wait_for("Godkendt, æøå ÆØÅ é.")
        raise_and_leave(terminal)
        yield terminal, folder


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kept]:
    """The program with the meeting open, for tests that leave it running; in the end it closes as always."""
    folder = with_agenda(tmp_path_factory.mktemp("kept"))
    with opened(folder) as terminal:
        wait_until_open(terminal)
        yield Kept(terminal, folder)
        raise_and_leave(terminal)


@pytest.fixture(scope="module")
def taken_up_again(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Kept, str]]:
    """A program whose forerunner was killed in the middle of the meeting, and when that meeting began."""
    folder = with_agenda(tmp_path_factory.mktemp("again"))
    with opened(folder) as terminal:
        wait_until_open(terminal)
        first = Kept(terminal, folder)
        assert first.take_next() == 1
        terminal.send("Halvt")
        terminal.wait_for("Halvt")
        assert first.saved(1, "Halvt") == "Halvt"
        terminal.signal(signal.SIGKILL)
        assert terminal.wait_for_end() == -signal.SIGKILL
    began = record(folder)["startet"]
    with opened(folder) as terminal:
        terminal.wait_for("Halvt")
        yield Kept(terminal, folder), began
        raise_and_leave(terminal)


def decision(folder: Path, number: int) -> str:
    """What the record has as the decision of an item; nothing where there is no record yet."""
    if not (folder / "moede.referat.toml").exists():
        return ""
    return str({row["punkt"]: row.get("beslutning", "") for row in record(folder)["punkter"]}.get(number, ""))


def with_agenda(folder: Path) -> Path:
    (folder / "moede.toml").write_text(AGENDA, encoding="utf-8")
    return folder


def wait_until_open(terminal: Terminal) -> None:
    terminal.wait_for("Mødet er ikke begyndt")
    terminal.wait_for("Skriv beslutningen her")


def raise_and_leave(terminal: Terminal) -> None:
    terminal.send(CTRL_Q)
    terminal.wait_for("Hæv mødet og afslut")
    terminal.send(ENTER)
    assert terminal.wait_for_end() == 0


def kitty_requests(terminal: Terminal) -> list[bytes]:
    return re.findall(rb"\x1b\[[<>=][0-9;]*u", bytes(terminal.output))


def opened(folder: Path) -> Terminal:
    return Terminal(referent("moede.toml"), folder, environment(folder))


def record(folder: Path) -> dict[str, Any]:
    return tomllib.loads((folder / "moede.referat.toml").read_text(encoding="utf-8"))


def decisions(folder: Path) -> list[str]:
    return [row.get("beslutning", "") for row in record(folder)["punkter"]]


def test_a_decision_that_is_typed_stands_in_the_record(whole_run: tuple[Terminal, Path]) -> None:
    terminal, folder = whole_run
    assert decisions(folder)[0] == "Godkendt, æøå ÆØÅ é."
    assert "sluttet" in record(folder)
    assert bytes(terminal.output).rstrip().endswith(b"l")
    assert LEAVES_ALTERNATE_SCREEN in terminal.output[-400:]
    assert terminal.settings_now() == terminal.settings_before


def test_an_invalid_byte_does_not_end_the_program(kept: Kept) -> None:
    number = kept.take_next()
    kept.terminal.send(b"f\xffr\xc3")
    kept.terminal.send("ø og slut")
    kept.terminal.wait_for("og slut")
    assert kept.saved(number, "og slut").startswith("f")


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


def test_the_terminal_is_never_asked_for_the_kitty_protocol(whole_run: tuple[Terminal, Path]) -> None:
    terminal, _ = whole_run
    assert kitty_requests(terminal) == []


def test_ctrl_c_is_only_a_key(kept: Kept) -> None:
    kept.take_next()
    kept.terminal.send("\x03\x03")
    kept.terminal.send("lever")
    kept.terminal.wait_for("lever")


def test_a_paste_comes_in_once_and_clean(kept: Kept) -> None:
    number = kept.take_next()
    kept.terminal.send("\x1b[200~Indsat\r\ntekst\x07 her\x1b[201~")
    kept.terminal.wait_for("tekst her")
    assert kept.saved(number, "her") == "Indsat\ntekst her"


def test_a_meeting_that_was_killed_goes_on_with_the_clock_where_it_was(taken_up_again: tuple[Kept, str]) -> None:
    again, began = taken_up_again
    again.terminal.wait_for("▶ 1. Godkendelse af dagsordenen")
    again.terminal.wait_for(lambda text: "tilbage" in text or "over tiden" in text)
    again.terminal.send(CTRL_S)
    again.terminal.wait_for("Gemt kl.")
    assert record(again.folder)["startet"] == began


def test_a_meeting_that_goes_on_is_written_on_where_its_text_ends(taken_up_again: tuple[Kept, str]) -> None:
    again, _ = taken_up_again
    again.terminal.send(" med en rettelse")
    again.terminal.wait_for("Halvt med en rettelse")
    assert again.saved(1, "rettelse") == "Halvt med en rettelse"


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


@pytest.mark.parametrize(("keys", "shown"), [("\x1b9", "9. Næste møde"), ("\x1b9\x14", "Punkt 9 er taget op")])
def test_esc_and_a_digit_in_one_breath_go_to_the_list_and_write_nothing(kept: Kept, keys: str, shown: str) -> None:
    left = kept.take_next()
    kept.terminal.send(keys)
    kept.terminal.wait_for(shown)
    number = kept.take_next()
    kept.terminal.send("Igen i feltet")
    kept.terminal.wait_for("Igen i feltet")
    assert kept.saved(number, "feltet") == "Igen i feltet"
    assert [decision(kept.folder, item) for item in (left, 9)] == ["", ""]
