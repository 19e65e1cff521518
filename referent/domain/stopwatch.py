"""Spans of time and what they add up to. Nothing here reads a clock: the time is always an argument."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

NONE = timedelta()
MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Span:
    """From `start` until `end`; an open span (`end` None) is still running."""

    start: datetime
    end: datetime | None = None

    @property
    def is_open(self) -> bool:
        return self.end is None

    def closed(self, at: datetime) -> Span:
        """The same span ended at `at`; one that has ended already stays as it is."""
        return replace(self, end=max(at, self.start)) if self.end is None else self


def close_last(spans: tuple[Span, ...], at: datetime) -> tuple[Span, ...]:
    """`spans` with the last one ended at `at`, where it is open."""
    return (*spans[:-1], spans[-1].closed(at)) if spans else spans


def is_running(spans: tuple[Span, ...]) -> bool:
    return bool(spans) and spans[-1].is_open


def elapsed(spans: Iterable[Span], at: datetime, pauses: Iterable[Span] = ()) -> timedelta:
    """How long `spans` have lasted at `at`, without the part of them that falls in `pauses`."""
    pauses = tuple(pauses)
    total = NONE
    for span in spans:
        total += max(NONE, (span.end or at) - span.start)
        total -= sum((overlap(span, pause, at) for pause in pauses), NONE)
    return max(NONE, total)


def overlap(one: Span, other: Span, at: datetime) -> timedelta:
    """How long both spans ran at the same time, open ones counted until `at`."""
    start = max(one.start, other.start)
    end = min(one.end or at, other.end or at)
    return max(NONE, end - start)


def whole_minutes(spans: Iterable[Span], at: datetime) -> Iterator[tuple[datetime, datetime]]:
    """Each span as the minutes a referat prints: start and end without seconds, and never shorter than one minute."""
    for span in spans:
        start = to_minute(span.start)
        yield start, max(to_minute(span.end or at), start + MINUTE)


def to_minute(moment: datetime) -> datetime:
    return moment.replace(second=0, microsecond=0)
