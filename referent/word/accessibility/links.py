"""Links say where they go (WCAG 2.4.4, "in context").

A bare address may stand where the words before it say what it is: minutes are printed too, and keep their addresses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from referent.word.accessibility.findings import Finding, Place, error, excerpt, warning
from referent.word.accessibility.opened import Opened
from referent.word.accessibility.runs import Run
from referent.word.xml import Element

_VAGUE = frozenset(
    (
        *("her", "klik her", "tryk her", "læs her", "se her", "find den her", "hent her", "læs mere", "læs mere her"),
        *("se mere", "mere", "link", "linket", "dette link", "here", "click here", "read more", "more", "this link"),
    )
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_LONGEST_READABLE = 60
_UNREADABLE = re.compile(r"[?&=%#]|\w{25}|\d{8}")


def findings(document: Opened) -> Iterator[Finding]:
    lead_in = ""
    for paragraph in document.paragraphs:
        for link, group in groupby(paragraph.runs, lambda run: run.link):
            runs = list(group)
            text = " ".join("".join(run.text for run in runs).split())
            if link is not None:
                yield from _of_link(text, runs, lead_in, paragraph.place)
            lead_in = text or lead_in
        lead_in = lead_in if lead_in.endswith(":") else ""


def _of_link(text: str, runs: Sequence[Run], lead_in: str, place: Place) -> Iterator[Finding]:
    plain = text.casefold().strip(" .:,;!»«\"'<>→›")
    if not plain and not any(_shows(run.element) for run in runs):
        yield error("empty_link", place)
    elif plain in _VAGUE:
        yield error("vague_link", place, text=excerpt(text))
    elif _is_unreadable(text) and not lead_in:
        yield warning("bare_link", place, text=excerpt(text))


def _shows(run: Element) -> bool:
    """Whether a run holds a picture, whose own text then says where the link goes."""
    return any(str(child.tag).endswith(("}drawing", "}pict", "}object", "}AlternateContent")) for child in run)


def _is_unreadable(text: str) -> bool:
    """A bare address that nobody can read aloud; a short one, or one of plain words, says where it goes."""
    address = _ADDRESS.fullmatch(text)
    return bool(address) and (len(text) > _LONGEST_READABLE or _UNREADABLE.search(text) is not None)
