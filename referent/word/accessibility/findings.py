"""What a check has found, as plain values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from referent import document_texts
from referent.cleaning import clean_line

_LONGEST_EXCERPT = 50


class Severity(Enum):
    ERROR = "error"
    """Keeps somebody out."""
    WARNING = "warning"
    """May do so; a person has to judge."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the document. The empty place is the document as a whole."""

    heading: str = ""
    """The nearest heading at or above it."""
    excerpt: str = ""
    """How the paragraph begins, or what the table begins with."""
    number: int = 0
    """The number of the paragraph in the document's body, from 1; 0 outside of it."""


@dataclass(frozen=True)
class Finding:
    """`code` is a key of `ACCESSIBILITY`. `str()` says in Danish where it is, what is wrong and what to do."""

    code: str
    severity: Severity
    place: Place = Place()
    values: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        where = document_texts.accessibility_place(self.place.heading, self.place.excerpt, self.place.number)
        return where + document_texts.accessibility(self.code, self.values)


def error(code: str, place: Place | None = None, **values: object) -> Finding:
    return Finding(code, Severity.ERROR, place or Place(), values)


def warning(code: str, place: Place | None = None, **values: object) -> Finding:
    return Finding(code, Severity.WARNING, place or Place(), values)


def excerpt(text: str) -> str:
    """The beginning of a text, on one line, whole words where they can be kept."""
    text = " ".join(clean_line(text).split())
    if len(text) <= _LONGEST_EXCERPT:
        return text
    cut = text[:_LONGEST_EXCERPT]
    return (cut.rpartition(" ")[0] or cut).rstrip(" ,.;:–-") + " …"
