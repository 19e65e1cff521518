"""The table of contents is a field that is filled in beforehand, with whole titles and pages that add up."""

from __future__ import annotations

from pathlib import Path

from lxml import etree

from referent.minutes.blocks import Block, Contents, Counter, Heading, PageBreak, PageField, Text
from referent.word import render_docx
from referent.word.pages import PageNumbers
from tests.word.checks import assert_valid_docx, find, paragraph_with, part, style_of, text, values, write_docx
from tests.word.samples import minutes, para, table

LONG = (
    "Godkendelse af fælles handleplan for det tværsektorielle samarbejde om borgere med psykiske lidelser i kommunerne"
)


def document_of(*blocks: Block) -> etree._Element:
    return part(render_docx(minutes(*blocks)))


def entries(document: etree._Element) -> list[tuple[str, str]]:
    """Title and page number of each line of the contents."""
    found = []
    for paragraph in find(document, ".//w:p[w:pPr/w:pStyle[starts-with(@w:val, 'TOC') and @w:val != 'TOCHeading']]"):
        *title, page = values(paragraph, "./w:hyperlink//w:t/text()")
        found.append(("".join(title), page))
    return found


def instructions(document: etree._Element) -> list[str]:
    return [value.strip() for value in values(document, ".//w:instrText/text()")]


def test_entries_have_the_whole_title_and_the_page() -> None:
    document = document_of(
        para("Forside"),
        PageBreak(),
        Contents("Indhold"),
        Heading(LONG, 1, in_contents=True, page_break_before=True),
        Heading("Beslutning", 2),
        PageBreak(),
        Heading("Økonomi", 1, in_contents=True),
    )
    assert entries(document) == [(LONG, "3"), ("Økonomi", "4")]
    assert style_of(paragraph_with(document, "Indhold")) == "TOCHeading"


def test_every_entry_points_to_a_bookmark_and_every_bookmark_has_its_entry() -> None:
    document = document_of(Contents("Indhold"), *(Heading(f"Punkt {n}", 1, in_contents=True) for n in range(12)))
    names = values(document, ".//w:bookmarkStart/@w:name")
    assert len(set(names)) == 12
    assert values(document, ".//w:hyperlink/@w:anchor") == names
    assert [text for text in instructions(document) if "PAGEREF" in text] == [rf"PAGEREF {n} \h" for n in names]
    ids = values(document, ".//w:bookmarkStart/@w:id")
    assert len(set(ids)) == 12
    assert values(document, ".//w:bookmarkEnd/@w:id") == ids


def test_the_bookmark_stands_at_its_own_heading() -> None:
    document = document_of(Contents("I"), Heading("A", 1, in_contents=True), Heading("B", 1, in_contents=True))
    for title, entry in (("A", 0), ("B", 1)):
        heading = next(p for p in find(document, ".//w:p[w:pPr/w:pStyle/@w:val='Heading1']") if text(p) == title)
        anchors = values(document, ".//w:hyperlink/@w:anchor")
        assert values(heading, "./w:bookmarkStart/@w:name") == [anchors[entry]]


def test_without_contents_there_are_no_bookmarks() -> None:
    assert not find(document_of(Heading("A", 1, in_contents=True)), ".//w:bookmarkStart")


def test_contents_without_entries_print_nothing() -> None:
    assert text(document_of(Contents("Indhold"), Heading("A", 1))) == "A"


def test_fields_are_opened_and_closed_in_pairs() -> None:
    document = document_of(Contents("I"), Heading("A", 1, True, 'Kort "A"'), Heading("B", 1))
    depth = 0
    for kind in values(document, ".//w:fldChar/@w:fldCharType"):
        depth += {"begin": 1, "separate": 0, "end": -1}[kind]
        assert depth >= 0
    assert depth == 0


def test_word_collects_the_headings_where_the_contents_are_just_those() -> None:
    document = document_of(Contents("I"), Heading("A", 1, True), Heading("Beslutning", 2), Heading("B", 1, True))
    assert instructions(document)[0] == r'TOC \o "1-1" \h \z \u'
    assert not any(value.startswith("TC ") for value in instructions(document))


def test_updating_keeps_titles_of_their_own_and_headings_left_out(tmp_path: Path) -> None:
    blocks = (Contents("I"), Heading("A", 1, True, 'Kort "A" ”x”'), Heading("Ikke med", 1))
    document = document_of(*blocks)
    assert entries(document) == [('Kort "A" ”x”', "1")]
    assert instructions(document)[0] == r"TOC \f C \h \z"
    assert instructions(document)[-1] == r'TC "Kort \"A\" \”x\”" \f C \l 1'
    assert text(document).count("Ikke med") == 1
    write_docx(minutes(*blocks), tmp_path / "x.docx")
    assert_valid_docx(tmp_path / "x.docx")


def test_titles_in_the_contents_stay_on_one_line() -> None:
    document = document_of(Contents("I"), Heading("A\tB\nC", 1, True))
    assert entries(document) == [("A B C", "1")]


def test_no_indent_makes_a_tab_stop_before_the_page_number() -> None:
    """A hanging one is a stop of its own, and the number of a title as short as "Et" would stand at it."""
    styles = part(render_docx(minutes()), "word/styles.xml")
    for level, left in ((1, []), (2, ["340"]), (3, ["680"])):
        style = f"./w:style[@w:styleId='TOC{level}']/w:pPr"
        assert values(styles, f"{style}/w:ind/@w:left") == left
        assert values(styles, f"{style}/w:ind/@w:hanging") in ([], ["0"])
        assert values(styles, f"{style}/w:tabs/w:tab/@w:val") == ["right"]


def test_the_title_of_the_contents_keeps_off_what_is_above_but_not_off_the_top_of_a_page() -> None:
    styles = part(render_docx(minutes()), "word/styles.xml")
    assert values(styles, "./w:style[@w:styleId='TOCHeading']/w:pPr/w:spacing/@w:before") == ["400"]
    heading = Heading("A", 1, in_contents=True, page_break_before=True)
    for blocks, before in (((para("x"), Contents("I")), []), ((para("x"), PageBreak(), Contents("I")), ["0"])):
        title = paragraph_with(document_of(*blocks, heading), "I")
        assert values(title, "./w:pPr/w:spacing/@w:before") == before


def test_page_numbers_that_somebody_counted_are_printed() -> None:
    document = minutes(
        Contents("I"), Heading("A", 1, True), Heading("B", 1, True), footer=(PageField(Counter.PAGES), Text(" sider"))
    )
    content = render_docx(document, pages=PageNumbers((4, 11), 12))
    assert entries(part(content)) == [("A", "4"), ("B", "11")]
    assert text(part(content, "word/footer1.xml")) == "12 sider"


def test_the_estimate_counts_text_and_tables_over_pages() -> None:
    filler = [para("Styregruppen drøftede sagen indgående. " * 40) for _ in range(12)]
    rows = table(*((f"Række {number}", "Tekst") for number in range(120)))
    document = document_of(
        Contents("I"), *filler, Heading("Efter tekst", 1, True), rows, Heading("Efter tabel", 1, True)
    )
    assert entries(document) == [("Efter tekst", "6"), ("Efter tabel", "8")]
