"""How well a colour is seen on another, as WCAG 2.1 reckons it (https://www.w3.org/TR/WCAG21/#dfn-contrast-ratio)."""

from __future__ import annotations

LEAST = 4.5
"""What text must have (success criterion 1.4.3, level AA)."""
LEAST_OF_LARGE = 3.0
"""What large text must have: 18 points, or 14 and bold."""


def contrast(colour: str, ground: str) -> float:
    """From 1 (the same) to 21 (black on white). Colours are six hexadecimal digits."""
    lighter, darker = sorted((_luminance(colour), _luminance(ground)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def is_large(size: float, *, bold: bool) -> bool:
    """Whether type of `size` points is large to WCAG."""
    return size >= (14 if bold else 18)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[place : place + 2], 16) / 255) for place in (0, 2, 4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
