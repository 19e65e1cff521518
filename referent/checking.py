"""`referent tjek`: what is wrong with a file, and what looks wrong, in Danish."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from referent.cleaning import clean_line
from referent.cli_texts import CLI
from referent.domain.agenda import Agenda

WORD_SUFFIXES = (".docx", ".dotx")


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found, a line each."""

    faults: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


def check(path: Path) -> Checked:
    """What is found in an agenda, or, by its suffix, in a Word document."""
    return _check_word(path) if path.suffix.casefold() in WORD_SUFFIXES else _check_agenda(path)


def _check_agenda(path: Path) -> Checked:
    from referent.files.agenda_warnings import check_agenda
    from referent.files.layout_file import layout_names

    found = check_agenda(path, layout_names())
    of_layout = _of_layout(found.agenda, path.parent) if found.agenda else ()
    of_template = _of_template(found.agenda, path.parent) if found.agenda else ()
    return Checked((*map(str, found.faults), *of_layout), (*map(str, found.warnings), *of_template))


def _of_layout(agenda: Agenda, folder: Path) -> tuple[str, ...]:
    """The faults of the body's own house style: nothing is exported until they are mended. That there is none of that
    name is a warning of the agenda.
    """
    from referent.files.faults import FileFaults
    from referent.files.layout_file import UnknownLayout, load_layout

    try:
        load_layout(agenda.layout, folder)
    except UnknownLayout:
        return ()
    except FileFaults as found:
        return tuple(map(str, found.faults))
    return ()


def _of_template(agenda: Agenda, folder: Path) -> Iterator[str]:
    """What is wrong with the body's own Word template. That there is none is a warning of the agenda."""
    if not agenda.template or not _is_file(folder / agenda.template):
        return
    from referent.minutes.letterhead import NAMES
    from referent.word.template import TemplateRefused, read_template

    path = folder / agenda.template
    try:
        found: tuple[object, ...] = read_template(path, dict.fromkeys(NAMES, "")).warnings
    except TemplateRefused as refused:
        found = refused.faults
    for warning in found:
        yield CLI["os_error"].format(file=clean_line(str(path)), reason=warning)


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # a name that is too long, or holds what no name may
        return False


def _check_word(path: Path) -> Checked:
    from referent.word.accessibility import Severity, check_document
    from referent.word.guarded import UnreadableDocument

    try:
        found = check_document(path)
    except UnreadableDocument as error:
        return Checked((CLI["os_error"].format(file=clean_line(str(path)), reason=error),))
    errors = tuple(str(finding) for finding in found if finding.severity is Severity.ERROR)
    return Checked(errors, tuple(str(finding) for finding in found if finding.severity is not Severity.ERROR))
