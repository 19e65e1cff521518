"""A meeting becomes a document on the disk, in the edition and the format that is asked for.

A document that a person has changed since we made it is never touched: ours goes beside it, and the notes say so.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from functools import partial
from pathlib import Path

from referent.cleaning import clean_line
from referent.cli_texts import CLI
from referent.domain.meeting import Meeting
from referent.files.agenda_folder import export_path
from referent.minutes.blocks import Minutes
from referent.minutes.build import EVERYTHING, build_minutes
from referent.minutes.editions import Edition
from referent.minutes.layout import Layout
from referent.ports import ExportFailed
from referent.seal import free_name, sealed


class Format(Enum):
    """By the word that the command line takes."""

    DOCX = "docx"
    PDF = "pdf"
    MARKDOWN = "md"
    HTML = "html"

    @property
    def extension(self) -> str:
        return f".{self.value}"


@dataclass(frozen=True, slots=True)
class Exported:
    """The document that was written, and in Danish what is to be said of it."""

    path: Path
    notes: tuple[str, ...] = ()


def target_of(agenda: Path, edition: Edition, format: Format, wanted: Path | None = None) -> Path:
    """Where the document goes: the export folder's own name for it, in the folder `wanted`, or to the file `wanted`."""
    usual = export_path(agenda, edition.suffix, format.extension)
    if wanted is None:
        return usual
    return wanted / usual.name if wanted.is_dir() else wanted


def export(
    meeting: Meeting,
    layout: Layout,
    agenda: Path,
    target: Path,
    edition: Edition = EVERYTHING,
    format: Format = Format.DOCX,
) -> Exported:
    """Write the document to `target`, or beside it; its folder is made where it is missing.

    `agenda` is the file of the agenda, that the path of a template is relative to. Raises `ExportFailed`,
    `EditionError` or OSError.
    """
    minutes = build_minutes(meeting, layout, edition)
    content, notes = _RENDER[format](minutes, meeting, layout, agenda)
    return _put(target, content, notes)


def _put(target: Path, content: bytes, notes: tuple[str, ...]) -> Exported:
    from referent.word.save import replace_file

    target.parent.mkdir(parents=True, exist_ok=True)
    path = free_name(target)
    replace_file(path, content)
    if path == target:
        return Exported(path, notes)
    beside = CLI["beside"].format(file=clean_line(target.name), beside=clean_line(path.name))
    return Exported(path, (*notes, beside))


def _docx(minutes: Minutes, meeting: Meeting, layout: Layout, agenda: Path) -> tuple[bytes, tuple[str, ...]]:
    from referent.word import render_with_exact_pages

    render, notes = _on_template(meeting, layout, agenda)
    return render_with_exact_pages(minutes, render), notes


def _pdf(minutes: Minutes, meeting: Meeting, layout: Layout, agenda: Path) -> tuple[bytes, tuple[str, ...]]:
    from referent.word import OfficeError, render_pdf

    render, notes = _on_template(meeting, layout, agenda)
    try:
        return sealed(render_pdf(minutes, render), Format.PDF.extension), notes
    except OfficeError as error:
        raise ExportFailed(str(error)) from None


def _on_template(meeting: Meeting, layout: Layout, agenda: Path) -> tuple[Callable[..., bytes], tuple[str, ...]]:
    """How to make a Word document: on the body's own template, where it has one that can be used; and what to say of
    that.
    """
    from referent.word import render_docx

    if not meeting.agenda.template:
        return render_docx, ()
    from referent.minutes.letterhead import letterhead_values
    from referent.word.template import TemplateRefused, read_template

    try:
        template = read_template(agenda.parent / meeting.agenda.template, letterhead_values(meeting, layout))
    except TemplateRefused as refused:
        return render_docx, (CLI["without_template"].format(reasons=refused),)
    return partial(render_docx, template=template), template.warnings


def _markdown(minutes: Minutes, meeting: Meeting, layout: Layout, agenda: Path) -> tuple[bytes, tuple[str, ...]]:
    from referent.markup.markdown import render_markdown

    return sealed(render_markdown(minutes).encode(), Format.MARKDOWN.extension), ()


def _html(minutes: Minutes, meeting: Meeting, layout: Layout, agenda: Path) -> tuple[bytes, tuple[str, ...]]:
    from referent.markup.html import render_html

    return sealed(render_html(minutes).encode(), Format.HTML.extension), ()


_RENDER: dict[Format, Callable[[Minutes, Meeting, Layout, Path], tuple[bytes, tuple[str, ...]]]] = {
    Format.DOCX: _docx,
    Format.PDF: _pdf,
    Format.MARKDOWN: _markdown,
    Format.HTML: _html,
}
