"""The minutes as a page of HTML: well formed, accessible, and closed to everything that is not its own."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referent.cleaning import clean
from referent.files.layout_file import layout_names, load_layout
from referent.markup import render_html
from referent.minutes.blocks import (
    Block,
    BulletList,
    Contents,
    Heading,
    LineBreak,
    Link,
    Look,
    NumberedList,
    Paragraph,
    Role,
    Tab,
    Table,
    Text,
)
from referent.minutes.build import build_minutes
from referent.minutes.contrast import contrast
from tests.markup.golden import assert_golden
from tests.markup.page import Page
from tests.minutes.samples import sample_meeting
from tests.word.samples import cell, everything, item, minutes, para, table

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
TITLE = para("Referat", Role.TITLE)


def page(*blocks: Block, **more: object) -> Page:
    return Page(render_html(replace(minutes(*blocks), **more)))  # type: ignore[arg-type]


@pytest.mark.parametrize("name", layout_names())
def test_every_house_style_makes_a_page_with_its_headings_in_order(name: str) -> None:
    made = Page(render_html(build_minutes(sample_meeting(), load_layout(name))))
    levels = [int(heading.tag[1]) for heading in made.all(*HEADINGS)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert all(heading.text for heading in made.all(*HEADINGS))
    anchors = [element.attributes["id"] for element in made.elements if "id" in element.attributes]
    assert len(anchors) == len(set(anchors))


def test_every_kind_of_block_can_stand_on_a_page() -> None:
    made = Page(render_html(everything()))
    assert made.one("html").attributes == {"lang": "da-DK"}
    assert made.one("title").text == "Referat af møde"
    assert made.texts("h1", "h2", "h3") == ["Referat", "Punkt 1: Godkendelse", "Beslutning", "Punkt 2: Økonomi"]
    assert "Side" not in made.one("main").text


def test_the_page_asks_nothing_of_anyone_and_runs_nothing() -> None:
    made = page(Paragraph((Link("her", "https://example.dk"),)))
    policy = next(meta for meta in made.all("meta") if "http-equiv" in meta.attributes).attributes["content"]
    assert policy.startswith("default-src 'none'; style-src 'unsafe-inline';")
    assert not made.all("script", "img", "link", "iframe")
    assert not [element for element in made.elements if {"style", "src"} & set(element.attributes)]
    assert not re.search(r"url\(|@import", made.one("style").text)


@given(
    st.text().map(clean), st.sampled_from(["<script>", "</title>", "</style><b>", "&lt;", '" onload="', "]]>", "-->"])
)
def test_whatever_stands_in_a_text_is_text(words: str, mark: str) -> None:
    words += mark
    texts = (Text(words), Link(words, "https://example.dk/"), Link(words, f"javascript:{mark}"))
    paragraphs = (Paragraph((one,)) for one in texts)
    described = replace(table((words,), (words,)), description=words)
    blocks: tuple[Block, ...] = (
        para(words, Role.TITLE),
        Contents(words),
        Heading(words, 1, True),
        *paragraphs,
        described,
    )
    made = page(*blocks, title=words, draft=words)
    wanted = " ".join(words.split())
    assert made.texts("title", "h1", "h2", "th", "caption", "td") == [f"{wanted} – {wanted}", *[wanted] * 5]
    assert made.texts("p") == [wanted] * 5
    assert [link.attributes["href"] for link in made.all("a")] == ["#afsnit-2", "https://example.dk/"]


def test_the_opening_is_a_header_with_the_facts_as_terms_and_values() -> None:
    fact = Paragraph((Text("Sted"), Tab(), Text("Rådhuset"), LineBreak(), Text("lokale 2")), Role.FACT)
    made = page(TITLE, para("Rådet", Role.SUBTITLE), fact, Heading("Et", 1), draft="UDKAST")
    assert made.texts("dt", "dd") == ["Sted", "Rådhuset lokale 2"]
    assert made.one("dl").inside == ("html", "body", "main", "header")
    assert [element.text for element in made.all("p", "h1")] == ["UDKAST", "Referat", "Rådet"]
    assert all("header" in element.inside for element in made.all("p", "h1"))
    assert made.one("title").text == "UDKAST – Referat af møde"


def test_the_contents_link_to_the_headings() -> None:
    made = page(
        Contents("Indhold"), Heading("Punkt 1: Et", 1, True, "1. Et"), Heading("Under", 2, True), Heading("To", 1, True)
    )
    assert made.one("nav").attributes == {"aria-labelledby": "indhold"}
    anchors = {"#" + heading.attributes["id"]: heading.text for heading in made.all(*HEADINGS)}
    assert [(link.text, anchors[link.attributes["href"]]) for link in made.all("a")] == [
        ("1. Et", "Punkt 1: Et"),
        ("Under", "Under"),
        ("To", "To"),
    ]
    assert [link.inside.count("ul") for link in made.all("a")] == [1, 2, 1]


def test_header_rows_and_header_columns_are_marked_and_the_table_has_its_caption() -> None:
    rows = (("", "Budget", "Regnskab"), ("Drift", "1 kr.", "2 kr."))
    made = page(replace(table(*rows), header_columns=1))
    assert [(head.text, head.attributes["scope"]) for head in made.all("th")] == [
        ("Budget", "col"),
        ("Regnskab", "col"),
        ("Drift", "row"),
    ]
    assert made.one("caption").text == "Budget"


def test_a_wide_table_can_be_scrolled_by_keys_and_has_a_name() -> None:
    made = page(Heading("Økonomi", 1), replace(table(("a",), ("b",)), description=""))
    region = next(element for element in made.all("div") if element.attributes.get("role") == "region")
    assert region.attributes["tabindex"] == "0"
    assert region.attributes["aria-labelledby"] == made.one("h1").attributes["id"]


def test_lines_and_lists_in_cells_and_rows_that_are_too_short_are_kept() -> None:
    made = page(Table(((cell("A"), cell("B")), (cell("en", "to"),), (cell(), cell(BulletList((item("x"),))))), 1))
    assert made.texts("tr") == ["AB", "en to", "x"]
    assert len(made.all("td")) == 4
    assert made.texts("p") == ["en", "to"]
    assert made.texts("li") == ["x"]


def test_lists_keep_their_nesting_and_their_start() -> None:
    made = page(NumberedList((item("to", BulletList((item("a"),))), item("tre", "mere")), 2))
    assert made.one("ol").attributes == {"start": "2"}
    assert made.one("ul").inside[-2:] == ("ol", "li")
    assert made.texts("li") == ["to a", "a", "tre mere"]
    assert made.texts("p") == ["tre", "mere"]


def test_empty_paragraphs_and_headings_are_left_out() -> None:
    made = page(Paragraph(()), para("  "), Heading("", 1), Heading("Et", 1))
    assert not made.all("p")
    assert made.texts(*HEADINGS) == ["Et"]


def test_a_heading_colour_that_cannot_be_read_on_white_is_not_used() -> None:
    pale = page(TITLE, look=Look(heading_colour="FFCC00")).one("style").text
    assert "FFCC00" not in pale
    assert "1F3864" in page(TITLE).one("style").text


def test_every_colour_of_the_style_sheet_can_be_read() -> None:
    sheet = page(TITLE).one("style").text
    colours = set(re.findall(r"(?<![-\w])color: #([0-9A-F]{6})", sheet))
    assert len(colours) >= 4
    assert all(contrast(colour, "F2F2F2") >= 4.5 for colour in colours)


@pytest.mark.parametrize(
    ("colours", "ratio"), [(("000000", "FFFFFF"), 21), (("777777", "FFFFFF"), 4.48), (("777777", "777777"), 1)]
)
def test_contrast_is_as_wcag_reckons_it(colours: tuple[str, str], ratio: float) -> None:
    assert contrast(*colours) == pytest.approx(ratio, abs=0.005)
    assert contrast(*reversed(colours)) == pytest.approx(ratio, abs=0.005)


def test_a_font_name_cannot_break_out_of_the_style_sheet() -> None:
    made = page(TITLE, look=Look(body_font='x"; } </style><script>'))
    assert not made.all("script")


def test_the_sample_meeting_reads_as_the_golden_file() -> None:
    """Where a change is meant: `REFERENT_UPDATE_GOLDEN=1`, and the diff is reviewed."""
    built = build_minutes(sample_meeting(), load_layout("standard"))
    assert_golden("standard.html", render_html(replace(built, draft="UDKAST", look=Look())))
