"""Names that nobody on the lists has, but that somebody nearly has."""

from __future__ import annotations

import pytest

from referent.minutes.near_names import NameList

NAMES = NameList(["Bjørk Kühnsen", "Anne Marie Søgaard", "H.C. Vesterby", "Bo Dam", "Lis-Beth Holmgård", "Vibeke"])


def found(text: str) -> list[tuple[str, str]]:
    return list(NAMES.near_misses(text))


@pytest.mark.parametrize(
    ("text", "slip", "name"),
    [
        ("Bjørk Kuhnsen orienterede.", "Bjørk Kuhnsen", "Bjørk Kühnsen"),
        ("Herefter takkede Bjork Kuhnsen af.", "Bjork Kuhnsen", "Bjørk Kühnsen"),
        ("Anna Marie Søgaard spurgte til fristen.", "Anna Marie Søgaard", "Anne Marie Søgaard"),
        ("Annemarie Søgaard spurgte.", "Annemarie Søgaard", "Anne Marie Søgaard"),
        ("Det siger Lis Beth Holmgård.", "Lis Beth Holmgård", "Lis-Beth Holmgård"),
        ("Det siger H.C. Vestreby.", "H.C. Vestreby", "H.C. Vesterby"),
        ("**Bjørk Kühnson** var imod.", "Bjørk Kühnson", "Bjørk Kühnsen"),
        ("Kun Bjørk Kühnsne.", "Bjørk Kühnsne", "Bjørk Kühnsen"),
    ],
)
def test_a_slip_in_a_full_name_is_told_with_the_name_it_is_taken_for(text: str, slip: str, name: str) -> None:
    assert found(text) == [(slip, name)]


@pytest.mark.parametrize(
    "text",
    [
        "Bjørk Kühnsen orienterede om Bjørk Kühnsens forslag og Bjørk Kühnsen’s ønske.",
        "Bjørk Kühnsen I dag",
        "BJØRK KÜHNSEN bad om ordet.",
        "Bjørk\nKühnsen og Anne Marie\u00a0Søgaard",
        "H.C. Vesterby og H.C. Vesterbys bil",
        "Karen Volmer fra Region Klitkysten holdt oplæg.",
        "Bjarke Kühnsted",
        "Bo Dal, Ib Dam og Bo Ram",  # short names are too like each other
        "Bjørk takkede. Kuhnsen svarede.",
        "Vibekke kom senere.",  # no full name
        "bjørk kuhnsen",
        "Anne Søgaard",  # a middle name left out is no slip
        "",
    ],
)
def test_what_is_no_near_miss_is_left_alone(text: str) -> None:
    assert found(text) == []


def test_a_slip_made_again_is_told_once() -> None:
    assert len(found("Bjørk Kuhnsen. Bjørk Kuhnsen igen.")) == 1


def test_somebody_else_on_the_lists_with_nearly_the_same_name_is_no_slip() -> None:
    names = NameList(["Anne Birkholm", "Arne Birkholm"])
    assert list(names.near_misses("Anne Birkholm og Arne Birkholm")) == []


def test_without_names_there_is_nothing_to_be_near() -> None:
    assert list(NameList([]).near_misses("Bjørk Kühnsen")) == []
