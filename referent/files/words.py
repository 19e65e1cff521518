"""The Danish words of the files for what has a fixed set of values. Apart from the schemas, which are slow to load."""

from __future__ import annotations

from referent.domain.agenda import ItemKind
from referent.domain.attendance import Status
from referent.domain.decisions import TextField
from referent.domain.item import Outcome

KINDS: dict[str, ItemKind] = {
    "beslutning": ItemKind.DECISION,
    "drøftelse": ItemKind.DISCUSSION,
    "orientering": ItemKind.BRIEFING,
    "godkendelse": ItemKind.APPROVAL,
    "skriftlig orientering": ItemKind.WRITTEN_BRIEFING,
    "eventuelt": ItemKind.ANY_OTHER_BUSINESS,
    "velkomst": ItemKind.WELCOME,
    "deltagere": ItemKind.ATTENDANCE,
    "pause": ItemKind.BREAK,
}
STATUSES: dict[str, Status] = {
    "til stede": Status.PRESENT,
    "afbud": Status.APOLOGIES,
    "udeblevet": Status.ABSENT,
    "fraværende": Status.AWAY,
    "ukendt": Status.UNKNOWN,
}
OUTCOMES: dict[str, Outcome] = {
    "behandlet": Outcome.TREATED,
    "udsat": Outcome.PUT_OFF,
    "udgået": Outcome.WITHDRAWN,
}
TEXT_KEYS: dict[TextField, str] = {
    TextField.DECISION: "beslutning",
    TextField.DISCUSSION: "referat",
    TextField.NOTES: "noter",
}
"""The key of each text of an item."""
