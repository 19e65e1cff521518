"""What may stand between braces in each template of a house style. The loader refuses all else."""

from __future__ import annotations

MEETING = frozenset(
    ["udvalg", "emne", "dato", "lang_dato", "start", "slut", "begyndt", "haevet", "sted", "ordstyrer", "referent"]
) | {"sag", "godkendt", "deltagere", "afbud", "fravaerende"}
PAGE = MEETING | {"titel", "side", "sider"}
EXTRACT = MEETING | {"nr"}
ITEM = frozenset(["nr", "titel", "tid", "min", "brugt", "sag", "dok", "indleder", "adgang"]) | {
    *("udvalg", "dato", "lang_dato", "inviterede")
}
SECTION = ITEM | {"overskrift"}
PERSON = frozenset(
    ["navn", "titel", "organisation", "email", "gruppe", "rolle", "parti", "maerke", "note", "suppleant"]
)
GUEST = frozenset(["navn", "titel"])
GROUP = frozenset(["gruppe"])
ATTACHMENT = frozenset(["nr", "titel", "dok", "sag"])
ACTION = frozenset(["opgave", "ansvarlig", "frist"])
ACTION_ROW = ACTION | {"punkt", "titel"}
FORMULA = frozenset(["nr", "formel"])

_ITEMS = frozenset(["punkter"])
_ITEMS_AND_PEOPLE = frozenset(["personer", "punkter"])
_VOTES = frozenset(["stemmer"])
_COUNTS = frozenset(["for", "imod", "undlod"])
WORDING: dict[str, frozenset[str]] = {
    "arrived": frozenset(["kl", "hvornaar"]),
    "returned": frozenset(["kl"]),
    "left": frozenset(["kl"]),
    "during": _ITEMS,
    "after": _ITEMS,
    "took_part": _ITEMS,
    "took_part_partly": _ITEMS,
    "partly": _ITEMS,
    "missed": _ITEMS,
    "missed_partly": _ITEMS,
    "only_partly": _ITEMS,
    "outside": _ITEMS_AND_PEOPLE,
    "recused": _ITEMS_AND_PEOPLE,
    "cleared": _ITEMS_AND_PEOPLE,
    "substitute": frozenset(["suppleant", "navn"]),
    "no_show": frozenset(["personer"]),
    "guests": _ITEMS_AND_PEOPLE,
    "order": frozenset(["punkter", "forrige"]),
    "order_first": _ITEMS,
    "together": _ITEMS,
    "votes_for": _VOTES,
    "votes_against": _VOTES,
    "abstained": _VOTES,
    "carried": _COUNTS,
    "unanimous": _COUNTS,
    "rejected": _COUNTS,
    "tied": _COUNTS,
    "action": ACTION,
}
"""By the names of the fields of `Wording`."""
