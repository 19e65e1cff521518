"""Write the golden files anew: `python -m tests.minutes.golden`. Review the diff before it is kept."""

from __future__ import annotations

from pathlib import Path

from referent.files.layout_file import layout_names, load_layout
from referent.minutes.build import build_minutes
from tests.minutes.as_text import minutes_as_text
from tests.minutes.samples import sample_meeting

for name in layout_names():
    text = minutes_as_text(build_minutes(sample_meeting(), load_layout(name)))
    (Path(__file__).parent / f"{name}.txt").write_text(text, encoding="utf-8")
