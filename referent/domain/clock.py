"""Time as an argument: whoever needs the time is given a clock, and only `SystemClock` reads the machine's."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    def now(self) -> datetime:
        """Local wall-clock time without a zone, as it is printed and kept."""
        ...

    def monotonic(self) -> float:
        """Seconds from an arbitrary point, for durations that must survive a clock change."""
        ...


class SystemClock:
    """The machine's clock. `now` never goes back: where the clock is set back, order is kept and the timers go on."""

    def __init__(
        self, wall: Callable[[], datetime] = datetime.now, monotonic: Callable[[], float] = time.monotonic
    ) -> None:
        self._wall = wall
        self._monotonic = monotonic
        self._latest = wall()
        self._latest_at = monotonic()

    def now(self) -> datetime:
        wall, at = self._wall(), self._monotonic()
        self._latest = (
            max(wall, self._latest + timedelta(seconds=at - self._latest_at)) if wall < self._latest else wall
        )
        self._latest_at = at
        return self._latest.replace(microsecond=0)

    def monotonic(self) -> float:
        return self._monotonic()


class JumpWatch:
    """Notices when the wall clock has gone on by itself: the computer slept, or someone has set its clock."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._wall, self._seconds = clock.now(), clock.monotonic()

    def jumped(self) -> timedelta:
        """How far the wall clock has gone beyond what has passed since the last time this was asked."""
        wall, seconds = self._clock.now(), self._clock.monotonic()
        jump = wall - self._wall - timedelta(seconds=seconds - self._seconds)
        self._wall, self._seconds = wall, seconds
        return jump
