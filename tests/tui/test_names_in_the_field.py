"""Names that are completed while one types."""

from __future__ import annotations

import asyncio
import random
import re
from collections.abc import Callable
from dataclasses import replace

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
from tests.tui.random_editing import OneField

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


async def test_a_name_begun_is_completed_by_tab_or_enter() -> None:
    text = ""
    async with Desk(PEOPLE).run() as desk:
        for typed, key, written in (
            ("@an", "tab", "Anna Ask"),
            ("@an", "enter", "Anna Ask"),
            ("Ja, @soer", "tab", "Ja, Søren Ågård"),
            ("@ågaard", "tab", "Søren Ågård"),
            ("@dal", "tab", "Anders Dal"),
            ("@bb", "tab", "Bo Birk"),
            ("@gr", "tab", "Gry"),
            ("(@bo", "tab", "(Bo Birk"),
            ("@bo bi", "tab", "Bo Birk"),
        ):
            await desk.rush(*typed, key, *" her")
            text += f"{written} her"
            assert desk.editor().text == text, typed
            assert desk.meeting.item("item-1").decision == text, typed
            await desk.press("enter")
            text += "\n"


async def test_the_names_that_fit_are_shown_under_the_cursor_at_most_five_at_the_lower_edge_too() -> None:
    async with Desk(PEOPLE).run() as desk:
        await desk.type("@an")
        assert rows(desk) == ["Anna Ask", "Anders Dal"]
        await desk.press("d")
        assert rows(desk) == ["Anders Dal"]
        await desk.press("backspace", "backspace", "backspace")
        assert len(rows(desk)) == 5
        await desk.type("xx")
        assert rows(desk) == []
        await desk.resize(80, 14)
        await desk.type("\n" * 12 + "@pers")
        assert len(rows(desk)) == 5
        assert texts.NAMES_HINT.strip() in desk.screen_text(), "it says how to choose"


async def test_arrows_choose_and_go_round_without_moving_the_cursor_and_one_undo_gives_back_what_was_typed() -> None:
    async with Desk(PEOPLE).run() as desk:
        await desk.rush(*"@an", "down", "enter")
        assert desk.editor().text == "Anders Dal"
        await desk.press("ctrl+z")
        assert desk.editor().text == "@an"
        await desk.press("ctrl+y")
        assert desk.editor().text == "Anders Dal"
        await desk.rush("enter", *"@an", "up", "tab")
        assert desk.editor().text == "Anders Dal\nAnders Dal"


async def test_escape_and_leaving_the_name_or_the_field_close_the_list_and_leave_the_name_as_typed() -> None:
    async with Desk(PEOPLE).run() as desk:
        await desk.rush(*"@an", "escape")
        assert desk.editor().text == "@an"
        assert rows(desk) == []
        assert desk.focused_editor is desk.editor()
        await desk.press("escape")
        assert isinstance(desk.app.focused, ItemList), "the next goes to the items"
        await desk.press("enter")
        await desk.type(" Ja @an")
        assert rows(desk) == ["Anna Ask", "Anders Dal"]
        await desk.press("home")
        assert rows(desk) == []
        await desk.press("end", "enter")
        assert desk.editor().text == "@an Ja @an\n"
        await desk.type("@an")
        assert rows(desk) == ["Anna Ask", "Anders Dal"]
        await desk.press("f8")
        assert rows(desk) == []
        await desk.press("f7")
        assert rows(desk) == []
        assert desk.editor().text == "@an Ja @an\n@an"


async def test_in_an_address_no_name_is_begun_and_where_nothing_fits_typing_goes_on_without_harm() -> None:
    text = ""
    async with Desk(PEOPLE).run() as desk:
        for typed in ("anna@an", "a.b_c@bo", "x-@an", "@@an"):
            await desk.type(typed)
            assert rows(desk) == [], typed
            await desk.press("enter")
            text += f"{typed}\n"
            assert desk.editor().text == text
        for typed in ("@nobody at all", "@an!", "@ an", "@1", "@Anna Ask", "@an, hvad", "@bo sagde, at"):
            await desk.type(f"{typed}\nx\n")
            text += f"{typed}\nx\n"
            assert desk.editor().text == text


# Ctrl+Space, for those who have no @


async def test_ctrl_space_completes_the_word_before_the_cursor_and_offers_names_where_more_are_meant() -> None:
    async with Desk(PEOPLE).run() as desk:
        await desk.rush(*"Ja, anders", "ctrl+@", "!")
        assert desk.editor().text == "Ja, Anders Dal!", "at once where only one is meant"
        await desk.rush("enter", *"an", "ctrl+@")
        assert rows(desk) == ["Anna Ask", "Anders Dal"]
        await desk.rush("d", "tab")
        assert desk.editor().text == "Ja, Anders Dal!\nAnders Dal"
        await desk.rush(" ", "ctrl+@", *"soer", "enter")
        assert desk.editor().text == "Ja, Anders Dal!\nAnders Dal Søren Ågård"
        assert desk.status != texts.NO_NAME_FITS
        await desk.rush(" ", *"xyz", "ctrl+@")
        assert desk.status == texts.NO_NAME_FITS
        await desk.press("escape", "ctrl+@")
        assert isinstance(desk.app.focused, ItemList), "in the list of items it does nothing"


async def test_it_works_in_every_field_and_for_someone_who_turned_up() -> None:
    async with Desk(PEOPLE).run() as desk:
        await desk.rush("tab", *"@bo", "enter")
        assert desk.focused_editor.field is TextField.DISCUSSION
        assert desk.focused_editor.text == "Bo Birk"
        desk.meeting_screen.act("x", lambda meeting: meeting.add_participant("Zita Zar"))
        await desk.rush("shift+tab", *"@zi", "tab")
        assert desk.editor().text == "Zita Zar"


# Everything at once


async def test_no_mixture_of_names_formulas_abbreviations_and_undo_ends_the_program_or_loses_a_word() -> None:
    rng = random.Random()
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
        for seed in range(4):
            rng.seed(seed)
            for _ in range(150):
                if rng.random() < 0.7:
                    await type_key(editor, rng.choice(keys))
                else:
                    rng.choice(acts)()
                if rng.random() < 0.3:
                    await asyncio.sleep(0)
                assert not told or told[-1] == editor.text, seed
            while editor.history.undo_stack:
                editor.undo()
            assert editor.text == "", seed


async def type_key(editor: Editor, key: str) -> None:
    """What Textual does with a key that comes to a field."""
    event = events.Key(key, "\r" if key == "enter" else key if len(key) == 1 else None)
    await editor._on_key(event)
    if not event._no_default_action:
        await TextArea._on_key(editor, event)
