"""Lists are Word's own, count for themselves, and survive any nesting."""

from __future__ import annotations

from pathlib import Path

from lxml import etree

from referent.minutes.blocks import Block, BulletList, Cell, Heading, ListItem, NumberedList, Table
from referent.word import render_docx
from tests.word.checks import assert_valid_docx, find, paragraph_with, part, style_of, values, write_docx
from tests.word.samples import item, minutes, para, table


def number_of(document: etree._Element, words: str) -> tuple[str, str]:
    """The `numId` and the level of a paragraph."""
    paragraph = paragraph_with(document, words)
    return values(paragraph, ".//w:numId/@w:val")[0], values(paragraph, ".//w:ilvl/@w:val")[0]


def number_format(content: bytes, words: str) -> str:
    num_id, level = number_of(part(content), words)
    numbering = part(content, "word/numbering.xml")
    abstract = values(numbering, f"./w:num[@w:numId='{num_id}']/w:abstractNumId/@w:val")[0]
    path = f"./w:abstractNum[@w:abstractNumId='{abstract}']/w:lvl[@w:ilvl='{level}']/w:numFmt/@w:val"
    return values(numbering, path)[0]


def test_each_numbered_list_counts_for_itself_from_its_start() -> None:
    content = render_docx(minutes(NumberedList((item("a"), item("b"))), para("x"), NumberedList((item("c"),), start=4)))
    document, numbering = part(content), part(content, "word/numbering.xml")
    first, second = number_of(document, "a"), number_of(document, "c")
    assert first == number_of(document, "b")
    assert first[0] != second[0]
    for (num_id, level), start in ((first, "1"), (second, "4")):
        override = f"./w:num[@w:numId='{num_id}']/w:lvlOverride[@w:ilvl='{level}']/w:startOverride/@w:val"
        assert values(numbering, override) == [start]


def test_nested_lists_stand_a_level_deeper() -> None:
    inner = BulletList((item("streg"),))
    content = render_docx(minutes(NumberedList((item("et", NumberedList((item("a", inner),))), item("to")))))
    document = part(content)
    assert [number_of(document, words)[1] for words in ("et", "a", "streg", "to")] == ["0", "1", "2", "0"]
    assert number_of(document, "et")[0] == number_of(document, "to")[0]
    assert [number_format(content, words) for words in ("et", "a", "streg")] == ["decimal", "lowerLetter", "bullet"]


def test_a_numbered_list_in_a_bullet_list_begins_with_figures() -> None:
    content = render_docx(minutes(BulletList((item("punkt", NumberedList((item("et"),))),))))
    assert number_of(part(content), "et")[1] == "1"
    assert number_format(content, "et") == "decimal"


def test_further_paragraphs_of_an_item_are_indented_without_a_number() -> None:
    document = part(render_docx(minutes(NumberedList((item("et", "mere"), item("to"))))))
    more = paragraph_with(document, "mere")
    assert style_of(more) == "ListContinue"
    assert not find(more, ".//w:numPr")
    assert values(more, "./w:pPr/w:ind/@w:left") == ["425"]


def test_an_item_that_begins_with_a_heading_carries_its_number() -> None:
    document = part(render_docx(minutes(NumberedList((item(Heading("Overskrift", 3)),)))))
    assert find(paragraph_with(document, "Overskrift"), ".//w:numPr")


def test_an_item_without_text_of_its_own_still_counts(tmp_path: Path) -> None:
    inner = NumberedList((item("inde"),))
    blocks = NumberedList((item(inner), item(table(("a",), ("b",))), ListItem(())))
    write_docx(minutes(blocks), tmp_path / "x.docx")
    assert_valid_docx(tmp_path / "x.docx")
    document = part(render_docx(minutes(blocks)))
    assert len(find(document, "./w:body/w:p/w:pPr/w:numPr[w:ilvl/@w:val='0']")) == 3


def test_lists_nested_deeper_than_words_nine_levels_do_not_fail(tmp_path: Path) -> None:
    block: Block = para("bund")
    for depth in range(60):
        block = (NumberedList if depth % 2 else BulletList)((item(f"lag {depth}", block),))
    write_docx(minutes(block), tmp_path / "x.docx")
    assert_valid_docx(tmp_path / "x.docx")
    levels = values(part(render_docx(minutes(block))), ".//w:ilvl/@w:val")
    assert max(map(int, levels)) == 8


def test_a_list_in_a_cell_does_not_move_the_counter_of_the_list_around_the_table() -> None:
    inner = Table(((Cell((NumberedList((item("inde"),)),)),),), 0)
    content = render_docx(minutes(NumberedList((item("et", inner), item("to")))))
    numbering = part(content, "word/numbering.xml")
    inside, outside = (number_of(part(content), words)[0] for words in ("inde", "to"))
    definition = [values(numbering, f"./w:num[@w:numId='{n}']/w:abstractNumId/@w:val") for n in (inside, outside)]
    assert definition[0] != definition[1]


def test_every_number_in_use_is_defined() -> None:
    content = render_docx(minutes(BulletList((item("a"),)), *[NumberedList((item("b"),)) for _ in range(20)]))
    defined = set(values(part(content, "word/numbering.xml"), "./w:num/@w:numId"))
    used = set(values(part(content), ".//w:numId/@w:val"))
    assert len(used) == 21
    assert used <= defined


def test_the_last_item_keeps_its_distance_to_what_follows() -> None:
    document = part(render_docx(minutes(BulletList((item("a"), item("b"))), para("efter"))))
    assert values(paragraph_with(document, "a"), "./w:pPr/w:spacing/@w:after") == []
    assert values(paragraph_with(document, "b"), "./w:pPr/w:spacing/@w:after") == ["120"]


def test_a_line_that_introduces_a_list_or_a_table_stays_on_its_page() -> None:
    data = render_docx(minutes(para("Vi aftalte:"), BulletList((item("Et"),)), para("Overblik"), table(("A", "B"))))
    kept = [words for words in ("Vi aftalte:", "Et", "Overblik") if keeps_with_next(data, words)]
    assert kept == ["Vi aftalte:", "Overblik"]


def test_a_line_before_a_list_that_does_not_introduce_it_may_stand_alone() -> None:
    data = render_docx(minutes(para("Vi aftalte det."), BulletList((item("Et"),))))
    assert not keeps_with_next(data, "Vi aftalte det.")


def keeps_with_next(content: bytes, words: str) -> bool:
    return bool(find(paragraph_with(part(content), words), "./w:pPr/w:keepNext"))
