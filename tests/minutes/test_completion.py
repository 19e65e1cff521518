"""A name begun, and whom it may mean."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referent.domain.meeting import Meeting
from referent.minutes.completion import MOST_OFFERED, NameFinder, names_of
from referent.minutes.spelling import folded, has_words
from tests.domain.samples import THREE_ITEMS, at, planned

NAMES = ("Anna Ask", "Anne-Mette Dal", "Bo Birk", "Søren Ågård", "Åse Æble Østergaard", "Jørn Kühn")
FINDER = NameFinder(NAMES)
parts = st.text("abdegiklmnoprstuvyæøåéü", min_size=2, max_size=8).map(str.capitalize)
names = st.lists(parts, min_size=1, max_size=4).map(" ".join)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("an", ("Anna Ask", "Anne-Mette Dal")),
        ("bi", ("Bo Birk",)),
        ("birk bo", ("Bo Birk",)),
        ("aa", ("Åse Æble Østergaard", "Anna Ask", "Søren Ågård")),
        ("soeren", ("Søren Ågård",)),
        ("søren ågaard", ("Søren Ågård",)),
        ("soren", ("Søren Ågård",)),
        ("kuhn", ("Jørn Kühn",)),
        ("amd", ("Anne-Mette Dal",)),
        ("mette", ("Anne-Mette Dal",)),
        ("xyz", ()),
        ("bo birk er her", ()),
    ],
)
def test_a_name_is_found_by_what_is_typed_of_it(typed: str, expected: tuple[str, ...]) -> None:
    assert sorted(FINDER.fitting(typed)) == sorted(expected)


def test_a_first_name_goes_before_a_surname_and_that_before_letters_left_out() -> None:
    finder = NameFinder(("Bodil Mark", "Ole Marker", "Marie Bo", "Mia Arkel"))
    assert finder.fitting("mar") == ("Marie Bo", "Bodil Mark", "Ole Marker", "Mia Arkel")


def test_at_most_five_are_offered_and_nothing_typed_offers_the_first() -> None:
    finder = NameFinder(f"Person {letter}" for letter in "abcdefgh")
    assert len(finder.fitting("person")) == len(finder.fitting("")) == MOST_OFFERED


@given(name=names, others=st.lists(names, max_size=3), data=st.data())
def test_whatever_is_typed_of_a_name_finds_it(name: str, others: list[str], data: st.DataObject) -> None:
    words = name.split()
    word = data.draw(st.sampled_from(words))
    beginning = word[: data.draw(st.integers(1, len(word)))]
    shuffled = data.draw(st.permutations(words))
    begun = [part[: data.draw(st.integers(1, len(part)))] for part in shuffled]
    finder = NameFinder([*others, name])
    for typed in (beginning, beginning.upper(), folded(beginning), name, folded(name), " ".join(shuffled)):
        assert name in finder.fitting(typed, 10), typed
    assert name in NameFinder([name]).fitting(" ".join(begun)) or len(words) > 2
    if len(words) > 1:
        assert name in finder.fitting("".join(folded(part)[0] for part in words), 10)


@given(typed=st.text(max_size=20), name=st.text(max_size=20))
def test_no_text_is_too_much_for_it(typed: str, name: str) -> None:
    assert set(NameFinder([name]).fitting(typed)) <= {name}


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("anna", "Anna Ask"),
        ("AA", None),
        ("an", None),
        ("bb", "Bo Birk"),
        ("", None),
        ("åse æble oestergård", NAMES[4]),
    ],
)
def test_one_is_meant_where_only_one_can_be(typed: str, expected: str | None) -> None:
    assert FINDER.meant(typed) == expected


def test_a_whole_name_is_meant_even_where_another_begins_so() -> None:
    assert NameFinder(("Bo Birk", "Bo Birkholm")).meant("bo birk") == "Bo Birk"


def test_everyone_at_the_meeting_may_be_named_once_and_an_empty_seat_not() -> None:
    meeting = planned().add_participant("Dorte Dal").set_substitute("carl", "Sanne Sten")
    meeting = meeting.take_up("item-1", at("13.00"))
    found = names_of(meeting)
    assert found == ("Anna Ask", "Bo Birk", "Carl Ceder", "Dorte Dal", "Sanne Sten", "Gry", "Hans")


def test_chair_and_minute_takers_may_be_named_too() -> None:
    agenda = replace(THREE_ITEMS, chair="Anna Ask", minute_takers=("Rikke Ris",))
    assert names_of(Meeting.planned(agenda)).count("Anna Ask") == 1
    assert "Rikke Ris" in names_of(Meeting.planned(agenda))


@pytest.mark.parametrize(
    ("text", "typed"), [("Orienteringen blev taget", "tag ori"), ("Drøftet.", "droef"), ("Sagen", "")]
)
def test_words_are_found_in_any_order_and_spelling(text: str, typed: str) -> None:
    assert has_words(text, typed)
    assert not has_words(text, f"{typed} hurra")
