"""A document taken apart for the rules: its paragraphs and tables in order, each with where it stands."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from referent.word.accessibility.findings import Place, excerpt
from referent.word.accessibility.runs import Run, runs_of
from referent.word.accessibility.styles import Styles
from referent.word.accessibility.table_formats import formats_of_cells
from referent.word.accessibility.words import WRAPPERS, W, first_child, value, word
from referent.word.guarded import UnreadableDocument, parsed
from referent.word.xml import Element, is_on

_STRICT_NAMESPACES = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": W.encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": (
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    ),
    b"http://purl.oclc.org/ooxml/drawingml/": b"http://schemas.openxmlformats.org/drawingml/2006/",
}
_HEX = re.compile(r"[0-9A-Fa-f]{6}")
_MARGINS = ("header", "footer", "footnotes", "endnotes")


@dataclass(frozen=True, slots=True)
class Seen:
    """A paragraph as the rules see it."""

    element: Element
    text: str
    """With its line breaks as newlines."""
    runs: tuple[Run, ...]
    place: Place
    level: int | None
    """Of the heading that it is, from 1; None: it is none."""
    cell: Element | None
    """The table's cell that it stands in."""
    formats: tuple[Element, ...]
    """What the table's style says of that cell, the nearest first."""
    in_body: bool


@dataclass(frozen=True, slots=True)
class SeenTable:
    element: Element
    rows: tuple[tuple[Element, ...], ...]
    """The cells of each row."""
    row_elements: tuple[Element, ...]
    place: Place
    depth: int
    """How many tables are around it."""


@dataclass
class Opened:
    """What the rules read."""

    styles: Styles
    settings: Element | None
    core: Element | None
    roots: tuple[Element, ...]
    """The body's part first, then headers, footers and notes."""
    paragraphs: list[Seen] = field(default_factory=list)
    tables: list[SeenTable] = field(default_factory=list)

    @property
    def page_colour(self) -> str:
        """Six hexadecimal digits; white unless the document shows a background of its own."""
        colour = value(self.roots[0].find(word("background")), "color")
        is_shown = is_on(first_child(self.settings, "displayBackgroundShape"))
        return colour.upper() if is_shown and _HEX.fullmatch(colour) else "FFFFFF"

    @property
    def body(self) -> list[Seen]:
        return [paragraph for paragraph in self.paragraphs if paragraph.in_body]

    def place_of(self, element: Element) -> Place:
        """The place of the paragraph that an element stands in."""
        around = (self._places.get(ancestor) for ancestor in element.iterancestors(word("p")))
        return next((place for place in around if place is not None), Place())

    @cached_property
    def _places(self) -> dict[Element, Place]:
        return {paragraph.element: paragraph.place for paragraph in self.paragraphs}


def open_document(parts: Mapping[str, bytes]) -> Opened:
    """Raises `UnreadableDocument` where a part that is needed is missing or cannot be read."""
    names = {name.lstrip("/"): name for name in parts}

    def part(name: str) -> Element | None:
        content = parts.get(names.get(name, ""))
        return None if content is None else parsed(name, _transitional(content))

    main = _target(part("_rels/.rels"), "officeDocument") or "word/document.xml"
    root = part(main)
    if root is None or root.find(word("body")) is None:
        raise UnreadableDocument("not_word")
    folder, file = posixpath.split(main)
    relations = part(posixpath.join(folder, "_rels", f"{file}.rels"))

    def beside(kind: str) -> Iterator[Element]:
        for target in _targets(relations, kind):
            found = part(posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/"))
            if found is not None:
                yield found

    core = _target(part("_rels/.rels"), "core-properties") or "docProps/core.xml"
    margins = [margin for kind in _MARGINS for margin in beside(kind)]
    document = Opened(
        Styles(next(beside("styles"), None), next(beside("theme"), None)),
        next(beside("settings"), None),
        part(core),
        (root, *margins),
    )
    reader = _Reader(document)
    for each in document.roots:
        reader.read(each)
    return document


def _transitional(content: bytes) -> bytes:
    """The same in the namespaces that nearly all documents use, where it was saved as "Strict Open XML"."""
    if b"http://purl.oclc.org/ooxml/" in content:
        for strict, usual in _STRICT_NAMESPACES.items():
            content = content.replace(strict, usual)
    return content


def _targets(relations: Element | None, kind: str) -> list[str]:
    found = relations.iterchildren("{*}Relationship") if relations is not None else ()
    wanted = [each for each in found if (each.get("Type") or "").rpartition("/")[2] == kind]
    return [each.get("Target") or "" for each in wanted if each.get("TargetMode") != "External"]


def _target(relations: Element | None, kind: str) -> str | None:
    return next((target.lstrip("/") for target in _targets(relations, kind)), None)


class _Reader:
    """Goes through the stories of a document, counting paragraphs and remembering the heading they stand under."""

    def __init__(self, document: Opened) -> None:
        self._document = document
        self._in_body = False
        self._number = 0
        self._heading = ""
        self._depth = 0

    def read(self, root: Element) -> None:
        body = root.find(word("body"))
        self._in_body = body is not None
        self._heading = ""
        containers = [body] if body is not None else [root, *root.iterchildren(word("footnote"), word("endnote"))]
        for container in containers:
            self._blocks(container, None, ())

    def _blocks(self, container: Element, cell: Element | None, formats: tuple[Element, ...]) -> None:
        for block in container:
            if block.tag == word("p"):
                self._paragraph(block, cell, formats)
            elif block.tag == word("tbl"):
                self._table(block)
            elif block.tag in WRAPPERS:
                self._blocks(block, cell, formats)

    def _paragraph(self, element: Element, cell: Element | None, formats: tuple[Element, ...]) -> None:
        styles = self._document.styles
        runs = tuple(runs_of(element))
        text = "".join(run.text for run in runs if not is_on(styles.run_property("vanish", run.element, element)))
        level = styles.heading_level(element)
        if self._in_body:
            self._number += 1
            self._heading = excerpt(text) if level is not None and text.strip() else self._heading
        place = Place(self._heading, excerpt(text), self._number if self._in_body else 0)
        seen = Seen(element, text, runs, place, level, cell, formats, self._in_body)
        self._document.paragraphs.append(seen)

    def _table(self, element: Element) -> None:
        rows = [row for row in _children(element) if row.tag == word("tr")]
        cells = tuple(tuple(cell for cell in _children(row) if cell.tag == word("tc")) for row in rows)
        first = " ".join(map(_text_of, cells[0] if cells else ()))
        place = Place(self._heading, excerpt(first), self._number + 1 if self._in_body else 0)
        self._document.tables.append(SeenTable(element, cells, tuple(rows), place, self._depth))
        self._depth += 1
        for row, row_formats in zip(cells, formats_of_cells(element, cells, self._document.styles), strict=True):
            for cell, formats in zip(row, row_formats, strict=True):
                self._blocks(cell, cell, formats)
        self._depth -= 1


def _text_of(cell: Element) -> str:
    return "".join(text.text or "" for text in cell.iter(word("t")))


def _children(element: Element) -> Iterator[Element]:
    """The children, those within content controls and insertions included."""
    for child in element:
        if child.tag in WRAPPERS:
            yield from _children(child)
        else:
            yield child
