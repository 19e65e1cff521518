"""All rules on one document."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from referent.word.accessibility import colours, headings, links, lists, pictures, properties, spacing, tables
from referent.word.accessibility.findings import Finding
from referent.word.accessibility.opened import open_document
from referent.word.guarded import Limits, read_parts

_RULES = (
    properties.findings,
    headings.findings,
    lists.findings,
    tables.findings,
    pictures.findings,
    colours.findings,
    links.findings,
    spacing.findings,
)


def check_document(path: Path, limits: Limits | None = None) -> tuple[Finding, ...]:
    """What is wrong with the document at `path`, in the order in which it stands there; none is as it should be.

    Raises `guarded.UnreadableDocument` for a file that is no Word document or must not be opened, and OSError.
    """
    return check_parts(read_parts(path, limits))


def check_parts(parts: Mapping[str, bytes]) -> tuple[Finding, ...]:
    """The same for the XML parts of a package, by their names."""
    document = open_document(parts)
    found = [finding for rule in _RULES for finding in rule(document)]
    return tuple(sorted(found, key=lambda finding: finding.place.number))
