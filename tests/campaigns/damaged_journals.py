"""Journals damaged in every way, and the meeting opened all the same.

python -m tests.campaigns.damaged_journals [JOURNALS [SEED]]
"""

from __future__ import annotations

import os
import random
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from referent.domain.agenda import Agenda
from referent.domain.attendance import Status
from referent.domain.decisions import TextField
from referent.domain.meeting import Meeting
from tests.files.examples import agenda
from tests.files.journals import OpenMeeting, looked_at

WORDS = ("Udvalget", "besluttede", "at", "indstille", "sagen", "til", "godkendelse")
WAYS = ("flipped", "cut off", "cut out", "zeroed", "doubled", "shuffled", "rubbish")


@dataclass(frozen=True)
class Outcome:
    """What came of one damaged journal."""

    way: str
    is_as_before: bool
    """The meeting is found as it was on the screen."""
    is_reported: bool
    """There was something to say: damage, or a journal that belongs to no record any more."""
    is_shorter: bool
    """Whatever is missing stood at the end, and no whole line after it, as after a loss of power."""


def hold(folder: Path, planned: Agenda, dice: random.Random) -> OpenMeeting:
    """A meeting that was not saved at the end."""
    now = OpenMeeting(folder, planned)
    start = now.clock.now()
    now.session.act("Punkt 1", lambda meeting: meeting.take_up("p2", start).everyone_here())
    now.save()
    for _ in range(dice.randrange(10, 40)):
        item = dice.choice(now.meeting.items)
        field = dice.choice(list(TextField))
        now.write(f"{item.text(field)} {dice.choice(WORDS)}".strip(), item.id, field)
        if dice.random() < 0.1:
            at = now.clock.advance(minutes=1)
            status = dice.choice(list(Status))
            now.session.act("Status", partial(Meeting.set_status, person_id="d1", status=status))
            now.session.act("Pause", partial(Meeting.pause, at=at))
            now.session.act("Nyt punkt", partial(Meeting.add_item, title="Sag", after="p2"))
    return now


def damaged(data: bytes, way: str, dice: random.Random) -> bytes:
    """`data` after an accident."""
    start = dice.randrange(len(data))
    end = min(len(data), start + dice.randrange(1, 200))
    lines = data.splitlines(keepends=True)
    if way == "flipped":
        out = bytearray(data)
        for _ in range(dice.randrange(1, 4)):
            out[dice.randrange(len(out))] ^= 1 << dice.randrange(8)
        return bytes(out)
    if way == "cut off":
        return data[:start]
    if way == "cut out":
        return data[:start] + data[end:]
    if way == "zeroed":
        return data[:start] + bytes(end - start) + data[end:]
    if way == "doubled":
        return data[:end] + data[start:]
    if way == "shuffled":
        dice.shuffle(lines)
        return b"".join(lines)
    return data[:start] + dice.randbytes(end - start) + data[end:]


def accident(folder: Path, planned: Agenda, dice: random.Random, way: str = "") -> Outcome:
    """Hold a meeting, damage its journal, and open it again. Whatever this raises is a crash."""
    now = hold(folder, planned, dice)
    [segment] = now.segments
    data = segment.read_bytes()
    way = way or dice.choice(WAYS)
    left = damaged(data, way, dice)
    segment.write_bytes(left)
    opened = looked_at(folder, planned)
    reopened = OpenMeeting(folder, planned)  # and it can go on
    reopened.write("Videre", "p6", TextField.NOTES)
    reopened.save()
    return Outcome(
        way,
        opened.meeting == now.meeting,
        bool(opened.damage or opened.foreign),
        data.startswith(left[: left.rfind(b"\n") + 1]),
    )


def main(journals: int = 500, seed: int = 1) -> int:
    dice = random.Random(seed)
    crashes, silent = 0, 0
    counts: Counter[tuple[str, str]] = Counter()
    for number in range(journals):
        with tempfile.TemporaryDirectory() as name:
            os.environ["REFERENT_STATE_DIR"] = f"{name}/state"
            try:
                outcome = accident(Path(name), agenda(Path(name)), dice)
            except Exception as error:
                crashes += 1
                print(f"journal {number}: {type(error).__name__}: {error}")
                continue
        how = "as before" if outcome.is_as_before else "reported" if outcome.is_reported else "end missing"
        if how == "end missing" and not outcome.is_shorter:
            silent += 1
            how = "SILENT"
        counts[outcome.way, how] += 1
    for (way, how), count in sorted(counts.items()):
        print(f"{way:<9} {how:<12} {count}")
    print(f"{journals} journals, {crashes} crashes, {silent} with damage that nobody was told of")
    return 1 if crashes or silent else 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
