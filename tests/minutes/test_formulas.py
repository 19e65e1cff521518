"""The formulations that go with an item, in the words of the house style."""

from __future__ import annotations

from dataclasses import replace

import pytest

from referent.domain.agenda import AgendaItem, ItemKind, Section
from referent.files.layout_file import layout_names, load_layout
from referent.minutes.formulas import UNANSWERED, Recommendation, all_formulas, fitting_formulas, recommendations
from referent.minutes.layout import Layout
from referent.minutes.wording import Formulas

FORMULAS = Formulas(
    by_kind=(("any other business", "Ingen bemærkninger."), ("approval", "Godkendt."), ("decision", "Tiltrådt.")),
    by_verb=(
        ("godkender", "Godkendt."),
        ("tager", "Taget til efterretning."),
        ("drøfter", "Drøftet."),
        ("beslutter", "Det blev besluttet, at "),
        ("godkendelse", "Godkendt."),
        ("godkendelse af referat", "Referatet blev godkendt."),
    ),
    several="Alle blev tiltrådt.",
    others=("Udsat.", "Godkendt."),
)
STYLE = Layout("prøve", formulas=FORMULAS)


def an_item(recommendation: str = "", kind: ItemKind = ItemKind.ORDINARY, **values: str) -> AgendaItem:
    return replace(AgendaItem("1", "Sag", 1, kind=kind, recommendation=recommendation), **values)  # type: ignore[arg-type]


def fitting(recommendation: str = "", kind: ItemKind = ItemKind.ORDINARY, **changes: object) -> tuple[str, ...]:
    style = Layout("prøve", formulas=replace(FORMULAS, **changes))  # type: ignore[arg-type]
    return fitting_formulas(an_item(recommendation, kind), style)


def first(recommendation: str = "", kind: ItemKind = ItemKind.ORDINARY, **changes: object) -> str | None:
    return next(iter(fitting(recommendation, kind, **changes)), None)


# One recommendation


@pytest.mark.parametrize(
    ("recommendation", "expected"),
    [
        ("At rådet godkender planen.", "Godkendt."),
        ("Det indstilles:\n\n1. Tager orienteringen til efterretning", "Taget til efterretning."),
        ("At rådet drøfter, om det godkender planen.", "Drøftet."),
        ("GODKENDER planen", "Godkendt."),
    ],
)
def test_a_recommendation_is_answered_by_its_first_verb(recommendation: str, expected: str) -> None:
    assert first(recommendation) == expected


@pytest.mark.parametrize("recommendation", ["At rådet overvejer sagen.", "At rådet ikke godkender planen."])
def test_where_no_verb_is_known_or_it_is_denied_the_recommendation_was_adopted(recommendation: str) -> None:
    assert fitting(recommendation) == ("Tiltrådt.",)


def test_a_house_style_may_answer_any_recommendation() -> None:
    assert first("At rådet ser på det.", recommended="Så gør vi det.") == "Så gør vi det."
    assert first("", recommended="Så gør vi det.") is None


def test_the_verb_goes_before_the_type_and_the_type_is_the_next_way() -> None:
    assert fitting("At rådet drøfter sagen.", ItemKind.APPROVAL) == ("Drøftet.", "Godkendt.", "Tiltrådt.")


def test_several_words_are_one_verb_and_more_telling_than_their_first() -> None:
    verbs = (("godkender", "Godkendt."), ("godkender referatet", "Referatet blev godkendt."))
    assert first("At rådet godkender referatet", by_verb=verbs) == "Referatet blev godkendt."
    assert first("At rådet godkender planen", by_verb=verbs) == "Godkendt."


# No recommendation


def test_without_a_recommendation_the_type_of_item_decides() -> None:
    assert fitting("", ItemKind.ANY_OTHER_BUSINESS) == ("Ingen bemærkninger.",)
    assert fitting() == ()


@pytest.mark.parametrize(
    ("title", "kind", "expected"),
    [
        ("Godkendelse af budget", ItemKind.ORDINARY, ("Godkendt.",)),
        ("Godkendelse af budget", ItemKind.DECISION, ("Tiltrådt.", "Godkendt.")),
        ("Godkendelse af referat fra sidst", ItemKind.APPROVAL, ("Referatet blev godkendt.", "Godkendt.")),
        ("Godkendelse af planen", ItemKind.WRITTEN_BRIEFING, ()),
        ("Godkendelse af pausen", ItemKind.BREAK, ()),
    ],
)
def test_a_title_tells_where_the_type_does_not(title: str, kind: ItemKind, expected: tuple[str, ...]) -> None:
    assert fitting_formulas(an_item(kind=kind, title=title), STYLE) == expected


# Several recommendations


def test_each_of_several_is_answered_and_then_all_together() -> None:
    assert fitting("1. Drøfter planen\n2. Godkender budgettet") == (
        "ad. 1: Drøftet.\n\nad. 2: Godkendt.",
        "Alle blev tiltrådt.",
    )


def test_a_house_style_may_answer_them_together_first() -> None:
    together, one_by_one = fitting("1. Drøfter planen\n2. Godkender budgettet", together_first=True)
    assert together == "Alle blev tiltrådt."
    assert one_by_one.startswith("ad. 1:")


def test_one_that_has_no_answer_is_left_to_be_written() -> None:
    assert first("- drøfter planen\n- ser på budgettet") == f"ad. 1: Drøftet.\n\nad. 2: {UNANSWERED}"
    assert first("1. Godkender a\n2. Beslutter b") == f"ad. 1: Godkendt.\n\nad. 2: Det blev besluttet, at {UNANSWERED}"


def test_where_none_has_an_answer_there_is_only_the_one_for_all() -> None:
    assert fitting("1. Ser på a\n2. Ser på b") == ("Alle blev tiltrådt.",)


@pytest.mark.parametrize(
    ("recommendation", "numbers"),
    [
        ("1. a\n2. b", ["1", "2"]),
        ("3. a\n4. b\n\n5. c", ["3", "4", "5"]),
        ("1. a\n1. b", ["1", "2"]),
        ("7) a\n8) b", ["7", "8"]),
        ("- a\n- b", ["1", "2"]),
        ("Det indstilles:\n\na) drøfter x\nb) godkender y", ["a", "b"]),
        ("Det indstilles,\n\nat rådet drøfter x, og\n\nat y godkendes", ["1", "2"]),
        ("1. a\n   - hvorfor\n   - hvordan\n2. b", ["1", "2"]),
        ("At rådet tager det til efterretning.", ["1"]),
        (".", []),
        ("", []),
    ],
)
def test_recommendations_keep_the_numbers_they_are_printed_with(recommendation: str, numbers: list[str]) -> None:
    assert [one.number for one in recommendations(an_item(recommendation))] == numbers


def test_bold_words_and_lines_that_go_on_belong_to_their_recommendation() -> None:
    found = recommendations(an_item("1. **Tager** sagen\n   til efterretning\n2. Drøfter *den*"))
    assert found == (Recommendation("1", "Tager sagen til efterretning"), Recommendation("2", "Drøfter den"))


# A case that closes with what is recommended


@pytest.mark.parametrize(
    ("case", "count"),
    [
        ("Sagen er lang.\n\nDet indstilles, at rådet:\n\n1. Drøfter planen\n2. Godkender den", 2),
        ("Sagen er lang.\n\nDet indstilles, at rådet godkender planen.", 1),
        ("Administrationen indstiller, at\n\n- rådet drøfter planen", 1),
        ("Det blev i maj indstillet, at rådet godkender planen.", 0),
        ("Det indstilles, at rådet godkender planen.\n\nDerefter skete der meget.", 0),
        ("Det indstilles, at rådet godkender planen.\n\n### Økonomi\n\nIngen.", 0),
        ("Sagen er lang.", 0),
        ("", 0),
    ],
)
def test_a_recommendation_may_close_the_case(case: str, count: int) -> None:
    assert len(recommendations(an_item(case=case))) == count


def test_it_may_close_another_section_and_the_items_own_goes_before_it() -> None:
    sections = (Section("Sagen", "Det indstilles, at rådet drøfter planen."),)
    item = replace(an_item(), sections=sections)
    assert fitting_formulas(item, STYLE)[0] == "Drøftet."
    assert fitting_formulas(replace(item, recommendation="Godkender planen"), STYLE)[0] == "Godkendt."


# The palette, and the house styles


def test_the_palette_has_every_formula_once() -> None:
    found = all_formulas(STYLE)
    assert len(found) == len(set(found))
    assert {"Godkendt.", "Alle blev tiltrådt.", "Udsat.", "Ingen bemærkninger."} <= set(found)
    assert all_formulas(Layout("prøve", formulas=Formulas(several=""))) == ()


@pytest.mark.parametrize("name", layout_names())
@pytest.mark.parametrize(
    "recommendation",
    [
        "Godkender planen",
        "Tager orienteringen til efterretning",
        "Drøfter planen",
        "Beslutter, om planen skal følges",
        "1. Godkender planen\n2. Drøfter budgettet",
    ],
)
def test_every_house_style_answers_what_is_usually_recommended(name: str, recommendation: str) -> None:
    assert fitting_formulas(an_item(recommendation), load_layout(name))


@pytest.mark.parametrize("name", layout_names())
@pytest.mark.parametrize("title", ["Godkendelse af referat", "Orientering fra formanden", "Eventuelt"])
def test_every_house_style_answers_the_usual_titles(name: str, title: str) -> None:
    assert fitting_formulas(an_item(title=title), load_layout(name))
