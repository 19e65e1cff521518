"""Minutes on a body's own Word template: what it has stays, its places are filled, what it lacks comes from us."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document
from docx.oxml import OxmlElement
from docx.shared import Mm

from referent.minutes.blocks import Counter, PageField, Role, Tab, Text
from referent.word import render_docx
from referent.word.template import Template
from tests.word.checks import find, paragraph_with, part, style_of, text, values
from tests.word.samples import everything, minutes, para, table
from tests.word.templates import (
    VALUES,
    as_dotx,
    cut,
    first_page_header,
    header,
    lines,
    new_section,
    on,
    png,
    repacked,
    table_cell,
    template,
    text_box,
)


def body_texts(content: bytes) -> list[str]:
    """The paragraphs directly in the body."""
    return [text(paragraph) for paragraph in find(part(content), "./w:body/w:p")]


def test_minutes_with_everything_are_valid_on_a_letterhead_and_the_same_to_the_byte_when_made_again() -> None:
    letter = template(
        header("{{ud", "val", "g}}", picture=True),
        first_page_header("{{Udvalg}}"),
        table_cell("{{dato}}"),
        text_box("{{lang_dato}}"),
        cut("Referat: {", "{ti", "tel}}"),
        lines("{{indhold}}", "Med venlig hilsen"),
    )
    assert on(letter, everything()) == on(letter, everything())


# Where the minutes go


def test_the_minutes_stand_where_the_template_says() -> None:
    assert body_texts(on(template(lines("Før", "{{indhold}}", "Efter")))) == ["Før", "Brødtekst", "Efter"]


def test_without_a_place_they_stand_at_the_end_without_a_gap() -> None:
    assert body_texts(on(template(lines("Brevhoved", "", "")))) == ["Brevhoved", "Brødtekst"]


def test_a_place_that_word_has_cut_up_is_found() -> None:
    assert body_texts(on(template(cut("{", "{ind", "hold}", "}"), lines("Efter")))) == ["Brødtekst", "Efter"]


def test_text_around_the_place_stays() -> None:
    assert body_texts(on(template(lines("Referat {{indhold}} følger", "Efter")))) == [
        "Referat  følger",
        "Brødtekst",
        "Efter",
    ]


def test_a_content_control_around_the_place_is_taken_away() -> None:
    def controlled(document: Document) -> None:
        paragraph = document.add_paragraph("{{indhold}}")._p
        control, content = OxmlElement("w:sdt"), OxmlElement("w:sdtContent")
        control.append(OxmlElement("w:sdtPr"))
        control.append(content)
        paragraph.addprevious(control)
        content.append(paragraph)

    content = on(template(controlled, lines("Efter")))
    assert body_texts(content) == ["Brødtekst", "Efter"]
    assert not find(part(content), ".//w:sdt")


@pytest.mark.parametrize("elsewhere", [table_cell("{{indhold}}"), text_box("{{indhold}}"), header("{{indhold}}")])
def test_a_place_where_minutes_have_no_room_is_a_warning(elsewhere: Callable[[Document], None]) -> None:
    letter = Template(template(elsewhere, lines("Før")), VALUES)
    assert body_texts(render_docx(minutes(para("Brødtekst")), template=letter))[-1] == "Brødtekst"
    (warning,) = letter.warnings
    assert "{{indhold}} skal stå i et afsnit for sig selv" in warning


def test_the_minutes_stand_in_the_section_of_their_place() -> None:
    wide = template(
        lines("Forside"), new_section(landscape=True), lines("{{indhold}}"), new_section(), lines("Bagside")
    )
    content = on(wide, minutes(para("Brødtekst"), table(("A", "B"), ("1", "2"))))
    sections = find(part(content), ".//w:sectPr")
    assert len(sections) == 3
    # 297 mm less two margins of 30 mm
    assert sum(map(int, values(part(content), ".//w:tblGrid/w:gridCol/@w:w"))) == pytest.approx(
        237 / 25.4 * 1440, abs=3
    )


def test_a_place_that_ends_its_section_leaves_no_empty_paragraph() -> None:
    def section_in_place(document: Document) -> None:
        ending, place = document.paragraphs[-1]._p, document.paragraphs[-2]._p
        place.get_or_add_pPr().append(ending.xpath("./w:pPr/w:sectPr")[0])
        document.element.body.remove(ending)

    content = on(template(lines("{{indhold}}"), new_section(), section_in_place, lines("Bagside")))
    assert body_texts(content) == ["Brødtekst", "Bagside"]
    assert find(paragraph_with(part(content), "Brødtekst"), "./w:pPr/w:sectPr")


def test_tables_of_the_template_and_of_ours_stay_two() -> None:
    content = on(template(table_cell("Fast"), lines("{{indhold}}"), table_cell("Fast")), minutes(table(("A", "B"))))
    assert [element.tag.rpartition("}")[2] for element in find(part(content), "./w:body/*")] == [
        *("tbl", "p", "tbl", "p", "tbl", "sectPr"),
    ]


def test_a_turned_page_has_the_letterhead_and_leaves_the_pages_after_it_alone() -> None:
    wide = table(tuple(f"Beløbsoverskrift {number}" for number in range(8)), ("1.325.000 kr.",) * 8)
    letter = template(header("Brevhoved", picture=True), lines("{{indhold}}"), new_section(), lines("Bagside"))
    content = on(letter, minutes(para("Først"), para("Brødtekst"), wide))
    sections = find(part(content), ".//w:sectPr")
    assert [values(section, "./w:pgSz/@w:orient") for section in sections] == [[], ["landscape"], []]
    headers = [values(section, "./w:headerReference/@r:id") for section in sections]
    assert headers[0] == headers[2] != headers[1]


# Placeholders


def test_placeholders_are_filled_in_body_cells_boxes_header_and_footer() -> None:
    content = on(
        template(header("{{udvalg}}"), table_cell("{{dato}}"), text_box("{{lang_dato}}"), lines("d. {{dato}}"))
    )
    assert text(part(content, "word/header1.xml")) == VALUES["udvalg"]
    assert text(part(content, "word/footer1.xml")) == "Nordby Kommune, Torvet 1 – 12-03-2025"
    assert [text(cell) for cell in find(part(content), ".//w:tc")] == ["", "12-03-2025"]
    assert [text(box) for box in find(part(content), ".//w:txbxContent")] == ["onsdag den 12. marts 2025"]
    assert "d. 12-03-2025" in body_texts(content)


def test_a_value_takes_the_format_of_the_run_where_its_placeholder_begins() -> None:
    paragraph = paragraph_with(
        part(on(template(cut("Sag {", "{da", "to} } {{", "dato}}")))), "Sag {{dato} } 12-03-2025"
    )
    assert [text(run) for run in find(paragraph, ".//w:r[w:rPr/w:b]")] == ["Sag {"]
    paragraph = paragraph_with(part(on(template(cut("d. {", "{da", "to}} kl. 9")))), "d. 12-03-2025 kl. 9")
    assert [text(run) for run in find(paragraph, ".//w:r[w:rPr/w:b]")] == ["d. 12-03-2025"]


def test_a_capital_in_the_name_gives_the_value_one_and_a_paragraph_with_nothing_but_an_empty_value_goes() -> None:
    content = on(template(lines("{{ Lang_dato }}", "{{lang_dato}}", "{{DATO}}", "{{sted}}", "Sted: {{sted}}")))
    dates = ["Onsdag den 12. marts 2025", "onsdag den 12. marts 2025", "12-03-2025"]
    assert body_texts(content) == [*dates, "Sted: ", "Brødtekst"]


def test_an_unknown_placeholder_stays_and_is_reported() -> None:
    letter = Template(template(lines("{{journalnummer}} {{dato}}"), header("{{Felt 2}}")), VALUES)
    assert body_texts(render_docx(minutes(para("Brødtekst")), template=letter))[0] == "{{journalnummer}} 12-03-2025"
    assert [warning.split()[1] for warning in letter.warnings] == ["{{Felt", "{{journalnummer}}"]


def test_the_title_stands_once() -> None:
    said = minutes(para("Referat", Role.TITLE), para("Styregruppen", Role.SUBTITLE))
    assert body_texts(on(template(lines("{{titel}}", "{{indhold}}")), said)) == [said.title, "Styregruppen"]
    assert body_texts(on(template(header("{{titel}}")), said)) == ["Referat", "Styregruppen"]


# What stays, and what must not get out


def test_page_margins_header_and_picture_stay() -> None:
    said = minutes(para("Tekst"), header=(Text("Top"),), footer=(Text("Bund"),), first_page_differs=True)
    content = on(template(header("{{udvalg}}", picture=True)), said)
    assert values(part(content), ".//w:pgMar/@w:left") == ["1701"]
    assert values(part(content), ".//w:headerReference/@w:type") == ["default"]
    assert not find(part(content), ".//w:titlePg")
    assert text(part(content, "word/header1.xml")) == VALUES["udvalg"]
    with ZipFile(BytesIO(content)) as package:
        assert [package.read(name) for name in package.namelist() if name.startswith("word/media/")] == [png()]


def test_the_house_style_gives_header_and_footer_where_the_template_has_none() -> None:
    said = replace(minutes(para("Tekst")), footer=(Text("Side "), PageField(Counter.PAGE)), header=(Text("Top"), Tab()))
    content = on(template(), said)
    assert text(part(content, "word/footer1.xml")).startswith("Side ")
    assert style_of(find(part(content, "word/footer1.xml"), "./w:p")[0]) == "Sidefod"
    own = on(template(header("Eget")), said)
    assert text(part(own, "word/header1.xml")) == "Eget"


def test_a_dotx_becomes_a_document() -> None:
    content = on(as_dotx(template(lines("{{dato}}"))))
    with ZipFile(BytesIO(content)) as package:
        assert b"template.main+xml" not in package.read("[Content_Types].xml")
    assert body_texts(content) == ["12-03-2025", "Brødtekst"]


def test_nothing_of_those_who_made_the_template_gets_out() -> None:
    canary = "Kanariefugl"

    def signed(document: Document) -> None:
        properties = document.core_properties
        properties.author = properties.keywords = properties.comments = properties.category = canary
        paragraph = document.add_paragraph("Brev")
        document.add_comment(paragraph.runs, text=canary, author=canary)

    company = f'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Company>{canary}</Company></Properties>'
    content = template(signed)
    content = repacked(content, {"docProps/app.xml": lambda _: company.encode()})
    letter = Template(content, VALUES)
    made = render_docx(minutes(para("Brødtekst")), template=letter)
    with ZipFile(BytesIO(made)) as package:
        assert not [name for name in package.namelist() if canary.encode() in package.read(name)]
    assert docx.Document(BytesIO(made)).core_properties.title == "Referat af møde"
    assert not find(part(made), ".//w:commentRangeStart | .//w:commentReference")
    assert letter.warnings == ("Skabelonens kommentarer kommer ikke med i dokumentet.",)


def test_columns_are_as_wide_as_the_text_of_the_template() -> None:
    def narrow(document: Document) -> None:
        document.sections[0].left_margin = Mm(80)

    content = on(template(narrow), minutes(table(("A", "B"), ("1", "2"))))
    assert sum(map(int, values(part(content), ".//w:gridCol/@w:w"))) == pytest.approx(100 / 25.4 * 1440, abs=3)
