"""A meeting becomes a document on the disk, in the edition and format that is asked for."""

from __future__ import annotations

import zipfile
from pathlib import Path

import docx
import pytest

from referent.domain.decisions import TextField
from referent.domain.meeting import Meeting
from referent.exporting import Exported, Format, export, target_of
from referent.files.agenda_file import read_agenda
from referent.files.layout_file import load_layout
from referent.minutes.editions import Edition
from referent.ports import ExportFailed
from tests.word.plain import plain_document

AGENDA = """
udvalg = "Forum"
dato = 2026-11-26
{more}
[[punkter]]
titel = "Et åbent punkt"
sagsfremstilling = "Sagen."
[[punkter]]
titel = "Et lukket punkt"
lukket = true
sagsfremstilling = "Hemmeligheden."
"""


@pytest.fixture
def agenda(tmp_path: Path) -> Path:
    return _written(tmp_path, "")


def _written(folder: Path, more: str) -> Path:
    path = folder / "agendas" / "moede.toml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(AGENDA.format(more=more), encoding="utf-8")
    return path


def _export(agenda: Path, edition: Edition | None = None, format: Format = Format.DOCX, decision: str = "") -> Exported:
    edition = edition or Edition()
    meeting = Meeting.planned(read_agenda(agenda))
    meeting = meeting.write(meeting.items[0].id, TextField.DECISION, decision)
    target = target_of(agenda, edition, format)
    return export(meeting, load_layout("standard"), agenda, target, edition, format)


def _text(path: Path) -> str:
    return "\n".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs)


@pytest.mark.parametrize(
    ("edition", "format", "name"),
    [
        (Edition(), Format.DOCX, "moede.docx"),
        (Edition(is_public=True), Format.DOCX, "moede-offentlig.docx"),
        (Edition(item_number=1), Format.MARKDOWN, "moede-punkt-1.md"),
        (Edition(is_agenda=True), Format.HTML, "moede-dagsorden.html"),
    ],
)
def test_each_edition_and_format_has_a_name_of_its_own(
    agenda: Path, edition: Edition, format: Format, name: str
) -> None:
    exported = _export(agenda, edition, format)
    assert exported == Exported(agenda.parent.parent / "exports" / name)
    assert exported.path.is_file()


def test_the_public_edition_leaves_the_closed_item_out_in_every_format(agenda: Path) -> None:
    for format in (Format.MARKDOWN, Format.HTML):
        published = _export(agenda, Edition(is_public=True), format).path.read_text(encoding="utf-8")
        assert "Et lukket punkt" in published
        assert "Hemmeligheden" not in published
        assert "Hemmeligheden" in _export(agenda, format=format).path.read_text(encoding="utf-8")


@pytest.mark.parametrize("format", [Format.DOCX, Format.MARKDOWN, Format.HTML])
def test_a_document_made_again_takes_the_place_of_our_own_earlier_work(agenda: Path, format: Format) -> None:
    first = _export(agenda, format=format, decision="Først.")
    second = _export(agenda, format=format, decision="Siden.")
    assert second == first
    assert list(first.path.parent.iterdir()) == [first.path]


def test_a_document_changed_by_hand_stays_and_ours_goes_beside_it(agenda: Path) -> None:
    path = _export(agenda, decision="Først.").path
    by_hand = docx.Document(str(path))
    by_hand.add_paragraph("Rettet i hånden.")
    by_hand.save(str(path))
    exported = _export(agenda, decision="Siden.")
    assert exported.path.name == "moede (2).docx"
    assert exported.notes == (
        "moede.docx er ændret af andre end os, siden den blev skrevet, og er ikke rørt. Det nye er moede (2).docx.",
    )
    assert "Rettet i hånden." in _text(path)
    assert "Siden." in _text(exported.path)
    assert _export(agenda, decision="Igen.").path == exported.path


def test_a_file_of_somebody_elses_is_not_overwritten(agenda: Path) -> None:
    path = target_of(agenda, Edition(), Format.MARKDOWN)
    path.parent.mkdir()
    path.write_text("Mine egne noter", encoding="utf-8")
    assert _export(agenda, format=Format.MARKDOWN).path.name == "moede (2).md"
    assert path.read_text(encoding="utf-8") == "Mine egne noter"


def test_where_nothing_can_be_written_nothing_half_written_is_left(agenda: Path) -> None:
    in_the_way = agenda.parent.parent / "exports"
    in_the_way.write_text("", encoding="utf-8")
    with pytest.raises(OSError, match="exports"):
        _export(agenda)
    assert sorted(path.name for path in agenda.parent.parent.rglob("*")) == ["agendas", "exports", "moede.toml"]


def test_a_template_gives_its_letterhead(tmp_path: Path) -> None:
    template = plain_document()
    template.add_paragraph("Brevhoved for {{udvalg}}")
    template.save(str(tmp_path / "brevpapir.docx"))
    exported = _export(_written(tmp_path, 'skabelon = "../brevpapir.docx"'), decision="Vedtaget.")
    assert exported.notes == ()
    assert "Brevhoved for Forum" in _text(exported.path)
    assert "Vedtaget." in _text(exported.path)


def test_a_template_that_cannot_be_used_is_told_and_done_without(tmp_path: Path) -> None:
    exported = _export(_written(tmp_path, 'skabelon = "findes-ikke.docx"'), decision="Vedtaget.")
    (note,) = exported.notes
    assert note.startswith("Dokumentet er skrevet uden skabelon. Skabelonen kan ikke læses.")
    assert "Vedtaget." in _text(exported.path)


def test_a_pdf_without_libreoffice_is_refused_in_danish(agenda: Path) -> None:
    with pytest.raises(ExportFailed, match="LibreOffice findes ikke"):
        _export(agenda, format=Format.PDF)
    assert not (agenda.parent.parent / "exports").exists()


def test_the_document_says_nothing_of_where_it_was_made(agenda: Path) -> None:
    with zipfile.ZipFile(_export(agenda).path) as package:
        content = b"".join(package.read(name) for name in package.namelist())
    assert str(agenda.parent).encode() not in content
