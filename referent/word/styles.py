"""`styles.xml`: every style that a document may use, from the design."""

from __future__ import annotations

from referent.word.design import CELL_MARGIN, CELL_PADDING, DARK, RULE, SHADE, Design, ParagraphStyle
from referent.word.numbering import BULLET_NUM_ID, DEFAULT_NUMBER_NUM_ID
from referent.word.units import half_points, twips_of_points
from referent.word.xml import Element, child, root, valued

TABLE_STYLE_ID = "MinutesTable"
LINK_STYLE_ID = "Hyperlink"
LINK_COLOUR = "1F4E9E"

_LIST_NUM_IDS = {"ListBullet": BULLET_NUM_ID, "ListNumber": DEFAULT_NUMBER_NUM_ID}
_NAMES_OF_WORD = frozenset(
    ("Normal", "Title", "Subtitle", "TOC Heading", "List Bullet", "List Number", "List Continue", "header", "footer")
)


def styles_part(design: Design, language: str) -> Element:
    styles = root("w:styles")
    _defaults(styles, design, language)
    for style in design.styles.values():
        _paragraph_style(styles, style)
    _character_styles(styles)
    _table_styles(styles)
    return styles


def _defaults(styles: Element, design: Design, language: str) -> None:
    look = design.look
    defaults = child(styles, "w:docDefaults")
    run = child(child(defaults, "w:rPrDefault"), "w:rPr")
    _font(run, look.body_font)
    valued(run, "w:sz", half_points(look.body_size))
    valued(run, "w:szCs", half_points(look.body_size))
    child(run, "w:lang", {"w:val": language, "w:eastAsia": language, "w:bidi": "ar-SA"})
    child(child(child(defaults, "w:pPrDefault"), "w:pPr"), "w:widowControl")


def _paragraph_style(styles: Element, style: ParagraphStyle) -> None:
    attributes: dict[str, object] = {"w:type": "paragraph", "w:styleId": style.style_id}
    if style.based_on is None:
        attributes["w:default"] = 1
    if not _is_known_to_word(style.name):
        attributes["w:customStyle"] = 1
    element = child(styles, "w:style", attributes)
    valued(element, "w:name", style.name)
    if style.based_on:
        valued(element, "w:basedOn", style.based_on)
    if style.next_style:
        valued(element, "w:next", style.next_style)
    if style.name.startswith("toc "):
        valued(element, "w:uiPriority", 39)
    child(element, "w:qFormat")
    _paragraph_properties(child(element, "w:pPr"), style)
    _run_properties(element, style)


def _is_known_to_word(name: str) -> bool:
    return name in _NAMES_OF_WORD or name.startswith(("heading ", "toc "))


def _paragraph_properties(properties: Element, style: ParagraphStyle) -> None:
    """In the order that the schema asks for."""
    if style.keep_next:
        child(properties, "w:keepNext")
    if style.keep_lines:
        child(properties, "w:keepLines")
    if style.style_id in _LIST_NUM_IDS:
        valued(child(properties, "w:numPr"), "w:numId", _LIST_NUM_IDS[style.style_id])
    if style.rule_above:
        rule = {"w:val": "single", "w:sz": 4, "w:space": 4, "w:color": DARK}
        child(child(properties, "w:pBdr"), "w:top", rule)
    if style.tab is not None:
        stop: dict[str, object] = {"w:val": "right" if style.tab_right else "left"}
        if style.tab_dots:
            stop["w:leader"] = "dot"
        child(child(properties, "w:tabs"), "w:tab", {**stop, "w:pos": style.tab})
    child(properties, "w:spacing", _spacing(style))
    if style.left or style.right or style.hanging:
        child(
            properties,
            "w:ind",
            {"w:left": style.left, "w:right": style.right, "w:hanging": style.hanging},
        )
    if style.at_right:
        valued(properties, "w:jc", "right")
    if style.outline_level is not None:
        valued(properties, "w:outlineLvl", style.outline_level)


def _spacing(style: ParagraphStyle) -> dict[str, object]:
    exact = style.exact_line is not None
    line = twips_of_points(style.exact_line or 0) if exact else round(240 * style.line)
    return {
        "w:before": twips_of_points(style.before),
        "w:after": twips_of_points(style.after),
        "w:line": line,
        "w:lineRule": "exact" if exact else "auto",
    }


def _run_properties(element: Element, style: ParagraphStyle) -> None:
    if style.based_on is None:
        return
    run = child(element, "w:rPr")
    if style.font:
        _font(run, style.font)
    if style.bold:
        child(run, "w:b")
        child(run, "w:bCs")
    if style.italic:
        child(run, "w:i")
        child(run, "w:iCs")
    if style.colour:
        valued(run, "w:color", style.colour)
    valued(run, "w:sz", half_points(style.size))
    valued(run, "w:szCs", half_points(style.size))


def _font(run: Element, font: str) -> None:
    child(run, "w:rFonts", {"w:ascii": font, "w:hAnsi": font, "w:eastAsia": font, "w:cs": font})


def _character_styles(styles: Element) -> None:
    default = child(styles, "w:style", {"w:type": "character", "w:default": 1, "w:styleId": "DefaultParagraphFont"})
    valued(default, "w:name", "Default Paragraph Font")
    valued(default, "w:uiPriority", 1)
    child(default, "w:semiHidden")
    link = child(styles, "w:style", {"w:type": "character", "w:styleId": LINK_STYLE_ID})
    valued(link, "w:name", "Hyperlink")
    valued(link, "w:basedOn", "DefaultParagraphFont")
    valued(link, "w:uiPriority", 99)
    run = child(link, "w:rPr")
    valued(run, "w:color", LINK_COLOUR)
    valued(run, "w:u", "single")


def _table_styles(styles: Element) -> None:
    normal = child(styles, "w:style", {"w:type": "table", "w:default": 1, "w:styleId": "TableNormal"})
    valued(normal, "w:name", "Normal Table")
    valued(normal, "w:uiPriority", 99)
    child(normal, "w:semiHidden")
    _cell_margins(child(normal, "w:tblPr"), CELL_MARGIN, 0)
    numbering = child(styles, "w:style", {"w:type": "numbering", "w:default": 1, "w:styleId": "NoList"})
    valued(numbering, "w:name", "No List")
    child(numbering, "w:semiHidden")

    table = child(styles, "w:style", {"w:type": "table", "w:customStyle": 1, "w:styleId": TABLE_STYLE_ID})
    valued(table, "w:name", "Minutes Table")
    valued(table, "w:basedOn", "TableNormal")
    child(table, "w:qFormat")
    properties = child(table, "w:tblPr")
    borders = child(properties, "w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        child(borders, f"w:{side}", {"w:val": "single", "w:sz": 4, "w:space": 0, "w:color": RULE})
    _cell_margins(properties, CELL_MARGIN, CELL_PADDING)
    first = child(table, "w:tblStylePr", {"w:type": "firstRow"})
    shade(child(first, "w:tcPr"))


def _cell_margins(properties: Element, sideways: int, upwards: int) -> None:
    margins = child(properties, "w:tblCellMar")
    for side, width in (("top", upwards), ("left", sideways), ("bottom", upwards), ("right", sideways)):
        child(margins, f"w:{side}", {"w:w": width, "w:type": "dxa"})


def shade(properties: Element) -> None:
    """The light ground of a header cell."""
    child(properties, "w:shd", {"w:val": "clear", "w:color": "auto", "w:fill": SHADE})
