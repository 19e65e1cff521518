"""Time as an argument: whoever needs the time is given a clock, and only `SystemClock` reads the machine's."""

from __future__ import annotations

import time
from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    def now(self) -> datetime:
        """Local wall-clock time without a zone, as it is printed and kept."""
        ...

    def monotonic(self) -> float:
        """Seconds from an arbitrary point, for durations that must survive a clock change."""
        ...


class SystemClock:
    """The machine's clock. `now` never goes backwards while the program runs: order is kept when the clock is set."""

    def __init__(self) -> None:
        self._latest = datetime.min

    def now(self) -> datetime:
        self._latest = max(self._latest, datetime.now().replace(microsecond=0))
        return self._latest

    def monotonic(self) -> float:
        return time.monotonic()
