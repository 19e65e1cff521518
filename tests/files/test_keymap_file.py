"""The user's own keys."""

from __future__ import annotations

from pathlib import Path

import pytest

from referent.files.faults import FileFaults
from referent.files.keymap_file import read_keymap


def test_without_a_file_nothing_is_changed(tmp_path: Path) -> None:
    assert read_keymap(tmp_path / "taster.toml") == {}


def test_an_action_may_have_several_keys(tmp_path: Path) -> None:
    path = tmp_path / "taster.toml"
    path.write_text('[taster]\ntake_next = "ctrl+n"\nhelp = "f1, ctrl+g"\n', encoding="utf-8")
    assert read_keymap(path) == {"take_next": "ctrl+n", "help": "f1,ctrl+g"}


@pytest.mark.parametrize("line", ["help = 1", 'help = ""', 'help = "f1,,f2"', 'help = ["f1"]'])
def test_what_is_no_key_is_a_fault_on_its_line(tmp_path: Path, line: str) -> None:
    path = tmp_path / "taster.toml"
    path.write_text(f"[taster]\n{line}\n", encoding="utf-8")
    with pytest.raises(FileFaults) as caught:
        read_keymap(path)
    assert [(fault.line, fault.key) for fault in caught.value.faults] == [(2, "taster.help")]


def test_the_name_of_an_action_is_cleaned_like_any_text(tmp_path: Path) -> None:
    path = tmp_path / "taster.toml"
    path.write_text('[taster]\n"he\\u001b[2Jlp" = "f1"\n', encoding="utf-8")
    assert read_keymap(path) == {"he[2Jlp": "f1"}
