"""The table of contents: a field that Word can update, filled in beforehand."""

from __future__ import annotations

import re
from collections.abc import Callable

from referent.word.inlines import complex_field, field_instruction, field_mark, text_run
from referent.word.outline import Entry, Outline
from referent.word.paragraphs import Shape, write_paragraph
from referent.word.xml import Element, child

_FIELD_QUOTES = re.compile(r'(["\\”“„])')
_WHITE_SPACE = re.compile(r"\s+")


def write_contents(parent: Element, title: str, outline: Outline, shape: Callable[[str], Shape]) -> None:
    """The title and one paragraph for each entry, with its page number. Nothing where there are no entries.

    `shape` gives the shape that the next paragraph has in a style.
    """
    if title and outline.entries:
        text_run(write_paragraph(parent, shape("TOCHeading")), title)
    for number, entry in enumerate(outline.entries):
        is_first, is_last = number == 0, number == len(outline.entries) - 1
        paragraph = write_paragraph(parent, shape(f"TOC{entry.level}"))
        if is_first:
            field_mark(paragraph, "begin")
            field_instruction(paragraph, outline.instruction)
            field_mark(paragraph, "separate")
        _write_entry(paragraph, entry)
        if is_last:
            field_mark(paragraph, "end")


def _write_entry(paragraph: Element, entry: Entry) -> None:
    link = child(paragraph, "w:hyperlink", {"w:anchor": entry.bookmark, "w:history": 1})
    text_run(link, _on_one_line(entry.title))
    text_run(link, "\t")
    complex_field(link, rf"PAGEREF {entry.bookmark} \h", str(entry.page))


def begin_bookmark(paragraph: Element, entry: Entry) -> None:
    child(paragraph, "w:bookmarkStart", {"w:id": entry.bookmark_id, "w:name": entry.bookmark})


def end_bookmark(paragraph: Element, entry: Entry) -> None:
    child(paragraph, "w:bookmarkEnd", {"w:id": entry.bookmark_id})


def mark_for_contents(paragraph: Element, entry: Entry) -> None:
    """A hidden TC field: what this heading is called in the contents when Word collects them anew."""
    title = _FIELD_QUOTES.sub(r"\\\1", _on_one_line(entry.title))
    field_mark(paragraph, "begin", hidden=True)
    field_instruction(paragraph, rf'TC "{title}" \f C \l {entry.level}', hidden=True)
    field_mark(paragraph, "end", hidden=True)


def _on_one_line(title: str) -> str:
    """A tab or line end in a title would break the line before its page number."""
    return _WHITE_SPACE.sub(lambda space: space[0] if space[0] == "\u00a0" else " ", title)
