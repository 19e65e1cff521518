"""Where in the document a block stands, and what it takes from there."""

from __future__ import annotations

from dataclasses import dataclass

from referent.word.design import CELL_LIST_STEP, LIST_STEP
from referent.word.numbering import DEEPEST_LEVEL


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the document a block stands. Lengths are in twips."""

    width: int
    list_depth: int = 0
    """How many lists are around it, in this cell or in the body."""
    first_numbered_level: int | None = None
    cell_depth: int = 0
    text_style: str = "Normal"
    size: float | None = None
    """A type size in points that overrides the styles', for tables."""
    right_aligned: bool = False
    keeps_units: bool = False
    """A number and its unit are not parted by a line end."""

    @property
    def list_step(self) -> int:
        return CELL_LIST_STEP if self.cell_depth else LIST_STEP

    @property
    def list_level(self) -> int:
        return min(self.list_depth - 1, DEEPEST_LEVEL)

    @property
    def indent(self) -> int:
        return self.list_step * min(self.list_depth, DEEPEST_LEVEL + 1)
