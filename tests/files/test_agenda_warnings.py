"""What looks wrong with an agenda that can be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from referent.files.agenda_warnings import check_agenda
from tests.files.examples import write_agenda

HEAD = 'udvalg = "Havneudvalget"\ndato = 2026-11-26\nstart = "13.00"\nslut = "14.00"\n'


def warned(folder: Path, text: str) -> list[str]:
    checked = check_agenda(write_agenda(folder, HEAD + text), {"standard", "vest"})
    assert checked.faults == ()
    assert checked.agenda is not None
    return [f"{fault.line}: {fault.key}: {fault.message}" for fault in checked.warnings]


def items(*slots: str) -> str:
    return "".join(f'[[punkter]]\ntitel = "a"\n{slot}\n' for slot in slots)


def test_a_plain_agenda_has_nothing_to_warn_of(tmp_path: Path) -> None:
    assert warned(tmp_path, items('tid = "13.00-13.30"', 'tid = "13.30-14.00"')) == []


def test_slots_that_overlap_are_told_with_both_times(tmp_path: Path) -> None:
    assert warned(tmp_path, items('tid = "13.00-13.30"', 'tid = "13.20-13.40"')) == [
        "10: punkter[2].tid: Begynder kl. 13.20, før punktet før slutter kl. 13.30."
    ]


def test_a_hole_between_two_slots_is_told(tmp_path: Path) -> None:
    (warning,) = warned(tmp_path, items('tid = "13.00-13.15"', 'tid = "13.20-13.40"'))
    assert warning.startswith("10: punkter[2].tid: Der er 5 minutters hul")


@pytest.mark.parametrize("between", ["varighed = 5", 'type = "pause"'])
def test_a_hole_that_something_fills_is_none(tmp_path: Path, between: str) -> None:
    assert warned(tmp_path, items('tid = "13.00-13.15"', between, 'tid = "13.20-13.40"')) == []


def test_slots_past_midnight_neither_overlap_nor_leave_a_hole(tmp_path: Path) -> None:
    text = 'udvalg = "x"\ndato = 2026-11-26\n' + items('tid = "23.30-00.10"', 'tid = "00.10-00.40"')
    assert check_agenda(write_agenda(tmp_path, text), {"standard"}).warnings == ()


def test_an_item_that_wants_a_slot_where_others_have_one_is_told(tmp_path: Path) -> None:
    assert warned(tmp_path, items("varighed = 10", "", 'type = "velkomst"')) == [
        "8: punkter[2]: Punktet har ingen tid eller varighed, men det har andre."
    ]


def test_slots_that_sum_to_more_than_the_meeting_are_told(tmp_path: Path) -> None:
    assert warned(tmp_path, items("varighed = 40", "varighed = 30")) == [
        "4: slut: Punkterne varer 70 minutter i alt, men mødet kun 60."
    ]


def test_a_person_listed_twice_and_a_substitute_for_nobody_are_told_but_not_two_vacant_seats(tmp_path: Path) -> None:
    text = """[[deltagere]]
navn = "Bo"
[[deltagere]]
navn = "bo"
suppleant_for = "Ib"
[[deltagere]]
navn = "Vakant"
vakant = true
[[deltagere]]
navn = "Vakant"
vakant = true
"""
    assert warned(tmp_path, text) == [
        "8: deltagere[2].navn: »bo« står to gange blandt deltagerne.",
        "9: deltagere[2].suppleant_for: »Ib« står ikke blandt deltagerne.",
    ]


@pytest.mark.parametrize("empty", ['""', '"."', '" - "'])
def test_a_section_that_prints_nothing_is_told(tmp_path: Path, empty: str) -> None:
    text = f'[[punkter]]\ntitel = "a"\nresume = {empty}\n[[punkter.afsnit]]\noverskrift = "b"\ntekst = {empty}\n'
    assert [warning.split(": ")[1] for warning in warned(tmp_path, text)] == [
        "punkter[1].resume",
        "punkter[1].afsnit[1]",
    ]


def test_an_unknown_house_style_and_a_missing_template_are_told(tmp_path: Path) -> None:
    assert warned(tmp_path, 'layout = "vesst"\nskabelon = "brev.docx"') == [
        "5: layout: Husstilen »vesst« findes ikke. Mente du »vest«? »standard« bruges.",
        "6: skabelon: Skabelonen »brev.docx« findes ikke.",
    ]


def test_a_house_style_of_ones_own_is_looked_for_beside_the_agenda(tmp_path: Path) -> None:
    (tmp_path / "vores.toml").touch()
    (tmp_path / "brev.docx").touch()
    assert warned(tmp_path, 'layout = "vores.toml"\nskabelon = "brev.docx"') == []


def test_an_agenda_with_faults_is_reported_without_warnings(tmp_path: Path) -> None:
    checked = check_agenda(write_agenda(tmp_path, "x = 1"), set())
    assert checked.agenda is None
    assert len(checked.faults) == 3
