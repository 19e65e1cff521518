"""The list of items: number, title, planned slot or what it took, state, and whether a decision is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from rich.cells import cell_len, set_cell_size
from textual import events
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from referent import screen_texts as texts
from referent.domain.item import ItemState, MeetingItem
from referent.domain.meeting import Meeting
from referent.domain.plan import PlannedSpan, planned_spans, shared_out, used
from referent.tui.actions import Scope, bindings
from referent.tui.formats import clock_time, cut, minutes
from referent.tui.plain import is_plain, item_in_words
from referent.tui.widgets.keys_in_order import KeysInOrder

MARKS = {
    ItemState.NOT_YET: " ",
    ItemState.RUNNING: "▶",
    ItemState.TREATED: "✓",
    ItemState.PUT_OFF: "→",
    ItemState.WITHDRAWN: "✗",
}
CLOSED_MARK = "■"
SHARED_MARK = "≈"
DECIDED, UNDECIDED = "●", "○"
STYLES = {
    ItemState.NOT_YET: "",
    ItemState.RUNNING: "bold $text-success",
    ItemState.TREATED: "$text-muted",
    ItemState.PUT_OFF: "$text-warning",
    ItemState.WITHDRAWN: "$text-warning",
}
DIGITS_LAST = 1.5
"""Seconds until the next digit begins a new number."""
WIDE = 40
"""Columns from which the planned clock times are shown beside the titles."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is planned of one item: its slot, and the share of the rest that it has or would have."""

    span: PlannedSpan | None = None
    share: timedelta | None = None
    """The time it got when the rest was shared out."""
    proposed: timedelta | None = None
    """The time it would get."""

    def length(self, item: MeetingItem) -> str:
        slot = item.planned.slot
        if self.share is not None:
            return f"{SHARED_MARK}{minutes(self.share)}'"
        planned = f"{minutes(slot.allotted)}'" if slot else ""
        proposed = f"{SHARED_MARK}{minutes(self.proposed)}'" if self.proposed is not None else ""
        return " ".join(filter(None, (planned, proposed)))

    def in_words(self, item: MeetingItem, spent: timedelta) -> str:
        """What was used of what was planned, or what is planned."""
        slot = item.planned.slot
        planned = self.share if self.share is not None else slot.allotted if slot else None
        if item.spans and planned is not None:
            return texts.SPENT_OF.format(minutes=minutes(spent), planned=minutes(planned))
        if item.spans:
            return texts.SPENT.format(minutes=minutes(spent))
        known = texts.PLANNED_LENGTH.format(minutes=minutes(planned)) if planned is not None else ""
        proposed = texts.SHARED_LENGTH.format(minutes=minutes(self.proposed)) if self.proposed is not None else ""
        return ", ".join(filter(None, (known, proposed)))


def slot_column(item: MeetingItem, plan: Plan, spent: timedelta, *, wide: bool) -> str:
    """What stands at the right: what it really took where it has been taken, else what is planned."""
    span = plan.span
    if item.is_set_aside:
        return texts.STATES[item.state.value]
    planned = plan.length(item)
    if item.spans:
        taken = f"{minutes(spent)}"
        return f"{taken}/{planned}" if planned else f"{taken}'"
    if wide and span is not None:
        return f"{clock_time(span.start)} {planned:>4}"
    return planned


def row_content(item: MeetingItem, right: str, width: int) -> Content:
    """One row of exactly `width` cells, so that the columns stand straight whatever the title holds."""
    planned = item.planned
    written = DECIDED if item.decision.strip() else (UNDECIDED if planned.kind.wants_decision else " ")
    head = f"{MARKS[item.state]}{item.printed_number:>3} "
    tail = f" {right} {written}"
    room = max(1, width - cell_len(head) - cell_len(tail))
    title = f"{CLOSED_MARK} {planned.title}" if item.is_closed else planned.title
    return Content.assemble((head + set_cell_size(cut(title, room), room) + tail, STYLES[item.state]))


class ItemList(KeysInOrder, OptionList):
    """Shows the items. Highlighting one means looking at it; the clock is not touched."""

    BINDINGS = bindings(Scope.ITEM_LIST)
    ALLOW_SELECT = False

    class Looked(Message):
        """The minute taker moved to an item in the list."""

        def __init__(self, item_id: str) -> None:
            super().__init__()
            self.item_id = item_id

    class Chosen(Message):
        """Enter, or a click: on to writing in the item."""

        def __init__(self, item_id: str) -> None:
            super().__init__()
            self.item_id = item_id

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id, markup=False)
        self._rows: dict[str, Content] = {}
        self._proposal: Mapping[str, timedelta] = {}
        self._typed_number = ""
        self._numbers: Mapping[str, str] = {}
        self.border_title = texts.ITEM_LIST_TITLE

    def show(self, meeting: Meeting, at: datetime, proposal: Mapping[str, timedelta] | None = None) -> None:
        """Bring the rows up to date; only rows that changed are drawn anew. `proposal`: what the items would get if the
        rest were shared out; left out, it stays as it was.
        """
        self._proposal = self._proposal if proposal is None else proposal
        width = max(12, self.scrollable_content_region.width - 1)
        spans, shared = planned_spans(meeting), shared_out(meeting)
        rows = {
            item.id: self._row(
                item,
                Plan(spans.get(item.id), shared.get(item.id), self._proposal.get(item.id)),
                used(meeting, item, at),
                width,
            )
            for item in meeting.items
        }
        if list(rows) != list(self._rows):
            highlighted = self.highlighted_id
            self.set_options(Option(content, id=item_id) for item_id, content in rows.items())
            if highlighted in rows:
                self.point_at(highlighted)
        else:
            for index, (item_id, content) in enumerate(rows.items()):
                if content != self._rows[item_id]:
                    self.replace_option_prompt_at_index(index, content)
        self._rows = rows
        self._numbers = {item.printed_number: item.id for item in meeting.items if item.printed_number}

    def _row(self, item: MeetingItem, plan: Plan, spent: timedelta, width: int) -> Content:
        if is_plain(self):
            return Content(item_in_words(item, plan.in_words(item, spent), width))
        return row_content(item, slot_column(item, plan, spent, wide=width >= WIDE), width)

    @property
    def highlighted_id(self) -> str | None:
        option = self.highlighted_option
        return option.id if option else None

    def point_at(self, item_id: str) -> None:
        """Highlight an item without anybody having looked."""
        if self.highlighted_id != item_id:
            with self.prevent(OptionList.OptionHighlighted):
                self.highlighted = self.get_option_index(item_id)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        if event.option_id is not None:
            self.post_message(self.Looked(event.option_id))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if event.option_id is not None:
            self.post_message(self.Chosen(event.option_id))

    def on_key(self, event: events.Key) -> None:
        """Digits go to an item by its number: 1, or 1 and 2 for 12."""
        if not (event.character and event.character in "0123456789"):
            self._forget_digits()
            return
        event.stop()
        typed = self._typed_number + event.character
        if not self._begins_a_number(typed):
            typed = event.character
        if not self._begins_a_number(typed):
            self._forget_digits()
            return
        item_id = self._numbers.get(typed)
        if item_id is not None:
            self.highlighted = self.get_option_index(item_id)
        self._typed_number = typed
        self.set_timer(DIGITS_LAST, partial(self._forget_digits, typed))

    def _begins_a_number(self, typed: str) -> bool:
        return any(number.startswith(typed) for number in self._numbers)

    def _forget_digits(self, typed: str | None = None) -> None:
        """Begin a new number. With `typed`, only where nothing was typed after it."""
        if typed is None or typed == self._typed_number:
            self._typed_number = ""

    def on_blur(self) -> None:
        self._forget_digits()
