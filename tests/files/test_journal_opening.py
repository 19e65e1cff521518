"""Opening a meeting after a crash: what is replayed, what is asked, and what is set aside."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from referent.domain.agenda import Agenda
from referent.domain.attendance import Status
from referent.domain.decisions import TextField
from referent.domain.meeting import Meeting
from referent.files.faults import FileFaults
from referent.files.history import History
from tests.files.examples import AGENDA, agenda, at
from tests.files.journals import OpenMeeting, looked_at
from tests.records import read_record


@pytest.fixture(autouse=True)
def planned(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Agenda:
    monkeypatch.setenv("REFERENT_STATE_DIR", str(tmp_path / "state"))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temp"))
    return agenda(tmp_path)


@pytest.fixture
def crashed(tmp_path: Path, planned: Agenda) -> OpenMeeting:
    """A meeting that was saved at 13.00, and ended in a crash at 13.42."""
    now = OpenMeeting(tmp_path, planned)
    now.session.act("Punkt 1", lambda meeting: meeting.take_up("p2", at(13, 0)))
    now.write("Vedtaget")
    now.save()
    now.clock.advance(minutes=42)
    now.write("Vedtaget enstemmigt")
    now.write("Husk", "p4", TextField.NOTES)
    now.session.act("Punkt 2", lambda meeting: meeting.take_up("p4", at(13, 42)))
    return now


# What belongs to the record


def test_the_meeting_is_as_it_was_on_the_screen(tmp_path: Path, planned: Agenda, crashed: OpenMeeting) -> None:
    assert looked_at(tmp_path, planned).meeting == crashed.meeting


def test_the_clock_goes_on_where_it_was(tmp_path: Path, planned: Agenda, crashed: OpenMeeting) -> None:
    running = looked_at(tmp_path, planned).meeting.running
    assert running is not None
    assert running.id == "p4"
    assert running.spans[-1].start == at(13, 42)


def test_what_was_recovered_is_said_in_one_line(tmp_path: Path, planned: Agenda, crashed: OpenMeeting) -> None:
    assert looked_at(tmp_path, planned).notices == (
        "Genoprettet: 5 ændringer fra kl. 13.42, som ikke nåede i referatfilen.",
    )


def test_without_any_record_the_journal_alone_recovers(tmp_path: Path, planned: Agenda) -> None:
    now = OpenMeeting(tmp_path, planned)
    now.write("Før den første gang")
    opened = looked_at(tmp_path, planned)
    assert not now.record.exists()
    assert opened.meeting == now.meeting
    assert opened.is_held


def test_after_everything_was_saved_there_is_nothing_to_recover(tmp_path: Path, planned: Agenda) -> None:
    now = OpenMeeting(tmp_path, planned)
    now.write("Vedtaget")
    now.save()
    opened = looked_at(tmp_path, planned)
    assert (opened.recovered, opened.notices, opened.beginning.cells) == (0, (), ())


def test_looking_changes_nothing_on_disk(tmp_path: Path, planned: Agenda, crashed: OpenMeeting) -> None:
    def everything() -> dict[Path, bytes]:
        return {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}

    before = everything()
    looked_at(tmp_path, planned)
    assert everything() == before


def test_after_two_crashes_in_a_row_everything_is_there(tmp_path: Path, planned: Agenda, crashed: OpenMeeting) -> None:
    again = OpenMeeting(tmp_path, planned)
    assert again.session.save_is_due()
    again.write("Tredje gang", "p6")
    third = OpenMeeting(tmp_path, planned)
    assert third.meeting == again.meeting
    third.save()
    assert len(third.segments) == 1
    assert read_record(third.record, planned) == third.meeting


def test_an_agenda_that_was_edited_after_the_crash_gets_every_text_where_it_belongs(tmp_path: Path) -> None:
    now = OpenMeeting(tmp_path, agenda(tmp_path))
    now.write("Om broen")
    now.write("Kaffe", "p5")
    now.session.act("Alle er her", lambda meeting: meeting.everyone_here())
    edited = AGENDA.replace(
        '[[punkter]]\ntitel = "Ny bro"', '[[punkter]]\ntitel = "Færge"\n\n[[punkter]]\ntitel = "Ny bro"'
    )
    edited = edited.replace('navn = "Bo Krogh"', 'navn = "Uno Ny"\n\n[[deltagere]]\nnavn = "Bo Krogh"', 1)
    meeting = looked_at(tmp_path, agenda(tmp_path, edited)).meeting
    written = {item.id: (item.planned.title, item.decision) for item in meeting.items if item.decision}
    assert written == {"p3": ("Ny bro", "Om broen"), "p6": ("Pause", "Kaffe")}
    assert [meeting.attendance_of(person).status for person in ("d1", "d2")] == [Status.UNKNOWN, Status.PRESENT]


def test_an_item_that_was_taken_off_the_agenda_keeps_its_text(tmp_path: Path) -> None:
    extra = '\n[[punkter]]\ntitel = "Sidste sag"\n'
    now = OpenMeeting(tmp_path, agenda(tmp_path, AGENDA + extra))
    now.write("Udsat", "p7")
    meeting = looked_at(tmp_path, agenda(tmp_path)).meeting
    [kept] = [item for item in meeting.items if item.is_added]
    assert (kept.planned.title, kept.decision) == ("Sidste sag", "Udsat")


# What does not


def edit_by_hand(now: OpenMeeting, old: str, new: str) -> None:
    text = now.record.read_text("utf-8")
    assert old in text
    now.record.write_text(text.replace(old, new), encoding="utf-8")


def test_a_record_that_was_edited_after_the_crash_is_not_replayed_on_but_asked_about(
    tmp_path: Path, planned: Agenda, crashed: OpenMeeting
) -> None:
    edit_by_hand(crashed, "Vedtaget", "Forkastet")
    opened = looked_at(tmp_path, planned)
    assert opened.meeting.item("p2").decision == "Forkastet"
    assert opened.meeting.item("p4").notes == ""
    assert opened.notices == ()
    assert opened.foreign is not None
    assert opened.foreign.since == at(13, 42)
    assert opened.foreign.meeting.item("p2").decision == "Vedtaget enstemmigt"
    assert opened.foreign.meeting.item("p4").notes == "Husk"


def test_with_the_journals_version_what_was_edited_elsewhere_in_the_record_stays(
    tmp_path: Path, planned: Agenda, crashed: OpenMeeting
) -> None:
    crashed.record.write_text(
        crashed.record.read_text("utf-8")
        + '\n[[punkter]]\npunkt = 3\ntitel = "Orientering"\nbeslutning = "Ved siden af"\n',
        encoding="utf-8",
    )
    foreign = looked_at(tmp_path, planned).foreign
    assert foreign is not None
    assert foreign.meeting.item("p6").decision == "Ved siden af"
    assert foreign.meeting.item("p2").decision == "Vedtaget enstemmigt"


def test_a_meeting_with_a_question_open_goes_on_in_a_journal_of_its_own(
    tmp_path: Path, planned: Agenda, crashed: OpenMeeting
) -> None:
    edit_by_hand(crashed, "Vedtaget", "Forkastet")
    again = OpenMeeting(tmp_path, planned)
    again.write("Nyt", "p6")
    opened = looked_at(tmp_path, planned)
    assert opened.meeting == again.meeting
    assert opened.foreign is not None


def test_once_it_is_answered_both_versions_are_kept_and_it_is_not_asked_again(
    tmp_path: Path, planned: Agenda, crashed: OpenMeeting
) -> None:
    edit_by_hand(crashed, "Vedtaget", "Forkastet")
    of_hand = crashed.record.read_bytes()
    again = OpenMeeting(tmp_path, planned)
    foreign = again.opened.foreign
    assert foreign is not None
    again.files.answer(foreign)
    again.session.act("Taget med", lambda meeting: foreign.meeting)
    again.save()
    opened = looked_at(tmp_path, planned)
    assert opened.foreign is None
    assert opened.meeting.item("p2").decision == "Vedtaget enstemmigt"
    assert of_hand in [entry.path.read_bytes() for entry in History(again.record).entries()]
    assert [path for path in again.folder.glob("lagt-til-side-*") if "enstemmigt" in path.read_text("utf-8")]


def test_a_foreign_journal_that_says_nothing_new_is_set_aside_without_a_question(
    tmp_path: Path, planned: Agenda
) -> None:
    now = OpenMeeting(tmp_path, planned)
    now.write("Vedtaget")
    [segment] = now.segments
    before = segment.read_bytes()
    now.save()
    segment.write_bytes(before)  # a loss of power brought it back, without what was written to it last
    now.segments[-1].unlink()
    again = OpenMeeting(tmp_path, planned)
    assert again.opened.foreign is None
    again.journal.begin()
    again.journal._over.set()
    assert again.journal._thread is not None
    again.journal._thread.join()
    assert not segment.exists()
    assert segment.with_name(f"lagt-til-side-{segment.name}").read_bytes() == before


def test_a_journal_that_was_copied_from_another_meeting_is_foreign(
    tmp_path: Path, planned: Agenda, crashed: OpenMeeting
) -> None:
    other = tmp_path / "andet"
    other.mkdir()
    elsewhere = OpenMeeting(other, planned)
    elsewhere.journal.end()
    elsewhere.record.write_bytes(crashed.record.read_bytes())
    for segment in crashed.segments:
        (elsewhere.folder / segment.name).write_bytes(segment.read_bytes())
    opened = looked_at(other, planned)
    assert opened.meeting.item("p2").decision == "Vedtaget"
    assert opened.foreign is not None


def test_a_record_that_was_deleted_is_asked_about_with_everything_that_was_in_it(
    tmp_path: Path, planned: Agenda, crashed: OpenMeeting
) -> None:
    crashed.record.unlink()
    opened = looked_at(tmp_path, planned)
    assert opened.meeting == Meeting.planned(planned)
    assert opened.foreign is not None
    assert opened.foreign.meeting == crashed.meeting


# A record that cannot be read


@pytest.mark.parametrize("data", [b"[[punkter]\n", b"\0" * 300, b"", b" \n", b'beslutning = "\xe6"\n'])
def test_a_record_that_cannot_be_read_is_never_taken_for_an_empty_one(
    tmp_path: Path, planned: Agenda, crashed: OpenMeeting, data: bytes
) -> None:
    crashed.record.write_bytes(data)
    with pytest.raises(FileFaults) as refused:
        looked_at(tmp_path, planned)
    assert "»referent historik«" in str(refused.value)
    assert crashed.record.read_bytes() == data


def test_the_way_back_from_there_leads_to_the_very_end(tmp_path: Path, planned: Agenda, crashed: OpenMeeting) -> None:
    crashed.record.write_bytes(b"\0" * 300)
    [entry, *_] = History(crashed.record).entries()
    from referent.files.history import restore

    restore(entry, crashed.clock.now())
    assert looked_at(tmp_path, planned).meeting == crashed.meeting
    assert b"\0" * 300 in [kept.path.read_bytes() for kept in History(crashed.record).entries()]


def test_a_date_in_the_journal_is_a_date_again(tmp_path: Path, planned: Agenda) -> None:
    from dataclasses import replace

    now = OpenMeeting(tmp_path, planned)
    now.session.act("Godkendt", lambda meeting: replace(meeting, approved_on=date(2026, 12, 24)))
    assert looked_at(tmp_path, planned).meeting.approved_on == date(2026, 12, 24)
