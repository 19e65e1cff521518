"""Tables: marked headers, whole amounts, and never two run together."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from referent.minutes.blocks import BulletList, Look, NumberedList, Paragraph, Table, Text
from referent.word import render_docx
from referent.word.design import design_for
from referent.word.metrics import text_width
from referent.word.widths import TableLayout, lay_out
from tests.word.checks import assert_valid_docx, find, paragraph_with, part, style_of, text, values, write_docx
from tests.word.samples import cell, item, minutes, table

TEXT_WIDTH = 9071
AMOUNTS = table(
    ("Område", *(f"Budget {year}" for year in range(2020, 2027))),
    ("Hjemmesygepleje", *("-1.325.000 kr." for _ in range(7))),
    ("I alt", *("12.325.000 kr." for _ in range(7))),
)


def laid_out(value: Table, look: Look | None = None) -> TableLayout:
    return lay_out(value, TEXT_WIDTH, design_for(minutes(look=look)))


def fits(layout: TableLayout, column: int, words: str, font: str = "Calibri") -> bool:
    room = (layout.columns[column] - 2 * layout.cell_margin) / 20
    return text_width(words, font, layout.size) <= room


def test_header_rows_are_marked_and_no_row_is_split() -> None:
    value = table(("a", "b"), ("c", "d"), ("e", "f"), header_rows=2)
    document = part(render_docx(minutes(value)))
    assert [text(row) for row in find(document, ".//w:tr[w:trPr/w:tblHeader]")] == ["ab", "cd"]
    assert len(find(document, ".//w:tr[w:trPr/w:cantSplit]")) == 3


def test_the_first_column_can_say_what_its_rows_are_about() -> None:
    document = part(
        render_docx(minutes(replace(table(("", "2025"), ("Drift", "12"), ("Anlæg", "7")), header_columns=1)))
    )
    assert values(document, ".//w:tblLook/@w:firstColumn") == ["1"]
    assert values(document, ".//w:tblLook/@w:val") == ["06A0"]
    assert [style_of(paragraph_with(document, words)) for words in ("2025", "Drift", "12")] == [
        "TableHeading",
        "TableRowHeading",
        "TableText",
    ]
    style = "./w:style[@w:styleId='TableRowHeading']"
    styles = part(render_docx(minutes()), "word/styles.xml")
    assert find(styles, f"{style}/w:rPr/w:b")
    assert not find(styles, f"{style}/w:pPr/w:keepNext")  # or the whole table would want to stay on one page


def test_a_row_that_fills_a_page_may_be_split_and_no_other() -> None:
    tall = cell(*["Et langt afsnit om meget. " * 20] * 12)
    document = part(render_docx(minutes(Table(((cell("a"), tall), (cell("b"), cell("c"))), 0))))
    assert [bool(find(row, "./w:trPr/w:cantSplit")) for row in find(document, ".//w:tr")] == [False, True]


def test_a_table_without_header_rows_marks_none() -> None:
    document = part(render_docx(minutes(table(("a", "b"), ("c", "d"), header_rows=0))))
    assert not find(document, ".//w:tblHeader")
    assert values(document, ".//w:tblLook/@w:firstRow") == ["0"]


def test_the_description_is_kept_for_screen_readers() -> None:
    assert values(part(render_docx(minutes(AMOUNTS))), ".//w:tblDescription/@w:val") == ["Budget"]


@pytest.mark.parametrize("font", ["Calibri", "Arial", "Times New Roman"])
def test_eight_columns_of_amounts_are_not_broken(font: str) -> None:
    layout = laid_out(AMOUNTS, Look(body_font=font))
    assert sum(layout.columns) == TEXT_WIDTH
    assert layout.size >= 7.5
    assert layout.keeps_units
    assert fits(layout, 0, "Hjemmesygepleje", font)
    assert all(fits(layout, column, "12.325.000 kr.", font) for column in range(1, 8))


def test_the_type_is_made_smaller_only_where_it_must() -> None:
    assert laid_out(table(("a", "b"), ("c", "1.325.000 kr."))).size == 10
    assert laid_out(AMOUNTS).size < 10


def test_a_monstrous_word_does_not_break_the_amounts_beside_it() -> None:
    layout = laid_out(table(("Navn", "Beløb"), ("z" * 400, "1.325.000 kr.")))
    assert sum(layout.columns) == TEXT_WIDTH
    assert fits(layout, 1, "1.325.000 kr.")


def test_room_is_shared_so_that_the_fullest_cells_are_equally_low() -> None:
    texts = ("kort " * 12, "noget længere " * 30, "noget længere " * 15)
    layout = laid_out(table(("Indsats", "Proces", "Kommentar"), texts))
    rooms = [(width - 2 * layout.cell_margin) / 20 for width in layout.columns]
    lines = [text_width(words, "Calibri", layout.size) / room for words, room in zip(texts, rooms, strict=True)]
    assert max(lines) - min(lines) < 0.5


def test_short_labels_stand_on_one_line_beside_long_texts() -> None:
    layout = laid_out(table(("Nr.", "Tilstand", "Bemærkning"), ("Punkt 12", "Ikke endnu", "ord " * 60)))
    assert fits(layout, 0, "Punkt 12")
    assert fits(layout, 1, "Ikke endnu")


def test_a_long_text_gets_more_room_than_a_short_one() -> None:
    layout = laid_out(table(("Nr.", "Indsats", "Beløb"), ("1", "Et langt forslag " * 20, "250 kr.")))
    assert layout.columns[1] > 3 * layout.columns[0]
    assert layout.columns[1] > 3 * layout.columns[2]


def test_a_number_and_its_unit_stay_together_in_a_cell() -> None:
    typed = (
        (Text("1.325.000 kr."),),
        (Text("12,5 mio. kr."),),
        (Text("1.325.000", bold=True), Text(" kr.")),
        (Text("5 krager"),),
    )
    document = part(render_docx(minutes(Table(tuple((cell(Paragraph(inlines)),) for inlines in typed), 0))))
    assert [text(row) for row in find(document, ".//w:tr")] == [
        "1.325.000\u00a0kr.",
        "12,5\u00a0mio.\u00a0kr.",
        "1.325.000\u00a0kr.",
        "5 krager",
    ]


def test_columns_of_amounts_stand_to_the_right() -> None:
    value = table(("Nr.", "Dato", "Beløb"), ("1", "12.03.2025", "1.325 kr."), ("2", "13.03.2025", "-"))
    document = part(render_docx(minutes(value)))
    assert [text(p) for p in find(document, ".//w:p[w:pPr/w:jc]")] == ["Beløb", "1.325\u00a0kr.", "-"]


def test_every_cell_ends_with_a_paragraph() -> None:
    value = Table(((cell(), cell(AMOUNTS), cell(BulletList((item("a"),)), NumberedList((item("b"),)))),), 0)
    document = part(render_docx(minutes(value)))
    cells = find(document, ".//w:tc")
    assert len(cells) == 3 + 24
    assert all(element[-1].tag.endswith("}p") for element in cells)


def test_a_paragraph_keeps_two_tables_apart_and_none_follows_the_last() -> None:
    document = part(render_docx(minutes(AMOUNTS, AMOUNTS)))
    names = [child.tag.rpartition("}")[2] for child in find(document, "./w:body")[0]]
    assert names == ["tbl", "p", "tbl", "sectPr"]


def test_rows_of_unequal_length_and_tables_without_cells_are_survived(tmp_path: Path) -> None:
    ragged = Table(((cell("a"), cell("b")), (cell("c"),), ()), 1)
    write_docx(minutes(ragged, Table((), 1), Table(((),), 1)), tmp_path / "x.docx")
    assert_valid_docx(tmp_path / "x.docx")
    document = part(render_docx(minutes(ragged, Table((), 1))))
    assert [len(find(row, "./w:tc")) for row in find(document, ".//w:tr")] == [2, 2, 2]
    assert len(find(document, ".//w:tbl")) == 1


def test_a_table_in_a_cell_is_as_wide_as_the_text_around_it() -> None:
    document = part(render_docx(minutes(Table(((cell(table(("a",), ("b",))),),), 0))))
    assert values(document, ".//w:tc//w:tblW/@w:w") == [str(TEXT_WIDTH - 2 * 85)]


def test_a_table_in_a_list_is_indented_with_it() -> None:
    document = part(render_docx(minutes(NumberedList((item("et", table(("a",), ("b",))),)))))
    assert values(document, ".//w:tblInd/@w:w") == ["425"]
    assert values(document, ".//w:tblW/@w:w") == [str(TEXT_WIDTH - 425)]
