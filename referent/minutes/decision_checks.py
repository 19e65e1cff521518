"""What can be said of the wording of decisions: whether they answer what was recommended, and are of a piece.

Only what is plain is said: a slip of the hand, not a matter of taste. Nothing here knows a house style.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from referent.domain.item import MeetingItem
from referent.minutes.formulas import recommendations
from referent.minutes.markdown import is_empty_text

MOST_WORDS = 25
"""A longer decision was composed, and answers in its own words."""


@dataclass(frozen=True, slots=True)
class _Verb:
    """What a recommendation asks for, and the beginnings of the words that answer it."""

    name: str
    asked: re.Pattern[str]
    answers: tuple[str, ...]


_ANSWERS_ALL = (
    *(
        "tiltr",
        "indstilling",
        "anbefal",
        "enig",
        "tilslut",
        "følg",
        "bifald",
        "stemm",
        "imod",
        "ikke",
        "afvi",
        "forkast",
    ),
    *("udsat", "udsæt", "udsk", "udgå", "udgik", "tilbage", "oversend", "henvi", "behandl"),
)
"""Words that answer whatever was recommended."""
_VERBS = (
    _Verb("godkendes", re.compile(r"\bgodkend(e|er|es)\b"), ("godkend", "vedtag", "beslut")),
    _Verb(
        "tages til efterretning",
        re.compile(r"\btil efterretning\b"),
        ("efterretning", "orienter", "noter", "drøft", "godkend"),
    ),
)
_PART = re.compile(r"^[ \t]*\**(?:ad\b\.?[ \t]*)?(\d{1,2}|[a-zæøå])\**[.):]+\**[ \t]+", re.IGNORECASE | re.MULTILINE)
_WORD = re.compile(r"\w+")


def unanswered_verb(item: MeetingItem) -> str | None:
    """What the recommendation asks for and the decision does not answer, such as "godkendes"; None where it does, or
    where it cannot be told.
    """
    if is_empty_text(item.decision):
        return None
    recommended = recommendations(item.planned)
    parts = _parts(item.decision)
    for recommendation in recommended:
        answer = parts.get(recommendation.number.casefold(), "") if parts else item.decision
        verb = _asked(recommendation.text)
        if verb is not None and answer and not _answers(answer, verb):
            return verb.name
    return None


def _asked(recommendation: str) -> _Verb | None:
    """The one thing that is asked for; None where it is none of the plain ones, or more than one."""
    text = recommendation.casefold()
    asked = [verb for verb in _VERBS if verb.asked.search(text)]
    return asked[0] if len(asked) == 1 else None


def _answers(answer: str, verb: _Verb) -> bool:
    words = [word.casefold() for word in _WORD.findall(answer)]
    return len(words) > MOST_WORDS or any(word.startswith((*verb.answers, *_ANSWERS_ALL)) for word in words)


def _parts(decision: str) -> dict[str, str]:
    """The answers by the number of what they answer: "ad. 1: … ad. 2: …"; empty where they are not numbered."""
    found = list(_PART.finditer(decision))
    ends = [*(each.start() for each in found[1:]), len(decision)]
    return {each[1].casefold(): decision[each.end() : end] for each, end in zip(found, ends, strict=False)}


# Of a piece


@dataclass(frozen=True, slots=True)
class Mixed:
    """Some decisions do as `usual`, and these few do not."""

    kind: str
    odd: tuple[MeetingItem, ...]


def mixed_wording(items: Sequence[MeetingItem]) -> tuple[Mixed, ...]:
    """What the decisions do not do alike: "full_stop" or "no_full_stop" are missing from most, "present" or "past" is
    the tense of the few. Those few are told, the later ones where there are as many of both.
    """
    written = [item for item in items if not is_empty_text(item.decision)]
    stops = {item.id: _ends_with_stops(item.decision) for item in written}
    tenses = {item.id: _is_present(item.decision) for item in written}
    found = (
        _odd(written, stops, if_true="full_stop", if_false="no_full_stop"),
        _odd(written, tenses, if_true="present_tense", if_false="past_tense"),
    )
    return tuple(mixed for mixed in found if mixed is not None)


def _odd(items: Iterable[MeetingItem], does: dict[str, bool | None], *, if_true: str, if_false: str) -> Mixed | None:
    yes = tuple(item for item in items if does[item.id] is True)
    no = tuple(item for item in items if does[item.id] is False)
    if not yes or not no:
        return None
    return Mixed(if_true, yes) if len(yes) < len(no) else Mixed(if_false, no)


_LIST_OR_TABLE = re.compile(r"^\s*([-*#|]|(\d{1,3}|[a-zæøå])[.)]\s)")
_ENDS_IN_ADDRESS = re.compile(r"(https?://|www\.)\S+$")
_ENDINGS = ".!?:;…"
_CLOSERS = "*_ \t)\"'”»«"


def _ends_with_stops(decision: str) -> bool | None:
    """Whether every paragraph ends as a sentence does. Lists, tables and addresses of the web tell nothing."""
    paragraphs = (lines for part in re.split(r"\n\s*\n", decision) if (lines := part.strip().split("\n")))
    ends = [lines[-1].rstrip(_CLOSERS) for lines in paragraphs if not any(map(_LIST_OR_TABLE.match, lines))]
    told = [end[-1] in _ENDINGS for end in ends if end and not _ENDS_IN_ADDRESS.search(end)]
    return all(told) if told else None


_PRESENT = "godkender|drøfter|tager|tages|beslutter|indstiller|tiltræder|tiltrædes|anbefaler|godkendes|drøftes|vedtager"
_PAST = "godkendte|drøftede|tog|toges|blev|besluttede|indstillede|tiltrådte|tiltrådtes|anbefalede|vedtog"
_TENSE = re.compile(rf"\b(?:(?P<present>{_PRESENT})|(?P<past>{_PAST}))\b", re.IGNORECASE)


def _is_present(decision: str) -> bool | None:
    """Whether the decision's own verb, the first of the usual ones, stands in the present. Short forms, such as
    "Godkendt.", have no tense.
    """
    found = _TENSE.search(decision.split("\n", 1)[0].partition(", at ")[0])
    return None if found is None else found["present"] is not None
