"""Lines to sign on, one below the other."""

from __future__ import annotations

from referent.minutes.blocks import Minutes, Paragraph, Role
from referent.word.design import ROLE_STYLES, Design
from referent.word.xml import Element, child, qualified

_WIDER = 4
"""Twips; not to be seen."""


def keep_rules_apart(body: Element, minutes: Minutes, design: Design) -> None:
    """Make every other line to sign on a trifle wider.

    Word and LibreOffice draw one border around paragraphs that follow each other with the same border and the same
    indents: all but the first would lose their rule.
    """
    if not any(isinstance(block, Paragraph) and block.role is Role.SIGNATURE for block in minutes.blocks):
        return
    style_id = ROLE_STYLES[Role.SIGNATURE]
    styles = body.iterfind("/".join(map(qualified, ("w:p", "w:pPr", "w:pStyle"))))
    signatures = [style for style in styles if style.get(qualified("w:val")) == style_id]
    for style in signatures[1::2]:
        properties = style.getparent()
        if properties is not None and properties.find(qualified("w:ind")) is None:
            child(properties, "w:ind", {"w:right": max(design.styles[style_id].right - _WIDER, 0)})
