"""The item one is looking at: title, slot, who introduces it, and whether the clock is on it."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

from referent import screen_texts as texts
from referent.domain.item import ItemState, MeetingItem
from referent.domain.meeting import Meeting
from referent.tui.formats import item_within, numbered_title, shortened, slot_text

NAMED_GUESTS = 2
"""More than these are only counted: the head has to leave room for the case."""


def facts(item: MeetingItem) -> str:
    """The line below the title."""
    planned = item.planned
    parts = [texts.STATES[item.state.value]]
    if planned.slot is not None:
        parts.append(slot_text(planned.slot))
    if planned.introduced_by:
        parts.append(texts.INTRODUCED_BY.format(name=planned.introduced_by))
    if item.is_closed:
        parts.append(texts.CLOSED_ITEM)
    if item.is_added:
        parts.append(texts.ADDED)
    if len(item.guests_present) > NAMED_GUESTS:
        parts.append(texts.GUEST_COUNT.format(count=len(item.guests_present)))
    elif item.guests_present:
        parts.append(texts.INVITED.format(names=", ".join(item.guests_present)))
    if item.vote is not None:
        parts.append(texts.VOTED)
    if item.actions:
        parts.append(texts.ONE_ACTION if len(item.actions) == 1 else texts.ACTION_COUNT.format(count=len(item.actions)))
    return shortened(" · ".join(parts))


class ItemHead(Static):
    """Two lines; a third, in another colour, while the clock is on another item."""

    ALLOW_SELECT = False

    def __init__(self, *, id: str) -> None:
        super().__init__("", id=id, markup=False)

    def show(self, meeting: Meeting, item: MeetingItem, back_key: str) -> None:
        content = Content.assemble((numbered_title(item), "bold"), "\n", (facts(item), "$text-muted"))
        running = meeting.running
        elsewhere = running is not None and item.state is not ItemState.RUNNING
        if running is not None and elsewhere:
            notice = texts.LOOKING_ELSEWHERE.format(running=item_within(running), key=back_key)
            content = Content.assemble(content, "\n", (notice, "bold $text-warning"))
        self.set_class(elsewhere, "-elsewhere")
        self.update(content)
