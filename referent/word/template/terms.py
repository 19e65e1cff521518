"""What our parts call their styles, lists and bookmarks, in the terms of a template that has its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from referent.word.design import MAX_CONTENTS_LEVEL
from referent.word.template.styles import TemplateStyles
from referent.word.xml import Element, child, qualified, root

_STYLE_REFERENCES = tuple(qualified(name) for name in ("w:pStyle", "w:rStyle", "w:tblStyle"))
_BOOKMARKS = (qualified("w:bookmarkStart"), qualified("w:bookmarkEnd"))
_BEFORE_TABS = tuple(qualified(f"w:{name}") for name in ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "numPr"))
_CONTENTS_STYLES = frozenset(f"TOC{level}" for level in range(1, MAX_CONTENTS_LEVEL + 1))


@dataclass(frozen=True, slots=True)
class Terms:
    """How to say in the template what our elements say."""

    styles: TemplateStyles
    style_ids: dict[str, str]
    """What each of our styles is called there."""
    abstract_offset: int
    num_id_offset: int
    bookmark_offset: int
    text_width: int
    """In twips."""

    def translate(self, elements: Sequence[Element]) -> None:
        for element in elements:
            for properties in element.iter(qualified("w:pPr")):
                self._give_contents_tab(properties)
            for reference in element.iter(*_STYLE_REFERENCES):
                ours = reference.get(qualified("w:val"), "")
                reference.set(qualified("w:val"), self.style_ids.get(ours, ours))
            for reference in element.iter(qualified("w:numId")):
                _add(reference, "w:val", self.num_id_offset)
            for mark in element.iter(*_BOOKMARKS):
                _add(mark, "w:id", self.bookmark_offset)

    def _give_contents_tab(self, properties: Element) -> None:
        """Word, too, writes the tab stop of the page number into the paragraph where the style has none."""
        style = properties.find(qualified("w:pStyle"))
        name = "" if style is None else style.get(qualified("w:val"), "")
        if name not in _CONTENTS_STYLES or self.styles.has_dotted_right_tab(self.style_ids[name]):
            return
        tabs = root("w:tabs")
        child(tabs, "w:tab", {"w:val": "right", "w:leader": "dot", "w:pos": self.text_width})
        properties.insert(sum(element.tag in _BEFORE_TABS for element in properties), tabs)


def terms_for(styles: TemplateStyles, our_styles: Element, numbering: Element, body: Element, text_width: int) -> Terms:
    """The terms of a template with these parts; what it lacks of `our_styles` is added to its own."""
    num_id_offset = _highest(numbering, "w:num", "w:numId")
    return Terms(
        styles=styles,
        style_ids=styles.adopt(our_styles, num_id_offset),
        abstract_offset=_highest(numbering, "w:abstractNum", "w:abstractNumId") + 1,
        num_id_offset=num_id_offset,
        bookmark_offset=_highest(body, "w:bookmarkStart", "w:id") + 1,
        text_width=text_width,
    )


def add_numbering(numbering: Element, ours: Element, terms: Terms) -> None:
    """Add our lists to those of a document, under numbers that are free there."""
    known = {element.get(qualified("w:val"), "").upper() for element in numbering.iter(qualified("w:nsid"))}
    first_num = numbering.find(qualified("w:num"))
    last = numbering.find(qualified("w:numIdMacAtCleanup"))
    for element in list(ours):
        is_num = element.tag == qualified("w:num")
        _renumber(element, terms, known)
        follower = last if is_num or first_num is None else first_num
        if follower is None:
            numbering.append(element)
        else:
            follower.addprevious(element)


def _renumber(element: Element, terms: Terms, known: set[str]) -> None:
    if element.tag == qualified("w:num"):
        _add(element, "w:numId", terms.num_id_offset)
        for reference in element.iterchildren(qualified("w:abstractNumId")):
            _add(reference, "w:val", terms.abstract_offset)
        return
    _add(element, "w:abstractNumId", terms.abstract_offset)
    for nsid in element.iterchildren(qualified("w:nsid")):
        # Lists that share one are the same list to Word: a template may have been made from our own document.
        while nsid.get(qualified("w:val"), "").upper() in known:
            number = int(nsid.get(qualified("w:val"), "0"), 16) + 0x10000
            nsid.set(qualified("w:val"), f"{number & 0x7FFFFFFF:08X}")


def _highest(parent: Element, tag: str, attribute: str) -> int:
    return max((_number(element, attribute) for element in parent.iter(qualified(tag))), default=0)


def _add(element: Element, attribute: str, offset: int) -> None:
    element.set(qualified(attribute), str(_number(element, attribute) + offset))


def _number(element: Element, attribute: str) -> int:
    try:
        return int(element.get(qualified(attribute), "0"))
    except ValueError:
        return 0
