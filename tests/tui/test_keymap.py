"""The user's own keys: what is taken, what is refused and how that is said."""

from __future__ import annotations

import pytest

from referent.tui.keymap import checked_keymap, is_usable
from tests.tui.desk import Desk


@pytest.mark.parametrize(
    "key", ["f9", "ctrl+e", "shift+f5", "alt+a", "x", "æ", "ctrl+shift+n", "space", "escape", "asterisk", "pageup"]
)
def test_keys_that_reach_the_program_can_be_used(key: str) -> None:
    assert is_usable(key)


@pytest.mark.parametrize(
    "key",
    [
        "",
        "ctrl+i",
        "ctrl+m",
        "ctrl+h",
        "ctrl+j",
        "ctrl+b",
        "f10",
        "f11",
        "shift+f3",
        "ctrl+alt+q",
        "noget",
        "f99",
        "ctrl+",
    ],
)
def test_keys_that_do_not_are_refused(key: str) -> None:
    assert not is_usable(key)


def test_what_can_be_used_is_kept_as_it_is() -> None:
    assert checked_keymap({"take_next": "f6", "next_field": "ctrl+e"}) == (
        {"take_next": "f6", "next_field": "ctrl+e"},
        [],
    )


def test_an_action_that_does_not_exist_is_refused_with_the_nearest_name() -> None:
    usable, problems = checked_keymap({"take_nekst": "f6"})
    assert usable == {}
    assert problems == ["taster.toml: der er ingen handling, der hedder »take_nekst«. Mente du »take_next«?"]


def test_a_key_that_cannot_arrive_is_refused() -> None:
    usable, problems = checked_keymap({"take_next": "f6,ctrl+m", "save": "noget"})
    assert usable == {}
    assert problems == [
        "taster.toml: »ctrl+m« (take_next) er ikke en tast, programmet kan få.",
        "taster.toml: »noget« (save) er ikke en tast, programmet kan få.",
    ]


def test_a_key_that_belongs_to_another_action_is_refused() -> None:
    usable, problems = checked_keymap({"take_next": "f8"})
    assert usable == {}
    (problem,) = problems
    assert "»f8«" in problem
    assert "»look_next«" in problem


def test_two_actions_can_swap_their_keys() -> None:
    swapped = {"look_next": "f7", "look_previous": "f8"}
    assert checked_keymap(swapped) == (swapped, [])


def test_the_same_key_may_mean_another_thing_in_another_place() -> None:
    usable, problems = checked_keymap({"people.present": "t"})
    assert (usable, problems) == ({"people.present": "t"}, [])


@pytest.mark.parametrize("key", ["n", "å", "space", "enter", "backspace", "left"])
def test_what_writing_needs_cannot_be_taken_from_it(key: str) -> None:
    """A key of the meeting screen comes before the text: it could never be typed again."""
    usable, problems = checked_keymap({"take_next": key})
    assert usable == {}
    assert len(problems) == 1


async def test_the_users_keys_work_the_old_ones_do_not_and_the_footer_shows_them() -> None:
    keymap = {"take_next": "ctrl+e", "look_next": "f7", "look_previous": "f8", "people.apologies": "x"}
    async with Desk(keymap=keymap).run() as desk:
        assert "Ctrl+E Næste" in desk.screen_lines()[-1]
        await desk.press("ctrl+n")
        assert desk.meeting.started_at is None
        await desk.press("ctrl+e")
        assert desk.meeting.running is not None
        await desk.press("f7", "f7", "f8")  # the two are swapped
        assert desk.meeting_screen.looked_at == "item-2"
        await desk.press("f2", "x")
        assert desk.meeting.attendance_of("anna").status.value == "apologies"
