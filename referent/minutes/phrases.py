"""The user's own phrases: formulas for the palette, with places to be written in, and abbreviations that grow into
sentences while typing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

MARK = ";"
"""Begins an abbreviation: ";te"."""
ENDS = " .,:;!?)"
"""Characters that finish an abbreviation; Enter does too."""
LONGEST_ABBREVIATION = 20
LONGEST_ABBREVIATED = LONGEST_ABBREVIATION + 2
"""With its mark, and what stands before that."""
_ABBREVIATED = re.compile(rf"(?:^|(?<=[\s(]));(\w{{1,{LONGEST_ABBREVIATION}}})$")
_PLACE = re.compile(r"\{[^{}\n]{1,40}\}")


@dataclass(frozen=True, slots=True)
class Phrases:
    """What stands in the user's file, and in Danish what is wrong with it."""

    formulas: tuple[str, ...] = ()
    abbreviations: Mapping[str, str] = field(default_factory=dict)
    """By the letters after the mark, in small ones."""
    problems: tuple[str, ...] = ()


def abbreviated(before: str, abbreviations: Mapping[str, str]) -> tuple[str, str] | None:
    """The abbreviation that a line ends with, as it was typed, and the sentence for it; None where there is none that
    is known.
    """
    found = _ABBREVIATED.search(before[-LONGEST_ABBREVIATED:])
    sentence = abbreviations.get(found[1].casefold()) if found else None
    return (found[0], sentence) if found and sentence is not None else None


def places_in(text: str, after: int = 0) -> Iterator[tuple[int, int]]:
    """Where a formula is to be written in: start and end of each `{placeholder}` from `after` on."""
    return (found.span() for found in _PLACE.finditer(text, after))
