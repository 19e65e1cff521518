"""The journal while the meeting goes on: what is in it, and when it is begun anew."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from dataclasses import fields
from datetime import date
from pathlib import Path

import pytest

from referent.domain.agenda import Agenda
from referent.domain.attendance import Status
from referent.domain.decisions import ActionItem, TextField, Vote
from referent.domain.meeting import Meeting
from referent.files import journal as journal_module
from referent.files.record_rows import Rows
from referent.files.words import TEXT_KEYS
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


# What is in it


def test_a_letter_is_in_the_file_when_it_is_with_the_session(tmp_path: Path, planned: Agenda) -> None:
    now = OpenMeeting(tmp_path, planned)
    now.type("Vedtaget")
    assert looked_at(tmp_path, planned).meeting == now.meeting


def test_each_letter_is_one_line_that_says_the_whole_text(tmp_path: Path, planned: Agenda) -> None:
    now = OpenMeeting(tmp_path, planned)
    before = now.segments[0].read_bytes().count(b"\n")
    now.type("Ja.\næø")
    lines = now.segments[0].read_text("utf-8").splitlines()[before:]
    assert len(lines) == 6
    assert lines[-1].endswith('celler [["punkter",["p",1,"Ny bro",1],"beslutning","Ja.\\næø"]]')


EVENTS: list[Callable[[Meeting], Meeting]] = [
    lambda meeting: meeting.take_up("p2", at(13, 0, 5)),
    lambda meeting: meeting.take_up("p2", at(13, 0)).take_up("p4", at(13, 9)).pause(at(13, 20)),
    lambda meeting: meeting.take_up("p2", at(23, 50)).take_up("p4", at(23, 59)).close(at(23, 59, 59)),
    lambda meeting: meeting.everyone_here(),
    lambda meeting: meeting.set_status("d2", Status.AWAY).set_status("d1", Status.ABSENT),
    lambda meeting: meeting.everyone_here().leave("d1", at(13, 10)).arrive("d1", at(13, 20)),
    lambda meeting: meeting.set_substitute("d1", "Eva Eg").set_note("d4", "deltog kort"),
    lambda meeting: meeting.add_participant("Eva Eg", "Gæst").add_participant("Bo Krogh"),
    lambda meeting: meeting.toggle_guest("p2", "Ask Dam").toggle_guest("p2", "Liv Holm"),
    lambda meeting: meeting.next_recusal("d1", "p2").toggle_outside("d4", "p4"),
    lambda meeting: meeting.cast_votes("p4", Vote(3, ("A", "V"), 0), "Vi er\nuenige"),
    lambda meeting: meeting.add_action("p4", ActionItem("Ring", "Bo", date(2026, 12, 1))),
    lambda meeting: meeting.put_off("p6", at(13, 0)).withdraw("p4", at(13, 0)),
    lambda meeting: meeting.add_item("Pause", "p2").add_item("Hastesag", None).add_item("Pause", "p1"),
]


@pytest.mark.parametrize("event", EVENTS)
def test_every_event_is_in_it_and_so_is_its_undo(
    tmp_path: Path, planned: Agenda, event: Callable[[Meeting], Meeting]
) -> None:
    now = OpenMeeting(tmp_path, planned)
    now.write("Før")
    now.session.act("noget", event)
    now.write("Efter", "p4", TextField.NOTES)
    assert looked_at(tmp_path, planned).meeting == now.meeting
    now.session.undo()
    assert looked_at(tmp_path, planned).meeting == now.meeting


def test_an_event_is_one_line_so_that_it_has_happened_or_has_not(tmp_path: Path, planned: Agenda) -> None:
    now = OpenMeeting(tmp_path, planned)
    before = now.segments[0].read_bytes()
    now.session.act("Alle", lambda meeting: meeting.everyone_here().add_item("Sag", None).take_up("p2", at(13, 0)))
    assert now.segments[0].read_bytes().removeprefix(before).count(b"\n") == 1


def test_a_text_with_anything_in_it_comes_back(tmp_path: Path, planned: Agenda) -> None:
    now = OpenMeeting(tmp_path, planned)
    text = '"]]\\n\\\n\t| 🙂 é " # [[punkter]] \u2003 {"@": "2026-11-26"}'
    now.write(text)
    assert looked_at(tmp_path, planned).meeting.item("p2").decision == text


def test_only_its_owner_can_look_into_it(tmp_path: Path, planned: Agenda, state: Path) -> None:
    now = OpenMeeting(tmp_path, planned)
    now.save()
    for path in [state, *state.rglob("*")]:
        if path.is_dir():
            assert stat.S_IMODE(path.stat().st_mode) == 0o700, path
    assert {stat.S_IMODE(path.stat().st_mode) for path in now.segments} == {0o600}


def test_no_part_of_the_record_is_left_out() -> None:
    """Whoever adds one has to give the journal its cells too (`journal_cells.changes`, `journal_replay`)."""
    assert {field.name for field in fields(Rows)} == {"root", "people", "items", "keys"}
    assert set(TEXT_KEYS) == set(TextField)


# The record and the journal together


def test_when_the_record_is_saved_the_journal_begins_anew(tmp_path: Path, planned: Agenda) -> None:
    now = OpenMeeting(tmp_path, planned)
    now.type("Vedtaget")
    [before] = now.segments
    now.save()
    [after] = now.segments
    assert after != before
    assert b"Vedtaget" not in after.read_bytes()


def test_what_is_typed_while_the_record_is_saved_is_in_the_new_file(tmp_path: Path, planned: Agenda) -> None:
    now = OpenMeeting(tmp_path, planned)
    now.type("Vedtaget")
    now.journal.meeting_taken()
    taken = now.meeting
    now.type(" enstemmigt")
    now.files.save(taken)
    found = looked_at(tmp_path, planned)
    assert found.meeting == now.meeting
    assert found.recovered == 1


def test_the_journal_goes_when_the_meeting_is_left_and_everything_is_saved(tmp_path: Path, planned: Agenda) -> None:
    now = OpenMeeting(tmp_path, planned)
    now.type("Vedtaget")
    now.save()
    now.journal.end()
    assert now.segments == []


def test_the_journal_stays_when_the_meeting_is_left_and_something_is_not_saved(tmp_path: Path, planned: Agenda) -> None:
    now = OpenMeeting(tmp_path, planned)
    now.type("Vedtaget")
    now.journal.end()
    assert looked_at(tmp_path, planned).meeting == now.meeting


def test_a_meeting_in_which_nothing_happened_leaves_no_journal(tmp_path: Path, planned: Agenda) -> None:
    now = OpenMeeting(tmp_path, planned)
    assert len(now.segments) == 1
    now.journal.end()
    assert now.segments == []
    now.journal.sync()
    assert now.segments == []


def test_a_file_that_grew_too_long_is_written_anew_from_memory(
    tmp_path: Path, planned: Agenda, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal_module, "LARGEST", 50_000)
    now = OpenMeeting(tmp_path, planned)
    now.write("Noter", "p4", TextField.NOTES)
    for letter in "abcdef":
        now.write(letter * 10_000)
    now.journal.sync()
    [segment] = now.segments
    assert segment.stat().st_size < 20_000
    assert looked_at(tmp_path, planned).meeting == now.meeting
    now.save()
    assert looked_at(tmp_path, planned).recovered == 0


def test_the_journal_writes_by_itself_once_it_has_begun(tmp_path: Path, planned: Agenda) -> None:
    """The thread makes the first file; that it is there when the thread has ended needs no waiting for a time."""
    now = OpenMeeting(tmp_path, planned)
    os.unlink(now.segments[0])
    now.write("Vedtaget")
    now.journal.begin()
    now.journal.end()
    assert looked_at(tmp_path, planned).meeting == now.meeting
