"""What a vote came to, in the words of the house style."""

from __future__ import annotations

from referent.domain.voting import Result, Tally
from referent.minutes.template import fill
from referent.minutes.wording import Wording


def outcome_sentence(tally: Tally, wording: Wording) -> str:
    """ "Vedtaget med 5 stemmer mod 2; 1 undlod."; nothing where nobody voted for or against."""
    result = tally.result
    templates = {
        Result.CARRIED: wording.carried,
        Result.UNANIMOUS: wording.unanimous,
        Result.REJECTED: wording.rejected,
        Result.TIED: wording.tied,
    }
    votes_for, against = str(tally.for_), str(tally.against)
    if result is Result.REJECTED:
        against = _votes(tally.against)
    else:
        votes_for = _votes(tally.for_)
    values = {"for": votes_for, "imod": against, "undlod": str(tally.abstained) if tally.abstained else ""}
    return fill(templates.get(result, ""), values)


def _votes(count: int) -> str:
    return f"{count} stemme" if count == 1 else f"{count} stemmer"
