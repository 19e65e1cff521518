"""The front door: help, calls that make no sense, and terminals of every kind; in Danish, with an exit code."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from itertools import takewhile
from pathlib import Path

import pytest

from referent import calls, commands, opening
from referent.cli import main, run
from referent.cli_texts import CLI
from tests.agendas import MINIMAL, ROOT, write

Capture = pytest.CaptureFixture[str]

ENGLISH = re.compile(
    r"\b(usage|options?|commands?|error|show|this|message|exit|try|missing|argument|invalid|value|no such|for help|"
    r"did you mean|got unexpected|version,|traceback|exception|default|required|positional)\b",
    re.IGNORECASE,
)


# Help and calls that make no sense


@pytest.mark.parametrize("arguments", [["-h"], ["--help"], ["tjek", "-h"], ["eksport", "--help"], ["--version"]])
def test_help_is_danish_and_works(arguments: list[str], capsys: Capture) -> None:
    assert run(arguments) == 0
    printed = capsys.readouterr()
    assert printed.err == ""
    shown = re.sub(r"--?[a-z]+", "", printed.out)
    assert not ENGLISH.search(shown), shown


def test_help_names_its_sections_and_every_command(capsys: Capture) -> None:
    run(["--help"])
    printed = capsys.readouterr().out
    assert printed.startswith("Brug: referent [AGENDA]\n")
    for line in ("Valgmuligheder:", "Kommandoer:", "-h, --help  Vis denne hjælp og afslut.", "  tjek ", "  eksport "):
        assert line in printed


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--findesikke"], "Valgmuligheden »--findesikke« findes ikke."),
        (["tjek", "--findesikke"], "Valgmuligheden »--findesikke« findes ikke."),
        (["eksport", "x.toml", "--layuot", "vest"], "Mente du »--layout«?"),
        (["eksport", "x.toml", "--ud"], "»--ud« skal følges af en værdi."),
        (["tjek", "--help=ja"], "»--help« kan ikke have en værdi."),
        (["eksport", "x.toml", "--format", "odt"], "Værdien af »--format« kan ikke bruges. Vælg mellem: docx, pdf, "),
        (["tjek"], "»FIL…« mangler."),
        (["eksport"], "»AGENDA« mangler."),
        (["eksport", "a.toml", "b.toml"], "Kommandoen kan ikke forstås."),
        (["a.toml", "b.toml"], "Kun én dagsorden ad gangen kan åbnes."),
        (["tjk"], "»tjk« er hverken en kommando eller en fil. Mente du »tjek«?"),
        (["tjk", "x.toml"], "Mente du »tjek«?"),
        ([], "referent skal køre i en terminal"),
        (["x.toml"], "referent skal køre i en terminal"),
    ],
)
def test_a_call_that_makes_no_sense_ends_with_2_and_says_why(
    arguments: list[str], said: str, capsys: Capture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(arguments) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert said in printed.err
    assert not ENGLISH.search(re.sub(r"--?[a-z]+", "", printed.err)), printed.err


def test_a_wrong_call_names_the_help_of_its_command(capsys: Capture) -> None:
    run(["eksport", "x.toml", "--ud"])
    assert "Skriv »referent eksport --help« for at få hjælp." in capsys.readouterr().err


def test_an_agenda_named_like_a_command_is_reached_by_its_path(
    capsys: Capture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path | None] = []

    def remember(path: Path | None, *, is_plain: bool = False) -> int:
        opened.append(path)
        return 0

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(opening, "run_screens", remember)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    write(tmp_path / "tjek", MINIMAL)
    assert run(["./tjek"]) == 0
    assert opened == [Path("tjek")]


def test_the_commands_are_told_from_agendas_by_their_names() -> None:
    assert set(commands.referent.commands) == {*calls.COMMANDS, ""}


# Processes and terminals


HELP_AND_CHECKS = """
import sys
from referent.cli import main
agenda, missing, *many = sys.argv[1:]
for arguments, wanted in ((["--help"], 0), (["tjek", agenda], 0), (["tjek", missing], 1)):
    try:
        main(arguments)
    except SystemExit as end:
        assert end.code == wanted, arguments
main(["tjek", *many])
"""
NO_TEXT = b"m\xf8de.toml"
"""A file name that is no UTF-8."""


def assert_told(printed: bytes) -> None:
    assert printed.startswith(b"Brug: referent [AGENDA]")
    assert b"de.toml: i orden" in printed
    assert b"Filen findes ikke." in printed


def test_where_the_system_knows_no_danish_letters_the_rest_is_told_and_a_reader_may_go_away(tmp_path: Path) -> None:
    plain = {"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    faults = "".join(f'noegle{number} = "x"\n' for number in range(90))
    many = [write(tmp_path / f"{number}.toml", faults) for number in range(30)]
    agenda = write(tmp_path / "møde.toml", MINIMAL)
    with subprocess.Popen(
        [sys.executable, "-c", HELP_AND_CHECKS, agenda, NO_TEXT, *many],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
        env={**os.environ, **plain},
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        first = takewhile(lambda line: b"noegle" not in line, process.stdout)
        printed = b"".join(first)
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == calls.BROKEN_PIPE
    assert_told(printed)


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_a_terminal_that_cannot_show_all_letters_gets_the_rest(
    encoding: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    agenda = str(write(tmp_path / "møde.toml", MINIMAL))
    printed = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(printed, encoding=encoding, errors="strict"))
    codes = []
    for arguments in (["--help"], ["tjek", agenda], ["tjek", os.fsdecode(NO_TEXT)]):
        with pytest.raises(SystemExit) as ended:
            main(arguments)
        codes.append(ended.value.code)
    assert codes == [0, 0, 1]
    assert_told(printed.getvalue())


@pytest.mark.parametrize("words", [["--enkel", "moede.toml"], ["moede.toml", "--enkel"], ["--enkel"]], ids=" ".join)
def test_the_plain_mode_is_asked_for_before_or_after_the_agenda(
    words: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[tuple[str, bool]] = []

    def remember(path: Path | None, *, is_plain: bool = False) -> int:
        opened.append((str(path), is_plain))
        return 0

    monkeypatch.setattr(opening, "run_screens", remember)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    assert run(words) == 0
    assert opened == [("moede.toml" if "moede.toml" in words else "None", True)]


def test_the_plain_mode_is_in_the_help_and_takes_one_agenda(capsys: Capture) -> None:
    assert run(["--help"]) == 0
    assert "--enkel" in capsys.readouterr().out
    assert run(["--enkel", "a.toml", "b.toml"]) == 2
    assert CLI["one_agenda"] in capsys.readouterr().err
