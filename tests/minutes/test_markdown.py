"""Markdown as blocks: what is understood, what is only text, and nothing lost."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from referent.minutes.blocks import BulletList, Heading, Link, NumberedList, Paragraph, Table, Text
from referent.minutes.markdown import is_empty_text, parse
from tests.minutes.as_text import as_lines

MARKS = [
    "*",
    "_",
    "[",
    "](",
    "|",
    "\n",
    "\n\n",
    "- ",
    "1. ",
    "### ",
    "<",
    ">",
    "http://",
    "\\",
    "ord",
    "ord",
    "ord",
    "`",
    "&",
]
MARKS += ["![", "---", "    ", "<br>", "@x.dk", ":", "\t", "| --- |", "12. marts"]


def lines(text: str, heading_level: int = 3) -> list[str]:
    return list(as_lines(parse(text, heading_level)))


def test_a_newline_is_a_line_break_and_an_empty_line_a_new_paragraph() -> None:
    assert lines("en\nto\n\ntre") == ["en ⏎ to", "tre"]


def test_bold_and_italic_are_kept() -> None:
    assert lines("**fed** og *kursiv* og ***begge***") == ["**fed** og *kursiv* og ***begge***"]


def test_lists_nest() -> None:
    assert lines("- a\n  - b\n    1. c\n- d") == ["- a", "  - b", "    1. c", "- d"]


def test_an_ordered_list_keeps_the_number_it_starts_with() -> None:
    (numbered,) = parse("3. tre\n4. fire", 3)
    assert isinstance(numbered, NumberedList)
    assert numbered.start == 3


@pytest.mark.parametrize(
    "text", ["12. marts var der møde", "1. maj", "24. dec. holdes lukket", "3. SEPTEMBER", "2.", "-", "* "]
)
def test_a_date_and_a_lone_marker_are_text_and_no_list(text: str) -> None:
    assert lines(f"før\n\n{text}") == ["før", text.strip()]


def test_a_date_in_a_list_is_text_too() -> None:
    assert lines("- 12. marts: møde") == ["- 12. marts: møde"]


def test_a_numbered_list_of_other_things_is_still_a_list() -> None:
    assert lines("12. martsvinden blæser") == ["12. martsvinden blæser"]
    assert isinstance(parse("12. martsvinden blæser", 3)[0], NumberedList)


def test_the_first_heading_has_the_level_of_its_place_and_deeper_ones_follow() -> None:
    headings = [block for block in parse("### a\n\n#### b\n\n### c", 3) if isinstance(block, Heading)]
    assert [heading.level for heading in headings] == [3, 4, 3]


def test_heading_levels_are_never_skipped() -> None:
    headings = [block for block in parse("##### a\n\n###### b\n\n### c\n\n###### d", 3) if isinstance(block, Heading)]
    assert [heading.level for heading in headings] == [3, 4, 3, 4]


def test_a_heading_is_never_deeper_than_six() -> None:
    headings = [block for block in parse("### a\n\n#### b\n\n##### c", 6) if isinstance(block, Heading)]
    assert [heading.level for heading in headings] == [6, 6, 6]


def test_links_may_lead_to_the_web_and_to_mail() -> None:
    assert parse("[tekst](https://a.dk/x)", 3) == (Paragraph((Link("tekst", "https://a.dk/x"),)),)
    assert parse("<https://a.dk>", 3) == (Paragraph((Link("https://a.dk", "https://a.dk"),)),)
    assert parse("<x@a.dk>", 3) == (Paragraph((Link("x@a.dk", "mailto:x@a.dk"),)),)


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "C:\\mappe", "intern/side"])
def test_any_other_link_is_printed_as_text(url: str) -> None:
    assert parse(f"[tekst]({url})", 3) == (Paragraph((Text(f"tekst ({url})"),)),)


def test_the_title_of_a_link_is_not_lost() -> None:
    assert lines('[tekst](https://a.dk "se her")') == ["<tekst https://a.dk> (se her)"]


def test_a_bare_address_becomes_a_link_without_the_full_stop_after_it() -> None:
    assert lines("Se https://a.dk/b_(c). Skriv til x@a.dk, tak") == ["Se <https://a.dk/b_(c)>. Skriv til <x@a.dk>, tak"]


@pytest.mark.parametrize("text", ["<b>x</b>", "> citat", "`kode`", "***", "&amp;", "~~x~~", "[a]: http", "# "])
def test_all_else_is_text(text: str) -> None:
    assert lines("før " + text) == ["før " + text.strip()]


def test_indented_text_is_no_code() -> None:
    assert lines("    indrykket") == ["indrykket"]


def test_a_table_has_a_header_and_lines_in_its_cells() -> None:
    (table,) = parse("| A | B |\n| --- | --- |\n| x<br>y | **z** |", 3)
    assert isinstance(table, Table)
    assert table.header_rows == 1
    assert lines("| A | B |\n| --- | --- |\n| x<br>y | **z** |") == ["A ║ B", "x ⏎ y | **z**"]


@pytest.mark.parametrize(
    ("cell", "kinds"),
    [
        ("- a<br>- **b**", [BulletList]),
        ("først<br>1. a<br>2. b<br>sidst", [Paragraph, NumberedList, Paragraph]),
        ("3. a<br>5. b", [Paragraph, Paragraph]),
        ("12. marts<br>13. marts", [Paragraph, Paragraph]),
        ("1. Marken<br>2. Skoven", [NumberedList]),
        ("- 5", [Paragraph]),
        ("- a<br>b<br>- c", [Paragraph] * 3),
    ],
)
def test_lines_of_a_cell_that_are_typed_as_a_list_are_one(cell: str, kinds: list[type]) -> None:
    (table,) = parse(f"| A |\n| --- |\n| {cell} |", 3)
    assert isinstance(table, Table)
    assert [type(block) for block in table.rows[1][0].blocks] == kinds


def test_a_list_in_a_cell_begins_with_its_number_and_keeps_what_is_bold() -> None:
    assert lines("| A |\n| --- |\n| 7. **a** b<br>8. c |")[1:] == ["7. **a** b ⏎ 8. c"]


def test_a_table_whose_header_is_empty_has_none() -> None:
    (table,) = parse("|  |  |\n| --- | --- |\n| x | y |", 3)
    assert isinstance(table, Table)
    assert (table.header_rows, len(table.rows)) == (0, 1)


@pytest.mark.parametrize(
    ("header", "description"),
    [
        ("| Indsats | **Status** | Økonomi |", "Tabel med kolonnerne Indsats, Status og Økonomi"),
        ("|  | Budget |", "Tabel med kolonnen Budget"),
        ("| A<br>B | C |", "Tabel med kolonnerne A B og C"),
        ("|  |  |", "Tabel med 2 kolonner"),
        (f"| {'a' * 400} |", f"Tabel med kolonnen {'a' * 230}…"),
    ],
)
def test_a_table_is_described_by_its_header(header: str, description: str) -> None:
    (table,) = parse(f"{header}\n{'| --- ' * (header.count('|') - 1)}|\n| x |", 3)
    assert isinstance(table, Table)
    assert table.description == description


@pytest.mark.parametrize(("header", "columns"), [("|  | 2025 |", 1), ("| Område | 2025 |", 0), ("|  |  |", 0)])
def test_below_an_empty_first_heading_stand_the_names_of_the_rows(header: str, columns: int) -> None:
    (table,) = parse(f"{header}\n| --- | --- |\n| Drift | 12 |", 3)
    assert isinstance(table, Table)
    assert table.header_columns == columns


def test_a_cell_beyond_the_header_is_not_lost() -> None:
    assert lines("| A |\n| --- |\n| x | y |\n| z |") == ["A ║ ", "x | y", "z | "]


def test_a_list_too_deep_to_be_one_is_kept_as_text() -> None:
    text = "- " * 60 + "dybt"
    assert lines(text) == [text]


def test_a_list_item_begins_with_a_paragraph() -> None:
    (bullets,) = parse("- - a\n  - b", 3)
    assert isinstance(bullets, BulletList)
    assert all(isinstance(item.blocks[0], Paragraph) for item in bullets.items)


@pytest.mark.parametrize("text", ["", " \n", ".", "-", " . "])
def test_what_only_fills_the_field_is_empty(text: str) -> None:
    assert is_empty_text(text)
    assert parse(text, 3) == ()


@given(st.lists(st.sampled_from(MARKS), max_size=40), st.integers(1, 6))
@settings(deadline=None)
def test_nothing_raises_and_no_word_is_lost(marks: list[str], level: int) -> None:
    pieces = [mark.replace("ord", f"q{place}q") for place, mark in enumerate(marks)]
    printed = "\n".join(lines("".join(pieces), level))
    assert [piece for piece in pieces if piece.startswith("q") and piece not in printed] == []


HOSTILE = ["[" * 20_000, "*a " * 10_000, "*" * 25_000, "- " * 50_000, "|" * 50_000, " " * 100_000 + "x", "a@" * 50_000]
HOSTILE += ["https://" * 20_000, "a|b\n-|-\n" * 1_000, "a." * 50_000 + "@b", "<http://" * 10_000, "\\" * 25_000]


@pytest.mark.parametrize("text", HOSTILE, ids=[text[:8] for text in HOSTILE])
def test_hostile_text_takes_no_longer_than_its_length(text: str) -> None:
    parse("x", 3)
    start = time.perf_counter()
    parse(text, 3)
    assert time.perf_counter() - start < 5
