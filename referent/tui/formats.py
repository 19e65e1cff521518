"""Times, dates and items as short Danish texts for the screen."""

from __future__ import annotations

from datetime import datetime, timedelta

from rich.cells import cell_len, set_cell_size

from referent import screen_texts as texts
from referent.domain.agenda import Slot
from referent.domain.item import MeetingItem

LONGEST = 400
"""Characters."""


def clock_time(moment: datetime) -> str:
    return moment.strftime("%H.%M")


def minutes(length: timedelta) -> int:
    """Whole minutes, rounded down, never negative."""
    return max(0, int(length.total_seconds() // 60))


def length_text(length: timedelta) -> str:
    """ "7 min." or "1 t. 5 min."."""
    hours, rest = divmod(minutes(length), 60)
    return texts.HOURS_AND_MINUTES.format(hours=hours, minutes=rest) if hours else texts.MINUTES.format(minutes=rest)


def stopwatch(length: timedelta) -> str:
    """Minutes and seconds, such as "3:07", or hours as well: "1:03:07"."""
    seconds = abs(int(length.total_seconds()))
    hours, rest = divmod(seconds, 3600)
    if hours:
        return f"{hours}:{rest // 60:02}:{rest % 60:02}"
    return f"{rest // 60}:{rest % 60:02}"


def slot_text(slot: Slot) -> str:
    """ "13.15-13.45" or "30 min."."""
    if slot.start is not None and slot.end is not None:
        return f"{slot.start:%H.%M}-{slot.end:%H.%M}"
    return length_text(slot.allotted)


def item_name(item: MeetingItem) -> str:
    """How a message calls an item: by its number, or by its title where it has none."""
    number = item.printed_number
    return texts.ITEM.format(number=number) if number else shortened(item.planned.title)


def item_within(item: MeetingItem) -> str:
    """As `item_name`, for the middle of a sentence."""
    number = item.printed_number
    return texts.ITEM_WITHIN.format(number=number) if number else shortened(item.planned.title)


def numbered_title(item: MeetingItem) -> str:
    title = shortened(item.planned.title)
    return f"{item.printed_number}. {title}" if item.printed_number else title


def shortened(text: str, most: int = LONGEST) -> str:
    """`text` on one line, for a place that is to be read at a glance: a pasted megabyte takes seconds to lay out."""
    text = text if len(text) <= most else text[: most - 1] + "…"
    return text.replace("\n", " ")


def cut(text: str, width: int) -> str:
    """`text` on one line, and cut with an ellipsis where it is wider than `width` cells."""
    text = shortened(text, max(LONGEST, 4 * width))
    return text if cell_len(text) <= width else set_cell_size(text, max(0, width - 1)) + "…"
