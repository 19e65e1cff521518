"""Paragraphs and what stands in them, hostile text included."""

from __future__ import annotations

from pathlib import Path

from referent.minutes.blocks import Heading, LineBreak, Link, Minutes, PageBreak, Paragraph, Role, Tab, Text
from referent.word import render_docx
from tests.word.checks import assert_valid_docx, find, paragraph_with, part, style_of, text, values, write_docx
from tests.word.samples import minutes, para, table

HOSTILE = "a\x00b\x1b[31mc\x0b\ud800d\ufffe[/][@click=app.quit]<w:t>&amp;]]>"


def test_every_role_has_its_style() -> None:
    styles = {
        Role.BODY: "Normal",
        Role.TITLE: "Title",
        Role.SUBTITLE: "Subtitle",
        Role.FACT: "Fact",
        Role.LABEL: "Label",
        Role.REFERENCE: "Reference",
    }
    document = part(render_docx(minutes(*(para(role.name, role) for role in styles))))
    assert {role: style_of(paragraph_with(document, role.name)) for role in styles} == styles


def test_headings_deeper_than_six_get_the_sixth_style() -> None:
    document = part(render_docx(minutes(Heading("Et", 1), Heading("To", 2), Heading("Ni", 9))))
    assert values(document, ".//w:pStyle/@w:val") == ["Heading1", "Heading2", "Heading6"]


def test_bold_and_italic_are_runs_of_their_own() -> None:
    inlines = (Text("alm "), Text("fed", bold=True), Text("kursiv", italic=True))
    document = part(render_docx(minutes(Paragraph(inlines))))
    assert [text(run) for run in find(document, ".//w:r[w:rPr/w:b]")] == ["fed"]
    assert [text(run) for run in find(document, ".//w:r[w:rPr/w:i]")] == ["kursiv"]
    assert set(values(document, ".//w:t/@xml:space")) == {"preserve"}


def test_line_breaks_and_tabs_are_words_own_also_inside_text() -> None:
    document = part(render_docx(minutes(Paragraph((Text("a\nb\tc"), LineBreak(), Tab())))))
    assert len(find(document, ".//w:r/w:br")) == 2
    assert len(find(document, ".//w:r/w:tab")) == 2


def test_links_to_the_same_address_share_a_relationship() -> None:
    link = Link("her", "https://example.dk/a?b=c&d=æ")
    content = render_docx(minutes(Paragraph((link, Text(" og "), link, Link("post", "mailto:a@example.dk")))))
    ids = values(part(content), ".//w:hyperlink/@r:id")
    targets = part(content, "word/_rels/document.xml.rels")
    linked = {item.get("Id"): item.get("Target") for item in targets if item.get("TargetMode") == "External"}
    assert ids[0] == ids[1] != ids[2]
    assert linked == {ids[0]: "https://example.dk/a?b=c&d=æ", ids[2]: "mailto:a@example.dk"}


def test_any_other_address_is_plain_text() -> None:
    others = (
        "javascript:alert(1)",
        "file:///etc/passwd",
        "file://server/x",
        "http://[bad",
        "https://",
        "\\\\server\\x",
        "",
        "mailto:",
    )
    document = part(render_docx(minutes(*(Paragraph((Link(f"til »{url}«", url),)) for url in others))))
    for url, paragraph in zip(others, find(document, ".//w:p"), strict=True):
        assert not find(paragraph, ".//w:hyperlink"), url
        assert text(paragraph) == f"til »{url}«", url


def hostile_minutes() -> Minutes:
    return minutes(
        para(HOSTILE, Role.TITLE),
        Heading(HOSTILE, 1, in_contents=True),
        para("x" * 5000),
        table((HOSTILE, "y" * 3000), ("z" * 500, HOSTILE)),
        Paragraph((Link(HOSTILE, 'https://example.dk/ "<>\x00' + HOSTILE[:5]),)),
        header=(Text(HOSTILE),),
        title=HOSTILE,
    )


def test_hostile_text_loses_what_xml_cannot_hold_and_nothing_else_and_the_document_is_valid(tmp_path: Path) -> None:
    path = tmp_path / "x.docx"
    write_docx(hostile_minutes(), path)
    assert_valid_docx(path)
    assert text(find(part(path.read_bytes()), ".//w:p")[0]) == "ab[31mcd[/][@click=app.quit]<w:t>&amp;]]>"


def test_a_page_break_belongs_to_the_next_paragraph() -> None:
    document = part(render_docx(minutes(para("før"), PageBreak(), PageBreak(), para("efter"))))
    assert [text(p) for p in find(document, ".//w:p[w:pPr/w:pageBreakBefore]")] == ["efter"]
    assert len(find(document, ".//w:p")) == 2


def test_a_page_break_before_a_table_stands_in_its_first_cell() -> None:
    document = part(render_docx(minutes(para("før"), PageBreak(), table(("a", "b"), ("c", "d")), para("efter"))))
    assert [text(p) for p in find(document, ".//w:p[w:pPr/w:pageBreakBefore]")] == ["a"]


def test_nothing_is_broken_before_the_first_paragraph_or_after_the_last() -> None:
    document = part(render_docx(minutes(PageBreak(), Heading("Et", 1, page_break_before=True), PageBreak())))
    assert not find(document, ".//w:pageBreakBefore")
    assert len(find(document, ".//w:p")) == 1


def test_long_fact_labels_move_the_tab_stop_of_all_facts() -> None:
    def tab_stop(label: str) -> int:
        fact = Paragraph((Text(label, bold=True), Tab(), Text("værdi")), Role.FACT)
        styles = part(render_docx(minutes(fact)), "word/styles.xml")
        return int(values(styles, ".//w:style[@w:styleId='Fact']/w:pPr/w:tabs/w:tab/@w:pos")[0])

    assert tab_stop("Dato") == 1984  # 35 mm
    assert tab_stop("Deltagere uden stemmeret") > 2200


def test_no_paragraph_is_empty_for_the_sake_of_space() -> None:
    blocks = (para("a"), table(("b",), ("c",)), para("d"), Heading("e", 1), para("f"))
    document = part(render_docx(minutes(*blocks)))
    assert all(text(p) for p in find(document, ".//w:p"))
    assert values(paragraph_with(document, "d"), "./w:pPr/w:spacing/@w:before") == ["200"]
