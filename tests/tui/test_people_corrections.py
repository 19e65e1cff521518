"""The attendance list: putting right what was noted of somebody, or was forgotten."""

from __future__ import annotations

from datetime import datetime

import pytest

from referent.domain.corrections import parse_clock
from referent.tui.dialogs.form import FormDialog
from referent.tui.people_flow import find_item
from tests.domain.samples import at, planned
from tests.tui.attendance import said
from tests.tui.desk import Desk


def departures(desk: Desk) -> tuple[datetime, ...]:
    return desk.meeting.attendance_of("anna").departures


async def test_a_time_that_was_forgotten_is_added_and_one_that_cannot_be_is_refused_put_right_and_taken_away() -> None:
    async with Desk().run() as desk:
        await desk.press("ctrl+n", "f2", "*", "home")
        desk.clock.advance(minutes=30)
        before = desk.meeting
        await desk.press("r", "down", "enter")
        for typed, fault in (("engang", "kan ikke læses"), ("23.10", "ikke 23.10 endnu")):
            await desk.type(f"{typed}\n")
            assert fault in desk.screen_text(), typed
            assert desk.meeting == before, typed
            assert isinstance(desk.screen, FormDialog), typed
            await desk.rush(*["backspace"] * len(typed))
        await desk.type("1315\n")
        assert departures(desk) == (at("13.15"),)
        await desk.press("ctrl+r", "home", "g", "home", "r")
        assert "gik 13.30" in desk.screen_text()
        await desk.press("enter")
        await desk.rush(*["backspace"] * 5, *"13.10", "enter")
        assert departures(desk) == (at("13.10"),)
        assert said(desk) == "Anna Ask: gik 13.10 (før: gik 13.30)"
        await desk.press("ctrl+r")
        assert departures(desk) == (at("13.30"),)
        await desk.press("home", "r", "enter")
        await desk.rush(*["backspace"] * 5, "enter")
        assert departures(desk) == ()
        assert said(desk) == "Anna Ask: gik 13.30 er slettet"
        await desk.press("home", "k")
        await what_was_noted_at_an_item_can_be_moved(desk)


async def what_was_noted_at_an_item_can_be_moved(desk: Desk) -> None:
    """To another that exists."""
    await desk.press("home", "i", "home", "r", "end", "enter", "backspace")
    await desk.type("9\n")
    assert "»9«" in desk.screen_text()
    assert desk.meeting.item("item-1").recused == ("anna",)
    await desk.press("escape", "home", "i", "i", "o", "home", "r")
    assert "ude under punkt 1" in desk.screen_text()
    await desk.press("enter", "backspace")
    await desk.type("2\n")
    assert desk.meeting.item("item-1").outside == ()
    assert desk.meeting.item("item-2").outside == ("anna",)


@pytest.mark.parametrize(
    ("typed", "clock"),
    [
        ("10.10", "10.10"),
        ("kl. 9:05", "09.05"),
        ("0905", "09.05"),
        ("24.00", None),
        ("25.00", None),
        ("10", None),
        ("engang", None),
    ],
)
def test_a_clock_time_is_read_as_it_is_typed(typed: str, clock: str | None) -> None:
    assert parse_clock(typed) == (at(clock).time() if clock else None)


@pytest.mark.parametrize(
    ("typed", "found"), [("2", "item-2"), ("punkt 3", "item-3"), ("Pause", "break"), ("Punkt", None), ("9", None)]
)
def test_an_item_is_found_by_its_number_or_the_beginning_of_its_title(typed: str, found: str | None) -> None:
    assert find_item(planned(), typed) == found
