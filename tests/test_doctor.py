"""The report for a bug: what is there, what works, and nothing that is nobody's business."""

from __future__ import annotations

import os
import stat
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from textual import events

from referent import doctor, doctor_texts
from referent.cli import run
from referent.files.layout_file import layout_names
from referent.files.state_folder import MEETINGS
from referent.tui.actions import Scope
from referent.tui.key_watch import told
from tests.end_to_end.terminal import Terminal, environment

SECRET = "Borgeren hedder Jens"
USER = "mette"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home with settings, a meeting and its journals."""
    folder = tmp_path / "home" / USER
    (folder / "moeder" / "agendas").mkdir(parents=True)
    (folder / "moeder" / "agendas" / "x.toml").write_text(f'udvalg = "{SECRET}"\n', encoding="utf-8")
    for name in ("borgeren-1", "borgeren-2"):
        (folder / "state" / MEETINGS / name).mkdir(parents=True)
        for number in (1, 2):
            (folder / "state" / MEETINGS / name / f"journal-0a0b0c0d-00000000{number}.linjer").write_text(SECRET)
    monkeypatch.chdir(folder / "moeder")
    monkeypatch.setenv("REFERENT_STATE_DIR", str(folder / "state"))
    monkeypatch.setenv("REFERENT_CONFIG_DIR", str(folder / "config"))
    return folder


def around(folder: Path, **changes: object) -> doctor.Surroundings:
    """The surroundings of a user whose terminal is a plain one, without LibreOffice."""
    plain = doctor.Surroundings(
        environ={"TERM": "xterm-256color", "LANG": "da_DK.UTF-8", "REFERENT_STATE_DIR": str(folder)},
        home=folder,
        user=USER,
        is_terminal=(True, True),
        size=(80, 24),
        stdout_encoding="utf-8",
        office=lambda: None,
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


def line(report: doctor.Report, label: str) -> str:
    """What is said beside a label."""
    (found,) = [one for one in report.text.splitlines() if one.startswith(f"  {doctor_texts.ROWS.get(label, label)} ")]
    return found.split("  ", 2)[-1].strip()


def everything_in(folder: Path) -> set[Path]:
    return set(folder.rglob("*"))


def test_where_all_is_well_it_says_so_and_leaves_nothing_behind(home: Path) -> None:
    before = everything_in(home)
    report = doctor.report(around(home))
    assert report.is_fine
    assert report.text.endswith(doctor_texts.FINE)
    assert everything_in(home) == before


def test_every_place_is_named_with_what_can_be_done_there(home: Path) -> None:
    report = doctor.report(around(home))
    assert line(report, "state").startswith("~/state  (kan skrives, ")
    assert line(report, "agendas").startswith("~/moeder/agendas  (kan skrives, ")
    assert line(report, "exports").startswith("~/moeder/exports  (findes ikke endnu, kan oprettes, ")
    assert line(report, "config").startswith("~/config  (findes ikke endnu, kan oprettes, ")
    assert line(report, "keymap") == "ingen (~/config/taster.toml)"


def test_no_word_of_a_meeting_and_no_name_of_the_user_is_in_it(home: Path) -> None:
    text = doctor.report(around(home, home=home.parent / "anden")).text
    assert SECRET not in text
    assert "borgeren" not in text
    assert USER not in text
    assert "/home/…/state" in text


def test_journals_that_were_left_behind_are_counted_by_meeting(home: Path) -> None:
    assert line(doctor.report(around(home)), "left") == "2"


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="whoever may write anywhere sees no fault")
def test_a_folder_that_cannot_be_written_is_a_fault(home: Path) -> None:
    (home / "state").chmod(stat.S_IRUSR | stat.S_IXUSR)
    try:
        report = doctor.report(around(home))
    finally:
        (home / "state").chmod(stat.S_IRWXU)
    assert not report.is_fine
    assert line(report, "state") == "FEJL: ~/state: Der er ikke adgang. Ret rettighederne, eller vælg et andet sted."


def test_a_file_where_a_folder_should_be_is_a_fault(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (home / "fil").write_text("", encoding="utf-8")
    monkeypatch.setenv("REFERENT_STATE_DIR", str(home / "fil" / "state"))
    report = doctor.report(around(home))
    assert not report.is_fine
    assert line(report, "state").startswith("FEJL: ~/fil/state")
    assert report.text.endswith(doctor_texts.NOT_FINE)


@pytest.mark.skipif(sys.platform == "win32", reason="there folders are not synced")
@pytest.mark.parametrize("folders", [False, True], ids=["a file", "a folder"])
def test_a_disk_that_cannot_be_synced_is_a_fault(folders: bool, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sync = os.fsync

    def fail(fd: int) -> None:
        if stat.S_ISDIR(os.fstat(fd).st_mode) is folders:
            raise OSError(5, "Input/output error")
        sync(fd)

    before = everything_in(home)
    monkeypatch.setattr("referent.files.disk.os.fsync", fail)
    report = doctor.report(around(home))
    assert "FEJL: ~/state: Drevet svarer ikke." in line(report, "state")
    assert everything_in(home) == before


def test_faults_in_the_users_keys_are_told_without_the_home_folder(home: Path) -> None:
    (home / "config").mkdir()
    (home / "config" / "taster.toml").write_text("[taster]\nhelp = 1\n", encoding="utf-8")
    report = doctor.report(around(home))
    assert not report.is_fine
    assert line(report, "keymap").startswith("FEJL: ~/config/taster.toml:2: taster.help: ")


def test_the_users_keys_are_counted(home: Path) -> None:
    (home / "config").mkdir()
    (home / "config" / "taster.toml").write_text('[taster]\nhelp = "f1"\n', encoding="utf-8")
    assert line(doctor.report(around(home)), "keymap") == "1 i ~/config/taster.toml"


def test_the_house_styles_are_read_and_the_terminal_told(home: Path) -> None:
    environ = {"TERM": "xterm\x1b[2J", "SSH_CONNECTION": "10.0.0.1 22", "TMUX": "/tmp/x", "TEXTUAL_LOG": "/tmp/y"}
    report = doctor.report(around(home, environ=environ))
    assert line(report, "layouts") == f"{len(layout_names())} er læst"
    assert line(report, "through") == "ssh, tmux"
    assert line(report, "TERM") == "xterm[2J"
    assert line(report, "variables") == "TEXTUAL_LOG"
    assert line(report, "size") == "80 x 24"
    assert "10.0.0.1" not in report.text


def test_without_a_terminal_it_says_so(home: Path) -> None:
    said: list[str] = []
    elsewhere = around(home, is_terminal=(False, True), size=None)
    assert line(doctor.report(elsewhere), "stdin") == doctor_texts.NO
    doctor.watch_keys(elsewhere, said.append)
    assert said[-1].strip() == doctor_texts.KEYS_SKIPPED


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell")
@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("echo LibreOffice 24.2.1", "LibreOffice 24.2.1 (~/soffice)"),
        ("exit 1", "svarer ikke (~/soffice)"),
    ],
)
def test_libreoffice_tells_its_version_or_nothing(home: Path, script: str, said: str) -> None:
    program = home / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(0o755)
    report = doctor.report(around(home, office=lambda: str(program)))
    assert line(report, "office") == said
    assert report.is_fine


def test_the_columns_stand_straight(home: Path) -> None:
    rows = [one for one in doctor.report(around(home)).text.splitlines() if one.startswith("  ")]
    width = max(map(len, (*doctor_texts.ROWS.values(), *doctor.PACKAGES)))
    assert all(one[width + 2 : width + 4] == "  " and one[width + 4] != " " for one in rows)


def test_the_command_ends_with_0_or_1(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["doctor", "--ingen-taster"]) == 0
    assert doctor_texts.KEYS_TITLE not in capsys.readouterr().out.splitlines()
    (home / "config").mkdir()
    (home / "config" / "taster.toml").write_text("[taster", encoding="utf-8")
    assert run(["doctor", "--ingen-taster"]) == 1


@pytest.mark.parametrize(
    ("key", "character", "keymap", "said"),
    [
        ("ctrl+n", None, {}, "Næste (mødet)"),
        ("ctrl+n", None, {"take_next": "f8"}, "bruges ikke"),
        ("å", "å", {}, "skriver »å«"),
        ("f19", None, {}, "bruges ikke"),
    ],
)
def test_a_key_is_told_with_what_it_does_in_the_program(
    key: str, character: str | None, keymap: dict[str, str], said: str
) -> None:
    assert told(events.Key(key, character), "", keymap).split(key, 1)[1].strip().startswith(said)


def test_every_place_where_a_key_does_something_has_a_name() -> None:
    assert set(doctor_texts.WHERE) == {scope.name for scope in Scope}


def test_a_paste_is_told_by_its_length_alone() -> None:
    assert told(events.Paste(SECRET), SECRET, {}) == "indsat tekst, 20 tegn"


TWICE = "from referent.cli import run; assert run(['doctor']) == 0; raise SystemExit(run(['doctor']))"


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_keys_are_shown_as_they_arrive_and_the_terminal_is_left_as_it_was(tmp_path: Path) -> None:
    command = [sys.executable, "-c", TWICE]  # one start of Python for both ends
    with Terminal(command, tmp_path, environment(tmp_path) | {"REFERENT_SOFFICE": ""}, 120, 120) as terminal:
        for times, end in enumerate(("\x1b\x1b", "\x11"), 1):
            terminal.wait_for(lambda text, times=times: text.count("Esc to gange") == times)  # type: ignore[misc]
            terminal.send("\x0e")
            terminal.wait_for(lambda text, times=times: text.count("\\x0e") == times)  # type: ignore[misc]
            assert terminal.text.count("ctrl+n") == times, end
            terminal.send(b"\xc3\xa5\xff\x1b[15;5~")
            terminal.wait_for(lambda text, times=times: text.count("ctrl+f5") == times)  # type: ignore[misc]
            assert terminal.text.count("skriver »å«") == times, end
            for key in end:
                terminal.send(key)
                terminal.wait_for(lambda text, key=key: ascii(key)[1:-1] in text)  # type: ignore[misc]
        assert terminal.wait_for_end() == 0
        assert terminal.settings_now() == terminal.settings_before
        assert b"Traceback" not in terminal.output
