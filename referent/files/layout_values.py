"""How templates, dates, colours and sizes are written in a house style file, for the models' validators."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Annotated

from pydantic import AfterValidator, Field

from referent.file_texts import LAYOUT_FAULTS
from referent.minutes import placeholders
from referent.minutes.danish import day
from referent.minutes.template import check


def template_with(known: frozenset[str]) -> AfterValidator:
    """A validator of a template that may name the placeholders `known`."""

    def checked(text: str) -> str:
        check(text, known)
        return text

    return AfterValidator(checked)


def wrong_layout(code: str, **values: object) -> ValueError:
    """What a validator raises; `code` is a key of `LAYOUT_FAULTS`."""
    return ValueError(LAYOUT_FAULTS[code].format_map(values))


_PLAIN_DATE = re.compile(r"(?=.*[EdMy])(?:E{3,4}|d{1,2}|M{1,4}|y|yyyy|'[^']+'|[ .,/-])+")
"""Patterns that need not be shown to Babel, which takes long to import, to know that it takes them."""


def _date_pattern(pattern: str) -> str:
    if _PLAIN_DATE.fullmatch(pattern):
        return pattern
    try:
        shown = day(date(2025, 3, 12), pattern)
    except Exception:  # whatever Babel thinks of it
        raise wrong_layout("bad_date_pattern", pattern=pattern) from None
    if not shown.strip():
        raise wrong_layout("bad_date_pattern", pattern=pattern)
    return pattern


def _matching(pattern: str, code: str, name: str) -> Callable[[str], str]:
    def checked(text: str) -> str:
        if not re.fullmatch(pattern, text):
            raise wrong_layout(code, **{name: text})
        return text

    return checked


MeetingText = Annotated[str, template_with(placeholders.MEETING)]
PageText = Annotated[str, template_with(placeholders.PAGE)]
ItemText = Annotated[str, template_with(placeholders.ITEM)]
SectionText = Annotated[str, template_with(placeholders.SECTION)]
PersonText = Annotated[str, template_with(placeholders.PERSON)]
GuestText = Annotated[str, template_with(placeholders.GUEST)]
GroupText = Annotated[str, template_with(placeholders.GROUP)]
FormulaText = Annotated[str, template_with(placeholders.FORMULA)]
DatePattern = Annotated[str, AfterValidator(_date_pattern)]
ClockPattern = Annotated[str, AfterValidator(_matching(r"HH?[.:]mm", "bad_clock_pattern", "pattern"))]
ActionText = Annotated[str, template_with(placeholders.ACTION_ROW)]
Colour = Annotated[str, AfterValidator(_matching(r"[0-9A-Fa-f]{6}", "bad_colour", "colour"))]
Points = Annotated[float, Field(ge=4, le=96, allow_inf_nan=False)]
Millimetres = Annotated[float, Field(ge=0, le=100, allow_inf_nan=False)]
