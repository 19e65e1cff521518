"""The file of the user's own phrases."""

from __future__ import annotations

from pathlib import Path

import pytest

from referent import own_files
from referent.files.faults import FileFaults
from referent.files.phrases_file import read_phrases
from referent.minutes.phrases import Phrases


def written(folder: Path, text: str) -> Path:
    path = folder / "tekster.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_it_holds_formulas_and_abbreviations(tmp_path: Path) -> None:
    formulas = 'formler = ["Vi ses.", "Det blev sagt, at ", "Vi ses."]\n'
    text = formulas + '[forkortelser]\nte = "Taget."\n";Vs" = "Vi ses {dag}."\n'
    assert read_phrases(written(tmp_path, text)) == Phrases(
        ("Vi ses.", "Det blev sagt, at "), {"te": "Taget.", "vs": "Vi ses {dag}."}
    )


def test_a_phrase_may_have_several_lines_and_is_cleaned(tmp_path: Path) -> None:
    path = written(tmp_path, 'formler = ["""\nEn\nto\\u001b[2J\n"""]\n')
    assert read_phrases(path).formulas == ("En\nto[2J",)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('formler = "Vi ses."', 1),
        ("formler = [1]", 1),
        ('formler = [" "]', 1),
        ('[forkortelser]\n"a b" = "x"', 1),
        ('[forkortelser]\nte = "x"\nTE = "y"', 1),
        ('[forkortelser]\nte = ""', 2),
        ('forkortelse = "x"', 1),
        ("formler = [", 1),
    ],
)
def test_what_is_wrong_is_told_with_its_line(tmp_path: Path, text: str, line: int) -> None:
    with pytest.raises(FileFaults) as caught:
        read_phrases(written(tmp_path, text))
    assert [fault.line for fault in caught.value.faults] == [line]


def test_it_lies_beside_the_keys_and_a_fault_in_it_ends_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REFERENT_CONFIG_DIR", str(tmp_path))
    assert own_files.read_phrases() == Phrases()
    written(tmp_path, 'formler = ["Vi ses."]')
    assert own_files.read_phrases() == Phrases(("Vi ses.",))
    written(tmp_path, "formler = 1")
    assert "tekster.toml" in own_files.read_phrases().problems[0]
    (tmp_path / "tekster.toml").unlink()
    (tmp_path / "tekster.toml").mkdir()
    assert own_files.read_phrases().problems
