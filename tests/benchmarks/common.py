"""What the benchmarks share: the two programs in a pseudo-terminal, and numbers in a line."""

from __future__ import annotations

import os
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.end_to_end.terminal import Terminal, environment, referent

REPOSITORY = Path(__file__).parents[2]
SHARED = Path(os.environ.get("REFERENT_SHARED", REPOSITORY.parent / "shared"))
READY = {"referent": ("Mødet er ikke begyndt", "○", "Skriv beslutningen her"), "bare": ("KLAR",)}
"""What the whole first frame shows: the clock, the items, the field."""
COLUMNS, ROWS = 120, 40


def largest_agenda() -> Path:
    """The largest of the real agendas, else the largest of our samples."""
    found = list(SHARED.glob("seeds/*/dagsorden.toml")) or list((REPOSITORY / "agendas").glob("*.toml"))
    return max(found, key=lambda path: path.stat().st_size)


FIRST_NAMES = ("Anders", "Birthe", "Bodil", "Karen", "Karin", "Katrine", "Pernille", "Peter", "Poul", "Søren", "Sanne")
SURNAMES = ("Ask", "Birk", "Enebær", "Pil", "Røn", "Tjørn")


def crowded_agenda(items: int = 60) -> str:
    """A meeting with more people, sixty and some, and more items than any real one."""
    head = 'udvalg = "Sundhedsforum Klitkysten"\ndato = 2026-11-26\nstart = "13.00"\n'
    everyone = [f'[[deltagere]]\nnavn = "{first} {last}"\n' for last in SURNAMES for first in FIRST_NAMES]
    case = "Sagen er lang, og den er drøftet før. " * 20
    recommended = "1. Godkender planen\\n2. Drøfter budgettet"
    treated = [
        f'[[punkter]]\ntitel = "Punkt {number}"\nsagsfremstilling = "{case}"\nindstilling = "{recommended}"\n'
        for number in range(items)
    ]
    return "\n".join([head, *everyone, *treated])


@contextmanager
def desk_folder(agenda: str = "") -> Iterator[Path]:
    """A folder with an agenda as `moede.toml` (the largest of the real ones, or the text `agenda`), phrases of the
    user's own, and compiled bytecode of its own, as an installed program has.
    """
    with tempfile.TemporaryDirectory() as name:
        if agenda:
            (Path(name) / "moede.toml").write_text(agenda, encoding="utf-8")
        else:
            shutil.copy(largest_agenda(), Path(name) / "moede.toml")
        (Path(name) / "config").mkdir()
        (Path(name) / "config" / "tekster.toml").write_text('[forkortelser]\nte = "Taget."\n', encoding="utf-8")
        yield Path(name)


def start(which: str, folder: Path) -> Terminal:
    """Start `which` ("referent" or "bare") and return at once."""
    command = referent("moede.toml") if which == "referent" else [sys.executable, "-m", "tests.benchmarks.bare"]
    surroundings = environment(folder)
    surroundings.pop("PYTHONDONTWRITEBYTECODE", None)
    surroundings["PYTHONPYCACHEPREFIX"] = str(folder / "bytecode")
    surroundings["TEXTUAL_ANIMATIONS"] = "none"
    return Terminal(command, folder, surroundings, COLUMNS, ROWS)


def ready(which: str, folder: Path) -> tuple[Terminal, float]:
    """Start it; returns it with the seconds until its field can be written in."""
    began = time.perf_counter()
    terminal = start(which, folder)
    terminal.wait_for(lambda text: all(part in text for part in READY[which]))
    return terminal, time.perf_counter() - began


def percentile(values: Sequence[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def line(name: str, values: Sequence[float]) -> str:
    ms = [value * 1000 for value in values]
    return (
        f"{name:<10} p50 {statistics.median(ms):8.1f} ms   p99 {percentile(ms, 0.99):8.1f} ms   "
        f"worst {max(ms):8.1f} ms   n {len(ms)}"
    )


def ratio(ours: float, theirs: float, goal: float, name: str) -> str:
    return f"{name:<10} {ours / theirs:5.2f} times a bare app   (goal: at most {goal})"
