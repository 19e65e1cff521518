"""What a house style says of the editions, and of what stands after the items. See `layout`, which holds these."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class SignWhen(Enum):
    """Which minutes have lines to sign on."""

    BY_PROFILE = "by profile"
    """Those of a municipal body: its members sign the protocol (styrelsesloven § 13)."""
    ALWAYS = "always"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class SignatureForm:
    """The lines to sign on."""

    when: SignWhen = SignWhen.BY_PROFILE
    heading: str = "Underskrifter"
    line: str = "{navn}"
    """Template of what stands under one line."""
    leave_out_groups: tuple[str, ...] = ("Sekretariat", "Gæster")
    """Groups that do not sign, where the agenda does not say who has a vote."""


@dataclass(frozen=True, slots=True)
class Column:
    heading: str
    form: str
    """Template of one cell."""


@dataclass(frozen=True, slots=True)
class ActionTable:
    """All action items of the meeting in one table, after the last item."""

    heading: str = ""
    """Empty: there is no table."""
    columns: tuple[Column, ...] = (
        Column("Punkt", "{punkt}"),
        Column("Opgave", "{opgave}"),
        Column("Ansvarlig", "{ansvarlig}"),
        Column("Frist", "{frist}"),
    )


@dataclass(frozen=True, slots=True)
class AgendaForm:
    """The agenda as a document, before the meeting."""

    title: str = "Dagsorden: {emne} d. {dato}"
    """Template."""
    references: tuple[str, ...] = (
        "[Tid: kl. {tid}]",
        "[Varighed: {min} minutter]",
        "[Indleder: {indleder}]",
        "[Inviteret: {inviterede}]",
    )
    """Templates of small lines under an item's heading, after those of the minutes. One that has a placeholder of the
    heading or of those is left out: it has been said.
    """
