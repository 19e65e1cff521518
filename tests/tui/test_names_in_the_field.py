"""Names that are completed while one types."""

from __future__ import annotations

import re
from dataclasses import replace

from referent import screen_texts as texts
from referent.domain.agenda import Participant
from referent.domain.decisions import TextField
from referent.tui.widgets.item_list import ItemList
from referent.tui.widgets.name_list import NameList
from tests.domain.samples import THREE_ITEMS
from tests.tui.desk import Desk
from tests.tui.random_editing import faults_of_mixtures

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


def offers_none(desk: Desk) -> bool:
    return not desk.meeting_screen.query_one(NameList).display


async def test_a_name_begun_is_completed_by_tab_or_enter_and_none_is_begun_in_an_address_or_where_none_fits() -> None:
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
        for typed in ("anna@an", "a.b_c@bo", "x-@an", "@@an"):
            await desk.type(typed)
            assert offers_none(desk), typed
            await desk.press("enter")
            text += f"{typed}\n"
            assert desk.editor().text == text, typed
        for typed in ("@nobody at all", "@an!", "@ an", "@1", "@Anna Ask", "@an, hvad", "@bo sagde, at"):
            await desk.type(f"{typed}\nx\n")
            text += f"{typed}\nx\n"
            assert desk.editor().text == text, typed


async def test_the_names_that_fit_are_shown_under_the_cursor_at_most_five_at_the_lower_edge_too() -> None:
    async with Desk(PEOPLE).run() as desk:
        assert offers_none(desk)
        await desk.type("@an")
        assert rows(desk) == ["Anna Ask", "Anders Dal"]
        assert not offers_none(desk)
        await desk.press("d")
        assert rows(desk) == ["Anders Dal"]
        await desk.press("backspace", "backspace", "backspace")
        assert len(rows(desk)) == 5
        await desk.type("xx")
        assert rows(desk) == []
        assert offers_none(desk)
        await desk.resize(80, 14)
        await desk.type("\n" * 12 + "@pers")
        assert len(rows(desk)) == 5
        assert texts.NAMES_HINT.strip() in desk.screen_text(), "it says how to choose"


async def test_arrows_choose_and_go_round_in_every_field_and_one_undo_gives_back_what_was_typed() -> None:
    async with Desk(PEOPLE).run() as desk:
        await desk.rush(*"@an", "down", "enter")
        assert desk.editor().text == "Anders Dal"
        await desk.press("ctrl+z")
        assert desk.editor().text == "@an"
        await desk.press("ctrl+y")
        assert desk.editor().text == "Anders Dal"
        await desk.rush("enter", *"@an", "up", "tab")
        assert desk.editor().text == "Anders Dal\nAnders Dal"
        await desk.rush("tab", *"@bo", "enter")
        assert desk.focused_editor.field is TextField.DISCUSSION
        assert desk.focused_editor.text == "Bo Birk"
        desk.meeting_screen.act("x", lambda meeting: meeting.add_participant("Zita Zar"))
        await desk.rush("shift+tab", "enter", *"@zi", "tab")
        assert desk.editor().text == "Anders Dal\nAnders Dal\nZita Zar", "someone who turned up"


async def test_escape_and_leaving_the_name_or_the_field_close_the_list_and_leave_the_name_as_typed() -> None:
    async with Desk(PEOPLE).run() as desk:
        await desk.rush(*"@an", "escape")
        assert desk.editor().text == "@an"
        assert offers_none(desk)
        assert rows(desk) == []
        assert desk.focused_editor is desk.editor()
        await desk.press("escape")
        assert isinstance(desk.app.focused, ItemList), "the next goes to the items"
        await desk.press("enter")
        await desk.type(" Ja @an")
        assert not offers_none(desk)
        await desk.press("home")
        assert offers_none(desk)
        await desk.press("end", "enter")
        assert desk.editor().text == "@an Ja @an\n"
        await desk.type("@an")
        assert rows(desk) == ["Anna Ask", "Anders Dal"]
        await desk.press("f8")
        assert rows(desk) == []
        assert offers_none(desk)
        await desk.press("f7")
        assert offers_none(desk)
        assert desk.editor().text == "@an Ja @an\n@an"


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


# Everything at once


async def test_no_mixture_of_names_formulas_abbreviations_and_undo_ends_the_program_or_loses_a_word() -> None:
    assert await faults_of_mixtures(seeds=2, steps=150) == []
