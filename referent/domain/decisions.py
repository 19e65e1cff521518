"""What was decided: votes and action items."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

Votes = int | tuple[str, ...]
"""A count, or the names or parties of those who voted so."""


class TextField(Enum):
    """The three texts of an item that the minute taker writes. All are Markdown."""

    DECISION = "decision"
    DISCUSSION = "discussion"
    """What was said; printed where the house style prints it."""
    NOTES = "notes"
    """For the minute taker alone, in no document ever."""


@dataclass(frozen=True, slots=True)
class Vote:
    for_: Votes = ()
    against: Votes = ()
    abstained: Votes = ()


@dataclass(frozen=True, slots=True)
class ActionItem:
    task: str
    owner: str = ""
    due: date | None = None
