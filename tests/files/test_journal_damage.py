"""Damaged journals: none ends the program, and what was lost is told. Short form of `campaigns.damaged_journals`."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from referent.domain.agenda import Agenda
from referent.domain.decisions import TextField
from tests.campaigns.damaged_journals import WAYS, accident
from tests.files.examples import agenda
from tests.files.journals import OpenMeeting, looked_at


@pytest.fixture
def planned(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Agenda:
    monkeypatch.setenv("REFERENT_STATE_DIR", str(tmp_path / "state"))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temp"))
    return agenda(tmp_path)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("seed", range(2))
def test_a_damaged_journal_is_opened_and_what_is_missing_is_told(
    tmp_path: Path, planned: Agenda, way: str, seed: int
) -> None:
    outcome = accident(tmp_path, planned, random.Random(f"{way} {seed}"), way)
    assert outcome.is_as_before or outcome.is_reported or outcome.is_shorter


@pytest.fixture
def now(tmp_path: Path, planned: Agenda) -> OpenMeeting:
    """A meeting with a line each about the decision of item 1, about that of item 2, and about item 1 again."""
    now = OpenMeeting(tmp_path, planned)
    now.write("Vedtaget")
    now.write("Udsat", "p4")
    now.write("Vedtaget enstemmigt")
    return now


def rewrite(now: OpenMeeting, old: str, new: str, count: int = 1) -> None:
    [segment] = now.segments
    data = segment.read_bytes()
    assert old.encode() in data
    segment.write_bytes(data.replace(old.encode(), new.encode(), count))


def test_a_torn_last_line_is_no_damage(tmp_path: Path, planned: Agenda, now: OpenMeeting) -> None:
    [segment] = now.segments
    segment.write_bytes(segment.read_bytes()[:-9])
    opened = looked_at(tmp_path, planned)
    assert opened.damage is None
    assert opened.meeting.item("p2").decision == "Vedtaget"
    assert opened.meeting.item("p4").decision == "Udsat"


def test_a_damaged_line_is_told_with_the_field_it_was_about(tmp_path: Path, planned: Agenda, now: OpenMeeting) -> None:
    rewrite(now, "Udsat", "Udsot")
    opened = looked_at(tmp_path, planned)
    assert opened.meeting.item("p4").decision == ""
    assert opened.meeting.item("p2").decision == "Vedtaget enstemmigt"
    assert opened.notices[-1] == "Sikkerhedskopien er beskadiget, 1 linje er tabt. Se efter i punkt 2 (beslutning)."


def test_a_damaged_line_about_a_field_that_a_later_line_gives_anew_is_no_loss(
    tmp_path: Path, planned: Agenda, now: OpenMeeting
) -> None:
    rewrite(now, '"Vedtaget"', '"Vedtoget"')
    opened = looked_at(tmp_path, planned)
    assert opened.meeting == now.meeting
    assert not any("beskadiget" in notice for notice in opened.notices)


def test_a_line_that_is_gone_altogether_is_told_as_well(tmp_path: Path, planned: Agenda, now: OpenMeeting) -> None:
    [segment] = now.segments
    lines = segment.read_bytes().splitlines(keepends=True)
    segment.write_bytes(b"".join(line for line in lines if b"Udsat" not in line))
    opened = looked_at(tmp_path, planned)
    assert opened.meeting.item("p4").decision == ""
    assert opened.notices[-1].endswith("Se efter i det, der blev skrevet sidst.")


def test_a_hole_of_zeros_before_good_lines_is_told(tmp_path: Path, planned: Agenda, now: OpenMeeting) -> None:
    [segment] = now.segments
    data = segment.read_bytes()
    start = data.index(b"Udsat") - 30
    segment.write_bytes(data[:start] + bytes(35) + data[start + 35 :])
    opened = looked_at(tmp_path, planned)
    assert opened.damage is not None
    assert opened.meeting.item("p2").decision == "Vedtaget enstemmigt"


def test_lines_that_stand_there_twice_do_no_harm(tmp_path: Path, planned: Agenda, now: OpenMeeting) -> None:
    [segment] = now.segments
    data = segment.read_bytes()
    segment.write_bytes(data + data)
    opened = looked_at(tmp_path, planned)
    assert opened.meeting == now.meeting
    assert opened.damage is None


def test_cells_that_make_no_sense_are_left_out_and_the_rest_is_used(
    tmp_path: Path, planned: Agenda, now: OpenMeeting
) -> None:
    now.journal._note([("punkter", ("p", 1, "Ny bro", 1), "findes_ikke", 7)])
    now.journal._note([("punkter", ("p", 1, "Ny bro", 1), "tider", [["25.99"]])])
    now.write("Til sidst", "p6", TextField.NOTES)
    opened = looked_at(tmp_path, planned)
    assert opened.meeting.item("p2").decision == "Vedtaget enstemmigt"
    assert opened.meeting.item("p6").notes == "Til sidst"


def test_what_would_steer_a_terminal_is_cleaned(tmp_path: Path, planned: Agenda, now: OpenMeeting) -> None:
    now.write("\x1b]52;c;aGVq\x07Ja")
    assert looked_at(tmp_path, planned).meeting.item("p2").decision == "]52;c;aGVqJa"


@pytest.mark.parametrize("data", [b"", b"\0" * 500, b"\n\n\n", b"00000000 1 1 hoved {}\n", b"\xff\xfe" * 99])
def test_a_file_with_nothing_in_it_is_as_if_it_were_not_there(
    tmp_path: Path, planned: Agenda, now: OpenMeeting, data: bytes
) -> None:
    [segment] = now.segments
    segment.write_bytes(data)
    opened = looked_at(tmp_path, planned)
    assert opened.meeting.item("p2").decision == ""
    assert opened.foreign is None
