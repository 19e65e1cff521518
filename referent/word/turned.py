"""The sections of a finished body: pages as the document has them, and the same pages turned for wide tables."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.parts.story import StoryPart

from referent.word.design import Design
from referent.word.margins import margin_parts
from referent.word.sections import Section
from referent.word.xml import Element, child, qualified

_REFERENCES = {
    qualified("w:headerReference"): (RELATIONSHIP_TYPE.HEADER, "/word/header%d.xml"),
    qualified("w:footerReference"): (RELATIONSHIP_TYPE.FOOTER, "/word/footer%d.xml"),
}
_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_ONLY_FIRST = (qualified("w:titlePg"), qualified("w:type"))
"""What belongs to the first section alone: a first page that differs, and how the document begins."""


_SECTION_END = "/".join(qualified(name) for name in ("w:p", "w:pPr", "w:sectPr"))
_STOPS = "/".join(qualified(name) for name in ("w:pPr", "w:tabs", "w:tab"))
_STYLE = "/".join(qualified(name) for name in ("w:pPr", "w:pStyle"))


def divide(document: Document, own: Element, sections: Sequence[Section], design: Design) -> None:
    """Fill in the properties of every section: those that `own` has, the last one's, turned for the landscape ones.

    The body and the document's own header and footer are written before.
    """
    body: Element = document.element.body
    # A template's own sections end in paragraphs too, but theirs have their properties already.
    ends = [end for end in body.iterfind(_SECTION_END) if len(end) == 0] if len(sections) > 1 else []
    pattern = deepcopy(own)
    margins = _TurnedMargins(document, design)
    for number, (section, properties) in enumerate(zip(sections, [*ends, own], strict=True)):
        properties[:] = list(deepcopy(pattern))
        if number:
            _follow_on(properties)
        if section.is_landscape:
            _turn(properties)
            margins.use_in(properties)


def _follow_on(properties: Element) -> None:
    for element in list(properties):
        is_first = element.tag in _REFERENCES and element.get(qualified("w:type")) == "first"
        if is_first or element.tag in _ONLY_FIRST:
            properties.remove(element)
    numbers = properties.find(qualified("w:pgNumType"))
    if numbers is not None:
        numbers.attrib.pop(qualified("w:start"), "")  # or the pages would be counted from there once more


def _turn(properties: Element) -> None:
    """The margins stay where they are, so that header and footer have the room they need."""
    size = properties.find(qualified("w:pgSz"))
    if size is None:
        return
    width, height = qualified("w:w"), qualified("w:h")
    size.attrib[width], size.attrib[height] = size.attrib[height], size.attrib[width]
    size.set(qualified("w:orient"), "landscape")


class _TurnedMargins:
    """Headers and footers whose tab stops reach across a turned page; each is made once."""

    def __init__(self, document: Document, design: Design) -> None:
        self._document = document
        self._wider = design.turned
        self._made: dict[str, str] = {}

    def use_in(self, properties: Element) -> None:
        relationship = qualified("r:id")
        for element in properties:
            if element.tag in _REFERENCES and element.get(qualified("w:type")) != "first":
                upright = element.get(relationship, "")
                if upright not in self._made:
                    self._made[upright] = self._wide_copy(upright, *_REFERENCES[element.tag])
                element.set(relationship, self._made[upright])

    def _wide_copy(self, upright: str, kind: str, name: str) -> str:
        """The relationship id of a new part: the same header or footer, with its tab stops moved."""
        document_part = self._document.part
        part = document_part.related_parts[upright]
        assert isinstance(part, StoryPart)
        package = document_part.package
        assert package is not None
        copy = type(part)(package.next_partname(name), part.content_type, deepcopy(part.element), package)
        for each in part.rels.values():
            target = each.target_ref if each.is_external else each.target_part
            copy.rels.add_relationship(each.reltype, target, each.rId, each.is_external)
        for paragraph in copy.element.iter(qualified("w:p")):
            self._move_tab_stops(paragraph)
        for number, picture in enumerate(copy.element.iter(_PICTURE), start=self._highest_picture() + 1):
            picture.set("id", str(number))
        return document_part.relate_to(copy, kind)

    def _highest_picture(self) -> int:
        """Pictures of a template's header are numbered throughout the document."""
        stories = (self._document.element, *(part.element for part in margin_parts(self._document)))
        numbers = (picture.get("id", "") for story in stories for picture in story.iter(_PICTURE))
        return max((int(number) for number in numbers if number.isdecimal()), default=0)

    def _move_tab_stops(self, paragraph: Element) -> None:
        """Each stop of its own, or else of its style, as far out as the page has grown there."""
        own = paragraph.findall(_STOPS)
        for stop in own:
            stop.set(qualified("w:pos"), self._moved(stop))
        for stop in [] if own else self._stops_of_style(paragraph):
            tabs = paragraph.get_or_add_pPr().get_or_add_tabs()  # type: ignore[attr-defined]
            child(tabs, "w:tab", {"w:val": "clear", "w:pos": stop.get(qualified("w:pos"))})
            moved = deepcopy(stop)
            moved.set(qualified("w:pos"), self._moved(stop))
            tabs.append(moved)

    def _stops_of_style(self, paragraph: Element) -> list[Element]:
        used = paragraph.find(_STYLE)
        style = None if used is None else used.get(qualified("w:val"))
        styles: Element = self._document.styles.element
        found = (element for element in styles if element.get(qualified("w:styleId")) == style is not None)
        return [stop for element in found for stop in element.findall(_STOPS)]

    def _moved(self, stop: Element) -> str:
        shares = {"right": self._wider, "end": self._wider, "center": self._wider // 2}
        return str(int(stop.get(qualified("w:pos"), "0")) + shares.get(stop.get(qualified("w:val"), ""), 0))
