"""Documents whose page numbers are counted and not estimated, and the PDF: with LibreOffice."""

from __future__ import annotations

from io import BytesIO
from typing import Protocol

from referent.minutes.blocks import Minutes
from referent.minutes.walk import headings_in
from referent.word.document import render_docx
from referent.word.office import OfficeError, convert_to_pdf
from referent.word.outline import bookmark_name, prints_contents
from referent.word.pages import PageNumbers


class Render(Protocol):
    """`render_docx`, or the same with a template."""

    def __call__(self, minutes: Minutes, *, pages: PageNumbers | None = None) -> bytes: ...


def render_with_exact_pages(minutes: Minutes, render: Render = render_docx) -> bytes:
    """The minutes as a Word document, with page numbers counted by LibreOffice where there is one that can.

    Where there is none, or it fails, the numbers are the estimate.
    """
    estimated = render(minutes)
    pages = exact_pages(estimated, minutes)
    # Where the estimate was right this gives the same bytes again. Where not, nothing moves: a number stands at a tab
    # stop, so other digits only take from the dots before it. (A title that ends within a digit of its number would
    # need a line more; then the next heading of that page could be off by one, as it could before.)
    return render(minutes, pages=pages) if pages else estimated


def exact_pages(docx: bytes, minutes: Minutes) -> PageNumbers | None:
    """The pages of the document that `minutes` became, as LibreOffice counts them.

    None where there is no LibreOffice, it fails, or a heading of the contents is not to be found.
    """
    try:
        return _pages_of(convert_to_pdf(docx), minutes)
    except OfficeError:
        return None


def render_pdf(minutes: Minutes, render: Render = render_docx) -> bytes:
    """The minutes as a PDF. Raises `NoOffice` or `OfficeFailed`."""
    estimated = render(minutes)
    pdf = convert_to_pdf(estimated)
    pages = _pages_of(pdf, minutes)
    exact = render(minutes, pages=pages) if pages else estimated
    return pdf if exact == estimated else convert_to_pdf(exact)


def _pages_of(pdf: bytes, minutes: Minutes) -> PageNumbers | None:
    """Read from the places that the PDF names after our bookmarks: no heading is looked for by its text."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    headings = headings_in(minutes.blocks) if prints_contents(minutes) else ()
    wanted = sum(heading.in_contents for heading in headings)
    try:
        reader = PdfReader(BytesIO(pdf))
        # LibreOffice 7 writes the underscore at the beginning of a bookmark's name as "/5F".
        places = {name.replace("/5F", "_"): place for name, place in reader.named_destinations.items()}
        pages = [reader.get_destination_page_number(places[bookmark_name(number)]) for number in range(wanted)]
        total = len(reader.pages)
    except (PyPdfError, KeyError):
        return None
    found = tuple(page + 1 for page in pages if page is not None and page >= 0)
    return PageNumbers(found, total) if len(found) == wanted else None
