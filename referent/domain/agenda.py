"""What is planned: the agenda, its items and the people who should be there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum


class ItemKind(Enum):
    """What sort of item it is; decides whether it needs a slot and a decision."""

    ORDINARY = "ordinary"
    DECISION = "decision"
    DISCUSSION = "discussion"
    BRIEFING = "briefing"
    APPROVAL = "approval"
    WRITTEN_BRIEFING = "written briefing"
    ANY_OTHER_BUSINESS = "any other business"
    WELCOME = "welcome"
    ATTENDANCE = "attendance"
    """Its text is made from the people and the record."""
    BREAK = "break"

    @property
    def wants_decision(self) -> bool:
        return self not in (ItemKind.WELCOME, ItemKind.BREAK, ItemKind.ATTENDANCE, ItemKind.WRITTEN_BRIEFING)

    @property
    def wants_slot(self) -> bool:
        return self.wants_decision


class Profile(Enum):
    """Which rules govern the body."""

    CLUSTER = "cluster"
    """Its own rules of procedure."""
    MUNICIPAL = "municipal"
    """The styrelseslov: quorum, inhabilitet, dissent, signatures."""


@dataclass(frozen=True, slots=True)
class Slot:
    """The planned time of an item: by the clock (`start` given) or only by its length."""

    allotted: timedelta
    start: time | None = None

    @property
    def end(self) -> time | None:
        """The planned end by the clock; None for a slot that only has a length."""
        if self.start is None:
            return None
        return (datetime.combine(date.min, self.start) + self.allotted).time()


@dataclass(frozen=True, slots=True)
class Participant:
    """A person, or a vacant seat, on the list of those who should be there. Empty texts mean: not given."""

    id: str
    """Tells people apart, whatever they are called; never shown."""
    name: str
    title: str = ""
    organisation: str = ""
    email: str = ""
    group: str = ""
    """The heading it is listed under."""
    role: str = ""
    party: str = ""
    may_vote: bool | None = None
    """None: the agenda does not say."""
    sent_apologies: bool = False
    """Apologies given before the meeting."""
    is_vacant: bool = False
    substitute_for: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Invitee:
    """A guest at one item alone."""

    name: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    heading: str
    text: str
    """Markdown."""


@dataclass(frozen=True, slots=True)
class Attachment:
    title: str
    document_number: str = ""
    case_number: str = ""
    file: str = ""


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One item (punkt). `summary`, `case` and `recommendation` are Markdown; empty texts mean: not given."""

    id: str
    title: str
    number: int | None = None
    """The number it is printed with; None for breaks and unnumbered items."""
    kind: ItemKind = ItemKind.ORDINARY
    slot: Slot | None = None
    is_closed_item: bool = False
    closed_title: str = ""
    """The heading to publish where the real one would tell too much."""
    case_number: str = ""
    """The item's own, else the agenda's."""
    document_number: str = ""
    introduced_by: str = ""
    invitees: tuple[Invitee, ...] = ()
    summary: str = ""
    case: str = ""
    recommendation: str = ""
    sections: tuple[Section, ...] = ()
    attachments: tuple[Attachment, ...] = ()


@dataclass(frozen=True, slots=True)
class Agenda:
    """What is planned for one meeting."""

    body: str
    """The body that meets (udvalg)."""
    date: date
    title: str = ""
    """The subject, where it is more than the body's name."""
    start: time | None = None
    end: time | None = None
    place: str = ""
    chair: str = ""
    minute_takers: tuple[str, ...] = ()
    case_number: str = ""
    layout: str = "standard"
    """A house style: a built-in name or a path relative to the agenda."""
    template: str = ""
    profile: Profile = Profile.CLUSTER
    participants: tuple[Participant, ...] = ()
    items: tuple[AgendaItem, ...] = ()


def told_apart(names: Iterable[str]) -> tuple[str, ...]:
    """A label for each name, by which a record can point at one of several with the same: the second is "Name (2)"."""
    names = tuple(names)
    used: dict[str, None] = {}
    for name in names:
        label, number = name, 1
        while label in used or (number > 1 and label in names):
            number += 1
            label = f"{name} ({number})"
        used[label] = None
    return tuple(used)
