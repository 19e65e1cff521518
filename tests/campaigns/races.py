"""Many copies of the program open one meeting at the same moment: one may write it, the others look.

    python -m tests.campaigns.races [ROUNDS] [PROCESSES]

Every other round the winner is killed, and nothing of it may keep the next ones out.
"""

from __future__ import annotations

import os
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

AGENDA = 'udvalg = "Forum"\ndato = 2026-11-26\nstart = 13:00:00\n[[punkter]]\ntitel = "Ét punkt"\n'
WRITES, LOOKS, FAILS = b"w", b"l", b"f"


@dataclass(frozen=True, slots=True)
class Race:
    winners: int
    losers: int
    failures: int
    seconds: float
    """Until all knew."""


def race(folder: Path, processes: int = 12, *, opens: bool = True, kills: bool = False) -> Race:
    """One race in `folder`, which may have seen some before. `opens`: with all that opening takes, and not the lock
    alone. `kills`: the processes end by SIGKILL.
    """
    folder.mkdir(parents=True, exist_ok=True)
    agenda = folder / "moede.toml"
    agenda.write_text(AGENDA, encoding="utf-8")
    try_it = _opening(agenda) if opens else _locking(agenda)
    start_out, start_in = os.pipe()
    told_out, told_in = os.pipe()
    end_out, end_in = os.pipe()
    pids = []
    for _ in range(processes):
        pid = os.fork()
        if not pid:
            for fd in (start_in, told_out, end_in):
                os.close(fd)
            os.environ["REFERENT_STATE_DIR"] = str(folder / "state")
            os.read(start_out, 1)  # returns when the pipe is closed: for all at once
            try:
                os.write(told_in, WRITES if try_it() else LOOKS)
            except BaseException:
                os.write(told_in, FAILS)
            os.read(end_out, 1)
            os._exit(0)
        pids.append(pid)
    for fd in (start_out, told_in, end_out):
        os.close(fd)
    began = time.perf_counter()
    os.close(start_in)
    told = b""
    while len(told) < processes and (more := os.read(told_out, processes)):
        told += more
    seconds = time.perf_counter() - began
    if kills:
        for pid in pids:
            os.kill(pid, signal.SIGKILL)
    os.close(end_in)
    for pid in pids:
        os.waitpid(pid, 0)
    os.close(told_out)
    return Race(told.count(WRITES), told.count(LOOKS), told.count(FAILS) + processes - len(told), seconds)


def _locking(agenda: Path) -> Callable[[], bool]:
    from datetime import datetime

    from referent.files.holder import Holder
    from referent.wiring import lock_of

    lock = lock_of(agenda)
    return lambda: lock.take(Holder.ourselves(datetime.now())) is None


def _opening(agenda: Path) -> Callable[[], bool]:
    from referent import reading, wiring
    from referent.domain.clock import SystemClock

    reading.read_files(agenda)  # so that what is imported for it is there before the race
    kept = []

    def open_it() -> bool:
        kept.append(wiring.open_meeting(agenda, SystemClock()))
        return not kept[0].session.is_look_only

    return open_it


def main(rounds: int = 10, processes: int = 12) -> int:
    wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        for number in range(1, rounds + 1):
            found = race(Path(folder), processes, kills=number % 2 == 0)
            wrong += (found.winners, found.failures) != (1, 0)
            print(
                f"round {number:2}: {found.winners} may write, {found.losers} may look, {found.failures} failed, "
                f"all knew after {found.seconds * 1000:.0f} ms"
            )
    print(f"{rounds} rounds of {processes} processes: {rounds - wrong} with one winner")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
