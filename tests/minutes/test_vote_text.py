"""The outcome of a vote in the words of the house style."""

from __future__ import annotations

from dataclasses import replace

import pytest

from referent.domain.voting import Tally
from referent.minutes.vote_text import outcome_sentence
from referent.minutes.wording import Wording


@pytest.mark.parametrize(
    ("votes", "sentence"),
    [
        (Tally(5, 2, 1), "Vedtaget med 5 stemmer mod 2; 1 undlod."),
        (Tally(5, 2, 0), "Vedtaget med 5 stemmer mod 2."),
        (Tally(5, 0, 2), "Vedtaget med 5 stemmer mod 0; 2 undlod."),
        (Tally(7, 0, 0), "Enstemmigt vedtaget."),
        (Tally(1, 4, 0), "Forkastet med 4 stemmer mod 1."),
        (Tally(0, 1, 2), "Forkastet med 1 stemme mod 0; 2 undlod."),
        (Tally(3, 3, 1), "Bortfaldet ved stemmelighed, 3 stemmer mod 3; 1 undlod."),
        (Tally(1, 1, 0), "Bortfaldet ved stemmelighed, 1 stemme mod 1."),
        (Tally(0, 0, 3), ""),
    ],
)
def test_the_outcome_is_worked_out_in_words(votes: Tally, sentence: str) -> None:
    assert outcome_sentence(votes, Wording()) == sentence


def test_a_house_style_has_its_own_words() -> None:
    wording = replace(Wording(), carried="Godkendt ({for} for, {imod} imod)")
    assert outcome_sentence(Tally(5, 2, 0), wording) == "Godkendt (5 stemmer for, 2 imod)"
