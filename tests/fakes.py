"""Stand-ins that several tests share."""

from __future__ import annotations

from datetime import datetime, timedelta

MEETING_DAY = datetime(2026, 11, 26, 13, 0)


class FakeClock:
    """A clock that moves only when a test moves it."""

    def __init__(self, now: datetime = MEETING_DAY) -> None:
        self._now = now
        self._monotonic = 1000.0

    def now(self) -> datetime:
        return self._now

    def monotonic(self) -> float:
        return self._monotonic

    def advance(self, **step: float) -> datetime:
        """Let time pass, as in `clock.advance(minutes=5)`; returns the new time."""
        passed = timedelta(**step)
        self._now += passed
        self._monotonic += passed.total_seconds()
        return self._now
