"""The sentences about who was there: worked out from the clock times, in the order in which the items were taken.

In: a meeting and the wording of a house style. Out: whole sentences. People who did exactly the same share one.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from referent.domain.agenda import Participant
from referent.domain.attendance import Part, Status, part_in, presence
from referent.domain.item import MeetingItem, Recusal
from referent.domain.meeting import Meeting
from referent.domain.stopwatch import Span, whole_minutes
from referent.minutes.danish import clock, join, tie
from referent.minutes.numbering import place_of_number
from referent.minutes.template import fill
from referent.minutes.wording import Wording


def attendance_sentences(meeting: Meeting, wording: Wording, clock_pattern: str) -> tuple[str, ...]:
    """Substitutes, no-shows, arrivals and departures in order of time, then who was out of the room or recused."""
    comings = _Comings(meeting, wording, clock_pattern)
    return (
        *_substitutes(meeting, wording),
        *_no_shows(meeting, wording),
        *comings.sentences(),
        *_away_sentences(meeting, wording, taken_items(meeting)),
    )


def item_sentences(meeting: Meeting, item: MeetingItem, wording: Wording, guest_form: str) -> tuple[str, ...]:
    """Who was out of the room or recused, or found not to be, at this one item, and who was a guest."""
    item = meeting.as_taken(item)
    return (*_away_sentences(meeting, wording, (item,)), *_guests_of(meeting, wording, guest_form, (item,)))


def guest_sentences(meeting: Meeting, wording: Wording, guest_form: str) -> tuple[str, ...]:
    """The guests of the items that were taken, in the order taken; items with the same guests share a sentence."""
    return _guests_of(meeting, wording, guest_form, taken_items(meeting))


def order_sentences(meeting: Meeting, wording: Wording) -> tuple[str, ...]:
    """The items that were taken out of the order they are printed in, as few as tell how it was."""
    taken = [item for item in meeting.taken_in_order if item.planned.number is not None]
    places = {item.id: place for place, item in enumerate(meeting.items)}
    kept = _longest_rising([places[item.id] for item in taken])
    sentences = []
    for place, item in enumerate(taken):
        if places[item.id] in kept:
            continue
        values = {"punkter": items_named([item])}
        if place == 0:
            sentences.append(fill(wording.order_first, values))
        else:
            sentences.append(fill(wording.order, values | {"forrige": items_named([taken[place - 1]])}))
    return _finished(sentences)


def taken_items(meeting: Meeting) -> tuple[MeetingItem, ...]:
    """What the sentences count as items: those taken, in the order taken, breaks and the like left out."""
    return tuple(item for item in meeting.taken_in_order if item.planned.kind.wants_decision or item.planned.number)


def items_named(items: Iterable[MeetingItem]) -> str:
    """ "punkt 1, 2 og 6"; an item without a number goes by its title."""
    items = tuple(items)
    numbers = [item.printed_number for item in items if item.planned.number is not None]
    titles = [f"”{item.planned.title}”" for item in items if item.planned.number is None]
    return ("punkt " if numbers else "") + join(numbers + titles)


@dataclass(frozen=True, slots=True)
class _Participation:
    """In which of the numbered items a person took part, in the order in which they were taken."""

    whole: tuple[MeetingItem, ...]
    some: tuple[MeetingItem, ...]
    none: tuple[MeetingItem, ...]


class _Comings:
    """Who came and who left, when, and what that made them miss."""

    def __init__(self, meeting: Meeting, wording: Wording, clock_pattern: str) -> None:
        self._meeting = meeting
        self._wording = wording
        self._pattern = clock_pattern
        self._at = meeting.last_moment
        self._taken = tuple(item for item in taken_items(meeting) if item.planned.number is not None)
        begun = sorted((span.start, place_of_number(item)) for item in self._taken for span in item.spans)
        numbers = [number for _, number in begun]
        self._is_in_order = numbers == sorted(set(numbers))
        self._minutes = [(item, list(whole_minutes(item.spans, self._at))) for item in self._taken]

    def sentences(self) -> tuple[str, ...]:
        """One for all who did exactly the same, in order of the first coming or going."""
        told: dict[str, tuple[datetime, list[str]]] = {}
        for person in self._meeting.people:
            noted = self._meeting.attendance_of(person.id)
            if person.is_vacant or noted.status.is_absence or not (noted.arrivals or noted.departures):
                continue
            spans = presence(noted)
            deed = self._deed(person, spans)
            first = spans[0].start if spans[0].start != datetime.min else spans[0].end or datetime.min
            told.setdefault(deed, (first, []))[1].append(person.name)
        in_time = sorted((entry for entry in told.items() if entry[0]), key=lambda entry: entry[1][0])
        return _finished(f"{join(names)} {deed}." for deed, (_, names) in in_time)

    def _deed(self, person: Participant, spans: tuple[Span, ...]) -> str:
        """What stands between the name and the full stop."""
        part = self._participation(person, spans)
        only_arrived = len(spans) == 1 and spans[0].end is None
        if only_arrived:
            # Who came during item 3 of a meeting that went by the numbers has plainly missed 1 and 2.
            told = self._running_at(spans[0].start)
            some = tuple(item for item in part.some if item not in told)
            after = [] if self._is_in_order else [self._missed(_Participation(part.whole, some, part.none))]
        else:
            after = [self._shorter(part)]
        return join(deed for deed in [*self._movements(spans), *after] if deed)

    def _movements(self, spans: tuple[Span, ...]) -> list[str]:
        deeds = []
        for place, span in enumerate(spans):
            if place:
                deeds.append(fill(self._wording.returned, {"kl": clock(span.start, self._pattern)}))
            elif span.start != datetime.min:
                values = {"kl": clock(span.start, self._pattern), "hvornaar": self._when(span.start)}
                deeds.append(fill(self._wording.arrived, values))
            if span.end is not None:
                deeds.append(fill(self._wording.left, {"kl": clock(span.end, self._pattern)}))
        return deeds

    def _when(self, moment: datetime) -> str:
        """Where in the meeting a person arrived: under the item that was running, else after the one before."""
        running = self._running_at(moment)
        if running:
            return fill(self._wording.during, {"punkter": items_named(running)})
        before: tuple[datetime, MeetingItem] | None = None
        for item, spans in self._minutes:
            for _, end in spans:
                if end <= moment and (before is None or end >= before[0]):
                    before = (end, item)
        return fill(self._wording.after, {"punkter": items_named([before[1]])}) if before else ""

    def _running_at(self, moment: datetime) -> tuple[MeetingItem, ...]:
        """One item, or those that were treated together."""
        return tuple(item for item, spans in self._minutes if any(start < moment < end for start, end in spans))

    def _participation(self, person: Participant, spans: tuple[Span, ...]) -> _Participation:
        """Items of which another sentence says that the person was out of the room or recused are in neither list of
        what was missed, and of course not in that of what was taken part in.
        """
        found: dict[Part, list[MeetingItem]] = {part: [] for part in Part}
        for item in self._taken:
            if person.id not in item.outside and person.id not in item.recused:
                found[part_in(spans, item.spans, self._at)].append(item)
        return _Participation(tuple(found[Part.WHOLE]), tuple(found[Part.SOME]), tuple(found[Part.NONE]))

    def _shorter(self, part: _Participation) -> str:
        """ "deltog i …" or "deltog ikke i …", whichever names fewer items; nothing where nothing was missed. Without a
        template for the first there is only the second.
        """
        if not part.some and not part.none:
            return ""
        taken, missed = len(part.whole) + len(part.some), len(part.some) + len(part.none)
        is_shorter = part.none and 0 < taken <= missed and self._wording.took_part
        return self._took_part(part) if is_shorter else self._missed(part)

    def _took_part(self, part: _Participation) -> str:
        if not part.whole:
            return fill(self._wording.took_part_partly, {"punkter": items_named(part.some)})
        names = [item.printed_number for item in part.whole]
        if part.some:
            names.append(fill(self._wording.partly, {"punkter": items_named(part.some)}))
        return fill(self._wording.took_part, {"punkter": f"punkt {join(names)}"})

    def _missed(self, part: _Participation) -> str:
        if not part.none:
            return fill(self._wording.only_partly, {"punkter": items_named(part.some)}) if part.some else ""
        missed = fill(self._wording.missed, {"punkter": items_named(part.none)})
        if not part.some:
            return missed
        return join([missed, fill(self._wording.missed_partly, {"punkter": items_named(part.some)})])


def _substitutes(meeting: Meeting, wording: Wording) -> tuple[str, ...]:
    pairs = [
        (noted.substitute, meeting.person(noted.person_id).name)
        for noted in meeting.attendance
        if noted.substitute and noted.status.is_absence
    ]
    told = {name for _, name in pairs}
    absent = {person.name for person in meeting.absentees}
    pairs += [
        (person.name, person.substitute_for)
        for person in meeting.people
        if meeting.attendance_of(person.id).status is Status.PRESENT
        and person.substitute_for in absent
        and person.substitute_for not in told
    ]
    return _finished(
        fill(wording.substitute, {"suppleant": substitute, "navn": name}) for substitute, name in dict.fromkeys(pairs)
    )


def _no_shows(meeting: Meeting, wording: Wording) -> tuple[str, ...]:
    names = [person.name for person in meeting.absentees if meeting.attendance_of(person.id).status is Status.ABSENT]
    return _finished([fill(wording.no_show, {"personer": join(names)})]) if names else ()


def _away_sentences(meeting: Meeting, wording: Wording, items: Sequence[MeetingItem]) -> tuple[str, ...]:
    outside: dict[str, list[MeetingItem]] = {}
    recused: dict[str, list[MeetingItem]] = {}
    cleared: dict[str, list[MeetingItem]] = {}
    at = meeting.last_moment
    for person in meeting.people:
        spans = presence(meeting.attendance_of(person.id))
        for item in items:
            if part_in(spans, item.spans, at) is Part.NONE:
                continue  # not there at all: said already
            if person.id in item.recused:
                recused.setdefault(person.id, []).append(item)
            elif person.id in item.outside:
                outside.setdefault(person.id, []).append(item)
            if item.recusal_of(person.id) is Recusal.CLEARED:
                cleared.setdefault(person.id, []).append(item)
    return (
        *_shared(meeting, wording.outside, outside),
        *_shared(meeting, wording.recused, recused),
        *_shared(meeting, wording.cleared, cleared),
    )


def _shared(meeting: Meeting, template: str, away: dict[str, list[MeetingItem]]) -> tuple[str, ...]:
    by_items: dict[str, list[str]] = {}
    for person_id, items in away.items():
        by_items.setdefault(items_named(items), []).append(meeting.person(person_id).name)
    return _finished(fill(template, {"personer": join(names), "punkter": items}) for items, names in by_items.items())


def _guests_of(meeting: Meeting, wording: Wording, guest_form: str, items: Sequence[MeetingItem]) -> tuple[str, ...]:
    by_guests: dict[tuple[str, ...], list[MeetingItem]] = {}
    for item in items:
        people = {person.name: person.title for person in meeting.people}
        guests = tuple(
            fill(guest_form, {"navn": guest.name, "titel": guest.title or people.get(guest.name, "")})
            for guest in item.guests_who_came
            if guest.name.strip()
        )
        if guests and item.spans:
            by_guests.setdefault(guests, []).append(item)
    return _finished(
        fill(wording.guests, {"personer": join(guests), "punkter": items_named(items)})
        for guests, items in by_guests.items()
    )


def _finished(sentences: Iterable[str]) -> tuple[str, ...]:
    """Sentences ready to print; a template that the house style left empty gives none."""
    return tuple(tie(sentence) for sentence in sentences if sentence.strip())


def _longest_rising(places: list[int]) -> set[int]:
    """The members of a longest rising run of `places`, gaps allowed: what stayed in order."""
    ends: list[int] = []
    before: dict[int, int | None] = {}
    for place in places:
        spot = bisect_left(ends, place)
        before[place] = ends[spot - 1] if spot else None
        ends[spot : spot + 1] = [place]
    kept: set[int] = set()
    here = ends[-1] if ends else None
    while here is not None:
        kept.add(here)
        here = before[here]
    return kept
