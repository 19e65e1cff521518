"""Lengths: millimetres and points come in, Word's twips (a twentieth of a point) go out."""

from __future__ import annotations

A4_WIDTH_MM = 210.0
A4_HEIGHT_MM = 297.0
TWIPS_PER_POINT = 20
DEFAULT_TAB = 709
"""Twips between tab stops where a paragraph has none of its own."""


def twips_of_mm(millimetres: float) -> int:
    return round(millimetres * 72 / 25.4 * TWIPS_PER_POINT)


def twips_of_points(points: float) -> int:
    return round(points * TWIPS_PER_POINT)


def half_points(points: float) -> int:
    """Type sizes are counted in half points."""
    return max(2, round(points * 2))
