"""One item of a meeting: what was planned, and what happened."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from referent.domain.agenda import AgendaItem
from referent.domain.decisions import ActionItem, TextField, Vote
from referent.domain.stopwatch import Span, is_running


class Outcome(Enum):
    """What became of an item. Whether it is running now is told by its spans."""

    OPEN = "open"
    TREATED = "treated"
    PUT_OFF = "put off"
    WITHDRAWN = "withdrawn"


class ItemState(Enum):
    """What the list of items shows."""

    NOT_YET = "not yet"
    RUNNING = "running"
    TREATED = "treated"
    PUT_OFF = "put off"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class MeetingItem:
    """One item: what was planned, and what happened."""

    planned: AgendaItem
    is_added: bool = False
    """Not on the agenda: added at the meeting."""
    spans: tuple[Span, ...] = ()
    """When it was taken; the last is open while it runs."""
    outcome: Outcome = Outcome.OPEN
    decision: str = ""
    discussion: str = ""
    notes: str = ""
    guests: tuple[str, ...] | None = None
    """Names of the guests who came; None: everyone invited."""
    vote: Vote | None = None
    dissent: str = ""
    recused: tuple[str, ...] = ()
    """Ids of people who were inhabil: not the same as absent."""
    outside: tuple[str, ...] = ()
    """Ids of people who were out of the room during this one item."""
    actions: tuple[ActionItem, ...] = ()

    @property
    def id(self) -> str:
        return self.planned.id

    @property
    def state(self) -> ItemState:
        if is_running(self.spans):
            return ItemState.RUNNING
        return {
            Outcome.OPEN: ItemState.NOT_YET,
            Outcome.TREATED: ItemState.TREATED,
            Outcome.PUT_OFF: ItemState.PUT_OFF,
            Outcome.WITHDRAWN: ItemState.WITHDRAWN,
        }[self.outcome]

    @property
    def guests_present(self) -> tuple[str, ...]:
        """Names of the guests who took part in this item."""
        if self.guests is not None:
            return self.guests
        return tuple(invitee.name for invitee in self.planned.invitees)

    def text(self, field: TextField) -> str:
        text: str = getattr(self, field.value)
        return text

    @property
    def has_text(self) -> bool:
        return any(self.text(field).strip() for field in TextField)
