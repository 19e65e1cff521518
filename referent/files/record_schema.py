"""Every key of a record file.

Beyond `format.md`, and all of it optional: `ude` (out of the room during one item), `ikke_inhabile` (found not to be
inhabil at it), `lukket` (the meeting closed the doors for it), `sammen_med` (the item under whose decision it was
treated), `nr` (which of several with the same name or title), `type` of an item added at the meeting, `titel` of a
person who was added, a number in `tilfoejet` (which of those added), and a full date and time wherever a time of day
would not be enough.
"""

from __future__ import annotations

from datetime import datetime, time
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, model_validator

from referent.domain.agenda import ItemKind
from referent.domain.attendance import Status
from referent.domain.item import Outcome
from referent.files.agenda_schema import MAX_ITEMS, MAX_PARTS, MAX_PEOPLE, Kind
from referent.files.shape import Shape, one_of, wrong
from referent.files.values import Day, read_moment, text_as
from referent.files.words import OUTCOMES, STATUSES

Moment = time | datetime
"""A time of day, to be set on the day of the meeting; or a date and a time."""
Pair = tuple[Moment, Moment | None]
"""From and until; None: still running."""
Place = int | str | tuple[str, int]
"""An item by number, by title, or as the nth with a title."""


def _pair(value: Any) -> Pair:
    if not isinstance(value, list) or len(value) not in (1, 2):
        raise wrong("wrong_pair")
    return read_moment(value[0]), read_moment(value[1]) if len(value) == 2 else None


def _pairs(value: Any) -> Any:
    """One pair alone, without the brackets round it, is what was meant."""
    if isinstance(value, list) and value and not any(isinstance(inner, list) for inner in value):
        return [value]
    return value


def _moments(value: Any) -> Any:
    return value if isinstance(value, list) else [value]


def _votes(value: Any) -> int | tuple[str, ...]:
    if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
        return value
    if isinstance(value, list) and all(isinstance(name, str) for name in value):
        return tuple(value)
    raise wrong("wrong_vote")


def _place(value: Any) -> Place:
    if isinstance(value, str) or (isinstance(value, int) and not isinstance(value, bool)):
        return value
    if isinstance(value, list) and len(value) == 2 and isinstance(value[0], str) and type(value[1]) is int:
        return value[0], value[1]
    raise wrong("wrong_reference")


def _added(value: Any) -> bool | int:
    if isinstance(value, bool) or (isinstance(value, int) and value >= 1):
        return value
    raise wrong("wrong_added")


Moments = Annotated[list[Annotated[Any, BeforeValidator(read_moment)]], BeforeValidator(_moments)]
Pairs = Annotated[list[Annotated[Any, BeforeValidator(_pair)]], BeforeValidator(_pairs)]
AnyVotes = Annotated[Any, BeforeValidator(_votes)]
Nth = Annotated[int, Field(ge=1)]


class PersonEntry(Shape):
    navn: str
    nr: Nth | None = None
    titel: str = ""
    status: Annotated[Status | None, BeforeValidator(one_of(STATUSES))] = None
    kom: Moments = Field([], max_length=MAX_PARTS)
    gik: Moments = Field([], max_length=MAX_PARTS)
    suppleant: str = ""
    note: str = ""
    tilfoejet: Annotated[Any, BeforeValidator(_added)] = False


class VoteEntry(Shape):
    for_: AnyVotes = Field((), alias="for")
    imod: AnyVotes = ()
    undlod: AnyVotes = ()


class ActionEntry(Shape):
    opgave: str
    ansvarlig: str = ""
    frist: Day | None = None


class ItemEntry(Shape):
    punkt: int | None = None
    titel: str = ""
    nr: Nth | None = None
    type: Kind = ItemKind.ORDINARY
    tider: Pairs = Field([], max_length=MAX_PARTS)
    gaester: list[str] | None = None
    ny: bool = False
    efter: Annotated[Any, BeforeValidator(_place)] = None
    lukket: bool = False
    sammen_med: Annotated[Any, BeforeValidator(_place)] = None
    status: Annotated[Outcome | None, BeforeValidator(one_of(OUTCOMES))] = None
    beslutning: str = ""
    referat: str = ""
    noter: str = ""
    afstemning: VoteEntry | None = None
    mindretal: str = ""
    inhabile: list[str] = Field([], max_length=MAX_PEOPLE)
    ikke_inhabile: list[str] = Field([], max_length=MAX_PEOPLE)
    ude: list[str] = Field([], max_length=MAX_PEOPLE)
    opgaver: list[Annotated[ActionEntry, BeforeValidator(text_as("opgave"))]] = Field([], max_length=MAX_PARTS)

    @model_validator(mode="after")
    def _names_an_item(self) -> ItemEntry:
        if self.punkt is None and not self.titel.strip() and not self.ny:
            raise wrong("no_item")
        return self


class RecordShape(Shape):
    dagsorden: str = ""
    startet: Annotated[Any, BeforeValidator(read_moment)] = None
    sluttet: Annotated[Any, BeforeValidator(read_moment)] = None
    godkendt: Day | None = None
    pauser: Pairs = Field([], max_length=MAX_PARTS)
    deltagere: list[PersonEntry] = Field([], max_length=MAX_PEOPLE)
    punkter: list[ItemEntry] = Field([], max_length=MAX_ITEMS)
