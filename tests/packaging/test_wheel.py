"""What is handed out works away from the source: built and installed elsewhere without a network, and used there."""

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


def test_the_wheel_is_for_every_python_and_machine_and_gives_the_command(installed: Path, wheel: Path) -> None:
    assert wheel.name.endswith("-py3-none-any.whl")
    (information,) = installed.glob("*.dist-info")
    assert "Root-Is-Purelib: true" in (information / "WHEEL").read_text(encoding="utf-8")
    assert (installed / "bin" / "referent").exists()


EVERYTHING = """
import sys
from pathlib import Path
from referent.cli import run
agenda, *layouts = sys.argv[1:]
assert run(["tjek", agenda]) == 0
assert run(["eksport", agenda, "--layout", layouts[0], "--ud", "referat.docx"]) == 0
from referent.files.layout_file import layout_names, load_layout
assert sorted(layout_names()) == layouts
for layout in layouts:
    assert load_layout(layout).name, layout
assert "docx" in sys.modules
assert not {"textual", "rich"} & set(sys.modules), "an export needs no screen"
import referent.tui.run
print("\\n", referent.__file__, len(list(Path(referent.tui.__file__).parent.rglob("*.tcss"))), sep="\\n")
"""
"""All that is asked of the installed program, in one start of Python."""


def test_the_installed_program_checks_writes_without_a_screen_and_finds_its_house_styles_and_style_sheets(
    installed: Path, tmp_path: Path
) -> None:
    layouts = sorted(path.stem for path in (ROOT / "referent" / "layouts").glob("*.toml"))
    assert "standard" in layouts
    ran = in_python("-B", "-c", EVERYTHING, AGENDA, *layouts, cwd=tmp_path, path=installed)
    assert ran.returncode == 0, ran.stderr
    said = ran.stdout.splitlines()
    assert said[0] == f"{AGENDA}: i orden"
    assert zipfile.is_zipfile(tmp_path / "referat.docx")
    program, style_sheets = said[-2:]
    assert Path(program).is_relative_to(installed)
    assert int(style_sheets) == len(list((ROOT / "referent" / "tui").rglob("*.tcss"))) > 0
