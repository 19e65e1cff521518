"""What is handed out works away from the source: built without a network, installed elsewhere, and used there."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
AGENDA = ROOT / "agendas" / "2026-12-03-kulturraad.toml"


def in_python(*arguments: str | Path, cwd: Path, path: Path | None = None) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    environment.pop("PYTHONPATH", None)
    if path is not None:
        environment["PYTHONPATH"] = str(path)
    return subprocess.run(
        [sys.executable, *arguments], capture_output=True, text=True, encoding="utf-8", cwd=cwd, env=environment
    )


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    built = in_python("-m", "hatchling", "build", "-t", "wheel", "-d", folder, cwd=ROOT)
    assert built.returncode == 0, built.stderr
    (found,) = folder.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel alone in it; what it depends on is that of the tests."""
    target = tmp_path_factory.mktemp("installed")
    pip = ("-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target", target, wheel)
    ran = in_python(*pip, cwd=target)
    assert ran.returncode == 0, ran.stderr
    return target


def test_the_wheel_holds_every_module_style_sheet_and_house_style_and_no_tests(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    source = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "referent").rglob("*")
        if path.suffix in {".py", ".tcss", ".toml"} or path.name == "py.typed"
    }
    assert {".py", ".tcss", ".toml"} <= {Path(name).suffix for name in source}
    assert source <= names
    assert {name.partition("/")[0].partition("-")[0] for name in names} == {"referent"}


EVERYTHING = """
import sys
from pathlib import Path
from referent.cli import run
import referent.tui
agenda, *layouts = sys.argv[1:]
assert run(["tjek", agenda]) == 0
for layout in layouts:
    assert run(["eksport", agenda, "--layout", layout, "--ud", f"{layout}.docx"]) == 0, layout
import referent.tui.run
print("\\n", referent.__file__, len(list(Path(referent.tui.__file__).parent.rglob("*.tcss"))), sep="\\n")
"""
"""All that is asked of the installed program, in one start of Python."""


def test_the_installed_program_checks_writes_in_every_house_style_and_finds_its_style_sheets(
    installed: Path, tmp_path: Path
) -> None:
    layouts = sorted(path.stem for path in (ROOT / "referent" / "layouts").glob("*.toml"))
    assert "standard" in layouts
    ran = in_python("-c", EVERYTHING, AGENDA, *layouts, cwd=tmp_path, path=installed)
    assert ran.returncode == 0, ran.stderr
    said = ran.stdout.splitlines()
    assert said[0] == f"{AGENDA}: i orden"
    for layout in layouts:
        assert zipfile.is_zipfile(tmp_path / f"{layout}.docx"), layout
    program, style_sheets = said[-2:]
    assert Path(program).is_relative_to(installed)
    assert int(style_sheets) == len(list((ROOT / "referent" / "tui").rglob("*.tcss"))) > 0
