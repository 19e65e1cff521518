"""Every Danish text of messages and screens, at the bottom of the house: it imports nothing of ours."""

from __future__ import annotations

from collections.abc import Mapping

ERRORS: dict[str, str] = {
    "unknown_item": "Punktet findes ikke længere.",
    "unknown_person": "Personen findes ikke længere.",
    "already_running": "Punktet er allerede i gang.",
    "not_running": "Intet punkt er i gang.",
    "not_started": "Mødet er ikke begyndt endnu. Ctrl+N åbner det.",
    "meeting_closed": "Mødet er hævet.",
    "no_title": "Et punkt skal have en titel.",
    "no_name": "En deltager skal have et navn.",
    "vacant_seat": "Pladsen er vakant og kan hverken være til stede eller fraværende.",
    "already_present": "{name} er allerede til stede.",
    "not_present": "{name} er ikke til stede.",
    "item_has_text": "Det kan ikke fortrydes: der er skrevet tekst i det nye punkt. Slet teksten først.",
    "nothing_to_undo": "Der er ikke noget at fortryde.",
}


def error(code: str, values: Mapping[str, object]) -> str:
    """The Danish message for an error of the core; `code` is a key of `ERRORS`."""
    return ERRORS[code].format_map(dict(values))
