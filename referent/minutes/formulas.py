"""The formulation that goes with an item: from the verbs of its recommendation, else from what kind of item it is."""

from __future__ import annotations

import re

from referent.domain.agenda import AgendaItem
from referent.minutes.layout import Layout
from referent.minutes.template import fill
from referent.minutes.wording import Formulas

RECOMMENDED = re.compile(r"^[ \t]*(?:[-*]|\d{1,3}[.)])[ \t]+(.+)$", re.MULTILINE)
NOT = "ikke"
"""A recommendation not to do something has no ready answer."""
WORD = re.compile(r"\w+")


def recommendations(item: AgendaItem) -> list[str]:
    """What is recommended: the entries of the list, else the whole text as one."""
    entries = RECOMMENDED.findall(item.recommendation)
    return entries or ([item.recommendation] if item.recommendation.strip() else [])


def fitting_formula(item: AgendaItem, layout: Layout) -> str | None:
    """The formulation that answers the item; several recommendations have an answer each, or share one, as the house
    style wants it. None where it has nothing that fits.
    """
    formulas = layout.formulas
    by_kind = dict(formulas.by_kind).get(item.kind.value)
    answers = [_answer(text, formulas) or by_kind or formulas.recommended for text in recommendations(item)]
    if len(answers) > 1 and formulas.several:
        return formulas.several
    if len(answers) > 1 and any(answers):
        numbered = (fill(formulas.numbered, {"nr": str(n), "formel": a or ""}) for n, a in enumerate(answers, 1))
        return "\n\n".join(numbered)
    return answers[0] if answers and answers[0] else by_kind


def _answer(recommendation: str, formulas: Formulas) -> str | None:
    by_verb = dict(formulas.by_verb)
    words = [word.casefold() for word in WORD.findall(recommendation)]
    if NOT in words:
        return None
    return next((by_verb[word] for word in words if word in by_verb), None)


def all_formulas(layout: Layout) -> tuple[str, ...]:
    """Every formulation of the house style, once."""
    formulas = layout.formulas
    ready = [formula for _, formula in (*formulas.by_verb, *formulas.by_kind)]
    wider = [formula for formula in (formulas.recommended, formulas.several) if formula]
    return tuple(dict.fromkeys([*ready, *wider, *formulas.others]))
