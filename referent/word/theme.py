"""`theme1.xml`: Word takes its colour and font choices from here. Our styles name their own, but Word expects it."""

from __future__ import annotations

from lxml import etree

from referent.minutes.blocks import Look
from referent.word.xml import Element, clean

_NAMESPACE = "http://schemas.openxmlformats.org/drawingml/2006/main"
_COLOURS = {
    "dk1": "000000",
    "lt1": "FFFFFF",
    "dk2": "44546A",
    "lt2": "E7E6E6",
    "accent1": "4472C4",
    "accent2": "ED7D31",
    "accent3": "A5A5A5",
    "accent4": "FFC000",
    "accent5": "5B9BD5",
    "accent6": "70AD47",
    "hlink": "1F4E9E",
    "folHlink": "954F72",
}


def theme_part(look: Look) -> Element:
    theme = etree.Element(_name("theme"), nsmap={"a": _NAMESPACE})
    theme.set("name", "Minutes")
    elements = _add(theme, "themeElements")
    _colours(_add(elements, "clrScheme", name="Minutes"))
    fonts = _add(elements, "fontScheme", name="Minutes")
    for kind, font in (("majorFont", look.heading_font), ("minorFont", look.body_font)):
        scheme = _add(fonts, kind)
        _add(scheme, "latin", typeface=clean(font))
        _add(scheme, "ea", typeface="")
        _add(scheme, "cs", typeface="")
    _formats(_add(elements, "fmtScheme", name="Minutes"))
    return theme


def _colours(scheme: Element) -> None:
    for name, colour in _COLOURS.items():
        _add(_add(scheme, name), "srgbClr", val=colour)


def _formats(scheme: Element) -> None:
    """Three plain ones of each kind, the fewest that the format allows."""
    fills = _add(scheme, "fillStyleLst")
    lines = _add(scheme, "lnStyleLst")
    effects = _add(scheme, "effectStyleLst")
    backgrounds = _add(scheme, "bgFillStyleLst")
    for width in ("6350", "12700", "19050"):
        _plain_fill(fills)
        _plain_fill(_add(lines, "ln", w=width))
        _add(_add(effects, "effectStyle"), "effectLst")
        _plain_fill(backgrounds)


def _plain_fill(parent: Element) -> None:
    _add(_add(parent, "solidFill"), "schemeClr", val="phClr")


def _add(parent: Element, tag: str, **attributes: str) -> Element:
    return etree.SubElement(parent, _name(tag), attributes)


def _name(name: str) -> str:
    return f"{{{_NAMESPACE}}}{name}"
