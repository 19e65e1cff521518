"""Headings are real, none is empty, and no level is skipped (WCAG 1.3.1 and 2.4.6)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from referent.word.accessibility.findings import Finding, error, warning
from referent.word.accessibility.opened import Opened, Seen
from referent.word.accessibility.styles import Styles
from referent.word.accessibility.words import first_child

_LONG_WITHOUT_HEADINGS = 2_000
"""Characters; a shorter document finds its way without."""
_LONGEST_HEADING = 100
_NO_HEADING_ENDS_SO = (".", ",", ";")
_TITLES = frozenset(("title", "subtitle", "toc heading", "caption"))
_LARGER = 1.1
"""How much larger than the text a line must be to look like a heading."""


def findings(document: Opened) -> Iterator[Finding]:
    body = document.body
    headings = [paragraph for paragraph in body if paragraph.level is not None]
    if not headings and sum(len(paragraph.text) for paragraph in body) > _LONG_WITHOUT_HEADINGS:
        yield error("no_headings")
    yield from _order([heading for heading in headings if heading.text.strip()])
    yield from (error("empty_heading", heading.place) for heading in headings if _is_empty(heading))
    usual = _usual_size(document)
    for paragraph in body:
        if paragraph.level is None and _looks_like_heading(paragraph, document.styles, usual):
            yield warning("looks_like_heading", paragraph.place)


def _order(headings: Sequence[Seen]) -> Iterator[Finding]:
    before = 0
    for heading in headings:
        level = heading.level or 1
        if not before and level > 1:
            yield error("first_level", heading.place, level=level)
        elif level > before + 1:
            yield error("skipped_level", heading.place, level=level, before=before, wanted=before + 1)
        before = level


def _is_empty(heading: Seen) -> bool:
    return not heading.text.strip() and not any(run.has_thing for run in heading.runs)


def _usual_size(document: Opened) -> float:
    """The type size of most of the text, in points."""
    sizes: Counter[float] = Counter()
    for paragraph in document.body:
        for run in paragraph.runs:
            sizes[document.styles.size(run.element, paragraph.element, paragraph.formats)] += len(run.text)
    return max(sizes, key=lambda size: sizes[size], default=0.0)


def _looks_like_heading(paragraph: Seen, styles: Styles, usual: float) -> bool:
    """A short line of its own, all bold and larger than the text."""
    text = paragraph.text.strip()
    if not text or len(text) > _LONGEST_HEADING or text.endswith(_NO_HEADING_ENDS_SO) or paragraph.cell is not None:
        return False
    if _TITLES & set(styles.names(paragraph.element)) or first_child(paragraph.element, "pPr", "numPr") is not None:
        return False
    runs = [run.element for run in paragraph.runs if run.text.strip()]
    return all(
        styles.is_bold(run, paragraph.element) and styles.size(run, paragraph.element) >= usual * _LARGER
        for run in runs
    )
