"""Danish forms of lists, times and dates."""

from __future__ import annotations

from datetime import date, time

import pytest

from referent.minutes.danish import clock, day, join, span, tie


@pytest.mark.parametrize(
    ("names", "joined"),
    [([], ""), (["a"], "a"), (["a", "b"], "a og b"), (["a", "b", "c"], "a, b og c")],
)
def test_a_list_has_og_before_the_last_and_no_comma_there(names: list[str], joined: str) -> None:
    assert join(names) == joined


def test_a_clock_time_follows_the_pattern_and_drops_seconds() -> None:
    assert clock(time(9, 5, 59)) == "09.05"
    assert clock(time(9, 5), "H.mm") == "9.05"
    assert clock(time(14, 0), "HH:mm") == "14:00"


def test_a_date_follows_the_pattern_in_danish() -> None:
    assert day(date(2024, 3, 1), "EEEE 'd.' dd. MMMM yyyy") == "fredag d. 01. marts 2024"
    assert day(date(2025, 3, 12), "dd-MM-yyyy") == "12-03-2025"


def test_a_time_is_tied_to_its_kl_and_a_number_to_its_punkt() -> None:
    assert tie("Punkt 3 d. 1. maj kl. 10.10, se punktet") == "Punkt\u00a03 d.\u00a01. maj kl.\u00a010.10, se punktet"


def test_a_range_has_an_en_dash() -> None:
    assert span("13.15", "13.45") == "13.15–13.45"
    assert span("13.15", "") == "13.15"
