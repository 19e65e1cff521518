"""Each rule of the accessibility check: a document that breaks it, and one that nearly does."""

from __future__ import annotations

import re

import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_BREAK
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt, RGBColor
from docx.text.paragraph import Paragraph

from referent.word.accessibility import check_parts
from tests.word.accessibility.documents import (
    add_link,
    add_picture,
    add_table,
    add_xml,
    codes,
    document,
    findings,
    parts_of,
    shade,
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


# Tables


def test_a_table_that_is_as_it_should_be_has_no_finding() -> None:
    made = document()
    add_table(made, ("Post", "Beløb"), ("Drift", "1 kr."))
    assert codes(made) == []


def test_a_table_has_a_header_row() -> None:
    made = document()
    add_table(made, ("Post", "Beløb"), ("Drift", "1 kr."), header=False)
    assert codes(made) == ["no_header_row"]


def test_a_header_column_marked_on_purpose_is_a_header_too() -> None:
    made = document()
    table = add_table(made, ("Sted", "Rådhuset"), ("Dato", "12. marts"), header=False)
    (look,) = table._tbl.iter(qn("w:tblLook"))
    look.set(qn("w:firstRow"), "0")
    assert codes(made) == []
    del look.attrib[qn("w:firstRow")], look.attrib[qn("w:firstColumn")]
    look.set(qn("w:val"), "0680")
    assert codes(made) == []


@pytest.mark.parametrize("rows", [[("Et felt",)], [("Til venstre", "Til højre")]])
def test_a_frame_of_one_row_needs_no_header(rows: list[tuple[str, ...]]) -> None:
    made = document()
    add_table(made, *rows, header=False)
    assert codes(made) == []


def test_a_table_has_a_description_or_a_caption() -> None:
    made = document()
    add_table(made, ("Post", "Beløb"), ("Drift", "1 kr."), described=False)
    assert codes(made) == ["no_description"]
    made = document()
    made.add_paragraph("Tabel 1: Budget", style="Caption")
    add_table(made, ("Post", "Beløb"), ("Drift", "1 kr."), described=False)
    assert codes(made) == []


def test_merged_cells_and_tables_in_tables_are_told() -> None:
    made = document()
    table = add_table(made, ("Post", "Beløb"), ("Drift", "1 kr."), ("Anlæg", "2 kr."))
    table.cell(1, 0).merge(table.cell(1, 1))
    assert codes(made) == ["merged_cells"]
    made = document()
    inner = add_table(made, ("a", "b"), ("c", "d"))._tbl
    outer = add_table(made, ("Post", "Beløb"), ("Drift", "1 kr."))
    outer.cell(1, 1)._tc.insert(1, inner)
    assert codes(made) == ["nested_table"]


def test_empty_rows_and_columns_are_told_but_an_empty_cell_is_not() -> None:
    made = document()
    add_table(made, ("Post", "Beløb"), ("", ""), ("Drift", "1 kr."))
    assert [(finding.code, finding.values["row"]) for finding in findings(made)] == [("empty_row", 2)]
    made = document()
    add_table(made, ("Post", ""), ("Drift", ""))
    assert [(finding.code, finding.values["column"]) for finding in findings(made)] == [("empty_column", 2)]
    made = document()
    add_table(made, ("Post", ""), ("Drift", "1 kr."))
    assert codes(made) == []


# Pictures

DECORATIVE = (
    '<a:graphicFrameLocks xmlns:a="urn:x"><d:decorative val="1" '
    'xmlns:d="http://schemas.microsoft.com/office/drawing/2017/decorative"/></a:graphicFrameLocks>'
)


@pytest.mark.parametrize(
    ("properties", "found"),
    [
        ("", ["no_alt_text"]),
        ('descr=" "', ["no_alt_text"]),
        ('descr="Kort over kommunens skoler"', []),
        ('title="Kort over kommunens skoler"', []),
        ('descr="image1.png"', ["poor_alt_text"]),
        ('descr="Billede 3"', ["poor_alt_text"]),
        ('descr="Billede af rådhuset"', []),
    ],
)
def test_a_picture_has_a_text_that_says_what_it_shows(properties: str, found: list[str]) -> None:
    made = document()
    add_picture(made.add_paragraph("Se her"), properties)
    assert codes(made) == found


def test_a_picture_that_only_decorates_and_a_text_box_need_none() -> None:
    made = document()
    picture = made.add_paragraph("Se her")
    add_picture(picture, "")
    properties = next(picture._p.iter(qn("wp:docPr")))
    properties.append(parse_xml(DECORATIVE))
    add_picture(made.add_paragraph("Og her"), "", "<w:txbxContent><w:p/></w:txbxContent>")
    assert codes(made) == []


@pytest.mark.parametrize(("alt", "found"), [("", ["no_alt_text"]), ('alt="Kommunens våben"', [])])
def test_a_picture_as_older_words_keep_it_has_a_text_also_in_a_header(alt: str, found: list[str]) -> None:
    made = document()
    shape = f'<v:shape xmlns:v="urn:schemas-microsoft-com:vml" {alt}><v:imagedata/></v:shape>'
    add_xml(made.sections[0].header.paragraphs[0].add_run("Rådet"), f"<w:pict>{shape}</w:pict>")
    assert codes(made) == found


# Colours


def test_text_can_be_seen() -> None:
    made = document()
    made.add_paragraph().add_run("Lysegrå tekst").font.color.rgb = GREY
    made.add_paragraph().add_run("Mere lysegrå tekst").font.color.rgb = GREY
    (finding,) = findings(made)
    assert finding.code == "low_contrast"
    assert finding.values == {"colour": "999999", "ground": "FFFFFF", "ratio": 2.8, "least": 4.5, "count": 2}
    assert "kontrasten er 2,8, og den skal mindst være 4,5" in str(finding)


@pytest.mark.parametrize(("size", "bold", "found"), [(18, False, []), (14, True, []), (14, False, ["low_contrast"])])
def test_large_text_needs_less(size: float, bold: bool, found: list[str]) -> None:
    made = document()
    run = made.add_paragraph("Tekst i almindelig størrelse, som der er mest af. ").add_run("Stor")
    run.font.color.rgb, run.font.size, run.bold = RGBColor(0x8C, 0x8C, 0x8C), Pt(size), bold
    assert codes(made) == found


def test_a_colour_is_inherited_through_the_styles() -> None:
    made = document()
    base = made.styles.add_style("Lys", WD_STYLE_TYPE.PARAGRAPH)
    base.font.color.rgb = GREY
    derived = made.styles.add_style("Lys som den", WD_STYLE_TYPE.PARAGRAPH)
    derived.base_style = base
    made.add_paragraph("Tekst", style=derived)
    assert codes(made) == ["low_contrast"]
    derived.font.color.rgb = RGBColor(0, 0, 0)
    assert codes(made) == []


def test_the_ground_counts_whether_it_is_the_runs_the_paragraphs_the_cells_or_the_pages() -> None:
    def white_on(paragraph: Paragraph) -> None:
        paragraph.add_run("Hvid tekst").font.color.rgb = RGBColor(0xFF, 0xFF, 0xFF)

    made = document()
    shade(paragraph := made.add_paragraph(), "1F3864")
    white_on(paragraph)
    table = add_table(made, ("", "Beløb"), ("Drift", "1 kr."))
    table.cell(0, 0)._tc.get_or_add_tcPr().append(parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:fill="1F3864"/>'))
    white_on(table.cell(0, 0).paragraphs[0])
    run = made.add_paragraph().add_run("Hvid tekst")
    run.font.color.rgb = RGBColor(0xFF, 0xFF, 0xFF)
    run._r.get_or_add_rPr().append(parse_xml(f'<w:highlight {nsdecls("w")} w:val="black"/>'))
    assert codes(made) == []
    shade(paragraph := made.add_paragraph(), "FFFF00")
    white_on(paragraph)
    assert codes(made) == ["low_contrast"]


def test_the_style_of_a_table_gives_its_header_row_colour_and_ground() -> None:
    made = document()
    table = add_table(made, ("Post", "Beløb"), ("Drift", "1 kr."))
    table.style = made.styles["Medium Shading 1"]
    assert codes(made) == []
    table.cell(1, 1).paragraphs[0].runs[0].font.color.rgb = RGBColor(0xFF, 0xFF, 0xFF)
    assert codes(made) == ["low_contrast"]


def test_what_word_colours_itself_and_what_is_hidden_is_passed_over() -> None:
    made = document()
    shade(paragraph := made.add_paragraph("Automatisk farve"), "000000")
    hidden = paragraph.add_run("skjult")
    hidden.font.color.rgb, hidden.font.hidden = RGBColor(0, 0, 0), True
    assert codes(made) == []


def test_words_set_apart_by_colour_alone_are_told() -> None:
    made = document()
    made.add_paragraph("Fristen er ").add_run("overskredet").font.color.rgb = RED
    assert codes(made) == ["colour_alone"]


def test_words_that_are_bold_too_or_a_paragraph_of_one_colour_are_not() -> None:
    made = document()
    run = made.add_paragraph("Fristen er ").add_run("overskredet")
    run.font.color.rgb, run.bold = RED, True
    made.add_paragraph().add_run("Alt er rødt").font.color.rgb = RED
    made.add_paragraph("Sort og ").add_run("mørkegrå").font.color.rgb = RGBColor(0x44, 0x44, 0x44)
    assert codes(made) == []


# Links


@pytest.mark.parametrize("text", ["her", "Klik her", "Læs mere", "her.", "læs mere her »"])
def test_a_link_says_where_it_goes(text: str) -> None:
    made = document()
    add_link(made.add_paragraph("Referatet kan ses "), text)
    assert codes(made) == ["vague_link"]


@pytest.mark.parametrize(
    "text", ["Her er budgettet", "Mere om budgettet", "post@example.dk", "https://example.dk/budget"]
)
def test_a_link_of_words_or_a_plain_address_does(text: str) -> None:
    made = document()
    add_link(made.add_paragraph(), text)
    assert codes(made) == []


def test_a_bare_address_of_no_words_is_led_up_to() -> None:
    address = "https://example.dk/vis?id=188d1ced"
    made = document()
    add_link(made.add_paragraph(), address)
    assert codes(made) == ["bare_link"]
    made = document()
    add_link(made.add_paragraph("Læs referatet på "), address)
    made.add_paragraph("Rapporten ligger her:")
    add_link(made.add_paragraph(), address)
    assert codes(made) == []


def test_a_link_without_a_text_is_told_but_a_picture_may_be_one() -> None:
    made = document()
    add_link(made.add_paragraph("Se"), "")
    assert codes(made) == ["empty_link"]
    made = document()
    paragraph = made.add_paragraph("Se")
    add_picture(paragraph, 'descr="Til kommunens forside"')
    picture = paragraph.runs[-1]._r
    add_link(paragraph, "")
    paragraph._p[-1].append(picture)
    assert codes(made) == []


def test_a_link_made_by_a_field_is_a_link() -> None:
    made = document()
    paragraph = made.add_paragraph("Se ")
    for inner in (
        '<w:fldChar w:fldCharType="begin"/>',
        '<w:instrText> HYPERLINK "https://example.dk" </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        "<w:t>her</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
        "<w:t> i dag</w:t>",
    ):
        add_xml(paragraph, f"<w:r>{inner}</w:r>")
    assert codes(made) == ["vague_link"]


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
