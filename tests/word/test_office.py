"""LibreOffice counts the pages and makes the PDF; where it cannot, the estimate and a message stand in."""

from __future__ import annotations

import sys
import tempfile
from io import BytesIO
from pathlib import Path
from threading import Event
from typing import Any

import psutil  # type: ignore[import-untyped]
import pypdf
import pytest

from referent.minutes.blocks import Contents, Counter, Heading, Minutes, PageBreak, PageField, Text
from referent.word import office, render_docx, render_pdf, render_with_exact_pages
from referent.word.exact import exact_pages
from referent.word.office import NoOffice, OfficeFailed, convert_to_pdf, find_office
from referent.word.pages import PageNumbers
from tests.word.samples import minutes, para

on_posix = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in for LibreOffice is a shell script")

DOCUMENT = minutes(
    para("Forside"),
    PageBreak(),
    Contents("Indhold"),
    Heading("Punkt 1: Budget", 1, in_contents=True, contents_text="Budgettet", page_break_before=True),
    para("Tekst"),
    Heading("Punkt 2: Eventuelt", 1, in_contents=True, page_break_before=True),
    para("Tekst"),
    footer=(Text("Side "), PageField(Counter.PAGE), Text(" af "), PageField(Counter.PAGES)),
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where temporary files go."""
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    return temporary


def stand_in(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, script: str) -> None:
    """A program that takes LibreOffice's place. Its last two arguments are the folder to write to and the document."""
    program = tmp_path / "soffice"
    program.write_text(f'#!/bin/sh\nwhile [ $# -gt 2 ]; do shift; done\nfolder="$1"\n{script}\n')
    program.chmod(0o755)
    monkeypatch.setenv(office.OVERRIDE, str(program))


def wrongly_numbered(minutes: Minutes, *, pages: PageNumbers | None = None) -> bytes:
    return render_docx(minutes, pages=pages or PageNumbers((8, 9), 9))


def test_the_user_may_say_that_there_is_no_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(office.OVERRIDE, "")
    assert find_office() is None
    with pytest.raises(NoOffice, match="LibreOffice findes ikke"):
        convert_to_pdf(b"")


def test_libreoffice_is_looked_for_on_the_path(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    stand_in(monkeypatch, tmp_path, "")
    monkeypatch.delenv(office.OVERRIDE)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert find_office() == str(tmp_path / "soffice")


@on_posix
def test_the_pdf_that_comes_out_is_returned_and_nothing_is_left(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, folder: Path
) -> None:
    stand_in(monkeypatch, tmp_path, '(printf "%%PDF-"; cat "$folder"/*.docx) > "$folder/referat.pdf"')
    assert convert_to_pdf(b"indhold") == b"%PDF-indhold"
    assert list(folder.iterdir()) == []


@on_posix
@pytest.mark.parametrize("script", ["exit 1", 'echo "ikke en PDF" > "$folder/referat.pdf"'])
def test_a_conversion_that_fails_is_told_in_danish(
    script: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, folder: Path
) -> None:
    stand_in(monkeypatch, tmp_path, script)
    with pytest.raises(OfficeFailed, match="kunne ikke lave PDF-filen"):
        convert_to_pdf(b"")
    assert list(folder.iterdir()) == []


def test_a_program_that_cannot_be_started_is_told_in_danish(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(office.OVERRIDE, str(tmp_path / "findes-ikke"))
    with pytest.raises(OfficeFailed, match=r"LibreOffice kunne ikke bruges\. Filen eller mappen findes ikke"):
        convert_to_pdf(b"")


@on_posix
def test_a_program_that_hangs_is_ended_with_all_it_has_started(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, folder: Path
) -> None:
    pids = tmp_path / "pids"
    stand_in(monkeypatch, tmp_path, f'sleep 600 &\necho $$ $! > "{pids}"\nwait')
    monkeypatch.setattr(office, "TIMEOUT", 1)
    with pytest.raises(OfficeFailed, match="blev ikke færdigt på 1 sekunder"):
        convert_to_pdf(b"")
    assert list(folder.iterdir()) == []
    own, child = map(int, pids.read_text().split())
    assert not psutil.pid_exists(own)
    assert _ends(child)


@on_posix
@pytest.mark.parametrize("script", ["exit 1", 'echo "%PDF-1.6 i stykker" > "$folder/referat.pdf"'])
def test_without_counted_pages_the_document_has_the_estimated(
    script: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    stand_in(monkeypatch, tmp_path, script)
    assert exact_pages(render_docx(DOCUMENT), DOCUMENT) is None
    assert render_with_exact_pages(DOCUMENT) == render_docx(DOCUMENT)


def test_the_pdf_is_tagged_and_its_contents_are_right(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """With numbers that were wrong to begin with it counts and converts again: here by a stand-in with that PDF."""
    monkeypatch.delenv(office.OVERRIDE, raising=False)
    if find_office() is None:
        pytest.skip("LibreOffice is not installed")
    made = render_pdf(DOCUMENT)
    pdf = pypdf.PdfReader(BytesIO(made))
    catalog: Any = pdf.root_object
    outline: list[Any] = pdf.outline
    assert catalog["/Lang"] == "da-DK"
    assert catalog["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in catalog
    assert catalog["/ViewerPreferences"]["/DisplayDocTitle"]
    assert pdf.metadata is not None
    assert pdf.metadata.title == "Referat af møde"
    assert b"<pdfuaid:part>1<" in catalog["/Metadata"].get_data()
    assert [place.title for place in outline] == ["Punkt 1: Budget", "Punkt 2: Eventuelt"]
    contents = pdf.pages[1].extract_text().split("\n")
    assert [line.replace(".", "") for line in contents if "..." in line] == ["Budgettet3", "Punkt 2: Eventuelt4"]
    assert "Side 4 af 4" in pdf.pages[3].extract_text()
    if sys.platform != "win32":
        (tmp_path / "made.pdf").write_bytes(made)
        given = tmp_path / "given"
        given.mkdir()
        keep = f'cp "$2" "{given}/$(ls "{given}" | wc -l).docx"'
        stand_in(monkeypatch, tmp_path, f'{keep}\ncp "{tmp_path}/made.pdf" "$folder/referat.pdf"')
        assert render_pdf(DOCUMENT, wrongly_numbered) == made
        assert [(given / f"{number}.docx").read_bytes() for number in range(2)] == [
            wrongly_numbered(DOCUMENT),
            render_docx(DOCUMENT, pages=PageNumbers((3, 4), 4)),
        ]


def _ends(pid: int) -> bool:
    """Whether a process that was told to end is gone within moments. It is nobody's child, and may stay a zombie."""
    for _ in range(500):
        try:
            if psutil.Process(pid).status() == psutil.STATUS_ZOMBIE:
                return True
        except psutil.NoSuchProcess:
            return True
        Event().wait(0.01)
    return False
