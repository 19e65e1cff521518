"""The user's own phrases."""

from __future__ import annotations

import pytest

from referent.minutes.phrases import abbreviated, places_in

KNOWN = {"te": "Taget til efterretning.", "ø2": "Økonomi"}


@pytest.mark.parametrize(
    ("before", "typed"), [(";te", ";te"), ("Ja. ;te", ";te"), ("(;TE", ";TE"), ("a ;ø2", ";ø2"), ("- ;te", ";te")]
)
def test_a_known_abbreviation_at_the_end_of_a_line_has_its_sentence(before: str, typed: str) -> None:
    found = abbreviated(before, KNOWN)
    assert found is not None
    assert found[0] == typed


@pytest.mark.parametrize("before", ["te", "a;te", ";tee", ";t", ";", "; te", ";;te", "x" * 50, ";" + "x" * 50, ""])
def test_everything_else_is_left_alone(before: str) -> None:
    assert abbreviated(before, KNOWN) is None


def test_places_to_write_in_stand_in_braces() -> None:
    text = "Det blev aftalt, at {hvem} {hvad} senest {dato}. {} {\n}"
    assert [text[start:end] for start, end in places_in(text)] == ["{hvem}", "{hvad}", "{dato}"]
    assert next(places_in(text, text.index("{hvad}")))[0] == text.index("{hvad}")
