"""The seal on Markdown, HTML and PDF, and where a document goes when somebody has changed the last one."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from referent.seal import free_name, is_untouched, sealed

CONTENT = {
    ".md": "# Referat\n\nÆble\n".encode(),
    ".html": "<!doctype html>\n<p>Æble</p>\n".encode(),
    ".pdf": b"%PDF-1.7\n%\xe2\xe3\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\nstartxref\n42\n%%EOF\n",
}
KINDS = pytest.mark.parametrize("suffix", CONTENT)


def written(folder: Path, suffix: str, content: bytes) -> Path:
    path = folder / f"referat{suffix}"
    path.write_bytes(content)
    return path


@KINDS
def test_what_we_made_is_untouched(tmp_path: Path, suffix: str) -> None:
    assert is_untouched(written(tmp_path, suffix, sealed(CONTENT[suffix], suffix)))


@KINDS
def test_the_same_content_gets_the_same_seal(suffix: str) -> None:
    assert sealed(CONTENT[suffix], suffix) == sealed(CONTENT[suffix], suffix.upper())


@KINDS
def test_any_changed_byte_is_seen(tmp_path: Path, suffix: str) -> None:
    content = sealed(CONTENT[suffix], suffix)
    for position in range(len(content)):
        changed = content[:position] + bytes([content[position] ^ 1]) + content[position + 1 :]
        assert not is_untouched(written(tmp_path, suffix, changed)), position


@KINDS
def test_what_is_added_or_cut_off_is_seen(tmp_path: Path, suffix: str) -> None:
    content = sealed(CONTENT[suffix], suffix)
    added = (content + b"mere\n", b"mere\n" + content, content * 2)
    for changed in (*added, content[:-1], content[: len(content) // 2], b""):
        assert not is_untouched(written(tmp_path, suffix, changed))


@KINDS
def test_a_file_without_a_seal_is_not_ours(tmp_path: Path, suffix: str) -> None:
    assert not is_untouched(written(tmp_path, suffix, CONTENT[suffix]))


def test_nothing_in_a_pdf_is_moved_that_its_index_points_to() -> None:
    before, after = CONTENT[".pdf"], sealed(CONTENT[".pdf"], ".pdf")
    assert after.startswith(before[: before.index(b"startxref")])
    assert after.endswith(before[before.index(b"startxref") :])


def test_a_pdf_without_an_index_is_left_as_it_is() -> None:
    assert sealed(b"ikke en pdf", ".pdf") == b"ikke en pdf"


def test_other_kinds_of_files_are_never_ours(tmp_path: Path) -> None:
    assert not is_untouched(written(tmp_path, ".txt", sealed(b"a", ".md")))
    assert not is_untouched(written(tmp_path, "", b"a"))


def test_what_is_no_file_is_not_ours_and_holds_nothing_up(tmp_path: Path) -> None:
    (tmp_path / "mappe.md").mkdir()
    assert not is_untouched(tmp_path / "mappe.md")
    assert not is_untouched(tmp_path / "mangler.md")
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "kø.md")
        assert not is_untouched(tmp_path / "kø.md")


def test_a_new_document_keeps_its_name(tmp_path: Path) -> None:
    assert free_name(tmp_path / "referat.md") == tmp_path / "referat.md"


def test_an_untouched_one_is_made_again_in_its_place(tmp_path: Path) -> None:
    path = written(tmp_path, ".md", sealed(b"a", ".md"))
    assert free_name(path) == path


def test_a_changed_one_is_left_and_the_new_one_goes_beside_it(tmp_path: Path) -> None:
    path = written(tmp_path, ".md", "rettet i hånden".encode())
    assert free_name(path) == tmp_path / "referat (2).md"
    (tmp_path / "referat (2).md").write_bytes(sealed(b"a", ".md"))
    assert free_name(path) == tmp_path / "referat (2).md"
    (tmp_path / "referat (2).md").write_bytes("også rettet".encode())
    assert free_name(path) == tmp_path / "referat (3).md"


def test_a_link_to_nowhere_is_something_that_stands_there(tmp_path: Path) -> None:
    (tmp_path / "referat.md").symlink_to(tmp_path / "mangler.md")
    assert free_name(tmp_path / "referat.md") == tmp_path / "referat (2).md"
