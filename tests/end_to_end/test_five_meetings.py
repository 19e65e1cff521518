"""The five real meetings: their agendas and records in, the referat they should amount to out.

They lie beside the repository, not in it; without them these tests are skipped. `compare.py` lies with them, and says
how much of the real referat the document holds (recall) and how much of the document the referat holds (precision).
"""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from referent.files.agenda_file import read_agenda
from referent.files.layout_file import load_layout
from referent.files.record_file import read_record, record_path
from referent.minutes.build import build_minutes
from referent.word import write_docx

SHARED = Path(os.environ.get("REFERENT_SHARED") or Path(__file__).parents[2].parent / "shared")
SEEDS = SHARED / "seeds"

pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the five meetings do not lie beside the repository")

MEETINGS = [
    ("vest-2025-03-12", "vest", 0.995, 0.995),
    ("goedstrup-2024-03-01", "goedstrup", 0.995, 0.995),
    ("sydvestjylland-2025-05-14", "standard", 0.95, 0.95),
    ("slagelse-2023-10-31", "standard", 0.90, 0.95),
    ("styregruppe-vest-2022-02-07", "standard", 0.85, 0.80),
]


@pytest.fixture(scope="module")
def compare() -> ModuleType:
    spec = importlib.util.spec_from_file_location("compare", SEEDS / "compare.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def export(slug: str, layout: str, folder: Path) -> Path:
    """Play the meeting and write its document."""
    subprocess.run([sys.executable, SEEDS / "forloeb_to_record.py", slug, folder], check=True)
    agenda = folder / f"{slug}.toml"
    meeting = read_record(record_path(agenda), read_agenda(agenda))
    document = folder / f"{slug}.docx"
    write_docx(build_minutes(meeting, load_layout(layout)), document)
    return document


@pytest.mark.parametrize(("slug", "layout", "recall", "precision"), MEETINGS)
def test_the_document_amounts_to_the_real_referat(
    slug: str, layout: str, recall: float, precision: float, tmp_path: Path, compare: ModuleType
) -> None:
    want = compare.original_lines(slug)
    have = compare.docx_lines(export(slug, layout, tmp_path))
    missing, added = compare.align(want, have)
    assert 1 - sum(map(len, missing)) / sum(map(len, want)) >= recall, missing
    assert 1 - sum(map(len, added)) / sum(map(len, have)) >= precision, added


def test_the_sentences_about_who_left_come_out_by_themselves(tmp_path: Path, compare: ModuleType) -> None:
    lines = compare.docx_lines(export("goedstrup-2024-03-01", "goedstrup", tmp_path))
    left = [line.split(" forlod ")[1] for line in lines if " forlod mødet " in line]
    assert left == [
        "mødet kl. 10.10 og deltog i behandlingen af punkt 1, 2, 6 og delvis punkt 3",
        "mødet kl. 10.45 og deltog ikke i behandlingen af punkt 7 og 8",
    ]


@pytest.mark.parametrize("slug", [slug for slug, *_ in MEETINGS])
@pytest.mark.parametrize("layout", ["standard", "vest", "goedstrup"])
def test_every_meeting_can_be_printed_in_every_house_style(
    slug: str, layout: str, tmp_path: Path, compare: ModuleType
) -> None:
    """A wrong house style changes the furniture, never the decisions."""
    want = compare.original_lines(slug)
    have = set(compare.docx_lines(export(slug, layout, tmp_path)))
    decided = [line for line in want if "taget til efterretning" in line or "blev besluttet" in line]
    assert [line for line in decided if line not in have] == []
