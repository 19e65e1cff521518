"""Minutes become a Word document: `write_docx(minutes, path)`, or `render_docx(minutes)` for the bytes.

Comes in: `referent.minutes.blocks.Minutes`, a plain tree of blocks. Goes out: a DOCX, or by way of LibreOffice one with
pages that are counted (`render_with_exact_pages`), or a PDF (`render_pdf`). What stands in it and in which order is
decided by whoever built the blocks; what it looks like is decided here. This room alone knows docx and lxml.
"""

from __future__ import annotations

from pathlib import Path

from referent.minutes.blocks import Minutes
from referent.word.document import render_docx
from referent.word.exact import render_pdf, render_with_exact_pages
from referent.word.office import OfficeError
from referent.word.save import replace_file

__all__ = ["OfficeError", "render_docx", "render_pdf", "render_with_exact_pages", "write_docx"]


def write_docx(minutes: Minutes, path: Path) -> None:
    """Write the minutes as a Word document to `path`, whole or not at all.

    An existing file is replaced; whether it may be is for the caller to ask. OSError passes through, with what stood
    at `path` untouched and no half file beside it.
    """
    replace_file(path, render_docx(minutes))
