"""The five real meetings: their agendas and records in, the referat they should amount to out.

They lie beside the repository, not in it; without them these tests are skipped. `compare.py` lies with them, and says
how much of the real referat the document holds (recall) and how much of the document the referat holds (precision).
"""

from __future__ import annotations

import runpy
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from types import ModuleType
from unittest.mock import patch

import pytest

from referent.beside import record_path
from referent.domain.meeting import Meeting
from referent.files.agenda_file import read_agenda
from referent.files.layout_file import layout_names, load_layout
from referent.minutes.build import build_minutes
from referent.word import render_docx
from tests.end_to_end.conftest import SEEDS
from tests.minutes.as_text import LINE_BREAK, as_lines
from tests.records import read_record

pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the five meetings do not lie beside the repository")

MEETINGS = {
    "vest-2025-03-12": "vest",
    "goedstrup-2024-03-01": "goedstrup",
    "sydvestjylland-2025-05-14": "sydvestjylland",
    "slagelse-2023-10-31": "slagelse",
    "styregruppe-vest-2022-02-07": "styregruppe",
}
"""Each in the house style of its own body."""
ENOUGH = 0.99


@pytest.fixture(scope="module")
def play(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Meeting]:
    """A meeting as it was held, by its slug; each is played once."""

    @cache
    def played(slug: str) -> Meeting:
        folder = tmp_path_factory.mktemp(slug)
        with patch.object(sys, "argv", ["", slug, str(folder)]):
            runpy.run_path(str(SEEDS / "forloeb_to_record.py"))
        agenda = folder / f"{slug}.toml"
        return read_record(record_path(agenda), read_agenda(agenda))

    return played


def export(meeting: Meeting, layout: str, folder: Path) -> Path:
    document = folder / "referat.docx"
    document.write_bytes(render_docx(build_minutes(meeting, load_layout(layout))))
    return document


@pytest.mark.parametrize(("slug", "layout"), MEETINGS.items())
def test_the_document_amounts_to_the_real_referat(
    slug: str, layout: str, play: Callable[[str], Meeting], tmp_path: Path, compare: ModuleType
) -> None:
    want = compare.original_lines(slug)
    have = compare.docx_lines(export(play(slug), layout, tmp_path))
    missing, added = compare.align(want, have)
    assert 1 - sum(map(len, missing)) / sum(map(len, want)) >= ENOUGH, missing
    assert 1 - sum(map(len, added)) / sum(map(len, have)) >= ENOUGH, added


def test_the_sentences_about_who_left_come_out_by_themselves(
    play: Callable[[str], Meeting], tmp_path: Path, compare: ModuleType
) -> None:
    lines = compare.docx_lines(export(play("goedstrup-2024-03-01"), "goedstrup", tmp_path))
    left = [line.split(" forlod ")[1] for line in lines if " forlod mødet " in line]
    assert left == [
        "mødet kl. 10.10 og deltog i behandlingen af punkt 1, 2, 6 og delvis punkt 3",
        "mødet kl. 10.45 og deltog ikke i behandlingen af punkt 7 og 8",
    ]


@pytest.mark.parametrize("slug", MEETINGS)
def test_every_meeting_can_be_printed_in_every_house_style(
    slug: str, play: Callable[[str], Meeting], compare: ModuleType
) -> None:
    """A wrong house style changes the furniture, never the decisions."""
    decided = [
        line for line in compare.original_lines(slug) if "taget til efterretning" in line or "blev besluttet" in line
    ]
    assert decided
    for layout in layout_names():
        printed = as_lines(build_minutes(play(slug), load_layout(layout)).blocks)
        have = {compare.norm(part) for line in printed for part in line.split(LINE_BREAK)}
        assert [line for line in decided if line not in have] == [], layout
