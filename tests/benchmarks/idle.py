"""The share of one processor the program takes while nobody types and the clock runs.

python -m tests.benchmarks.idle [SECONDS]
"""

from __future__ import annotations

import sys
import time

import psutil  # type: ignore[import-untyped, unused-ignore]

from tests.benchmarks.common import desk_folder, ready
from tests.end_to_end.terminal import Terminal

SECONDS = 20.0
GOAL = 1.0
PLACES = {"meeting": "", "people": "\x1bOQ", "help": "\x1bOP"}
"""Where one idles, and the key that leads there."""


def share(terminal: Terminal, seconds: float) -> float:
    """Per cent of one processor."""
    process = psutil.Process(terminal.process.pid)
    before = process.cpu_times()
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        terminal._read(until)
    after = process.cpu_times()
    return float(after.user + after.system - before.user - before.system) / seconds * 100


def main(seconds: float = SECONDS) -> None:
    for place, key in PLACES.items():
        with desk_folder() as folder:
            terminal, _ = ready("referent", folder)
            with terminal:
                terminal.send("\x0e")
                terminal.wait_for("er taget op")
                terminal.send(key)
                share(terminal, 2)  # let it come to rest
                print(f"{place:<10} {share(terminal, seconds):5.2f} % of a processor   (goal: at most {GOAL})")


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else SECONDS)
