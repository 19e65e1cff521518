"""Dates as a Dane types them."""

from __future__ import annotations

import re
from datetime import date

from referent import screen_texts as texts

NUMERIC = re.compile(r"(\d{1,2})[-./](\d{1,2})(?:[-./](\d{4}))?")
ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
WORDS = re.compile(r"(?:den |d\. )?(\d{1,2})\.? ?([a-zæøå]+)\.?(?: (\d{4}))?")


def parse_date(typed: str, after: date) -> date | None:
    """ "1. april", "01-04-2026", "1/4" or "2026-04-01"; without a year the first such day from `after` on. None where
    it cannot be read.
    """
    typed = " ".join(typed.casefold().split())
    if found := ISO.fullmatch(typed):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if found := NUMERIC.fullmatch(typed):
        return _in_year(int(found[1]), int(found[2]), found[3], after)
    if found := WORDS.fullmatch(typed):
        months = [
            index for index, name in enumerate(texts.MONTHS, 1) if name.startswith(found[2]) and len(found[2]) > 2
        ]
        return _in_year(int(found[1]), months[0], found[3], after) if months else None
    return None


def _in_year(day: int, month: int, year: str | None, after: date) -> date | None:
    if year is not None:
        return _day(int(year), month, day)
    this_year = _day(after.year, month, day)
    return this_year if this_year is not None and this_year >= after else _day(after.year + 1, month, day)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
