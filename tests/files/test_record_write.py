"""Writing a record: what a person wrote lives on, and nothing is lost on the way."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from referent.domain.attendance import Status
from referent.domain.decisions import TextField
from referent.domain.meeting import Meeting
from referent.files.disk import Disk
from referent.files.record_file import RecordWriter, WriteResult
from tests.files.examples import agenda, at
from tests.files.records_by_hand import BY_HAND
from tests.records import read_record, write_record


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = tmp_path / "mode.referat.toml"
    path.write_text(BY_HAND, encoding="utf-8")
    return path


def changed_lines(before: str, after: str) -> tuple[list[str], list[str]]:
    old, new = before.splitlines(), after.splitlines()
    return [line for line in old if line not in new], [line for line in new if line not in old]


def edit(record: Path, change: Callable[[Meeting], Meeting]) -> tuple[list[str], list[str]]:
    planned = agenda(record.parent)
    meeting = change(read_record(record, planned))
    write_record(record, meeting)
    assert read_record(record, planned) == meeting
    assert sorted(path.name for path in record.parent.iterdir()) == ["mode.referat.toml", "mode.toml"]
    return changed_lines(BY_HAND, record.read_text(encoding="utf-8"))


def test_a_record_in_which_nothing_changed_is_not_touched(record: Path) -> None:
    before = record.stat()
    assert write_record(record, read_record(record, agenda(record.parent))) == WriteResult()
    assert (record.stat().st_ino, record.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_one_decision_changes_one_line(record: Path) -> None:
    assert edit(record, lambda meeting: meeting.write("p4", TextField.DECISION, "Ja")) == (
        ['beslutning = "Taget til efterretning"'],
        ['beslutning = "Ja"'],
    )


def test_a_text_of_several_lines_stands_between_three_quotation_marks(record: Path) -> None:
    edit(record, lambda meeting: meeting.write("p4", TextField.DECISION, 'Et\nTo "\\'))
    assert record.read_text(encoding="utf-8").endswith('beslutning = """\nEt\nTo "\\\\"""\n')


@pytest.mark.parametrize("text", ['a\n"', 'a\n"""', '"""\n""""\\', "\n\na\n", "a \n\t", "\\", 'C:\\"', "'''\n'''"])
def test_a_text_with_marks_of_toml_in_it_is_written_in_place(record: Path, text: str) -> None:
    edit(record, lambda meeting: meeting.write("p4", TextField.DECISION, text))


def test_a_new_key_stands_under_the_ones_there_are_before_the_comment_for_what_follows(record: Path) -> None:
    edit(record, lambda meeting: meeting.close(at(15, 0)).cast_votes("p2", None, "Uenig"))
    text = record.read_text(encoding="utf-8")
    assert "startet = 2026-11-26T13:00:00\nsluttet = 2026-11-26T15:00:00\n\n# Folk\n" in text
    assert "'''\nmindretal = \"Uenig\"\n\n# Sidst\n" in text


def test_times_written_without_seconds_stay_so_when_others_are_added(record: Path) -> None:
    assert edit(record, lambda meeting: meeting.take_up("p2", at(14, 0, 5)).leave("d1", at(14, 1))) == (
        ['tider = [ ["13.05", "13.20"] ] # cirka'],
        ['gik = ["14.01.00"]', 'tider = [ ["13.05", "13.20"], ["14.00.05"] ] # cirka'],
    )


def test_a_running_item_that_ends_gets_its_end_alone(record: Path) -> None:
    planned = agenda(record.parent)
    record.write_text('[[punkter]]\npunkt = 1\ntitel = "Ny bro"\ntider = [["13.05"]]\n', encoding="utf-8")
    write_record(record, read_record(record, planned).finish_running(at(13, 9)))
    assert 'tider = [["13.05", "13.09.00"]]' in record.read_text(encoding="utf-8")


def test_a_person_whose_status_is_set_moves_to_the_end_with_the_comment(record: Path) -> None:
    edit(record, lambda meeting: meeting.set_status("d1", Status.AWAY))
    text = record.read_text(encoding="utf-8")
    assert text.index("Ida Lund") < text.index("Bo Krogh") < text.index("# ringede")


def test_a_text_that_was_deleted_takes_its_key_with_it(record: Path) -> None:
    _, added = edit(record, lambda meeting: meeting.write("p2", TextField.DECISION, ""))
    assert added == []
    assert "broen" not in record.read_text(encoding="utf-8")


def test_an_item_is_written_only_when_something_happened_to_it(tmp_path: Path) -> None:
    meeting = Meeting.planned(agenda(tmp_path)).take_up("p2", at(13, 0)).add_item("Hastesag", after="p2")
    write_record(tmp_path / "mode.referat.toml", meeting)
    data = tomllib.loads((tmp_path / "mode.referat.toml").read_text(encoding="utf-8"))
    assert [row["titel"] for row in data["punkter"]] == ["Ny bro", "Hastesag"]
    assert data["dagsorden"] == "mode.toml"


def test_items_and_people_added_out_of_order_keep_their_ids(tmp_path: Path) -> None:
    meeting = Meeting.planned(agenda(tmp_path))
    for title in ("Sag", "Pause", "Sag"):
        meeting = meeting.add_item(title, after="p5")
    meeting = meeting.add_item("Til sidst", None).add_item("Efter ny", "added-item-2")
    meeting = meeting.add_participant("Eva").add_participant("Uno").set_status("added-person-1", Status.AWAY)
    write_record(tmp_path / "mode.referat.toml", meeting)
    assert read_record(tmp_path / "mode.referat.toml", meeting.agenda) == meeting


def test_undoing_all_that_happened_to_an_item_takes_it_out_of_the_record(record: Path) -> None:
    writer = RecordWriter(record)
    before = writer.read(agenda(record.parent))
    writer.write(before.write("p6", TextField.DECISION, "Hov").add_item("Hastesag", None))
    writer.write(before)
    assert record.read_text(encoding="utf-8") == BY_HAND


@pytest.mark.parametrize(
    "form",
    [
        '[[punkter]]\ntitel = "Ny bro"\n[[deltagere]]\nnavn = "Bo Krogh"\n# k\n[[punkter]]\ntitel = "Orientering"\n',
        'punkter = [{ titel = "Ny bro", beslutning = "x" }, { titel = "Orientering" }]\n',
        '[[punkter]]\r\ntitel = "Ny bro"\r\n\r\n[[punkter]]\r\ntitel = "Orientering"',
        '[[punkter]]\ntitel = "Ny bro"\n[punkter.afstemning]\nfor = 3\n[[punkter.opgaver]]\nopgave = "a"\n',
        '[[punkter]]\ntitel = "Ny bro"\nafstemning.for = 3\n"beslutning" = "x"',
    ],
)
def test_a_record_written_in_another_way_is_still_written_right(record: Path, form: str) -> None:
    record.write_bytes(form.encode())
    writer = RecordWriter(record)
    meeting = writer.read(agenda(record.parent))
    meeting = (
        meeting.take_up("p2", at(13, 0))
        .write("p2", TextField.DECISION, "a\nb")
        .write("p4", TextField.DECISION, "c")
        .close(at(14, 0))
    )
    meeting = meeting.set_status("d2", Status.PRESENT).cast_votes("p2", None, "d")
    writer.write(meeting)
    assert read_record(record, meeting.agenda) == meeting


# The disk


class FullDisk(Disk):
    def __init__(self, fails_at: str) -> None:
        self.fails_at = fails_at

    def _call(self, name: str) -> None:
        if name == self.fails_at:
            raise OSError(28, "No space left on device")

    def write(self, fd: int, data: bytes) -> int:
        self._call("write")
        return super().write(fd, data[:7])

    def fsync(self, fd: int) -> None:
        self._call("fsync")
        super().fsync(fd)

    def replace(self, source: Path, target: Path) -> None:
        self._call("replace")
        super().replace(source, target)


@pytest.mark.parametrize("call", ["write", "fsync", "replace"])
def test_a_disk_that_fails_leaves_the_record_as_it_was_and_nothing_beside_it(record: Path, call: str) -> None:
    disk = FullDisk(call)
    writer = RecordWriter(record, disk=disk)
    meeting = writer.read(agenda(record.parent)).write("p2", TextField.DECISION, "Ja")
    with pytest.raises(OSError, match="No space"):
        writer.write(meeting)
    assert record.read_text(encoding="utf-8") == BY_HAND
    assert len(list(record.parent.iterdir())) == 2
    disk.fails_at = ""
    assert writer.write(meeting) == WriteResult()
    assert read_record(record, meeting.agenda) == meeting


def test_what_was_written_is_read_back_and_compared(record: Path) -> None:
    class Lossy(Disk):
        def write(self, fd: int, data: bytes) -> int:
            super().write(fd, b"?" * len(data))
            return len(data)

    writer = RecordWriter(record, disk=Lossy())
    meeting = writer.read(agenda(record.parent)).write("p2", TextField.DECISION, "Ja")
    with pytest.raises(OSError, match="read back wrong"):
        writer.write(meeting)
    assert record.read_text(encoding="utf-8") == BY_HAND


def test_a_record_behind_a_link_is_written_where_it_lies_with_its_permissions(record: Path, tmp_path: Path) -> None:
    real = tmp_path / "andet" / "r.toml"
    real.parent.mkdir()
    record.rename(real)
    real.chmod(0o640)
    record.symlink_to(real)
    write_record(record, read_record(record, agenda(tmp_path)).write("p2", TextField.DECISION, "Ja"))
    assert record.is_symlink()
    assert 'beslutning = "Ja"' in real.read_text(encoding="utf-8")
    assert os.stat(real).st_mode & 0o777 == 0o640
