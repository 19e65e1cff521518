"""Who was there, and when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import pytest

from referent.domain.attendance import Attendance, Part, Status, part_in, presence
from referent.domain.stopwatch import Span
from tests.domain.samples import at

NOW = at("15.00")
ITEM = (Span(at("13.10.20"), at("13.40.50")),)


def noted(arrivals: Sequence[str] = (), departures: Sequence[str] = ()) -> Attendance:
    return Attendance(
        "anna", Status.PRESENT, tuple(at(moment) for moment in arrivals), tuple(at(moment) for moment in departures)
    )


def part(arrivals: Sequence[str] = (), departures: Sequence[str] = (), item: tuple[Span, ...] = ITEM) -> Part:
    return part_in(presence(noted(arrivals, departures)), item, NOW)


@pytest.mark.parametrize("status", [Status.APOLOGIES, Status.ABSENT, Status.AWAY])
def test_every_absence_is_nowhere_in_the_room(status: Status) -> None:
    assert status.is_absence
    assert not Attendance("anna", status).is_here
    assert presence(Attendance("anna", status)) == ()


@pytest.mark.parametrize("status", [Status.PRESENT, Status.UNKNOWN])
def test_whoever_is_not_absent_was_there_from_the_start(status: Status) -> None:
    assert Attendance("anna", status).is_here
    assert presence(Attendance("anna", status)) == (Span(datetime.min),)


def test_one_who_came_late_is_there_from_the_minute_of_arrival() -> None:
    assert presence(noted(["13.20.45"])) == (Span(at("13.20")),)


def test_one_who_left_was_there_from_the_start_until_then() -> None:
    assert presence(noted(departures=["13.20.45"])) == (Span(datetime.min, at("13.20")),)


def test_one_who_came_and_left_and_came_again_was_there_twice() -> None:
    attendance = noted(["13.20", "14.00"], ["13.30"])
    assert presence(attendance) == (Span(at("13.20"), at("13.30")), Span(at("14.00")))
    assert attendance.is_here


def test_one_who_left_and_came_back_and_left_is_gone() -> None:
    attendance = noted(["13.30"], ["13.20", "14.00"])
    assert presence(attendance) == (Span(datetime.min, at("13.20")), Span(at("13.30"), at("14.00")))
    assert not attendance.is_here


def test_one_who_left_and_came_back_within_a_minute_was_there_all_the_time() -> None:
    attendance = noted(["13.20.40"], ["13.20.05"])
    assert presence(attendance) == (Span(datetime.min),)
    assert attendance.is_here


def test_one_who_came_and_left_within_a_minute_was_not_there_before() -> None:
    attendance = noted(["13.20.05"], ["13.20.40"])
    assert presence(attendance) == (Span(at("13.20"), at("13.20")),)
    assert not attendance.is_here


def test_one_noted_as_coming_and_leaving_at_the_same_time_has_left() -> None:
    assert not noted(["13.20"], ["13.20"]).is_here


def test_arrivals_and_departures_are_taken_in_order_of_time_not_of_kind() -> None:
    assert presence(noted(["13.20.50", "14.10"], ["13.20.10", "13.50"])) == (
        Span(datetime.min, at("13.50")),
        Span(at("14.10")),
    )


@pytest.mark.parametrize(
    ("arrivals", "departures", "expected"),
    [
        ([], [], Part.WHOLE),
        (["13.10.59"], [], Part.WHOLE),
        (["13.11"], [], Part.SOME),
        (["13.39"], [], Part.SOME),
        (["13.40"], [], Part.NONE),
        ([], ["13.10.59"], Part.NONE),
        ([], ["13.11"], Part.SOME),
        ([], ["13.39"], Part.SOME),
        ([], ["13.40.01"], Part.WHOLE),
        (["13.20"], ["13.30"], Part.SOME),
        (["13.30"], ["13.20"], Part.SOME),
        (["14.00"], ["13.00"], Part.NONE),
    ],
)
def test_taking_part_goes_by_the_minute(arrivals: list[str], departures: list[str], expected: Part) -> None:
    assert part(arrivals, departures) is expected


def test_one_who_stepped_out_and_back_between_two_takings_took_part_in_the_whole_item() -> None:
    taken_twice = (Span(at("13.10"), at("13.20")), Span(at("14.00"), at("14.10")))
    assert part(["13.50"], ["13.30"], taken_twice) is Part.WHOLE


def test_one_who_missed_the_second_taking_took_part_in_some_of_the_item() -> None:
    taken_twice = (Span(at("13.10"), at("13.20")), Span(at("14.00"), at("14.10")))
    assert part([], ["13.30"], taken_twice) is Part.SOME


def test_an_item_shorter_than_a_minute_counts_as_its_minute() -> None:
    short = (Span(at("13.10.05"), at("13.10.30")),)
    assert part(["13.10.50"], [], short) is Part.WHOLE
    assert part([], ["13.10.10"], short) is Part.NONE


def test_nobody_took_part_in_an_item_that_was_never_taken() -> None:
    assert part(item=()) is Part.NONE


def test_a_running_item_counts_until_now() -> None:
    assert part([], ["14.30"], (Span(at("14.00")),)) is Part.SOME
