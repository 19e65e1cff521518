"""What helps the hand in every field: names to complete, abbreviations, and what becomes of a line that is finished."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from referent.domain.decisions import TextField
from referent.minutes.completion import NameFinder


def _nobody() -> NameFinder:
    return NameFinder(())


def _only_text(item_id: str, field: TextField, line: str, is_leaving: bool) -> bool:
    return False


@dataclass
class WritingAids:
    """What a field asks, and whom it tells."""

    names: Callable[[], NameFinder] = _nobody
    """Whom a name may mean; asked when one is begun."""
    line_finished: Callable[[str, TextField, str, bool], bool] = _only_text
    """Is told item, field and line, and whether it is finished by leaving the field. True: it has become something
    else, and goes out of the text.
    """
    abbreviations: Mapping[str, str] = field(default_factory=dict)
    """The user's own; empty until their file has been read."""


class Completion:
    """A name that is being typed in a field: where it began, and who fits what is typed of it."""

    LONGEST = 40
    """Characters; whoever has typed more is writing something else."""

    def __init__(self, names: NameFinder, row: int, start: int, lead: str) -> None:
        """`lead`: what stands at `start` before the name, "@" or nothing."""
        self._names = names
        self.row = row
        self.start = start
        self.lead = lead
        self.typed: str | None = None
        self.offers: tuple[str, ...] = ()
        self.marked = 0

    def follow(self, row: int, before: str) -> bool:
        """What stands in the line up to the cursor now. False: no name is being typed here any more."""
        begins = self.start + len(self.lead)
        typed = before[begins:]
        if row != self.row or len(before) < begins or before[self.start : begins] != self.lead:
            return False
        if len(typed) > self.LONGEST or typed[:1].isspace() or not all(map(_may_be_in_name, typed)):
            return False
        if typed != self.typed:
            self.typed, self.marked = typed, 0
            offers = self._names.fitting(typed)
            self.offers = () if offers == (typed,) else offers
        return True

    def move(self, steps: int) -> None:
        self.marked = (self.marked + steps) % len(self.offers)

    @property
    def chosen(self) -> str:
        return self.offers[self.marked]


def _may_be_in_name(character: str) -> bool:
    return character.isalpha() or character in " -.'’"


def begins_name(before: str) -> bool:
    """Whether an "@" after `before` begins a name: in an e-mail address it does not."""
    return not before or not (before[-1].isalnum() or before[-1] in "._-+%@")


def word_begun(before: str) -> int:
    """Where the word begins that `before` ends with."""
    start = len(before)
    while start and (before[start - 1].isalpha() or before[start - 1] in "-'’"):
        start -= 1
    return start
