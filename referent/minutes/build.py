"""From a meeting and a house style to the minutes.

In: a `Meeting` at any stage, and a `Layout`. Out: `Minutes`, what stands in the document and in which order. Nothing is
refused: what is not there yet is left out, and `missing` tells what that is. The minute taker's own notes are in no
document ever.
"""

from __future__ import annotations

import re

from referent.domain.meeting import Meeting
from referent.minutes.blocks import Block, Counter, Inline, Inlines, Minutes, PageField, Paragraph, Text
from referent.minutes.danish import join, tie
from referent.minutes.items import item_blocks, people_blocks
from referent.minutes.layout import Layout
from referent.minutes.opening import opening_blocks, title_of
from referent.minutes.template import fill, fill_if_any
from referent.minutes.values import Source

# Stand in for the page numbers while a header or footer is filled; no cleaned text holds a non-character.
_PAGE, _PAGES = "\ufdd0", "\ufdd1"
_COUNTERS = {_PAGE: Counter.PAGE, _PAGES: Counter.PAGES}


def build_minutes(meeting: Meeting, layout: Layout) -> Minutes:
    """The minutes of `meeting` in the house style `layout`."""
    source = Source.of(meeting, layout)
    blocks: list[Block] = [*opening_blocks(source), *people_blocks(source)]
    for item in meeting.items:
        blocks.extend(item_blocks(source, item))
    closing = (tie(fill_if_any(template, source.values)) for template in layout.closing)
    blocks.extend(Paragraph((Text(line),)) for line in closing if line)
    return Minutes(
        title=title_of(source) or meeting.agenda.body,
        subject=meeting.agenda.title or meeting.agenda.body,
        author=join(meeting.agenda.minute_takers),
        date=meeting.agenda.date,
        blocks=tuple(blocks),
        header=_margin(source, layout.header),
        footer=_margin(source, layout.footer),
        first_page_differs=layout.opening.is_cover,
        look=layout.look,
    )


def _margin(source: Source, template: str) -> Inlines:
    """The inlines of a header or footer, page numbers as fields."""
    filled = fill(template, {**source.values, "side": _PAGE, "sider": _PAGES}).strip()
    inlines: list[Inline] = []
    for part in re.split(f"([{_PAGE}{_PAGES}])", tie(filled)):
        if part in _COUNTERS:
            inlines.append(PageField(_COUNTERS[part]))
        elif part:
            inlines.append(Text(part))
    return tuple(inlines)
