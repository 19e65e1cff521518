"""`numbering.xml`: bullets, and numbered lists that each count for themselves.

All bullets of a document are one `w:num`. Every numbered list has its own, with an override that says where it starts;
otherwise Word would go on counting from the list before. A numbered list in a bullet list begins with "1." and not
with "a.", which takes another definition for each depth at which it may begin; they are made when they are needed.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from referent.word.design import LIST_STEP
from referent.word.xml import Element, child, valued

DEEPEST_LEVEL = 8
"""Word has nine levels, counted from 0; what lies deeper stays at the last."""
BULLET_NUM_ID = 1
DEFAULT_NUMBER_NUM_ID = 2

_BULLETS = ("\u2022", "\u2013", "\u25aa")
_FORMATS = ("decimal", "lowerLetter", "lowerRoman")
_BULLET_ABSTRACT_ID = 0
_LARGEST_START = 2_147_483_647


@dataclass(frozen=True, slots=True)
class _Definition:
    """What tells one numbering definition from another: lists that share one share Word's counters."""

    first_numbered_level: int
    cell_depth: int


_PLAIN = _Definition(0, 0)


@dataclass(slots=True)
class Numbering:
    """Hands out numbers for lists while the body is written, and writes the part afterwards."""

    _definitions: dict[_Definition, int] = field(default_factory=lambda: {_PLAIN: 1})
    _lists: list[tuple[int, int, int]] = field(default_factory=list)
    """For each numbered list: its definition, its level and where it starts."""

    def new_list(self, level: int, start: int, first_numbered_level: int, cell_depth: int) -> int:
        """The `w:numId` of a new numbered list.

        `first_numbered_level` is the level of the outermost numbered list around it; `cell_depth` counts the tables
        around it, for a list in a cell must not move the counter of the list that holds the table.
        """
        definition = _Definition(min(first_numbered_level, DEEPEST_LEVEL), cell_depth)
        abstract_id = self._definitions.setdefault(definition, len(self._definitions) + 1)
        self._lists.append((abstract_id, min(level, DEEPEST_LEVEL), min(max(start, 0), _LARGEST_START)))
        return DEFAULT_NUMBER_NUM_ID + len(self._lists)

    def write(self, numbering: Element) -> None:
        """Fill the root of `numbering.xml`."""
        _abstract(numbering, _BULLET_ABSTRACT_ID, None)
        for definition, abstract_id in self._definitions.items():
            _abstract(numbering, abstract_id, definition.first_numbered_level)
        _num(numbering, BULLET_NUM_ID, _BULLET_ABSTRACT_ID)
        _num(numbering, DEFAULT_NUMBER_NUM_ID, self._definitions[_PLAIN])
        for number, (abstract_id, level, start) in enumerate(self._lists, start=DEFAULT_NUMBER_NUM_ID + 1):
            override = child(_num(numbering, number, abstract_id), "w:lvlOverride", {"w:ilvl": level})
            valued(override, "w:startOverride", start)


def _abstract(numbering: Element, abstract_id: int, first_numbered_level: int | None) -> None:
    """A definition of nine levels: bullets where `first_numbered_level` is None."""
    abstract = child(numbering, "w:abstractNum", {"w:abstractNumId": abstract_id})
    # Word takes definitions with the same nsid for one and the same when text is pasted between documents.
    valued(abstract, "w:nsid", f"4E5A{abstract_id + 1:04X}")
    valued(abstract, "w:multiLevelType", "hybridMultilevel")
    valued(abstract, "w:tmpl", f"3C6B{abstract_id + 1:04X}")
    for level in range(DEEPEST_LEVEL + 1):
        element = child(abstract, "w:lvl", {"w:ilvl": level})
        valued(element, "w:start", 1)
        if first_numbered_level is None:
            valued(element, "w:numFmt", "bullet")
            valued(element, "w:lvlText", _BULLETS[level % len(_BULLETS)])
        else:
            valued(element, "w:numFmt", _FORMATS[(level - first_numbered_level) % len(_FORMATS)])
            valued(element, "w:lvlText", f"%{level + 1}.")
        valued(element, "w:lvlJc", "left")
        indent = {"w:left": LIST_STEP * (level + 1), "w:hanging": LIST_STEP}
        child(child(element, "w:pPr"), "w:ind", indent)


def _num(numbering: Element, num_id: int, abstract_id: int) -> Element:
    num = child(numbering, "w:num", {"w:numId": num_id})
    valued(num, "w:abstractNumId", abstract_id)
    return num
