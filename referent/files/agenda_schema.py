"""Every key of an agenda file, in the shape that `format.md` gives them."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated

from pydantic import BeforeValidator, Field, model_validator

from referent.domain.agenda import ItemKind, Profile, Slot
from referent.files.shape import Shape, one_of, wrong
from referent.files.values import (
    Clock,
    Day,
    Line,
    RequiredLine,
    read_length,
    read_slot,
    text_as,
    text_or_list,
)
from referent.files.words import KINDS

MAX_ITEMS = 2_000
MAX_PEOPLE = 5_000
MAX_PARTS = 1_000
"""Sections, attachments and guests of one item."""

PROFILES: dict[str, Profile] = {"klynge": Profile.CLUSTER, "kommune": Profile.MUNICIPAL}

Kind = Annotated[ItemKind, BeforeValidator(one_of(KINDS))]


class ParticipantShape(Shape):
    navn: RequiredLine
    titel: Line = ""
    organisation: Line = ""
    email: Line = ""
    gruppe: Line = ""
    rolle: Line = ""
    parti: Line = ""
    stemmeret: bool | None = None
    afbud: bool = False
    vakant: bool = False
    suppleant_for: Line = ""
    note: Line = ""


class SectionShape(Shape):
    overskrift: RequiredLine
    tekst: str = ""


class AttachmentShape(Shape):
    titel: RequiredLine
    dokumentnummer: Line = ""
    sagsnummer: Line = ""
    fil: Line = ""


class InviteeShape(Shape):
    navn: RequiredLine
    titel: Line = ""


class ItemShape(Shape):
    titel: RequiredLine
    tid: Annotated[Slot | None, BeforeValidator(read_slot)] = None
    varighed: Annotated[timedelta | None, BeforeValidator(read_length)] = None
    type: Kind = ItemKind.ORDINARY
    unummereret: bool = False
    lukket: bool = False
    titel_lukket: Line = ""
    sagsnummer: Line = ""
    dokumentnummer: Line = ""
    indleder: Line = ""
    inviterede: list[Annotated[InviteeShape, BeforeValidator(text_as("navn"))]] = Field([], max_length=MAX_PARTS)
    resume: str = ""
    sagsfremstilling: str = ""
    indstilling: str = ""
    afsnit: list[SectionShape] = Field([], max_length=MAX_PARTS)
    bilag: list[Annotated[AttachmentShape, BeforeValidator(text_as("titel"))]] = Field([], max_length=MAX_PARTS)

    @model_validator(mode="after")
    def _has_one_slot(self) -> ItemShape:
        if self.tid is not None and self.varighed is not None:
            raise wrong("slot_and_length")
        return self


class AgendaShape(Shape):
    udvalg: RequiredLine
    titel: Line = ""
    dato: Day
    start: Clock | None = None
    slut: Clock | None = None
    sted: Line = ""
    ordstyrer: Line = ""
    referent: Annotated[list[Line], BeforeValidator(text_or_list)] = Field([], max_length=MAX_PARTS)
    sagsnummer: Line = ""
    nummer_fra: int = Field(1, ge=0, le=100_000)
    layout: Line = ""
    skabelon: Line = ""
    profil: Annotated[Profile, BeforeValidator(one_of(PROFILES))] = Profile.CLUSTER
    deltagere: list[ParticipantShape] = Field([], max_length=MAX_PEOPLE)
    punkter: list[ItemShape] = Field([], max_length=MAX_ITEMS)
