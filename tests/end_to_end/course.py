"""The course of a real meeting as the keys of whoever takes its minutes: who is marked, which items are taken up when,
what is written. Nothing is played here; the player next door does that.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, time
from enum import Enum
from pathlib import Path
from typing import Any

from referent.domain.agenda import ItemKind
from referent.domain.item import MeetingItem
from referent.domain.meeting import Meeting
from referent.files.agenda_file import read_agenda
from referent.files.layout_file import load_layout
from referent.minutes.layout import Layout
from tests.end_to_end.hand import FITTING, MARK, NAME, PALETTE, Hand, keys_for


class For(Enum):
    """What keys are for."""

    PEOPLE = "people"
    ITEMS = "items"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Step:
    """Keys that are pressed one after another at one moment of the meeting."""

    at: datetime
    what: For
    keys: tuple[str, ...]
    item_id: str = ""
    """For an item taken up, and for what is written in it."""


@dataclass
class Roll:
    """The attendance list, and where its bar stands: on the first row whenever it is opened."""

    rows: Sequence[str]
    at: int = 0

    def mark(self, name: str, key: str) -> tuple[str, ...]:
        """Set a person; the bar goes on to the next by itself."""
        keys = (*self.go_to(name), key)
        self.at = min(self.at + 1, len(self.rows) - 1)
        return keys

    def go_to(self, name: str) -> tuple[str, ...]:
        """The shortest way from where the bar stands, or from either end."""
        wanted, last = self.rows.index(name), len(self.rows) - 1
        step = ("down",) if wanted > self.at else ("up",)
        ways = (
            step * abs(wanted - self.at),
            ("home", *["down"] * wanted),
            ("end", *["up"] * (last - wanted)),
        )
        self.at = wanted
        return min(ways, key=len)


@dataclass
class Course:
    """What happened at a meeting, from the two files that tell of it."""

    seed: Path
    events: dict[str, Any] = field(init=False)
    planned: Meeting = field(init=False)
    layout: Layout = field(init=False)

    def __post_init__(self) -> None:
        self.events = tomllib.loads((self.seed / "forloeb.toml").read_text("utf-8"))
        agenda = read_agenda(self.seed / "dagsorden.toml")
        self.planned = Meeting.planned(agenda)
        self.layout = load_layout(agenda.layout)

    @property
    def began(self) -> datetime:
        return self._at(self.events["startet"])

    @property
    def decisions(self) -> dict[str, str]:
        """What was written, by the id of the item."""
        by_number = {row["punkt"]: row["beslutning"].strip() for row in self.events["punkter"]}
        return {item.id: by_number.get(item.planned.number, "") for item in self.planned.items}

    @property
    def letters(self) -> int:
        return sum(map(len, self.decisions.values()))

    def steps(self, *, helped: bool) -> Iterator[Step]:
        """The whole meeting. `helped`: with formulas and completion; without, every letter is typed."""
        meeting = self.planned
        if meeting.people:
            yield Step(self.began, For.PEOPLE, self._roll_call())
        for moment, name, item in self._happenings():
            if item is None:
                guests = meeting.running.guest_list if meeting.running else ()
                roll = Roll([person.name for person in meeting.people] + [guest.name for guest in guests])
                yield Step(moment, For.PEOPLE, ("f2", *roll.go_to(name), "g", "escape"))
                continue
            is_next = meeting.next_untreated is not None and meeting.next_untreated.id == item.id
            by_number = ("escape", *str(item.planned.number), "ctrl+t")
            yield Step(moment, For.ITEMS, ("ctrl+n",) if is_next else by_number, item.id)
            meeting = meeting.take_up(item.id, moment)
            text = self.decisions[item.id]
            keys = Hand(meeting, item.planned, self.layout).keys(text) if helped else tuple(keys_for(text))
            yield Step(moment, For.TEXT, keys, item.id)
        yield Step(self._at(self.events["sluttet"]), For.ITEMS, ("ctrl+q", "enter"))

    def _roll_call(self) -> tuple[str, ...]:
        roll = Roll([person.name for person in self.planned.people])
        away, apologies = (self.events.get(key, []) for key in ("fravaerende", "afbud"))
        known = [person.name for person in self.planned.people if person.sent_apologies]
        keys = ["f2"]
        for name in away:
            keys += roll.mark(name, "f")
        # Apologies known beforehand are confirmed: who was noted stands before who was not.
        for name in dict.fromkeys([*apologies, *(name for name in known if name not in away)]):
            keys += roll.mark(name, "a")
        keys.append("*")
        for row in self.events.get("noter", []):
            keys += [*roll.go_to(row["navn"]), "b", *row["note"], "enter"]
        return (*keys, "escape")

    def _happenings(self) -> list[tuple[datetime, str, MeetingItem | None]]:
        """Who left, or which item was taken up."""
        left: list[tuple[datetime, str, MeetingItem | None]] = [
            (self._at(row["kl"]), row["navn"], None) for row in self.events.get("forlod", [])
        ]
        return sorted([*left, *((moment, "", item) for moment, item in self._taken())], key=lambda event: event[0])

    def _taken(self) -> Iterator[tuple[datetime, MeetingItem]]:
        """As noted, else in order, each for its slot. What is only read at home is not taken up."""
        if "raekkefoelge" in self.events:
            by_number = {item.planned.number: item for item in self.planned.items}
            yield from ((self._at(row["fra"]), by_number[row["punkt"]]) for row in self.events["raekkefoelge"])
            return
        now = self.began
        for item in self.planned.items:
            slot = item.planned.slot
            now = self._at(slot.start) if slot and slot.start else now
            if item.planned.kind is not ItemKind.WRITTEN_BRIEFING:
                yield now, item
            now += slot.allotted if slot and not slot.start else now - now

    def _at(self, clock: str | time) -> datetime:
        moment = clock if isinstance(clock, time) else time.fromisoformat(clock.replace(".", ":"))
        return datetime.combine(self.planned.agenda.date, moment)


@dataclass(frozen=True, slots=True)
class Count:
    """The keys of one meeting."""

    name: str
    letters: int
    """Of the decisions."""
    people: int
    """Keys for who is there."""
    items: int
    """Keys for taking items up, and for ending the meeting."""
    typed: int
    """Keys for the decisions where every letter is typed. Fewer than letters where Enter goes on a list."""
    helped: int
    """The same with formulas and completion."""
    fitting: int
    palette: int
    names: int
    """How often each help was used."""

    @property
    def beyond_without(self) -> int:
        """Keys beyond the letters of the decisions, where they are typed."""
        return self.people + self.items + self.typed - self.letters

    @property
    def beyond_with(self) -> int:
        """The same with formulas and completion; negative where they write more than all else costs."""
        return self.people + self.items + self.helped - self.letters


def count(course: Course) -> Count:
    helped, typed = list(course.steps(helped=True)), list(course.steps(helped=False))
    keys = [key for step in helped if step.what is For.TEXT for key in step.keys]
    return Count(
        name=course.seed.name,
        letters=course.letters,
        people=_pressed(helped, For.PEOPLE),
        items=_pressed(helped, For.ITEMS),
        typed=_pressed(typed, For.TEXT),
        helped=len(keys),
        fitting=keys.count(FITTING),
        palette=keys.count(PALETTE),
        names=keys.count(NAME) + keys.count(MARK),
    )


def _pressed(steps: Sequence[Step], what: For) -> int:
    return sum(len(step.keys) for step in steps if step.what is what)


_HEADINGS = ("meeting", "letters", "people", "items", "typed", "helped", "beyond", "beyond+", "^F", "F4", "names")
_LEGEND = """\
letters: of the decisions; people, items: keys for attendance, and for taking up items and ending the meeting
typed, helped: keys for the decisions without formulas and completion, and with
beyond, beyond+: all keys less the letters, without and with"""


def table(counts: Sequence[Count]) -> str:
    """One row for each meeting, and what it means."""
    rows = [_HEADINGS, *map(_row, counts)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEADINGS))]
    lines = [
        "  ".join(cell.rjust(width) if column else cell.ljust(width)
                  for column, (cell, width) in enumerate(zip(row, widths, strict=True)))
        for row in rows
    ]  # fmt: skip
    return "\n".join([*lines, _LEGEND])


def _row(one: Count) -> tuple[str, ...]:
    keys = (one.letters, one.people, one.items, one.typed, one.helped)
    beyond = (f"{one.beyond_without:+}", f"{one.beyond_with:+}")
    return (one.name, *map(str, keys), *beyond, str(one.fitting), str(one.palette), str(one.names))
