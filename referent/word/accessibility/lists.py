"""Lists are real: a dash typed before each line is read aloud as a dash (WCAG 1.3.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from referent.word.accessibility.findings import Finding, Place, error
from referent.word.accessibility.opened import Opened, Seen
from referent.word.accessibility.styles import Styles
from referent.word.accessibility.words import first_child, value

_BULLET = re.compile(r"\s*([-–—•·*▪■●○◦‣⁃➢])[ \t\u00a0]+\S")
_NUMBER = re.compile(r"\s*\(?(\d{1,3}|[a-zA-Z])[.)][ \t\u00a0]+(\S+)")
_MONTHS = (
    *("januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november"),
    *("december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "okt", "nov", "dec"),
)


@dataclass(frozen=True, slots=True)
class _Marker:
    kind: str
    number: int
    place: Place

    def follows(self, before: _Marker) -> bool:
        return self.kind == before.kind and (not self.number or self.number == before.number + 1)


def findings(document: Opened) -> Iterator[Finding]:
    run: list[_Marker] = []
    for marker in (*_markers(document), None):
        if marker is not None and run and marker.follows(run[-1]):
            run.append(marker)
            continue
        if len(run) > 1:
            yield error("typed_list", run[0].place, count=len(run), marker=run[0].kind)
        run = [] if marker is None else [marker]


def _markers(document: Opened) -> Iterator[_Marker | None]:
    """The marker of each line, None for one without; a line break begins a line as a paragraph does."""
    for paragraph in document.body:
        is_own = paragraph.level is None and not _is_listed(paragraph, document.styles)
        lines = [line for line in paragraph.text.split("\n") if line.strip()]
        yield from (_marker(line, paragraph) if is_own else None for line in lines)


def _is_listed(paragraph: Seen, styles: Styles) -> bool:
    """Whether it is in a real list, or in the table of contents, where the headings' own numbers stand."""
    number = first_child(styles.paragraph_property("numPr", paragraph.element), "numId")
    is_in_contents = any(name.startswith("toc ") for name in styles.names(paragraph.element))
    return is_in_contents or value(number) not in ("", "0")


def _marker(line: str, paragraph: Seen) -> _Marker | None:
    if bullet := _BULLET.match(line):
        return _Marker(bullet[1], 0, paragraph.place)
    numbered = _NUMBER.match(line)
    if not numbered or numbered[2].casefold().rstrip(".,") in _MONTHS:
        return None
    label = numbered[1]
    if label.isdecimal():
        return _Marker("1.", int(label), paragraph.place)
    return _Marker("a.", ord(label), paragraph.place)
