"""Danish forms: lists, clock times, dates and ranges, as they are printed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime, time

NBSP = "\u00a0"
EN_DASH = "–"

_TIED = re.compile(r"\b(kl\.|d\.|[Pp]unkt) (?=\d)")


def join(names: Iterable[str]) -> str:
    """ "a, b og c": no comma before "og"."""
    *first, last = list(names) or [""]
    return f"{', '.join(first)} og {last}" if first else last


def tie(text: str) -> str:
    """The text with no-break spaces between "kl." and its time, "d." and its date, "punkt" and its number."""
    return _TIED.sub(rf"\1{NBSP}", text)


def capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]


def clock(moment: time | datetime, pattern: str = "HH.mm") -> str:
    """The clock time by a pattern of HH (two digits), H (one or two) and mm. Seconds are never printed."""
    return (
        pattern.replace("HH", f"{moment.hour:02}").replace("H", str(moment.hour)).replace("mm", f"{moment.minute:02}")
    )


def day(moment: date, pattern: str) -> str:
    """The date by a pattern as Babel (CLDR) writes them: "d. MMMM yyyy" gives "12. marts 2025"."""
    from babel.dates import format_date  # costs 50 ms to import, and only documents need it

    return str(format_date(moment, pattern, locale="da"))


def span(start: str, end: str) -> str:
    """A range with an en dash; only the start where the end is not known."""
    return f"{start}{EN_DASH}{end}" if end else start
