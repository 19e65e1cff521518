"""`referent tjek`: what is wrong with a file, and what looks wrong, in Danish."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from referent.cleaning import clean_line
from referent.domain.agenda import Agenda
from referent.texts import CLI

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
    of_template = _of_template(found.agenda, path.parent) if found.agenda else ()
    return Checked(tuple(map(str, found.faults)), (*map(str, found.warnings), *of_template))


def _of_template(agenda: Agenda, folder: Path) -> Iterator[str]:
    if not agenda.template:
        return
    from referent.word.template import TemplateRefused, read_template

    path = folder / agenda.template
    try:
        found: tuple[object, ...] = read_template(path, {}).warnings
    except TemplateRefused as refused:
        found = refused.faults
    for warning in found:
        yield CLI["os_error"].format(file=clean_line(str(path)), reason=warning)


def _check_word(path: Path) -> Checked:
    from referent.word.accessibility import Severity, check_document
    from referent.word.guarded import UnreadableDocument

    try:
        found = check_document(path)
    except UnreadableDocument as error:
        return Checked((CLI["os_error"].format(file=clean_line(str(path)), reason=error),))
    errors = tuple(str(finding) for finding in found if finding.severity is Severity.ERROR)
    return Checked(errors, tuple(str(finding) for finding in found if finding.severity is not Severity.ERROR))
