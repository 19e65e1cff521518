"""What a record says, also after a person edited it or the agenda."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest

from referent.beside import record_path
from referent.domain.agenda import Participant
from referent.domain.attendance import Attendance, Status
from referent.domain.decisions import ActionItem, Vote
from referent.domain.item import Outcome
from referent.domain.meeting import Meeting
from referent.domain.stopwatch import Span
from referent.files.faults import FileFaults
from tests.files.examples import AGENDA, agenda, at
from tests.records import read_record


def read(folder: Path, text: str, agenda_text: str = AGENDA) -> Meeting:
    path = folder / "mode.referat.toml"
    path.write_text(text, encoding="utf-8")
    return read_record(path, agenda(folder, agenda_text))


def test_the_record_lies_beside_the_agenda() -> None:
    assert record_path(Path("agendas/2026-x.toml")) == Path("agendas/2026-x.referat.toml")


def test_without_a_record_nothing_has_happened(tmp_path: Path) -> None:
    planned = agenda(tmp_path)
    assert read_record(tmp_path / "mode.referat.toml", planned) == Meeting.planned(planned)


def test_what_every_key_says_is_kept(tmp_path: Path) -> None:
    meeting = read(
        tmp_path,
        """dagsorden = "mode.toml"
startet = 2026-11-26T13:01:30
sluttet = "15.00"
godkendt = 2027-01-05
pauser = [["14.00", "14.10.05"]]
[[deltagere]]
navn = "Ida Lund"
status = "udeblevet"
suppleant = "Per"
[[deltagere]]
navn = "Bo Krogh"
status = "til stede"
kom = ["13.10"]
gik = [14:20:00, "14.40"]
note = "pr. telefon"
[[punkter]]
punkt = 1
titel = "Ny bro"
tider = [["13.05", "13.20.30"], ["14.50"]]
gaester = []
status = "udsat"
beslutning = "Ja"
referat = "Der blev talt"
noter = "Husk"
afstemning = { for = ["A", "V"], imod = 2 }
mindretal = "Nej"
inhabile = ["Bo Krogh (2)"]
ude = ["bo krogh"]
opgaver = [{ opgave = "Ring", ansvarlig = "Bo", frist = "01-12-2026" }, "Skriv"]
""",
    )
    assert (meeting.started_at, meeting.closed_at) == (at(13, 1, 30), at(15, 0))
    assert (meeting.approved_on, meeting.pauses) == (date(2027, 1, 5), (Span(at(14, 0), at(14, 10, 5)),))
    assert meeting.attendance == (
        Attendance("d2", Status.ABSENT, substitute="Per"),
        Attendance("d1", Status.PRESENT, (at(13, 10),), (at(14, 20), at(14, 40)), note="pr. telefon"),
    )
    item = meeting.item("p2")
    assert item.spans == (Span(at(13, 5), at(13, 20, 30)), Span(at(14, 50)))
    assert (item.guests, item.outcome) == ((), Outcome.PUT_OFF)
    assert (item.decision, item.discussion, item.notes, item.dissent) == ("Ja", "Der blev talt", "Husk", "Nej")
    assert item.vote == Vote(("A", "V"), 2, ())
    assert (item.recused, item.outside) == (("d4",), ("d1",))
    assert item.actions == (ActionItem("Ring", "Bo", date(2026, 12, 1)), ActionItem("Skriv"))


def test_times_after_midnight_lie_on_the_next_day(tmp_path: Path) -> None:
    meeting = read(
        tmp_path,
        'startet = 2026-11-26T22:00:00\nsluttet = "01.00"\n'
        '[[punkter]]\npunkt = 1\ntider = [["23.50", "00.10"], ["00.20", "00.30"]]\n',
    )
    assert meeting.closed_at == datetime(2026, 11, 27, 1)
    assert meeting.item("p2").spans[0] == Span(at(23, 50), datetime(2026, 11, 27, 0, 10))
    assert meeting.item("p2").spans[1].start == datetime(2026, 11, 27, 0, 20)


def test_times_just_before_the_start_lie_on_the_same_day(tmp_path: Path) -> None:
    meeting = read(tmp_path, 'startet = 2026-11-26T13:01:30\n[[punkter]]\npunkt = 1\ntider = [["13.00", "13.10"]]\n')
    assert meeting.item("p2").spans == (Span(at(13, 0), at(13, 10)),)


def test_times_of_a_rehearsal_lie_on_its_own_day(tmp_path: Path) -> None:
    meeting = read(tmp_path, 'startet = 2026-11-20T09:00:00\n[[punkter]]\npunkt = 1\ntider = [["09.00"]]\n')
    assert meeting.item("p2").spans == (Span(datetime(2026, 11, 20, 9)),)


def test_an_end_without_seconds_in_the_minute_of_the_start_is_no_day_later(tmp_path: Path) -> None:
    meeting = read(tmp_path, '[[punkter]]\npunkt = 1\ntider = ["13.00.31", "13.00"]\n')
    assert meeting.item("p2").spans == (Span(at(13, 0, 31), at(13, 0, 31)),)


def test_an_end_before_its_start_is_a_fault_on_its_line(tmp_path: Path) -> None:
    with pytest.raises(FileFaults) as caught:
        read(tmp_path, '[[punkter]]\npunkt = 1\ntider = [\n["13.20", "13.00"],\n]\n')
    (fault,) = caught.value.faults
    assert (fault.line, fault.key, fault.message) == (4, "punkter[1].tider[1]", "Sluttiden ligger før starttiden.")


def test_an_item_that_was_taken_counts_as_treated_and_one_that_runs_does_not(tmp_path: Path) -> None:
    meeting = read(
        tmp_path, '[[punkter]]\npunkt = 1\ntider = [["13.00", "13.10"]]\n[[punkter]]\npunkt = 2\ntider = [["13.10"]]\n'
    )
    assert (meeting.item("p2").outcome, meeting.item("p4").outcome) == (Outcome.TREATED, Outcome.OPEN)
    assert meeting.running is meeting.item("p4")


def decisions(meeting: Meeting) -> dict[str, str]:
    return {item.id: item.decision for item in meeting.items if item.decision}


def test_an_item_that_was_moved_is_found_by_its_title(tmp_path: Path) -> None:
    assert decisions(read(tmp_path, '[[punkter]]\npunkt = 9\ntitel = "Ny  BRO"\nbeslutning = "x"\n')) == {"p2": "x"}


def test_an_item_that_was_renamed_is_found_by_its_number(tmp_path: Path) -> None:
    assert decisions(read(tmp_path, '[[punkter]]\npunkt = 1\ntitel = "Gammel bro"\nbeslutning = "x"\n')) == {"p2": "x"}


def test_a_number_and_title_together_count_more_than_either(tmp_path: Path) -> None:
    text = "".join(
        f'[[punkter]]\npunkt = {number}\ntitel = "Orientering"\nbeslutning = "{text}"\n'
        for number, text in ((3, "x"), (2, "y"))
    )
    assert decisions(read(tmp_path, text)) == {"p6": "x", "p4": "y"}


def test_unnumbered_items_with_the_same_title_are_told_apart_by_their_order(tmp_path: Path) -> None:
    text = '[[punkter]]\ntitel = "Pause"\nnoter = "x"\n[[punkter]]\ntitel = "Pause"\nnoter = "y"\n'
    meeting = read(tmp_path, text)
    assert (meeting.item("p3").notes, meeting.item("p5").notes) == ("x", "y")


def test_text_of_an_item_that_is_on_the_agenda_no_more_is_kept_in_an_added_one(tmp_path: Path) -> None:
    meeting = read(tmp_path, '[[punkter]]\npunkt = 99\ntitel = "Slettet punkt"\nbeslutning = "x"\n')
    last = meeting.items[-1]
    assert (last.id, last.is_added, last.planned.title, last.decision) == ("added-item-1", True, "Slettet punkt", "x")


@pytest.mark.parametrize("after", ['"Ny bro"', "1"])
def test_an_item_added_by_hand_stands_where_it_says(tmp_path: Path, after: str) -> None:
    meeting = read(tmp_path, f'[[punkter]]\ntitel = "Hastesag"\npunkt = 4\nny = true\nefter = {after}\n')
    assert [item.id for item in meeting.items][:3] == ["p1", "p2", "added-item-1"]
    assert meeting.item("added-item-1").planned.number == 4


def test_a_name_that_is_not_on_the_agenda_is_someone_who_turned_up(tmp_path: Path) -> None:
    meeting = read(tmp_path, '[[deltagere]]\nnavn = "Eva"\nstatus = "til stede"\n')
    assert meeting.added_people == (Participant("added-person-1", "Eva"),)
    assert meeting.attendance == (Attendance("added-person-1", Status.PRESENT),)


def test_the_nth_entry_with_a_name_is_the_nth_person_with_it(tmp_path: Path) -> None:
    meeting = read(tmp_path, '[[deltagere]]\nnavn = "Bo Krogh"\n[[deltagere]]\nnavn = "Bo Krogh"\nstatus = "afbud"\n')
    assert meeting.attendance == (Attendance("d1"), Attendance("d4", Status.APOLOGIES))


def test_an_entry_for_a_vacant_seat_is_passed_over(tmp_path: Path) -> None:
    meeting = read(tmp_path, '[[deltagere]]\nnavn = "Vakant"\nstatus = "fraværende"\n')
    assert (meeting.attendance, meeting.added_people) == ((), ())


def test_apologies_given_beforehand_stand_where_the_record_names_no_status(tmp_path: Path) -> None:
    assert read(tmp_path, '[[deltagere]]\nnavn = "Ida Lund"\nnote = "rejse"\n').attendance[0].status is Status.APOLOGIES


def test_a_recused_name_that_no_list_holds_is_put_in_the_notes(tmp_path: Path) -> None:
    meeting = read(tmp_path, '[[punkter]]\npunkt = 1\nnoter = "Husk"\ninhabile = ["Eva"]\n')
    assert meeting.item("p2").notes == "Husk\nInhabil, men ikke blandt deltagerne: Eva"
    assert meeting.item("p2").recused == ()


def test_who_was_found_not_to_be_inhabil_is_read(tmp_path: Path) -> None:
    meeting = read(tmp_path, '[[punkter]]\npunkt = 1\nikke_inhabile = ["Bo Krogh", "Eva"]\n')
    assert meeting.item("p2").cleared == ("d1",)
    assert meeting.item("p2").notes == "Fundet ikke inhabil, men ikke blandt deltagerne: Eva"


def test_all_faults_come_at_once(tmp_path: Path) -> None:
    text = """startett = 1
[[deltagere]]
navn = "Bo Krogh"
status = "syg"
[[punkter]]
beslutning = 3
[[punkter]]
punkt = 1
tider = [["x"]]
afstemning = { for = -1 }
"""
    with pytest.raises(FileFaults) as caught:
        read(tmp_path, text)
    assert [fault.key for fault in caught.value.faults] == [
        "startett",
        "deltagere[1].status",
        "punkter[1].beslutning",
        "punkter[2].tider[1]",
        "punkter[2].afstemning.for",
    ]


def test_an_entry_that_names_no_item_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(FileFaults, match="Mangler punkt eller titel"):
        read(tmp_path, '[[punkter]]\nbeslutning = "x"\n')
