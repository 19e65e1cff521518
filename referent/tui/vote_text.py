"""Votes as they are typed: a count, parties, names, or all the rest."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from referent import screen_texts as texts
from referent.domain.decisions import Vote, Votes
from referent.domain.voting import Voter, rest_of

WAYS = ("for", "against", "abstained")
"""The fields of the form, in the order of the parts of a `Vote`."""
_BETWEEN = re.compile(r"[,;]|\bog\b")
MOST_SHOWN = 130
"""Characters of the line that says who can vote: two lines of the form, whose words do not fill them quite."""


def read_vote(typed: Mapping[str, str], voters: Sequence[Voter]) -> Vote:
    """The vote that the three fields tell of."""
    given = [() if is_rest(typed[way]) else read_votes(typed[way], voters) for way in WAYS]
    rest = rest_of(voters, Vote(*given))
    return Vote(*(rest if is_rest(typed[way]) else cast for way, cast in zip(WAYS, given, strict=True)))


def is_rest(typed: str) -> bool:
    return typed.strip().casefold() in texts.VOTE_REST


def is_count(typed: str) -> bool:
    return typed.isascii() and typed.isdigit() and len(typed) < 5


def read_votes(typed: str, voters: Sequence[Voter]) -> Votes:
    """A count where a number was typed, else names and parties; "A V" are two parties, "Anna, Bo" two people. What is
    neither stays as it was typed.
    """
    typed = typed.strip()
    if is_count(typed):
        return int(typed)
    pieces = (piece.strip() for piece in _BETWEEN.split(typed))
    return tuple(dict.fromkeys(name for piece in pieces if piece for name in _named(piece, voters)))


def _named(piece: str, voters: Sequence[Voter]) -> tuple[str, ...]:
    if whole := _one(piece, voters):
        return (whole,)
    words = [_one(word, voters) for word in piece.split()]
    return tuple(word for word in words if word) if all(words) else (piece,)


def _one(piece: str, voters: Sequence[Voter]) -> str:
    """The party or the name that is meant; a name may be begun, from its beginning or from that of one of its words."""
    wanted = piece.casefold()
    for voter in voters:
        for known in (voter.name, voter.party):
            if known.casefold() == wanted:
                return known
    for begins in (_begins, _has_word_that_begins):
        fitting = [voter.name for voter in voters if begins(voter.name.casefold(), wanted)]
        if len(fitting) == 1:
            return fitting[0]
    return ""


def _begins(name: str, wanted: str) -> bool:
    return name.startswith(wanted)


def _has_word_that_begins(name: str, wanted: str) -> bool:
    return any(word.startswith(wanted) for word in name.split())


def votes_text(cast: Votes) -> str:
    return str(cast) if isinstance(cast, int) else ", ".join(cast)


def fault_in(typed: Mapping[str, str]) -> str:
    """In Danish why the fields cannot be read, or nothing. What begins with a digit is meant as a count."""
    fields = [typed[way].strip() for way in WAYS]
    if any(text[:1].isdigit() and not is_count(text) for text in fields):
        return texts.NOT_A_COUNT
    return texts.VOTE_TWO_RESTS if sum(map(is_rest, fields)) > 1 else ""


def voters_line(voters: Sequence[Voter]) -> str:
    """ "Kan stemme (5): A: Anna Ask, Bo Birk · V: Carl Ceder"."""
    by_party: dict[str, list[str]] = {}
    for voter in voters:
        by_party.setdefault(voter.party, []).append(voter.name)
    groups = [f"{party}: {', '.join(names)}" if party else ", ".join(names) for party, names in by_party.items()]
    line = texts.VOTERS.format(count=len(voters), names=" · ".join(groups))
    if len(line) <= MOST_SHOWN:
        return line
    counts = [f"{party} {len(names)}" for party, names in by_party.items() if party]
    if not counts:
        return f"{line[:MOST_SHOWN].rpartition(',')[0]} …"
    return texts.VOTERS.format(count=len(voters), names=" · ".join(counts))
