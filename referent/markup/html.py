"""Minutes as one page of HTML that stands by itself: no scripts, nothing fetched, readable on paper and aloud.

It is made to meet WCAG 2.1 AA: language and title, headings in unbroken order, real lists, tables with captions and
header cells, wide tables that the keyboard can scroll, nothing by colour alone. Page numbers are left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import takewhile

from referent.markup.html_style import style_sheet
from referent.markup.outline import Entry, has_text, outline_of, runs_of_roles, unbroken
from referent.minutes.blocks import (
    Block,
    Blocks,
    BulletList,
    Cell,
    Contents,
    Heading,
    Inline,
    Inlines,
    LineBreak,
    Link,
    ListItem,
    Minutes,
    NumberedList,
    PageBreak,
    Paragraph,
    Role,
    Tab,
    Table,
    Text,
)
from referent.minutes.links import may_be_followed
from referent.minutes.walk import label_and_value

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_OPENING_ROLES = (Role.TITLE, Role.SUBTITLE, Role.FACT)
_CLASSES = {
    Role.SUBTITLE: "subtitle",
    Role.LABEL: "label",
    Role.REFERENCE: "reference",
    Role.SIGNATURE: "signature",
}


def render_html(minutes: Minutes) -> str:
    """The minutes as a whole page, ending in a newline."""
    outline = outline_of(minutes.blocks)
    writer = _Writer(outline)
    opening = tuple(takewhile(_is_opening, minutes.blocks))
    draft = [f'<p class="draft">{_text(minutes.draft)}</p>'] if minutes.draft else []
    header = [*draft, *writer.flow(opening)]
    has_title = any(isinstance(block, Paragraph) and block.role is Role.TITLE for block in opening)
    title = " – ".join(filter(None, (minutes.draft, minutes.title)))
    lines = [
        "<!DOCTYPE html>",
        f'<html lang="{escape(minutes.language)}">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(' '.join(title.split()))}</title>",
        f"<style>\n{style_sheet(minutes.look, int(has_title))}</style>",
        "</head>",
        "<body>",
        "<main>",
        *(["<header>", *header, "</header>"] if header else []),
        *writer.flow(minutes.blocks[len(opening) :]),
        "</main>",
        "</body>",
        "</html>",
    ]
    return "\n".join(filter(None, lines)) + "\n"


def _is_opening(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.role in _OPENING_ROLES


class _Writer:
    """Writes blocks from first to last. It remembers the heading they stand under, which names their tables."""

    def __init__(self, outline: Sequence[Entry]) -> None:
        self._outline = outline
        self._entries = iter(outline)
        self._heading = ""
        self._captions = 0

    def flow(self, blocks: Iterable[Block]) -> Iterator[str]:
        """The blocks as elements, each a string."""
        for role, run in runs_of_roles(blocks):
            if role is Role.FACT:
                yield from _facts(run)
            else:
                for block in run:
                    yield from self._block(block)

    def _block(self, block: Block) -> Iterator[str]:
        match block:
            case Paragraph(inlines, Role.TITLE):
                yield self._heading_element(_inlines(inlines))
            case Paragraph(inlines, role):
                if has_text(inlines):
                    yield f"<p{_class(_CLASSES.get(role, ''))}>{_inlines(inlines)}</p>"
            case Heading(text):
                yield self._heading_element(_text(text), "new-page" if block.page_break_before else "")
            case BulletList(items):
                yield from self._list("<ul>", items, "</ul>")
            case NumberedList(items, start):
                yield from self._list("<ol>" if start == 1 else f'<ol start="{start}">', items, "</ol>")
            case Table():
                yield from self._table(block)
            case Contents(title):
                yield from self._contents(title)
            case PageBreak():
                yield '<div class="new-page"></div>'

    def _heading_element(self, inner: str, css_class: str = "") -> str:
        entry = next(self._entries)
        if not inner.strip():
            return ""
        self._heading = entry.anchor
        return f'<h{entry.level} id="{entry.anchor}"{_class(css_class)}>{inner}</h{entry.level}>'

    def _list(self, opener: str, items: Sequence[ListItem], closer: str) -> Iterator[str]:
        if items:
            yield opener
            for item in items:
                yield f"<li>{self._inside(item.blocks)}</li>"
            yield closer

    def _inside(self, blocks: Blocks) -> str:
        """What stands in an item or a cell: a lone paragraph as its bare text."""
        paragraphs = [block for block in blocks if isinstance(block, Paragraph)]
        if paragraphs[:1] != list(blocks[:1]) or len(paragraphs) != 1 or paragraphs[0].role is not Role.BODY:
            return "\n".join(self.flow(blocks))
        return "\n".join(filter(None, (_inlines(paragraphs[0].inlines), *self.flow(blocks[1:]))))

    def _table(self, table: Table) -> Iterator[str]:
        width = table.column_count
        if not width:
            return
        named_by = self._heading
        if table.description:
            self._captions += 1
            named_by = f"tabel-{self._captions}"
        name = f' aria-labelledby="{named_by}"' if named_by else ""
        yield f'<div class="table" role="region" tabindex="0"{name}>'
        yield "<table>"
        if table.description:
            yield f'<caption id="{named_by}">{_text(table.description)}</caption>'
        heads, body = table.rows[: table.header_rows], table.rows[table.header_rows :]
        if heads:
            yield from ("<thead>", *(self._row(row, width, width, "col") for row in heads), "</thead>")
        if body:
            yield from ("<tbody>", *(self._row(row, width, table.header_columns, "row") for row in body), "</tbody>")
        yield "</table>"
        yield "</div>"

    def _row(self, row: Sequence[Cell], width: int, headers: int, scope: str) -> str:
        padded = (*row, *(Cell(()),) * (width - len(row)))
        cells = (self._cell(cell, scope if column < headers else "") for column, cell in enumerate(padded))
        return f"<tr>{''.join(cells)}</tr>"

    def _cell(self, cell: Cell, scope: str) -> str:
        """An empty header says nothing, and is a cell like others."""
        inner = self._inside(cell.blocks)
        return f'<th scope="{scope}">{inner}</th>' if scope and inner else f"<td>{inner}</td>"

    def _contents(self, title: str) -> Iterator[str]:
        listed = [entry for entry in self._outline if entry.contents_title is not None]
        if not listed:
            return
        name = ' aria-labelledby="indhold"' if title else ""
        yield f"<nav{name}>"
        if title:
            yield f'<p class="label" id="indhold">{_text(title)}</p>'
        depth = 0
        for entry, rank in zip(listed, unbroken(entry.level for entry in listed), strict=True):
            yield "</li>" if rank == depth else "<ul>" if rank > depth else "</li></ul>" * (depth - rank) + "</li>"
            yield f'<li><a href="#{entry.anchor}">{_text(entry.contents_title or "")}</a>'
            depth = rank
        yield "</li></ul>" * depth
        yield "</nav>"


def _facts(run: Sequence[Block]) -> Iterator[str]:
    yield "<dl>"
    for block in run:
        label, value = label_and_value(block.inlines if isinstance(block, Paragraph) else ())
        yield f"<dt>{_inlines(label)}</dt><dd>{_inlines(value)}</dd>"
    yield "</dl>"


def _inlines(inlines: Inlines) -> str:
    return "".join(map(_inline, inlines)).strip()


def _inline(inline: Inline) -> str:
    match inline:
        case Text(text, bold, italic):
            return _emphasised(_text(text), bold, italic)
        case Link(text, url, bold, italic):
            inner = _text(text or url)
            link = f'<a href="{escape(url)}">{inner}</a>' if may_be_followed(url) else inner
            return _emphasised(link, bold, italic)
        case LineBreak():
            return "<br>"
        case Tab():
            return " "
    return ""


def _emphasised(inner: str, bold: bool, italic: bool) -> str:
    inner = f"<em>{inner}</em>" if italic else inner
    return f"<strong>{inner}</strong>" if bold else inner


def _text(text: str) -> str:
    return "<br>".join(escape(text).split("\n"))


def _class(name: str) -> str:
    return f' class="{name}"' if name else ""
