"""The rules of the accessibility check about running text: a document that breaks it, and one that nearly does."""

from __future__ import annotations

import re

import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_BREAK
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt, RGBColor

from referent.word.accessibility import check_parts
from tests.word.accessibility.documents import (
    add_picture,
    add_table,
    add_xml,
    codes,
    document,
    findings,
    parts_of,
)

GREY = RGBColor(0x99, 0x99, 0x99)
RED = RGBColor(0xC0, 0x00, 0x00)


def test_the_empty_clean_document_has_no_finding() -> None:
    assert codes(document()) == []


# The document


@pytest.mark.parametrize("title", ["", "   "])
def test_a_document_has_a_title(title: str) -> None:
    made = document()
    made.core_properties.title = title
    assert codes(made) == ["no_title"]


def test_a_document_says_its_language() -> None:
    parts = parts_of(document())
    without_styles = {**parts, "word/styles.xml": re.sub(rb"<w:lang [^>]*/>", b"", parts["word/styles.xml"])}
    assert check_parts(without_styles) == ()
    without_any = {
        **without_styles,
        "word/settings.xml": re.sub(rb"<w:themeFontLang [^>]*/>", b"", parts["word/settings.xml"]),
    }
    assert [finding.code for finding in check_parts(without_any)] == ["no_language"]


# Headings


def test_the_first_heading_is_of_the_first_level_also_below_a_title() -> None:
    made = document()
    made.add_paragraph("Referat", style="Title")
    made.add_heading("Punkt 1", 1)
    assert codes(made) == []
    made = document()
    made.add_heading("Punkt 1", 2)
    assert codes(made) == ["first_level"]


def test_no_level_is_skipped_on_the_way_down_but_on_the_way_up_it_may_be() -> None:
    made = document()
    for level in (1, 2, 3, 1):
        made.add_heading("Overskrift", level)
    assert codes(made) == []
    made.add_heading("Overskrift", 3)
    assert codes(made) == ["skipped_level"]


def test_a_heading_goes_by_the_name_of_its_style_not_by_its_id() -> None:
    made = document()
    style = made.styles["Heading 2"]
    style.element.set(qn("w:styleId"), "Overskrift2")
    made.add_paragraph("Punkt 1").paragraph_format.element.get_or_add_pPr().get_or_add_pStyle().val = "Overskrift2"
    assert codes(made) == ["first_level"]


def test_an_outline_level_makes_a_heading_of_any_paragraph() -> None:
    made = document()
    paragraph = made.add_paragraph("Punkt 1")
    add_xml(paragraph, '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>')
    assert codes(made) == ["first_level"]


def test_a_style_based_on_a_heading_is_one_and_can_be_taken_out_of_the_outline() -> None:
    made = document()
    style = made.styles.add_style("Sagsoverskrift", WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = made.styles["Heading 2"]
    made.add_paragraph("Punkt 1", style=style)
    assert codes(made) == ["first_level"]
    style.element.get_or_add_pPr().append(parse_xml(f'<w:outlineLvl {nsdecls("w")} w:val="9"/>'))
    assert "first_level" not in codes(made)


def test_a_heading_has_a_text() -> None:
    made = document()
    made.add_heading("Punkt 1", 1)
    made.add_heading(" ", 2)
    assert codes(made) == ["empty_heading"]


def test_a_long_document_has_headings() -> None:
    made = document()
    made.add_paragraph("En lang tekst. " * 100)
    assert codes(made) == []
    made.add_paragraph("En lang tekst. " * 100)
    assert codes(made) == ["no_headings"]


def bold_line(text: str, size: float, bold: bool = True) -> list[str]:
    made = document()
    made.add_paragraph("Almindelig tekst, som der er mest af i dokumentet.")
    run = made.add_paragraph().add_run(text)
    run.bold, run.font.size = bold, Pt(size)
    return codes(made)


def test_a_short_bold_and_large_line_looks_like_a_heading() -> None:
    assert bold_line("Økonomi", 14) == ["looks_like_heading"]


@pytest.mark.parametrize(
    ("text", "size", "bold"), [("Medlemmer:", 11, True), ("Økonomi", 14, False), ("Det er vigtigt.", 14, True)]
)
def test_a_bold_lead_in_a_large_line_or_a_sentence_does_not(text: str, size: float, bold: bool) -> None:
    assert bold_line(text, size, bold) == []


# Lists


@pytest.mark.parametrize(
    "lines",
    [
        ("- drift", "- anlæg"),
        ("• drift", "•\tanlæg"),
        ("1. drift", "2. anlæg"),
        ("3) drift", "4) anlæg"),
        ("a. drift", "b. anlæg"),
        ("Vi aftalte:\n- drift\n- anlæg",),
    ],
)
def test_a_list_is_not_typed_by_hand(lines: tuple[str, ...]) -> None:
    made = document()
    for line in lines:
        made.add_paragraph(line)
    assert codes(made) == ["typed_list"]


@pytest.mark.parametrize(
    "lines",
    [
        ("- kun en enkelt linje", "og en til"),
        ("1. drift", "5. anlæg"),
        ("12. marts var der møde", "13. marts også"),
        ("-5 grader", "-3 grader"),
        ("2.3 mio. kr.", "3.4 mio. kr."),
        ("A: drift", "B: anlæg"),
    ],
)
def test_lines_that_only_begin_like_a_list_are_left_alone(lines: tuple[str, ...]) -> None:
    made = document()
    for line in lines:
        made.add_paragraph(line)
    assert codes(made) == []


def test_a_real_list_and_the_contents_may_hold_what_looks_like_markers() -> None:
    made = document()
    contents = made.styles.add_style("toc 1", WD_STYLE_TYPE.PARAGRAPH)
    for number in (1, 2):
        made.add_paragraph(f"{number}. Velkomst\t{number}", style=contents)
    for _ in range(2):
        made.add_paragraph("- drift", style="List Bullet")
    assert codes(made) == []


def test_a_list_that_was_turned_off_is_none() -> None:
    made = document()
    for _ in range(2):
        properties = made.add_paragraph("- drift", style="List Bullet")._p.get_or_add_pPr()
        properties.append(parse_xml(f"<w:numPr {nsdecls('w')}><w:numId w:val='0'/></w:numPr>"))
    assert codes(made) == ["typed_list"]


# Empty paragraphs


def test_empty_paragraphs_in_a_row_are_an_error_and_a_lone_one_a_warning() -> None:
    made = document()
    for text in ("a", "", "b", "", "", "c", "", "d"):
        made.add_paragraph(text)
    assert [(finding.code, finding.values["count"]) for finding in findings(made)] == [
        ("empty_paragraph", 2),
        ("empty_paragraphs", 2),
    ]


def test_the_paragraph_that_word_wants_after_a_table_is_not_one() -> None:
    made = document()
    for _ in range(2):
        add_table(made, ("Post", "Beløb"), ("", "1 kr."))
        made.add_paragraph()
    assert codes(made) == []
    made.add_paragraph("Tekst")
    assert codes(made) == ["empty_paragraph"]


def test_a_paragraph_that_holds_a_break_a_picture_or_a_field_is_not_empty() -> None:
    made = document()
    made.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    add_picture(made.add_paragraph(), 'descr="Kort over kommunen"')
    add_xml(made.add_paragraph(), '<w:r><w:fldChar w:fldCharType="end"/></w:r>')
    add_xml(made.add_paragraph(), "<w:pPr><w:sectPr/></w:pPr>")
    assert codes(made) == []


def test_what_was_deleted_or_stands_in_a_content_control_is_seen_as_it_is_printed() -> None:
    made = document()
    add_xml(made.add_paragraph(), "<w:del><w:r><w:delText>slettet</w:delText></w:r></w:del>")
    assert codes(made) == ["empty_paragraph"]
    made = document()
    add_xml(made.add_paragraph(), "<w:ins><w:r><w:t>indsat</w:t></w:r></w:ins>")
    body = made.element.body
    controlled = parse_xml(
        f'<w:sdt {nsdecls("w")}><w:sdtContent><w:p><w:pPr><w:pStyle w:val="Heading2"/></w:pPr>'
        "<w:r><w:t>Punkt</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )
    body.insert(0, controlled)
    assert codes(made) == ["first_level"]
