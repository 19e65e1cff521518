"""The two lines at the top: the meeting against its plan, and the running item against its slot."""

from __future__ import annotations

from datetime import datetime, timedelta

from rich.cells import cell_len, set_cell_size
from textual.content import Content
from textual.widgets import Static

from referent import screen_texts as texts
from referent.domain.item import MeetingItem
from referent.domain.meeting import Meeting
from referent.domain.plan import allotted, left, standing, used
from referent.domain.stopwatch import NONE
from referent.tui.formats import clock_time, cut, length_text, minutes, numbered_title, stopwatch
from referent.tui.plain import is_plain

ROOMY = 60
"""Cells from which on the clock's bar has room beside the title."""
AMBER_FROM = 0.8
"""The share of the slot from which the clock is amber: its last fifth."""


def meeting_standing(meeting: Meeting, at: datetime) -> str:
    """ "14.05 · slut 16.00 · forventet 16.07 · 7 min. bagud", as far as it is known."""
    stands = standing(meeting, at)
    parts = [clock_time(at)]
    if stands.planned_end is not None:
        parts.append(texts.PLANNED_END.format(planned=clock_time(stands.planned_end)))
    if meeting.closed_at is None and stands.projected_end is not None:
        parts.append(texts.PROJECTED_END.format(projected=clock_time(stands.projected_end)))
    if stands.drift is not None and meeting.started_at is not None:
        parts.append(drift_text(stands.drift))
    return " · ".join(parts)


def drift_text(drift: timedelta) -> str:
    if minutes(drift):
        return texts.BEHIND.format(length=length_text(drift))
    if minutes(-drift):
        return texts.AHEAD.format(length=length_text(-drift))
    return texts.ON_TIME


def urgency(meeting: Meeting, item: MeetingItem, at: datetime) -> str:
    """ "calm", "amber" in the last fifth of the slot, "red" once it is over."""
    length = allotted(meeting, item)
    if length is None or length <= NONE:
        return "calm"
    spent = used(meeting, item, at) / length
    if spent > 1:
        return "red"
    return "amber" if spent >= AMBER_FROM else "calm"


def clock_text(meeting: Meeting, item: MeetingItem, at: datetime) -> str:
    """What is left of the slot, or how far over it is, or what was used of no slot. Never by colour alone."""
    remaining = left(meeting, item, at)
    if remaining is None:
        return texts.CLOCK_USED.format(time=stopwatch(used(meeting, item, at)))
    if remaining < NONE:
        return texts.CLOCK_OVER.format(time=stopwatch(remaining))
    left_text = texts.CLOCK_SOON if urgency(meeting, item, at) == "amber" else texts.CLOCK_LEFT
    return left_text.format(time=stopwatch(remaining))


def bar(share: float, width: int) -> str:
    """A bar that fills. Full and light blocks differ in any colour."""
    filled = min(width, max(0, int(share * width)))
    return "█" * filled + "░" * (width - filled)


def fitted(left_text: str, right_text: str, width: int) -> str:
    """Two texts at the two ends of a line; the left one gives way."""
    room = max(0, width - cell_len(right_text) - 1)
    return set_cell_size(cut(left_text, room), room) + " " + set_cell_size(right_text, min(width, cell_len(right_text)))


class _Bar(Static):
    """One line that is drawn anew only when what it says has changed."""

    ALLOW_SELECT = False

    def __init__(self, *, id: str) -> None:
        super().__init__("", id=id, markup=False)
        self._shown = ""

    def say(self, text: str) -> None:
        if text != self._shown:
            self._shown = text
            self.update(Content(text), layout=False)


class MeetingBar(_Bar):
    def show(self, meeting: Meeting, at: datetime) -> None:
        agenda = meeting.agenda
        name, day = f" {agenda.title or agenda.body}", f" · {agenda.date:%d-%m-%Y}"
        stands = meeting_standing(meeting, at) + " "
        has_room = cell_len(name) + cell_len(day) + cell_len(stands) < self.size.width
        self.say(fitted(name + day if has_room else name, stands, self.size.width))


class RunningBar(_Bar):
    def show(self, meeting: Meeting, at: datetime, take_next_key: str) -> None:
        item = meeting.running
        mood = urgency(meeting, item, at) if item else "calm"
        for name in ("calm", "amber", "red"):
            self.set_class(mood == name and item is not None, f"-{name}")
        self.say(self._text(meeting, item, at, take_next_key))

    def _text(self, meeting: Meeting, item: MeetingItem | None, at: datetime, key: str) -> str:
        width = self.size.width
        if meeting.closed_at is not None:
            return " " + texts.CLOCK_CLOSED.format(time=clock_time(meeting.closed_at))
        if item is None:
            idle = texts.CLOCK_IDLE if meeting.started_at else texts.CLOCK_NOT_STARTED
            return " " + idle.format(key=key)
        clock = texts.CLOCK_PAUSED if meeting.is_paused else clock_text(meeting, item, at)
        length = allotted(meeting, item)
        if length is not None and length > NONE and width >= ROOMY:
            spent = used(meeting, item, at)
            of_planned = texts.OF_PLANNED.format(used=minutes(spent), allotted=minutes(length))
            drawn = "" if is_plain(self) else f"  {bar(spent / length, min(30, max(0, width // 6)))}"
            clock = f"{clock}{drawn}  {of_planned}"
        title = numbered_title(item)
        if is_plain(self):
            return cut(texts.RUNNING_IN_WORDS.format(title=title, clock=clock), width)
        return fitted(f" ▶ {title}", clock + " ", width)
