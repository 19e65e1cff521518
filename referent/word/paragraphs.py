"""Paragraphs: made with their properties in the order that the schema asks for; and whether one shows anything."""

from __future__ import annotations

from dataclasses import dataclass

from referent.word.units import TWIPS_PER_POINT, twips_of_points
from referent.word.xml import Element, child, qualified, root, valued

_AFTER_SPACING = frozenset(
    qualified(name) for name in ("w:ind", "w:contextualSpacing", "w:jc", "w:outlineLvl", "w:rPr", "w:sectPr")
)

NOTHING_SEEN = frozenset(
    qualified(f"w:{name}")
    for name in ("rPr", "lastRenderedPageBreak", "softHyphen", "t", "annotationRef", "commentReference")
)
"""What may stand in a run and shows nothing, but for text, which may be empty."""
_NOT_CONTENT = frozenset(
    qualified(f"w:{name}")
    for name in ("pPr", "proofErr", "bookmarkStart", "bookmarkEnd", "permStart", "permEnd", "commentRangeStart")
) | {qualified("w:commentRangeEnd")}


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
    right: int | None = None
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
    elif shape.right is not None:
        child(properties, "w:ind", {"w:right": shape.right})
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
    spacing = _spacing_of(paragraph)
    spacing.set(qualified("w:line"), str(TWIPS_PER_POINT))
    spacing.set(qualified("w:lineRule"), "exact")


def set_space_after(paragraph: Element, points: float) -> None:
    """Change the space after a paragraph that `write_paragraph` made."""
    _spacing_of(paragraph).set(qualified("w:after"), str(twips_of_points(points)))


def _spacing_of(paragraph: Element) -> Element:
    """The `w:spacing` of its own, made at its place where it has none."""
    properties = paragraph[0]
    spacing = properties.find(qualified("w:spacing"))
    if spacing is None:
        spacing = root("w:spacing")
        follower = next((element for element in properties if element.tag in _AFTER_SPACING), None)
        properties.append(spacing) if follower is None else follower.addprevious(spacing)
    return spacing


def is_empty(paragraph: Element) -> bool:
    """Whether nothing of it is seen: no text, picture, field, break or the end of a section."""
    properties = paragraph.find(qualified("w:pPr"))
    if properties is not None and properties.find(qualified("w:sectPr")) is not None:
        return False
    return not any(_is_seen(element) for element in paragraph)


def _is_seen(element: Element) -> bool:
    if not isinstance(element.tag, str) or element.tag in _NOT_CONTENT:
        return False
    if element.tag == qualified("w:r"):
        return any(inner.tag not in NOTHING_SEEN or (inner.tag == qualified("w:t") and inner.text) for inner in element)
    return any(_is_seen(run) for run in element.iter(qualified("w:r")))
