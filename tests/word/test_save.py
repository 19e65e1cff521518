"""A document is replaced whole or not at all, and an error says which document it was."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from referent.word.save import replace_file

STEPS = pytest.mark.parametrize("step", ["fsync", "replace"])


def refuse(*arguments: object) -> None:
    raise OSError(errno.EACCES, "Permission denied", *map(str, arguments[:1]))


@STEPS
def test_an_error_names_the_document_and_leaves_the_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    """As when it is open in Word on Windows."""
    path = tmp_path / "referat.docx"
    path.write_bytes(b"det gamle")
    with monkeypatch.context() as patch:
        patch.setattr(os, step, refuse)
        with pytest.raises(PermissionError) as caught:
            replace_file(path, b"det nye")
    assert caught.value.filename == str(path)
    assert path.read_bytes() == b"det gamle"
    assert os.listdir(tmp_path) == ["referat.docx"]


def test_a_link_to_a_document_goes_on_being_one(tmp_path: Path) -> None:
    (tmp_path / "referat.docx").write_bytes(b"det gamle")
    (tmp_path / "genvej.docx").symlink_to(tmp_path / "referat.docx")
    replace_file(tmp_path / "genvej.docx", b"det nye")
    assert (tmp_path / "genvej.docx").is_symlink()
    assert (tmp_path / "referat.docx").read_bytes() == b"det nye"
