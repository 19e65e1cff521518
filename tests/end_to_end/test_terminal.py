"""The real program in a pseudo-terminal: what it makes of what a terminal sends, and what it writes there."""

from __future__ import annotations

import re
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
    """A program that several tests use, one after the other, each in items of its own; the last one ends it."""

    terminal: Terminal
    folder: Path

    def take_next(self) -> int:
        """Take up an item in which nothing is written; returns its number."""
        before = TAKEN_UP.findall(self.terminal.text)
        self.terminal.send(CTRL_N)
        text = self.terminal.wait_for(lambda text: TAKEN_UP.findall(text) not in ([], before))
        return int(TAKEN_UP.findall(text)[0])

    def write(self, data: bytes | str, shown: str) -> None:
        self.terminal.send(data)
        self.terminal.wait_for(shown)

    def saved(self, number: int, end: str) -> str:
        """Save; returns the decision of an item as the record has it, once it ends so."""
        self.terminal.send(CTRL_S)
        self.terminal.wait_for(lambda _: self.decision(number).endswith(end))
        return self.decision(number)

    def decision(self, number: int) -> str:
        """What the record has as the decision of an item; nothing where there is no record yet."""
        if not (self.folder / "moede.referat.toml").exists():
            return ""
        return str({row["punkt"]: row.get("beslutning", "") for row in self.record["punkter"]}.get(number, ""))

    @property
    def record(self) -> dict[str, Any]:
        return tomllib.loads((self.folder / "moede.referat.toml").read_text(encoding="utf-8"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return with_agenda(tmp_path)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kept]:
    """The program with the meeting open."""
    folder = with_agenda(tmp_path_factory.mktemp("kept"))
    with opened(folder) as terminal:
        wait_until_open(terminal)
        yield Kept(terminal, folder)


def with_agenda(folder: Path) -> Path:
    (folder / "moede.toml").write_text(AGENDA, encoding="utf-8")
    return folder


def opened(folder: Path) -> Terminal:
    return Terminal(referent("moede.toml"), folder, environment(folder))


def wait_until_open(terminal: Terminal) -> None:
    terminal.wait_for("Mødet er ikke begyndt")
    terminal.wait_for("Skriv beslutningen her")


def kitty_requests(terminal: Terminal) -> list[bytes]:
    return re.findall(rb"\x1b\[[<>=][0-9;]*u", bytes(terminal.output))


def test_what_is_typed_and_pasted_stands_in_the_record_once_and_clean(kept: Kept) -> None:
    number = kept.take_next()
    kept.write("Godkendt, æøå ÆØÅ é.", "Godkendt, æøå ÆØÅ é.")
    kept.write("\x03\x03 Lever: ", "Lever:")  # Ctrl+C is only a key
    kept.write("\x1b[200~Indsat\r\ntekst\x07 her\x1b[201~", "tekst her")
    assert kept.saved(number, "her") == "Godkendt, æøå ÆØÅ é. Lever: Indsat\ntekst her"


def test_an_invalid_byte_does_not_end_the_program(kept: Kept) -> None:
    number = kept.take_next()
    kept.terminal.send(b"f\xffr\xc3")
    kept.write("ø og slut", "og slut")
    assert kept.saved(number, "og slut").startswith("f")


def test_esc_and_a_digit_in_one_breath_go_to_the_list_and_write_nothing(kept: Kept) -> None:
    left = kept.take_next()
    for keys, shown in (("\x1b9", "9. Næste møde"), ("\x1b9\x14", "Punkt 9 er taget op")):
        kept.write(keys, shown)
        number = kept.take_next()
        kept.write("Igen i feltet", "Igen i feltet")
        assert kept.saved(number, "feltet") == "Igen i feltet", keys
        assert [kept.decision(item) for item in (left, 9)] == ["", ""], keys


def test_a_meeting_that_is_raised_is_whole_and_the_terminal_as_it_was(kept: Kept) -> None:
    number = kept.take_next()
    kept.write("Sidste ord", "Sidste ord")
    kept.write(CTRL_Q, "Hæv mødet og afslut")
    kept.terminal.send(ENTER)
    assert kept.terminal.wait_for_end() == 0
    assert kept.decision(number) == "Sidste ord"
    assert "sluttet" in kept.record
    assert bytes(kept.terminal.output).rstrip().endswith(b"l")
    assert LEAVES_ALTERNATE_SCREEN in kept.terminal.output[-400:]
    assert kept.terminal.is_restored
    assert kept.terminal.settings_now() == kept.terminal.settings_before
    assert kitty_requests(kept.terminal) == []


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
    assert "terminal" in done.stderr.decode()
