"""Inlines as Markdown that reads back as the same text: whatever a person typed is never taken for a mark.

CommonMark decides by the characters on both sides whether a star opens or closes, which white space is dropped and what
begins a list (https://spec.commonmark.org/0.31.2/). Where the text stands in the way, a character is written as its
number (`&#32;`), which means the same text and never a mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from string import punctuation

from referent.minutes.blocks import Inline, Inlines, LineBreak, Link, Tab, Text
from referent.minutes.links import may_be_followed

HARD_BREAK = "\\\n"
CELL_BREAK = "<br>"

_MARKS = re.compile(r"[\\`*_\[\]<|~]|&(?=[#A-Za-z])")
_BEGINS_A_BLOCK = re.compile(r"^(?:(\d{1,9})(?=[.)](?:\s|$))|(?=[-+](?:\s|$)|#{1,6}(?:\s|$)|>|[-=:][-=: ]*$))")
_CLOSES_A_HEADING = re.compile(r"#+$")
_MAIL_ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_{|}~-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*")


@dataclass(frozen=True, slots=True)
class _Piece:
    """Source text of one appearance; its first and last character are no white space where it is bold or italic."""

    source: str
    bold: bool = False
    italic: bool = False


def paragraph_source(inlines: Inlines) -> str:
    """A paragraph; empty where there is no text in it."""
    return HARD_BREAK.join(_BEGINS_A_BLOCK.sub(r"\1\\", line) for line in _lines(inlines))


def cell_source(inlines: Inlines) -> str:
    """The same inside a table's cell, on one line."""
    return CELL_BREAK.join(_lines(inlines))


def heading_source(text: str) -> str:
    """The text of a heading, on one line."""
    line = _with_kept_ends(_escaped(" ".join(text.split("\n"))))
    return _CLOSES_A_HEADING.sub(lambda found: "\\" + found[0], line)


def _lines(inlines: Inlines) -> list[str]:
    """The source of each line, without empty ones at the ends, which cannot be said."""
    lines = [_with_kept_ends(_line(line)) for line in _split(inlines)]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return lines


def _split(inlines: Iterable[Inline]) -> list[list[Text | Link]]:
    lines: list[list[Text | Link]] = [[]]
    for inline in inlines:
        match inline:
            case LineBreak():
                lines.append([])
            case Tab():
                lines[-1].append(Text(" "))
            case Link():
                lines[-1].append(inline)
            case Text(text, bold, italic):
                first, *rest = text.split("\n")
                lines[-1].append(Text(first, bold, italic))
                lines.extend([Text(part, bold, italic)] for part in rest)
    return lines


def _line(inlines: Iterable[Text | Link]) -> str:
    """Bold is marked outside of italic, and a mark is written only where the appearance changes."""
    source = ""
    bold = italic = False
    for piece in (*(piece for inline in inlines for piece in _pieces(inline)), _Piece("")):
        bold_stays = bold and piece.bold
        italic_stays = italic and piece.italic and bold == piece.bold
        closing = "_" * (italic and not italic_stays) + "**" * (bold and not bold_stays)
        opening = "**" * (piece.bold and not bold_stays) + "_" * (piece.italic and not italic_stays)
        source = _joined(source, closing, opening, piece.source)
        bold, italic = piece.bold, piece.italic
    return source


def _joined(before: str, closing: str, opening: str, after: str) -> str:
    """Both sides with the marks between them, and nothing beside a mark that keeps it from closing or opening."""
    if not closing and not opening:
        is_image = before.endswith("!") and after.startswith("[")
        return f"{before[:-1]}\\!{after}" if is_image else before + after
    if not opening and not _stands_apart(after[:1]):
        after = _numbered(after[0]) + after[1:]
    if not closing and not _stands_apart(before[-1:]):
        before = before[:-1] + _numbered(before[-1])
    return before + closing + opening + after


def _stands_apart(character: str) -> bool:
    return not character or character.isspace() or character in punctuation


def _pieces(inline: Text | Link) -> Iterator[_Piece]:
    if isinstance(inline, Link):
        yield _Piece(_link(inline), inline.bold, inline.italic)
        return
    inner = inline.text.strip()
    before, _, after = inline.text.partition(inner) if inner else (inline.text, "", "")
    for source, bold, italic in ((before, False, False), (inner, inline.bold, inline.italic), (after, False, False)):
        if source:
            yield _Piece(_escaped(source), bold, italic)


def _link(link: Link) -> str:
    text = " ".join(link.text.split()) or link.url
    if not may_be_followed(link.url):
        return _escaped(text)
    is_bare = link.url.isascii() and (text == link.url or f"mailto:{text}" == link.url)
    if is_bare and ("://" in text or _MAIL_ADDRESS.fullmatch(text)):
        return f"<{text}>"
    target = _MARKS.sub(_with_backslash, link.url) if "&" in link.url else link.url
    return f"[{_escaped(text)}](<{target}>)" if "(" in target or ")" in target else f"[{_escaped(text)}]({target})"


def _escaped(text: str) -> str:
    return _MARKS.sub(_with_backslash, text)


def _with_backslash(found: re.Match[str]) -> str:
    return "\\" + found[0]


def _with_kept_ends(line: str) -> str:
    """White space at the ends of a line, which would be dropped, by its number."""
    if line[-1:].isspace():
        line = line[:-1] + _numbered(line[-1])
    return _numbered(line[0]) + line[1:] if line[:1].isspace() else line


def _numbered(character: str) -> str:
    return f"&#{ord(character)};"
