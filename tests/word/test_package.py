"""The package as a whole: valid, dated by the meeting, with every style defined."""

from __future__ import annotations

import os
import zipfile
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from pathlib import Path

import docx
import pytest

from referent.minutes.blocks import Counter, Look, PageField, Tab, Text
from referent.word import render_docx
from tests.word.checks import assert_valid_docx, find, part, part_names, text, values, whole_document, write_docx
from tests.word.samples import everything, minutes, para


def test_a_document_with_everything_is_valid(tmp_path: Path) -> None:
    write_docx(everything(), tmp_path / "referat.docx")
    assert_valid_docx(tmp_path / "referat.docx")


def test_an_empty_document_is_valid(tmp_path: Path) -> None:
    write_docx(minutes(), tmp_path / "referat.docx")
    assert_valid_docx(tmp_path / "referat.docx")


def test_python_docx_opens_the_document() -> None:
    document = docx.Document(BytesIO(whole_document()))
    headings = [p.text for p in document.paragraphs if p.style is not None and p.style.name == "Heading 1"]
    assert headings == ["Punkt 1: Godkendelse", "Punkt 2: Økonomi"]


def test_the_same_minutes_give_the_same_bytes() -> None:
    assert render_docx(everything()) == whole_document()


def test_every_file_in_the_package_is_dated_by_the_meeting() -> None:
    with zipfile.ZipFile(BytesIO(whole_document())) as package:
        assert {info.date_time for info in package.infolist()} == {(2025, 3, 12, 12, 0, 0)}


def test_the_properties_say_what_the_document_is() -> None:
    properties = docx.Document(BytesIO(whole_document())).core_properties
    assert (properties.title, properties.subject) == ("Referat af møde", "Styregruppen")
    assert (properties.author, properties.language) == ("Nordby Kommune", "da-DK")
    assert properties.created is not None
    assert properties.created.replace(tzinfo=None) == datetime(2025, 3, 12, 12)
    assert properties.modified == properties.created


def test_a_title_of_a_thousand_characters_does_not_stop_the_export() -> None:
    properties = docx.Document(BytesIO(render_docx(minutes(title="Referat " * 125)))).core_properties
    assert len(properties.title) == 255


def test_every_style_in_use_is_defined() -> None:
    content = whole_document()
    defined = set(values(part(content, "word/styles.xml"), ".//w:style/@w:styleId"))
    parts = [name for name in part_names(content) if name.startswith(("word/document", "word/header", "word/footer"))]
    paths = ".//w:pStyle/@w:val | .//w:rStyle/@w:val | .//w:tblStyle/@w:val"
    used = {style for name in parts for style in values(part(content, name), paths)}
    assert "Heading1" in used
    assert used <= defined


def test_heading_styles_have_the_names_that_word_knows() -> None:
    styles = part(render_docx(minutes()), "word/styles.xml")
    assert values(styles, ".//w:style[@w:styleId='Heading1']/w:name/@w:val") == ["heading 1"]
    assert values(styles, ".//w:style[@w:styleId='TOC1']/w:name/@w:val") == ["toc 1"]


def test_the_page_is_a4_with_the_margins_of_the_look() -> None:
    document = part(render_docx(minutes(look=Look(margin_left=20, margin_top=30))))
    assert values(document, ".//w:pgSz/@*") == ["11906", "16838"]
    assert values(document, ".//w:pgMar/@w:left") == ["1134"]
    assert values(document, ".//w:pgMar/@w:top") == ["1701"]


def test_the_language_stands_in_the_defaults() -> None:
    styles = part(render_docx(minutes()), "word/styles.xml")
    assert values(styles, "./w:docDefaults//w:lang/@w:val") == ["da-DK"]


def test_word_is_never_told_to_update_fields_on_opening() -> None:
    settings = part(whole_document(), "word/settings.xml")
    assert not find(settings, ".//w:updateFields")
    assert values(settings, ".//w:compatSetting[@w:name='compatibilityMode']/@w:val") == ["15"]


def test_a_footer_counts_pages_with_fields() -> None:
    content = render_docx(minutes(para("Tekst"), footer=(Tab(), PageField(Counter.PAGE), PageField(Counter.PAGES))))
    footer = part(content, "word/footer1.xml")
    assert [value.strip() for value in values(footer, ".//w:instrText/text()")] == ["PAGE", "NUMPAGES"]
    assert find(footer, ".//w:r/w:tab")


def test_a_first_page_that_differs_has_an_empty_header() -> None:
    content = render_docx(minutes(para("Tekst"), header=(Text("Top"),), first_page_differs=True))
    document = part(content)
    assert find(document, ".//w:sectPr/w:titlePg")
    assert set(values(document, ".//w:headerReference/@w:type")) == {"default", "first"}
    headers = [text(part(content, name)) for name in part_names(content) if name.startswith("word/header")]
    assert sorted(headers) == ["", "Top"]


def test_a_document_without_header_and_footer_has_no_such_parts() -> None:
    assert not [name for name in part_names(render_docx(minutes())) if "header" in name or "footer" in name]


def test_an_existing_document_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "referat.docx"
    path.write_text("gammelt")
    write_docx(everything(), path)
    assert path.read_bytes() == whole_document()
    assert os.listdir(tmp_path) == ["referat.docx"]


def test_a_write_that_fails_leaves_the_old_document_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "referat.docx"
    path.write_text("gammelt")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_docx(everything(), path)
    assert path.read_text() == "gammelt"
    assert os.listdir(tmp_path) == ["referat.docx"]


def test_a_folder_that_is_not_there_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_docx(everything(), tmp_path / "ingen" / "referat.docx")


def test_a_font_name_cannot_break_the_xml(tmp_path: Path) -> None:
    write_docx(replace(everything(), look=Look(body_font='A&B "<x>"')), tmp_path / "x.docx")
    assert_valid_docx(tmp_path / "x.docx")
