"""From a meeting and a house style to the minutes.

In: a `Meeting` at any stage, a `Layout`, and which `Edition` is wanted. Out: `Minutes`, what stands in the document and
in which order. Nothing is refused but the number of an item that does not exist: what is not there yet is left out, and
`missing` tells what that is. The minute taker's own notes are in no document ever.
"""

from __future__ import annotations

import re

from referent.domain.meeting import Meeting
from referent.minutes.blocks import Counter, Inline, Inlines, Minutes, PageField, Text
from referent.minutes.danish import join, tie
from referent.minutes.editions import Edition
from referent.minutes.layout import Layout
from referent.minutes.opening import title_of
from referent.minutes.parts import parts_of
from referent.minutes.template import fill
from referent.minutes.values import Source

EVERYTHING = Edition()

# Stand in for the page numbers while a header or footer is filled; no cleaned text holds a non-character.
_PAGE, _PAGES = "\ufdd0", "\ufdd1"
_COUNTERS = {_PAGE: Counter.PAGE, _PAGES: Counter.PAGES}


def build_minutes(meeting: Meeting, layout: Layout, edition: Edition = EVERYTHING) -> Minutes:
    """The minutes of `meeting` in the house style `layout`. Raises `EditionError` for an extract of an item that does
    not exist.
    """
    source = edition.source(meeting, layout)
    meeting, layout = source.meeting, source.layout
    return Minutes(
        title=title_of(source) or meeting.agenda.body,
        subject=meeting.agenda.title or meeting.agenda.body,
        author=join(meeting.agenda.minute_takers),
        date=meeting.agenda.date,
        blocks=tuple(block for part in parts_of(source, edition) for block in part.build()),
        header=_margin(source, layout.header),
        footer=_margin(source, layout.footer),
        draft="" if edition.is_agenda or meeting.approved_on else layout.draft,
        first_page_differs=layout.opening.is_cover,
        look=layout.look,
    )


def _margin(source: Source, template: str) -> Inlines:
    """The inlines of a header or footer, page numbers as fields."""
    values = {**source.values, "titel": title_of(source), "side": _PAGE, "sider": _PAGES}
    inlines: list[Inline] = []
    for part in re.split(f"([{_PAGE}{_PAGES}])", tie(fill(template, values).strip())):
        if part in _COUNTERS:
            inlines.append(PageField(_COUNTERS[part]))
        elif part:
            inlines.append(Text(part))
    return tuple(inlines)
