"""What the record of a key costs: in microseconds, and as a share of the time from the key to its letter on the screen.

python -m tests.benchmarks.journal [KEYS]
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from unittest.mock import patch

from referent import wiring
from referent.domain.clock import SystemClock
from referent.domain.decisions import TextField
from tests.benchmarks.common import desk_folder, percentile
from tests.benchmarks.keys import measure

SIZES = (20, 500, 5_000, 50_000, 1_000_000)
"""Characters in the field when the key is pressed."""
CALLS = 2_000


def seconds_of_records(size: int, calls: int) -> list[float]:
    """How long each record took in a field of that size, on the thread of the screens, while the other one syncs."""
    times = []
    with desk_folder() as folder, patch.dict(os.environ, {"REFERENT_STATE_DIR": str(folder / "state")}):
        opened = wiring.open_meeting(folder / "moede.toml", SystemClock())
        journal, item = opened.journal, opened.session.meeting.items[0].id
        assert journal is not None
        journal.begin()
        journal.text_written(item, TextField.DECISION, "")
        text = "x" * size
        for number in range(calls):
            text = text[1:] + chr(97 + number % 26)
            began = time.perf_counter()
            journal.text_written(item, TextField.DECISION, text)
            times.append(time.perf_counter() - began)
            if number % 20 == 0:
                time.sleep(0.002)  # let the other thread in, as typing does
        journal.end()
    return times


def main(keys: int = 300) -> None:
    print("a key's record, in microseconds")
    usual = statistics.median(seconds_of_records(500, CALLS))
    for size in SIZES:
        times = seconds_of_records(size, CALLS if size < 100_000 else 200)
        print(
            f"{size:>9} characters   p50 {statistics.median(times) * 1e6:8.1f}   "
            f"p99 {percentile(times, 0.99) * 1e6:8.1f}   worst {max(times) * 1e6:8.1f}"
        )
    to_screen = statistics.median(measure(keys)["referent"])
    print(f"from key to screen: p50 {to_screen * 1e3:.1f} ms; the record of it is {usual / to_screen:.2%} of that")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
