"""Whatever happened at a meeting reads back as it was written."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from referent.beside import record_path
from referent.cleaning import clean
from referent.domain.agenda import Agenda, ItemKind
from referent.domain.attendance import Attendance, Status
from referent.domain.decisions import ActionItem, Vote
from referent.domain.item import MeetingItem, Outcome
from referent.domain.meeting import Meeting
from referent.domain.stopwatch import Span
from referent.files.agenda_file import read_agenda
from referent.files.record_file import RecordWriter, WriteResult
from tests.files.examples import DAY, agenda, shared_folder, write_real_meeting
from tests.records import read_record, write_record

with tempfile.TemporaryDirectory() as folder:
    PLANNED: Agenda = agenda(Path(folder))

texts = (st.text() | st.text(st.sampled_from("ab\n\t \"'\\#é")) | st.text(st.characters())).map(clean)
names = st.sampled_from(["Eva", "Bo Krogh", "Uno", "eva", "Bo Krogh (2)"])
moments = st.integers(-40 * 3600, 40 * 3600).map(
    lambda seconds: datetime.combine(DAY, datetime.min.time()) + timedelta(seconds=seconds)
)
lengths = st.integers(0, 30 * 3600).map(lambda seconds: timedelta(seconds=seconds))
closed_spans = st.builds(lambda start, length: Span(start, start + length), moments, lengths)
spans = st.builds(
    lambda closed, running: (*closed, *running),
    st.lists(closed_spans, max_size=3),
    st.lists(moments.map(Span), max_size=1),
)
votes = st.integers(0, 99) | st.lists(texts, max_size=3).map(tuple)
days = st.dates(date(1900, 1, 1), date(2999, 12, 31))
actions = st.lists(st.builds(ActionItem, texts, texts, st.none() | days), max_size=2).map(tuple)
ballots = st.none() | st.builds(Vote, votes, votes, votes)
guests = st.none() | st.lists(texts, max_size=2).map(tuple)
yes_or_no = st.booleans()
outcomes = st.sampled_from(list(Outcome))
outcomes_when_over = st.sampled_from([outcome for outcome in Outcome if outcome is not Outcome.OPEN])


@st.composite
def meetings(draw: st.DrawFn) -> Meeting:
    meeting = Meeting.planned(PLANNED)
    for title in draw(st.lists(st.sampled_from(["Pause", "Ny bro", "Hastesag", "Orientering", "7"]), max_size=4)):
        after = draw(st.sampled_from([None, *(item.id for item in meeting.items)]))
        meeting = meeting.add_item(title, after, draw(st.sampled_from([ItemKind.ORDINARY, ItemKind.BREAK])))
    for name in draw(st.lists(names, max_size=3)):
        meeting = meeting.add_participant(name, draw(st.sampled_from(["", "Gæst"])))
    return replace(
        meeting,
        items=tuple(
            replace(
                draw(happenings(item, [p.id for p in meeting.people])),
                together_with=draw(
                    st.none() | st.sampled_from([each.id for each in meeting.items if each is not item])
                ),
            )
            for item in meeting.items
        ),
        attendance=draw(attendances(meeting)),
        pauses=draw(spans),
        started_at=draw(st.none() | moments),
        closed_at=draw(st.none() | moments),
        approved_on=draw(st.none() | days),
    )


@st.composite
def happenings(draw: st.DrawFn, item: MeetingItem, people: list[str]) -> MeetingItem:
    if draw(yes_or_no):
        return item
    taken = draw(spans)
    is_over = bool(taken) and taken[-1].end is not None
    some_people = st.lists(st.sampled_from(people), max_size=2, unique=True).map(tuple)
    return replace(
        item,
        spans=taken,
        outcome=draw(outcomes_when_over if is_over else outcomes),
        decision=draw(texts),
        discussion=draw(texts),
        notes=draw(texts),
        guests=draw(guests),
        vote=draw(ballots),
        dissent=draw(texts),
        closed_at_meeting=draw(yes_or_no),
        recused=draw(some_people),
        cleared=draw(some_people),
        outside=draw(some_people),
        actions=draw(actions),
    )


@st.composite
def attendances(draw: st.DrawFn, meeting: Meeting) -> tuple[Attendance, ...]:
    planned = [person.id for person in PLANNED.participants if not person.is_vacant]
    noted = draw(st.lists(st.sampled_from(planned), unique=True)) + [person.id for person in meeting.added_people]
    return tuple(
        Attendance(
            person_id,
            draw(st.sampled_from(Status)),
            tuple(draw(st.lists(moments, max_size=2))),
            tuple(draw(st.lists(moments, max_size=2))),
            draw(texts),
            draw(texts),
        )
        for person_id in draw(st.permutations(noted))
    )


def differences(one: Meeting, other: Meeting) -> list[object]:
    """What makes two meetings differ: shorter to read than the meetings themselves."""
    found: list[object] = [pair for pair in zip(one.items, other.items, strict=False) if pair[0] != pair[1]]
    found += [pair for pair in zip(one.attendance, other.attendance, strict=False) if pair[0] != pair[1]]
    rest = [replace(meeting, items=(), attendance=()) for meeting in (one, other)]
    return found if found or one == other else [*rest]


@settings(
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    max_examples=max(10, settings().max_examples * 2 // 5),  # each writes one or two, twice
)
@given(st.lists(meetings(), min_size=1, max_size=2), st.booleans())
def test_a_meeting_reads_back_as_it_was_written_also_over_another(held: list[Meeting], is_kept_open: bool) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "mode.referat.toml"
        writer = RecordWriter(path)
        for meeting in held:
            if not is_kept_open:
                writer = RecordWriter(path)
                writer.read(PLANNED)
            assert writer.write(meeting) == WriteResult()
            assert differences(read_record(path, PLANNED), meeting) == []
            before = path.read_bytes()
            write_record(path, meeting)
            assert path.read_bytes() == before


SEEDS = shared_folder()


@pytest.mark.skipif(SEEDS is None, reason="the five real meetings are not on this machine")
@pytest.mark.parametrize(
    "slug", [path.parent.name for path in sorted(SEEDS.glob("seeds/*/dagsorden.toml"))] if SEEDS else ["none"]
)
def test_the_record_of_a_real_meeting_reads_back_and_is_not_touched(tmp_path: Path, slug: str) -> None:
    assert SEEDS is not None
    planned = write_real_meeting(SEEDS, slug, tmp_path)
    path = record_path(planned)
    path.write_bytes(b"# en kommentar\n" + path.read_bytes())
    before = path.read_bytes()
    meeting = read_record(path, read_agenda(planned))
    assert not any(item.is_added for item in meeting.items)
    assert meeting.added_people == ()
    assert all(item.outcome is Outcome.TREATED for item in meeting.items)
    assert write_record(path, meeting) == WriteResult()
    assert path.read_bytes() == before
    path.unlink()
    write_record(path, meeting)
    assert read_record(path, meeting.agenda) == meeting
