"""`{{name}}` in a Word template becomes its value, in the run where it begins, however Word has cut it up.

A paragraph's text is read as one, over runs, links, bookmarks, marks of the spelling checker and content controls. What
is not text (a tab, a picture) parts it. A text box within a paragraph is paragraphs of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import accumulate

from referent.word.paragraphs import NOTHING_SEEN
from referent.word.xml import Element, clean, qualified

_PLACEHOLDER = re.compile(r"\{\{\s*([^{}\n]*?)\s*\}\}")
_PARAGRAPH = qualified("w:p")
_TEXT = qualified("w:t")
_RUN = qualified("w:r")


def fill_placeholders(root: Element, values: Mapping[str, str]) -> tuple[set[str], set[str]]:
    """Fill every paragraph under `root`; the names that were filled, and those that are not among `values`.

    Names are read without regard to capitals, for Word puts them at the beginning of a line by itself; as in a house
    style a capital gives the value one too. What is not known stays as it is.
    """
    known: set[str] = set()
    unknown: set[str] = set()
    for paragraph in list(root.iter(_PARAGRAPH)):
        pieces = list(_pieces(paragraph))
        text = _text_of(pieces)
        if "{{" not in text:
            continue
        for found in reversed(list(_PLACEHOLDER.finditer(text))):
            name = found[1].casefold()
            if name in values:
                known.add(name)
                _replace(pieces, found.span(), _value(values[name], found[1]))
            else:
                unknown.add(found[1])
        _drop_emptied(pieces)
    return known, unknown


def has_placeholder(paragraph: Element, name: str) -> bool:
    text = _text_of(list(_pieces(paragraph)))
    return any(found[1].casefold() == name for found in _PLACEHOLDER.finditer(text))


def _pieces(paragraph: Element) -> Iterator[Element]:
    """What stands in the runs of this paragraph, not in those of a text box inside it, in order."""
    for run in paragraph.iter(_RUN):
        if next(run.iterancestors(_PARAGRAPH)) is paragraph:
            yield from (element for element in run if element.tag not in NOTHING_SEEN or element.tag == _TEXT)


def _piece_text(piece: Element) -> str:
    """A line end stands for what is not text: no placeholder goes across it."""
    return (piece.text or "") if piece.tag == _TEXT else "\n"


def _text_of(pieces: list[Element]) -> str:
    return "".join(map(_piece_text, pieces))


def _value(value: str, name: str) -> str:
    value = " ".join(clean(value).split())
    return value[:1].upper() + value[1:] if name[:1].isupper() else value


def _replace(pieces: list[Element], span: tuple[int, int], value: str) -> None:
    """Put `value` at the beginning of `span`, which holds text only, and take out the rest of it."""
    start, end = span
    begins = accumulate((len(_piece_text(piece)) for piece in pieces), initial=0)
    for piece, begin in list(zip(pieces, begins, strict=False)):
        text = _piece_text(piece)
        if begin + len(text) <= start or begin >= end:
            continue
        before, after = text[: max(start - begin, 0)], text[end - begin :]
        piece.text = before + (value if begin <= start else "") + after
        piece.set(qualified("xml:space"), "preserve")


def _drop_emptied(pieces: list[Element]) -> None:
    for piece in pieces:
        run = piece.getparent()
        if piece.tag != _TEXT or piece.text or run is None:
            continue
        run.remove(piece)
        drop_emptied_run(run)


def drop_emptied_run(run: Element) -> None:
    """Take out a run of which nothing but its format is left."""
    parent = run.getparent()
    if run.tag == _RUN and parent is not None and all(element.tag == qualified("w:rPr") for element in run):
        parent.remove(run)
