"""A record folder on a file system of 64 kB, which fills up while someone types, and is enlarged: nothing is lost.

python -m tests.campaigns.tmpfs [ROUNDS]        (as root, on Linux; elsewhere it says that it is skipped)
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.campaigns.kills import AGENDA, COLUMNS, CTRL_N, PLACEHOLDER, ROWS
from tests.end_to_end.terminal import Terminal, environment, referent

CTRL_S = "\x13"
WARNING = "Referatfilen kan ikke skrives"
SIZE, ENLARGED = "64k", "4m"
AT_ONCE = """
from referent import session
from referent.tui import saver
session.SAVE_AFTER_LAST_KEY = saver.RETRY_TICKS = 0
from referent.cli import main
main()
"""
"""The program, but that it saves within a second, and tries again as soon: nobody waits for a pause in the typing."""


class NoMountError(Exception):
    """Mounting is not allowed here."""


@contextmanager
def small_drive(at: Path) -> Iterator[None]:
    """A file system of 64 kB at `at`. Raises `NoMountError`."""
    at.mkdir()
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", at], capture_output=True)
    if done.returncode != 0:
        raise NoMountError(done.stderr.decode().strip())
    try:
        yield
    finally:
        subprocess.run(["umount", "--lazy", at], check=True)


def fill(drive: Path) -> None:
    """Take all the room there is."""
    with (drive / "fyld.bin").open("wb", buffering=0) as file:
        try:
            while file.write(b"x" * 4096):
                pass
        except OSError:
            return


def play(number: int, program: Sequence[str]) -> bool:
    """One round; whether everything that was typed is in the record. `program` takes the agenda as its last word."""
    with tempfile.TemporaryDirectory() as name:
        folder, drive = Path(name), Path(name) / "drev"
        with small_drive(drive):
            (drive / "moede.toml").write_text(AGENDA, encoding="utf-8")
            with Terminal([*program, "drev/moede.toml"], folder, environment(folder), COLUMNS, ROWS) as terminal:
                terminal.wait_for(PLACEHOLDER)
                terminal.send(CTRL_N)
                terminal.wait_for("er taget op")
                text = f"Vedtaget i runde {number}. "
                terminal.send(text)
                terminal.wait_for(text.strip())
                terminal.send(CTRL_S)
                terminal.wait_for("Gemt kl.")
                fill(drive)
                before = (drive / "moede.referat.toml").read_bytes()
                terminal.send("Drevet er fuldt. ")
                terminal.send(CTRL_S)
                terminal.wait_for(lambda screen: WARNING in " ".join(screen.split()))
                terminal.send("Der skrives videre.")
                terminal.wait_for("Der skrives videre.")
                assert (drive / "moede.referat.toml").read_bytes() == before, "what was saved is not touched"
                subprocess.run(["mount", "-o", f"remount,size={ENLARGED}", drive], check=True)
                terminal.wait_for(lambda screen: WARNING not in " ".join(screen.split()))
                terminal.signal(signal.SIGTERM)  # to raise the meeting would write a document, too
                assert terminal.wait_for_end() == 128 + signal.SIGTERM
            record = tomllib.loads((drive / "moede.referat.toml").read_text(encoding="utf-8"))
            wanted = f"{text}Drevet er fuldt. Der skrives videre."
            return bool(record["punkter"][0]["beslutning"] == wanted)


def main(rounds: int = 3) -> int:
    if sys.platform != "linux" or os.geteuid() != 0:
        print("skipped: only root may mount, on Linux")
        return 0
    try:
        kept = [play(number, referent()) for number in range(1, rounds + 1)]
    except NoMountError as error:
        print(f"skipped: {error}")
        return 0
    print(f"{rounds} rounds on a drive of {SIZE} that fills up: nothing lost in {sum(kept)}")
    return 0 if all(kept) else 1


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
