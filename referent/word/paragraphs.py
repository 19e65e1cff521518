"""The properties of a paragraph, in the order that the schema asks for."""

from __future__ import annotations

from dataclasses import dataclass

from referent.word.units import TWIPS_PER_POINT, twips_of_points
from referent.word.xml import Element, child, qualified, root, valued

_AFTER_SPACING = frozenset(
    qualified(name) for name in ("w:ind", "w:contextualSpacing", "w:jc", "w:outlineLvl", "w:rPr", "w:sectPr")
)


@dataclass(frozen=True, slots=True)
class Shape:
    """How one paragraph differs from its style. Indents are in twips, spacing in points."""

    style: str
    page_break: bool = False
    num_id: int | None = None
    list_level: int = 0
    before: float | None = None
    left: int | None = None
    hanging: int = 0
    right_aligned: bool = False


def write_paragraph(parent: Element, shape: Shape) -> Element:
    """A new paragraph, without text."""
    paragraph = child(parent, "w:p")
    properties = child(paragraph, "w:pPr")
    if shape.style != "Normal":
        valued(properties, "w:pStyle", shape.style)
    if shape.page_break:
        child(properties, "w:pageBreakBefore")
    if shape.num_id is not None:
        numbering = child(properties, "w:numPr")
        valued(numbering, "w:ilvl", shape.list_level)
        valued(numbering, "w:numId", shape.num_id)
    if shape.before is not None:
        child(properties, "w:spacing", {"w:before": twips_of_points(shape.before)})
    if shape.left is not None:
        child(properties, "w:ind", {"w:left": shape.left, "w:hanging": shape.hanging})
    if shape.right_aligned:
        valued(properties, "w:jc", "right")
    return paragraph


def keep_with_next(paragraph: Element) -> None:
    """Keep a paragraph that `write_paragraph` made on the page of what follows it."""
    properties = paragraph[0]
    style = properties.find(qualified("w:pStyle"))
    properties.insert(0 if style is None else 1, root("w:keepNext"))


def end_section(paragraph: Element) -> None:
    """Let the paragraph be the last of its section, whose properties `divide` fills in."""
    child(paragraph[0], "w:sectPr")


def make_flat(paragraph: Element) -> None:
    """Let an empty paragraph take the least of room: a whole point, which no page is too full for."""
    child(paragraph[0], "w:spacing", {"w:line": TWIPS_PER_POINT, "w:lineRule": "exact"})


def set_space_after(paragraph: Element, points: float) -> None:
    """Change the space after a paragraph that `write_paragraph` made."""
    properties = paragraph[0]
    spacing = properties.find(qualified("w:spacing"))
    if spacing is None:
        spacing = child(properties, "w:spacing")
        for position, element in enumerate(properties):
            if element.tag in _AFTER_SPACING:
                properties.insert(position, spacing)
                break
    spacing.set(qualified("w:after"), str(twips_of_points(points)))
