"""Whether writing is too slow for the thread of the screens."""

from __future__ import annotations

from collections import deque

SLOW = 0.002
"""Seconds that a write may take on the thread of the screens, in the middle of the last `MEASURED`."""
MEASURED = 50


class Pace:
    """Measures as it goes. It is asked at every key, so it counts instead of sorting."""

    def __init__(self) -> None:
        self._were_slow: deque[bool] = deque(maxlen=MEASURED)
        self._slow_ones = 0

    def note(self, seconds: float) -> None:
        """One more write, that took so long."""
        if len(self._were_slow) == MEASURED:
            self._slow_ones -= self._were_slow[0]
        self._were_slow.append(seconds > SLOW)
        self._slow_ones += seconds > SLOW

    @property
    def is_slow(self) -> bool:
        """Whether the median of the last `MEASURED` is over `SLOW`."""
        return self._slow_ones > MEASURED // 2
