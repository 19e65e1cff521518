"""Small tools for building WordprocessingML with lxml.

Elements are named as in the standard, with their prefix: `child(paragraph, "w:r")`. All lengths in Word's XML are
twips (a twentieth of a point) unless said otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import TypeAlias

from lxml import etree

Element: TypeAlias = etree._Element
Attributes: TypeAlias = Mapping[str, object]

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "xml": "http://www.w3.org/XML/1998/namespace",
}
_DECLARED = {prefix: NAMESPACES[prefix] for prefix in ("w", "r")}

_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@cache
def qualified(name: str) -> str:
    """The name as lxml wants it: `w:p` -> `{http://…main}p`. A name without a prefix is returned as it is."""
    prefix, separator, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}" if separator else name


def clean(text: str) -> str:
    """The text without the characters that XML cannot hold, so that no text can stop an export."""
    # Printable text, which is nearly all, has none of them, and asking is six times as fast as looking.
    return text if text.isprintable() else _ILLEGAL.sub("", text)


def root(name: str, attributes: Attributes | None = None) -> Element:
    """A new element that stands alone, with the namespaces declared."""
    element = etree.Element(qualified(name), nsmap=_DECLARED)
    _set(element, attributes or {})
    return element


def child(parent: Element, name: str, attributes: Attributes | None = None) -> Element:
    """A new element, added as the last child of `parent`."""
    element = etree.SubElement(parent, qualified(name))
    if attributes:
        _set(element, attributes)
    return element


def valued(parent: Element, name: str, value: object) -> Element:
    """A new last child with its value in `w:val`, the commonest form in Word's XML."""
    return child(parent, name, {"w:val": value})


def is_on(element: Element | None) -> bool:
    """Whether a property that is on or off is on: `<w:b/>` is."""
    return element is not None and element.get(qualified("w:val"), "").casefold() not in ("0", "false", "off", "none")


def serialised(element: Element) -> bytes:
    """The element as a whole XML file."""
    return etree.tostring(element, xml_declaration=True, encoding="UTF-8", standalone=True)


def _set(element: Element, attributes: Attributes) -> None:
    for name, value in attributes.items():
        element.set(qualified(name), clean(str(value)))
