"""The arrows point one way, and starting up imports nothing that is not needed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
AGENDA = ROOT / "agendas" / "2026-12-03-kulturraad.toml"


def imported_by(code: str) -> set[str]:
    """The top-level modules that a fresh Python holds after running `code`."""
    report = "; import sys; print('\\n'.join({name.partition('.')[0] for name in sys.modules}))"
    run = subprocess.run(
        [sys.executable, "-c", code + report], capture_output=True, text=True, encoding="utf-8", check=True, cwd=ROOT
    )
    return set(run.stdout.split())


AT_FIRST_PAINT = """
import sys
from pathlib import Path
from referent.opening import run_screens
from referent.tui.screens.meeting import MeetingScreen

seen = []

def report(screen):
    assert not screen.app._batch_count, "while the app starts, Textual paints nothing"
    seen.extend(sys.modules)
    screen.app.exit(0)

MeetingScreen._after_first_paint = report
assert run_screens(Path(sys.argv[1])) == 0
print(*seen, sep="\\n")
"""


def modules_in(package: str) -> list[str]:
    folder = ROOT / "referent" / package
    return [f"referent.{package}.{path.stem}" for path in sorted(folder.glob("*.py")) if path.stem != "__init__"]


def test_the_contracts_of_the_house_are_kept() -> None:
    run = subprocess.run(
        [Path(sys.executable).parent / "lint-imports", "--no-cache"], capture_output=True, text=True, cwd=ROOT
    )
    assert run.returncode == 0, run.stdout + run.stderr


@pytest.mark.parametrize(
    ("what", "modules"),
    [
        ("domain", modules_in("domain")),
        ("minutes", modules_in("minutes")),
        ("session", ["referent.session", "referent.ports"]),
        (
            "wiring",
            ["referent.cli", "referent.wiring", "referent.reading", "referent.own_files", "referent.house_styles"],
        ),
    ],
)
def test_the_core_and_the_door_import_nothing_heavy(what: str, modules: list[str]) -> None:
    assert modules
    heavy = {"textual", "rich", "docx", "lxml", "tomlkit", "pydantic", "babel"}
    assert not imported_by("; ".join(f"import {module}" for module in modules)) & heavy, what


@pytest.mark.parametrize("arguments", [["tjek", str(AGENDA)], ["--help"], ["tjek", "--help"], ["findes-ikke.toml"]])
def test_what_needs_no_screen_and_no_document_imports_neither(arguments: list[str]) -> None:
    imported = imported_by(f"from referent.cli import run; run({arguments!r})")
    assert "referent" in imported
    assert not imported & {"textual", "rich", "docx", "lxml", "tomlkit"}


@pytest.mark.skipif(sys.platform in ("darwin", "win32") or os.cpu_count() == 1, reason="there the files are read here")
def test_the_first_frame_of_a_meeting_waits_for_nothing_that_it_does_not_show() -> None:
    run = subprocess.run(
        [sys.executable, "-c", AT_FIRST_PAINT, str(AGENDA)],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        env={**os.environ, "TEXTUAL_DRIVER": "textual.drivers.headless_driver:HeadlessDriver"},
    )
    imported = set(run.stdout.split())
    assert "referent.tui.widgets.editor" in imported
    assert not imported & {"click", "pydantic", "tomlkit", "docx", "lxml", "babel", "markdown_it"}
    assert not imported & {"referent.minutes.layout", "referent.minutes.blocks", "referent.tui.flows"}
    assert not imported & {"referent.domain.quorum", "referent.domain.voting"}
    assert "secrets" not in imported, "what writes to the disk begins after the first paint"
    late = ("referent.commands", "referent.word", "referent.tui.dialogs", "referent.tui.screens.start")
    assert not [name for name in imported if name.startswith(late)]
    journal = {"journal", "journal_file", "journal_lines", "journal_pace", "journal_pending", "meeting_files"}
    presence = {"lock", "marker", "holder"}
    others = {"beginning", "disk", "faults", "state_folder", "words"}
    quick = {f"referent.files.{name}" for name in journal | presence | others}
    assert {name for name in imported if name.startswith("referent.files.")} <= quick


def test_export_imports_the_document_writer_but_no_screen(tmp_path: Path) -> None:
    arguments = ["eksport", str(AGENDA), "--ud", str(tmp_path / "x.docx")]
    imported = imported_by(f"from referent.cli import run; assert run({arguments!r}) == 0")
    assert "docx" in imported
    assert not imported & {"textual", "rich"}
