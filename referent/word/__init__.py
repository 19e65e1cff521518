"""Minutes become a Word document: `render_docx(minutes)` gives its bytes.

Comes in: `referent.minutes.blocks.Minutes`, a plain tree of blocks. Goes out: a DOCX, or by way of LibreOffice one with
pages that are counted (`render_with_exact_pages`), or a PDF (`render_pdf`). What stands in it and in which order is
decided by whoever built the blocks; what it looks like is decided here. This room alone knows docx and lxml.

The way of a document: `design` works out the look; `ground` is what the blocks are put on, our own empty document
(`package`, `styles`) or a body's own (`template/`); `container` goes through the blocks, for `flow` and `pages`, which
estimate the page numbers, and for `body`, which writes; `sections`, `widths` and `columns` decide where tables stand
and how wide; `pack` makes the bytes and `save` puts them on the disk. `office` and `exact` ask LibreOffice.
`accessibility/` checks any Word document, ours or another's; `guarded` opens those that come from outside.
"""

from __future__ import annotations

from referent.word.document import render_docx
from referent.word.exact import render_pdf, render_with_exact_pages
from referent.word.office import OfficeError

__all__ = ["OfficeError", "render_docx", "render_pdf", "render_with_exact_pages"]
