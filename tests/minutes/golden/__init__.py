"""One readable file of minutes for each house style, made from the sample meeting."""

from __future__ import annotations

from pathlib import Path

from referent.files.layout_file import layout_names, load_layout, read_layout
from referent.minutes.build import build_minutes
from referent.minutes.layout import Layout
from tests.minutes.as_text import minutes_as_text
from tests.minutes.samples import sample_meeting

FOLDER = Path(__file__).parent
OWN = FOLDER / "sjette.toml"
"""A house style that is not built in."""


def house_styles() -> dict[str, Layout]:
    """The built-in ones, and one of a body's own."""
    return {name: load_layout(name) for name in layout_names()} | {OWN.stem: read_layout(OWN)}


def golden_path(name: str) -> Path:
    return FOLDER / f"{name}.txt"


def sample_text(layout: Layout) -> str:
    return minutes_as_text(build_minutes(sample_meeting(), layout))
