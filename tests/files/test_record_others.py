"""Someone else writes at the same record: nothing of theirs and nothing of ours is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from referent.domain.decisions import TextField
from referent.domain.meeting import Meeting
from referent.files.disk import Disk
from referent.files.record_file import RecordWriter, WriteResult
from tests.files.examples import agenda
from tests.files.records_by_hand import BY_HAND
from tests.records import read_record


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = tmp_path / "mode.referat.toml"
    path.write_text(BY_HAND, encoding="utf-8")
    return path


def outsider_edits(record: Path, old: str, new: str) -> None:
    record.write_text(record.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def test_what_someone_else_wrote_meanwhile_lives_on_where_we_changed_nothing(record: Path) -> None:
    writer = RecordWriter(record)
    meeting = writer.read(agenda(record.parent))
    outsider_edits(record, '"Taget til efterretning"', '"Godkendt" # sagde hun')
    meeting = meeting.write("p2", TextField.DECISION, "Nej")
    assert writer.write(meeting) == WriteResult(None, changed_by_others=True)
    assert '"Godkendt" # sagde hun' in record.read_text(encoding="utf-8")
    assert writer.write(meeting.write("p2", TextField.DECISION, "Jo")) == WriteResult()
    assert '"Godkendt" # sagde hun' in record.read_text(encoding="utf-8")


def test_entries_that_someone_else_moved_and_added_stay_where_they_were_put(record: Path) -> None:
    writer = RecordWriter(record)
    meeting = writer.read(agenda(record.parent))
    outsider_edits(record, "# Folk\n", '# Folk\n[[deltagere]]\nnavn = "Eva"\nstatus = "til stede"\n\n')
    before = record.read_text(encoding="utf-8")
    writer.write(meeting.write("p2", TextField.DECISION, "Nej"))
    after = record.read_text(encoding="utf-8")
    assert after.partition("# Punkterne")[0] == before.partition("# Punkterne")[0]
    assert [person.name for person in read_record(record, meeting.agenda).added_people] == ["Eva"]


def test_where_both_wrote_ours_stands_and_theirs_is_kept_beside_it(record: Path) -> None:
    writer = RecordWriter(record)
    meeting = writer.read(agenda(record.parent))
    outsider_edits(record, "Taget til efterretning", "Deres")
    theirs = record.read_bytes()
    result = writer.write(meeting.write("p4", TextField.DECISION, "Vores"))
    assert result == WriteResult(record.with_name("mode.referat.konflikt-1.toml"), changed_by_others=True)
    assert result.conflict_copy is not None
    assert result.conflict_copy.read_bytes() == theirs
    assert read_record(record, meeting.agenda).item("p4").decision == "Vores"


def test_a_text_that_someone_else_emptied_comes_back(record: Path) -> None:
    writer = RecordWriter(record)
    meeting = writer.read(agenda(record.parent))
    outsider_edits(record, 'beslutning = "Taget til efterretning"\n', "")
    writer.write(meeting)
    assert read_record(record, meeting.agenda) == meeting


@pytest.mark.parametrize("broken", ["[[punkter]\n", "ukendt = 1\n", 'beslutning = "\xe6"\n'])
def test_a_record_that_cannot_be_read_is_set_aside_and_never_overwritten(record: Path, broken: str) -> None:
    writer = RecordWriter(record)
    meeting = writer.read(agenda(record.parent))
    record.write_bytes(broken.encode("latin-1"))
    result = writer.write(meeting)
    assert result.conflict_copy is not None
    assert result.conflict_copy.read_bytes() == broken.encode("latin-1")
    assert read_record(record, meeting.agenda) == meeting


def test_a_record_that_was_deleted_is_written_again(record: Path) -> None:
    writer = RecordWriter(record)
    meeting = writer.read(agenda(record.parent))
    record.unlink()
    writer.write(meeting)
    assert read_record(record, meeting.agenda) == meeting


def test_a_record_that_was_never_read_is_not_overwritten_silently(record: Path) -> None:
    planned = agenda(record.parent)
    result = RecordWriter(record).write(Meeting.planned(planned).write("p4", TextField.DECISION, "Vores"))
    assert result.conflict_copy is not None
    assert read_record(record, planned).item("p2").decision == "C:\\broen\n"


def test_an_edit_that_lands_while_we_write_is_merged_too(record: Path) -> None:
    class Interrupted(Disk):
        reads = 0

        def read(self, path: Path) -> bytes | None:
            self.reads += path == record
            if self.reads == 2 and path == record:
                self.reads += 1
                outsider_edits(record, "Taget til efterretning", "Deres")
            return super().read(path)

    writer = RecordWriter(record, disk=Interrupted())
    meeting = writer.read(agenda(record.parent)).write("p2", TextField.DECISION, "Vores")
    writer.write(meeting)
    found = read_record(record, meeting.agenda)
    assert (found.item("p2").decision, found.item("p4").decision) == ("Vores", "Deres")
