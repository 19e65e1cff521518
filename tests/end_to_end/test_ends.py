"""The real program ended, stopped and squeezed from outside: what was written is safe, and the terminal is whole."""

from __future__ import annotations

import signal
import sys
import time
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import psutil  # type: ignore[import-untyped]
import pytest

from referent.domain.meeting import Meeting
from referent.reading import read_meeting
from tests.end_to_end.terminal import GUARD, Terminal, environment, referent

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")

AGENDA = 'udvalg = "Sundhedsforum Klitkysten"\ndato = 2026-11-26\nstart = 13:00:00\n' + "".join(
    f'\n[[punkter]]\ntitel = "{title}"\nvarighed = 5\n' for title in ("Hegnet ved havnen", "Stier", "Næste møde")
)
CTRL_N, CTRL_S, CTRL_Z, CTRL_Y = "\x0e", "\x13", "\x1a", "\x19"
F5, F12 = "\x1b[15~", "\x1b[24~"
ENTERS_SCREEN, LEAVES_SCREEN = b"\x1b[?1049h", b"\x1b[?1049l"
SECRET = "Borgeren hedder Jens"
BROKEN = """
import threading
from referent.tui.screens.meeting import MeetingScreen

def fail_after_the_end(text):
    threading.main_thread().join()
    raise ValueError(text)

async def broken(screen):
    text = screen.meeting.items[0].decision
    threading.Thread(target=fail_after_the_end, args=(text,)).start()
    raise ValueError(text)

MeetingScreen.action_read_aloud = broken
from referent.cli import main, run
assert run(["fejl.toml"]) == 1
main()
"""
"""Faults in an agenda; then one in a handler, and one in a thread that is still there when the screen is not."""
STALLED = """
import asyncio, threading
from referent.files.record_file import RecordWriter
from referent.tui import ends, saver
from referent.tui.screens.meeting import MeetingScreen

def wait_for_ever(*_, **__):
    threading.Event().wait()

def begin_something(screen):
    asyncio.ensure_future(asyncio.to_thread(wait_for_ever))
    screen.status.say("Begyndt")

ends.PATIENCE, saver.END_PATIENCE = 1.0, 0.1
RecordWriter.write = wait_for_ever
MeetingScreen.action_read_aloud = begin_something
from referent.cli import main
main()
"""
"""The drive of the record does not answer, nor does that of something else that was begun."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return with_agenda(tmp_path)


@dataclass
class Again:
    """A program in the terminal of an earlier one. Several tests use it in turn; the last one ends it."""

    terminal: Terminal
    folder: Path
    began: object = None
    """When the meeting did, as the earlier one had it in the record."""


@pytest.fixture(scope="module")
def again(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Again]:
    """The earlier one was killed, so nothing was put right."""
    folder = with_agenda(tmp_path_factory.mktemp("again"))
    # CAN between the two: the kill may cut a sequence short, which pyte would take the next one for a part of. Not by a
    # shell, which speaks of the kill first.
    run = "subprocess.call(sys.argv[1:])"
    twice = f"import os, subprocess, sys; {run}; os.write(1, b'\\x18'); sys.exit({run})"
    call = [sys.executable, "-c", twice, *referent("moede.toml")]
    with Terminal(call, folder, environment(folder), columns=100, rows=30) as terminal:
        wait_until_open(terminal)
        terminal.send(CTRL_N)
        terminal.wait_for("Punkt 1 er taget op")
        written(terminal, "Halvt")
        terminal.send(CTRL_S)
        terminal.wait_for(lambda _: first_decision(folder) == "Halvt")
        began = tomllib.loads(record(folder))["startet"]
        entered = terminal.output.count(ENTERS_SCREEN)
        program(terminal).kill()
        terminal.wait_for(lambda _: terminal.output.count(ENTERS_SCREEN) > entered)
        terminal.wait_for("Halvt")
        yield Again(terminal, folder, began)


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Again]:
    """A program with a meeting open, in the terminal of a call that was refused. The last test ends it."""
    folder = with_agenda(tmp_path_factory.mktemp("broken"))
    (folder / "fejl.toml").write_text("datto = 2026-11-26\n", encoding="utf-8")
    with opened(folder, BROKEN) as terminal:
        wait_until_open(terminal)
        yield Again(terminal, folder)


def with_agenda(folder: Path) -> Path:
    (folder / "moede.toml").write_text(AGENDA, encoding="utf-8")
    return folder


def opened(folder: Path, code: str = "") -> Terminal:
    """The program with the meeting open; `code` is run in its place, to bring in a fault."""
    command = [sys.executable, "-c", code, "moede.toml"] if code else referent("moede.toml")
    return Terminal(command, folder, environment(folder))


def wait_until_open(terminal: Terminal) -> None:
    terminal.wait_for("Mødet er ikke begyndt")
    terminal.wait_for("Skriv beslutningen her")


def program(terminal: Terminal) -> psutil.Process:
    """The program that the shell in the terminal has started."""
    shell = psutil.Process(terminal.process.pid)
    terminal.wait_for(lambda _: bool(shell.children()))
    return shell.children()[0]


def until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + GUARD
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.005)


def record(folder: Path) -> str:
    return (folder / "moede.referat.toml").read_text(encoding="utf-8")


def first_decision(folder: Path) -> str:
    path = folder / "moede.referat.toml"
    rows = tomllib.loads(record(folder)).get("punkter", []) if path.exists() else []
    return str(next((row.get("beslutning", "") for row in rows if row["punkt"] == 1), ""))


def recovered(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Meeting:
    """The meeting as the next start will have it."""
    monkeypatch.setenv("REFERENT_STATE_DIR", environment(folder)["REFERENT_STATE_DIR"])
    return read_meeting(folder / "moede.toml").meeting


def written(terminal: Terminal, text: str) -> None:
    terminal.send(text)
    terminal.wait_for(text.strip())


# Killed, stopped and continued


def test_a_meeting_that_was_killed_goes_on_with_its_clock_and_its_text_where_they_were(again: Again) -> None:
    again.terminal.wait_for("▶ 1. Hegnet ved havnen")
    again.terminal.wait_for(lambda text: "tilbage" in text or "over tiden" in text)
    written(again.terminal, " med en rettelse")
    assert "Halvt med en rettelse" in again.terminal.text
    again.terminal.send(CTRL_S)
    again.terminal.wait_for(lambda _: first_decision(again.folder).endswith("rettelse"))
    assert first_decision(again.folder).startswith("Halvt med")
    assert tomllib.loads(record(again.folder))["startet"] == again.began


@pytest.mark.parametrize("number", [signal.SIGSTOP, signal.SIGTSTP], ids=lambda number: number.name)
def test_a_program_that_was_stopped_goes_on_as_if_nothing_had_been(number: signal.Signals, again: Again) -> None:
    terminal, process = again.terminal, program(again.terminal)
    terminal.wait_for(lambda _: terminal.modes[1049])
    written(terminal, "Før. ")
    threads, entered, raw = process.num_threads(), terminal.output.count(ENTERS_SCREEN), terminal.settings_now()
    assert raw != terminal.settings_before
    process.send_signal(number)
    until(lambda: process.status() == psutil.STATUS_STOPPED)
    terminal.set_settings(terminal.settings_before)  # as a shell does
    process.send_signal(signal.SIGCONT)
    terminal.wait_for(lambda _: terminal.output.count(ENTERS_SCREEN) > entered)
    until(lambda: terminal.settings_now() == raw)
    written(terminal, f"{number.name}. ")
    until(lambda: process.num_threads() <= threads)
    terminal.send(CTRL_S)
    terminal.wait_for(lambda _: first_decision(again.folder).endswith(f"Før. {number.name}. "))


def test_ctrl_z_takes_back_what_was_typed_and_stops_nothing(again: Again) -> None:
    terminal = again.terminal
    written(terminal, "Skrevet ved en fejl")
    terminal.send(CTRL_Z)
    terminal.wait_for(lambda text: "Skrevet ved en fejl" not in text)
    terminal.send(CTRL_Y)
    terminal.wait_for("Skrevet ved en fejl")
    assert program(terminal).status() != psutil.STATUS_STOPPED


def test_squeezed_to_a_corner_and_back_everything_is_as_before(again: Again) -> None:
    terminal = again.terminal
    terminal.resize(20, 5)
    terminal.wait_for(lambda text: "tilbage" in text.split("\n")[0] and "Beslutning" in text.split("\n")[1])
    terminal.send("X")
    terminal.resize(100, 30)
    text = terminal.wait_for(lambda text: "Sundhedsforum Klitkysten" in text and "Stier" in text and "F1 Hjælp" in text)
    assert "Hegnet ved havnen" in text


# Ends. The third signal, SIGINT, is the end of a test of the hostile terminal.


def test_an_end_from_outside_saves_and_leaves_the_terminal_as_it_was(again: Again) -> None:
    terminal = again.terminal
    written(terminal, "Sidste ord")
    program(terminal).send_signal(signal.SIGTERM)
    assert terminal.wait_for_end() == 128 + signal.SIGTERM
    assert first_decision(again.folder).endswith("Sidste ord")
    assert LEAVES_SCREEN in terminal.output
    assert b"Traceback" not in terminal.output
    assert terminal.is_restored
    assert terminal.settings_now() == terminal.settings_before


def test_an_agenda_with_faults_is_refused_without_a_screen_being_left_behind(broken: Again) -> None:
    before, _, _ = bytes(broken.terminal.output).rpartition(ENTERS_SCREEN)
    assert before.count(LEAVES_SCREEN) == before.count(ENTERS_SCREEN)
    assert b"fejl.toml" in before.rpartition(LEAVES_SCREEN)[2]
    assert b"Traceback" not in before


def test_a_fault_saves_and_restores_and_prints_no_word_of_the_meeting(broken: Again) -> None:
    terminal = broken.terminal
    written(terminal, SECRET)
    terminal.send(F12)
    assert terminal.wait_for_end() == 1
    assert first_decision(broken.folder) == SECRET
    assert terminal.is_restored
    assert terminal.settings_now() == terminal.settings_before
    after = bytes(terminal.output).rpartition(LEAVES_SCREEN)[2].decode()
    assert "ValueError" in after
    assert "Jens" not in after
    assert "Traceback" not in after
    assert not list(broken.folder.glob(".*.laas"))


def test_drives_that_never_answer_do_not_keep_the_program_from_ending(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened(folder, STALLED) as terminal:
        wait_until_open(terminal)
        terminal.send(CTRL_N)
        terminal.wait_for("Punkt 1 er taget op")
        written(terminal, "Står kun i journalen")
        terminal.send(F12)
        terminal.wait_for("Begyndt")
        terminal.signal(signal.SIGHUP)
        assert terminal.wait_for_end() == 128 + signal.SIGHUP
        assert b"Traceback" not in terminal.output
        assert terminal.is_restored
        assert terminal.settings_now() == terminal.settings_before
    assert not (folder / "moede.referat.toml").exists()
    assert recovered(folder, monkeypatch).items[0].decision == "Står kun i journalen"


# Two copies


def test_a_second_copy_looks_on_takes_over_when_the_first_is_killed_and_saves_when_its_window_is_closed(
    folder: Path,
) -> None:
    with opened(folder) as first:
        wait_until_open(first)
        until((folder / ".moede.referat.laas").exists)
        with opened(folder) as second:
            second.wait_for("Kun visning: mødet er åbent i et andet vindue på denne computer siden")
            second.send("Skrevet i blinde")
            first.send(CTRL_N)
            first.wait_for("Punkt 1 er taget op")
            written(first, "Vedtaget")
            second.wait_for("▶ 1. Hegnet ved havnen")
            second.wait_for("Vedtaget")
            first.signal(signal.SIGKILL)
            first.wait_for_end()
            second.wait_for("F5 åbner det")
            second.send(F5)
            second.wait_for(lambda text: "Kun visning" not in text and "Vedtaget" in text)
            written(second, " enstemmigt")
            second.close()
            assert second.process.wait(timeout=GUARD) == 128 + signal.SIGHUP
    assert first_decision(folder) == "Vedtaget enstemmigt"
    assert sorted(path.name for path in folder.glob("*moede*")) == ["moede.referat.toml", "moede.toml"]
