"""The minutes as plain blocks: what stands in the document, and in which order.

`build_minutes` makes these values, and every reader (DOCX, a preview, another format) takes only these. They hold no
Word, no colours of the screen and no Danish wording of their own. Text in them is already cleaned: no control
characters, no surrogates.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import Enum


@dataclass(frozen=True, slots=True)
class Text:
    """A run of text with one appearance."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """A link that may be followed: http, https or mailto, never anything else."""

    text: str
    url: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A new line inside the same paragraph."""


@dataclass(frozen=True, slots=True)
class Tab:
    """A jump to the next tab stop, as between a label and its value."""


class Counter(Enum):
    """Numbers that only the finished pages know."""

    PAGE = "page"
    PAGES = "pages"


@dataclass(frozen=True, slots=True)
class PageField:
    """The number of this page, or of all pages; for headers and footers."""

    counter: Counter


Inline = Text | Link | LineBreak | Tab | PageField
Inlines = tuple[Inline, ...]


class Role(Enum):
    """What a paragraph is for; how that looks is the reader's business."""

    BODY = "body"
    TITLE = "title"
    SUBTITLE = "subtitle"
    FACT = "fact"
    """One line of the cover: a label, a `Tab`, a value."""
    LABEL = "label"
    """A lead-in that stands above what it introduces, such as "Medlemmer:"; keeps with the next paragraph."""
    REFERENCE = "reference"
    """A case or document number, a slot: small, under a heading."""
    SIGNATURE = "signature"
    """The name below a line to sign on."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading. Level 1 is an item of the agenda; sections of an item are level 2."""

    text: str
    level: int
    in_contents: bool = False
    contents_text: str | None = None
    """The title in the table of contents; None: the same as `text`."""
    page_break_before: bool = False

    @property
    def contents_title(self) -> str:
        """What the table of contents calls it, where it stands there."""
        return self.text if self.contents_text is None else self.contents_text


@dataclass(frozen=True, slots=True)
class Paragraph:
    inlines: Inlines
    role: Role = Role.BODY


@dataclass(frozen=True, slots=True)
class ListItem:
    """Paragraphs first; nested lists and tables may follow."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class BulletList:
    items: tuple[ListItem, ...]


@dataclass(frozen=True, slots=True)
class NumberedList:
    """Each list counts for itself, from `start`."""

    items: tuple[ListItem, ...]
    start: int = 1


@dataclass(frozen=True, slots=True)
class Cell:
    """One or more paragraphs or lists; an empty tuple is an empty cell."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of equal length, the first `header_rows` of them headings that repeat on each page."""

    rows: tuple[tuple[Cell, ...], ...]
    header_rows: int = 1
    description: str = ""
    header_columns: int = 0
    """How many columns, from the left, say what their row is about: 0 or 1."""

    @property
    def column_count(self) -> int:
        return max(map(len, self.rows), default=0)


@dataclass(frozen=True, slots=True)
class Contents:
    """The table of contents: the headings of the document that are `in_contents`, each with its page."""

    title: str


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


Block = Heading | Paragraph | BulletList | NumberedList | Table | Contents | PageBreak
Blocks = tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Look:
    """What a document looks like, as far as a house style decides it. Lengths are in millimetres, type in points."""

    body_font: str = "Calibri"
    heading_font: str = "Calibri"
    body_size: float = 11
    title_size: float = 22
    heading_sizes: tuple[float, ...] = (16, 13, 11.5, 11)
    """Levels 1, 2, 3 and 4; deeper levels take the last."""
    heading_colour: str = "1F3864"
    line_spacing: float = 1.15
    paragraph_gap: float = 6
    """Points after a paragraph."""
    margin_top: float = 25
    margin_bottom: float = 22
    margin_left: float = 25
    margin_right: float = 25

    def heading_size(self, level: int) -> float:
        """The type size of a heading, in points."""
        sizes = self.heading_sizes or (self.body_size,)
        return sizes[min(level, len(sizes)) - 1]


@dataclass(frozen=True, slots=True)
class Minutes:
    """A whole document."""

    title: str
    """For the document's properties, not printed by itself."""
    subject: str
    author: str
    date: date
    blocks: Blocks
    header: Inlines = ()
    footer: Inlines = ()
    draft: str = ""
    """The word, such as "UDKAST", that stands at the top of every page, the cover too. Empty: it is final."""
    first_page_differs: bool = False
    """The cover has neither header nor footer."""
    look: Look = field(default_factory=Look)
    language: str = "da-DK"
