"""From the start of the process to the first frame one can write in, against a bare Textual app.

python -m tests.benchmarks.startup [RUNS]
"""

from __future__ import annotations

import statistics
import sys

from tests.benchmarks.common import desk_folder, line, ratio, ready

RUNS = 15
GOAL = 1.6


def measure(runs: int = RUNS) -> dict[str, list[float]]:
    """Seconds of each run, the two programs in turn; a first run of each only compiles the bytecode."""
    times: dict[str, list[float]] = {"bare": [], "referent": []}
    with desk_folder() as folder:
        for run in range(runs + 1):
            for which, seen in times.items():
                terminal, seconds = ready(which, folder)
                with terminal:
                    terminal.process.kill()
                    terminal.process.wait()
                if run:
                    seen.append(seconds)
    return times


def main(runs: int = RUNS) -> None:
    times = measure(runs)
    for which, seen in times.items():
        print(line(which, seen))
    print(ratio(statistics.median(times["referent"]), statistics.median(times["bare"]), GOAL, "start-up"))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else RUNS)
