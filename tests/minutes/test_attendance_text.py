"""The sentences about who was there, as danish.md has them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from referent.domain.agenda import AgendaItem, Invitee, ItemKind
from referent.domain.attendance import Attendance, Status
from referent.domain.item import MeetingItem
from referent.domain.meeting import Meeting
from referent.domain.stopwatch import Span
from referent.minutes.attendance_text import attendance_sentences, guest_sentences, item_sentences, order_sentences
from referent.minutes.wording import Wording
from tests.minutes.samples import absent, at, came_and_went, meeting_of, taken

ITEMS = [
    taken(1, "09.00", "09.10"),
    taken(2, "09.10", "09.30"),
    taken(3, "09.30", "10.00"),
    taken(4, "10.00", "10.20"),
]
GUEST_FORM = "{navn}[, {titel}]"


def told(meeting: Meeting, **wording: str) -> list[str]:
    sentences = attendance_sentences(meeting, replace(Wording(), **wording), "HH.mm")
    return [sentence.replace("\u00a0", " ") for sentence in sentences]


def of(*attendance: Attendance, items: list[MeetingItem] | None = None) -> list[str]:
    return told(meeting_of(["Asta", "Bo", "Carl"], ITEMS if items is None else items, list(attendance)))


# Departures


def test_one_who_left_took_part_in_the_fewer_items() -> None:
    assert of(came_and_went("Bo", left=("09.15",))) == [
        "Bo forlod mødet kl. 09.15 og deltog i behandlingen af punkt 1 og delvis punkt 2."
    ]


def test_one_who_left_late_missed_the_fewer_items() -> None:
    assert of(came_and_went("Bo", left=("10.00",))) == [
        "Bo forlod mødet kl. 10.00 og deltog ikke i behandlingen af punkt 4."
    ]


def test_items_are_listed_in_the_order_in_which_they_were_taken() -> None:
    items = [ITEMS[0], ITEMS[1], taken(3, "10.20", "10.40"), taken(4, "10.40", "10.50"), taken(6, "09.30", "10.00")]
    items.insert(4, taken(5, "10.50", "10.55"))
    assert of(came_and_went("Bo", left=("10.30",)), items=items) == [
        "Bo forlod mødet kl. 10.30 og deltog ikke i behandlingen af punkt 4 og 5 "
        "og kun delvis i behandlingen af punkt 3."
    ]
    assert of(came_and_went("Bo", left=("10.00",)), items=items) == [
        "Bo forlod mødet kl. 10.00 og deltog i behandlingen af punkt 1, 2 og 6."
    ]


def test_one_who_left_in_the_minute_an_item_began_took_no_part_in_it() -> None:
    assert "punkt 1 og 2." in of(came_and_went("Bo", left=("09.30",)))[0]


def test_one_who_missed_nothing_only_left() -> None:
    assert of(came_and_went("Bo", left=("10.20",))) == ["Bo forlod mødet kl. 10.20."]


def test_one_who_left_during_the_last_item_took_part_in_it_only_partly() -> None:
    assert of(came_and_went("Bo", left=("10.10",))) == [
        "Bo forlod mødet kl. 10.10 og deltog kun delvis i behandlingen af punkt 4."
    ]


def test_one_who_left_during_the_first_item_took_part_partly_in_that_alone() -> None:
    assert of(came_and_went("Bo", left=("09.05",))) == [
        "Bo forlod mødet kl. 09.05 og deltog delvis i behandlingen af punkt 1."
    ]


def test_one_who_left_at_once_took_part_in_nothing() -> None:
    assert of(came_and_went("Bo", left=("09.00",))) == [
        "Bo forlod mødet kl. 09.00 og deltog ikke i behandlingen af punkt 1, 2, 3 og 4."
    ]


def test_those_who_did_exactly_the_same_share_a_sentence() -> None:
    assert of(came_and_went("Carl", left=("10.00",)), came_and_went("Asta", left=("10.00",))) == [
        "Asta og Carl forlod mødet kl. 10.00 og deltog ikke i behandlingen af punkt 4."
    ]


def test_sentences_come_in_order_of_time() -> None:
    sentences = of(came_and_went("Asta", left=("10.00",)), came_and_went("Bo", came=("09.15",)))
    assert [sentence.split()[0] for sentence in sentences] == ["Bo", "Asta"]


# Arrivals


def test_one_who_came_while_an_item_was_running() -> None:
    assert of(came_and_went("Bo", came=("09.36",))) == ["Bo ankom til mødet kl. 09.36 under behandlingen af punkt 3."]


def test_one_who_came_between_two_items() -> None:
    assert of(came_and_went("Bo", came=("09.30",))) == ["Bo ankom til mødet kl. 09.30 efter behandlingen af punkt 2."]


@pytest.mark.parametrize("time", ["08.50", "09.00"])
def test_one_who_came_before_the_first_item(time: str) -> None:
    assert of(came_and_went("Bo", came=(time,))) == [f"Bo ankom til mødet kl. {time}."]


def test_what_one_missed_of_an_item_that_was_taken_twice_is_told() -> None:
    items = [ITEMS[0], ITEMS[1], replace(ITEMS[2], spans=(Span(at("09.00"), at("09.05")), *ITEMS[2].spans))]
    assert of(came_and_went("Bo", came=("09.15",)), items=items) == [
        "Bo ankom til mødet kl. 09.15 under behandlingen af punkt 2 og deltog ikke i behandlingen af punkt 1 "
        "og kun delvis i behandlingen af punkt 3."
    ]


def test_what_one_who_came_late_has_missed_is_told_where_items_were_taken_out_of_order() -> None:
    items = [taken(1, "09.00", "09.10"), taken(2, "09.40", "10.00"), taken(3, "09.10", "09.40")]
    assert of(came_and_went("Bo", came=("09.20",)), items=items) == [
        "Bo ankom til mødet kl. 09.20 under behandlingen af punkt 3 og deltog ikke i behandlingen af punkt 1."
    ]


def test_one_who_came_and_left() -> None:
    assert of(came_and_went("Bo", came=("09.15",), left=("09.30",))) == [
        "Bo ankom til mødet kl. 09.15 under behandlingen af punkt 2, forlod mødet kl. 09.30 "
        "og deltog delvis i behandlingen af punkt 2."
    ]


def test_one_who_left_and_came_again() -> None:
    assert of(came_and_went("Bo", left=("09.30",), came=("10.00",))) == [
        "Bo forlod mødet kl. 09.30, kom tilbage til mødet kl. 10.00 og deltog ikke i behandlingen af punkt 3."
    ]


def test_one_of_whom_nothing_happened_has_no_sentence() -> None:
    assert of(came_and_went("Bo"), absent("Carl")) == []


# Treated together


def test_one_who_came_during_items_treated_together_came_under_both() -> None:
    items = [ITEMS[0], ITEMS[1], replace(taken(3, "09.00", None), spans=(), together_with="item-2"), ITEMS[3]]
    assert of(came_and_went("Bo", came=("09.15",)), items=items) == [
        "Bo ankom til mødet kl. 09.15 under behandlingen af punkt 2 og 3."
    ]
    assert of(came_and_went("Bo", left=("09.10",)), items=items) == [
        "Bo forlod mødet kl. 09.10 og deltog i behandlingen af punkt 1."
    ]


# Out for one item, recused, substitutes, no-shows


def test_one_who_was_outside_during_one_item() -> None:
    items = [*ITEMS[:3], replace(ITEMS[3], outside=("Bo",))]
    assert of(items=items) == ["Bo deltog ikke i behandlingen af punkt 4."]


def test_those_who_were_recused_in_the_same_items_share_a_sentence() -> None:
    items = [replace(item, recused=("Asta", "Bo")) if item.planned.number in (2, 4) else item for item in ITEMS]
    assert of(items=items) == ["Asta og Bo deltog på grund af inhabilitet ikke i behandlingen af punkt 2 og 4."]


def test_that_somebody_was_found_not_to_be_inhabil_is_said() -> None:
    items = [replace(item, cleared=("Asta", "Bo")) if item.planned.number == 2 else item for item in ITEMS]
    assert of(items=items) == ["Der blev ikke fundet inhabilitet hos Asta og Bo ved behandlingen af punkt 2."]


def test_one_who_was_found_not_to_be_inhabil_took_part() -> None:
    items = [replace(item, cleared=("Bo",)) if item.planned.number == 2 else item for item in ITEMS]
    assert of(came_and_went("Bo", left=("09.30",)), items=items)[0] == (
        "Bo forlod mødet kl. 09.30 og deltog i behandlingen af punkt 1 og 2."
    )


def test_an_item_that_one_was_outside_of_is_not_among_those_taken_part_in() -> None:
    items = [ITEMS[0], replace(ITEMS[1], outside=("Bo",)), *ITEMS[2:], taken(5, "10.20", "10.30")]
    assert of(came_and_went("Bo", left=("09.30",)), items=items) == [
        "Bo forlod mødet kl. 09.30 og deltog i behandlingen af punkt 1.",
        "Bo deltog ikke i behandlingen af punkt 2.",
    ]


def test_one_who_was_absent_is_neither_outside_nor_recused() -> None:
    items = [replace(ITEMS[0], outside=("Bo",), recused=("Bo",)), *ITEMS[1:]]
    assert of(absent("Bo"), items=items) == []


def test_a_substitute() -> None:
    assert of(Attendance("Bo", Status.APOLOGIES, substitute="Dora")) == ["Dora deltog i stedet for Bo."]


def test_one_who_stayed_away_without_apologies_is_told_of_only_where_the_house_style_wants_it() -> None:
    meeting = meeting_of(["Asta", "Bo"], ITEMS, [absent("Bo", Status.ABSENT)])
    assert told(meeting) == []
    assert told(meeting, no_show="{personer} udeblev uden afbud.") == ["Bo udeblev uden afbud."]


# Guests


def guests_of(*items: MeetingItem) -> list[str]:
    sentences = guest_sentences(meeting_of(["Asta"], list(items)), Wording(), GUEST_FORM)
    return [sentence.replace("\u00a0", " ") for sentence in sentences]


def invited(item: MeetingItem, *guests: Invitee) -> MeetingItem:
    return replace(item, planned=replace(item.planned, invitees=guests))


def test_guests_of_one_item_share_a_sentence() -> None:
    item = invited(ITEMS[2], Invitee("Eva", "læge"), Invitee("Finn"))
    assert guests_of(item) == ["Eva, læge og Finn deltog i mødet i forbindelse med behandlingen af punkt 3."]


def test_guests_come_in_the_order_in_which_the_items_were_taken() -> None:
    later, earlier = (
        invited(taken(3, "10.00", "10.10"), Invitee("Eva")),
        invited(taken(6, "09.00", "09.10"), Invitee("Bo")),
    )
    assert [sentence.split()[0] for sentence in guests_of(later, earlier)] == ["Bo", "Eva"]


def test_a_guest_of_two_items_has_one_sentence() -> None:
    items = [invited(ITEMS[0], Invitee("Eva")), invited(ITEMS[2], Invitee("Eva"))]
    assert guests_of(*items) == ["Eva deltog i mødet i forbindelse med behandlingen af punkt 1 og 3."]


def test_a_guest_who_stayed_away_is_not_printed_and_neither_is_one_of_an_item_not_taken() -> None:
    stayed_away = replace(invited(ITEMS[0], Invitee("Eva")), guests=())
    not_taken = replace(invited(ITEMS[1], Invitee("Finn")), spans=())
    assert guests_of(stayed_away, not_taken) == []


def test_guests_with_the_same_name_keep_their_own_titles() -> None:
    item = invited(ITEMS[0], Invitee("Eva", "læge"), Invitee("Eva", "jurist"))
    assert guests_of(item) == ["Eva, læge og Eva, jurist deltog i mødet i forbindelse med behandlingen af punkt 1."]
    meeting = meeting_of(["Asta"], [item]).toggle_guest("item-1", "Eva")
    assert guests_of(*meeting.items) == ["Eva, jurist deltog i mødet i forbindelse med behandlingen af punkt 1."]


def test_the_sentences_of_one_item_are_its_own() -> None:
    item = replace(invited(ITEMS[1], Invitee("Eva")), recused=("Asta",))
    meeting = meeting_of(["Asta"], [ITEMS[0], item])
    assert [each.replace("\u00a0", " ") for each in item_sentences(meeting, item, Wording(), GUEST_FORM)] == [
        "Asta deltog på grund af inhabilitet ikke i behandlingen af punkt 2.",
        "Eva deltog i mødet i forbindelse med behandlingen af punkt 2.",
    ]


# The order of the items


def order_of(*items: MeetingItem) -> list[str]:
    return [each.replace("\u00a0", " ") for each in order_sentences(meeting_of([], list(items)), Wording())]


def test_an_item_taken_out_of_order_is_named_with_the_one_before_it() -> None:
    items = [
        taken(1, "09.00", "09.10"),
        taken(2, "09.10", "09.20"),
        taken(3, "09.30", "09.40"),
        taken(4, "09.20", "09.30"),
    ]
    items.insert(3, taken(5, "09.40", "09.50"))
    assert order_of(*items) == ["Punkt 4 blev behandlet efter punkt 2."]


def test_an_item_taken_first_out_of_order() -> None:
    assert order_of(taken(1, "09.10", "09.20"), taken(2, "09.20", "09.30"), taken(3, "09.00", "09.10")) == [
        "Punkt 3 blev behandlet først."
    ]


def test_items_taken_in_order_need_no_sentence() -> None:
    assert order_of(*ITEMS) == []


# At the edges


def test_a_break_is_no_item() -> None:
    pause = MeetingItem(AgendaItem("pause", "Pause", kind=ItemKind.BREAK), spans=(Span(at("09.30"), at("09.40")),))
    items = [ITEMS[0], ITEMS[1], pause, taken(3, "09.40", "10.00")]
    assert of(came_and_went("Bo", left=("09.30",)), items=items) == [
        "Bo forlod mødet kl. 09.30 og deltog ikke i behandlingen af punkt 3."
    ]


def test_an_item_that_still_runs_counts_until_the_last_thing_that_happened() -> None:
    items = [ITEMS[0], taken(2, "09.10", None)]
    assert of(came_and_went("Bo", left=("09.20",)), items=items)[0].startswith("Bo forlod mødet kl. 09.20")


def test_a_meeting_not_begun_has_no_sentences() -> None:
    meeting = replace(meeting_of(["Asta"], [MeetingItem(ITEMS[0].planned)]), started_at=None)
    assert told(meeting) == []


def test_a_substitute_on_the_agenda_is_told_of_only_where_one_came_and_the_other_did_not() -> None:
    meeting = meeting_of(["Asta", "Dora"], ITEMS, [])
    dora = replace(meeting.agenda.participants[1], substitute_for="Asta")
    meeting = replace(meeting, agenda=replace(meeting.agenda, participants=(meeting.agenda.participants[0], dora)))
    here, away = Attendance("Dora", Status.PRESENT), absent("Asta")
    assert told(replace(meeting, attendance=(here, away))) == ["Dora deltog i stedet for Asta."]
    assert told(replace(meeting, attendance=(away,))) == []
    assert told(replace(meeting, attendance=(here,))) == []
    someone_else = replace(away, substitute="Egon")
    assert told(replace(meeting, attendance=(here, someone_else))) == ["Egon deltog i stedet for Asta."]
