"""The plain mode, for screen readers and braille lines: no boxes, bars or colours, words instead of signs, and the
terminal's own cursor where one is.
"""

from __future__ import annotations

from rich.cells import cell_len
from textual.filter import NoColor
from textual.geometry import Offset
from textual.widget import Widget
from textual.widgets import OptionList

from referent import screen_texts as texts
from referent.domain.item import MeetingItem
from referent.tui.formats import cut, numbered_title

PLAIN = "-plain"
"""The class that the app has in this mode; the rules for it stand in `plain.tcss`."""
SHOW_CURSOR = "\x1b[?25h"
COLOURLESS = NoColor()


def is_plain(widget: Widget) -> bool:
    return widget.app.has_class(PLAIN)


def item_in_words(item: MeetingItem, time: str, width: int) -> str:
    """An item on one line: number and title first, then what signs and colours say elsewhere."""
    parts = [texts.STATES[item.state.value]]
    if time:
        parts.append(time)
    if item.decision.strip():
        parts.append(texts.DECIDED)
    elif item.planned.kind.wants_decision:
        parts.append(texts.UNDECIDED)
    if item.is_closed:
        parts.append(texts.CLOSED_ITEM)
    tail = f", {', '.join(parts)}"
    return cut(numbered_title(item), max(12, width - cell_len(tail))) + tail


def place_of(focused: Widget | None) -> Offset | None:
    """Where the marked line of a list stands on the screen; None where the focus is on no list."""
    if not isinstance(focused, OptionList) or focused.highlighted is None:
        return None
    row = focused._index_to_line.get(focused.highlighted, 0) - round(focused.scroll_y)
    return focused.content_region.offset + Offset(0, max(0, row))
