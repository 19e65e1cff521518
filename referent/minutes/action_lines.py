"""A line of the text that is meant as an action item: "@navn !1. april tekst", or "@navn tekst !fredag".

A line is meant so where it begins with a person, or with "@", and has a "!" before a date. Everything else is text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from referent.domain.decisions import ActionItem
from referent.minutes.completion import NameFinder
from referent.minutes.danish_dates import is_next_meeting, parse_date

_LINE = re.compile(r"^\s*(?:[-*]\s+|\d{1,3}[.)]\s+)?(?P<at>@?)(?P<before>[^@!]*?)\s+!\s?(?P<after>\S.*)$")
_LONGEST = 1000
"""Characters; nobody writes a longer one."""
_MOST_WORDS_OF_A_DATE = 6
_MOST_WORDS_OF_A_NAME = 6
_LEFT_OF_A_DATE = re.compile(r"^(?:d\.|den|\d)")


@dataclass(frozen=True, slots=True)
class Unclear:
    """A line meant as an action item of which something cannot be read; `code` says what, a key of `ACTION_FAULTS`."""

    code: str
    found: str = ""
    action: ActionItem = field(default_factory=lambda: ActionItem(""))
    """What could be read."""


def action_line(line: str, names: NameFinder, meeting_day: date, next_meeting: date | None = None) -> ActionLine:
    """What `line` means: an action item, one of which something is unclear, or None: it is text."""
    found = _LINE.match(line) if len(line) <= _LONGEST else None
    if found is None:
        return None
    owner, task_before = _owner(found["before"], names, is_marked=bool(found["at"]))
    is_meant = bool(found["at"]) or owner is not None
    if not is_meant:
        return None
    due, words = _due(found["after"], meeting_day, next_meeting)
    if due is None and not found["at"] and words is None:
        return None  # a sentence with an exclamation mark in it
    task = _tidy(f"{task_before} {words}" if words is not None else task_before)
    action = ActionItem(task, owner or "", due)
    if owner is None:
        return Unclear("who", found["before"].partition(" ")[0], action)
    if words is None:
        return Unclear("when", found["after"].strip(), action)
    if due is None:
        return Unclear("next_meeting", action=action)
    return action if task else Unclear("what", action=action)


def _owner(text: str, names: NameFinder, *, is_marked: bool) -> tuple[str | None, str]:
    """The person that `text` begins with, and the rest of it: as many words as mean somebody. Without "@" only a
    whole name does.
    """
    words = text.split()
    for count in range(min(len(words), _MOST_WORDS_OF_A_NAME), 0, -1):
        typed = " ".join(words[:count]).rstrip(",:")
        name = names.meant(typed) if is_marked else names.exactly(typed)
        if name is not None:
            return name, " ".join(words[count:])
    return None, text


def _due(text: str, meeting_day: date, next_meeting: date | None) -> tuple[date | None, str | None]:
    """The date that `text` begins with, as many words as are one, and the rest of it. The rest is None where there is
    no date; the date is None where it is "næste møde", and nobody knows when that is.
    """
    words = text.split()
    for count in range(min(len(words), _MOST_WORDS_OF_A_DATE), 0, -1):
        typed = " ".join(words[:count]).rstrip(".,:;")
        rest = " ".join(words[count:])
        due = parse_date(typed, meeting_day, next_meeting)
        if due is not None:
            return (None, None) if _LEFT_OF_A_DATE.match(rest) and not typed[:1].isdigit() else (due, rest)
        if is_next_meeting(typed):
            return None, rest
    return None, None


def _tidy(task: str) -> str:
    return " ".join(task.split()).strip(" ,:;–-")


ActionLine = ActionItem | Unclear | None
