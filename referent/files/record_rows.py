"""A meeting as the rows of its record: plain values under the Danish keys, in one canonical form.

Two meetings are compared row by row and key by key, so that only what differs is written.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from referent.domain.agenda import AgendaItem, ItemKind
from referent.domain.attendance import Attendance, Status
from referent.domain.decisions import Vote, Votes
from referent.domain.item import MeetingItem, Outcome
from referent.domain.meeting import Meeting
from referent.files.record_match import labels, same
from referent.files.record_times import MeetingDay
from referent.files.words import KINDS, OUTCOMES, STATUSES

Key = tuple[str, ...] | tuple[str, str, int]
"""Who or what a row is about. One that was added goes by its name or title and how many came before with the same."""
Row = dict[str, Any]

NAMING_KEYS = frozenset({"navn", "nr", "punkt", "titel", "tilfoejet", "ny", "efter", "type"})
"""They say what a row is about, not what happened."""

_STATUS_WORDS = {status: word for word, status in STATUSES.items()}
_OUTCOME_WORDS = {outcome: word for word, outcome in OUTCOMES.items()}
_KIND_WORDS = {kind: word for word, kind in KINDS.items()}


@dataclass
class Rows:
    """What a record holds: the keys at its root, and a row for each person and item with something to say."""

    root: Row = field(default_factory=dict)
    people: dict[Key, Row] = field(default_factory=dict)
    items: dict[Key, Row] = field(default_factory=dict)
    keys: dict[str, Key] = field(default_factory=dict)
    """The key of every person and item of the meeting, by id."""


def rows_of(meeting: Meeting) -> Rows:
    """The rows of `meeting`. Items stand in the agenda's order, then those added, in the order they were added."""
    return _RowMaker(meeting).rows()


class _RowMaker:
    def __init__(self, meeting: Meeting) -> None:
        self._meeting = meeting
        self._day = MeetingDay(meeting.agenda.date, meeting.started_at)
        self._labels = labels(meeting.people)
        self._replayed = [item.id for item in meeting.items if not item.is_added]
        self._positions = {item.id: position for position, item in enumerate(meeting.items)}

    def rows(self) -> Rows:
        rows = Rows(root=self._root())
        for key, entry, row in self._people():
            rows.keys[entry.person_id] = key
            rows.people[key] = row
        seen: Counter[str] = Counter()
        planned = [item for item in self._meeting.items if not item.is_added]
        added = sorted((item for item in self._meeting.items if item.is_added), key=_added_number)
        nths = _nths((same(item.planned.title), item.id) for item in planned if item.planned.number is None)
        for item in planned:
            rows.keys[item.id] = ("p", item.id)
            happened = self._happened(item)
            if happened:
                rows.items["p", item.id] = _naming(item, nths.get(item.id, 1)) | happened
        for item in added:
            seen[item.planned.title] += 1
            key = ("ny", item.planned.title, seen[item.planned.title])
            rows.keys[item.id] = key
            rows.items[key] = _naming(item, 1) | self._added(item) | self._happened(item)
        return rows

    def _root(self) -> Row:
        meeting = self._meeting
        row = {
            "startet": meeting.started_at.replace(microsecond=0) if meeting.started_at else None,
            "sluttet": meeting.closed_at.replace(microsecond=0) if meeting.closed_at else None,
            "godkendt": meeting.approved_on,
            "pauser": [self._day.write_span(span) for span in meeting.pauses],
        }
        return {key: value for key, value in row.items() if value not in (None, [])}

    # People

    def _people(self) -> Iterable[tuple[Key, Attendance, Row]]:
        meeting = self._meeting
        noted = {entry.person_id for entry in meeting.attendance}
        # Nobody who was added may be lost, even one of whom nothing was noted.
        entries = [*meeting.attendance]
        entries += [Attendance(person.id) for person in meeting.added_people if person.id not in noted]
        ranks = {person.id: rank for rank, person in enumerate(meeting.added_people, 1)}
        in_record = [ranks[entry.person_id] for entry in entries if entry.person_id in ranks]
        is_natural = in_record == sorted(in_record)
        nths = _nths((same(person.name), person.id) for person in meeting.agenda.participants)
        nths_added = _nths((person.name, person.id) for person in meeting.added_people)
        for entry in entries:
            person = meeting.person(entry.person_id)
            row: Row = {"navn": person.name}
            if person.id in ranks:
                key: Key = ("ny", person.name, nths_added[person.id])
                row["titel"] = person.title
                row["tilfoejet"] = True if is_natural else ranks[person.id]
            else:
                key = ("d", person.id)
                row["nr"] = nths[person.id] if nths[person.id] > 1 else None
            says_unknown = person.sent_apologies and entry.status is Status.UNKNOWN
            row |= {
                "status": _STATUS_WORDS[entry.status] if entry.status is not Status.UNKNOWN or says_unknown else None,
                "kom": [self._day.write(moment) for moment in entry.arrivals],
                "gik": [self._day.write(moment) for moment in entry.departures],
                "suppleant": entry.substitute,
                "note": entry.note,
            }
            yield (
                key,
                entry,
                {name: value for name, value in row.items() if value not in (None, "", []) or name == "navn"},
            )

    # Items

    def _happened(self, item: MeetingItem) -> Row:
        row = {
            "tider": [self._day.write_span(span) for span in item.spans],
            "gaester": list(item.guests) if item.guests is not None else None,
            "status": _OUTCOME_WORDS.get(item.outcome) if item.outcome is not Outcome.OPEN else None,
            "lukket": item.closed_at_meeting or None,
            "sammen_med": self._reference(item.together_with),
            "beslutning": item.decision,
            "referat": item.discussion,
            "noter": item.notes,
            "afstemning": _vote(item.vote),
            "mindretal": item.dissent,
            "inhabile": [self._labels[person_id] for person_id in item.recused if person_id in self._labels],
            "ikke_inhabile": [self._labels[person_id] for person_id in item.cleared if person_id in self._labels],
            "ude": [self._labels[person_id] for person_id in item.outside if person_id in self._labels],
            "opgaver": [
                {key: value for key, value in action.items() if value or key == "opgave"}
                for action in (
                    {"opgave": action.task, "ansvarlig": action.owner, "frist": action.due} for action in item.actions
                )
            ],
        }
        return {
            key: value
            for key, value in row.items()
            if value not in (None, "", []) or (key == "gaester" and value == [])
        }

    def _added(self, item: MeetingItem) -> Row:
        """What only an added item says. The items are put in again one by one, in the order they were added, so `efter`
        names the nearest item before it that was there by then.
        """
        row: Row = {"ny": True}
        if item.planned.kind is not ItemKind.ORDINARY:
            row["type"] = _KIND_WORDS[item.planned.kind]
        place = self._positions[item.id]
        before = [index for index, item_id in enumerate(self._replayed) if self._positions[item_id] < place]
        after = before[-1] if before else None
        row["efter"] = self._place(after) if after is not None else ""
        self._replayed.insert(after + 1 if after is not None else 0, item.id)
        return row

    def _place(self, index: int) -> Any:
        there = [self._meeting.items[self._positions[item_id]].planned for item_id in self._replayed]
        return _place_among(there, index)

    def _reference(self, item_id: str | None) -> Any:
        """How one item points at another, of all that are there in the end."""
        if item_id not in self._positions:
            return None
        return _place_among([item.planned for item in self._meeting.items], self._positions[item_id])


def _place_among(there: Sequence[AgendaItem], index: int) -> Any:
    """How the item at `index` is told from all others: by its title, its number, or as the nth with its title."""
    item = there[index]
    alike = [position for position, other in enumerate(there) if same(other.title) == same(item.title)]
    if len(alike) == 1 and item.title:
        return item.title
    if item.number is not None and sum(other.number == item.number for other in there) == 1:
        return item.number
    return [item.title, alike.index(index) + 1]


def _naming(item: MeetingItem, nth: int) -> Row:
    row: Row = {}
    if item.planned.number is not None:
        row["punkt"] = item.planned.number
    row["titel"] = item.planned.title
    if nth > 1:
        row["nr"] = nth
    return row


def _added_number(item: MeetingItem) -> int:
    digits = item.id.rpartition("-")[2]
    return int(digits) if digits.isdecimal() else 0


def _nths(named: Iterable[tuple[str, str]]) -> dict[str, int]:
    """For each id, the how manieth it is of those with its name."""
    seen: Counter[str] = Counter()
    found = {}
    for name, its_id in named:
        seen[name] += 1
        found[its_id] = seen[name]
    return found


def _vote(vote: Vote | None) -> Row | None:
    if vote is None:
        return None
    return {"for": _votes(vote.for_), "imod": _votes(vote.against), "undlod": _votes(vote.abstained)}


def _votes(votes: Votes) -> int | list[str]:
    return votes if isinstance(votes, int) else list(votes)
