"""How long it takes to build the minutes and to save them as a document, as the meeting grows; and beside pandoc.

python -m tests.benchmarks.export [ITEMS…]

All is measured in one run, as processor time, so that what else the machine does is left out: our own without starting
Python and without imports (another meeting is exported first), pandoc's without what `pandoc --version` takes. pandoc
makes a DOCX from the same blocks as Markdown.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from referent.domain.agenda import Agenda
from referent.domain.meeting import Meeting
from referent.files.agenda_file import read_agenda
from referent.files.layout_file import load_layout
from referent.markup.markdown import render_markdown
from referent.minutes.blocks import Minutes
from referent.minutes.build import build_minutes
from referent.minutes.layout import Layout
from referent.reading import read_meeting
from referent.word import render_docx
from referent.word.save import replace_file
from tests.benchmarks.common import REPOSITORY, SHARED, largest_agenda

SIZES = (200, 2000)
GOAL_MS = 50
GOAL_GROWTH = 12
RUNS = 9
DECISION = "Udvalget besluttede:\n\n- at godkende **indstillingen**\n- at følge op i foråret\n\nEnstemmigt."


def largest_meeting(folder: Path) -> Meeting:
    """The largest of the real meetings as it was held, else our largest sample agenda with a decision on every item."""
    agenda, play = largest_agenda(), SHARED / "seeds" / "forloeb_to_record.py"
    if not play.exists():
        return held(read_agenda(agenda))
    slug = agenda.parent.name
    subprocess.run([sys.executable, play, slug, folder], check=True, capture_output=True)
    return read_meeting(folder / f"{slug}.toml").meeting


def held(agenda: Agenda) -> Meeting:
    meeting = Meeting.planned(agenda).everyone_here()
    items = tuple(replace(item, decision=DECISION) for item in meeting.items)
    return replace(meeting, items=items)


def grown(agenda: Agenda, count: int) -> Agenda:
    """The agenda with its items over and over until there are `count`."""
    items = []
    for index in range(count):
        item = agenda.items[index % len(agenda.items)]
        items.append(replace(item, id=f"item-{index + 1}", number=index + 1))
    return replace(agenda, items=tuple(items))


def processor_seconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def export(meeting: Meeting, layout: Layout, target: Path) -> None:
    replace_file(target, render_docx(build_minutes(meeting, layout)))


def pandoc_seconds(*arguments: object) -> float:
    before = os.times()
    subprocess.run(["pandoc", *map(str, arguments)], check=True, capture_output=True)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def pandoc_on(minutes: Minutes, folder: Path) -> float:
    """Seconds for making a DOCX, without those for starting."""
    source = folder / "referat.md"
    source.write_text(render_markdown(minutes), encoding="utf-8")
    return pandoc_seconds(source, "-o", folder / "pandoc.docx") - pandoc_seconds("--version")


def report(name: str, meeting: Meeting, layout: Layout, folder: Path, runs: int) -> float:
    """Print a line; returns our median in seconds."""
    times = [processor_seconds(lambda: export(meeting, layout, folder / "referat.docx")) for _ in range(runs)]
    mine = statistics.median(times)
    line = f"{name:<22} {mine * 1000:8.1f} ms   first {times[0] * 1000:8.1f} ms"
    if shutil.which("pandoc"):
        theirs = pandoc_on(build_minutes(meeting, layout), folder)
        line += f"   pandoc {theirs * 1000:9.1f} ms   {mine / theirs:5.2f} times pandoc"
    print(line)
    return mine


def main(sizes: tuple[int, ...] = SIZES) -> None:
    if not shutil.which("pandoc"):
        print("pandoc is missing, and is left out (Debian: apt install pandoc)")
    sample = read_agenda(max((REPOSITORY / "agendas").glob("*.toml")))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        meeting = largest_meeting(folder)
        layout = load_layout(meeting.agenda.layout, Path())
        export(held(sample), layout, folder / "referat.docx")  # imports what is imported late
        whole = report(f"the largest, {len(meeting.items)} items", meeting, layout, folder, RUNS)
        print(f"{'':22} goal: under {GOAL_MS} ms – {'kept' if whole * 1000 < GOAL_MS else 'MISSED'}")
        seconds = [
            report(f"{count} items", held(grown(meeting.agenda, count)), layout, folder, 3 if count <= 200 else 1)
            for count in sizes
        ]
        growth = seconds[-1] / seconds[0]
        goal = GOAL_GROWTH * sizes[-1] / sizes[0] / 10
        print(f"{'':22} {growth:.1f} times; goal: at most {goal:g} – {'kept' if growth <= goal else 'MISSED'}")


if __name__ == "__main__":
    main(tuple(int(size) for size in sys.argv[1:]) or SIZES)
