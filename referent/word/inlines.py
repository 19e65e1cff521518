"""Text, links, line breaks, tabs and page numbers inside a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from urllib.parse import quote, urlsplit

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part

from referent.minutes.blocks import Counter, Inline, Inlines, LineBreak, Link, PageField, Tab, Text
from referent.word.styles import LINK_STYLE_ID
from referent.word.units import half_points
from referent.word.xml import Element, child, clean, qualified, valued

_SCHEMES = frozenset({"http", "https", "mailto"})
_LONGEST_URL = 2000
"""Word refuses a document that holds a link longer than about 2,080 characters."""
_URL_CHARACTERS = "!#$%&'()*+,-./:;=?@_~"
_BREAKS = re.compile("([\n\t])")
_AMOUNT_SPACE = re.compile(
    r"(?<=\d)[ \u2009\u202f]+(?=(?:mio|mia|tkr|t\.kr|kr|pct)\b|%)|(?<=\d mio\.) +(?=kr\b)|(?<=\d mia\.) +(?=kr\b)"
)


@dataclass(slots=True)
class LinkTargets:
    """The addresses that one part of the package links to, each kept once."""

    part: Part
    _ids: dict[str, str] = field(default_factory=dict)

    def id_for(self, url: str) -> str:
        """The relationship id for an address that `safe_url` has passed."""
        known = self._ids.get(url)
        if known is None:
            known = self._free_id()
            # python-docx's own get_or_add looks through every relationship each time.
            self.part.rels.add_relationship(RELATIONSHIP_TYPE.HYPERLINK, url, known, is_external=True)
            self._ids[url] = known
        return known

    def _free_id(self) -> str:
        """A template that was once made here has some of them already."""
        number = len(self._ids) + 1
        while f"rIdLink{number}" in self.part.rels:
            number += 1
        return f"rIdLink{number}"


@dataclass(frozen=True, slots=True)
class RunWriter:
    """Writes inlines into the paragraphs of one part (the body, a header, a footer)."""

    links: LinkTargets
    page_count: int
    """What a field for the number of pages shows until Word counts them itself."""

    def write(self, paragraph: Element, inlines: Inlines, size: float | None = None) -> None:
        """Add `inlines` to the paragraph; `size` in points overrides the style's type size."""
        for inline in inlines:
            match inline:
                case Text(text, bold, italic):
                    text_run(paragraph, text, bold=bold, italic=italic, size=size)
                case Link():
                    self._link(paragraph, inline, size)
                case LineBreak():
                    child(_run(paragraph, size=size), "w:br")
                case Tab():
                    child(_run(paragraph, size=size), "w:tab")
                case PageField(counter):
                    self._page_field(paragraph, counter, size)

    def _link(self, paragraph: Element, link: Link, size: float | None) -> None:
        url = safe_url(link.url)
        if url is None:
            text_run(paragraph, link.text, bold=link.bold, italic=link.italic, size=size)
            return
        target = child(paragraph, "w:hyperlink", {"r:id": self.links.id_for(url), "w:history": 1})
        text_run(target, link.text, bold=link.bold, italic=link.italic, size=size, style=LINK_STYLE_ID)

    def _page_field(self, paragraph: Element, counter: Counter, size: float | None) -> None:
        if counter is Counter.PAGE:
            complex_field(paragraph, "PAGE", "1", size=size)
        else:
            complex_field(paragraph, "NUMPAGES", str(self.page_count), size=size)


def text_run(
    parent: Element,
    text: str,
    *,
    bold: bool = False,
    italic: bool = False,
    size: float | None = None,
    style: str | None = None,
) -> None:
    """One run of text. Line ends and tabs in it become Word's own; what XML cannot hold is left out."""
    text = clean(text).replace("\r\n", "\n").replace("\r", "\n")
    if not text:
        return
    run = _run(parent, bold=bold, italic=italic, size=size, style=style)
    for piece in _BREAKS.split(text) if "\n" in text or "\t" in text else (text,):
        if piece == "\n":
            child(run, "w:br")
        elif piece == "\t":
            child(run, "w:tab")
        elif piece:
            element = child(run, "w:t")
            element.text = piece
            element.set(qualified("xml:space"), "preserve")


def field_mark(parent: Element, kind: str, *, size: float | None = None, hidden: bool = False) -> None:
    """`begin`, `separate` or `end` of a field that Word works out."""
    child(_run(parent, size=size, hidden=hidden), "w:fldChar", {"w:fldCharType": kind})


def field_instruction(parent: Element, instruction: str, *, size: float | None = None, hidden: bool = False) -> None:
    element = child(_run(parent, size=size, hidden=hidden), "w:instrText")
    element.text = f" {clean(instruction)} "
    element.set(qualified("xml:space"), "preserve")


def complex_field(parent: Element, instruction: str, cached: str, size: float | None = None) -> None:
    """A field together with the result it shows until Word updates it."""
    field_mark(parent, "begin", size=size)
    field_instruction(parent, instruction, size=size)
    field_mark(parent, "separate", size=size)
    text_run(parent, cached, size=size)
    field_mark(parent, "end", size=size)


def safe_url(url: str) -> str | None:
    """The address as it may stand in a document, or None where it is not one that may be followed."""
    url = clean(url).strip()
    try:
        parts = urlsplit(url)
        complete = bool(parts.hostname) if parts.scheme.lower() != "mailto" else "@" in parts.path
    except ValueError:
        return None
    if parts.scheme.lower() not in _SCHEMES or not complete or "\\" in url:
        return None
    safe = "".join(character if ord(character) > 127 else quote(character, _URL_CHARACTERS) for character in url)
    return safe if len(safe) <= _LONGEST_URL else None


def with_unbroken_amounts(inlines: Inlines) -> Inlines:
    """The same text, with a no-break space between a number and its unit, also where they are separate runs."""
    whole = "".join(_text_of(inline) for inline in inlines)
    matches = list(_AMOUNT_SPACE.finditer(whole))
    if not matches:
        return inlines
    characters = list(whole)
    for found in matches:
        characters[found.start() : found.end()] = "\u00a0" * (found.end() - found.start())
    return tuple(_retold(inlines, "".join(characters)))


def _retold(inlines: Iterable[Inline], whole: str) -> Iterator[Inline]:
    position = 0
    for inline in inlines:
        length = len(_text_of(inline))
        if isinstance(inline, Text | Link):
            yield replace(inline, text=whole[position : position + length])
        else:
            yield inline
        position += length


def _text_of(inline: Inline) -> str:
    """As many characters as the inline has text; anything else counts as one that ends a word."""
    return inline.text if isinstance(inline, Text | Link) else "\n"


def _run(
    parent: Element,
    *,
    bold: bool = False,
    italic: bool = False,
    size: float | None = None,
    style: str | None = None,
    hidden: bool = False,
) -> Element:
    run = child(parent, "w:r")
    if bold or italic or size or style or hidden:
        properties = child(run, "w:rPr")
        if style:
            valued(properties, "w:rStyle", style)
        if bold:
            child(properties, "w:b")
        if italic:
            child(properties, "w:i")
        if hidden:
            child(properties, "w:vanish")
        if size:
            valued(properties, "w:sz", half_points(size))
            valued(properties, "w:szCs", half_points(size))
    return run
