"""A record in the shape of its schema in, the meeting it tells of out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from referent import file_texts
from referent.domain.agenda import Agenda, AgendaItem, Participant
from referent.domain.attendance import Attendance, Status
from referent.domain.decisions import ActionItem, Vote
from referent.domain.item import MeetingItem, Outcome
from referent.domain.meeting import Meeting
from referent.domain.stopwatch import Span, is_running
from referent.files.faults import Fault, FileFaults, KeyPath, say
from referent.files.record_match import labels, match_items, match_people, same
from referent.files.record_schema import ItemEntry, Pair, PersonEntry, Place, RecordShape
from referent.files.record_times import EndBeforeStartError, MeetingDay
from referent.files.toml_source import Source


@dataclass(frozen=True, slots=True)
class ReadRecord:
    """The meeting, and whose each entry of the file is: ids of people and items, None for an entry that is ignored."""

    meeting: Meeting
    person_ids: tuple[str | None, ...]
    item_ids: tuple[str | None, ...]


def assemble(agenda: Agenda, shape: RecordShape, source: Source) -> ReadRecord:
    """The meeting that `shape` tells of. Raises `FileFaults` for times that cannot be."""
    return _Assembler(agenda, shape, source).assemble()


class _Assembler:
    def __init__(self, agenda: Agenda, shape: RecordShape, source: Source) -> None:
        self._agenda = agenda
        self._shape = shape
        self._source = source
        self._faults: list[Fault] = []
        self._started: datetime | None = None
        if shape.startet is not None:
            self._started = MeetingDay(agenda.date, None).at(shape.startet)
        self._day = MeetingDay(agenda.date, self._started)

    def assemble(self) -> ReadRecord:
        added, person_ids = self._people()
        items, item_ids = self._items(labels((*self._agenda.participants, *added)))
        meeting = Meeting(
            agenda=self._agenda,
            items=items,
            added_people=added,
            attendance=tuple(
                self._attendance(entry, person_id)
                for entry, person_id in zip(self._shape.deltagere, person_ids, strict=True)
                if person_id is not None
            ),
            pauses=self._spans(self._shape.pauser, ("pauser",)),
            started_at=self._started,
            closed_at=self._day.at(self._shape.sluttet) if self._shape.sluttet is not None else None,
            approved_on=self._shape.godkendt,
        )
        if self._faults:
            raise FileFaults(self._faults)
        return ReadRecord(meeting, tuple(person_ids), tuple(item_ids))

    def _spans(self, pairs: Sequence[Pair], path: KeyPath) -> tuple[Span, ...]:
        spans = []
        for index, (start, end) in enumerate(pairs):
            try:
                spans.append(self._day.span(start, end))
            except EndBeforeStartError:
                self._faults.append(self._source.fault((*path, index), say("end_before_start")))
        return tuple(spans)

    # People

    def _people(self) -> tuple[tuple[Participant, ...], list[str | None]]:
        """Those who were added, and the person id of every entry; a vacant seat has none."""
        entries = self._shape.deltagere
        places = match_people(self._agenda, entries)
        ids: list[str | None] = [None] * len(entries)
        added: list[int] = []
        for position, place in enumerate(places):
            if place is None:
                added.append(position)
            elif not self._agenda.participants[place].is_vacant:
                ids[position] = self._agenda.participants[place].id
        # The record's order is that in which statuses were set; a number in `tilfoejet` keeps the order of adding.
        added.sort(key=lambda position: _rank(entries[position]))
        people = []
        for number, position in enumerate(added, 1):
            ids[position] = f"added-person-{number}"
            people.append(
                Participant(id=f"added-person-{number}", name=entries[position].navn, title=entries[position].titel)
            )
        return tuple(people), ids

    def _attendance(self, entry: PersonEntry, person_id: str) -> Attendance:
        status = entry.status
        if status is None:
            apologies = any(person.id == person_id and person.sent_apologies for person in self._agenda.participants)
            status = Status.APOLOGIES if apologies and not (entry.kom or entry.gik) else Status.UNKNOWN
        return Attendance(
            person_id=person_id,
            status=status,
            arrivals=tuple(self._day.at(moment) for moment in entry.kom),
            departures=tuple(self._day.at(moment) for moment in entry.gik),
            substitute=entry.suppleant,
            note=entry.note,
        )

    # Items

    def _items(self, names: dict[str, str]) -> tuple[tuple[MeetingItem, ...], list[str | None]]:
        entries = self._shape.punkter
        places = match_items(self._agenda, entries)
        ids: list[str | None] = []
        items = {planned.id: MeetingItem(planned) for planned in self._agenda.items}
        order = list(items)
        persons = {same(label): person_id for person_id, label in reversed(names.items())}
        persons.update({label: person_id for person_id, label in names.items()})
        added = 0
        for position, (entry, place) in enumerate(zip(entries, places, strict=True)):
            if place is not None:
                planned = self._agenda.items[place]
            else:
                added += 1
                planned = AgendaItem(f"added-item-{added}", entry.titel, entry.punkt, entry.type)
                order.insert(_after(entry.efter, order, items), planned.id)
            ids.append(planned.id)
            items[planned.id] = replace(self._item(entry, planned, position, persons), is_added=place is None)
        for item_id, entry in zip(ids, entries, strict=True):
            where = _index_of(entry.sammen_med, order, items)
            if item_id is not None and where is not None and order[where] != item_id:
                items[item_id] = replace(items[item_id], together_with=order[where])
        return tuple(items[item_id] for item_id in order), ids

    def _item(self, entry: ItemEntry, planned: AgendaItem, position: int, persons: dict[str, str]) -> MeetingItem:
        spans = self._spans(entry.tider, ("punkter", position, "tider"))
        outcome = entry.status
        if outcome is None:
            outcome = Outcome.TREATED if spans and not is_running(spans) else Outcome.OPEN
        recused, unknown_recused = _ids(entry.inhabile, persons)
        cleared, unknown_cleared = _ids(entry.ikke_inhabile, persons)
        outside, unknown_outside = _ids(entry.ude, persons)
        notes = _with_unknown(entry.noter, "unknown_recused", unknown_recused)
        notes = _with_unknown(notes, "unknown_cleared", unknown_cleared)
        notes = _with_unknown(notes, "unknown_outside", unknown_outside)
        return MeetingItem(
            planned=planned,
            spans=spans,
            outcome=outcome,
            decision=entry.beslutning,
            discussion=entry.referat,
            notes=notes,
            guests=tuple(entry.gaester) if entry.gaester is not None else None,
            vote=_vote(entry),
            dissent=entry.mindretal,
            closed_at_meeting=entry.lukket,
            recused=recused,
            cleared=cleared,
            outside=outside,
            actions=tuple(ActionItem(action.opgave, action.ansvarlig, action.frist) for action in entry.opgaver),
        )


def _rank(entry: PersonEntry) -> float:
    """True counts as a number too, in Python; here it means: no number given."""
    return entry.tilfoejet if type(entry.tilfoejet) is int else float("inf")


def _vote(entry: ItemEntry) -> Vote | None:
    vote = entry.afstemning
    return Vote(vote.for_, vote.imod, vote.undlod) if vote is not None else None


def _ids(listed: Sequence[str], persons: dict[str, str]) -> tuple[tuple[str, ...], list[str]]:
    """The ids of those named, and the names that nobody has."""
    found: dict[str, None] = {}
    unknown = []
    for name in listed:
        person_id = persons.get(name) or persons.get(same(name))
        if person_id is None:
            unknown.append(name)
        else:
            found[person_id] = None
    return tuple(found), unknown


def _with_unknown(notes: str, code: str, names: Sequence[str]) -> str:
    """Names that no list holds stand in the notes, where the minute taker sees them and no document prints them."""
    for name in names:
        line = file_texts.WARNINGS[code].format_map({"name": name})
        if line not in notes:
            notes = f"{notes.rstrip()}\n{line}".lstrip()
    return notes


def _after(place: Place | None, order: list[str], items: dict[str, MeetingItem]) -> int:
    """Where in `order` an added item stands. Without a place, or after an item that is gone: last."""
    if place is None:
        return len(order)
    if place == "":
        return 0
    where = _index_of(place, order, items)
    return len(order) if where is None else where + 1


def _index_of(place: Place | None, order: list[str], items: dict[str, MeetingItem]) -> int | None:
    """Where in `order` the item stands that a record points at; None where there is none."""
    if place is None:
        return None
    title, nth = place if isinstance(place, tuple) else (place, 1)
    matches = [
        index
        for index, item_id in enumerate(order)
        if (
            items[item_id].planned.number == title
            if isinstance(title, int)
            else same(items[item_id].planned.title) == same(title)
        )
    ]
    return matches[nth - 1] if 1 <= nth <= len(matches) else None
