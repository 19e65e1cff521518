"""Every Danish text is used somewhere."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from types import ModuleType

import pytest

from referent import cli_texts, doctor_texts, document_texts, file_texts, key_texts, screen_texts, texts

PACKAGE = Path(screen_texts.__file__).parent


def code_beside(module: ModuleType) -> str:
    """The program but for one module."""
    return "\n".join(code for path, code in all_code().items() if path != Path(module.__file__ or ""))


@cache
def all_code() -> dict[Path, str]:
    return {path: path.read_text("utf-8") for path in PACKAGE.rglob("*.py")}


@pytest.mark.parametrize("module", [screen_texts, key_texts, doctor_texts])
def test_every_text_of_the_screens_is_used(module: ModuleType) -> None:
    code = code_beside(module)
    names = [name for name in vars(module) if name.isupper()]
    assert names
    assert [name for name in names if name not in code] == []


def test_every_error_of_the_core_is_raised_somewhere() -> None:
    code = code_beside(texts)
    assert [name for name in (*texts.ERRORS, *texts.VOTE_FAULTS) if f'"{name}"' not in code] == []


def test_every_text_of_a_file_is_used() -> None:
    """But for those that pydantic asks for."""
    code = code_beside(file_texts)
    names = {*file_texts.FILE_FAULTS, *file_texts.WARNINGS, *file_texts.LAYOUT_FAULTS}
    assert [name for name in names if f'"{name}"' not in code and not name.startswith("pydantic_")] == []


def test_every_text_of_a_document_is_used() -> None:
    code = code_beside(document_texts)
    names = {*document_texts.TEMPLATE_FAULTS, *document_texts.TEMPLATE_WARNINGS, *document_texts.ACCESSIBILITY}
    assert [name for name in (*names, *document_texts.OFFICE_ERRORS) if f'"{name}"' not in code] == []


def test_every_text_of_the_command_line_is_used() -> None:
    code = code_beside(cli_texts).replace("'", '"')
    assert [name for name in cli_texts.CLI if f'"{name}"' not in code] == []
