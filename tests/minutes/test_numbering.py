"""The number an item is printed with, where one was added at the meeting."""

from __future__ import annotations

from dataclasses import replace

import pytest

from referent.domain.agenda import AgendaItem, ItemKind
from referent.domain.decisions import ActionItem
from referent.domain.item import MeetingItem
from referent.domain.meeting import Meeting
from referent.domain.stopwatch import Span
from referent.minutes.blocks import Heading
from referent.minutes.build import build_minutes
from referent.minutes.editions import Edition, EditionError
from referent.minutes.layout import AddedNumbers, Layout
from referent.minutes.missing import what_is_missing
from referent.minutes.numbering import as_printed
from referent.minutes.walk import text_lines
from tests.minutes.samples import at, came_and_went, meeting_of, taken
from tests.tui.desk import layout

LETTER, RENUMBERED = AddedNumbers.LETTER, AddedNumbers.RENUMBERED


def style(rule: AddedNumbers, name: str = "standard") -> Layout:
    usual = layout(name)
    return replace(usual, items=replace(usual.items, added_numbers=rule))


def three_items(*, first: int = 1) -> Meeting:
    """Three items, an hour each."""
    items = [taken(first + n, f"{9 + n}.00", f"{10 + n}.00") for n in range(3)]
    return meeting_of(["Anna Ask", "Bo Birk"], items)


def numbers(meeting: Meeting, rule: AddedNumbers) -> str:
    return " ".join(item.printed_number or "-" for item in as_printed(meeting, style(rule)).items)


@pytest.mark.parametrize(
    ("rule", "printed"), [(AddedNumbers.NEXT_FREE, "1 4 2 3"), (LETTER, "1 1a 2 3"), (RENUMBERED, "1 2 3 4")]
)
def test_the_house_style_says_what_number_an_added_item_has(rule: AddedNumbers, printed: str) -> None:
    assert numbers(three_items().add_item("Nyt", after="item-1"), rule) == printed


def test_several_after_the_same_item_have_a_letter_each_and_two_letters_after_z() -> None:
    meeting = three_items()
    for _ in range(28):
        meeting = meeting.add_item("Nyt", after="item-1")
    printed = numbers(meeting, LETTER).split()
    assert printed[:4] == ["1", "1a", "1b", "1c"]
    assert printed[26:31] == ["1z", "1aa", "1bb", "2", "3"]


def test_after_the_last_item_no_letter_is_needed() -> None:
    meeting = three_items().add_item("Nyt", after="item-2").add_item("Sidst", after=None)
    assert numbers(meeting, LETTER) == "1 2 2a 3 4"


def test_before_the_first_number_there_is_none_to_put_a_letter_to() -> None:
    welcome = MeetingItem(AgendaItem("welcome", "Velkomst", kind=ItemKind.WELCOME))
    meeting = replace(three_items(), items=(welcome, *three_items().items)).add_item("Nyt", after="welcome")
    assert numbers(meeting, LETTER) == "- 4 1 2 3"
    assert numbers(meeting, RENUMBERED) == "- 1 2 3 4"


def test_a_break_has_no_number_and_takes_none() -> None:
    meeting = three_items().add_item("Pause", after="item-1", kind=ItemKind.BREAK).add_item("Nyt", after="item-1")
    assert numbers(meeting, LETTER) == "1 1a - 2 3"
    assert numbers(meeting, RENUMBERED) == "1 2 - 3 4"


def test_an_agenda_that_begins_further_on_is_numbered_from_there() -> None:
    assert numbers(three_items(first=7).add_item("Nyt", after="item-8"), RENUMBERED) == "7 8 9 10"


@pytest.mark.parametrize("rule", AddedNumbers)
def test_without_added_items_and_in_the_record_every_item_keeps_its_number(rule: AddedNumbers) -> None:
    assert as_printed(three_items(), style(rule)) == three_items()
    added = three_items().add_item("Nyt", after="item-1")
    kept = [item.planned.number for item in as_printed(added, style(rule)).items]
    assert kept == [item.planned.number for item in added.items]


# In the document


def with_one_added() -> Meeting:
    """Item 1, then an added one that stands after it and that Anna left during, then 2 and 3."""
    meeting = three_items().add_item("Nyt", after="item-1")
    meeting = meeting.with_item(meeting.items[1].id, spans=(Span(at("10.00"), at("10.30")),))
    meeting = meeting.with_item("item-2", spans=(Span(at("10.30"), at("11.00")),))
    return replace(meeting, attendance=(came_and_went("Anna Ask", left=("10.15",)),), closed_at=at("12.00"))


def lines(meeting: Meeting, layout: Layout) -> list[str]:
    """What the document says, in the order in which it says it."""
    return [line.replace("\u00a0", " ") for line in text_lines(build_minutes(meeting, layout).blocks)]


@pytest.mark.parametrize(("rule", "printed"), [(AddedNumbers.NEXT_FREE, "4"), (LETTER, "1a"), (RENUMBERED, "2")])
def test_heading_contents_and_the_sentences_about_people_say_the_same_number(rule: AddedNumbers, printed: str) -> None:
    blocks = build_minutes(with_one_added(), style(rule)).blocks
    heading = next(block for block in blocks if isinstance(block, Heading) and "Nyt" in block.text)
    assert heading.contents_text == f"{printed}. Nyt"
    said = lines(with_one_added(), style(rule))
    assert f"Punkt {printed}: Nyt" in said
    assert f"Anna Ask forlod mødet kl. 10.15 og deltog i behandlingen af punkt 1 og delvis punkt {printed}." in said


def test_the_table_of_action_items_says_the_printed_number_too() -> None:
    usual = style(LETTER)
    with_table = replace(usual, actions=replace(usual.actions, heading="Opgaver"))
    meeting = with_one_added()
    said = lines(meeting.add_action(meeting.items[1].id, ActionItem("skriv brevet")), with_table)
    assert "1a" in said[said.index("Opgaver") :]


def test_whoever_came_during_an_item_with_a_letter_has_plainly_missed_the_one_before_it() -> None:
    meeting = replace(with_one_added(), attendance=(came_and_went("Bo Birk", came=("10.15",)),))
    said = [line for line in lines(meeting, style(LETTER)) if line.startswith("Bo Birk ankom")]
    assert said == ["Bo Birk ankom til mødet kl. 10.15 under behandlingen af punkt 1a."]


def test_an_extract_goes_by_the_printed_number() -> None:
    meeting = with_one_added()
    assert "Nyt" in str(build_minutes(meeting, style(LETTER), Edition(item_number="1a")).blocks)
    assert "Nyt" in str(build_minutes(meeting, style(RENUMBERED), Edition(item_number=2)).blocks)
    assert Edition(item_number="1a").suffix == "-punkt-1a"
    with pytest.raises(EditionError, match="1 til 3"):
        build_minutes(meeting, style(LETTER), Edition(item_number=4))


def test_what_is_missing_is_told_by_the_printed_number() -> None:
    told = [str(one) for one in what_is_missing(with_one_added(), style(LETTER))]
    assert any("unkt 1a (Nyt)" in line.replace("\u00a0", " ") for line in told), told
