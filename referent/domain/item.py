"""One item of a meeting: what was planned, and what happened."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from referent.domain.agenda import AgendaItem, told_apart
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


class Recusal(Enum):
    """Whether a person could take part in an item. The body decides, and the minutes say so either way
    (styrelsesloven § 14).
    """

    NONE = "none"
    """Nobody asked."""
    RECUSED = "recused"
    """Inhabil: outside for debate and vote. Not the same as absent."""
    CLEARED = "cleared"
    """It was asked, and the person was found not to be inhabil."""


@dataclass(frozen=True, slots=True)
class Guest:
    """A guest at one item: invited, or one who turned up."""

    label: str
    """Tells the guests of the item apart: the name, and where two have it "Name (2)" for the second."""
    name: str
    title: str
    came: bool


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
    """Labels of the guests who came; None: everyone invited."""
    vote: Vote | None = None
    dissent: str = ""
    recused: tuple[str, ...] = ()
    """Ids of people who were inhabil: not the same as absent."""
    cleared: tuple[str, ...] = ()
    """Ids of people who were found not to be inhabil, where it had been asked."""
    outside: tuple[str, ...] = ()
    """Ids of people who were out of the room during this one item."""
    actions: tuple[ActionItem, ...] = ()
    together_with: str | None = None
    """Id of the item with which it was treated under one decision; that item has its times."""
    closed_at_meeting: bool = False
    """The meeting closed the doors for it; see `is_closed`."""
    shown_number: str = ""
    """The number on the screen and in documents, where the house style has a rule of its own for items that were added
    (see `minutes.numbering`); in no file.
    """

    @property
    def id(self) -> str:
        return self.planned.id

    @property
    def is_set_aside(self) -> bool:
        """Whether it was put off or withdrawn."""
        return self.outcome in (Outcome.PUT_OFF, Outcome.WITHDRAWN)

    @property
    def is_closed(self) -> bool:
        """Whether it was treated behind closed doors: nothing of it is published but its heading."""
        return self.planned.is_closed_item or self.closed_at_meeting

    @property
    def printed_number(self) -> str:
        """Empty: it has none."""
        return self.shown_number or ("" if self.planned.number is None else str(self.planned.number))

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
    def guest_list(self) -> tuple[Guest, ...]:
        """Everyone who was invited to this item, then those who turned up without."""
        labels = told_apart(invitee.name for invitee in self.planned.invitees)
        came = labels if self.guests is None else told_apart(self.guests)
        invited = [
            Guest(label, invitee.name, invitee.title, label in came)
            for label, invitee in zip(labels, self.planned.invitees, strict=True)
        ]
        others = [
            Guest(label, name, "", True)
            for label, name in zip(came, self.guests or (), strict=False)
            if label not in labels
        ]
        return (*invited, *others)

    @property
    def guests_who_came(self) -> tuple[Guest, ...]:
        """The guests who took part in this item, in the order in which they were noted."""
        came = [guest for guest in self.guest_list if guest.came]
        order = told_apart(self.guests or ())
        return tuple(came if self.guests is None else sorted(came, key=lambda guest: order.index(guest.label)))

    @property
    def guests_present(self) -> tuple[str, ...]:
        """Names of the guests who took part in this item."""
        return tuple(guest.name for guest in self.guests_who_came)

    def recusal_of(self, person_id: str) -> Recusal:
        if person_id in self.recused:
            return Recusal.RECUSED
        return Recusal.CLEARED if person_id in self.cleared else Recusal.NONE

    def text(self, field: TextField) -> str:
        text: str = getattr(self, field.value)
        return text

    @property
    def has_text(self) -> bool:
        return any(self.text(field).strip() for field in TextField)
