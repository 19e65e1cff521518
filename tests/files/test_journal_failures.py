"""The journal where the disk fails or is slow: what was typed is kept, and the user is told."""

from __future__ import annotations

import errno
import threading
from pathlib import Path

import pytest

from referent.domain.agenda import Agenda
from referent.domain.decisions import TextField
from referent.domain.meeting import Meeting
from referent.files import journal as journal_module
from referent.files.disk import Disk
from referent.files.journal_pace import MEASURED, SLOW, Pace
from referent.files.state_folder import makeshift_folder
from referent.texts import JOURNAL, OS_ERRORS
from tests.files.examples import agenda, at
from tests.files.journals import OpenMeeting, looked_at


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A state folder of the test's own, and a makeshift one."""
    monkeypatch.setenv("REFERENT_STATE_DIR", str(tmp_path / "state"))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temp"))
    return tmp_path / "state"


@pytest.fixture
def planned(tmp_path: Path) -> Agenda:
    return agenda(tmp_path)


class Failing(Disk):
    """Every call of these names about a file of a journal fails."""

    def __init__(self) -> None:
        self.failing: set[str] = set()
        self.calls: list[str] = []

    def _call(self, name: str) -> None:
        self.calls.append(name)
        if name in self.failing:
            raise OSError(errno.ENOSPC, "No space left on device")

    def write(self, fd: int, data: bytes) -> int:
        if "short write" in self.failing:
            return super().write(fd, data[: len(data) // 2])
        self._call("write")
        return super().write(fd, data)

    def fsync(self, fd: int) -> None:
        self._call("fsync")
        super().fsync(fd)

    def create_log(self, path: Path) -> int:
        if f"create in {path.parent.parent.name}" in self.failing:
            raise OSError(errno.EACCES, "Permission denied")
        self._call("create")
        return super().create_log(path)


@pytest.fixture
def failing(tmp_path: Path, planned: Agenda) -> tuple[Failing, OpenMeeting]:
    disk = Failing()
    return disk, OpenMeeting(tmp_path, planned, disk)


@pytest.mark.parametrize("call", ["write", "fsync", "short write"])
def test_a_file_that_failed_is_dead_and_a_new_one_is_written_from_memory(
    tmp_path: Path, planned: Agenda, failing: tuple[Failing, OpenMeeting], call: str
) -> None:
    disk, now = failing
    [first] = now.segments
    now.type("Ved")
    disk.failing = {call, "create"}
    now.type("ta")
    now.journal.sync()
    assert now.journal.problem == JOURNAL["failed"].format(reason=OS_ERRORS["ENOSPC"])
    now.type("get")
    disk.failing = set()
    now.journal.sync()
    assert now.journal.problem == ""
    assert first in now.segments, "it is not deleted before the record is saved"
    first.unlink()
    assert looked_at(tmp_path, planned).meeting == now.meeting
    now.save()
    assert len(now.segments) == 1


def test_a_failed_sync_is_not_tried_again_on_the_same_file(failing: tuple[Failing, OpenMeeting]) -> None:
    disk, now = failing
    [first] = now.segments
    now.type("Ved")
    disk.failing = {"fsync"}
    now.journal.sync()
    disk.failing = set()
    size = first.stat().st_size
    now.journal.sync()
    now.type("taget")
    assert first.stat().st_size == size
    assert len(now.segments) == 2


def test_a_file_that_vanished_under_us_is_noticed_and_written_anew(tmp_path: Path, planned: Agenda) -> None:
    now = OpenMeeting(tmp_path, planned)
    now.type("Ved")
    [first] = now.segments
    first.unlink()  # as after an unmount: writing to it goes on without a word
    now.type("taget")
    assert looked_at(tmp_path, planned).meeting.item("p2").decision == ""
    now.journal.sync()
    assert looked_at(tmp_path, planned).meeting == now.meeting


def test_a_whole_folder_that_vanished_is_made_again(tmp_path: Path, planned: Agenda, state: Path) -> None:
    now = OpenMeeting(tmp_path, planned)
    now.type("Ved")
    state.rename(tmp_path / "gone")
    now.type("taget")
    now.journal.sync()
    assert looked_at(tmp_path, planned).meeting == now.meeting
    assert now.journal.problem == ""


def test_where_the_folder_cannot_be_written_it_makes_do_with_another_and_says_so(
    tmp_path: Path, planned: Agenda, state: Path
) -> None:
    state.write_text("her er en fil, hvor mappen skulle være")
    now = OpenMeeting(tmp_path, planned)
    now.type("Vedtaget")
    makeshift = makeshift_folder(now.record)
    assert makeshift is not None
    assert len(list(makeshift.iterdir())) == 1
    assert now.journal.problem.startswith("Sikkerhedskopien ligger i en midlertidig mappe:")
    assert looked_at(tmp_path, planned).meeting == now.meeting
    state.unlink()
    now.save()
    assert now.journal.problem == ""
    assert list(makeshift.iterdir()) == []


def test_a_makeshift_folder_that_others_can_look_into_is_not_used(tmp_path: Path, planned: Agenda) -> None:
    now = OpenMeeting(tmp_path, planned)
    makeshift = makeshift_folder(now.record)
    assert makeshift is not None
    makeshift.parent.mkdir(parents=True)
    makeshift.parent.chmod(0o755)
    assert makeshift_folder(now.record) is None


def test_where_nothing_can_be_written_it_says_so_and_goes_on(tmp_path: Path, planned: Agenda, state: Path) -> None:
    state.write_text("")
    (tmp_path / "temp").write_text("")
    now = OpenMeeting(tmp_path, planned)
    now.type("Vedtaget")
    now.session.act("Punkt 1", lambda meeting: meeting.take_up("p2", at(13, 0)))
    assert now.journal.problem.startswith("Sikkerhedskopien kan ikke skrives:")
    assert now.meeting.item("p2").decision == "Vedtaget"
    now.save()
    assert looked_at(tmp_path, planned).meeting == now.meeting
    now.journal.end()


def test_a_sync_that_does_not_return_is_told(tmp_path: Path, planned: Agenda) -> None:
    now = OpenMeeting(tmp_path, planned)
    told: list[str] = []

    class Stalled(Disk):
        def fsync(self, fd: int) -> None:
            told.append(now.journal.problem)
            now.clock.advance(seconds=journal_module.STALLED + 1)
            told.append(now.journal.problem)

    now.journal._disk.__class__ = Stalled
    now.type("x")
    now.journal.sync()
    assert told == ["", JOURNAL["stalled"]]
    assert now.journal.problem == ""


def test_a_fault_of_our_own_in_a_sync_does_not_end_the_thread(
    tmp_path: Path, planned: Agenda, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = OpenMeeting(tmp_path, planned)
    tried = threading.Semaphore(0)

    def broken() -> None:
        tried.release()
        raise RuntimeError

    monkeypatch.setattr(journal_module, "EACH", 0.0)
    monkeypatch.setattr(now.journal, "_sync", broken)
    now.journal.begin()
    for _ in range(3):
        assert tried.acquire(timeout=60)
    assert "RuntimeError" in now.journal.problem
    monkeypatch.undo()
    now.journal._over.set()


def test_a_fault_of_our_own_in_an_event_does_not_take_the_event_away(
    tmp_path: Path, planned: Agenda, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(before: Meeting, after: Meeting) -> None:
        raise RuntimeError

    monkeypatch.setattr("referent.files.journal_cells.changes", broken)
    now = OpenMeeting(tmp_path, planned)
    now.session.act("Punkt 1", lambda meeting: meeting.take_up("p2", at(13, 0)))
    assert now.meeting.running is not None
    assert "RuntimeError" in now.journal.problem


# A slow disk


def test_it_is_slow_when_the_median_is() -> None:
    pace = Pace()
    for _ in range(MEASURED // 2):
        pace.note(SLOW * 2)
    assert not pace.is_slow
    pace.note(SLOW * 2)
    assert pace.is_slow
    for _ in range(MEASURED // 2):
        pace.note(SLOW / 2)
    assert not pace.is_slow


def test_on_a_slow_disk_the_writing_moves_to_the_other_thread_and_nothing_is_left_out(
    tmp_path: Path, planned: Agenda
) -> None:
    disk = Failing()
    now = OpenMeeting(tmp_path, planned, disk)
    seconds = iter(range(10_000))
    now.journal._stopwatch = lambda: float(next(seconds))
    now.type("a" * MEASURED)
    disk.calls.clear()
    now.type("bc")
    now.write("note", "p4", TextField.NOTES)
    assert disk.calls == []
    now.journal.sync()
    assert disk.calls == ["write", "fsync"]
    assert looked_at(tmp_path, planned).meeting == now.meeting


def test_a_write_of_a_key_opens_syncs_and_lists_nothing(failing: tuple[Failing, OpenMeeting]) -> None:
    disk, now = failing
    now.write("a")
    disk.calls.clear()
    now.write("ab")
    assert disk.calls == ["write"]
