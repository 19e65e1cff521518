"""From a key to its letter on the screen, against a bare Textual app, while the clock runs.

python -m tests.benchmarks.keys [KEYS]

Twice: in the largest of the real meetings, and with 60 people and 60 items while the names that fit are shown.
"""

from __future__ import annotations

import os
import select
import statistics
import sys
import time

from tests.benchmarks.common import crowded_agenda, desk_folder, line, percentile, ratio, ready
from tests.end_to_end.terminal import GUARD, Terminal

KEYS = 600
GOALS = {"p50": 1.5, "p99": 2.0}
GOALS_WITH_NAMES = {"p50": 1.6, "p99": 2.0}
ROUND = 25
"""Keys typed in one program before it is the other's turn."""
TEXT = "udvalget besluttede at indstille sagen til godkendelse "
NAMES = "@karen @birthe @peter tjoern @soren "
"""Other names are shown at nearly each letter; the next "@" begins anew."""
CTRL_N = "\x0e"


def key_to_screen(terminal: Terminal, character: str) -> float:
    """Seconds from sending `character` until the terminal gets it back painted."""
    wanted = character.encode()
    began = time.perf_counter()
    terminal.send(character)
    until = began + GUARD
    while True:
        ready_now, _, _ = select.select([terminal._master], [], [], max(0.0, until - time.perf_counter()))
        if not ready_now:
            raise AssertionError("the key never came back")
        data = os.read(terminal._master, 65536)
        terminal.output += data
        if wanted in data:
            break
    return time.perf_counter() - began


def drain(terminal: Terminal) -> None:
    """Read until nothing has come for a while: what is painted after a key is not the next key's."""
    while terminal._read(time.monotonic() + 0.03):
        pass


def measure(keys: int = KEYS, text: str = TEXT, agenda: str = "") -> dict[str, list[float]]:
    times: dict[str, list[float]] = {"bare": [], "referent": []}
    with desk_folder(agenda) as folder:
        bare, _ = ready("bare", folder)
        ours, _ = ready("referent", folder)
        with bare, ours:
            ours.send(CTRL_N)
            ours.wait_for("er taget op")
            running = {"bare": bare, "referent": ours}
            typed = 0
            while typed < keys:
                for which, terminal in running.items():
                    for index in range(ROUND):
                        drain(terminal)
                        character = text[(typed + index) % len(text)]
                        if character in " @":
                            terminal.send(character)
                            drain(terminal)
                            continue
                        times[which].append(key_to_screen(terminal, character))
                typed += ROUND
    return times


def show(times: dict[str, list[float]], goals: dict[str, float]) -> None:
    for which, seen in times.items():
        print(line(which, seen))
    ours, theirs = times["referent"], times["bare"]
    print(ratio(statistics.median(ours), statistics.median(theirs), goals["p50"], "p50"))
    print(ratio(percentile(ours, 0.99), percentile(theirs, 0.99), goals["p99"], "p99"))


def main(keys: int = KEYS) -> None:
    show(measure(keys), GOALS)
    print("60 people, 60 items, names shown")
    show(measure(keys, NAMES, crowded_agenda()), GOALS_WITH_NAMES)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else KEYS)
