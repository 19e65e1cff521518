"""Items treated together under one decision, and items that were not treated, as they are printed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from referent.domain.decisions import TextField
from referent.domain.meeting import Meeting
from referent.files.layout_file import load_layout
from referent.minutes.build import build_minutes
from tests.minutes.as_text import minutes_as_text
from tests.minutes.samples import at, meeting_of, taken


def printed(meeting: Meeting) -> str:
    return minutes_as_text(build_minutes(meeting, load_layout("standard", Path()))).replace("·", " ")


def three_items() -> Meeting:
    items = [taken(number, f"09.{number}0", f"09.{number}9", decision=f"Svar {number}.") for number in (1, 2, 3)]
    return meeting_of(["Asta"], [*items[:2], replace(items[2], spans=(), decision="")]).put_back("item-3")


def test_the_decision_says_with_which_item_it_was_treated() -> None:
    text = printed(three_items().treat_together("item-3", "item-2"))
    assert "Behandlet sammen med punkt 2." in text
    assert "blev behandlet efter" not in text


def test_an_own_decision_stands_below_that() -> None:
    meeting = three_items().treat_together("item-3", "item-2").write("item-3", TextField.DECISION, "Dog ikke bilaget.")
    text = printed(meeting)
    assert text.index("Behandlet sammen med") < text.index("Dog ikke bilaget.")


def test_an_item_treated_with_an_earlier_one_was_taken_after_it() -> None:
    meeting = three_items().treat_together("item-3", "item-1")
    assert "Punkt 3 blev behandlet efter punkt 1." in printed(meeting)


def test_the_contents_say_what_was_put_off_and_withdrawn() -> None:
    meeting = three_items().put_off("item-2", at("09.30")).withdraw("item-3", at("09.30"))
    text = printed(meeting)
    assert "[indhold: 2. Sag 2 (udsat)]" in text
    assert "[indhold: 3. Sag 3 (udgået)]" in text
