"""The one owner of the meeting: events and their undo, texts, and when it is time to save."""

from __future__ import annotations

import pytest

from referent.domain.decisions import TextField
from referent.domain.errors import MeetingError
from referent.domain.meeting import Meeting
from referent.session import MeetingSession
from tests.domain.samples import at, planned
from tests.fakes import FakeClock


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def session(clock: FakeClock) -> MeetingSession:
    return MeetingSession(planned(), clock)


def decide(session: MeetingSession, text: str, item_id: str = "item-1") -> None:
    session.write(item_id, TextField.DECISION, text)


# Events


def test_an_event_leads_to_the_next_meeting(session: MeetingSession) -> None:
    session.act("Punkt 1", lambda meeting: meeting.take_up("item-1", session.now()))
    assert session.meeting.started_at == session.now()


def test_undo_takes_back_the_last_event_and_says_which(session: MeetingSession) -> None:
    session.act("Punkt 1", lambda meeting: meeting.take_up("item-1", at("13.00")))
    session.act("Anna gik", lambda meeting: meeting.leave("anna", at("13.05")))
    assert session.undo() == "Anna gik"
    assert session.meeting == planned().take_up("item-1", at("13.00"))
    assert session.undo() == "Punkt 1"
    assert session.meeting == planned()


def test_undo_with_nothing_to_undo_is_refused(session: MeetingSession) -> None:
    with pytest.raises(MeetingError) as refused:
        session.undo()
    assert refused.value.code == "nothing_to_undo"
    assert str(refused.value) == "Der er ikke noget at fortryde."


def test_what_was_written_is_no_event(session: MeetingSession) -> None:
    decide(session, "Godkendt.")
    with pytest.raises(MeetingError):
        session.undo()


def test_undo_keeps_what_was_written_before_and_after_the_event(session: MeetingSession) -> None:
    decide(session, "Før")
    session.act("Punkt 1", lambda meeting: meeting.take_up("item-1", at("13.00")))
    decide(session, "Før og efter")
    session.write("item-2", TextField.NOTES, "husk")
    session.undo()
    assert session.meeting == planned().write("item-1", TextField.DECISION, "Før og efter").write(
        "item-2", TextField.NOTES, "husk"
    )


def test_a_refused_event_has_not_happened(session: MeetingSession) -> None:
    with pytest.raises(MeetingError):
        session.act("Pause", lambda meeting: meeting.pause(at("13.00")))
    assert session.meeting == planned()
    assert not session.has_unsaved
    with pytest.raises(MeetingError):
        session.undo()


def test_an_event_that_changes_nothing_leaves_nothing_to_undo(session: MeetingSession) -> None:
    session.act("Videre", lambda meeting: meeting.resume(at("13.00")))
    assert not session.has_unsaved
    with pytest.raises(MeetingError):
        session.undo()


def test_an_added_item_goes_when_it_is_undone(session: MeetingSession) -> None:
    session.act("Nyt punkt", lambda meeting: meeting.add_item("Brand", None))
    session.undo()
    assert session.meeting == planned()


def test_an_added_item_with_text_in_it_is_not_undone_until_the_text_is_deleted(session: MeetingSession) -> None:
    added = session.meeting.next_added_item_id
    session.act("Nyt punkt", lambda meeting: meeting.add_item("Brand", None))
    decide(session, "Slukket.", added)
    with pytest.raises(MeetingError) as refused:
        session.undo()
    assert refused.value.code == "item_has_text"
    assert session.meeting.item(added).decision == "Slukket."
    decide(session, "", added)
    assert session.undo() == "Nyt punkt"


def test_writing_in_an_unknown_item_is_refused(session: MeetingSession) -> None:
    with pytest.raises(MeetingError):
        decide(session, "Godkendt.", "item-99")


def test_every_event_has_the_time_at_which_it_was_done() -> None:
    session = MeetingSession(planned(), clock := FakeClock())
    session.act("Alle til stede", lambda meeting: meeting.everyone_here())
    later = clock.advance(minutes=5)
    session.act("Punkt 1 er taget op", lambda meeting: meeting.take_up("item-1", clock.now()))
    assert [(event.description, event.at) for event in session.events] == [
        ("Alle til stede", at("13.00")),
        ("Punkt 1 er taget op", later),
    ]


# When to save


def test_nothing_is_due_before_anything_has_changed(session: MeetingSession, clock: FakeClock) -> None:
    clock.advance(hours=1)
    assert not session.has_unsaved
    assert not session.save_is_due()


def test_an_event_is_saved_at_once(session: MeetingSession) -> None:
    session.act("Punkt 1", lambda meeting: meeting.take_up("item-1", at("13.00")))
    assert session.save_is_due()


def test_undo_is_saved_at_once(session: MeetingSession) -> None:
    session.act("Punkt 1", lambda meeting: meeting.take_up("item-1", at("13.00")))
    session.saved(session.revision)
    session.undo()
    assert session.save_is_due()


def test_typing_is_saved_within_five_seconds_of_the_last_key(session: MeetingSession, clock: FakeClock) -> None:
    decide(session, "G")
    clock.advance(seconds=3)
    decide(session, "Go")
    clock.advance(seconds=3)
    assert not session.save_is_due()
    clock.advance(seconds=1)
    assert session.save_is_due()


def test_typing_that_never_stops_is_saved_within_fifteen_seconds(session: MeetingSession, clock: FakeClock) -> None:
    for count in range(1, 14):
        decide(session, "x" * count)
        clock.advance(seconds=1)
        assert not session.save_is_due()
    decide(session, "x" * 14)
    clock.advance(seconds=1)
    assert session.save_is_due()


def test_text_written_again_as_it_was_is_no_change(session: MeetingSession, clock: FakeClock) -> None:
    decide(session, "Godkendt.")
    session.saved(session.revision)
    decide(session, "Godkendt.")
    clock.advance(minutes=1)
    assert not session.has_unsaved
    assert not session.save_is_due()


def test_after_saving_nothing_is_due(session: MeetingSession, clock: FakeClock) -> None:
    session.act("Punkt 1", lambda meeting: meeting.take_up("item-1", at("13.00")))
    session.saved(session.revision)
    clock.advance(minutes=1)
    assert not session.has_unsaved
    assert not session.save_is_due()


def test_an_event_during_a_save_is_due_as_soon_as_the_save_is_done(session: MeetingSession) -> None:
    decide(session, "Godkendt.")
    being_written = session.revision
    session.act("Punkt 1", lambda meeting: meeting.take_up("item-1", at("13.00")))
    session.saved(being_written)
    assert session.has_unsaved
    assert session.save_is_due()


def test_text_typed_during_a_save_is_saved_in_its_turn(session: MeetingSession, clock: FakeClock) -> None:
    session.act("Punkt 1", lambda meeting: meeting.take_up("item-1", at("13.00")))
    being_written = session.revision
    decide(session, "Godkendt.")
    session.saved(being_written)
    assert not session.save_is_due()
    clock.advance(seconds=4)
    assert session.save_is_due()


def test_a_save_that_ends_late_does_not_undo_a_newer_one(session: MeetingSession) -> None:
    decide(session, "a")
    older = session.revision
    decide(session, "b")
    session.saved(session.revision)
    session.saved(older)
    assert not session.has_unsaved


def test_a_save_that_failed_stays_due(session: MeetingSession, clock: FakeClock) -> None:
    session.act("Punkt 1", lambda meeting: meeting.take_up("item-1", at("13.00")))
    clock.advance(minutes=10)
    assert session.save_is_due()


# The journal


class Told:
    """A journal that remembers what it was told."""

    def __init__(self) -> None:
        self.texts: list[tuple[str, TextField, str]] = []
        self.changes: list[tuple[Meeting, Meeting]] = []

    def text_written(self, item_id: str, field: TextField, text: str) -> None:
        self.texts.append((item_id, field, text))

    def meeting_changed(self, before: Meeting, after: Meeting) -> None:
        self.changes.append((before, after))


def test_the_journal_is_told_of_every_text_event_and_undo(clock: FakeClock) -> None:
    journal = Told()
    session = MeetingSession(planned(), clock, journal)
    decide(session, "Ja")
    decide(session, "Ja")
    written = session.meeting
    session.act("Punkt 1", lambda meeting: meeting.take_up("item-1", at("13.00")))
    taken_up = session.meeting
    session.act("Intet", lambda meeting: meeting)
    session.undo()
    assert journal.texts == [("item-1", TextField.DECISION, "Ja")]
    assert journal.changes == [(written, taken_up), (taken_up, written)]


def test_a_meeting_that_its_record_does_not_have_is_to_be_saved_at_once(clock: FakeClock) -> None:
    assert not MeetingSession(planned(), clock).save_is_due()
    assert MeetingSession(planned(), clock, is_saved=False).save_is_due()
