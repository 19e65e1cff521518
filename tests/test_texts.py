"""Every Danish text is used somewhere."""

from __future__ import annotations

from pathlib import Path

from referent import screen_texts, texts

PACKAGE = Path(screen_texts.__file__).parent


def test_every_text_of_the_screens_is_used() -> None:
    code = "\n".join(path.read_text("utf-8") for path in PACKAGE.rglob("*.py") if path.name != "screen_texts.py")
    names = [name for name in vars(screen_texts) if name.isupper()]
    assert [name for name in names if name not in code] == []


def test_every_error_of_the_core_is_raised_somewhere() -> None:
    code = "\n".join(path.read_text("utf-8") for path in PACKAGE.rglob("*.py") if path.name != "texts.py")
    assert [name for name in texts.ERRORS if f'"{name}"' not in code] == []
