"""The user's own phrases, `tekster.toml`: `formler`, a list, and `[forkortelser]`, each with the sentence it means."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, Field

from referent.cleaning import clean
from referent.files.shape import Shape, load, short, wrong
from referent.minutes.phrases import LONGEST_ABBREVIATION, Phrases

MOST = 500
LONGEST_PHRASE = 5_000
"""Characters."""
_ABBREVIATION = re.compile(rf"\w{{1,{LONGEST_ABBREVIATION}}}")


def _phrase(text: str) -> str:
    """Spaces at the end stay: the beginning of a sentence is a phrase too."""
    phrase = clean(text).strip("\n")
    if not phrase.strip():
        raise wrong("empty_text")
    if len(phrase) > LONGEST_PHRASE:
        raise wrong("too_wide", most=LONGEST_PHRASE)
    return phrase


def _abbreviations(given: dict[str, str]) -> dict[str, str]:
    known: dict[str, str] = {}
    for name, sentence in given.items():
        abbreviation = name.removeprefix(";").casefold()
        if not _ABBREVIATION.fullmatch(abbreviation):
            raise wrong("bad_abbreviation", name=short(name), most=LONGEST_ABBREVIATION)
        if abbreviation in known:
            raise wrong("abbreviation_twice", name=short(name))
        known[abbreviation] = sentence
    return known


Phrase = Annotated[str, AfterValidator(_phrase)]


class PhrasesShape(Shape):
    formler: list[Phrase] = Field([], max_length=MOST)
    forkortelser: Annotated[dict[str, Phrase], AfterValidator(_abbreviations)] = Field({}, max_length=MOST)


def read_phrases(path: Path) -> Phrases:
    """Raises `FileFaults` or OSError."""
    shape, _ = load(path, PhrasesShape)
    return Phrases(tuple(dict.fromkeys(shape.formler)), shape.forkortelser)
