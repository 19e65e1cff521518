"""The meeting's own times, put right afterwards: the clock was put on an item too late, or the meeting raised too late.

What ends when something else begins has one time: put right in one place, it is so in both. Comings and goings are in
`corrections`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from referent.domain.errors import MeetingError
from referent.domain.happenings import Happened, Happening, happenings
from referent.domain.item import MeetingItem, Outcome
from referent.domain.meeting import Meeting
from referent.domain.stopwatch import Span, to_minute

_SECOND = timedelta(seconds=1)


def clock_happenings(meeting: Meeting) -> tuple[Happening, ...]:
    """What the clock of the meeting did, oldest first. An item that ended because something else began is left out."""
    found = [each for each in happenings(meeting) if each.what not in (Happened.CAME, Happened.LEFT)]
    begun = {each.at for each in found if each.what is not Happened.ENDED}
    return tuple(each for each in found if each.what is not Happened.ENDED or each.at not in begun)


def move_moment(meeting: Meeting, old: datetime, new: datetime, now: datetime) -> Meeting:
    """All that happened at `old` happened at `new`; a `new` in the same minute as what came before stays after it.
    Raises `MeetingError` where it would not lie between what came before and what came after.
    """
    known = sorted(set(_moments(meeting)))
    if old not in known:
        raise MeetingError("unknown_movement")
    earlier = [moment for moment in known if moment < old]
    later = [moment for moment in known if moment > old]
    # Nobody came or went at a meeting that had not begun, or had been raised.
    came_or_went = [at for noted in meeting.attendance for at in (*noted.arrivals, *noted.departures)]
    if old == meeting.closed_at:
        earlier += [at for at in came_or_went if at <= old]
    if old == meeting.started_at:
        later += [at for at in came_or_went if at > old]
    last, following = max(earlier, default=None), min(later, default=None)
    if last is not None and to_minute(last) == new:
        new = last + _SECOND
    if new > now:
        raise MeetingError("in_the_future", time=f"{new:%H.%M}")
    if last is not None and new < last:
        raise MeetingError("before_the_former", time=f"{last:%H.%M}")
    if following is not None and new >= following:
        raise MeetingError("after_the_next", time=f"{following:%H.%M}")
    return _with_moment(meeting, old, new)


def never_taken_up(meeting: Meeting, item_id: str, at: datetime) -> Meeting:
    """The item was not taken up at `at` after all: what it ended then went on instead. One that was never taken up at
    all waits again, with those that were treated together with it; what is written in them stays. A meeting that began
    with it began with the next, or not at all.
    """
    item = meeting.item(item_id)
    wrong = next((span for span in item.spans if span.start == at), None)
    if wrong is None:
        raise MeetingError("unknown_movement")
    ended = _ended_by(meeting, item_id, at)
    if ended is not None:
        spans = tuple(_joined(replace(span, end=wrong.end) if span.end == at else span for span in ended.spans))
        meeting = meeting.with_item(ended.id, spans=spans, outcome=_outcome(ended, spans))
    spans = tuple(span for span in item.spans if span is not wrong)
    meeting = meeting.with_item(item_id, spans=spans, outcome=_outcome(item, spans))
    if not spans:
        meeting = _without_company(meeting, item_id)
    begun = min((span.start for other in meeting.items for span in other.spans), default=None)
    if begun is None:
        return replace(meeting, started_at=None, closed_at=None, pauses=(), shared_since=None)
    return replace(meeting, started_at=begun) if meeting.started_at == at else meeting


def _ended_by(meeting: Meeting, item_id: str, at: datetime) -> MeetingItem | None:
    """The item that ended because this one was taken up at `at`: the last that was begun of those that ended then, but
    for what was set aside of its own.
    """
    ended = [
        (span.start, place, item)
        for place, item in enumerate(meeting.items)
        for span in item.spans
        if span.end == at and item.id != item_id and not item.is_set_aside
    ]
    return max(ended, key=lambda each: each[:2])[2] if ended else None


def _without_company(meeting: Meeting, item_id: str) -> Meeting:
    for other in meeting.items:
        if other.together_with == item_id:
            outcome = Outcome.TREATED if other.spans else Outcome.OPEN
            meeting = meeting.with_item(other.id, together_with=None, outcome=outcome)
    return meeting


def _joined(spans: Iterable[Span]) -> Iterator[Span]:
    """`spans` with those made one that follow each other without a break."""
    last: Span | None = None
    for span in spans:
        if last is not None and last.end == span.start:
            last = replace(last, end=span.end)
            continue
        if last is not None:
            yield last
        last = span
    if last is not None:
        yield last


def _outcome(item: MeetingItem, spans: tuple[Span, ...]) -> Outcome:
    """An item that runs, or was never taken up, is open; what was set aside stays so."""
    if item.is_set_aside:
        return item.outcome
    return Outcome.OPEN if not spans or spans[-1].is_open else Outcome.TREATED


def _moments(meeting: Meeting) -> Iterator[datetime]:
    for span in (*(span for item in meeting.items for span in item.spans), *meeting.pauses):
        yield from filter(None, (span.start, span.end))
    yield from filter(None, (meeting.started_at, meeting.closed_at))


def _with_moment(meeting: Meeting, old: datetime, new: datetime) -> Meeting:
    def moved(moment: datetime | None) -> datetime | None:
        return new if moment == old else moment

    def spans(known: tuple[Span, ...]) -> tuple[Span, ...]:
        return tuple(Span(new if span.start == old else span.start, moved(span.end)) for span in known)

    for item in meeting.items:
        if spans(item.spans) != item.spans:
            meeting = meeting.with_item(item.id, spans=spans(item.spans))
    return replace(
        meeting,
        pauses=spans(meeting.pauses),
        started_at=moved(meeting.started_at),
        closed_at=moved(meeting.closed_at),
    )
