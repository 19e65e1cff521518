"""What can be asked of a painted screen: its words, its signs and its colours."""

from __future__ import annotations

import re
from functools import cache

from rich.color import Color
from rich.segment import Segment

from referent.minutes import contrast
from referent.minutes.contrast import LEAST
from tests.tui.desk import Desk

ENGLISH = re.compile(
    r"\b(search|no matches|no commands?|select|close|cancel|quit|help|usage|error|press|clear|toggle|commands?|keys"
    r"|theme|screenshot|maximize|minimize|show|hide|hit|enter (a|the|your|text)|loading|ok to|yes|this|the|and"
    r"|not found|copy|paste|undo|redo|next|previous|back|minutes|meeting|item|agenda|unknown|none|true|false)\b",
    re.IGNORECASE,
)
ALSO_DANISH = re.compile(r"\b(agenda|item)\.toml\b")
DRAWN = re.compile(r"[─-╿▀-▟■-◿▶✓✗●○→≈]")
"""Lines, boxes, blocks and signs."""


def english_in(picture: str) -> list[str]:
    return [found.group() for found in ENGLISH.finditer(ALSO_DANISH.sub("", picture))]


class Look:
    """One look at the screen, at which several things can be asked."""

    def __init__(self, desk: Desk) -> None:
        self._strips = desk.strips()
        self._front = desk.screen.query(".dialog").first().region if desk.screen.is_modal else desk.screen.region

    @property
    def english(self) -> list[str]:
        return english_in("\n".join(strip.text for strip in self._strips))

    @property
    def drawn(self) -> set[str]:
        """The lines, boxes, blocks and signs."""
        return {sign for strip in self._strips for sign in DRAWN.findall(strip.text)}

    @property
    def colours(self) -> set[str]:
        styles = [segment.style for strip in self._strips for segment in strip if segment.style]
        return {colour.name for style in styles for colour in (style.color, style.bgcolor) if colour}

    @property
    def too_faint(self) -> dict[str, float]:
        """Each text on the screen, or in the dialog on it, that stands out too little from its ground."""
        lines = self._strips[self._front.y : self._front.bottom]
        texts = [segment for line in lines for segment in line.crop(self._front.x, self._front.right)]
        found = [
            (segment.text.strip(), _contrast_of(segment)) for segment in texts if any(map(str.isalnum, segment.text))
        ]
        return {text: round(apart, 2) for text, apart in found if apart < LEAST}


def _contrast_of(segment: Segment) -> float:
    style = segment.style
    assert style is not None
    assert style.color is not None
    assert style.bgcolor is not None
    return _contrast(style.color, style.bgcolor)


@cache
def _contrast(*colours: Color) -> float:
    return contrast.contrast(*(colour.get_truecolor().hex.removeprefix("#") for colour in colours))
