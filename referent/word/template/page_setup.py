"""The page set-up of a Word template: its sections, and how much room they leave for text."""

from __future__ import annotations

from copy import deepcopy

from referent.word.design import NARROWEST_TEXT, Page
from referent.word.xml import Element, qualified

_LETTER = (12240, 15840)
"""What Word takes where a section does not say, with an inch around it (ECMA-376 part 1, 17.6.13)."""
_INCH = 1440


def sections_in(element: Element) -> list[Element]:
    """The `w:sectPr` of each section that ends in `element`, a body or a child of it, in order."""
    return list(element.iter(qualified("w:sectPr")))


def section_of(place: Element) -> Element:
    """The section that a child of the body stands in: the first that ends with it or after it."""
    return next(section for element in (place, *place.itersiblings()) for section in sections_in(element))


def pages_around(section: Element, body: Element) -> tuple[int, int]:
    """How many pages a template has before and after those of this section, where each of its sections takes one."""
    begins = [
        all(kind.get(qualified("w:val")) != "continuous" for kind in each.iterchildren(qualified("w:type")))
        for each in sections_in(body)
    ]
    position = next(number for number, each in enumerate(sections_in(body)) if each is section)
    return sum(begins[1 : position + 1]), sum(begins[position + 1 :])


def keep_margins_after(section: Element, body: Element) -> None:
    """Say of the section after this one which headers and footers it has had from it, so that these may change."""
    sections = sections_in(body)
    position = next(number for number, each in enumerate(sections) if each is section)
    if position + 1 == len(sections):
        return
    follower = sections[position + 1]
    inherited = {key: reference for each in sections[: position + 1] for key, reference in _references(each).items()}
    own = _references(follower)
    follower[:0] = [deepcopy(reference) for key, reference in inherited.items() if key not in own]


def _references(section: Element) -> dict[tuple[str, str], Element]:
    """Headers and footers by what they are and on which pages they stand."""
    references = section.iterchildren(qualified("w:headerReference"), qualified("w:footerReference"))
    return {(str(each.tag), each.get(qualified("w:type"), "default")): each for each in references}


def page_of(section: Element) -> Page:
    """The room for text in one column of the section."""
    size, margins = section.find(qualified("w:pgSz")), section.find(qualified("w:pgMar"))
    width, height = _number(size, "w", _LETTER[0]), _number(size, "h", _LETTER[1])
    beside = _number(margins, "left", _INCH) + _number(margins, "right", _INCH) + _number(margins, "gutter", 0)
    # A margin below zero is one that a high header may not push down.
    above_and_below = abs(_number(margins, "top", _INCH)) + abs(_number(margins, "bottom", _INCH))
    text_width = width - beside
    column = _column(section, text_width)
    # Columns and pages that lie already are never turned.
    turned = max(height - width, 0) if column == text_width else 0
    return Page(max(column, NARROWEST_TEXT), max(height - above_and_below, NARROWEST_TEXT), turned)


def _column(section: Element, text_width: int) -> int:
    columns = section.find(qualified("w:cols"))
    if columns is None:
        return text_width
    first = columns.find(qualified("w:col"))
    if first is not None:
        return _number(first, "w", text_width)
    count = max(_number(columns, "num", 1), 1)
    return (text_width - _number(columns, "space", 720) * (count - 1)) // count


def _number(element: Element | None, name: str, default: int) -> int:
    value = None if element is None else element.get(qualified(f"w:{name}"))
    try:
        return default if value is None else round(float(value))
    except (ValueError, OverflowError):
        return default
