"""The action items of an item, a line each, under the field of its decision."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from textual.content import Content
from textual.widgets import Static

from referent import screen_texts as texts
from referent.domain.decisions import ActionItem
from referent.tui.formats import shortened

MOST_SHOWN = 3
"""The rest is counted: the field has to keep its room."""


def action_text(action: ActionItem, meeting_day: date) -> str:
    """ "Anna Ask · fre 27/11 · ringer til havnen", without what is not known. The task is last: it may be cut."""
    from referent.minutes.danish_dates import short_date  # starting up need not wait for it

    when = short_date(action.due, meeting_day) if action.due else ""
    return shortened(" · ".join(filter(None, (action.owner, when, action.task))))


class ActionList(Static):
    ALLOW_SELECT = False

    def __init__(self) -> None:
        super().__init__("", markup=False)
        self.display = False
        self._shown: tuple[ActionItem, ...] = ()

    def show(self, actions: Sequence[ActionItem], meeting_day: date) -> None:
        if tuple(actions) == self._shown:
            return
        self._shown = tuple(actions)
        self.display = bool(actions)
        few = len(actions) <= MOST_SHOWN
        lines = [f"→ {action_text(action, meeting_day)}" for action in actions[: MOST_SHOWN if few else MOST_SHOWN - 1]]
        if not few:
            lines.append(texts.MORE_ACTIONS.format(count=len(actions) - len(lines)))
        self.update(Content("\n".join(lines)))
