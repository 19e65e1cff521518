"""From the tokens of markdown-it to blocks."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from referent.minutes.blocks import (
    Block,
    Blocks,
    BulletList,
    Cell,
    Heading,
    Inline,
    Inlines,
    LineBreak,
    Link,
    ListItem,
    NumberedList,
    Paragraph,
    Table,
    Text,
)
from referent.minutes.cell_lists import cell_blocks
from referent.minutes.danish import join
from referent.minutes.links import may_be_followed, with_links

if TYPE_CHECKING:
    from markdown_it.token import Token

MAX_NESTING = 40
"""Of tokens: a list in a list is two deeper."""
DEEPEST_HEADING = 6
_LONGEST_DESCRIPTION = 250

_CELL_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_CLOSERS = {
    "paragraph_open": "paragraph_close",
    "heading_open": "heading_close",
    "bullet_list_open": "bullet_list_close",
    "ordered_list_open": "ordered_list_close",
    "list_item_open": "list_item_close",
    "table_open": "table_close",
}


def blocks_of(tokens: list[Token], heading_level: int) -> Blocks:
    return _Reader(tokens, heading_level).blocks_until(None)


def inlines_of(token: Token | None) -> Inlines:
    """The inlines of an "inline" token, with neighbours of one appearance joined."""
    inlines = _Inlines().of(list(token.children or ()) if token else [])
    return with_links(_trimmed(inlines))


def text_of(inlines: Inlines) -> str:
    """Only the text of inlines, on one line."""
    return "".join(inline.text if isinstance(inline, (Text, Link)) else " " for inline in inlines).strip()


class _Reader:
    """Goes through the tokens once, from front to back."""

    def __init__(self, tokens: list[Token], heading_level: int) -> None:
        self._tokens = tokens
        self._position = 0
        self._first_level = heading_level
        self._last_level = heading_level - 1
        self._list_depth = 0

    def blocks_until(self, closer: str | None) -> Blocks:
        blocks: list[Block] = []
        readers: dict[str, Callable[[Token], Block | None]] = {
            "paragraph_open": self._paragraph,
            "heading_open": self._heading,
            "bullet_list_open": self._bullets,
            "ordered_list_open": self._numbers,
            "table_open": self._table,
        }
        while self._position < len(self._tokens):
            token = self._next()
            if token.type == closer:
                break
            block = readers[token.type](token) if token.type in readers else None
            if block is not None:
                blocks.append(block)
        return tuple(blocks)

    def _next(self) -> Token:
        self._position += 1
        return self._tokens[self._position - 1]

    def _inlines_until(self, closer: str) -> Inlines:
        inlines: Inlines = ()
        while (token := self._next()).type != closer:
            if token.type == "inline":
                inlines = inlines_of(token)
        return inlines

    def _paragraph(self, opener: Token) -> Block | None:
        inlines = self._inlines_until("paragraph_close")
        return Paragraph(inlines) if inlines else None

    def _heading(self, opener: Token) -> Block | None:
        text = text_of(self._inlines_until("heading_close"))
        if not text:
            return None
        if self._list_depth:
            return Paragraph((Text(text, bold=True),))  # a heading inside a list would break the outline
        wanted = self._first_level + max(0, int(opener.tag[1]) - 3)
        self._last_level = min(wanted, max(self._last_level + 1, self._first_level), DEEPEST_HEADING)
        return Heading(text, self._last_level)

    def _bullets(self, opener: Token) -> Block | None:
        items = self._items("bullet_list_close")
        return BulletList(items) if items else None

    def _numbers(self, opener: Token) -> Block | None:
        items = self._items("ordered_list_close")
        return (
            NumberedList(items, start=int(opener.attrGet("start") or opener.attrs.get("start", 1))) if items else None
        )

    def _items(self, closer: str) -> tuple[ListItem, ...]:
        items: list[ListItem] = []
        self._list_depth += 1
        while (token := self._next()).type != closer:
            if token.type != "list_item_open":
                continue
            blocks = self.blocks_until("list_item_close")
            if blocks and isinstance(blocks[0], (BulletList, NumberedList)):
                items.extend(blocks[0].items)  # a list that is all there is in an item: "- - a"
                blocks = blocks[1:]
            if blocks:
                items.append(ListItem(blocks))
        self._list_depth -= 1
        return tuple(items)

    def _table(self, opener: Token) -> Block | None:
        rows: list[tuple[Cell, ...]] = []
        cells: list[Cell] = []
        while (token := self._next()).type != "table_close":
            if token.type == "tr_open":
                cells = []
            elif token.type == "inline":
                cells.append(_cell(token))
            elif token.type == "tr_close":
                rows.append(tuple(cells))
        has_header = any(cell.blocks for cell in rows[0])
        rows = rows if has_header else rows[1:]
        width = max((len(row) for row in rows), default=0)
        padded = tuple(row + (Cell(()),) * (width - len(row)) for row in rows)
        return _table_of(padded, has_header) if padded else None


def _table_of(rows: tuple[tuple[Cell, ...], ...], has_header: bool) -> Table:
    """Below an empty first heading stand the names of the rows."""
    titles = [_title(cell) for cell in rows[0]] if has_header else []
    names_rows = len(titles) > 1 and not titles[0]
    return Table(rows, int(has_header), _description(titles, len(rows[0])), header_columns=int(names_rows))


def _title(cell: Cell) -> str:
    return " ".join(text_of(block.inlines) for block in cell.blocks if isinstance(block, Paragraph))


def _description(titles: list[str], width: int) -> str:
    """What a screen reader says of the table before it reads it out; Markdown has no place for one of its own."""
    named = [title for title in titles if title]
    if not named:
        return f"Tabel med {width} {'kolonne' if width == 1 else 'kolonner'}"
    text = f"Tabel med {'kolonnen' if len(named) == 1 else 'kolonnerne'} {join(named)}"
    return text if len(text) <= _LONGEST_DESCRIPTION else text[: _LONGEST_DESCRIPTION - 1] + "…"


def _cell(token: Token) -> Cell:
    """The lines of a cell (`<br>`) as paragraphs of their own, or as lists."""
    lines: list[list[Inline]] = [[]]
    for inline in _Inlines().of(list(token.children or ())):
        if not isinstance(inline, Text):
            lines[-1].append(inline)
            continue
        first, *rest = _CELL_BREAK.split(inline.text)
        lines[-1].append(Text(first, inline.bold, inline.italic))
        lines.extend([Text(part, inline.bold, inline.italic)] for part in rest)
    trimmed = (_trimmed(tuple(line)) for line in lines)
    return Cell(cell_blocks([with_links(line) for line in trimmed if line]))


class _Inlines:
    """The children of one inline token as inlines."""

    def __init__(self) -> None:
        self._bold = 0
        self._italic = 0

    def of(self, children: list[Token]) -> Inlines:
        found: list[Inline] = []
        link: str | None = None
        title = ""
        link_text: list[Inline] = []
        for child in children:
            here = found if link is None else link_text
            if child.type in ("strong_open", "strong_close"):
                self._bold += child.nesting
            elif child.type in ("em_open", "em_close"):
                self._italic += child.nesting
            elif child.type == "link_open":
                link, link_text = str(child.attrGet("href") or ""), []
                title = str(child.attrGet("title") or "")
            elif child.type == "link_close" and link is not None:
                found.extend(self._link(link, tuple(link_text), child.info == "auto"))
                found.extend([self._text(f" ({title})")] if title else [])
                link = None
            elif child.type in ("softbreak", "hardbreak"):
                here.append(LineBreak())
            elif child.content:
                here.append(self._text(child.content))
        return _joined(found)

    def _link(self, url: str, label: Inlines, is_auto: bool) -> Inlines:
        text = text_of(label)
        if is_auto and ":" not in url.split("@")[0] and "@" in url:
            url = f"mailto:{url}"
        if may_be_followed(url):
            return (Link(text or url, url, bool(self._bold), bool(self._italic)),)
        if not url or text == url:
            return label
        return (*label, self._text(f" ({url})" if text else url))

    def _text(self, text: str) -> Text:
        return Text(text, bool(self._bold), bool(self._italic))


def _joined(inlines: list[Inline]) -> Inlines:
    """Neighbouring texts of one appearance as one."""
    joined: list[Inline] = []
    run: list[str] = []
    for inline in inlines:
        last = joined[-1] if joined else None
        if (
            isinstance(inline, Text)
            and isinstance(last, Text)
            and (last.bold, last.italic) == (inline.bold, inline.italic)
        ):
            run.append(inline.text)
            continue
        _end_run(joined, run)
        joined.append(inline)
    _end_run(joined, run)
    return tuple(joined)


def _end_run(joined: list[Inline], run: list[str]) -> None:
    last = joined[-1] if joined else None
    if run and isinstance(last, Text):
        joined[-1] = Text(last.text + "".join(run), last.bold, last.italic)
        run.clear()


def _trimmed(inlines: Inlines) -> Inlines:
    """Without space at the ends and around line breaks, and without empty texts."""
    kept: list[Inline] = []
    for place, inline in enumerate(inlines):
        if isinstance(inline, Text):
            text = inline.text
            if not kept or isinstance(kept[-1], LineBreak):
                text = text.lstrip(" \t")
            if place + 1 == len(inlines) or isinstance(inlines[place + 1], LineBreak):
                text = text.rstrip(" \t")
            if text:
                kept.append(Text(text, inline.bold, inline.italic))
        elif not isinstance(inline, LineBreak) or kept:
            kept.append(inline)
    while kept and isinstance(kept[-1], LineBreak):
        kept.pop()
    return tuple(kept)
