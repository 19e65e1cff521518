"""Pictures have a text for those who cannot see them (WCAG 1.1.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from referent.word.accessibility.findings import Finding, error, excerpt, warning
from referent.word.accessibility.opened import Opened
from referent.word.accessibility.words import word
from referent.word.xml import Element

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_VML = "{urn:schemas-microsoft-com:vml}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SAYS_NOTHING = re.compile(
    r"(?:billede|picture|image|img|grafik|foto|photo|logo\d)?[\s_-]*\d*|.*\.(?:png|jpe?g|gif|bmp|tiff?|emf|wmf|svg|webp)",
    re.IGNORECASE,
)


def findings(document: Opened) -> Iterator[Finding]:
    for root in document.roots:
        for picture, text in (*_drawings(root), *_shapes(root)):
            if next(picture.iterancestors(_FALLBACK), None) is not None:
                continue
            if not text.strip():
                yield error("no_alt_text", document.place_of(picture))
            elif _SAYS_NOTHING.fullmatch(text.strip()):
                yield warning("poor_alt_text", document.place_of(picture), text=excerpt(text))


def _drawings(root: Element) -> Iterator[tuple[Element, str]]:
    """Text boxes are read as the text they are, and what is marked as decoration is passed over."""
    for drawing in root.iter(word("drawing")):
        properties = next(drawing.iter(f"{_DRAWING}docPr"), None)
        is_text = next(drawing.iter(word("txbxContent")), None) is not None
        if is_text or properties is None or _is_decorative(properties):
            continue
        yield drawing, properties.get("descr") or properties.get("title") or ""


def _is_decorative(properties: Element) -> bool:
    mark = next(properties.iter(_DECORATIVE), None)
    return mark is not None and (mark.get("val") or "1") not in ("0", "false")


def _shapes(root: Element) -> Iterator[tuple[Element, str]]:
    """Pictures as older Words keep them."""
    for image in root.iter(f"{_VML}imagedata"):
        shape = image.getparent()
        if shape is not None:
            yield shape, shape.get("alt") or shape.get("title") or ""
