"""Times of day in a record, set on the day of the meeting, and written so that they read back as the same moment."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from referent.domain.stopwatch import Span

if TYPE_CHECKING:
    from referent.files.record_schema import Moment

_DAY = timedelta(days=1)
_HALF_DAY = timedelta(hours=12)

Written = str | datetime


class EndBeforeStartError(Exception):
    """An end that would only come after its start if the item had gone on for more than half a day."""


class MeetingDay:
    """The day, and for a meeting that runs past midnight the night, on which the times of a record lie."""

    def __init__(self, day: date, started_at: datetime | None) -> None:
        # Before the meeting has begun every time is one of its own date: from midnight to midnight round noon.
        self._middle = started_at or datetime.combine(day, time(12))

    def at(self, moment: Moment) -> datetime:
        """The moment meant. One that lies more than half a day before the start is after midnight."""
        if isinstance(moment, datetime):
            return moment
        found = datetime.combine(self._middle.date(), moment)
        return found + _DAY if self._middle - found > _HALF_DAY else found

    def span(self, start: Moment, end: Moment | None) -> Span:
        started = self.at(start)
        if end is None:
            return Span(started)
        return Span(started, end if isinstance(end, datetime) else self._end(started, end))

    def _end(self, started: datetime, end: time) -> datetime:
        found = datetime.combine(started.date(), end)
        if found >= started:
            return found
        if end == started.time().replace(second=0, microsecond=0):
            return started  # written without seconds, in the minute of the start
        if found + _DAY - started > _HALF_DAY:
            raise EndBeforeStartError
        return found + _DAY

    def write(self, moment: datetime) -> Written:
        """`moment` as a time of day with seconds; in full where that would be read as another moment."""
        moment = moment.replace(microsecond=0)
        return _clock(moment) if self.at(moment.time()) == moment else moment

    def write_span(self, span: Span) -> list[Written]:
        start = self.write(span.start)
        if span.end is None:
            return [start]
        end = span.end.replace(microsecond=0)
        try:
            is_plain = self._end(span.start.replace(microsecond=0), end.time()) == end
        except EndBeforeStartError:
            is_plain = False
        return [start, _clock(end) if is_plain else end]


def _clock(moment: datetime) -> str:
    return moment.strftime("%H.%M.%S")
