"""The rules about tables, pictures, colours and links: a document that breaks it, and one that nearly does."""

from __future__ import annotations

import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt, RGBColor
from docx.text.paragraph import Paragraph

from tests.word.accessibility.documents import (
    add_link,
    add_picture,
    add_table,
    add_xml,
    codes,
    document,
    findings,
    shade,
)

GREY = RGBColor(0x99, 0x99, 0x99)
RED = RGBColor(0xC0, 0x00, 0x00)


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
