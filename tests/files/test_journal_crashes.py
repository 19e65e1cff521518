"""Whatever moment the power goes at, the meeting that is found is one that was on the screen, at most one sync ago.

The same play is played with programs that are wrong, each in one way, and is then seen to fail.
"""

from __future__ import annotations

import contextlib
import errno
import random
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from referent.domain.agenda import Agenda, ItemKind
from referent.domain.attendance import Status
from referent.domain.decisions import ActionItem, TextField, Vote
from referent.domain.errors import MeetingError
from referent.domain.meeting import Meeting
from referent.domain.timeline import move_moment, never_taken_up
from referent.files import record_file
from referent.files.disk import Disk
from referent.files.faults import FileFaults
from referent.files.journal import Journal
from referent.files.journal_read import hash_of
from referent.files.meeting_files import MeetingFiles
from referent.files.record_file import RecordWriter, WriteResult
from referent.files.recovery import OpenedRecord, open_record
from referent.session import MeetingSession
from tests.fakes import FakeClock
from tests.files.examples import agenda
from tests.files.model_disk import Image, ModelDisk

RECORD = Path("/m/mode.referat.toml")
STATE = Path("/s")
FOLDERS = (Path("/"), Path("/m"), Path("/tmp"))


class Writer(RecordWriter):
    """Reads from the disk of the model as well."""

    def read_bytes(self) -> bytes | None:
        return self._disk.read(RECORD)


class Play:
    """A meeting on a disk of the model. After every call every image is looked at; `faults` says what was wrong."""

    def __init__(self, planned: Agenda, disk: ModelDisk, files: type[MeetingFiles] = MeetingFiles) -> None:
        self.planned = planned
        self.clock = FakeClock()
        self.faults: list[str] = []
        self.images = 0
        self._kind = files
        self._known: dict[object, OpenedRecord | None] = {}
        self._meanwhile: list[Callable[[], None]] = []
        self._calls_left: int | None = None
        self._open(disk)

    def _open(self, disk: ModelDisk) -> None:
        self.disk = disk
        self._writer = writer = Writer(RECORD, disk=disk)
        opened = open_record(writer, RECORD, self.planned, disk)
        self.journal = Journal(opened.beginning, opened.meeting, self.clock, disk, stopwatch=lambda: 0.0)
        self.files = self._kind(lambda: writer, self.journal, RECORD, self.clock, disk)
        self.session = MeetingSession(opened.meeting, self.clock, self.journal)
        self.states = [opened.meeting]
        self.floor = 0
        disk.after_call = self._after_call
        self.journal.sync()

    def crash(self, dice: random.Random) -> None:
        """The power goes, and the meeting goes on with whatever was left."""
        left = dice.choice(list(self.disk.images()))
        folders = {parent for path in left.files for parent in path.parents}
        self._open(ModelDisk({*FOLDERS, *folders}, left.files))

    def fail(self, calls: int) -> None:
        """Save, and have the disk fail after so many calls; then it is mended."""
        self._calls_left = calls
        self.journal.meeting_taken()
        with contextlib.suppress(OSError):
            self.files.save(self.session.meeting)
        self._calls_left = self.disk.fails_with = None
        self.sync()

    # What happens

    def write(self, item_id: str, text: str) -> None:
        self.session.write(item_id, TextField.DECISION, text)
        self._shown()

    def act(self, change: Callable[[Meeting], Meeting]) -> None:
        self.session.act("noget", change)
        self._shown()

    def undo(self) -> None:
        self.session.undo()
        self._shown()

    def _shown(self) -> None:
        self.clock.advance(seconds=1)
        self.states.append(self.session.meeting)
        if not self.faults and not self._is_killed_well():
            self.faults.append(f"killed after {len(self.states)} changes: the last one is lost")

    def sync(self, *meanwhile: Callable[[], None]) -> None:
        self._with(self.journal.sync, meanwhile)

    def save(self, *meanwhile: Callable[[], None]) -> None:
        self.journal.meeting_taken()
        meeting = self.session.meeting
        self._with(lambda: self.files.save(meeting), meanwhile)

    def _with(self, call: Callable[[], object], meanwhile: tuple[Callable[[], None], ...]) -> None:
        """`meanwhile` happens on the thread of the screens, one thing after each call to the disk."""
        reached = len(self.states) - 1
        self._meanwhile = list(meanwhile)
        call()
        self.floor = max(self.floor, reached)
        for late in self._meanwhile:
            late()
        self._meanwhile = []

    # What is left

    def _after_call(self, path: Path) -> None:
        if "historik" in path.parts:
            return
        for image in () if self.faults else self.disk.images():
            self.images += 1
            self._look(image)
        if self._calls_left is not None:
            self._calls_left -= 1
            if not self._calls_left:
                self.disk.fails_with = OSError(errno.ENOSPC, "No space left on device")
        if self._meanwhile and not self.journal._lock.locked():
            self._meanwhile.pop(0)()

    def _opened(self, image: Image) -> OpenedRecord | None:
        key = image.key()
        if key not in self._known:
            try:
                self._known[key] = open_record(Writer(RECORD, disk=image), RECORD, self.planned, image)
            except FileFaults:
                self._known[key] = None
        return self._known[key]

    def _is_killed_well(self) -> bool:
        opened = self._opened(self.disk.killed())
        return opened is not None and opened.meeting == self.states[-1] and opened.foreign is None

    def _look(self, image: Image) -> None:
        opened = self._opened(image)
        possible = [*self.states[self.floor :], self.session.meeting]  # the last may be under way to the screen
        if opened is None:
            self.faults.append("the record cannot be read")
        elif opened.foreign is not None:
            self.faults.append("the journal does not belong to the record")
        elif opened.meeting not in possible and not (image.is_damaged and _is_of(opened.meeting, possible)):
            self.faults.append(f"never on the screen since change {self.floor}")


def _is_of(found: Meeting, possible: list[Meeting]) -> bool:
    """With a hole in the file, at least every text was on the screen, in an item of that title."""
    texts = {(item.planned.title, item.decision) for state in possible for item in state.items}
    return all((item.planned.title, item.decision) in texts for item in found.items)


def _never_taken_up(meeting: Meeting, item_id: str) -> Meeting:
    spans = meeting.item(item_id).spans
    return never_taken_up(meeting, item_id, spans[-1].start) if spans else meeting


ACTS: tuple[Callable[[Meeting, datetime], Meeting], ...] = (
    lambda meeting, now: meeting.take_up("p2", now),
    lambda meeting, now: meeting.take_up("p4", now),
    lambda meeting, now: meeting.set_status("d1", Status.PRESENT),
    lambda meeting, now: meeting.set_status("d2", Status.PRESENT),
    lambda meeting, now: meeting.set_status("d1", Status.AWAY),
    lambda meeting, now: meeting.arrive("d2", now),
    lambda meeting, now: meeting.add_item("Hastesag", "p2"),
    lambda meeting, now: meeting.add_item("Pause", None, ItemKind.BREAK),
    lambda meeting, now: meeting.add_participant("Eva Eg"),
    lambda meeting, now: meeting.pause(now),
    lambda meeting, now: meeting.put_off("p6", now),
    lambda meeting, now: meeting.toggle_closed("p4"),
    lambda meeting, now: meeting.toggle_guest("p2", "Liv Holm"),
    lambda meeting, now: meeting.cast_votes("p4", Vote(3, ("A",), 1), "Uenig\n"),
    lambda meeting, now: meeting.add_action("p4", ActionItem("Ring", "Bo", now.date())),
    lambda meeting, now: (
        never_taken_up(meeting, "p4", meeting.item("p4").spans[-1].start) if meeting.item("p4").spans else meeting
    ),
    lambda meeting, now: move_moment(meeting, meeting.last_moment, now.replace(second=0, microsecond=0), now),
)


def play_at_random(planned: Agenda, seed: int, steps: int = 40) -> Play:
    """The same with dice: also disks that fail for a while, and crashes after which the meeting goes on."""
    dice = random.Random(seed)
    game = Play(planned, a_disk())

    def write() -> None:
        item = dice.choice(game.session.meeting.items)
        game.write(item.id, dice.choice(["", item.decision + "x", item.decision + "y\n", item.decision[:-1]]))

    for _ in range(steps):
        step = dice.choice(["write"] * 8 + ["act"] * 5 + ["undo", "sync", "sync", "save", "save", "fail", "crash"])
        if step == "write":
            write()
        elif step in ("act", "undo"):
            act = dice.choice(ACTS)
            with contextlib.suppress(MeetingError):
                if step == "act":
                    game.act(lambda meeting, act=act: act(meeting, game.clock.now()))  # type: ignore[misc]
                else:
                    game.undo()
        elif step == "sync":
            game.sync(*[write] * dice.randrange(3))
        elif step == "save":
            game.save(*[write] * dice.randrange(9))
        elif step == "fail":
            game.fail(dice.randrange(1, 12))
        else:
            game.crash(dice)
        if game.faults:
            game.faults.append(f"at {step} with the dice {seed}")
            break
    return game


def play(planned: Agenda, disk: ModelDisk, files: type[MeetingFiles] = MeetingFiles) -> Play:
    """Letters, events, undo, syncs and saves, some of it while others are under way."""
    game = Play(planned, disk, files)
    start = game.clock.now()
    game.write("p2", "V")
    game.write("p2", "Ve")
    game.sync()
    game.act(lambda meeting: meeting.take_up("p2", start))
    game.save(lambda: game.write("p2", "Ved"), lambda: game.write("p4", "T"))
    game.act(lambda meeting: meeting.set_status("d2", Status.PRESENT))
    game.sync(lambda: game.write("p2", "Vedt"))
    game.act(lambda meeting: meeting.add_item("Hastesag", "p2"))
    game.write("added-item-1", "Nej")
    game.write("added-item-1", "")
    game.undo()
    game.sync()
    game.save(*(lambda text=text: game.write("p4", text) for text in ("Ta", "Tag", "Tage", "Taget")))
    game.act(lambda meeting: meeting.add_item("Hastesag", "p4").set_status("d1", Status.AWAY))
    game.sync()
    game.write("p2", "")
    game.save()
    game.save(lambda: game.write("p6", "Slut"))
    game.sync()
    return game


@pytest.fixture
def planned(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Agenda:
    monkeypatch.setenv("REFERENT_STATE_DIR", str(STATE))
    return agenda(tmp_path)


def a_disk(kind: type[ModelDisk] = ModelDisk) -> ModelDisk:
    return kind(FOLDERS)


def test_every_crash_leaves_a_meeting_that_was_on_the_screen_at_most_one_sync_ago(planned: Agenda) -> None:
    game = play(planned, a_disk())
    assert game.faults == []
    assert game.images > 500


@pytest.mark.parametrize("seed", [11, 41])
def test_the_same_holds_for_plays_with_dice(planned: Agenda, seed: int) -> None:
    """Between them they save, fail, undo and crash, twice too. `campaigns.crashes` plays as many as you like."""
    game = play_at_random(planned, seed, steps=25)
    assert game.faults == []


# The mutants


class NoFolderFsync(ModelDisk):
    def fsync_folder(self, folder: Path) -> None:
        pass


class NoFileFsync(ModelDisk):
    def fsync(self, fd: int) -> None:
        pass


class EarlyDeletion(MeetingFiles):
    """Lets the old files of the journal go before the record is in place."""

    def save(self, meeting: Meeting) -> WriteResult:
        def announce(data: bytes) -> None:
            self._journal.announce(hash_of(data))
            self._journal.saved(hash_of(data))

        self._journal.saving()
        return self._writer().write(meeting, announce)


def write_in_place(disk: Disk, path: Path, data: bytes, *, replacing: bool = True) -> None:
    assert isinstance(disk, ModelDisk)
    fd = disk.overwrite(path)
    disk.write(fd, data)
    disk.fsync(fd)
    disk.close(fd)
    disk.fsync_folder(path.parent)


def test_without_the_sync_of_the_folder_the_play_fails(planned: Agenda) -> None:
    assert play(planned, a_disk(NoFolderFsync)).faults


def test_without_the_sync_of_the_file_the_play_fails(planned: Agenda) -> None:
    assert play(planned, a_disk(NoFileFsync)).faults


def test_when_the_journal_is_deleted_before_the_record_is_durable_the_play_fails(planned: Agenda) -> None:
    assert play(planned, a_disk(), EarlyDeletion).faults


def test_when_the_record_is_written_in_place_the_play_fails(planned: Agenda, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(record_file, "write_whole", write_in_place)
    assert play(planned, a_disk()).faults
