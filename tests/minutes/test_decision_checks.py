"""Decisions that do not answer what was recommended, and decisions that are not of a piece."""

from __future__ import annotations

from dataclasses import replace

import pytest

from referent.domain.item import MeetingItem
from referent.minutes.decision_checks import mixed_wording, unanswered_verb
from tests.minutes.samples import taken


def item(recommendation: str, decision: str, number: int = 1) -> MeetingItem:
    made = taken(number, "09.00", "09.10", decision=decision)
    return replace(made, planned=replace(made.planned, recommendation=recommendation))


APPROVE = "Det indstilles, at forummet godkender budgettet."
NOTE = "At forummet tager orienteringen til efterretning."
BOTH = "1. At forummet godkender budgettet.\n2. At forummet tager orienteringen til efterretning."


@pytest.mark.parametrize(
    ("recommendation", "decision", "verb"),
    [
        (APPROVE, "Orienteringen blev taget til efterretning.", "godkendes"),
        (APPROVE, "Drøftet.", "godkendes"),
        (NOTE, "Sekretariatet arbejder videre.", "tages til efterretning"),
        (BOTH, "ad. 1: Godkendt.\n\nad. 2: Arbejdet fortsætter.", "tages til efterretning"),
        (BOTH, "1. Drøftet.\n2. Taget til efterretning.", "godkendes"),
    ],
)
def test_a_short_decision_without_the_verb_does_not_answer(recommendation: str, decision: str, verb: str) -> None:
    assert unanswered_verb(item(recommendation, decision)) == verb


@pytest.mark.parametrize(
    ("recommendation", "decision"),
    [
        (APPROVE, "Godkendt."),
        (APPROVE, "Forummet godkendte budgettet med den tilføjelse, at der følges op."),
        (APPROVE, "Indstillingen blev tiltrådt."),
        (APPROVE, "Budgettet blev ikke godkendt."),
        (APPROVE, "Udsat til næste møde."),
        (APPROVE, "Vedtaget."),
        (APPROVE, "Der var enighed om budgettet."),
        (APPROVE, "Forummet " + "talte længe og grundigt om alle poster, " * 5 + "og budgettet gælder fra nu af."),
        (APPROVE, ""),
        (APPROVE, "-"),
        (NOTE, "Til efterretning."),
        (NOTE, "Orienteringen blev drøftet."),
        (BOTH, "Indstillingerne blev tiltrådt."),
        (BOTH, "ad. 1: Godkendt.\n\nad. 2: Taget til efterretning."),
        ("At forummet drøfter de to modeller.", "Sekretariatet arbejder videre med den første."),
        ("At forummet drøfter og godkender planen.", "Planen gælder fra 1. marts. Godkendt."),
        ("", "Drøftet."),
    ],
)
def test_what_answers_in_its_own_way_is_left_alone(recommendation: str, decision: str) -> None:
    assert unanswered_verb(item(recommendation, decision)) is None


def mixed(*decisions: str) -> list[tuple[str, list[str]]]:
    items = [item("", decision, number) for number, decision in enumerate(decisions, 1)]
    return [(one.kind, [odd.id for odd in one.odd]) for one in mixed_wording(items)]


def test_decisions_with_and_without_a_full_stop_tell_the_few() -> None:
    assert mixed("Godkendt.", "Drøftet", "Udsat.") == [("no_full_stop", ["item-2"])]
    assert mixed("Godkendt", "Drøftet.", "Udsat") == [("full_stop", ["item-2"])]
    assert mixed("Godkendt.\n\nDrøftet\n\nEnighed.", "Ja.") == [("no_full_stop", ["item-1"])]


@pytest.mark.parametrize(
    "decisions",
    [
        (
            "Godkendt.",
            "Drøftet.",
            "**Udsat.**",
            "»Vi går i gang.«",
            "Vi følger:\n- op\n- ned\n  og om",
            "- et\n- to",
            "a) et\nb) to",
        ),
        ("Godkendt.", "Læs mere.\n\n<https://a.dk/b>", "Se https://a.dk"),
        ("Godkendt", "Drøftet"),
        ("Godkendt.", "", "-"),
        ("Ja.", "| a | b |\n| --- | --- |\n| 1 | 2 |", "1. et\n2. to"),
    ],
)
def test_decisions_that_end_alike_are_left_alone(decisions: tuple[str, ...]) -> None:
    assert mixed(*decisions) == []


def test_decisions_in_the_present_and_in_the_past_tell_the_few() -> None:
    past, present = "Indstillingen blev tiltrådt.", "Forummet godkender planen."
    assert mixed(past, past, present) == [("present_tense", ["item-3"])]
    assert mixed(past, present, present) == [("past_tense", ["item-1"])]


def test_only_a_decisions_own_verb_has_a_tense() -> None:
    assert mixed("Det blev besluttet, at sekretariatet tager sagen op.", "Planen blev drøftet.", "Godkendt.") == []
    assert mixed("Planen blev drøftet.", "Godkendt.\n\nKommunen tager sagen med sig.") == []
