"""How times, dates and lengths are written in the files, for the models' validators."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator

from referent.cleaning import clean_line
from referent.domain.agenda import Slot
from referent.files.shape import short, wrong
from referent.files.toml_source import WrittenFloat

MAX_LINE = 5_000
LONGEST_SLOT = timedelta(hours=12)
"""A slot whose end comes before its start goes past midnight; one that would then be longer than this is a mistake."""
MAX_MINUTES = 1440

_CLOCK = re.compile(r"(?:kl\.?\s*)?(\d{1,2})[.:](\d{2})(?:[.:](\d{2}))?\Z", re.IGNORECASE)
_BARE_CLOCK = re.compile(r"\d{1,2}\.\d{2}\Z")
_DASH = re.compile(r"\s*(?:[-‐‑‒–—−]|\btil\b)\s*")
_LENGTH = re.compile(r"(\d{1,9})\s*(?:m|min|min\.|minutter|minut)?\Z", re.IGNORECASE)
_DAY_FIRST = re.compile(r"(\d{1,2})[-./](\d{1,2})[-./](\d{4})\Z")
_YEAR_FIRST = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})\Z")
_YEARS = range(1900, 3000)


def shown(value: Any) -> str:
    """A value that cannot be used, short and on one line, as it is written in a file. A number may have more digits
    than Python is willing to print.
    """
    match value:
        case WrittenFloat():
            text = value.written
        case bool():
            text = str(value).lower()
        case int() if value.bit_length() > 1_000:
            text = "…"
        case dict():
            text = "{…}"
        case list():
            text = "[…]"
        case _:
            text = str(value)
    return short(text, 40)


def read_time(value: Any) -> time:
    """`"14.00"`, `"14:00"`, `"14.00.30"`, `"kl. 14.00"`, a TOML time, or bare `14.00`."""
    if isinstance(value, time):
        return value.replace(microsecond=0, tzinfo=None)
    if isinstance(value, WrittenFloat) and not _BARE_CLOCK.match(value.written):
        raise wrong("bare_time", value=shown(value))
    text = value.written if isinstance(value, WrittenFloat) else value
    if not isinstance(text, str):
        raise wrong("wrong_time", value=shown(value))
    found = _CLOCK.match(text.strip())
    if found:
        hour, minute, second = int(found[1]), int(found[2]), int(found[3] or 0)
        if (hour, minute, second) == (24, 0, 0):
            return time()
        if hour < 24 and minute < 60 and second < 60:
            return time(hour, minute, second)
    raise wrong("wrong_time", value=shown(value))


def read_moment(value: Any) -> time | datetime:
    """A time of day, or a date and a time, which needs no working out."""
    if isinstance(value, datetime):
        read_date(value)
        return value.replace(microsecond=0, tzinfo=None)
    return read_time(value)


def read_date(value: Any) -> date:
    """A TOML date, `"12-03-2025"` or `"2025-03-12"`."""
    day: date | None = None
    if isinstance(value, datetime):
        day = value.date()
    elif isinstance(value, date):
        day = value
    elif isinstance(value, str):
        day = _date_in(value.strip())
    if day is None or day.year not in _YEARS:
        raise wrong("wrong_date", value=shown(value))
    return day


def _date_in(text: str) -> date | None:
    day_first, year_first = _DAY_FIRST.match(text), _YEAR_FIRST.match(text)
    try:
        if day_first:
            return date(int(day_first[3]), int(day_first[2]), int(day_first[1]))
        if year_first:
            return date(int(year_first[1]), int(year_first[2]), int(year_first[3]))
    except ValueError:
        pass
    return None


def read_slot(value: Any) -> Slot:
    """`"13.15-13.45"`, with any dash, spaces and `kl.`"""
    ends = _DASH.split(value.strip()) if isinstance(value, str) else []
    if len(ends) != 2 or not all(_CLOCK.match(end) for end in ends):
        raise wrong("wrong_slot", value=shown(value))
    start, end = read_time(ends[0]), read_time(ends[1])
    allotted = timedelta(seconds=(_seconds(end) - _seconds(start)) % (24 * 3600))
    if not allotted:
        raise wrong("empty_slot", value=shown(value))
    if allotted > LONGEST_SLOT:
        raise wrong("end_before_start")
    return Slot(allotted, start)


def _seconds(moment: time) -> int:
    return moment.hour * 3600 + moment.minute * 60 + moment.second


def read_length(value: Any) -> timedelta:
    """`30` or `"30 min"`."""
    minutes: int | None = None
    if isinstance(value, int) and not isinstance(value, bool):
        minutes = value
    elif isinstance(value, str):
        found = _LENGTH.match(value.strip())
        minutes = int(found[1]) if found else None
    if minutes is None:
        raise wrong("wrong_length", value=shown(value))
    if not 1 <= minutes <= MAX_MINUTES:
        raise wrong("length_range")
    return timedelta(minutes=minutes)


def _one_line(text: str) -> str:
    line = clean_line(text)
    if len(line) > MAX_LINE:
        raise wrong("too_wide", most=MAX_LINE)
    return line


def _not_empty(text: str) -> str:
    if not text.strip():
        raise wrong("empty_text")
    return text


def text_as(key: str) -> Callable[[Any], Any]:
    """A validator that takes a plain text for a table with that text under `key`."""

    def widen(value: Any) -> Any:
        if isinstance(value, str):
            return {key: value}
        if not isinstance(value, dict):
            raise wrong("list_of_text_or_tables")
        return value

    return widen


def text_or_list(value: Any) -> Any:
    """A single text counts as a list of one."""
    if isinstance(value, str):
        return [value] if value.strip() else []
    if not isinstance(value, list):
        raise wrong("text_or_list")
    return value


Line = Annotated[str, AfterValidator(_one_line)]
"""Text on one line: a newline in it becomes a space."""
RequiredLine = Annotated[str, AfterValidator(_one_line), AfterValidator(_not_empty)]
Clock = Annotated[time, BeforeValidator(read_time)]
Day = Annotated[date, BeforeValidator(read_date)]
