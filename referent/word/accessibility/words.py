"""Names and values of WordprocessingML, as the rules read them (ECMA-376 part 1, chapter 17)."""

from __future__ import annotations

from functools import cache

from referent.word.xml import NAMESPACES, Element

W = NAMESPACES["w"]


@cache
def word(name: str) -> str:
    """The name of an element or attribute of Word's own, as lxml wants it."""
    return f"{{{W}}}{name}"


WRAPPERS = frozenset(
    word(name) for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag", "dir", "bdo", "fldSimple")
)
"""What stands around text or blocks and is none itself. What was deleted stands in others, and is not read."""


def value(element: Element | None, name: str = "val") -> str:
    """An attribute of an element; empty where either is missing."""
    return "" if element is None else (element.get(word(name)) or "")


def first_child(parent: Element | None, *path: str) -> Element | None:
    """The element at the end of a path of names, such as `pPr`, `shd`."""
    for name in path:
        if parent is None:
            return None
        parent = parent.find(word(name))
    return parent
