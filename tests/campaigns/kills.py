"""The real program in a pseudo-terminal, killed at random moments while someone types twelve characters a second, mends
what was typed, takes it back and goes from item to item. What had reached the screen must be there afterwards.

python -m tests.campaigns.kills [KILLS [SEED]]
"""

from __future__ import annotations

import os
import random
import re
import signal
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from referent.reading import read_meeting
from tests.end_to_end.terminal import Terminal, environment, referent

SPEED = 12.0
"""Keys in a second."""
SECONDS = (0.3, 9.0)
"""Between these the typing goes on until the kill: past the first save by itself."""
ITEMS = 6
AGENDA = (
    'udvalg = "Sundhedsforum Klitkysten"\ndato = 2026-11-26\nstart = "13.00"\n\n[[deltagere]]\nnavn = "Anna Ask"\n'
    + "".join(f'\n[[punkter]]\ntitel = "Sag {number}"\nvarighed = 5\n' for number in range(1, ITEMS + 1))
)
CTRL_N, CTRL_Z, CTRL_Y, BACKSPACE, LEFT, F8 = "\x0e", "\x1a", "\x19", "\x7f", "\x1b[D", "\x1b[19~"
TAKES_AWAY = (CTRL_Z, CTRL_Y, BACKSPACE)
WORDS = "udvalget besluttede at indstille sagen til godkendelse "
COLUMNS, ROWS = 120, 40
PLACEHOLDER = "Skriv beslutningen her"
_HEAD = re.compile(r"(\d+)\. Sag \d+")


@dataclass(frozen=True)
class Kill:
    """What one kill cost."""

    typed: int
    """Keys."""
    on_screen: int
    """Characters that had reached the screen."""
    lost: int
    """Of these, those that are gone."""
    seconds: float


def keys(dice: random.Random) -> Iterator[str]:
    """What a hand does: mostly letters, now and then something else."""
    number = 0
    while True:
        yield dice.choices([WORDS[number % len(WORDS)], BACKSPACE, CTRL_Z, CTRL_Y, LEFT, CTRL_N, F8], SHARES)[0]
        number += 1


SHARES = (60, 4, 1, 1, 2, 1, 1)


def shown(screen: str) -> tuple[int, str] | None:
    """The item one looks at and what stands in the field of its decision, without white space."""
    lines = screen.replace("\u00a0", " ").split("\n")
    heads = [found for found in (_HEAD.search(line[46:]) for line in lines[2:4]) if found]
    tops = [index for index, line in enumerate(lines) if line[46:].startswith("─ Beslutning")]
    ends = [index for index, line in enumerate(lines) if line[46:].startswith(("─ Referat", "─ Noter"))]
    if not (heads and tops and ends):
        return None
    text = "".join("".join(line[46:].split()) for line in lines[tops[0] + 1 : ends[0]])
    return int(heads[0][1]), "" if text.startswith("".join(PLACEHOLDER.split())) else text


def missing(on_screen: str, found: str) -> int:
    """How many characters of the one are not in the other, in their order."""
    row = [0] * (len(found) + 1)
    for one in on_screen:
        before = 0
        for index, other in enumerate(found, 1):
            before, row[index] = row[index], before + 1 if one == other else max(row[index], row[index - 1])
    return len(on_screen) - row[-1]


def kill_once(dice: random.Random, seconds: float) -> Kill:
    """Type for so long, kill, and see what is left."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "moede.toml").write_text(AGENDA, encoding="utf-8")
        with Terminal(referent("moede.toml"), folder, environment(folder), COLUMNS, ROWS) as terminal:
            terminal.wait_for(PLACEHOLDER)
            terminal.send(CTRL_N)
            terminal.wait_for("er taget op")
            seen: dict[int, str] = {}
            began, sent, last = time.monotonic(), 0, ""
            for key in keys(dice):
                if (began + seconds) - time.monotonic() < 1 / SPEED:
                    break
                terminal.send(key)
                sent, last = sent + 1, key
                _read_until(terminal, began + sent / SPEED)
                _look(terminal, seen)
            terminal.send(key)
            _read_until(terminal, began + seconds)
            terminal.signal(signal.SIGKILL)
            terminal.wait_for_end()
            if key not in (CTRL_N, F8):  # then the head may be the next item's, and the text not yet
                _look(terminal, seen)
        with patch.dict(os.environ, environment(folder)):
            read = read_meeting(folder / "moede.toml")
        found = {item.planned.number: "".join(item.decision.split()) for item in read.meeting.items}
        # The very last key may have been dealt with, and not have reached the screen.
        forgiven = max((len(text) for text in seen.values()), default=0) if key in (CTRL_Z, CTRL_Y) else 0
        forgiven = 1 if key == BACKSPACE else forgiven
        current = shown(terminal.text)
        lost = 0
        for number, text in seen.items():
            is_current = current is not None and number == current[0]
            lost += max(0, missing(text, found[number]) - (forgiven if is_current else 0))
        if lost:
            print(f"lost {lost}: last keys {last!r} {key!r}, on the screen {seen}, found {found}, {read.notices}")
        return Kill(sent + 1, sum(map(len, seen.values())), lost, seconds)


def _read_until(terminal: Terminal, moment: float) -> None:
    while time.monotonic() < moment:
        terminal._read(moment)


def _look(terminal: Terminal, seen: dict[int, str]) -> None:
    found = shown(terminal.text)
    if found is not None:
        seen[found[0]] = found[1]


def main(kills: int = 50, seed: int = 1) -> int:
    dice = random.Random(seed)
    results = []
    for number in range(1, kills + 1):
        results.append(kill_once(dice, dice.uniform(*SECONDS)))
        if number % 10 == 0:
            print(f"{number} kills", flush=True)
    lost = [result.lost for result in results]
    print(
        f"{kills} kills, {sum(result.typed for result in results)} keys, "
        f"{sum(result.on_screen for result in results)} characters on the screen: "
        f"{sum(lost)} lost, median {statistics.median(lost):.0f}, worst {max(lost)}"
    )
    return 1 if sum(lost) else 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
