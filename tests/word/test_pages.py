"""Text and tables are poured over pages as LibreOffice 7.4 does it; the numbers of lines here were counted there."""

from __future__ import annotations

from referent.minutes.blocks import (
    Block,
    BulletList,
    Cell,
    Contents,
    Heading,
    LineBreak,
    Look,
    PageBreak,
    Paragraph,
    Role,
    Table,
    Text,
)
from referent.word.design import design_for
from referent.word.pages import PageNumbers, estimate_pages
from tests.word.samples import cell, item, minutes, para, table

PLAIN = Look(line_spacing=1, paragraph_gap=0)
LINES_A_PAGE = 52


def pages(*blocks: Block, look: Look = PLAIN) -> PageNumbers:
    document = minutes(*blocks, look=look)
    return estimate_pages(document, design_for(document))


def lines(count: int) -> list[Block]:
    """Paragraphs of one line."""
    return [para(f"Linje {number}") for number in range(count)]


def paragraph(count: int) -> Paragraph:
    """One paragraph of so many lines."""
    return Paragraph(tuple(inline for number in range(count) for inline in (Text(f"{number}"), LineBreak()))[:-1])


def listed(text: str = "Punkt", level: int = 1, *, page_break_before: bool = False) -> Heading:
    return Heading(text, level, in_contents=True, page_break_before=page_break_before)


def test_a_page_holds_as_many_lines_as_in_libreoffice() -> None:
    assert pages(*lines(LINES_A_PAGE)).total == 1
    assert pages(*lines(LINES_A_PAGE + 1)).total == 2


def test_the_extra_of_a_wide_spacing_is_not_needed_below_the_last_line() -> None:
    look = Look(line_spacing=1.5, paragraph_gap=0, margin_bottom=25.5)
    assert pages(*lines(35), look=look).total == 1
    assert pages(*lines(36), look=look).total == 2


def test_odd_sizes_and_spacings_are_borne() -> None:
    """A template may say anything."""
    for look in (Look(body_size=0.1, line_spacing=0), Look(body_size=700), Look(margin_top=300, margin_left=300)):
        assert pages(*lines(5), listed(), table(("a", "b")), look=look).total >= 1


def test_of_the_space_between_two_paragraphs_the_larger_counts() -> None:
    look = Look(line_spacing=1.15, paragraph_gap=6)
    assert pages(*lines(33), look=look).total == 1
    assert pages(*lines(34), look=look).total == 2
    assert pages(*[para("x", Role.LABEL)] * 32, para("x"), look=look).total == 1


def test_a_heading_stands_on_the_page_of_its_text() -> None:
    assert pages(*lines(LINES_A_PAGE - 4), listed(), para("Tekst")).contents == (1,)
    assert pages(*lines(LINES_A_PAGE - 3), listed(), para("Tekst")).contents == (2,)


def test_headings_under_each_other_move_together() -> None:
    chain = (listed(level=1), listed(level=2), listed(level=3), paragraph(2))
    assert pages(*lines(LINES_A_PAGE - 9), *chain).contents == (1, 1, 1)
    assert pages(*lines(LINES_A_PAGE - 8), *chain).contents == (2, 2, 2)


def test_headings_that_fill_more_than_a_page_are_not_kept_together() -> None:
    numbers = pages(para("Forside"), *[listed()] * 40).contents
    assert numbers[0] == 1
    assert max(numbers) == 3


def test_a_paragraph_leaves_two_lines_on_each_page() -> None:
    # One line less than two would stand at the foot, at the head, or both.
    for room, own, ends_on in ((1, 5, 5), (4, 5, 2), (2, 3, 3), (2, 4, 2)):
        below = lines(LINES_A_PAGE - ends_on)
        assert pages(*lines(LINES_A_PAGE - room), paragraph(own), *below).total == 2
        assert pages(*lines(LINES_A_PAGE - room), paragraph(own), *below, para("x")).total == 3


def test_a_page_break_before_the_first_text_breaks_nothing() -> None:
    assert pages(PageBreak(), listed(page_break_before=True), para("Tekst"), PageBreak()).total == 1
    assert pages(para("Forside"), PageBreak(), listed(page_break_before=True)) == PageNumbers((2,), 2)


def test_the_contents_take_their_own_room() -> None:
    headings = [listed(f"Punkt {number}") for number in range(60)]
    cover, contents = pages(para("Forside"), PageBreak(), *headings), pages(Contents("I"), PageBreak(), *headings)
    assert contents.contents == tuple(page + 1 for page in cover.contents)


def test_a_long_title_takes_two_lines_in_the_contents_too() -> None:
    short, long = ([listed("Punkt " * length)] for length in (5, 25))
    room = lines(LINES_A_PAGE - 6)
    assert pages(Contents(""), *room, *short).contents == (1,)
    assert pages(Contents(""), *room, *long).contents == (2,)


def test_the_header_row_of_a_table_stands_on_every_page() -> None:
    """41 rows of 16.7 points go on a page below the header row."""
    rows = [("Række", "1")] * 41
    assert pages(table(("Post", "Antal"), *rows)).total == 1
    assert pages(table(("Post", "Antal"), *rows, *rows)).total == 2
    assert pages(table(("Post", "Antal"), *rows, *rows, ("Række", "1"))).total == 3
    assert pages(table(*rows, *rows, ("a", "b"), ("a", "b"), header_rows=0)).total == 2


def test_a_table_stays_with_what_leads_it_in() -> None:
    budget = table(("Post", "Antal"), ("Drift", "1"))
    assert pages(*lines(LINES_A_PAGE - 5), listed(), para("Budget:"), budget).contents == (2,)


def test_the_contents_keep_off_what_is_above_unless_they_begin_a_page() -> None:
    room = lines(LINES_A_PAGE - 8)
    assert pages(para("x"), Contents("I"), *room, listed()).contents == (2,)
    assert pages(para("x"), PageBreak(), Contents("I"), *room, listed()).contents == (2,)
    assert pages(para("x"), PageBreak(), Contents("I"), *room, *lines(1), listed(), para("x")).contents == (3,)


def test_lines_to_sign_on_move_together_with_their_heading() -> None:
    signatures = [para(f"Navn {number}", Role.SIGNATURE) for number in range(5)]
    assert pages(*lines(LINES_A_PAGE - 26), listed(), *signatures).contents == (1,)
    assert pages(*lines(LINES_A_PAGE - 20), listed(), *signatures).contents == (2,)


def test_a_row_stays_on_one_page() -> None:
    tall = Table((tuple(cell(*"abcdefgh") for _ in range(2)),), 0)
    assert pages(*lines(LINES_A_PAGE - 7), tall, listed()).contents == (2,)


def test_a_row_too_high_for_any_page_goes_on_to_the_next() -> None:
    tall = Table((tuple(Cell((paragraph(100),)) for _ in range(2)),), 0)
    assert pages(tall, listed()).contents == (2,)


def test_headings_in_lists_and_cells_are_counted_in_their_order() -> None:
    in_list = BulletList((item("Tekst", listed("I listen")),))
    in_cell = Table(((cell(listed("I cellen")), cell("x")),), 0)
    blocks = (listed("Først"), in_list, PageBreak(), in_cell, PageBreak(), listed("Sidst"))
    assert pages(*blocks).contents == (1, 1, 2, 3)


def test_a_turned_table_has_pages_of_its_own() -> None:
    amounts = tuple(f"{number}.325.000 kr." for number in range(14))
    wide = table(tuple(f"Område {number}" for number in range(14)), *[amounts] * 40)
    blocks = (para("Før"), listed("Tabel"), wide, listed("Efter"), para("Tekst"))
    assert pages(*blocks) == PageNumbers((2, 4), 4)
