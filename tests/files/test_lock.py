"""One copy of the program on this computer writes a meeting, and no lock outlives its process."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from referent.files.holder import Holder
from referent.files.lock import MeetingLock, who_has
from referent.files.state_folder import lock_files
from referent.read_ahead import ReadAhead
from tests.campaigns.races import race

AT = datetime(2026, 5, 13, 13, 5)
OURSELVES = Holder("anna", "PC-12", AT, 41)
OTHER = Holder("bo", "PC-12", AT.replace(hour=14), 42)
TAKES_THE_LOCK = """
import sys
from datetime import datetime
from pathlib import Path
from referent.files.holder import Holder
from referent.files.lock import MeetingLock
lock = MeetingLock(Path(sys.argv[1]))
print(lock.take(Holder("bo", "PC-12", datetime(2026, 5, 13, 14, 5), 42)), flush=True)
sys.stdin.read()
"""

unix = pytest.mark.skipif(sys.platform == "win32", reason="forks, and kills by signal")


@pytest.fixture
def record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("REFERENT_STATE_DIR", str(tmp_path / "state"))
    return tmp_path / "moede.referat.toml"


@pytest.fixture
def other_program(record: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Another process that has the lock."""
    command = [sys.executable, "-c", TAKES_THE_LOCK, str(record)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline().strip() == b"None"
        yield process
        process.kill()


def test_the_second_is_told_who_has_it_and_since_when(record: Path) -> None:
    first = MeetingLock(record)
    assert first.take(OURSELVES) is None
    assert MeetingLock(record).take(OTHER) == OURSELVES


def test_whoever_has_it_may_ask_again(record: Path) -> None:
    lock = MeetingLock(record)
    assert lock.take(OURSELVES) is None
    assert lock.take(OURSELVES) is None


def test_once_released_the_next_one_has_it(record: Path) -> None:
    first, second = MeetingLock(record), MeetingLock(record)
    first.take(OURSELVES)
    assert second.take(OTHER) == OURSELVES
    first.release()
    assert second.take(OTHER) is None
    assert first.take(OURSELVES) == OTHER


def test_every_meeting_has_its_own(record: Path) -> None:
    lock = MeetingLock(record)
    lock.take(OURSELVES)
    assert MeetingLock(record.with_name("andet.referat.toml")).take(OTHER) is None
    assert MeetingLock(record.parent / "nu" / record.name).take(OTHER) is None


def test_a_record_is_the_same_by_whatever_way_it_is_reached(record: Path, tmp_path: Path) -> None:
    (tmp_path / "genvej").symlink_to(tmp_path)
    lock = MeetingLock(record)
    lock.take(OURSELVES)
    assert MeetingLock(tmp_path / "genvej" / "." / record.name).take(OTHER) == OURSELVES


def test_to_ask_who_has_it_takes_it_from_nobody(record: Path) -> None:
    assert who_has(record) is None
    lock = MeetingLock(record)
    lock.take(OURSELVES)
    assert who_has(record) == OURSELVES
    lock.release()
    assert who_has(record) is None


def test_the_lock_is_for_its_owner_alone_and_says_nothing_of_the_meeting(record: Path) -> None:
    lock = MeetingLock(record)
    lock.take(OURSELVES)
    path = next(lock_files(record))
    assert path.stat().st_mode & 0o077 == 0
    assert path.parent.stat().st_mode & 0o077 == 0
    kept = path.read_text(encoding="utf-8").splitlines()
    assert [line.partition(" = ")[0] for line in kept] == ["bruger", "maskine", "proces", "siden"]


def test_where_there_is_no_place_for_locks_the_meeting_opens_without_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "state").write_text("a file")
    monkeypatch.setenv("REFERENT_STATE_DIR", str(tmp_path / "state"))
    monkeypatch.setattr("referent.files.state_folder.makeshift_folder", lambda _: None)
    assert MeetingLock(tmp_path / "moede.referat.toml").take(OURSELVES) is None
    assert who_has(tmp_path / "moede.referat.toml") is None


def test_where_the_proper_place_fails_two_copies_still_meet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "state").write_text("a file")
    monkeypatch.setenv("REFERENT_STATE_DIR", str(tmp_path / "state"))
    monkeypatch.setattr("referent.files.state_folder.makeshift_folder", lambda _: tmp_path / "makeshift" / "moede")
    lock = MeetingLock(tmp_path / "moede.referat.toml")
    assert lock.take(OURSELVES) is None
    assert MeetingLock(tmp_path / "moede.referat.toml").take(OTHER) == OURSELVES


@unix
def test_a_program_that_is_killed_leaves_no_lock(record: Path, other_program: subprocess.Popen[bytes]) -> None:
    found = MeetingLock(record).take(OURSELVES)
    assert found is not None
    assert (found.user, found.process) == ("bo", 42)
    os.kill(other_program.pid, signal.SIGKILL)
    other_program.wait()
    assert MeetingLock(record).take(OURSELVES) is None


@unix
def test_the_process_that_reads_ahead_does_not_keep_the_lock(
    record: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It may live a moment longer than the program that is killed."""
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    lock = MeetingLock(record)
    lock.take(OURSELVES)
    go_on = tmp_path / "go-on"
    os.mkfifo(go_on)
    ahead = ReadAhead(lambda: go_on.read_text(), in_child=lock.forget)
    try:
        # Closed without being unlocked, as by a process that dies.
        assert lock._fd is not None
        with go_on.open("w") as pipe:  # opens when the child reads: it has let go by then
            os.close(lock._fd)
            lock._fd = None
            assert MeetingLock(record).take(OTHER) is None
            pipe.write("read")
    finally:
        assert ahead.result() == "read"


@unix
def test_of_many_that_open_a_meeting_at_once_one_writes_and_the_others_look(tmp_path: Path) -> None:
    """One race; `campaigns.races` runs as many as you like."""
    found = race(tmp_path, processes=6)
    assert found.winners == 1
    assert found.losers == 5
