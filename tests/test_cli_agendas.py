"""`referent tjek` and `referent eksport`: what is printed about agendas, records and documents, and the exit code."""

from __future__ import annotations

import re
from pathlib import Path

import docx
import pytest

from referent import reading
from referent.cli import run
from tests.agendas import MINIMAL, ROOT, SAMPLES, write

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def agenda(tmp_path: Path) -> Path:
    return write(tmp_path / "agendas" / "moede.toml", MINIMAL + '[[punkter]]\ntitel = "Ét punkt"\n')


# Checking


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_our_own_sample_agendas_are_in_order_without_a_warning(sample: Path, capsys: Capture) -> None:
    assert run(["tjek", str(sample)]) == 0
    assert capsys.readouterr().out == f"{sample}: i orden\n"


def test_there_are_sample_agendas() -> None:
    assert len(SAMPLES) >= 2


def test_every_fault_is_told_with_its_line_and_summed_up(tmp_path: Path, capsys: Capture) -> None:
    agenda = write(tmp_path / "x.toml", 'udvlg = "Forum"\ndato = "i morgen"\n')
    assert run(["tjek", str(agenda)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[-1] == f"{agenda}: {len(lines) - 1} fejl"
    assert any(line.startswith(f"Fejl: {agenda}:1: ") and "udvalg" in line for line in lines)
    assert any(line.startswith(f"Fejl: {agenda}:2: dato") for line in lines)


def test_warnings_alone_are_in_order(tmp_path: Path, capsys: Capture) -> None:
    agenda = write(tmp_path / "x.toml", 'layout = "vets"\n' + MINIMAL)
    assert run(["tjek", str(agenda)]) == 0
    warning, summary = capsys.readouterr().out.splitlines()
    assert warning.startswith(f"Advarsel: {agenda}:1: layout: ")
    assert summary == f"{agenda}: i orden, 1 advarsel"


def test_each_of_several_files_is_checked_though_the_first_has_faults(
    agenda: Path, tmp_path: Path, capsys: Capture
) -> None:
    missing = tmp_path / "væk.toml"
    assert run(["tjek", str(missing), str(agenda)]) == 1
    assert capsys.readouterr().out.splitlines() == [
        f"Fejl: {missing}: Filen findes ikke.",
        f"{missing}: 1 fejl",
        f"{agenda}: i orden",
    ]


@pytest.mark.parametrize("command", ["tjek", "eksport"])
def test_a_folder_is_no_agenda(command: str, tmp_path: Path, capsys: Capture) -> None:
    assert run([command, str(tmp_path)]) == 1
    printed = capsys.readouterr()
    assert "Det er ikke en almindelig fil." in printed.out + printed.err


@pytest.mark.parametrize("command", ["tjek", "eksport"])
def test_the_record_given_for_the_agenda_names_the_agenda(command: str, agenda: Path, capsys: Capture) -> None:
    record = agenda.with_name("moede.referat.toml")
    assert run([command, str(record)]) == 1
    assert f"Skriv {agenda} i stedet." in capsys.readouterr().err


MALFORMED = [
    b"",
    b"\x00",
    b"\xff\xfeu\x00d\x00",
    b"\xfe\xff\x00u\x00d",
    'udvalg = "Råd"'.encode("cp1252"),
    b"udvalg",
    b"udvalg =",
    b"= 3",
    b'udvalg = "uden slut',
    b'udvalg = """uden slut',
    b"udvalg = 3\ndato = 4",
    b"dato = 2026-13-45",
    b"dato = 2026-11-26\ndato = 2026-11-26",
    b"[[punkter]]\n[punkter]",
    b"punkter = 3",
    b"punkter = [3, [], {}]",
    b"deltagere = [{}]",
    b"[" * 4000,
    b"a = " + b"[" * 4000,
    b"a = " + b"{a=" * 3000,
    b".".join([b"a"] * 5000) + b" = 1",
    b"x = 9" + b"9" * 5000,
    b'udvalg = "\\ud800"',
    b'udvalg = "\x1b]52;c;aGVq\x07"',
    b"start = 99.99\nslut = 1e400\nnummer_fra = nan",
    MINIMAL.encode() + b'[[punkter]]\ntitel = "a"\ntid = "25.00-99.99"',
    MINIMAL.encode() + b'[[punkter]]\ntitel = "a"\nvarighed = 99999999999999999999',
    MINIMAL.encode() + b"nummer_fra = 99999999999999999999999999",
]


@pytest.mark.parametrize("command", ["tjek", "eksport"])
def test_a_malformed_agenda_is_told_in_danish_and_never_a_traceback(
    command: str, tmp_path: Path, capsys: Capture
) -> None:
    agenda = tmp_path / "x.toml"
    for content in MALFORMED:
        case = content[:60]
        agenda.write_bytes(content)
        assert run([command, str(agenda)]) == 1, case
        printed = capsys.readouterr()
        told = printed.out + printed.err
        assert told.startswith("Fejl: "), case
        assert "uventet" not in told, case
        assert "Traceback" not in told, case
        assert not set(told) & set(map(chr, range(0x20))) - {"\n"}, case


def test_an_unreadable_agenda_is_told(agenda: Path, capsys: Capture) -> None:
    agenda.unlink()
    agenda.symlink_to(agenda)
    assert run(["tjek", str(agenda)]) == 1
    assert str(agenda) in capsys.readouterr().out


# Exporting


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_a_sample_becomes_a_document_with_every_item_in_it(sample: Path, tmp_path: Path, capsys: Capture) -> None:
    target = tmp_path / "referat.docx"
    assert run(["eksport", str(sample), "--ud", str(target)]) == 0
    printed = capsys.readouterr()
    assert printed.out == f"{target}\n"
    assert "det planlagte møde er skrevet" in printed.err
    text = "\n".join(paragraph.text for paragraph in docx.Document(str(target)).paragraphs)
    meeting = reading.read_meeting(sample).meeting
    assert meeting.items
    for item in meeting.items:
        assert item.planned.title in text


def test_the_document_lies_in_exports_beside_agendas_and_replaces_its_earlier_self(
    agenda: Path, capsys: Capture
) -> None:
    expected = agenda.parent.parent / "exports" / "moede.docx"
    for _ in range(2):
        assert run(["eksport", str(agenda)]) == 0
        assert capsys.readouterr().out == f"{expected}\n"
    assert expected.is_file()
    assert [path.name for path in expected.parent.iterdir()] == ["moede.docx"]


@pytest.mark.parametrize("ending", ["", "/"])
def test_out_may_be_a_folder(ending: str, agenda: Path, tmp_path: Path, capsys: Capture) -> None:
    folder = tmp_path / "her"
    if not ending:
        folder.mkdir()
    assert run(["eksport", str(agenda), "--ud", f"{folder}{ending}"]) == 0
    assert capsys.readouterr().out == f"{folder / 'moede.docx'}\n"


def test_a_document_is_never_written_over_the_agenda(agenda: Path, capsys: Capture) -> None:
    before = agenda.read_bytes()
    assert run(["eksport", str(agenda), "--ud", str(agenda)]) == 2
    assert "skal ende på .docx" in capsys.readouterr().err
    assert agenda.read_bytes() == before


def test_what_was_written_at_the_meeting_is_in_the_document_and_what_is_missing_is_told(
    agenda: Path, tmp_path: Path, capsys: Capture
) -> None:
    write(
        agenda,
        MINIMAL + '[[deltagere]]\nnavn = "Anna Ask"\n[[punkter]]\ntitel = "Et"\n[[punkter]]\ntitel = "To"\n',
    )
    write(
        agenda.with_name("moede.referat.toml"),
        'dagsorden = "moede.toml"\nstartet = 2026-11-26T13:00:00\nsluttet = 2026-11-26T14:00:00\n'
        '[[punkter]]\npunkt = 1\ntitel = "Et"\nbeslutning = "Godkendt med bemærkning."\nnoter = "hemmeligt"\n',
    )
    assert run(["eksport", str(agenda)]) == 0
    printed = capsys.readouterr()
    assert "Det mangler endnu svar:" in printed.err
    assert "Anna Ask" in printed.err
    text = "\n".join(paragraph.text for paragraph in docx.Document(printed.out.strip()).paragraphs)
    assert "Godkendt med bemærkning." in text
    assert "hemmeligt" not in text


def test_a_faulty_record_is_told_and_no_document_made(agenda: Path, capsys: Capture) -> None:
    record = write(agenda.with_name("moede.referat.toml"), "startet = 3\n")
    assert run(["eksport", str(agenda)]) == 1
    assert f"{record}:1" in capsys.readouterr().err
    assert not (agenda.parent.parent / "exports").exists()


def test_an_unknown_house_style_of_the_agenda_is_a_warning(agenda: Path, capsys: Capture) -> None:
    write(agenda, 'layout = "vets"\n' + MINIMAL)
    assert run(["eksport", str(agenda)]) == 0
    assert "Advarsel: Husstilen »vets« findes ikke." in capsys.readouterr().err


def test_an_unknown_house_style_of_the_call_is_a_wrong_call(agenda: Path, capsys: Capture) -> None:
    assert run(["eksport", str(agenda), "--layout", "standrad"]) == 2
    printed = capsys.readouterr()
    assert "Mente du »standard«?" in printed.err
    assert printed.out == ""


def test_a_house_style_of_ones_own_is_found_from_where_one_stands(
    agenda: Path, tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    source = ROOT / "referent" / "layouts" / "standard.toml"
    write(tmp_path / "vores.toml", source.read_text(encoding="utf-8"))
    assert run(["eksport", str(agenda), "--layout", "vores.toml"]) == 0
    assert capsys.readouterr().out.endswith("moede.docx\n")


def test_a_place_that_cannot_be_written_to_is_told_in_danish(agenda: Path, tmp_path: Path, capsys: Capture) -> None:
    write(tmp_path / "fil", "")
    assert run(["eksport", str(agenda), "--ud", str(tmp_path / "fil" / "x.docx")]) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "en fil" in printed.err
    assert str(tmp_path / "fil") in printed.err


def test_what_nobody_expected_is_one_danish_line_without_text_from_the_meeting(
    agenda: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: Path) -> None:
        raise KeyError("010203-1234")

    monkeypatch.setattr(reading, "read_meeting", fail)
    assert run(["eksport", str(agenda)]) == 1
    printed = capsys.readouterr()
    assert re.fullmatch(r"Der skete en uventet fejl \(KeyError i referent/commands\.py:\d+\)\..*\n", printed.err)
