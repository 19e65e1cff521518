"""A table too wide for an upright page stands on turned pages of its own."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import docx
import pytest
from docx.enum.section import WD_ORIENT
from lxml import etree

from referent.minutes.blocks import Block, BulletList, Cell, Heading, PageBreak, Paragraph, Role, Tab, Table, Text
from referent.word import render_docx
from referent.word.design import design_for
from referent.word.sections import Section, sections_of, stands_landscape
from tests.word.checks import find, part, part_names, text, values
from tests.word.samples import cell, item, minutes, para, table

WIDE = table(
    ("Område", *(f"Budget {year}" for year in range(2019, 2028))),
    ("Hjemmesygepleje", *("-11.325.000 kr." for _ in range(9))),
)
NARROW = table(("Område", "Budget"), ("Drift", "1.325.000 kr."))
LONG = para("Et afsnit, der ikke hører til tabellen. " * 20)


def sections(*blocks: Block) -> tuple[Section, ...]:
    return sections_of(blocks, design_for(minutes()))


def parts_of(*blocks: Block) -> list[tuple[bool, str]]:
    """For each section whether it is turned, and a letter for each of its blocks."""
    return [
        (section.is_landscape, "".join("T" if isinstance(block, Table) else letter(block) for block in section.blocks))
        for section in sections(*blocks)
    ]


def letter(block: Block) -> str:
    if isinstance(block, Paragraph):
        return "L" if block is LONG else "p"
    return type(block).__name__[0]


def orientations(content: bytes) -> list[bool]:
    return [
        section.orientation == WD_ORIENT.LANDSCAPE and section.page_width > section.page_height
        for section in docx.Document(BytesIO(content)).sections
        if section.page_width and section.page_height
    ]


def empty_paragraphs(document: etree._Element) -> list[etree._Element]:
    return [paragraph for paragraph in find(document, "./w:body/w:p") if not text(paragraph)]


def test_only_a_table_that_an_upright_page_is_too_narrow_for_is_turned() -> None:
    design = design_for(minutes())
    assert stands_landscape(WIDE, design)
    assert not stands_landscape(NARROW, design)
    assert not stands_landscape(Table((), 0), design)


def test_a_word_that_fits_on_no_page_turns_none() -> None:
    assert not stands_landscape(table(("Navn", "Beløb"), ("z" * 400, "1.325.000 kr.")), design_for(minutes()))


def test_a_page_that_is_wide_already_is_not_turned() -> None:
    assert not stands_landscape(WIDE, replace(design_for(minutes()), turned=0))


def test_a_table_in_a_list_or_a_cell_stays_where_it_is() -> None:
    assert parts_of(BulletList((item("a", WIDE),)), Table(((Cell((WIDE,)),),), 0)) == [(False, "BT")]


def test_what_introduces_the_table_goes_along() -> None:
    above = (Heading("Punkt 1", 1), para("Sag 1", Role.REFERENCE), Heading("Økonomi", 2), para("Budgettet er:"))
    assert parts_of(LONG, *above, WIDE, LONG) == [(False, "L"), (True, "HpHpT"), (False, "L")]


def test_a_long_paragraph_stays_with_its_heading() -> None:
    assert parts_of(Heading("Økonomi", 2), LONG, WIDE) == [(False, "HL"), (True, "T")]


def test_a_short_note_below_the_table_goes_along_unless_it_introduces_something() -> None:
    note = para("Tallene er i løbende priser.")
    assert parts_of(WIDE, note, Heading("To", 1)) == [(True, "Tp"), (False, "H")]
    assert parts_of(WIDE, note, BulletList((item("a"),))) == [(True, "T"), (False, "pB")]
    assert parts_of(WIDE, note, NARROW) == [(True, "T"), (False, "pT")]


def test_turned_tables_in_a_row_share_a_section() -> None:
    assert parts_of(WIDE, Heading("To", 2), WIDE, LONG) == [(True, "THT"), (False, "L")]


def test_page_breaks_at_the_edges_of_a_section_break_nothing_twice() -> None:
    assert parts_of(WIDE, PageBreak(), WIDE) == [(True, "TT")]
    content = render_docx(minutes(LONG, PageBreak(), WIDE, PageBreak(), Heading("To", 1, page_break_before=True)))
    assert orientations(content) == [False, True, False]
    assert not find(part(content), ".//w:pageBreakBefore")


@pytest.mark.parametrize(
    ("blocks", "turned"),
    [
        ((NARROW,), [False]),
        ((WIDE,), [True]),
        ((LONG, WIDE), [False, True]),
        ((WIDE, LONG), [True, False]),
        ((LONG, Heading("Økonomi", 1), WIDE, para("Note."), Heading("To", 1), WIDE, LONG), [False, True, False]),
        ((), [False]),
    ],
)
def test_the_document_has_a_section_for_each(blocks: tuple[Block, ...], turned: list[bool]) -> None:
    assert orientations(render_docx(minutes(*blocks))) == turned


def test_a_section_ends_in_a_paragraph_of_the_text_where_there_is_one() -> None:
    document = part(render_docx(minutes(LONG, WIDE, para("Note."), Heading("To", 1))))
    assert [text(p).strip()[:5] for p in find(document, "./w:body/w:p[w:pPr/w:sectPr]")] == ["Et af", "Note."]
    assert not empty_paragraphs(document)


def test_without_one_an_empty_paragraph_of_a_point_ends_it() -> None:
    document = part(render_docx(minutes(WIDE, Heading("To", 1))))
    assert [values(p, "./w:pPr/w:spacing/@w:line") for p in empty_paragraphs(document)] == [["20"]]


def test_the_first_page_differs_only_in_the_first_section() -> None:
    content = render_docx(minutes(LONG, WIDE, LONG, header=(Text("Styregruppen"),), first_page_differs=True))
    made = docx.Document(BytesIO(content)).sections
    assert [section.different_first_page_header_footer for section in made] == [True, False, False]
    assert [section.header.paragraphs[0].text for section in made] == ["Styregruppen"] * 3


def test_the_margins_are_kept_and_header_and_footer_reach_across_the_turned_page() -> None:
    line = (Text("Styregruppen"), Tab(), Text("12. marts 2025"))
    content = render_docx(minutes(LONG, WIDE, LONG, WIDE, LONG, header=line, footer=line))
    made = docx.Document(BytesIO(content)).sections
    assert [section.is_landscape for section in sections(LONG, WIDE, LONG, WIDE, LONG)] == orientations(content)
    assert len({(s.left_margin, s.right_margin, s.top_margin, s.bottom_margin, s.header_distance) for s in made}) == 1
    assert len([name for name in part_names(content) if name.startswith(("word/header", "word/footer"))]) == 4
    design = design_for(minutes())
    for margin in (made[1].header, made[1].footer, made[3].header):
        stops = [(stop.get(f"{W}val"), int(stop.get(f"{W}pos", 0))) for stop in margin._element.iter(f"{W}tab")]
        assert stops[:2] == [("clear", design.text_width), ("right", design.landscape_width)]
    assert made[0].header.part is made[2].header.part is made[4].header.part


def test_the_table_takes_the_whole_width_of_its_page() -> None:
    document = part(render_docx(minutes(WIDE, LONG, NARROW)))
    design = design_for(minutes())
    assert values(document, ".//w:tblW/@w:w") == [str(design.landscape_width), str(design.text_width)]


def test_tables_with_nothing_in_them_turn_no_page() -> None:
    assert parts_of(Table(((cell(), cell()),), 0)) == [(False, "T")]


W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
