"""The commands about documents and house styles."""

from __future__ import annotations

import tomllib
from datetime import datetime
from pathlib import Path

import pytest

from referent.cli import run
from referent.files.history import History, history
from referent.files.holder import Holder
from referent.files.layout_file import layout_names, read_layout
from referent.files.lock import MeetingLock
from tests.word.plain import plain_document

AGENDA = """
udvalg = "Forum"
dato = 2026-11-26
{more}
[[punkter]]
titel = "Et åbent punkt"
sagsfremstilling = "Personnummer 010190-1234."
[[punkter]]
titel = "Et lukket punkt"
lukket = true
"""


@pytest.fixture
def agenda(tmp_path: Path) -> Path:
    path = tmp_path / "moede.toml"
    path.write_text(AGENDA.format(more=""), encoding="utf-8")
    return path


def test_the_house_styles_are_listed_with_what_is_particular(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["husstile"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == list(layout_names())
    assert all(len(line.split()) > 3 for line in lines)


@pytest.mark.parametrize("name", layout_names())
def test_a_house_style_is_shown_as_a_file_to_start_from(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["husstil", name]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("# Husstilen")
    copy = tmp_path / "vores.toml"
    copy.write_text(shown, encoding="utf-8")
    assert read_layout(copy).description == tomllib.loads(shown)["beskrivelse"]


def test_an_unknown_house_style_names_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["husstil", "vst"]) == 2
    assert "Mente du »vest«?" in capsys.readouterr().err


@pytest.mark.parametrize("format", ["docx", "md", "html"])
def test_the_document_is_made_in_the_format_that_is_asked_for(
    format: str, agenda: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["eksport", str(agenda), "--format", format, "--offentlig", "--punkt", "1"]) == 0
    written = Path(capsys.readouterr().out.strip())
    assert written == agenda.parent / "exports" / f"moede-punkt-1-offentlig.{format}"
    assert written.is_file()


def test_what_looks_like_a_personal_number_is_shown_masked_before_it_is_published(
    agenda: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["eksport", str(agenda), "--offentlig", "--dagsorden"]) == 0
    said = capsys.readouterr().err
    assert "010190-" in said
    assert "1234" not in said


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--punkt", "9"], "9"),
        (["--punkt", "1b"], "punkt 1b"),
        (["--punkt", "../1"], "--punkt"),
        (["--punkt", "1", "--dagsorden"], "dagsorden"),
        (["--format", "odt"], "docx, pdf, md, html"),
        (["--format", "md", "--ud", "x.docx"], "skal ende på .md"),
    ],
)
def test_a_call_that_makes_no_sense_is_refused(
    arguments: list[str], said: str, agenda: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["eksport", str(agenda), *arguments]) == 2
    assert said in capsys.readouterr().err


def test_a_pdf_without_libreoffice_is_a_fault_in_one_line(agenda: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["eksport", str(agenda), "--format", "pdf"]) == 1
    assert capsys.readouterr().err.startswith("Fejl: LibreOffice findes ikke")


def test_the_earlier_records_are_listed_and_one_of_them_put_back(
    agenda: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    record = agenda.with_name("moede.referat.toml")
    earlier = b'dagsorden = "moede.toml"\n[[punkter]]\npunkt = 1\nbeslutning = "Tidligere."\n'
    record.write_bytes(b"# nu\n")
    assert run(["historik", str(agenda)]) == 0
    assert "ingen tidligere udgaver" in capsys.readouterr().out
    History(record).keep(earlier, datetime(2026, 11, 26, 14, 5, 9))
    assert run(["historik", str(agenda)]) == 0
    assert capsys.readouterr().out.splitlines()[1] == "  1  26-11-2026 kl. 14.05.09"
    assert run(["historik", str(agenda), "--hent", "1"]) == 0
    assert record.read_bytes() == earlier
    assert {entry.path.read_bytes() for entry in history(agenda)} == {earlier, b"# nu\n"}
    assert run(["historik", str(agenda), "--hent", "9"]) == 2


def test_an_earlier_record_is_not_put_under_an_open_meeting(agenda: Path, capsys: pytest.CaptureFixture[str]) -> None:
    record = agenda.with_name("moede.referat.toml")
    record.write_bytes(b"# nu\n")
    History(record).keep(b"# da\n", datetime(2026, 11, 26, 14, 5, 9))
    lock = MeetingLock(record)
    lock.take(Holder.unknown())
    try:
        assert run(["historik", str(agenda), "--hent", "1"]) == 1
    finally:
        lock.release()
    assert "åbent i et andet vindue" in capsys.readouterr().err
    assert record.read_bytes() == b"# nu\n"


def test_our_own_document_is_checked_and_found_in_order(agenda: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["eksport", str(agenda)])
    written = capsys.readouterr().out.strip()
    assert run(["tjek", written]) == 0
    assert capsys.readouterr().out == f"{written}: i orden\n"


def test_what_keeps_readers_out_of_a_document_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "andres.docx"
    document = plain_document()
    document.add_heading("Punktet", level=3)
    document.save(str(path))
    assert run(["tjek", str(path)]) == 1
    said = capsys.readouterr().out
    assert said.count("Fejl: ") >= 1
    assert "overskrift" in said.casefold()


def test_what_is_no_word_document_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "ikke.docx"
    path.write_bytes(b"PK nej")
    assert run(["tjek", str(path)]) == 1
    assert capsys.readouterr().out.startswith(f"Fejl: {path}: ")


def test_a_template_that_is_not_there_is_one_warning(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "moede.toml"
    path.write_text(AGENDA.format(more='skabelon = "findes-ikke.docx"'), encoding="utf-8")
    assert run(["tjek", str(path)]) == 0
    assert capsys.readouterr().out.count("Advarsel: ") == 1


def test_a_template_that_cannot_be_used_is_a_warning(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "moede.toml"
    path.write_text(AGENDA.format(more='skabelon = "brev.docx"'), encoding="utf-8")
    (tmp_path / "brev.docx").write_bytes(b"PK nej")
    assert run(["tjek", str(path)]) == 0
    assert "Advarsel: " in capsys.readouterr().out


def test_of_the_placeholders_of_a_template_only_unknown_ones_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    letter = plain_document()
    letter.add_paragraph("{{titel}} {{dato}} {{lang_dato}} {{sted}} {{udvalg}} {{noget}}")
    letter.add_paragraph("{{indhold}}")
    letter.save(str(tmp_path / "brev.docx"))
    path = tmp_path / "moede.toml"
    path.write_text(AGENDA.format(more='skabelon = "brev.docx"'), encoding="utf-8")
    run(["tjek", str(path)])
    (warning,) = [line for line in capsys.readouterr().out.splitlines() if "pladsholder" in line]
    assert "{{noget}} er ikke" in warning


def test_the_faults_of_an_own_house_style_are_faults_of_the_agenda(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "moede.toml"
    path.write_text(AGENDA.format(more='layout = "vores.toml"'), encoding="utf-8")
    style = tmp_path / "vores.toml"
    run(["husstil", "standard"])
    standard = capsys.readouterr().out
    style.write_text(standard, encoding="utf-8")
    assert run(["tjek", str(path)]) == 0
    style.write_text(standard.replace('farve = "1F3864"', 'farve = "blaa"'), encoding="utf-8")
    capsys.readouterr()
    assert run(["tjek", str(path)]) == 1
    assert "udseende.farve" in capsys.readouterr().out
