"""The word that says a document is a draft stands at the top of every page, until it is final."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from docx.document import Document

from referent.minutes.blocks import Minutes, Role, Text
from referent.word import render_docx
from referent.word.template import Template
from tests.word.checks import find, part, part_names, style_of, text, values, whole_document
from tests.word.samples import minutes, para
from tests.word.templates import first_page_header, header, lines, new_section, template


def draft(said: Minutes | None = None) -> Minutes:
    return replace(said or minutes(para("Brødtekst")), draft="UDKAST")


def headers(content: bytes) -> list[list[str]]:
    """The paragraphs of each header part."""
    names = [name for name in part_names(content) if name.startswith("word/header")]
    return [[text(paragraph) for paragraph in find(part(content, name), "./w:p")] for name in names]


def test_it_stands_alone_where_there_is_no_other_header_bold_and_dark() -> None:
    content = render_docx(draft())
    assert headers(content) == [["UDKAST"]]
    assert style_of(find(part(content, "word/header1.xml"), "./w:p")[0]) == "Draft"
    style = find(part(content, "word/styles.xml"), ".//w:style[@w:styleId='Draft']")[0]
    assert find(style, "./w:rPr/w:b")
    assert int(values(style, "./w:rPr/w:color/@w:val")[0], 16) <= 0x404040


def test_it_stands_below_the_header_and_on_the_cover_too() -> None:
    content = render_docx(draft(minutes(para("Tekst"), header=(Text("Top"),), first_page_differs=True)))
    assert sorted(headers(content)) == [["Top", "UDKAST"], ["UDKAST"]]


def test_a_cover_without_header_and_footer_has_it() -> None:
    content = render_docx(draft(minutes(para("Tekst"), first_page_differs=True)))
    assert headers(content) == [["UDKAST"], ["UDKAST"]]
    assert set(values(part(content), ".//w:headerReference/@w:type")) == {"default", "first"}


def test_a_final_document_has_none() -> None:
    content = whole_document()
    assert "UDKAST" not in str(headers(content))
    assert "Draft" not in values(part(content), ".//w:pStyle/@w:val")


def on(content: bytes) -> list[list[str]]:
    return headers(render_docx(draft(), template=Template(content)))


def test_a_letterhead_keeps_its_headers_and_has_it_in_each() -> None:
    letter = template(header("Brevhoved"), first_page_header("Forside"))
    assert sorted(on(letter)) == [["Brevhoved", "UDKAST"], ["Forside", "UDKAST"]]


def test_a_header_that_sections_share_has_it_once() -> None:
    shared = template(header("Brevhoved"), lines("Forside"), new_section(), lines("{{indhold}}"), new_section())
    assert on(shared) == [["Brevhoved", "UDKAST"]]


def test_a_section_with_a_header_of_its_own_has_it() -> None:
    def own_header(document: Document) -> None:
        document.sections[-1].header.is_linked_to_previous = False
        document.sections[-1].header.paragraphs[0].text = "Bilag"

    assert sorted(on(template(header("Brev"), new_section(), own_header))) == [["Bilag", "UDKAST"], ["Brev", "UDKAST"]]


def test_even_pages_have_it() -> None:
    def even_pages(document: Document) -> None:
        document.settings.odd_and_even_pages_header_footer = True

    assert on(template(even_pages)) == [["UDKAST"], ["UDKAST"]]


def test_a_first_page_of_a_later_section_has_it() -> None:
    def differs(document: Document) -> None:
        document.sections[-1].different_first_page_header_footer = True

    assert on(template(header("Brev"), new_section(), differs)) == [["Brev", "UDKAST"], ["UDKAST"]]


@pytest.mark.parametrize("word", ["", "  "])
def test_an_empty_word_is_none(word: str) -> None:
    assert headers(render_docx(replace(minutes(para("Tekst")), draft=word))) == []


# Lines to sign on


def test_a_signature_is_a_rule_with_the_name_below() -> None:
    content = render_docx(minutes(para("Ida Kjær", Role.SIGNATURE)))
    (style,) = find(part(content, "word/styles.xml"), ".//w:style[@w:styleId='SignatureLine']")
    assert values(style, "./w:pPr/w:pBdr/w:top/@w:val") == ["single"]
    # 210 mm less the margins of 25 mm and the 70 mm of the rule
    assert int(values(style, "./w:pPr/w:ind/@w:right")[0]) == pytest.approx(90 / 25.4 * 1440, abs=2)
    assert [text(paragraph) for paragraph in find(part(content), ".//w:p")] == ["Ida Kjær"]


def test_signatures_below_each_other_each_keep_their_rule() -> None:
    """Word draws one border around neighbours whose borders and indents are alike."""
    names = ("Ida Kjær", "Ole Bang", "Mette Holm")
    for form in (None, Template(template())):
        content = render_docx(minutes(*(para(name, Role.SIGNATURE) for name in names)), template=form)
        indents = [values(paragraph, "./w:pPr/w:ind/@w:right") for paragraph in find(part(content), ".//w:p")]
        assert all(indent != follower for indent, follower in pairwise(indents))


def kept_with_next(count: int) -> list[bool]:
    """Of so many lines to sign on: which must stand on the page of the one below."""
    content = render_docx(minutes(*(para(f"Navn {number}", Role.SIGNATURE) for number in range(count))))
    return [bool(find(paragraph, "./w:pPr/w:keepNext")) for paragraph in find(part(content), ".//w:p")]


def test_signatures_stand_on_one_page() -> None:
    assert kept_with_next(1) == [False]
    assert kept_with_next(12) == [True] * 11 + [False]


def test_of_too_many_signatures_for_a_page_none_stands_alone_on_the_last() -> None:
    assert kept_with_next(30) == [False] * 28 + [True, False]
