"""What is left of the meeting, shared out among the items that wait: a plan for the rest, which ends when the meeting
should.

Breaks keep their length, and the running item what is left of its slot as far as that can be. The others share what
remains in proportion to their planned lengths, in whole minutes; an item that should have a slot and has none, such as
one added at the meeting, counts as the average of the others.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from referent.domain.agenda import ItemKind
from referent.domain.item import MeetingItem
from referent.domain.meeting import Meeting
from referent.domain.stopwatch import MINUTE, NONE, Span, elapsed, to_minute


def shares(meeting: Meeting, end: datetime, since: datetime) -> dict[str, timedelta]:
    """How long each item that waited at `since`, and waits still or was taken after that, has until `end`; by item id,
    breaks too. Empty where nothing is left, or nothing waited.
    """
    waiting = [item for item in meeting.items if _waited(item, since)]
    breaks = [item for item in waiting if item.planned.kind is ItemKind.BREAK]
    sharers = [item for item in waiting if item not in breaks and _may_share(item)]
    kept = {item.id: item.planned.slot.allotted if item.planned.slot else NONE for item in breaks}
    left = (end - begins(since)) // MINUTE - sum(kept.values(), NONE) // MINUTE
    left -= min(rest_of_running(meeting, since), max(0, left - len(sharers)))
    if not sharers or left <= 0:
        return {}
    minutes = _in_proportion(left, _weights(sharers))
    shared = {item.id: share * MINUTE for item, share in zip(sharers, minutes, strict=True)}
    return {item.id: (kept | shared)[item.id] for item in waiting if item.id in kept or item.id in shared}


def begins(since: datetime) -> datetime:
    """The whole minute from which the rest is shared out."""
    return to_minute(since) if since == to_minute(since) else to_minute(since) + MINUTE


def rest_of_running(meeting: Meeting, since: datetime) -> int:
    """Whole minutes that the item that ran at `since` had left of its slot."""
    running = next((item for item in meeting.items if _ran(item, since)), None)
    if running is None or running.planned.slot is None:
        return 0
    until_then = [Span(span.start, min(span.end or since, since)) for span in running.spans if span.start <= since]
    used = elapsed(until_then, since, meeting.pauses)
    return max(0, (running.planned.slot.allotted - used) // MINUTE)


def _ran(item: MeetingItem, since: datetime) -> bool:
    return any(span.start <= since and (span.end is None or span.end > since) for span in item.spans)


def _waited(item: MeetingItem, since: datetime) -> bool:
    """Whether the item waited then, and was not put off or withdrawn since."""
    return not item.is_set_aside and all(span.start > since for span in item.spans)


def _may_share(item: MeetingItem) -> bool:
    return item.planned.slot is not None or item.planned.kind.wants_slot


def _weights(items: Sequence[MeetingItem]) -> list[timedelta]:
    planned = [item.planned.slot.allotted for item in items if item.planned.slot is not None]
    average = sum(planned, NONE) / len(planned) if planned else MINUTE
    return [item.planned.slot.allotted if item.planned.slot else average for item in items]


def _in_proportion(total: int, weights: Sequence[timedelta]) -> list[int]:
    """`total` in whole minutes in proportion to `weights`, by largest remainders; none gets nothing while there is a
    minute for each, and where there is not the first ones get it.
    """
    if total <= len(weights):
        return [1] * total + [0] * (len(weights) - total)
    found = [0] * len(weights)
    small: set[int] = set()
    while True:
        rest = total - len(small)
        others = [place for place in range(len(weights)) if place not in small]
        all_weight = sum((weights[place] for place in others), NONE)
        exact = {place: rest * (weights[place] / all_weight) for place in others}
        too_small = {place for place in others if exact[place] < 1}
        if not too_small:
            break
        small |= too_small
    for place in small:
        found[place] = 1
    for place in others:
        found[place] = int(exact[place])
    most_left = sorted(others, key=lambda place: (found[place] - exact[place], place))
    for place in most_left[: total - sum(found)]:
        found[place] += 1
    return found
