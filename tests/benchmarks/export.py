"""How long it takes to build the minutes and to write the document, as the meeting grows.

python -m tests.benchmarks.export [ITEMS…]
"""

from __future__ import annotations

import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from referent.domain.agenda import Agenda
from referent.domain.meeting import Meeting
from referent.files.agenda_file import read_agenda
from referent.files.layout_file import load_layout
from referent.minutes.build import build_minutes
from referent.word import write_docx
from tests.benchmarks.common import largest_agenda

SIZES = (200, 2000)
DECISION = "Udvalget besluttede:\n\n- at godkende **indstillingen**\n- at følge op i foråret\n\nEnstemmigt."


def grown(agenda: Agenda, count: int) -> Agenda:
    """The agenda with its items over and over until there are `count`."""
    items = []
    for index in range(count):
        item = agenda.items[index % len(agenda.items)]
        items.append(replace(item, id=f"item-{index + 1}", number=index + 1))
    return replace(agenda, items=tuple(items))


def held(agenda: Agenda) -> Meeting:
    meeting = Meeting.planned(agenda).everyone_here()
    items = tuple(replace(item, decision=DECISION) for item in meeting.items)
    return replace(meeting, items=items)


def measure(meeting: Meeting, layout_name: str) -> tuple[float, float]:
    """Seconds for building and for writing."""
    layout = load_layout(layout_name, Path())
    with tempfile.TemporaryDirectory() as folder:
        began = time.perf_counter()
        minutes = build_minutes(meeting, layout)
        built = time.perf_counter()
        write_docx(minutes, Path(folder) / "moede.docx")
        written = time.perf_counter()
    return built - began, written - built


def main(sizes: tuple[int, ...] = SIZES) -> None:
    agenda = read_agenda(largest_agenda())
    measure(held(grown(agenda, 2)), "standard")  # import what is imported late
    per_item = 0.0
    for count in (len(agenda.items), *sizes):
        meeting = held(agenda if count == len(agenda.items) else grown(agenda, count))
        built, written = measure(meeting, "standard")
        mine = (built + written) / count * 1000
        per_item = per_item or mine
        print(
            f"{count:>5} items   build {built * 1000:8.1f} ms   write {written * 1000:8.1f} ms   "
            f"{mine:6.2f} ms an item ({mine / per_item:4.2f} times the first)"
        )


if __name__ == "__main__":
    main(tuple(int(size) for size in sys.argv[1:]) or SIZES)
