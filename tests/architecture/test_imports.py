"""Starting up imports nothing that is not needed. That the arrows point one way is a check of its own, which
`python -m tests` runs beside these.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
AGENDA = ROOT / "agendas" / "2026-12-03-kulturraad.toml"


STEPS = """
import json, sys
told = []
for step in sys.argv[1:]:
    exec(step)
    told.append(sorted({name.partition(".")[0] for name in sys.modules}))
print("\\n" + json.dumps(told))
"""


def imported_by(*steps: str) -> Iterator[set[str]]:
    """The top-level modules that a fresh Python holds after each of these pieces of code, run one after the other."""
    run = subprocess.run(
        [sys.executable, "-c", STEPS, *steps], capture_output=True, text=True, encoding="utf-8", check=True, cwd=ROOT
    )
    return map(set, json.loads(run.stdout.splitlines()[-1]))


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


CORE = {
    "domain": modules_in("domain"),
    "minutes": modules_in("minutes"),
    "session": ["referent.session", "referent.ports"],
    "wiring": ["referent.cli", "referent.wiring", "referent.reading", "referent.own_files", "referent.house_styles"],
}
CALLS = (["--help"], ["tjek", "--help"], ["findes-ikke.toml"], ["tjek", str(AGENDA)])
"""They need no screen and no document."""


def test_a_call_imports_only_what_it_needs() -> None:
    """The core and the door nothing heavy; a check no document. That an export needs no screen is asked where the
    program is packed, which writes documents in a process anyway.
    """
    assert all(CORE.values())
    steps = ["; ".join(f"import {module}" for module in modules) for modules in CORE.values()]
    steps += [f"from referent.cli import run; run({call!r})" for call in CALLS]
    imported = imported_by(*steps)
    for what in CORE:
        assert not next(imported) & {"textual", "rich", "docx", "lxml", "tomlkit", "pydantic", "babel"}, what
    for call in CALLS:
        found = next(imported)
        assert "referent" in found, call
        assert not found & {"textual", "rich", "docx", "lxml", "tomlkit"}, call


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
