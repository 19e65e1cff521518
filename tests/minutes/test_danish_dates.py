"""Dates as a Dane says them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referent.minutes.danish_dates import (
    MONTHS,
    WEEKDAYS,
    is_next_meeting,
    numeric_date,
    parse_date,
    short_date,
    spoken_date,
)

THURSDAY = date(2026, 11, 26)
days_of_meetings = st.dates(date(2020, 1, 1), date(2060, 12, 31))


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("1. april", date(2027, 4, 1)),
        ("1 april", date(2027, 4, 1)),
        ("d. 1. april", date(2027, 4, 1)),
        ("senest den 1. apr.", date(2027, 4, 1)),
        ("1. december", date(2026, 12, 1)),
        ("26. november", THURSDAY),
        ("1. april 2030", date(2030, 4, 1)),
        ("1/4", date(2027, 4, 1)),
        ("1.4.26", date(2026, 4, 1)),
        ("01-04-2026", date(2026, 4, 1)),
        ("2026-04-01", date(2026, 4, 1)),
        ("i dag", THURSDAY),
        ("i morgen", date(2026, 11, 27)),
        ("i overmorgen", date(2026, 11, 28)),
        ("fredag", date(2026, 11, 27)),
        ("på fredag", date(2026, 11, 27)),
        ("torsdag", date(2026, 12, 3)),
        ("næste fredag", date(2026, 12, 4)),
        ("fredag i næste uge", date(2026, 12, 4)),
        ("Fredag d. 4. december", date(2026, 12, 4)),
        ("om 14 dage", date(2026, 12, 10)),
        ("om to uger", date(2026, 12, 10)),
        ("om en uge", date(2026, 12, 3)),
        ("om 1 måned", date(2026, 12, 26)),
        ("om tre måneder", date(2027, 2, 26)),
        ("om et år", date(2027, 11, 26)),
        ("uge 49", date(2026, 12, 4)),
        ("i uge 15", date(2027, 4, 16)),
        ("uge 15 2028", date(2028, 4, 14)),
        ("denne uge", date(2026, 11, 27)),
        ("næste uge", date(2026, 12, 4)),
        ("ultimo april", date(2027, 4, 30)),
        ("ultimo februar 2028", date(2028, 2, 29)),
        ("primo januar", date(2027, 1, 1)),
        ("medio december", date(2026, 12, 15)),
        ("udgangen af november", date(2026, 11, 30)),
    ],
)
def test_what_is_said_is_a_date_seen_from_the_meeting(typed: str, expected: date) -> None:
    assert parse_date(typed, THURSDAY) == expected


@pytest.mark.parametrize(
    "typed",
    [
        *("31. februar", "31/2", "32. april", "0. maj", "29. februar 2027", "1. hat", "1. ma", "15.", "april", ""),
        *("uge 60", "uge 0", "fredag d. 3. december", "fredag d. 31. februar", "om 0 dage", "om 5000 dage"),
        *("om nogen dage", "snart", "1/4/123", "99999 dage", "om 999 år", "næste møde", "primo hat", "²/4"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused(typed: str) -> None:
    assert parse_date(typed, THURSDAY) is None


def test_the_end_of_a_month_is_kept_within_the_month() -> None:
    assert parse_date("om en måned", date(2027, 1, 31)) == date(2027, 2, 28)


def test_the_next_meeting_is_what_somebody_said_it_is() -> None:
    assert is_next_meeting("  Næste  møde ")
    assert parse_date("næste møde", THURSDAY, date(2027, 1, 14)) == date(2027, 1, 14)


@given(meeting_day=days_of_meetings, ahead=st.integers(0, 364))
def test_every_date_within_a_year_comes_back_however_it_is_written(meeting_day: date, ahead: int) -> None:
    day = meeting_day + timedelta(days=ahead)
    month = MONTHS[day.month - 1]
    for typed in (
        f"{day.day}. {month}",
        f"den {day.day}. {month[:3]}",
        f"{day.day}/{day.month}",
        f"{day.day:02}.{day.month:02}",
        f"{WEEKDAYS[day.weekday()]} den {day.day}. {month}",
    ):
        assert parse_date(typed, meeting_day) == day, typed


@given(meeting_day=days_of_meetings, day=st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_every_date_with_its_year_comes_back_however_it_is_written(meeting_day: date, day: date) -> None:
    for typed in (
        f"{day.day}. {MONTHS[day.month - 1]} {day.year}",
        f"{day:%d-%m-%Y}",
        f"{day:%d.%m.%y}",
        day.isoformat(),
        numeric_date(day),
        f"{spoken_date(day, date(1999, 1, 1))}",
    ):
        assert parse_date(typed, meeting_day) == day, typed


@given(meeting_day=days_of_meetings, ahead=st.integers(1, 7))
def test_a_weekday_is_the_first_after_the_meeting(meeting_day: date, ahead: int) -> None:
    day = meeting_day + timedelta(days=ahead)
    assert parse_date(WEEKDAYS[day.weekday()], meeting_day) == day


@given(meeting_day=days_of_meetings, count=st.integers(1, 300))
def test_what_is_counted_from_the_meeting_lies_so_far_ahead(meeting_day: date, count: int) -> None:
    assert parse_date(f"om {count} dage", meeting_day) == meeting_day + timedelta(days=count)
    assert parse_date(f"om {count} uger", meeting_day) == meeting_day + timedelta(weeks=count)


@given(meeting_day=days_of_meetings, ahead=st.integers(0, 350))
def test_a_week_is_its_friday(meeting_day: date, ahead: int) -> None:
    day = meeting_day + timedelta(days=ahead)
    friday = day - timedelta(days=day.weekday()) + timedelta(days=4)
    week = friday.isocalendar()
    assert parse_date(f"uge {week.week} {week.year}", meeting_day) == friday


@given(typed=st.text(max_size=30), meeting_day=st.dates())
def test_no_text_is_too_much_for_it(typed: str, meeting_day: date) -> None:
    found = parse_date(typed, meeting_day)
    assert found is None or isinstance(found, date)


def test_a_date_is_told_with_its_weekday_and_its_year_where_that_is_another() -> None:
    assert spoken_date(date(2026, 11, 27), THURSDAY) == "fredag den 27. november"
    assert spoken_date(date(2027, 4, 1), THURSDAY) == "torsdag den 1. april 2027"
    assert short_date(date(2026, 11, 27), THURSDAY) == "fre 27/11"
    assert short_date(date(2027, 4, 1), THURSDAY) == "tor 1/4-2027"
