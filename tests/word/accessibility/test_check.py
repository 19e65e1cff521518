"""The accessibility check as a whole: our documents have no finding, and a finding says where, what and what to do."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from referent.beside import record_path
from referent.document_texts import ACCESSIBILITY, DOCUMENT_FAULTS
from referent.domain.meeting import Meeting
from referent.files.agenda_file import read_agenda
from referent.files.layout_file import layout_names, load_layout
from referent.minutes.build import build_minutes
from referent.word import render_docx
from referent.word.accessibility import Severity, check_document
from referent.word.guarded import Limits, UnreadableDocument, read_parts
from tests.files.examples import shared_folder, write_real_meeting
from tests.minutes.samples import sample_meeting
from tests.records import read_record
from tests.word.accessibility.documents import document, findings, parts_of

ROOT = Path(__file__).parents[3]
SHARED = shared_folder()
SLUGS = (
    *("vest-2025-03-12", "goedstrup-2024-03-01", "sydvestjylland-2025-05-14", "slagelse-2023-10-31"),
    "styregruppe-vest-2022-02-07",
)


def said_of(meeting: Meeting, layout: str, folder: Path) -> list[str]:
    path = folder / "x.docx"
    path.write_bytes(render_docx(replace(build_minutes(meeting, load_layout(layout)), draft="UDKAST")))
    return [str(finding) for finding in check_document(path)]


@pytest.mark.parametrize("layout", layout_names())
def test_the_sample_meeting_has_no_finding_in_any_house_style(layout: str, tmp_path: Path) -> None:
    assert said_of(sample_meeting(), layout, tmp_path) == []


@pytest.mark.parametrize("name", ["2026-11-26-sundhedsforum", "2026-12-03-kulturraad"])
def test_our_own_agendas_have_no_finding(name: str, tmp_path: Path) -> None:
    agenda = read_agenda(ROOT / "agendas" / f"{name}.toml")
    assert said_of(Meeting.planned(agenda), agenda.layout, tmp_path) == []


@pytest.mark.skipif(SHARED is None, reason="the five meetings do not lie beside the repository")
@pytest.mark.parametrize("slug", SLUGS)
def test_the_five_real_meetings_have_no_finding_in_their_own_house_style(slug: str, tmp_path: Path) -> None:
    assert SHARED is not None
    agenda = write_real_meeting(SHARED, slug, tmp_path)
    meeting = read_record(record_path(agenda), read_agenda(agenda))
    assert said_of(meeting, slug.partition("-")[0], tmp_path) == []


def test_a_finding_says_where_it_is_what_is_wrong_and_what_to_do() -> None:
    made = document()
    made.add_heading("Økonomi", 1)
    made.add_heading("Udgifter til drift og anlæg i de kommende tre budgetår, samlet", 3)
    (finding,) = findings(made)
    assert (finding.code, finding.severity, finding.place.number) == ("skipped_level", Severity.ERROR, 2)
    assert str(finding) == (
        "Ved »Udgifter til drift og anlæg i de kommende tre …«: "
        "Overskriften er på niveau 3, men den før er på niveau 1. Giv den typografien Overskrift 2."
    )


def test_a_place_without_text_goes_by_the_heading_above_and_the_number_of_the_paragraph() -> None:
    made = document()
    made.add_heading("Økonomi", 1)
    made.add_paragraph("Tekst")
    made.add_paragraph()
    made.add_paragraph("Tekst")
    assert str(findings(made)[0]).startswith("Under »Økonomi«, afsnit 3: Tomt afsnit")


def test_findings_come_in_the_order_of_the_document() -> None:
    made = document()
    made.add_heading("For dybt", 2)
    for text in ("", "", "Tekst"):
        made.add_paragraph(text)
    made.add_heading("", 1)
    made.core_properties.title = ""
    assert [finding.code for finding in findings(made)] == [
        "no_title",
        "first_level",
        "empty_paragraphs",
        "empty_heading",
    ]


def test_control_characters_of_a_document_reach_no_terminal() -> None:
    made = document()
    made.add_heading("Punkt \u009b31m\u202e 1", 2)
    assert "\u009b" not in str(findings(made)[0])
    assert "\u202e" not in str(findings(made)[0])


def test_a_strict_document_is_read_as_any_other(tmp_path: Path) -> None:
    made = document()
    made.add_heading("For dybt", 2)
    strict = {
        name: content.replace(
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        )
        for name, content in parts_of(made).items()
    }
    assert [finding.code for finding in check_document(packed(strict, tmp_path))] == ["first_level"]


def packed(parts: dict[str, bytes], folder: Path) -> Path:
    path = folder / "packed.docx"
    with ZipFile(path, "w", ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return path


def refusal(path: Path, limits: Limits | None = None) -> str:
    with pytest.raises(UnreadableDocument) as refused:
        check_document(path, limits)
    assert str(refused.value).startswith(("Dokumentet", "Filen"))
    return refused.value.code


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"Kun tekst", "not_word"),
        (b"", "not_word"),
        (b"PK\x03\x04 i stykker", "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 gammelt", "old_word"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
    ],
)
def test_what_is_no_word_document_is_refused(content: bytes, code: str, tmp_path: Path) -> None:
    path = tmp_path / "x.docx"
    path.write_bytes(content)
    assert refusal(path) == code


def test_a_package_without_a_document_is_refused(tmp_path: Path) -> None:
    assert refusal(packed({"mimetype": b"odt"}, tmp_path)) == "not_word"
    assert refusal(packed({"[Content_Types].xml": b"<Types/>"}, tmp_path)) == "not_word"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_doctype_is_refused_in_any_encoding(encoding: str, tmp_path: Path) -> None:
    bomb = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'.encode(encoding)
    assert refusal(packed({**parts_of(document()), "word/styles.xml": bomb}, tmp_path)) == "doctype"


def test_xml_that_is_broken_is_refused(tmp_path: Path) -> None:
    assert refusal(packed({**parts_of(document()), "word/document.xml": b"<w:document>"}, tmp_path)) == "damaged"


def test_a_zip_bomb_is_not_unpacked(tmp_path: Path) -> None:
    path = packed({**parts_of(document()), "word/media/image1.png": bytes(5_000_000)}, tmp_path)
    assert path.stat().st_size < 100_000
    assert refusal(path, Limits(megabytes=4)) == "too_big"
    assert refusal(path, Limits(parts=3)) == "too_big"
    assert "word/media/image1.png" not in read_parts(path)


def test_a_missing_file_is_the_systems_own_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        check_document(tmp_path / "x.docx")


def test_every_danish_sentence_is_said_somewhere() -> None:
    rules = (ROOT / "referent" / "word").rglob("*.py")
    code = "\n".join(path.read_text("utf-8") for path in rules)
    assert [name for name in (*ACCESSIBILITY, *DOCUMENT_FAULTS) if f'"{name}"' not in code] == []
