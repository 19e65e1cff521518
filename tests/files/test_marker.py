"""The file beside the record that tells others who has the meeting open."""

from __future__ import annotations

import os
import threading
from datetime import datetime
from pathlib import Path

import pytest

from referent import wiring
from referent.files.holder import Holder, holder_in
from referent.files.lock import MeetingLock, who_has
from referent.files.marker import Presence, marker_path, read_marker, someone_else
from referent.ports import AgendaState, OpeningFailed
from tests.fakes import FakeClock

AT = datetime(2026, 5, 13, 13, 5)
OURSELVES = Holder("anna", "PC-11", AT, 41)
OTHER = Holder("bo", "PC-12", AT, 42)
AGENDA = 'udvalg = "Forum"\ndato = 2026-11-26\nstart = "13.00"\n[[punkter]]\ntitel = "Hegnet ved havnen"\n'


@pytest.fixture
def record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("REFERENT_STATE_DIR", str(tmp_path / "state"))
    agenda = tmp_path / "agendas" / "moede.toml"
    agenda.parent.mkdir()
    agenda.write_text(AGENDA, encoding="utf-8")
    return agenda.with_name("moede.referat.toml")


def agenda_of(record: Path) -> Path:
    return record.with_name("moede.toml")


def presence(record: Path, holder: Holder = OURSELVES) -> Presence:
    return Presence(record, MeetingLock(record), holder)


def begun(record: Path, holder: Holder = OURSELVES) -> Presence:
    """A presence whose marker is there."""
    present = presence(record, holder)
    present.begin()
    assert present._at_work is not None
    present._at_work.join()
    return present


def test_it_says_who_where_and_since_when_and_no_word_of_the_meeting(record: Path) -> None:
    begun(record)
    assert marker_path(record) == record.with_name(".moede.referat.laas")
    lines = marker_path(record).read_text(encoding="utf-8").splitlines()
    assert [line.partition(" = ")[0] for line in lines[1:]] == ["bruger", "maskine", "proces", "siden"]
    assert lines[0].startswith("# ")
    assert "Hegnet" not in "".join(lines)
    assert read_marker(record) == OURSELVES


def test_it_is_gone_when_the_meeting_is_left(record: Path) -> None:
    present = begun(record)
    assert marker_path(record).exists()
    present.end()
    assert [path.name for path in record.parent.iterdir()] == ["moede.toml"]


def test_that_of_someone_else_is_not_taken_away(record: Path) -> None:
    present = begun(record)
    begun(record, OTHER)
    present.end()
    assert read_marker(record) == OTHER


def test_a_folder_that_cannot_be_written_gets_none_and_nothing_fails(record: Path, tmp_path: Path) -> None:
    nowhere = tmp_path / "agendas" / "moede.toml" / "moede.referat.toml"
    present = begun(nowhere)
    present.end()
    assert read_marker(nowhere) is None


def test_a_drive_that_does_not_answer_keeps_nobody_from_leaving(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = threading.Event()
    monkeypatch.setattr("referent.files.marker.write_whole", lambda *_: answers.wait(60))
    monkeypatch.setattr("referent.files.marker._PATIENCE", 0.01)
    lock = MeetingLock(record)
    lock.take(OURSELVES)
    present = Presence(record, lock, OURSELVES)
    present.begin()
    present.end()
    assert who_has(record) is None
    answers.set()


def test_a_link_in_its_place_is_not_followed(record: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine.txt"
    mine.write_text("kept")
    marker_path(record).symlink_to(mine)
    begun(record)
    assert mine.read_text() == "kept"
    assert read_marker(record) == OURSELVES


def test_our_own_left_by_a_crash_says_nothing_and_is_replaced(record: Path) -> None:
    begun(record)
    marker = read_marker(record)
    assert someone_else(marker, Holder("anna", "PC-11", AT.replace(day=14), 99)) is None
    begun(record, Holder("anna", "PC-11", AT.replace(day=14), 99))
    assert read_marker(record) == Holder("anna", "PC-11", AT.replace(day=14), 99)


@pytest.mark.parametrize("other", [OTHER, Holder("anna", "PC-12", AT), Holder("bo", "PC-11", AT)])
def test_another_person_or_another_computer_is_someone_else(other: Holder) -> None:
    assert someone_else(other, OURSELVES) == other


@pytest.mark.parametrize(
    "data",
    [b"", b"\xff\xfe", b"[[[", b"bruger = 3\nmaskine = 4\n", b"bruger = 'x'\n", b"a." * 4000 + b"b = 1\n", b"[" * 4096],
    ids=["empty", "no text", "no TOML", "no names", "half", "dots", "brackets"],
)
def test_one_that_cannot_be_read_says_nothing(data: bytes, record: Path) -> None:
    marker_path(record).write_bytes(data)
    assert read_marker(record) is None
    assert wiring.open_meeting(agenda_of(record), FakeClock()).elsewhere is None


def test_names_from_a_file_are_cleaned_and_short() -> None:
    found = holder_in(b'bruger = "anna\\u001b]52;c;x\\u0007\\n' + b"a" * 500 + b'"\nmaskine = "PC"\nsiden = 3\n')
    assert found is not None
    assert found.user.startswith("anna]52;c;x a")
    assert len(found.user) <= 60
    assert found.since is None


@pytest.mark.parametrize("name", ['an"na', "an\\na", "æøå 🎉", "a\tb"])
def test_any_name_can_be_written_and_read(name: str) -> None:
    holder = Holder(name, name, AT, 7)
    assert holder_in(holder.as_toml().encode()) == holder


def test_the_start_screen_does_not_take_it_for_an_agenda(record: Path) -> None:
    begun(record)
    assert [entry.path.name for entry in wiring.agenda_entries(record.parent)] == ["moede.toml"]


# Opening with it


def test_a_meeting_marked_by_another_computer_may_be_looked_at_or_written(record: Path) -> None:
    begun(record, OTHER)
    opened = wiring.open_meeting(agenda_of(record), FakeClock())
    assert opened.elsewhere is not None
    assert (opened.elsewhere.user, opened.elsewhere.machine, opened.elsewhere.since) == ("bo", "PC-12", AT)
    assert not opened.session.is_look_only
    assert who_has(record) is not None
    assert opened.elsewhere.look is not None
    looked_at = opened.elsewhere.look()
    assert looked_at.session.is_look_only
    assert looked_at.journal is None
    assert who_has(record) is None, "whoever only looks keeps nobody from writing"
    assert not opened.elsewhere.news().is_free
    marker_path(record).unlink()
    assert opened.elsewhere.news().is_free


def test_a_second_copy_on_this_computer_may_only_look_until_the_first_is_gone(record: Path) -> None:
    first = wiring.open_meeting(agenda_of(record), FakeClock())
    second = wiring.open_meeting(agenda_of(record), FakeClock())
    assert first.elsewhere is None
    assert second.session.is_look_only
    assert second.presence is None
    assert second.elsewhere is not None
    assert (second.elsewhere.machine, second.elsewhere.look) == ("", None)
    assert second.elsewhere.since == FakeClock().now()
    assert not second.elsewhere.news().is_free
    assert first.presence is not None
    first.presence.end()
    assert second.elsewhere.news().is_free
    assert not wiring.open_meeting(agenda_of(record), FakeClock()).session.is_look_only


def test_whoever_looks_on_reads_the_meeting_when_it_has_changed_and_not_else(record: Path) -> None:
    clock = FakeClock()
    first = wiring.open_meeting(agenda_of(record), clock)
    second = wiring.open_meeting(agenda_of(record), clock)
    assert second.elsewhere is not None
    assert second.elsewhere.news().meeting == first.session.meeting
    assert second.elsewhere.news().meeting is None
    first.session.act("Punkt 1", lambda meeting: meeting.take_up(meeting.items[0].id, clock.now()))
    first.save(first.session.meeting)
    assert second.elsewhere.news().meeting == first.session.meeting
    assert second.elsewhere.news().meeting is None


def test_whoever_looks_on_sees_what_is_only_in_the_journal_yet(record: Path) -> None:
    clock = FakeClock()
    first = wiring.open_meeting(agenda_of(record), clock)
    assert first.journal is not None
    first.journal.begin()
    second = wiring.open_meeting(agenda_of(record), clock)
    assert second.elsewhere is not None
    second.elsewhere.news()
    first.session.act("Punkt 1", lambda meeting: meeting.take_up(meeting.items[0].id, clock.now()))
    first.journal.end()
    assert not record.exists()
    news = second.elsewhere.news().meeting
    assert news is not None
    assert news.running is not None


def test_a_record_that_cannot_be_read_for_a_moment_changes_nothing(record: Path) -> None:
    first = wiring.open_meeting(agenda_of(record), FakeClock())
    second = wiring.open_meeting(agenda_of(record), FakeClock())
    assert second.elsewhere is not None
    second.elsewhere.news()
    record.write_text("startet = 3\n")
    assert second.elsewhere.news().meeting is None
    record.unlink()
    assert second.elsewhere.news().meeting == first.session.meeting


def test_a_meeting_that_cannot_be_opened_is_not_kept_from_others(record: Path) -> None:
    record.write_text("startet = 3\n")
    with pytest.raises(OpeningFailed):
        wiring.open_meeting(agenda_of(record), FakeClock())
    assert who_has(record) is None


def test_the_list_of_agendas_says_which_are_open_elsewhere(record: Path) -> None:
    state = [entry.state for entry in wiring.agenda_entries(record.parent)]
    assert state == [AgendaState.NOT_HELD]
    opened = wiring.open_meeting(agenda_of(record), FakeClock())
    assert [entry.state for entry in wiring.agenda_entries(record.parent)] == [AgendaState.OPEN]
    assert opened.presence is not None
    opened.presence.end()
    begun(record, OTHER)
    assert [entry.state for entry in wiring.agenda_entries(record.parent)] == [AgendaState.OPEN]
    os.unlink(marker_path(record))
    assert [entry.state for entry in wiring.agenda_entries(record.parent)] == [AgendaState.NOT_HELD]
