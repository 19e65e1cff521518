"""The user's own settings."""

from __future__ import annotations

from pathlib import Path

import pytest

from referent.files.faults import FileFaults
from referent.files.settings_file import read_settings, write_theme
from referent.ports import Reminder, Settings

ALL = 'tema = "lyst"\nenkel = true\npaamindelse = ["titel", "klokke"]\n'


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "mappe" / "indstillinger.toml"


def written(path: Path, text: str) -> Path:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_without_a_file_everything_is_as_usual(path: Path) -> None:
    assert read_settings(path) == Settings() == read_settings(written(path, ""))


def test_every_setting_is_read(path: Path) -> None:
    assert read_settings(written(path, ALL)) == Settings(False, True, frozenset(Reminder))
    assert read_settings(written(path, 'tema = "mørkt"\npaamindelse = []')) == Settings()


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ('tema = "lys"', 1, "lyst"),
        ("tema = 1", 1, ""),
        ('enkel = "ja"', 1, "true eller false"),
        ('enkel = true\npaamindelse = ["bip"]', 2, "klokke"),
        ('paamindelse = "titel"', 1, "liste"),
        ('temaa = "lyst"', 1, "tema"),
        ("tema = lyst", 1, "anførselstegn"),
    ],
)
def test_what_is_wrong_is_told_with_its_line_and_what_to_write(path: Path, text: str, line: int, said: str) -> None:
    with pytest.raises(FileFaults) as caught:
        read_settings(written(path, text))
    (fault,) = caught.value.faults
    assert fault.line == line
    assert said in str(fault)


def test_a_file_that_is_no_text_is_a_fault(path: Path) -> None:
    written(path, "").write_bytes(b"tema = \xff")
    with pytest.raises(FileFaults):
        read_settings(path)


def test_the_theme_is_remembered_and_all_else_stays(path: Path) -> None:
    write_theme(path, is_dark=False)
    assert read_settings(path) == Settings(is_dark=False)
    written(path, '# mine egne\ntema = "lyst" # altid\nenkel = true\n')
    write_theme(path, is_dark=True)
    assert path.read_text("utf-8") == '# mine egne\ntema = "mørkt" # altid\nenkel = true\n'


def test_a_file_that_cannot_be_read_is_left_alone(path: Path) -> None:
    write_theme(written(path, "tema = = 1"), is_dark=True)
    assert path.read_text("utf-8") == "tema = = 1"
