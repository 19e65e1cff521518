"""Votes as they are typed."""

from __future__ import annotations

import pytest

from referent import screen_texts as texts
from referent.domain.decisions import Vote, Votes
from referent.domain.voting import Voter
from referent.tui.vote_text import fault_in, read_vote, read_votes, voters_line

VOTERS = (
    Voter("Asta Bo", "A", "asta"),
    Voter("Alf Eg", "A", "alf"),
    Voter("Vera Holt", "V", "vera"),
    Voter("Viggo Lund", "V", "viggo"),
    Voter("Øjvind Rask", "F", "finn"),
)


@pytest.mark.parametrize(
    ("typed", "votes"),
    [
        ("", ()),
        ("5", 5),
        ("A", ("A",)),
        ("a v", ("A", "V")),
        ("A, V og F", ("A", "V", "F")),
        ("Vera Holt", ("Vera Holt",)),
        ("vera, alf", ("Vera Holt", "Alf Eg")),
        ("vera alf", ("Vera Holt", "Alf Eg")),
        ("A øjv", ("A", "Øjvind Rask")),
        ("lund", ("Viggo Lund",)),
        ("vi", ("Viggo Lund",)),
        ("Otto Und", ("Otto Und",)),
        ("A, A", ("A",)),
    ],
)
def test_what_is_typed_is_a_count_parties_or_names(typed: str, votes: Votes) -> None:
    assert read_votes(typed, VOTERS) == votes


def test_what_could_be_two_stays_as_it_was_typed() -> None:
    assert read_votes("x", (Voter("Xenia Dal"), Voter("Xaver Eg"))) == ("x",)


@pytest.mark.parametrize("word", ["resten", "Resten", "*", "øvrige"])
def test_the_rest_are_all_others(word: str) -> None:
    assert read_vote({"for": word, "against": "F", "abstained": ""}, VOTERS) == Vote(("A", "V"), ("F",))
    assert read_vote({"for": "4", "against": word, "abstained": ""}, VOTERS) == Vote(4, 1)


@pytest.mark.parametrize(
    ("votes_for", "against", "fault"),
    [
        ("12 stemmer", "", texts.NOT_A_COUNT),
        ("99999", "", texts.NOT_A_COUNT),
        ("resten", "*", texts.VOTE_TWO_RESTS),
        ("5", "resten", ""),
    ],
)
def test_what_cannot_be_read_is_told(votes_for: str, against: str, fault: str) -> None:
    assert fault_in({"for": votes_for, "against": against, "abstained": ""}) == fault


def test_the_line_of_voters_names_them_by_party_and_counts_them_where_there_are_many() -> None:
    assert voters_line(VOTERS[:3]) == "Kan stemme (3): A: Asta Bo, Alf Eg · V: Vera Holt"
    many = tuple(Voter(f"Medlem nummer {number}", "AV"[number % 2]) for number in range(20))
    assert voters_line(many) == "Kan stemme (20): A 10 · V 10"
    line = voters_line(tuple(Voter(f"Medlem nummer {number}") for number in range(20)))
    assert line.endswith(" …")
    assert len(line) <= 133  # what surely fits on the two lines there are
