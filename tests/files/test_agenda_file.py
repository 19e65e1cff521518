"""An agenda file read into an agenda, or refused with everything that is wrong with it."""

from __future__ import annotations

from datetime import date, time, timedelta
from pathlib import Path

import pytest

from referent.domain.agenda import Agenda, Attachment, Invitee, ItemKind, Profile, Section, Slot
from referent.files.agenda_file import read_agenda
from referent.files.faults import FileFaults
from tests.files.examples import agenda, shared_folder, write_agenda

HEAD = 'udvalg = "Havneudvalget"\ndato = 2026-11-26\n'


def faults(folder: Path, text: str) -> list[str]:
    with pytest.raises(FileFaults) as caught:
        agenda(folder, text)
    return [f"{fault.line}: {fault.key}: {fault.message}" for fault in caught.value.faults]


def with_item(folder: Path, lines: str) -> Agenda:
    return agenda(folder, HEAD + f'[[punkter]]\ntitel = "Ny bro"\n{lines}\n')


def test_what_every_key_says_is_kept(tmp_path: Path) -> None:
    found = agenda(
        tmp_path,
        HEAD
        + """titel = "11. møde"
start = 13:00:00
slut = "15.30"
sted = "Teams"
ordstyrer = "Bo"
referent = ["Ida", "Liv"]
sagsnummer = "S-1"
nummer_fra = 7
layout = "vores.toml"
skabelon = "brev.docx"
profil = "kommune"
[[deltagere]]
navn = "Bo"
titel = "Foged"
organisation = "Havnen"
email = "bo@eksempel.dk"
gruppe = "Formænd"
rolle = "formand"
parti = "A"
stemmeret = true
afbud = true
suppleant_for = "Ida"
note = "pr. telefon"
[[punkter]]
titel = "Bro"
type = "Skriftlig  orientering"
lukket = true
titel_lukket = "En sag"
sagsnummer = "S-2"
dokumentnummer = "D-2"
indleder = "Bo"
inviterede = ["Ask", { navn = "Liv", titel = "Ingeniør" }]
resume = "a"
sagsfremstilling = "b"
indstilling = "c"
bilag = ["Kort", { titel = "Plan", dokumentnummer = "D-3", sagsnummer = "S-3", fil = "p.pdf" }]
[[punkter.afsnit]]
overskrift = "Økonomi"
tekst = "d"
""",
    )
    assert (found.body, found.date, found.title) == ("Havneudvalget", date(2026, 11, 26), "11. møde")
    assert (found.start, found.end, found.place, found.chair) == (time(13), time(15, 30), "Teams", "Bo")
    assert (found.minute_takers, found.case_number, found.profile) == (("Ida", "Liv"), "S-1", Profile.MUNICIPAL)
    assert (found.layout, found.template) == ("vores.toml", "brev.docx")
    (person,) = found.participants
    assert (person.id, person.party, person.may_vote, person.sent_apologies) == ("d1", "A", True, True)
    (item,) = found.items
    assert (item.id, item.number, item.kind) == ("p1", 7, ItemKind.WRITTEN_BRIEFING)
    assert (item.case_number, item.document_number, item.closed_title) == ("S-2", "D-2", "En sag")
    assert item.invitees == (Invitee("Ask"), Invitee("Liv", "Ingeniør"))
    assert item.sections == (Section("Økonomi", "d"),)
    assert item.attachments == (Attachment("Kort"), Attachment("Plan", "D-3", "S-3", "p.pdf"))


def test_breaks_and_unnumbered_items_take_no_number(tmp_path: Path) -> None:
    assert [item.number for item in agenda(tmp_path).items] == [None, 1, None, 2, None, 3]


def test_an_item_has_the_case_number_of_the_agenda_unless_it_gives_its_own(tmp_path: Path) -> None:
    text = HEAD + 'sagsnummer = "S-1"\n[[punkter]]\ntitel = "a"\n[[punkter]]\ntitel = "b"\nsagsnummer = "S-2"\n'
    assert [item.case_number for item in agenda(tmp_path, text).items] == ["S-1", "S-2"]


@pytest.mark.parametrize("written", ['"14.00"', '"14:00"', "14:00:00", "14.00", '"kl. 14.00"', '" 14.00 "'])
def test_a_time_may_be_written_in_many_ways(tmp_path: Path, written: str) -> None:
    assert agenda(tmp_path, HEAD + f"start = {written}").start == time(14)


@pytest.mark.parametrize("written", ["14.0", "14.5", "14.000", '"25.00"', '"14.60"', '"kl"', "14", "true"])
def test_what_is_no_time_is_a_fault(tmp_path: Path, written: str) -> None:
    (fault,) = faults(tmp_path, HEAD + f"start = {written}")
    assert fault.startswith("3: start: ")
    assert '"14.' in fault


@pytest.mark.parametrize("written", ["2026-11-26", '"26-11-2026"', '"2026-11-26"'])
def test_a_date_may_be_written_in_three_ways(tmp_path: Path, written: str) -> None:
    assert agenda(tmp_path, f'udvalg = "x"\ndato = {written}').date == date(2026, 11, 26)


@pytest.mark.parametrize("written", ['"31-02-2026"', '"i morgen"', "20261126", "0001-01-01"])
def test_what_is_no_date_is_a_fault(tmp_path: Path, written: str) -> None:
    assert faults(tmp_path, f'udvalg = "x"\ndato = {written}')[0].startswith("2: dato: ")


@pytest.mark.parametrize(
    "written", ["13.15-13.45", "13:15 – 13:45", "kl. 13.15-13.45", "13.15 — 13.45", "13.15 til 13.45"]
)
def test_a_slot_by_the_clock_takes_any_dash(tmp_path: Path, written: str) -> None:
    assert with_item(tmp_path, f'tid = "{written}"').items[0].slot == Slot(timedelta(minutes=30), time(13, 15))


def test_a_slot_may_go_past_midnight(tmp_path: Path) -> None:
    assert with_item(tmp_path, 'tid = "23.45-00.15"').items[0].slot == Slot(timedelta(minutes=30), time(23, 45))


@pytest.mark.parametrize("written", ['"13.15"', '"13.15-13.15"', '"13.45-13.15"', "13.15", '"før frokost"', '"1-2-3"'])
def test_what_is_no_slot_is_a_fault(tmp_path: Path, written: str) -> None:
    assert faults(tmp_path, HEAD + f'[[punkter]]\ntitel = "a"\ntid = {written}')[0].startswith("5: punkter[1].tid: ")


@pytest.mark.parametrize("written", ["30", '"30 min"', '"30 min."', '"30 minutter"', '"30"'])
def test_a_slot_by_length_takes_minutes(tmp_path: Path, written: str) -> None:
    assert with_item(tmp_path, f"varighed = {written}").items[0].slot == Slot(timedelta(minutes=30))


@pytest.mark.parametrize("written", ["0", "-5", "1441", "999999999999", "true", "1.5", '"lang"'])
def test_an_absurd_length_is_a_fault(tmp_path: Path, written: str) -> None:
    assert "punkter[1].varighed" in faults(tmp_path, HEAD + f'[[punkter]]\ntitel = "a"\nvarighed = {written}')[0]


def test_a_slot_both_by_the_clock_and_by_length_is_a_fault(tmp_path: Path) -> None:
    (fault,) = faults(tmp_path, HEAD + '[[punkter]]\ntitel = "a"\ntid = "13.00-14.00"\nvarighed = 30')
    assert fault == "3: punkter[1]: Skriv enten tid eller varighed, ikke begge."


def test_an_unknown_type_is_told_the_nearest_one(tmp_path: Path) -> None:
    (fault,) = faults(tmp_path, HEAD + '[[punkter]]\ntitel = "a"\ntype = "drøftelsr"')
    assert "Mente du »drøftelse«?" in fault


@pytest.mark.parametrize("written", ["nummer_fra = -1", "nummer_fra = 100001", "nummer_fra = 1.0", 'udvalgg = "x"'])
def test_other_nonsense_is_a_fault_on_its_line(tmp_path: Path, written: str) -> None:
    assert faults(tmp_path, HEAD + written)[0].startswith("3: ")


def test_required_text_must_not_be_empty(tmp_path: Path) -> None:
    found = faults(tmp_path, 'udvalg = " "\ndato = 2026-11-26\n[[punkter]]\ntitel = ""\n[[deltagere]]\nnavn = ""\n')
    assert [fault.split(": ")[1] for fault in found] == ["udvalg", "punkter[1].titel", "deltagere[1].navn"]


def test_a_title_is_on_one_line_and_clean(tmp_path: Path) -> None:
    found = agenda(tmp_path, HEAD + '[[punkter]]\ntitel = "Ny\\nbro\\u001b[2J"')
    assert found.items[0].title == "Ny bro[2J"


def test_a_thousand_items_are_numbered_and_a_million_are_refused(tmp_path: Path) -> None:
    many = '[[punkter]]\ntitel = "a"\n'
    assert agenda(tmp_path, HEAD + many * 1_000).items[-1].number == 1_000
    assert "højst have 2000" in faults(tmp_path, HEAD + many * 2_001)[0]


@pytest.mark.skipif(shared_folder() is None, reason="the five real meetings are not on this machine")
def test_the_agendas_of_the_five_real_meetings_have_no_faults() -> None:
    shared = shared_folder()
    assert shared is not None
    paths = sorted(shared.glob("seeds/*/dagsorden.toml"))
    assert len(paths) == 5
    assert all(read_agenda(path).items for path in paths)


def test_a_fault_names_the_file(tmp_path: Path) -> None:
    path = write_agenda(tmp_path, HEAD + "x = 1")
    with pytest.raises(FileFaults) as caught:
        read_agenda(path)
    assert str(caught.value).startswith(f"{path}:3: x: Ukendt nøgle »x«.")
