"""Dates as a Dane says them: "1. april", "på fredag", "om 14 dage", "ultimo april".

In: what was typed, and the day of the meeting, from which everything relative counts. Out: the date, or None where it
is none. A date without a year is the first such day from the meeting on.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

MONTHS = (
    *("januar", "februar", "marts", "april", "maj", "juni", "juli"),
    *("august", "september", "oktober", "november", "december"),
)
WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
FRIDAY = 4
"""A week as a due date means its last working day."""
NEXT_MEETING = ("næste møde", "til næste møde")
_FROM_TWO = ("to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve", "tolv", "tretten", "fjorten")
COUNTS = dict.fromkeys(("en", "et", "én", "ét"), 1) | {word: count for count, word in enumerate(_FROM_TWO, 2)}
LONGEST = 1000
"""Days, weeks or months from the meeting; more is a slip of the hand."""

_NUMERIC = re.compile(r"(\d{1,2})[-./](\d{1,2})(?:[-./](\d{4}|\d{2}))?")
_YEAR_FIRST = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DAY_AND_MONTH = re.compile(r"(\d{1,2})\.? ?([a-zæøå]+)\.?(?: (\d{4}))?")
_AHEAD = re.compile(r"om (\d{1,4}|[a-zé]+) (dage?|uger?|måned(?:er)?|år)")
_WEEK = re.compile(r"(?:i )?uge (\d{1,2})(?:,? (\d{4}))?")
_PART_OF_MONTH = re.compile(
    r"(primo|medio|ultimo|i? ?(?:starten|begyndelsen|midten|slutningen|udgangen) af) ([a-zæøå]+)(?: (\d{4}))?"
)
_LEAD = re.compile(r"^(?:senest |inden |den |d\. ?|på )+")


def parse_date(typed: str, meeting_day: date, next_meeting: date | None = None) -> date | None:
    """The date that `typed` means, seen from the day of the meeting; None where it is none, or cannot be.

    A weekday is the first after the meeting, with "næste" that of the week after; a week is its Friday; "næste møde" is
    `next_meeting`, where that is known.
    """
    text = _LEAD.sub("", " ".join(typed.casefold().split()).rstrip(","))
    if is_next_meeting(text):
        return next_meeting
    weekday, _, rest = text.partition(" ")
    weekday = weekday.rstrip(",")
    if weekday in WEEKDAYS and _LEAD.sub("", rest)[:1].isdigit():
        day = _written_day(_LEAD.sub("", rest), meeting_day)
        return day if day is not None and WEEKDAYS[day.weekday()] == weekday else None
    try:
        return _written_day(text, meeting_day) or _relative_day(text, meeting_day)
    except OverflowError:
        return None


def _written_day(text: str, meeting_day: date) -> date | None:
    if found := _YEAR_FIRST.fullmatch(text):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if found := _NUMERIC.fullmatch(text):
        return _first_from(meeting_day, int(found[1]), int(found[2]), found[3])
    if found := _DAY_AND_MONTH.fullmatch(text):
        month = _month(found[2])
        return _first_from(meeting_day, int(found[1]), month, found[3]) if month else None
    if (found := _PART_OF_MONTH.fullmatch(text)) and (month := _month(found[2])):
        return _part_of_month(found[1], month, found[3], meeting_day)
    return None


def _relative_day(text: str, meeting_day: date) -> date | None:
    near = {"i dag": 0, "i morgen": 1, "i overmorgen": 2, "om en uges tid": 7, "om fjorten dages tid": 14}
    if text in near:
        return meeting_day + timedelta(days=near[text])
    if text in WEEKDAYS:
        return _weekday_after(meeting_day, WEEKDAYS.index(text))
    monday = meeting_day - timedelta(days=meeting_day.weekday())
    if text in ("denne uge", "i denne uge"):
        return monday + timedelta(days=FRIDAY)
    if text in ("næste uge", "i næste uge"):
        return monday + timedelta(days=7 + FRIDAY)
    named = text.removeprefix("næste ").removesuffix(" i næste uge")
    if named != text and named in WEEKDAYS:
        return monday + timedelta(days=7 + WEEKDAYS.index(named))
    if found := _AHEAD.fullmatch(text):
        return _ahead(found[1], found[2], meeting_day)
    if found := _WEEK.fullmatch(text):
        return _friday_of(int(found[1]), found[2], meeting_day)
    return None


def _month(name: str) -> int | None:
    """1 to 12 for the name of a month, or three letters and more of it."""
    found = [number for number, month in enumerate(MONTHS, 1) if len(name) > 2 and month.startswith(name)]
    return found[0] if found else None


def _first_from(meeting_day: date, day: int, month: int, year: str | None) -> date | None:
    if year is not None:
        return _day(int(year) if len(year) > 2 else 2000 + int(year), month, day)
    this_year = _day(meeting_day.year, month, day)
    return this_year if this_year is not None and this_year >= meeting_day else _day(meeting_day.year + 1, month, day)


def _part_of_month(part: str, month: int, year: str | None, meeting_day: date) -> date | None:
    def in_year(number: int) -> date | None:
        if part.startswith("medio") or "midten" in part:
            return _day(number, month, 15)
        is_first = part.startswith("primo") or "start" in part or "begynd" in part
        return _day(number, month, 1) if is_first else _last_of(number, month)

    if year is not None:
        return in_year(int(year))
    this_year = in_year(meeting_day.year)
    return this_year if this_year is not None and this_year >= meeting_day else in_year(meeting_day.year + 1)


def _last_of(year: int, month: int) -> date | None:
    return _day(year, month, monthrange(year, month)[1]) if 1 <= year < 9999 else None


def _weekday_after(meeting_day: date, weekday: int) -> date:
    return meeting_day + timedelta(days=(weekday - meeting_day.weekday() - 1) % 7 + 1)


def _ahead(count: str, unit: str, meeting_day: date) -> date | None:
    number = int(count) if count.isdigit() else COUNTS.get(count)
    if number is None or not 0 < number <= LONGEST:
        return None
    if unit.startswith(("dag", "uge")):
        return meeting_day + timedelta(days=number * (7 if unit.startswith("uge") else 1))
    ahead = number * (12 if unit == "år" else 1)
    if ahead > LONGEST:
        return None
    months = meeting_day.month - 1 + ahead
    year, month = meeting_day.year + months // 12, months % 12 + 1
    last = _last_of(year, month)
    return last and last.replace(day=min(meeting_day.day, last.day))


def _friday_of(week: int, year: str | None, meeting_day: date) -> date | None:
    try:
        if year is not None:
            return date.fromisocalendar(int(year), week, FRIDAY + 1)
        this_year = date.fromisocalendar(meeting_day.isocalendar().year, week, FRIDAY + 1)
        if this_year >= meeting_day - timedelta(days=FRIDAY):
            return this_year
        return date.fromisocalendar(meeting_day.isocalendar().year + 1, week, FRIDAY + 1)
    except ValueError:
        return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def is_next_meeting(typed: str) -> bool:
    return " ".join(typed.casefold().split()) in NEXT_MEETING


def numeric_date(day: date) -> str:
    """ "1-4-2027", as `parse_date` reads it."""
    return f"{day.day}-{day.month}-{day.year}"


def short_date(day: date, meeting_day: date) -> str:
    """ "fre 27/11", with the year where it is another than the meeting's."""
    year = "" if day.year == meeting_day.year else f"-{day.year}"
    return f"{WEEKDAYS[day.weekday()][:3]} {day.day}/{day.month}{year}"


def spoken_date(day: date, meeting_day: date) -> str:
    """ "fredag den 27. november", with the year where it is another than the meeting's: what was typed is seen to be
    what was meant.
    """
    year = "" if day.year == meeting_day.year else f" {day.year}"
    return f"{WEEKDAYS[day.weekday()]} den {day.day}. {MONTHS[day.month - 1]}{year}"
