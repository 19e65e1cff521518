"""What a template has of styles, lists and settings rules; what it lacks is added from ours."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from lxml import etree

from referent.minutes.blocks import Contents, Counter, Heading, PageField, Role
from referent.word import render_docx
from referent.word.template import Template
from tests.word.checks import find, paragraph_with, part, part_names, style_of, text, values, whole_document
from tests.word.samples import everything, minutes, para
from tests.word.templates import (
    cut,
    header,
    lines,
    new_section,
    on,
    repacked,
    template,
)


def style_id(content: bytes, name: str) -> str:
    return values(part(content, "word/styles.xml"), f".//w:style[w:name/@w:val='{name}']/@w:styleId")[0]


def test_the_styles_of_the_template_are_used_by_what_word_calls_them() -> None:
    content = on(template(), minutes(para("Titel", Role.TITLE), Heading("Punkt", 1), Heading("Afsnit", 2)))
    used = [style_of(paragraph) for paragraph in find(part(content), "./w:body/w:p")]
    assert used == ["Titel", "Overskrift1", "Overskrift2"]
    heading = find(part(content, "word/styles.xml"), ".//w:style[w:name/@w:val='heading 1']")
    assert len(heading) == 1
    assert values(heading[0], ".//w:color/@w:val") == ["7A1F3D"]


def test_a_style_is_found_by_its_other_names_and_without_regard_to_capitals() -> None:
    def renamed(document: Document) -> None:
        for style in document.styles.element.iter(qn("w:style")):
            name = style.find(qn("w:name"))
            if name.get(qn("w:val")) == "heading 1":
                name.set(qn("w:val"), "Kommunens overskrift")
                aliases = OxmlElement("w:aliases")
                aliases.set(qn("w:val"), "H1,Heading 1")
                name.addnext(aliases)
            elif name.get(qn("w:val")) == "heading 2":
                name.set(qn("w:val"), "HEADING 2")

    content = on(template(renamed), minutes(Heading("Punkt", 1), Heading("Afsnit", 2)))
    assert values(part(content), "./w:body/w:p/w:pPr/w:pStyle/@w:val") == ["Overskrift1", "Overskrift2"]


def test_missing_styles_are_added_and_hang_on_those_of_the_template() -> None:
    def without(document: Document) -> None:
        styles = document.styles.element
        for style in list(styles.iter(qn("w:style"))):
            if style.get(qn("w:styleId")) in ("Overskrift2", "Heading2Char"):
                styles.remove(style)
            elif style.get(qn("w:styleId")) == "Normal":
                style.set(qn("w:styleId"), "Brdtekst0")

        for element in styles.iter(qn("w:basedOn"), qn("w:next"), qn("w:link")):
            if element.get(qn("w:val")) == "Normal":
                element.set(qn("w:val"), "Brdtekst0")

    content = on(template(without), everything())
    styles = part(content, "word/styles.xml")
    assert values(styles, ".//w:style[w:name/@w:val='heading 2']/w:basedOn/@w:val") == ["Brdtekst0"]
    assert values(styles, ".//w:style[w:name/@w:val='Table Heading']/w:basedOn/@w:val") == [
        style_id(content, "Table Text")
    ]


def test_a_style_id_that_means_something_else_is_left_alone() -> None:
    def taken(document: Document) -> None:
        document.styles.add_style("Kommunens label", 1).element.set(qn("w:styleId"), "Label")

    content = on(template(taken), minutes(para("Medlemmer:", Role.LABEL)))
    assert style_of(paragraph_with(part(content), "Medlemmer:")) == style_id(content, "Label") == "Label2"


@cache
def everything_on_a_letterhead() -> bytes:
    """A draft with one of each kind of block; several tests look at it."""
    return on(template(header("{{udvalg}}")), replace(everything(), draft="UDKAST"))


def test_each_style_in_use_is_defined() -> None:
    content = everything_on_a_letterhead()
    defined = set(values(part(content, "word/styles.xml"), ".//w:style/@w:styleId"))
    parts = [name for name in part_names(content) if name.startswith(("word/document", "word/header", "word/footer"))]
    paths = ".//w:pStyle/@w:val | .//w:rStyle/@w:val | .//w:tblStyle/@w:val"
    assert {style for name in parts for style in values(part(content, name), paths)} <= defined


def test_what_we_add_has_the_type_of_the_template() -> None:
    def large(document: Document) -> None:
        document.styles["Normal"].font.size = Pt(14)

    content = on(template(large), minutes(para("Dato", Role.LABEL)))
    sizes = values(part(content, "word/styles.xml"), ".//w:style[w:name/@w:val='Label']/w:rPr/w:sz/@w:val")
    assert sizes == ["28"]


def test_lists_count_for_themselves_beside_those_of_the_template() -> None:
    content = everything_on_a_letterhead()
    numbering = part(content, "word/numbering.xml")
    for path in ("./w:abstractNum/@w:abstractNumId", "./w:num/@w:numId"):
        ids = values(numbering, path)
        assert len(ids) == len(set(ids))
    used = set(values(part(content), ".//w:numId/@w:val"))
    assert used <= set(values(numbering, "./w:num/@w:numId"))
    starts = {
        number: values(numbering, f"./w:num[@w:numId='{number}']//w:startOverride/@w:val")
        for number in values(part(content), ".//w:p[.//w:t='to']//w:numId/@w:val")
    }
    assert list(starts.values()) == [["2"]]


def test_the_contents_have_dots_and_numbers_at_the_margin_whatever_the_style_says() -> None:
    def own_contents(document: Document) -> None:
        document.styles.add_style("toc 1", 1).element.set(qn("w:styleId"), "Indholdsfortegnelse1")

    said = minutes(Contents("Indhold"), Heading("Punkt 1", 1, in_contents=True))
    line = find(part(on(template(own_contents), said)), ".//w:p[w:pPr/w:pStyle/@w:val='Indholdsfortegnelse1']")
    assert values(line[0], "./w:pPr/w:tabs/w:tab/@w:leader") == ["dot"]
    assert values(line[0], "./w:pPr/w:tabs/w:tab/@w:pos") == ["8504"]  # 210 mm less two margins of 30 mm


def test_pages_of_the_template_before_and_after_the_minutes_are_counted() -> None:
    said = replace(
        minutes(Contents("Indhold"), Heading("Punkt 1", 1, in_contents=True)), footer=(PageField(Counter.PAGES),)
    )
    content = on(template(lines("Forside"), new_section(), lines("{{indhold}}"), new_section(), lines("Bagside")), said)
    assert text(find(part(content), ".//w:hyperlink")[0]).endswith("Punkt 12")
    assert text(part(content, "word/footer1.xml")) == "3"


def test_bookmarks_never_meet() -> None:
    said = minutes(
        Contents("Indhold"), Heading("Punkt 1", 1, in_contents=True), Heading("Punkt 2", 1, in_contents=True)
    )
    ids = values(part(on(template(cut("Brev", "hoved")), said)), ".//w:bookmarkStart/@w:id")
    assert len(ids) == len(set(ids)) == 3


def test_our_own_document_may_be_a_template_itself() -> None:
    first = whole_document()
    again = render_docx(everything(), template=Template(first))
    assert len(find(part(again), ".//w:hyperlink[@r:id]")) == 2 * len(find(part(first), ".//w:hyperlink[@r:id]"))
    names = values(part(again), ".//w:bookmarkStart/@w:name")
    assert len(names) == len(set(names))


def test_the_language_is_that_of_the_minutes() -> None:
    content = everything_on_a_letterhead()
    assert set(values(part(content, "word/styles.xml"), ".//w:lang/@w:val")) == {"da-DK"}
    assert values(part(content, "word/settings.xml"), "./w:themeFontLang/@w:val") == ["da-DK"]


def test_the_settings_of_the_template_stay_but_for_what_asks_locks_or_tells() -> None:
    def settings(document: Document) -> None:
        element = document.settings.element
        for name in ("w:updateFields", "w:documentProtection", "w:docVars", "w:trackRevisions"):
            element.insert(0, OxmlElement(name))

    before, after = (part(content, "word/settings.xml") for content in (template(), on(template(settings))))
    for path in (".//w:compatSetting/@w:val", ".//w:defaultTabStop/@w:val"):
        assert values(after, path) == values(before, path) != []
    assert not find(after, "./w:updateFields | ./w:documentProtection | ./w:docVars | ./w:trackRevisions")


@pytest.mark.parametrize(
    "name", ["word/styles.xml", "word/numbering.xml", "word/settings.xml", "word/theme/theme1.xml"]
)
def test_a_template_without_one_of_its_parts_gets_ours(name: str) -> None:
    tail = name.removeprefix("word/").encode()
    content = template(lines("{{indhold}}"))

    def unrelated(relations: bytes) -> bytes:
        root = etree.fromstring(relations)
        for relation in list(root):
            if relation.get("Target") == tail.decode():
                root.remove(relation)
        return etree.tostring(root)

    assert on(repacked(content, {"word/_rels/document.xml.rels": unrelated}), everything())
