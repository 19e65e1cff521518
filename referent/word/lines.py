"""How many lines a paragraph takes: its words are placed one by one, as Word and LibreOffice do."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from referent.minutes.blocks import Inlines, LineBreak, Link, PageField, Tab, Text
from referent.word.metrics import width_at_one_point
from referent.word.units import DEFAULT_TAB, TWIPS_PER_POINT

_PARTS = re.compile(r".+?(?:[-–—\u00ad]+(?=.)|$)", re.DOTALL)
"""A word falls into parts after a dash or soft hyphen inside it; not after a stroke, and addresses stay whole too."""
_DEFAULT_TAB = DEFAULT_TAB / TWIPS_PER_POINT
_TOLERANCE = 0.01
_PAGE_NUMBER = "00"


@dataclass(frozen=True, slots=True)
class Room:
    """The room for a paragraph's text, in points from the left edge of what it stands in."""

    right: float
    """Where lines end."""
    left: float = 0.0
    """Where all lines but the first begin."""
    start: float = 0.0
    """Where the first line begins."""
    tab: float | None = None
    """The paragraph's own tab stop, left of `right`. A stop at `right`, for a page number, needs none."""


@dataclass(frozen=True, slots=True)
class Type:
    font: str
    size: float
    bold: bool = False
    italic: bool = False


def count_lines(inlines: Inlines, type_: Type, room: Room) -> int:
    """At least one: an empty paragraph has a line too."""
    filler = _Filler(type_, room, room.start)
    for inline in inlines:
        match inline:
            case Text(text, bold, italic) | Link(text, _, bold, italic):
                filler.text(text, type_.bold or bold, type_.italic or italic)
            case LineBreak():
                filler.break_line()
            case Tab():
                filler.tab()
            case PageField():
                filler.text(_PAGE_NUMBER, type_.bold, type_.italic)
    filler.end_word()
    return filler.lines


@dataclass(slots=True)
class _Filler:
    """Fills line after line. A word may be made of several runs, so it is placed when it ends."""

    type_: Type
    room: Room
    x: float
    lines: int = 1
    line_is_empty: bool = True
    word: list[tuple[str, bool, bool]] = field(default_factory=list)
    width: float = 0.0
    """Of the word so far."""

    def text(self, text: str, bold: bool, italic: bool) -> None:
        if "\n" in text or "\t" in text:
            self._text_with_breaks(text, bold, italic)
            return
        first, *others = text.split(" ")
        self._begin_or_go_on(first, bold, italic)
        if not others:
            return
        self.end_word()
        font, size, limit = self.type_.font, self.type_.size, self.room.right + _TOLERANCE
        space = width_at_one_point(" ", font, bold, italic) * size
        last = others.pop()
        # Nearly all words go this way, so it is kept short.
        for word in others:
            self.x += space
            width = width_at_one_point(word, font, bold, italic) * size
            if self.x + width <= limit:
                self.x += width
                self.line_is_empty = False
            else:
                self._place_parts(word, width, bold, italic)
        self.x += space
        self._begin_or_go_on(last, bold, italic)

    def _begin_or_go_on(self, text: str, bold: bool, italic: bool) -> None:
        """With a word whose end is not yet known."""
        if text:
            self.word.append((text, bold, italic))
            self.width += self._width(text, bold, italic)

    def _text_with_breaks(self, text: str, bold: bool, italic: bool) -> None:
        for number, line in enumerate(text.split("\n")):
            if number:
                self.break_line()
            for column, piece in enumerate(line.split("\t")):
                if column:
                    self.tab()
                self.text(piece, bold, italic)

    def end_word(self) -> None:
        if not self.word:
            return
        if self.x + self.width <= self.room.right + _TOLERANCE:
            self.x += self.width
            self.line_is_empty = False
        else:
            self._place_parts("".join(text for text, _, _ in self.word), self.width, *self.word[0][1:])
        self.word.clear()
        self.width = 0.0

    def _place_parts(self, word: str, width: float, bold: bool, italic: bool) -> None:
        """A word that does not fit as a whole: on the next line, from where it may be parted or, at last, anywhere."""
        parts = _PARTS.findall(word)
        widths = [width] if len(parts) == 1 else [self._width(part, bold, italic) for part in parts]
        for part, width in zip(parts, widths, strict=True):
            if self.x + width > self.room.right + _TOLERANCE and not self.line_is_empty:
                self._next_line()
            if self.x + width > self.room.right + _TOLERANCE:
                for character in part:
                    self._place_character(self._width(character, bold, italic))
            else:
                self.x += width
            self.line_is_empty = False

    def _place_character(self, width: float) -> None:
        if self.x + width > self.room.right + _TOLERANCE and not self.line_is_empty:
            self._next_line()
        self.x += width
        self.line_is_empty = False

    def _width(self, text: str, bold: bool, italic: bool) -> float:
        return width_at_one_point(text, self.type_.font, bold, italic) * self.type_.size

    def tab(self) -> None:
        self.end_word()
        stop = self.room.tab
        if stop is None:
            return
        if self.x >= stop:
            stop = (self.x // _DEFAULT_TAB + 1) * _DEFAULT_TAB
        if stop < self.room.right:
            self.x = stop
        else:
            self._next_line()

    def break_line(self) -> None:
        self.end_word()
        self._next_line()

    def _next_line(self) -> None:
        self.lines += 1
        self.x = self.room.left
        self.line_is_empty = True
