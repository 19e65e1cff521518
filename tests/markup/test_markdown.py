"""The minutes as Markdown: what was typed comes back as it was typed, and the blocks as the blocks they were."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from referent.cleaning import clean
from referent.files.layout_file import load_layout
from referent.markup import render_markdown
from referent.minutes.blocks import (
    BulletList,
    Contents,
    Heading,
    Inline,
    Inlines,
    LineBreak,
    Link,
    NumberedList,
    PageBreak,
    Paragraph,
    Role,
    Tab,
    Table,
    Text,
)
from referent.minutes.build import build_minutes
from referent.minutes.markdown import parse
from tests.markup.golden import assert_golden
from tests.minutes.samples import sample_meeting
from tests.word.samples import cell, item, minutes, para, table

MARKS = st.sampled_from([
    "12. marts", "1)", "# ", "#", "- ", "+ x", "---", "===", ":--", "> ", "    ", "\t", "\u00a0", "*", "_",
    "**a**", "[a](b)", "![", "<b>", "<br>", "~~", "~~~", "```", "&amp;", "&#32;", "\\", "http://a.dk", "a@b.dk",
    "a", " ", ".", "é", "e\u0301", "€", "𝒳", "|",
])  # fmt: skip
TEXTS = st.one_of(st.text(max_size=12), st.lists(MARKS, max_size=6).map("".join)).map(
    lambda text: " ".join(clean(text).split("\n"))
)
RUNS = st.lists(st.builds(Text, TEXTS, st.booleans(), st.booleans()), min_size=1, max_size=5)
LINES = st.lists(RUNS, min_size=1, max_size=3)


def parsed(markdown: str) -> list[Token]:
    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(markdown)


def looks(token: Token) -> Iterator[tuple[str, bool, bool]]:
    """Every character of an inline token, with whether it is bold and italic; a line break is a newline."""
    bold = italic = 0
    for child in token.children or ():
        bold += child.nesting * child.type.startswith("strong")
        italic += child.nesting * child.type.startswith("em_")
        text = "\n" if child.type in ("hardbreak", "softbreak") else child.content
        if child.type == "html_inline":
            assert child.content == "<br>"
            text = "\n"
        yield from ((character, bold > 0, italic > 0) for character in text)


def written(lines: list[list[Text]]) -> list[tuple[str, bool, bool]]:
    """The same of what went in; white space has no weight, and lines without text at the ends are not said."""
    kept = [[(character, run.bold, run.italic) for run in line for character in run.text] for line in lines]
    while kept and not kept[-1]:
        kept.pop()
    while kept and not kept[0]:
        kept.pop(0)
    return [one for line in kept for one in (*line, ("\n", False, False))][:-1]


def weighed(characters: list[tuple[str, bool, bool]]) -> list[tuple[str, bool, bool]]:
    return [(one, bold, italic) if not one.isspace() else (one, False, False) for one, bold, italic in characters]


def inlines_of(lines: list[list[Text]]) -> Inlines:
    found: list[Inline] = []
    for line in lines:
        found.extend((*line, LineBreak()))
    return tuple(found[:-1])


@given(LINES)
def test_any_paragraph_comes_back_as_the_same_text_with_the_same_appearance(lines: list[list[Text]]) -> None:
    tokens = parsed(render_markdown(minutes(Paragraph(inlines_of(lines)))))
    if not written(lines):
        assert tokens == []
        return
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    assert weighed(list(looks(tokens[1]))) == weighed(written(lines))


@given(LINES)
def test_any_text_comes_back_from_a_cell_of_a_table(lines: list[list[Text]]) -> None:
    tokens = parsed(render_markdown(minutes(Table(((cell("A"), cell(Paragraph(inlines_of(lines)))),), 0))))
    inner = [token for token in tokens if token.type == "inline"]
    assert len(inner) == 4
    assert weighed(list(looks(inner[3]))) == weighed(written(lines))


@given(TEXTS)
def test_any_text_comes_back_from_a_heading_and_from_an_item_of_a_list(text: str) -> None:
    tokens = parsed(render_markdown(minutes(Heading(text + "x", 1), Heading("x" + text, 2), BulletList((item(text),)))))
    inner = ["".join(one for one, *_ in looks(token)) for token in tokens if token.type == "inline"]
    assert inner == [text + "x", "x" + text, *([text] if text else [])]


@given(TEXTS, TEXTS)
def test_any_link_text_comes_back_and_its_neighbour_makes_no_image_of_it(before: str, text: str) -> None:
    link = Link("a" + text + "b", "https://example.dk/a_b?x=1&copy;=(2)")
    tokens = parsed(render_markdown(minutes(Paragraph((Text("x" + before), link)))))
    children = tokens[1].children or []
    opened = next(child for child in children if child.type == "link_open" and str(child.attrGet("href")).endswith(")"))
    assert str(opened.attrGet("href")).replace("%7C", "|") == link.url
    assert "image" not in {child.type for child in children}
    assert "".join(child.content for child in children) == "x" + before + " ".join(link.text.split())


def test_a_bare_address_stays_one_and_one_that_must_not_be_followed_is_text() -> None:
    links = (Link("a@b.dk", "mailto:a@b.dk"), Link("https://b.dk/x_y", "https://b.dk/x_y"), Link("her", "javascript:1"))
    assert (
        render_markdown(minutes(*(Paragraph((link,)) for link in links))) == "<a@b.dk>\n\n<https://b.dk/x_y>\n\nher\n"
    )


@pytest.mark.parametrize(
    ("typed", "source"),
    [
        ("12. marts", "12\\. marts"),
        ("1) først", "1\\) først"),
        ("# ikke en overskrift", "\\# ikke en overskrift"),
        ("+ mere", "\\+ mere"),
        ("-5 grader", "-5 grader"),
        ("#5 er et nummer", "#5 er et nummer"),
        ("A & B, 3 > 2", "A & B, 3 > 2"),
        ("&amp; a|b", "\\&amp; a\\|b"),
        (" indrykket", "&#32;indrykket"),
    ],
)
def test_only_what_would_be_taken_for_a_mark_is_escaped(typed: str, source: str) -> None:
    assert render_markdown(minutes(para(typed))) == f"{source}\n"


def test_headings_stand_below_the_title_and_no_level_is_skipped() -> None:
    text = render_markdown(minutes(para("Referat", Role.TITLE), Heading("Et", 1), Heading("Dybt", 4), Heading("To", 1)))
    assert text.splitlines()[::2] == ["# Referat", "## Et", "### Dybt", "## To"]


def test_without_a_title_the_items_are_the_first_level() -> None:
    assert render_markdown(minutes(Heading("Et", 1))) == "# Et\n"


def test_a_draft_says_so_on_top() -> None:
    assert render_markdown(replace(minutes(para("Referat", Role.TITLE)), draft="UDKAST")) == "**UDKAST**\n\n# Referat\n"


def test_facts_are_a_list_and_references_lines() -> None:
    fact = Paragraph((Text("Sted"), Tab(), Text("Rådhuset")), Role.FACT)
    text = render_markdown(minutes(fact, para("Sag 1", Role.REFERENCE), para("Dok 2", Role.REFERENCE)))
    assert text == "- **Sted:** Rådhuset\n\nSag 1\\\nDok 2\n"


def test_a_name_has_a_line_to_sign_on() -> None:
    assert render_markdown(minutes(para("Eva Holm", Role.SIGNATURE))) == f"{'…' * 20}\\\nEva Holm\n"


def test_lists_keep_their_nesting_and_their_numbers() -> None:
    inner = NumberedList((item("ti"), item("elleve", BulletList((item("streg"),)))), 10)
    text = render_markdown(minutes(BulletList((item("a", inner), item("b"))), PageBreak(), BulletList((item("c"),))))
    assert text == "- a\n\n  10. ti\n  11. elleve\n      - streg\n- b\n\n* c\n"
    tokens = parsed(text)
    assert [token.attrGet("start") for token in tokens if token.type == "ordered_list_open"] == [10]
    assert [token.level for token in tokens if token.type == "bullet_list_open"] == [0, 4, 0]


def test_an_item_may_be_empty_or_begin_with_a_list_or_a_table() -> None:
    text = render_markdown(minutes(BulletList((item(), item(BulletList((item("a"),))), item(table(("b",)))))))
    assert text == "-\n- - a\n- | b |\n  | --- |\n"


def test_a_table_keeps_its_lines_and_lists_in_cells() -> None:
    value = Table(
        ((cell("Post"), cell("Beløb")), (cell("Drift", "og mere"), cell(BulletList((item("a"), item("b")))))), 1
    )
    assert render_markdown(minutes(value)).splitlines() == [
        "| Post | Beløb |",
        "| --- | --- |",
        "| Drift<br>og mere | • a<br>• b |",
    ]


def test_a_table_without_a_header_row_gets_an_empty_one_and_its_header_column_is_bold() -> None:
    value = Table(((cell("Sted"), cell("Rådhuset")),), header_rows=0, header_columns=1)
    assert render_markdown(minutes(value)).splitlines() == ["|  |  |", "| --- | --- |", "| **Sted** | Rådhuset |"]


def test_the_contents_list_the_titles() -> None:
    headings = (Heading("Punkt 1: Et", 1, True, "1. Et"), Heading("Under", 2, True), Heading("Skjult", 1))
    assert render_markdown(minutes(Contents("Indhold"), *headings)).split("\n\n")[:2] == [
        "**Indhold**",
        "- 1\\. Et\n  - Under",
    ]


def test_our_own_reader_of_markdown_reads_what_we_write() -> None:
    blocks = (para("12. marts"), NumberedList((item("a"), item("b")), 3), BulletList((item("1. c"),)))
    assert parse(render_markdown(minutes(*blocks)), 1) == blocks


def test_the_sample_meeting_reads_as_the_golden_file() -> None:
    """Where a change is meant: `REFERENT_UPDATE_GOLDEN=1`, and the diff is reviewed."""
    text = render_markdown(replace(build_minutes(sample_meeting(), load_layout("standard")), draft="UDKAST"))
    assert_golden("standard.md", text)
