"""How many page numbers are right without LibreOffice: our estimate beside what LibreOffice counts.

python -m tests.benchmarks.pages

Each of the five meetings is printed in its own house style and three fonts, once as it is, and once as hard as can be:
nothing begins a page, and every heading stands in the contents. The fonts Carlito and Liberation must be installed.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from referent.files.layout_file import load_layout
from referent.minutes.blocks import Contents, Heading, Minutes, PageBreak
from referent.minutes.build import build_minutes
from referent.reading import read_meeting
from referent.word.design import design_for
from referent.word.document import render_docx
from referent.word.exact import exact_pages
from referent.word.office import find_office
from referent.word.pages import estimate_pages
from tests.benchmarks.common import SHARED

FONTS = ("Calibri", "Arial", "Times New Roman")
GOAL = 0.95


def meetings(folder: Path) -> Iterator[tuple[str, Minutes]]:
    """The five, as they were held."""
    script = SHARED / "seeds" / "forloeb_to_record.py"
    for seed in sorted(SHARED.glob("seeds/*/dagsorden.toml")):
        slug = seed.parent.name
        subprocess.run([sys.executable, script, slug, folder], check=True, stdout=subprocess.DEVNULL)
        meeting = read_meeting(folder / f"{slug}.toml").meeting
        yield slug, build_minutes(meeting, load_layout(meeting.agenda.layout))


def in_font(minutes: Minutes, font: str) -> Minutes:
    return replace(minutes, look=replace(minutes.look, body_font=font, heading_font=font))


def as_hard_as_can_be(minutes: Minutes) -> Minutes:
    blocks = tuple(
        replace(block, in_contents=True, page_break_before=False) if isinstance(block, Heading) else block
        for block in minutes.blocks
        if not isinstance(block, PageBreak | Contents)
    )
    return replace(minutes, blocks=(*blocks, Contents("Indhold")))


def compare(minutes: Minutes) -> tuple[int, int, str]:
    """How many entries of the contents are right, how many there are, and the number of pages of both."""
    estimated = estimate_pages(minutes, design_for(minutes))
    counted = exact_pages(render_docx(minutes), minutes)
    assert counted
    pairs = list(zip(estimated.contents, counted.contents, strict=False))  # none are counted where none are printed
    return sum(ours == theirs for ours, theirs in pairs), len(pairs), f"{estimated.total}/{counted.total}"


def main() -> None:
    if not find_office() or not (SHARED / "seeds").is_dir():
        print("skipped: LibreOffice or the five meetings are missing")
        return
    with tempfile.TemporaryDirectory() as folder:
        documents = list(meetings(Path(folder)))
    for title, changed in (("as printed", replace), ("no page breaks, every heading", as_hard_as_can_be)):
        print(f"{title:<30} {'':<16}  right      pages (ours/LibreOffice)")
        all_right = all_entries = 0
        for slug, minutes in documents:
            for font in FONTS:
                right, entries, totals = compare(in_font(changed(minutes), font))
                all_right, all_entries = all_right + right, all_entries + entries
                print(f"{slug:<30} {font:<16} {right:>3} of {entries:<3} {totals:>7}")
        share = all_right / max(all_entries, 1)
        print(f"{'together':<47} {share:.1%} of {all_entries} (goal: {GOAL:.0%})\n")


if __name__ == "__main__":
    main()
