"""How wide text is and how high its lines are, without opening a font.

The widths stand in `fonts.json`, which `python -m tests.font_tables` makes from Carlito, Liberation Sans and Liberation
Serif: they were made to measure like Calibri, Arial and Times New Roman. Any other font is taken to be a little wider
than Arial: a column that is too wide does no harm, one that is too narrow breaks an amount in two.
"""

from __future__ import annotations

import json
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files
from typing import TypedDict

_FAMILIES = {
    "arial": "liberation sans",
    "calibri": "carlito",
    "carlito": "carlito",
    "helvetica": "liberation sans",
    "liberation sans": "liberation sans",
    "liberation serif": "liberation serif",
    "times": "liberation serif",
    "times new roman": "liberation serif",
}
_OTHER_FAMILY = "liberation sans"
_OTHER_FACTOR = 1.1
_UNKNOWN_CHARACTER = 0.6
"""Of the type size, for a character that the tables do not have."""

_WITHOUT_WIDTH = frozenset({"Mn", "Me", "Cf"})
"""Unicode's categories of combining marks, soft hyphens and other characters that are not seen."""


class _Face(dict[str, float]):
    """One cut of a family: the width of each character, as a share of the type size."""

    def __init__(self, line: float) -> None:
        super().__init__()
        self.line = line
        """The height of a line set solid, as a share of the type size."""

    def __missing__(self, character: str) -> float:
        if unicodedata.category(character) in _WITHOUT_WIDTH:
            width = 0.0
        elif unicodedata.east_asian_width(character) in "WF":
            width = 1.0
        else:
            width = _UNKNOWN_CHARACTER
        self[character] = width
        return width


def text_width(text: str, font: str, points: float, bold: bool = False, italic: bool = False) -> float:
    """The width in points of `text` on one line."""
    return width_at_one_point(text, font, bold, italic) * points


def line_height(font: str, points: float) -> float:
    """The height in points of one line set solid, that is with a line spacing of 1."""
    return _face(font, bold=False, italic=False).line * points


@lru_cache(maxsize=16384)
def width_at_one_point(text: str, font: str, bold: bool, italic: bool) -> float:
    return sum(map(_face(font, bold, italic).__getitem__, text))


@cache
def _face(font: str, bold: bool, italic: bool) -> _Face:
    family = _FAMILIES.get(font.casefold())
    cut = " ".join(name for name, wanted in (("bold", bold), ("italic", italic)) if wanted) or "regular"
    table = _tables()[f"{family or _OTHER_FAMILY}/{cut}"]
    unit = (1.0 if family else _OTHER_FACTOR) / table["em"]
    face = _Face(table["line"] / table["em"])
    for first, widths in table["widths"].items():
        face.update((chr(number), width * unit) for number, width in enumerate(widths, int(first, 16)))
    return face


class _Table(TypedDict):
    """A face as it stands in `fonts.json`, in units of the font."""

    em: int
    line: int
    widths: dict[str, list[int]]
    """Of characters that follow each other, under the number of the first (hexadecimal)."""


@cache
def _tables() -> dict[str, _Table]:
    tables: dict[str, _Table] = json.loads(files("referent.word").joinpath("fonts.json").read_text(encoding="utf-8"))
    return tables
