"""Templates: placeholders, and parts that vanish."""

from __future__ import annotations

import pytest

from referent.minutes.template import TemplateError, check, fill, fill_if_any

PERSON = "{navn}[, {titel}][ ({parti})]"


def test_a_part_stays_where_its_placeholder_has_a_value() -> None:
    assert fill(PERSON, {"navn": "Eva Holm", "titel": "læge", "parti": "A"}) == "Eva Holm, læge (A)"


def test_a_part_vanishes_where_its_placeholder_is_empty() -> None:
    assert fill(PERSON, {"navn": "Eva Holm", "titel": "", "parti": "A"}) == "Eva Holm (A)"


def test_a_placeholder_without_a_value_counts_as_empty() -> None:
    assert fill(PERSON, {"navn": "Eva Holm"}) == "Eva Holm"


def test_a_part_inside_a_part_vanishes_alone() -> None:
    template = "{titel}[ (nr. {dok}[ - {sag}])]"
    assert fill(template, {"titel": "T", "dok": "1", "sag": ""}) == "T (nr. 1)"
    assert fill(template, {"titel": "T", "dok": "", "sag": "S"}) == "T"


def test_a_capital_placeholder_gives_its_value_a_capital() -> None:
    assert fill("{Lang_dato}", {"lang_dato": "onsdag d. 3. september"}) == "Onsdag d. 3. september"


def test_brackets_without_placeholders_are_only_brackets() -> None:
    assert fill("{navn} [sic]", {"navn": "Eva"}) == "Eva [sic]"


def test_brackets_in_a_value_are_text() -> None:
    assert fill("{titel}", {"titel": "punkt [1] {x}"}) == "punkt [1] {x}"


def test_nothing_comes_of_a_template_whose_placeholders_are_all_empty() -> None:
    assert fill_if_any("kl. {start}–{slut}", {"start": "", "slut": ""}) == ""
    assert fill_if_any("kl. {start}", {"start": "9.00"}) == "kl. 9.00"
    assert fill_if_any("uden pladsholder", {}) == "uden pladsholder"


def test_an_unknown_placeholder_is_refused_and_the_known_ones_are_named() -> None:
    with pytest.raises(TemplateError) as caught:
        check("{nanv}", {"navn", "titel"})
    assert str(caught.value) == "Pladsholderen {nanv} findes ikke her. Her kan bruges: {navn}, {titel}."


@pytest.mark.parametrize("template", ["[{navn}", "{navn}]", "{navn", "navn}", "{}", "[" * 30 + "{navn}" + "]" * 30])
def test_stray_brackets_are_refused(template: str) -> None:
    with pytest.raises(TemplateError):
        check(template, {"navn"})
