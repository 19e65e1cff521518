"""The one registry of intentions, and that screens, keys and texts hold to it."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from textual.screen import Screen
from textual.widgets import Input, OptionList

from referent import key_texts as texts
from referent.tui.actions import ACTIONS, Action, Scope, actions_in, binding_id, help_rows, key_name, keys_of, shown_key
from referent.tui.dialogs.choose import ChooseDialog, FilterDialog
from referent.tui.dialogs.form import FormDialog
from referent.tui.dialogs.reading import ReadingDialog
from referent.tui.keymap import UNUSABLE, is_usable
from referent.tui.screens.meeting import MeetingScreen
from referent.tui.screens.people import PeopleScreen
from referent.tui.screens.preview import PreviewScreen
from referent.tui.screens.read_aloud import ReadAloudScreen
from referent.tui.screens.start import StartScreen
from tests.domain.samples import planned
from tests.tui.desk import Desk

SCREENS: dict[Scope, list[type[Screen[Any]]]] = {
    Scope.MEETING: [MeetingScreen],
    Scope.ITEM_LIST: [MeetingScreen],
    Scope.PEOPLE: [PeopleScreen],
    Scope.START: [StartScreen],
    Scope.PREVIEW: [PreviewScreen],
    Scope.READ_ALOUD: [ReadAloudScreen],
    Scope.DIALOG: [ChooseDialog, FilterDialog, FormDialog, ReadingDialog],
}
DOCUMENTED = {
    "help": ("f1", "ctrl+g"),
    "people": ("f2",),
    "vote": ("f3",),
    "formula": ("f4",),
    "pause": ("f5",),
    "look_previous": ("f7",),
    "look_next": ("f8",),
    "export": ("f9",),
    "read_aloud": ("f12",),
    "take_next": ("ctrl+n",),
    "take_this": ("ctrl+t",),
    "look_running": ("ctrl+l",),
    "items": ("escape",),
    "fitting_formula": ("ctrl+f",),
    "action_item": ("ctrl+o",),
    "undo_event": ("ctrl+r",),
    "save": ("ctrl+s",),
    "palette": ("ctrl+p",),
    "quit": ("ctrl+q",),
    "next_field": ("f6", "tab"),
    "previous_field": ("shift+tab",),
}
"""The table of keys of the product's description."""
PEOPLE_KEYS = {
    "present": "space",
    "apologies": "a",
    "away": "f",
    "absent": "u",
    "arrive": "k",
    "leave": "g",
    "outside": "o",
    "recused": "i",
    "substitute": "s",
    "add_person": "n",
    "everyone_here": "asterisk",
}
CTRL_SPACE = "ctrl+@"
"""What a terminal sends for it."""
ALTGR = set("@£$€{[]}|~\\") | {"at", "pound_sign", "dollar_sign", "left_square_bracket", "right_curly_bracket", "tilde"}


@pytest.mark.parametrize("action", ACTIONS, ids=binding_id)
def test_every_action_can_be_done_on_its_screen_and_is_named_in_danish(action: Action) -> None:
    for screen in SCREENS[action.scope]:
        assert callable(getattr(screen, f"action_{action.id}", None)), f"{screen.__name__} lacks {action.id}"
    label, description = texts.ACTIONS[action.id]
    assert label
    assert description
    assert action.group in texts.GROUPS


def test_ids_are_unique_in_each_place_and_so_are_the_places_in_the_footer() -> None:
    for scope in Scope:
        assert max(Counter(action.id for action in actions_in(scope)).values()) == 1
        places = [action.footer for action in actions_in(scope) if action.footer]
        assert len(places) == len(set(places))


def test_a_key_means_one_thing_in_each_place() -> None:
    for scope in Scope:
        keys = Counter(key for action in actions_in(scope) for key in keys_of(action, {}))
        assert [key for key, count in keys.items() if count > 1] == []


@pytest.mark.parametrize(("action_id", "keys"), DOCUMENTED.items())
def test_the_documented_keys_are_bound_as_said(action_id: str, keys: tuple[str, ...]) -> None:
    (action,) = [action for action in actions_in(Scope.MEETING) if action.id == action_id]
    assert keys_of(action, {}) == keys


def test_the_keys_of_the_attendance_list_are_bound_as_said() -> None:
    bound = {action.id: keys_of(action, {}) for action in actions_in(Scope.PEOPLE)}
    assert {action_id: bound[action_id] for action_id in PEOPLE_KEYS} == {
        action_id: (key,) for action_id, key in PEOPLE_KEYS.items()
    }


def test_no_key_needs_altgr_or_is_kept_by_a_terminal() -> None:
    for action in ACTIONS:
        for key in keys_of(action, {}):
            assert key not in UNUSABLE
            assert is_usable(key)
            assert key.rpartition("+")[2] not in ALTGR or key == CTRL_SPACE
            assert "alt+" not in key


def test_every_text_of_an_action_belongs_to_one() -> None:
    assert {action.id for action in ACTIONS} == set(texts.ACTIONS)


async def test_every_documented_key_does_its_action_with_the_cursor_in_the_text(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    done: list[str] = []

    for action in actions_in(Scope.MEETING):
        monkeypatch.setattr(
            MeetingScreen, f"action_{action.id}", lambda screen, action_id=action.id: done.append(action_id)
        )
    wanted = [(key, action.id) for action in actions_in(Scope.MEETING) for key in keys_of(action, {})]
    async with Desk(planned()).run() as desk:
        assert desk.focused_editor
        for key, _ in wanted:
            await desk.press(key)
        assert done == [action_id for _, action_id in wanted]
        assert desk.editor().text == ""


IN_PALETTE = [action for action in actions_in(Scope.MEETING) if action.in_palette and action.id != "palette"]


async def test_every_action_is_found_in_the_palette_by_its_name_and_the_program_survives_each() -> None:
    """One is chosen there; the others are done by their keys, or without one as the palette does what is chosen."""
    async with Desk().run((80, 30)) as desk:
        await desk.press("ctrl+p")
        for action in IN_PALETTE:
            desk.screen.query_one(Input).value = f"{action.label} {action.description[:20]}"
            await desk.settle()
            found = desk.screen.query_one(OptionList).highlighted_option
            assert found is not None, action.id
            assert found.id == action.id
        await desk.press("escape", "ctrl+p")
        await desk.type("næste punkt tag")
        await desk.press("enter")
        assert desk.meeting.running is not None
        for action in IN_PALETTE:
            if action.id == "quit":
                continue
            if keys := keys_of(action, {}):
                await desk.press(keys[0])
            else:
                await desk.meeting_screen.run_action(action.id)
                await desk.settle()
            assert not desk.has_ended, action.id
            while desk.screen is not desk.meeting_screen:
                await desk.press("escape")


def test_keys_are_shown_as_a_danish_keyboard_names_them() -> None:
    assert [key_name(key) for key in ("ctrl+n", "f2", "space", "shift+tab", "escape", "asterisk")] == [
        "Ctrl+N",
        "F2",
        "Mellemrum",
        "Skift+Tab",
        "Esc",
        "*",
    ]


def test_help_and_hints_show_the_users_own_key() -> None:
    keymap = {"take_next": "f6"}
    assert shown_key("take_next", Scope.MEETING, keymap) == "F6"
    rows = [row for _, rows in help_rows([Scope.MEETING], keymap) for row in rows]
    assert ("F6", texts.ACTIONS["take_next"][1]) in rows
