"""Saying that a slot runs out, for those who want more than the colours: in the terminal's title, with its bell."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from textual.message import Message

from referent import screen_texts as texts
from referent.cleaning import clean_line
from referent.domain.meeting import Meeting
from referent.domain.plan import left
from referent.domain.stopwatch import NONE
from referent.tui.formats import item_name, minutes
from referent.tui.widgets.clock_bars import urgency

PUSH_TITLE, POP_TITLE = "\x1b[22;2t", "\x1b[23;2t"
"""Most terminals keep the title they had, and take it back; the others know neither and do nothing."""


class Reminded(Message):
    """Four fifths of the running item's slot are used, or all of it; without a text there is nothing to remind of any
    more.
    """

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text


class Reminders:
    """Notices when there is something new to be reminded of."""

    def __init__(self) -> None:
        self._known: tuple[str, str] | None = None

    def due(self, meeting: Meeting, at: datetime) -> str | None:
        """What to say now; empty where what was said does not hold any longer; None where there is nothing new."""
        item = meeting.running
        mood = urgency(meeting, item, at) if item is not None else "calm"
        known = (item.id, mood) if item is not None and mood != "calm" else None
        if known == self._known:
            return None
        self._known = known
        if item is None or known is None:
            return ""
        name, remaining = item_name(item), left(meeting, item, at) or NONE
        if mood == "red":
            return texts.REMIND_OVER.format(item=name)
        return texts.REMIND_SOON.format(item=name, minutes=minutes(remaining) + 1)


class TerminalTitle:
    """The title of the terminal's window, while there is something to be said in it."""

    def __init__(self, write: Callable[[str], None]) -> None:
        self._write = write
        self._is_ours = False

    def show(self, text: str) -> None:
        """Empty: the terminal gets its own title back."""
        if text:
            self._write(("" if self._is_ours else PUSH_TITLE) + f"\x1b]2;{clean_line(text)}\x07")
        elif self._is_ours:
            self._write("\x1b]2;\x07" + POP_TITLE)
        self._is_ours = bool(text)
