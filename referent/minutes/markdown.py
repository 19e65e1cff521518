"""The Markdown of an agenda or a record as plain blocks.

In: any text, and the level of the first heading in it. Out: blocks, never an exception. What is understood: paragraphs
(a newline is a line break), `-` and `1.` lists, `###` headings, bold, italic, links and pipe tables with `<br>` in a
cell. All else is text: HTML, code, quotes, rules and references are printed as they were typed.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import takewhile
from typing import TYPE_CHECKING

from referent.minutes.blocks import Blocks, Inlines, LineBreak, Paragraph, Text
from referent.minutes.links import with_links
from referent.minutes.markdown_blocks import MAX_NESTING, blocks_of

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_MONTH = (
    "januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december"
    "|jan|feb|mar|apr|jun|jul|aug|sept|sep|okt|nov|dec"
)
_MARKERS = r"((?:[ \t]*(?:[-+*]|\d{1,9}[.)])[ \t]+)*?[ \t]*)"
_DAY_AND_MONTH = re.compile(rf"^{_MARKERS}(\d{{1,2}})\.(?=[ \t]*(?:{_MONTH})\b)", re.MULTILINE | re.IGNORECASE)
_LONE_NUMBER = re.compile(r"^([ \t]*\d{1,9})([.)])[ \t]*$", re.MULTILINE)
_LONE_DASH = re.compile(r"^([ \t]*)([-+*])[ \t]*$", re.MULTILINE)

_PIPE = re.compile(r"(?<!\\)\|")

# Hostile text only: what people write is far below. Each is where markdown-it begins to take more than linear time.
_MOST_OPEN_BRACKETS = 400
_MOST_PIPES_IN_A_LINE = 200


def is_empty_text(text: str) -> bool:
    """Whether a section holds nothing to print: agendas are full of "." and "-" that only fill the field."""
    return text.strip() in ("", ".", "-")


def parse(text: str, heading_level: int) -> Blocks:
    """`text` as blocks; a `###` in it becomes a heading of `heading_level`, a `####` one below."""
    if is_empty_text(text):
        return ()
    tokens = _tokens(text)
    return unmarked(text) if tokens is None else blocks_of(tokens, heading_level)


def unmarked(text: str) -> Blocks:
    """`text` as paragraphs of plain text, whatever marks stand in it."""
    paragraphs = re.split(r"\n[ \t]*\n", text.strip("\n"))
    return tuple(Paragraph(lines_of(paragraph)) for paragraph in paragraphs if paragraph.strip())


def lines_of(text: str) -> Inlines:
    """Plain text, links in it included, as inlines with a line break for each newline."""
    inlines: list[Text | LineBreak] = []
    for line in text.strip().split("\n"):
        if inlines:
            inlines.append(LineBreak())
        inlines.append(Text(line.strip()))
    return with_links(tuple(inline for inline in inlines if not isinstance(inline, Text) or inline.text))


def _tokens(text: str) -> list[Token] | None:
    """The tokens of markdown-it; None where no person wrote the text, and it is better taken as it stands."""
    most_pipes = max(line.count("|") for line in text.split("\n"))
    if text.count("[") > _MOST_OPEN_BRACKETS or most_pipes > _MOST_PIPES_IN_A_LINE:
        return None
    try:
        tokens = _parser().parse(_as_meant(text))
    except Exception:  # a fault in the parser must not cost the minute taker the document
        return None
    # markdown-it drops what is nested deeper than its limit, and text is never dropped.
    return None if any(token.level >= MAX_NESTING - 2 for token in tokens) else tokens


def _as_meant(text: str) -> str:
    """The text with backslashes where CommonMark would see a list that nobody meant: "12. marts" is not item 12, and a
    number or a dash alone on a line is text.
    """
    text = _DAY_AND_MONTH.sub(r"\1\2\\.", text)
    text = _LONE_NUMBER.sub(r"\1\\\2", text)
    text = _LONE_DASH.sub(r"\1\\\2", text)
    return _with_wide_headers(text) if "|" in text else text


def _with_wide_headers(text: str) -> str:
    """The text with the header of each table as wide as its widest row: what stands beyond the header is dropped
    otherwise.
    """
    lines = text.split("\n")
    place = 1
    while place < len(lines):
        header, rule = lines[place - 1], lines[place]
        place += 1
        if "|" not in header or not _is_rule(rule) or _columns(header) != _columns(rule):
            continue
        body = list(takewhile(str.strip, lines[place:]))
        extra = max(map(_columns, body), default=0) - _columns(header)
        if extra > 0:
            lines[place - 2] = _closed(header) + " |" * extra
            lines[place - 1] = _closed(rule) + " --- |" * extra
        place += len(body) + 1
    return "\n".join(lines)


def _is_rule(row: str) -> bool:
    """Whether the line is the one under the header of a table."""
    cells = row.strip().removeprefix("|").removesuffix("|").split("|")
    return all(cell.strip().strip(":").strip("-") == "" and "-" in cell for cell in cells)


def _columns(row: str) -> int:
    return len(_PIPE.findall(row.strip().removeprefix("|").removesuffix("|"))) + 1


def _closed(row: str) -> str:
    row = row.rstrip()
    return row if row.endswith("|") else f"{row} |"


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt  # not needed before there is a text

    parser = MarkdownIt("zero", {"maxNesting": MAX_NESTING})
    parser.enable(["table", "list", "heading", "newline", "escape", "emphasis", "link", "autolink"])
    # Which links may be followed is decided in `links`; here every one is kept, so that its address is not lost.
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]
    parser.normalizeLinkText = lambda link: link  # type: ignore[method-assign]
    return parser
