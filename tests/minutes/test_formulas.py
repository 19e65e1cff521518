"""The formulation that goes with an item, in the words of the house style."""

from __future__ import annotations

import pytest

from referent.domain.agenda import AgendaItem, ItemKind
from referent.minutes.formulas import all_formulas, fitting_formula
from referent.minutes.layout import Layout
from referent.minutes.wording import Formulas

STYLE = Layout(
    "prøve",
    formulas=Formulas(
        by_kind=(("any other business", "Ingen bemærkninger."),),
        by_verb=(("godkender", "Godkendt."), ("tager", "Taget til efterretning."), ("drøfter", "Drøftet.")),
        others=("Udsat.", "Godkendt."),
    ),
)


def formula(recommendation: str, kind: ItemKind = ItemKind.ORDINARY) -> str | None:
    return fitting_formula(AgendaItem("1", "Sag", 1, kind=kind, recommendation=recommendation), STYLE)


@pytest.mark.parametrize(
    ("recommendation", "expected"),
    [
        ("At rådet godkender planen.", "Godkendt."),
        ("Det indstilles:\n\n1. Tager orienteringen til efterretning", "Taget til efterretning."),
        ("1. Drøfter planen\n2. Godkender budgettet", "ad. 1: Drøftet.\n\nad. 2: Godkendt."),
        ("- drøfter planen\n- ser på budgettet", "ad. 1: Drøftet.\n\nad. 2:"),
        ("At rådet overvejer sagen.", None),
        ("At rådet ikke godkender planen.", None),
        ("", None),
    ],
)
def test_each_recommendation_is_answered_by_its_verb(recommendation: str, expected: str | None) -> None:
    found = formula(recommendation)
    assert (found.rstrip() if found else found) == expected


def test_without_a_recommendation_the_kind_of_item_decides() -> None:
    assert formula("", ItemKind.ANY_OTHER_BUSINESS) == "Ingen bemærkninger."


def test_the_palette_has_every_formula_once() -> None:
    assert all_formulas(STYLE) == (
        "Godkendt.",
        "Taget til efterretning.",
        "Drøftet.",
        "Ingen bemærkninger.",
        "Udsat.",
    )


def formula_of(recommendation: str, formulas: Formulas, kind: ItemKind = ItemKind.ORDINARY) -> str | None:
    item = AgendaItem("1", "Sag", 1, kind=kind, recommendation=recommendation)
    return fitting_formula(item, Layout("prøve", formulas=formulas))


def test_a_recommendation_may_have_an_answer_whatever_its_words() -> None:
    formulas = Formulas(by_kind=(("briefing", "Til efterretning."),), recommended="Tiltrådt.")
    assert formula_of("At rådet ser på det.", formulas) == "Tiltrådt."
    assert formula_of("At rådet ser på det.", formulas, ItemKind.BRIEFING) == "Til efterretning."
    assert formula_of("", formulas) is None


def test_several_recommendations_may_share_one_answer() -> None:
    formulas = Formulas(by_verb=(("godkender", "Godkendt."),), several="Alle blev tiltrådt.")
    assert formula_of("1. Godkender a\n2. Godkender b", formulas) == "Alle blev tiltrådt."
    assert formula_of("1. Godkender a", formulas) == "Godkendt."


def test_the_wider_answers_stand_in_the_palette() -> None:
    assert all_formulas(Layout("prøve", formulas=Formulas(recommended="A", several="B", others=("C",)))) == (
        "A",
        "B",
        "C",
    )
    assert all_formulas(Layout("prøve")) == ()
