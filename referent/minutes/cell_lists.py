"""Lists in a cell of a table. Markdown has no place for them there, so they are typed as lines: "- a<br>- b"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from referent.minutes.blocks import Block, Blocks, BulletList, Inlines, ListItem, NumberedList, Paragraph, Text
from referent.minutes.danish_dates import MONTHS

_SHORT_MONTHS = ("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "okt", "nov", "dec")
_BULLET = re.compile(r"([-*•])[ \t]+")
_NUMBER = re.compile(rf"(\d{{1,3}})[.)][ \t]+(?!(?:{'|'.join((*MONTHS, *_SHORT_MONTHS))})\b)", re.IGNORECASE)


def cell_blocks(lines: Sequence[Inlines]) -> Blocks:
    """The lines of a cell as paragraphs; two or more in a row that begin as items of one list are that list.

    Numbers count up one by one. A single dash or number begins no list: it may be all there is to say.
    """
    blocks: list[Block] = []
    place = 0
    while place < len(lines):
        end = _end_of_list(lines, place)
        if end - place < 2:
            blocks.append(Paragraph(lines[place]))
            place += 1
            continue
        blocks.append(_list(lines[place:end]))
        place = end
    return tuple(blocks)


def _end_of_list(lines: Sequence[Inlines], start: int) -> int:
    first = _marker(lines[start])
    end = start + 1
    while first is not None and end < len(lines) and _marker(lines[end]) == _after(first, end - start):
        end += 1
    return end


def _list(lines: Sequence[Inlines]) -> Block:
    first = _marker(lines[0])
    items = tuple(ListItem((Paragraph(_without_marker(line)),)) for line in lines)
    return NumberedList(items, start=first) if isinstance(first, int) else BulletList(items)


def _marker(line: Inlines) -> int | str | None:
    """The number or the sign that the line begins with, as an item of a list does."""
    text = _first_text(line)
    if number := _NUMBER.match(text):
        return int(number[1])
    bullet = _BULLET.match(text)
    return bullet[1] if bullet else None


def _after(first: int | str, steps: int) -> int | str:
    return first + steps if isinstance(first, int) else first


def _without_marker(line: Inlines) -> Inlines:
    text = _first_text(line)
    found = _NUMBER.match(text) or _BULLET.match(text)
    if not found or not isinstance(line[0], Text):
        return line
    rest = text[found.end() :]
    return (replace(line[0], text=rest), *line[1:]) if rest else line[1:]


def _first_text(line: Inlines) -> str:
    """Plain text that the line begins with; a marker is never bold."""
    if not line or not isinstance(line[0], Text) or line[0].bold or line[0].italic:
        return ""
    return line[0].text
