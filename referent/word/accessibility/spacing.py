"""Distance is made by styles: an empty paragraph is read aloud as "blank", again and again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from referent.word.accessibility.findings import Finding, error, warning
from referent.word.accessibility.opened import Opened, Seen
from referent.word.accessibility.words import first_child, value, word
from referent.word.xml import Element

_BLOCKS = frozenset(word(name) for name in ("p", "tbl", "sdt"))
_MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"


def findings(document: Opened) -> Iterator[Finding]:
    lone: list[Seen] = []
    for run in _runs_of_empty(document.body):
        if len(run) > 1:
            yield error("empty_paragraphs", run[0].place, count=len(run))
        else:
            lone.extend(run)
    if lone:
        yield warning("empty_paragraph", lone[0].place, count=len(lone))


def _runs_of_empty(paragraphs: Sequence[Seen]) -> Iterator[list[Seen]]:
    run: list[Seen] = []
    for paragraph in paragraphs:
        is_next = bool(run) and _neighbour(paragraph.element, -1) is run[-1].element
        if run and not (is_next and _is_empty(paragraph)):
            yield run
            run = []
        if _is_empty(paragraph):
            run.append(paragraph)
    if run:
        yield run


def _is_empty(paragraph: Seen) -> bool:
    element = paragraph.element
    if paragraph.level is not None or paragraph.text.replace("\n", "").strip():
        return False
    has_thing = any(run.has_thing for run in paragraph.runs) or next(element.iter(f"{_MATHS}oMath"), None) is not None
    is_break = first_child(element, "pPr", "sectPr") is not None or any(
        value(mark, "type") in ("page", "column") for mark in element.iter(word("br"))
    )
    return not has_thing and not is_break and not _is_needed(paragraph)


def _is_needed(paragraph: Seen) -> bool:
    """Word wants a paragraph after a table that ends its container, between two tables, and in an empty cell."""
    before, after = _neighbour(paragraph.element, -1), _neighbour(paragraph.element, 1)
    is_after_table = before is not None and before.tag == word("tbl")
    is_before_table = after is not None and after.tag == word("tbl")
    is_alone_in_cell = paragraph.cell is not None and before is None and after is None
    return is_alone_in_cell or (is_after_table and (after is None or is_before_table))


def _neighbour(element: Element, direction: int) -> Element | None:
    """The block beside another in the same container; bookmarks and the like are none."""
    beside = element.itersiblings(preceding=direction < 0)
    return next((each for each in beside if each.tag in _BLOCKS), None)
