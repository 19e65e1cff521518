"""What every kind of paragraph looks like, worked out from the few choices of a `Look`.

This is the one place where type sizes and distances are decided: `styles` writes them into the document, `pages`
estimates with them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from referent.minutes.blocks import Block, Look, Minutes, Paragraph, Role, Tab
from referent.minutes.walk import every_block, label_and_value, plain_text
from referent.word.metrics import text_width
from referent.word.units import A4_HEIGHT_MM, A4_WIDTH_MM, TWIPS_PER_POINT, twips_of_mm, twips_of_points

MAX_HEADING_LEVEL = 6
MAX_CONTENTS_LEVEL = 3
LIST_STEP = 425
"""How far each level of a list is indented, in twips."""
CELL_LIST_STEP = 284
CELL_MARGIN = 85
"""Between a cell's rule and its text, left and right, in twips."""
TIGHT_CELL_MARGIN = 40
"""The same in a table that has no room to spare."""
CELL_PADDING = 40
"""Above and below a cell's text, in twips."""
SPACE_AFTER_TABLE = 10
"""Points, above the paragraph that follows."""
SMALLEST_TABLE_SIZE = 7.5
NARROWEST_TEXT = 1440
"""Twips; what is left of a page between margins that are too wide."""
DRAFT_STYLE_ID = "Draft"
GREY = "595959"
DARK = "404040"
RULE = "A6A6A6"
SHADE = "F2F2F2"

ROLE_STYLES = {
    Role.BODY: "Normal",
    Role.TITLE: "Title",
    Role.SUBTITLE: "Subtitle",
    Role.FACT: "Fact",
    Role.LABEL: "Label",
    Role.REFERENCE: "Reference",
    Role.SIGNATURE: "SignatureLine",
}
SIGNATURE_STYLE_ID = ROLE_STYLES[Role.SIGNATURE]

_SHORTEST_FACT_LABEL_MM = 35
_LONGEST_FACT_LABEL_MM = 60
_FACT_GAP_POINTS = 8
_SIGNATURE_MM = 70
_CONTENTS_STEP_MM = 6
_ROOM_TO_SIGN_POINTS = 36


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """One paragraph style. Sizes and distances are in points, indents and tab stops in twips."""

    style_id: str
    name: str
    size: float
    before: float = 0
    after: float = 0
    line: float = 1.0
    """A multiple of the font's own line height."""
    font: str | None = None
    """None: the font of the body."""
    bold: bool = False
    italic: bool = False
    colour: str | None = None
    keep_next: bool = False
    keep_lines: bool = False
    left: int = 0
    right: int = 0
    hanging: int = 0
    tab: int | None = None
    tab_right: bool = False
    tab_dots: bool = False
    outline_level: int | None = None
    next_style: str | None = None
    based_on: str | None = "Normal"
    exact_line: float | None = None
    """A fixed line height in points, instead of `line`."""
    rule_above: bool = False
    at_right: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """The room for text on a page, in twips."""

    text_width: int
    text_height: int
    turned: int = twips_of_mm(A4_HEIGHT_MM - A4_WIDTH_MM)
    """See `Design`."""


@dataclass(frozen=True, slots=True, eq=False)
class Design:
    """A look worked out: the page and its styles. Page lengths are in twips. It is equal to none but itself."""

    look: Look
    text_width: int
    text_height: int
    styles: dict[str, ParagraphStyle]
    turned: int = twips_of_mm(A4_HEIGHT_MM - A4_WIDTH_MM)
    """How much wider, and less high, a page becomes when it is turned."""

    @property
    def landscape_width(self) -> int:
        """Of the text on a turned page, which keeps the margins of the others."""
        return self.text_width + self.turned

    @property
    def landscape_height(self) -> int:
        return max(self.text_height - self.turned, NARROWEST_TEXT)

    @property
    def tallest_row(self) -> float:
        """In points: a table's row that is higher may go on to the next page, as it must where it fills one."""
        return 0.9 * min(self.text_height, self.landscape_height) / TWIPS_PER_POINT

    @property
    def table_size(self) -> float:
        """The type size in tables, in points, where nothing forces it down."""
        return self.styles["TableText"].size

    def font_of(self, style: ParagraphStyle) -> str:
        return style.font or self.look.body_font


def heading_style_id(level: int) -> str:
    return f"Heading{heading_level(level)}"


def heading_level(level: int) -> int:
    """The level that Word gets: 1 to 6."""
    return min(max(level, 1), MAX_HEADING_LEVEL)


def contents_level(level: int) -> int:
    return min(max(level, 1), MAX_CONTENTS_LEVEL)


def design_for(minutes: Minutes, page: Page | None = None) -> Design:
    """The look of `minutes` worked out, for A4 with the margins of the look unless `page` says otherwise."""
    look = minutes.look
    page = page or _page_of(look)
    width = page.text_width
    fact_tab = min(_fact_tab(minutes), width // 2)
    styles = [*_text_styles(look, fact_tab), *_headings(look), *_list_styles(look)]
    styles += [*_table_styles(look), *_contents_styles(look, width), *_margin_styles(width)]
    styles.append(_signature_style(look, width))
    return Design(look, width, page.text_height, {style.style_id: style for style in styles}, page.turned)


def _page_of(look: Look) -> Page:
    return Page(
        max(twips_of_mm(A4_WIDTH_MM - look.margin_left - look.margin_right), NARROWEST_TEXT),
        max(twips_of_mm(A4_HEIGHT_MM - look.margin_top - look.margin_bottom), NARROWEST_TEXT),
    )


def _text_styles(look: Look, fact_tab: int) -> Iterator[ParagraphStyle]:
    size, gap, line = look.body_size, look.paragraph_gap, look.line_spacing
    yield ParagraphStyle("Normal", "Normal", size, after=gap, line=line, based_on=None)
    yield ParagraphStyle(
        "Title", "Title", look.title_size, after=10, line=1.0, font=look.heading_font, bold=True,
        colour=look.heading_colour, keep_next=True, keep_lines=True, next_style="Normal",
    )  # fmt: skip
    yield ParagraphStyle(
        "Subtitle", "Subtitle", max(size, look.title_size * 0.64), after=14, line=1.0, font=look.heading_font,
        colour=DARK, keep_lines=True, next_style="Normal",
    )  # fmt: skip
    yield ParagraphStyle("Fact", "Fact", size, after=3, line=line, left=fact_tab, hanging=fact_tab, tab=fact_tab)
    yield ParagraphStyle(
        "Label", "Label", size, before=gap, after=2, line=line, bold=True, keep_next=True, next_style="Normal"
    )
    yield ParagraphStyle(
        "Reference", "Reference", max(size - 2, 8), after=gap, line=1.0, colour=GREY, keep_next=True,
        next_style="Normal",
    )  # fmt: skip


def _headings(look: Look) -> Iterator[ParagraphStyle]:
    space = ((20, 6), (14, 4), (12, 3), (10, 3), (10, 3), (10, 3))
    for level, (before, after) in enumerate(space, start=1):
        yield ParagraphStyle(
            f"Heading{level}", f"heading {level}", look.heading_size(level), before=before, after=after,
            font=look.heading_font, bold=True, colour=look.heading_colour, keep_next=True, keep_lines=True,
            outline_level=level - 1, next_style="Normal",
        )  # fmt: skip


def _list_styles(look: Look) -> Iterator[ParagraphStyle]:
    size, line = look.body_size, look.line_spacing
    tight = look.paragraph_gap / 3
    yield ParagraphStyle("ListBullet", "List Bullet", size, after=tight, line=line, left=LIST_STEP, hanging=LIST_STEP)
    yield ParagraphStyle("ListNumber", "List Number", size, after=tight, line=line, left=LIST_STEP, hanging=LIST_STEP)
    yield ParagraphStyle("ListContinue", "List Continue", size, after=tight, line=line, left=LIST_STEP)


def _table_styles(look: Look) -> Iterator[ParagraphStyle]:
    size = max(min(look.body_size, 9), look.body_size - 1)
    yield ParagraphStyle("TableText", "Table Text", size)
    # Bold stands here and not in the table style: Word turns bold off where both have it.
    yield ParagraphStyle("TableHeading", "Table Heading", size, bold=True, keep_next=True, based_on="TableText")
    yield ParagraphStyle("TableRowHeading", "Table Row Heading", size, bold=True, based_on="TableText")
    yield ParagraphStyle("TableGap", "Table Gap", 2, exact_line=6)


def _contents_styles(look: Look, width: int) -> Iterator[ParagraphStyle]:
    yield ParagraphStyle(
        "TOCHeading", "TOC Heading", look.heading_size(1), before=20, after=10, font=look.heading_font, bold=True,
        colour=look.heading_colour, keep_next=True, keep_lines=True, next_style="Normal",
    )  # fmt: skip
    # No right indent, though it would keep long titles away from the numbers: LibreOffice 7 does not draw what stands
    # at a tab stop beyond it, and the page numbers would be gone. No hanging one either: it is a tab stop by itself,
    # at which the number of a very short title would stand.
    for level in range(1, MAX_CONTENTS_LEVEL + 1):
        yield ParagraphStyle(
            f"TOC{level}", f"toc {level}", look.body_size, after=4, line=1.0, keep_lines=True,
            left=twips_of_mm(_CONTENTS_STEP_MM) * (level - 1), tab=width, tab_right=True, tab_dots=True,
            next_style="Normal",
        )  # fmt: skip


def _margin_styles(width: int) -> Iterator[ParagraphStyle]:
    for style_id in ("Header", "Footer"):
        yield ParagraphStyle(style_id, style_id.lower(), 9, colour=GREY, tab=width, tab_right=True)
    yield ParagraphStyle(DRAFT_STYLE_ID, "Draft", 12, bold=True, colour=DARK, at_right=True)


def _signature_style(look: Look, width: int) -> ParagraphStyle:
    """A rule to sign on, with the name below it. Word's own "Signature" has no rule."""
    return ParagraphStyle(
        SIGNATURE_STYLE_ID, "Signature Line", look.body_size, before=_ROOM_TO_SIGN_POINTS, after=6,
        keep_lines=True, right=max(width - twips_of_mm(_SIGNATURE_MM), 0), rule_above=True,
    )  # fmt: skip


def _fact_tab(minutes: Minutes) -> int:
    """Where the values of the cover begin: about 35 mm in, further where a label is longer."""
    look = minutes.look
    widest = max(
        (text_width(label, look.body_font, look.body_size, bold=True) for label in _fact_labels(minutes.blocks)),
        default=0.0,
    )
    wanted = twips_of_points(widest + _FACT_GAP_POINTS)
    return min(max(wanted, twips_of_mm(_SHORTEST_FACT_LABEL_MM)), twips_of_mm(_LONGEST_FACT_LABEL_MM))


def _fact_labels(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in every_block(blocks):
        if isinstance(block, Paragraph) and block.role is Role.FACT and Tab() in block.inlines:
            label, _ = label_and_value(block.inlines)
            yield plain_text(label)
