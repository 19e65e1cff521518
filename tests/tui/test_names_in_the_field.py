"""Names that are completed while one types."""

from __future__ import annotations

import asyncio
import random
import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from textual import events
from textual.widgets import TextArea

from referent import screen_texts as texts
from referent.domain.agenda import Participant
from referent.domain.decisions import TextField
from referent.minutes.completion import NameFinder
from referent.tui.widgets.editor import Editor
from referent.tui.widgets.item_list import ItemList
from referent.tui.widgets.writing_aids import WritingAids
from tests.domain.samples import THREE_ITEMS
from tests.tui.desk import Desk
from tests.tui.test_editor import OneField

PEOPLE = replace(
    THREE_ITEMS,
    participants=(
        *THREE_ITEMS.participants,
        Participant("anders", "Anders Dal"),
        Participant("soeren", "Søren Ågård"),
        *(Participant(f"p{n}", f"Person {n:02}") for n in range(20)),
    ),
)


def rows(desk: Desk) -> list[str]:
    """The names that are shown, without the mark of the chosen one."""
    names = [person.name for person in PEOPLE.participants] + ["Gry", "Hans"]
    return [name for line in desk.screen_lines() for name in names if re.search(f"[› ] {name}(?: |$)", line)]


@pytest.mark.parametrize(
    ("typed", "key", "written"),
    [
        ("@an", "tab", "Anna Ask"),
        ("@an", "enter", "Anna Ask"),
        ("Ja, @soer", "tab", "Ja, Søren Ågård"),
        ("@ågaard", "tab", "Søren Ågård"),
        ("@dal", "tab", "Anders Dal"),
        ("@bb", "tab", "Bo Birk"),
        ("@gr", "tab", "Gry"),
        ("(@bo", "tab", "(Bo Birk"),
        ("@bo bi", "tab", "Bo Birk"),
    ],
)
async def test_a_name_begun_is_completed(typed: str, key: str, written: str) -> None:
    async with Desk(PEOPLE).run() as desk:
        await desk.rush(*typed, key, *" her")
        assert desk.editor().text == f"{written} her"
        assert desk.meeting.item("item-1").decision == f"{written} her"


async def test_the_names_that_fit_are_shown_under_the_cursor_at_most_five() -> None:
    async with Desk(PEOPLE).run() as desk:
        await desk.type("@an")
        assert rows(desk) == ["Anna Ask", "Anders Dal"]
        await desk.press("d")
        assert rows(desk) == ["Anders Dal"]
        await desk.press("backspace", "backspace", "backspace")
        assert len(rows(desk)) == 5
        await desk.type("xx")
        assert rows(desk) == []


async def test_arrows_choose_and_go_round_without_moving_the_cursor() -> None:
    async with Desk(PEOPLE).run() as desk:
        await desk.rush(*"@an", "down", "enter")
        assert desk.editor().text == "Anders Dal"
        await desk.rush("enter", *"@an", "up", "tab")
        assert desk.editor().text == "Anders Dal\nAnders Dal"


async def test_escape_leaves_the_name_as_typed_and_the_next_goes_to_the_list() -> None:
    async with Desk(PEOPLE).run() as desk:
        await desk.rush(*"@an", "escape")
        assert desk.editor().text == "@an"
        assert rows(desk) == []
        assert desk.focused_editor is desk.editor()
        await desk.press("escape")
        assert isinstance(desk.app.focused, ItemList)


@pytest.mark.parametrize("typed", ["anna@an", "a.b_c@bo", "x-@an", "@@an"])
async def test_in_an_address_no_name_is_begun(typed: str) -> None:
    async with Desk(PEOPLE).run() as desk:
        await desk.type(typed)
        assert rows(desk) == []
        await desk.press("enter")
        assert desk.editor().text == f"{typed}\n"


@pytest.mark.parametrize("typed", ["@nobody at all", "@an!", "@ an", "@1", "@Anna Ask", "@an, hvad", "@bo sagde, at"])
async def test_typing_goes_on_without_harm_where_nothing_fits(typed: str) -> None:
    async with Desk(PEOPLE).run() as desk:
        await desk.type(f"{typed}\nx")
        assert desk.editor().text == f"{typed}\nx"


async def test_moving_away_from_the_name_closes_the_list() -> None:
    async with Desk(PEOPLE).run() as desk:
        await desk.type("Ja @an")
        await desk.press("home")
        assert rows(desk) == []
        await desk.press("end", "enter")
        assert desk.editor().text == "Ja @an\n"


async def test_leaving_the_field_closes_the_list() -> None:
    async with Desk(PEOPLE).run() as desk:
        await desk.type("@an")
        await desk.press("f8")
        assert rows(desk) == []
        await desk.press("f7")
        assert rows(desk) == []
        assert desk.editor().text == "@an"


async def test_one_undo_gives_back_what_was_typed() -> None:
    async with Desk(PEOPLE).run() as desk:
        await desk.rush(*"@an", "tab")
        await desk.press("ctrl+z")
        assert desk.editor().text == "@an"


# Ctrl+Space, for those who have no @


async def test_ctrl_space_completes_the_word_before_the_cursor_at_once_where_only_one_is_meant() -> None:
    async with Desk(PEOPLE).run() as desk:
        await desk.rush(*"Ja, anders", "ctrl+@", "!")
        assert desk.editor().text == "Ja, Anders Dal!"


async def test_ctrl_space_offers_names_where_more_are_meant_and_letters_may_follow() -> None:
    async with Desk(PEOPLE).run() as desk:
        await desk.rush(*"an", "ctrl+@")
        assert rows(desk) == ["Anna Ask", "Anders Dal"]
        await desk.rush("d", "tab")
        assert desk.editor().text == "Anders Dal"
        await desk.rush(" ", "ctrl+@", *"soer", "enter")
        assert desk.editor().text == "Anders Dal Søren Ågård"


async def test_it_works_in_every_field() -> None:
    async with Desk(PEOPLE).run() as desk:
        await desk.rush("tab", *"@bo", "enter")
        assert desk.focused_editor.field is TextField.DISCUSSION
        assert desk.focused_editor.text == "Bo Birk"


async def test_in_the_list_of_items_ctrl_space_does_nothing() -> None:
    async with Desk(PEOPLE).run() as desk:
        await desk.press("escape", "ctrl+@")
        assert isinstance(desk.app.focused, ItemList)


async def test_someone_who_turned_up_can_be_named_at_once() -> None:
    async with Desk(PEOPLE).run() as desk:
        desk.meeting_screen.act("x", lambda meeting: meeting.add_participant("Zita Zar"))
        await desk.rush(*"@zi", "tab")
        assert desk.editor().text == "Zita Zar"


async def test_the_list_stays_on_the_screen_at_its_lower_edge_and_says_how_to_choose() -> None:
    async with Desk(PEOPLE).run((80, 14)) as desk:
        await desk.type("\n" * 12 + "@pers")
        assert len(rows(desk)) == 5
        assert texts.NAMES_HINT.strip() in desk.screen_text()


# Everything at once


@pytest.mark.parametrize("seed", range(4))
async def test_no_mixture_of_names_formulas_abbreviations_and_undo_ends_the_program_or_loses_a_word(seed: int) -> None:
    rng = random.Random(seed)
    told: list[str] = []
    aids = WritingAids(
        lambda: NameFinder(("Anna Ask", "Anders Dal", "Bo Birk")),
        lambda item_id, field, line, is_leaving: rng.random() < 0.5,
        {"te": "Taget {hvem}.\nTil efterretning."},
    )
    editor = Editor("item-1", TextField.DECISION, "", "Beslutning", "", lambda *change: told.append(change[2]), aids)
    keys = ["@", "a", "n", " ", ";", "t", "e", "!", "enter", "up", "down"]
    formulas = ("ad. 1: {svar}\n\nad. 2: Drøftet.", "Tiltrådt.")
    acts: list[Callable[[], object]] = [
        editor.take_name,
        editor.complete_name,
        editor.close_names,
        editor.next_place,
        lambda: editor.write_formula(formulas),
        lambda: editor.insert_apart(rng.choice(formulas)),
        editor.undo,
        editor.redo,
        editor.select_all,
        editor.action_cursor_left,
        editor.action_cursor_line_start,
        editor.action_delete_left,
        editor.finish_line,
    ]
    app = OneField(editor)
    async with app.run_test(size=(40, 12)):
        for _ in range(150):
            if rng.random() < 0.7:
                key = rng.choice(keys)
                event = events.Key(key, "\r" if key == "enter" else key if len(key) == 1 else None)
                await editor._on_key(event)
                if not event._no_default_action:
                    await TextArea._on_key(editor, event)
            else:
                rng.choice(acts)()
            if rng.random() < 0.3:
                await asyncio.sleep(0)
            assert not told or told[-1] == editor.text
        while editor.history.undo_stack:
            editor.undo()
        assert editor.text == ""
