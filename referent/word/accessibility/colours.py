"""Text can be seen on its ground, and nothing is said by colour alone (WCAG 1.4.3 and 1.4.1).

What cannot be known is passed over: patterns, tints of the theme's colours. Text in boxes is not looked at.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from referent.minutes.contrast import LEAST, LEAST_OF_LARGE, contrast, is_large
from referent.word.accessibility.findings import Finding, Place, error, warning
from referent.word.accessibility.opened import Opened, Seen
from referent.word.accessibility.runs import Run
from referent.word.accessibility.styles import Styles
from referent.word.accessibility.words import first_child, value
from referent.word.xml import Element, is_on

_HEX = re.compile(r"[0-9A-Fa-f]{6}")
_WHITE, _BLACK = "FFFFFF", "000000"
_HIGHLIGHTS = {
    "yellow": "FFFF00", "green": "00FF00", "cyan": "00FFFF", "magenta": "FF00FF", "blue": "0000FF", "red": "FF0000",
    "darkBlue": "00008B", "darkCyan": "008B8B", "darkGreen": "006400", "darkMagenta": "800080", "darkRed": "8B0000",
    "darkYellow": "808000", "darkGray": "A9A9A9", "lightGray": "D3D3D3", "black": _BLACK, "white": _WHITE,
}  # fmt: skip
_VIVID = 0x50
"""How far apart a colour's channels are before it is seen as a colour and not as a shade of grey."""


@dataclass(frozen=True, slots=True)
class _Look:
    """How a run appears; a colour is None where it cannot be known."""

    colour: str | None
    ground: str | None
    emphasis: tuple[bool, ...]
    """What sets it apart besides its colour."""
    size: float
    bold: bool


def findings(document: Opened) -> Iterator[Finding]:
    """One finding for each pair of colours, where it is met first."""
    pale: dict[tuple[str, str, float], list[Place]] = {}
    alone: dict[str, list[Place]] = {}
    for paragraph in document.paragraphs:
        runs = [(run, _look(run, paragraph, document)) for run in paragraph.runs if run.text.strip()]
        visible = [(run, look) for run, look in runs if look is not None]
        for pair in {pair for _, look in visible if (pair := _too_pale(look))}:
            pale.setdefault(pair, []).append(paragraph.place)
        for colour in _by_colour_alone(visible):
            alone.setdefault(colour, []).append(paragraph.place)
    for (colour, ground, least), places in pale.items():
        ratio = int(contrast(colour, ground) * 10) / 10
        values = {"colour": colour, "ground": ground, "ratio": ratio, "least": least, "count": len(places)}
        yield error("low_contrast", places[0], **values)
    for colour, places in alone.items():
        yield warning("colour_alone", places[0], colour=colour, count=len(places))


def _too_pale(look: _Look) -> tuple[str, str, float] | None:
    """The colour, its ground and the contrast it should have had."""
    if look.colour is None or look.ground is None:
        return None
    least = LEAST_OF_LARGE if is_large(look.size, bold=look.bold) else LEAST
    return (look.colour, look.ground, least) if contrast(look.colour, look.ground) < least else None


def _by_colour_alone(visible: list[tuple[Run, _Look]]) -> set[str]:
    """The vivid colours of words that nothing but their colour sets apart from the rest of their paragraph."""
    lengths: Counter[_Look] = Counter()
    for run, look in visible:
        lengths[look] += len(run.text)
    if len(lengths) < 2:
        return set()
    usual = max(lengths, key=lambda look: lengths[look])
    return {
        look.colour
        for look in lengths
        if look.colour and look.colour != usual.colour and look.emphasis == usual.emphasis and _is_vivid(look.colour)
    }


def _is_vivid(colour: str) -> bool:
    channels = [int(colour[place : place + 2], 16) for place in (0, 2, 4)]
    return max(channels) - min(channels) >= _VIVID


def _look(run: Run, paragraph: Seen, document: Opened) -> _Look | None:
    """How a run appears; None where it is hidden."""
    styles, element = document.styles, paragraph.element

    def decided(name: str) -> Element | None:
        return styles.run_property(name, run.element, element, paragraph.formats)

    if is_on(decided("vanish")) or is_on(decided("webHidden")):
        return None
    ground = _ground(decided, paragraph, document)
    bold, size = is_on(decided("b")), styles.size(run.element, element, paragraph.formats)
    marked = value(decided("highlight")) not in ("", "none")
    emphasis = (bold, is_on(decided("i")), is_on(decided("u")), is_on(decided("caps")), marked, run.link is not None)
    return _Look(_text_colour(decided("color"), ground, styles), ground, emphasis, size, bold)


def _text_colour(colour: Element | None, ground: str | None, styles: Styles) -> str | None:
    """Where it is left to Word, it takes black or white, whichever is seen best."""
    named = _colour(colour, "val", "themeColor", styles) if colour is not None else ""
    if named == "":
        return None if ground is None else max(_BLACK, _WHITE, key=lambda each: contrast(each, ground))
    return named


def _ground(decided: Callable[[str], Element | None], paragraph: Seen, document: Opened) -> str | None:
    """What the text stands on: the nearest of highlight, run, paragraph, cell, table and page."""
    styles = document.styles
    highlight = value(decided("highlight"))
    if highlight in _HIGHLIGHTS:
        return _HIGHLIGHTS[highlight]
    cells = [first_child(paragraph.cell, "tcPr", "shd")]
    cells += [first_child(part, "tcPr", "shd") for part in paragraph.formats]
    layers = [decided("shd"), styles.paragraph_property("shd", paragraph.element), *cells]
    for shade in layers:
        fill = _fill(shade, styles) if shade is not None else ""
        if fill != "":
            return fill
    return document.page_colour


def _fill(shade: Element, styles: Styles) -> str | None:
    """Empty: what is below can be seen; None: a pattern."""
    pattern = value(shade)
    if pattern == "nil":
        return ""
    if pattern == "solid":
        return _colour(shade, "color", "themeColor", styles) or None
    return _colour(shade, "fill", "themeFill", styles) if pattern in ("", "clear") else None


def _colour(element: Element, name: str, theme: str, styles: Styles) -> str | None:
    """Six hexadecimal digits; empty for "auto", None where the theme's colour is not known as it is printed."""
    plain = value(element, name)
    if _HEX.fullmatch(plain):
        return plain.upper()
    named = value(element, theme)
    if not named or named == "none":
        return ""
    changes = theme.removesuffix("Color")  # themeTint beside themeColor, themeFillTint beside themeFill
    is_changed = value(element, f"{changes}Tint") or value(element, f"{changes}Shade")
    return None if is_changed else styles.theme_colours.get(named)
