"""The runs of a paragraph: what is read aloud, in order, with the link that each belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from referent.word.accessibility.words import WRAPPERS, value, word
from referent.word.xml import Element

_TEXTS = {
    word("tab"): "\t",
    word("br"): "\n",
    word("cr"): "\n",
    word("noBreakHyphen"): "-",
    word("softHyphen"): "",
    word("sym"): "•",
}
_THINGS = frozenset(
    word(name)
    for name in ("drawing", "pict", "object", "footnoteReference", "endnoteReference", "fldChar", "ptab", "pgNum")
)
_ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_LINK_FIELD = re.compile(r'\s*HYPERLINK\s+"?([^"\s]*)', re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Run:
    element: Element
    text: str
    has_thing: bool
    """It holds a picture, a field's mark or a note, so that a paragraph with it is not empty."""
    link: object | None
    """What tells this link apart from the next one; None: no link."""


def runs_of(paragraph: Element) -> Iterator[Run]:
    """The runs, those of links made by a field (`HYPERLINK "…"`) marked as links too."""
    field: list[str | None] = []  # of each open field its instruction, and None once its result has begun
    links: list[object | None] = []
    for run, link in _runs(paragraph, None):
        for mark in run.iter(word("fldChar"), word("instrText")):
            kind = value(mark, "fldCharType")
            if mark.tag == word("instrText"):
                if field and field[-1] is not None:
                    field[-1] += mark.text or ""
            elif kind == "begin":
                field.append("")
                links.append(None)
            elif kind == "separate" and field:
                links[-1] = mark if _LINK_FIELD.match(field[-1] or "") else None
                field[-1] = None
            elif kind == "end" and field:
                field.pop()
                links.pop()
        is_instruction = bool(field) and field[-1] is not None
        text = "" if is_instruction else "".join(_text(child) for child in run)
        has_thing = any(child.tag in _THINGS or child.tag == _ALTERNATIVES for child in run)
        around = next((each for each in links if each is not None), None)
        yield Run(run, text, has_thing, around if link is None else link)


def _runs(parent: Element, link: Element | None) -> Iterator[tuple[Element, Element | None]]:
    for child in parent:
        if child.tag == word("r"):
            yield child, link
        elif child.tag == word("hyperlink"):
            yield from _runs(child, child)
        elif child.tag in WRAPPERS:
            yield from _runs(child, link)


def _text(child: Element) -> str:
    return (child.text or "") if child.tag == word("t") else _TEXTS.get(child.tag, "")
