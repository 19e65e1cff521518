"""Formulas in one key or found by typing, and abbreviations that grow into sentences."""

from __future__ import annotations

from dataclasses import replace

import pytest

from referent import screen_texts as texts
from referent.domain.agenda import ItemKind
from referent.domain.decisions import TextField
from referent.minutes.layout import Layout
from referent.minutes.phrases import Phrases
from referent.minutes.wording import Formulas
from referent.tui.dialogs.choose import FilterDialog
from tests.domain.samples import agenda, by_length, item
from tests.tui.desk import Desk

STYLE = Layout(
    "prøve",
    formulas=Formulas(
        by_kind=(("approval", "Godkendt af alle."),),
        by_verb=(("godkender", "Godkendt."), ("drøfter", "Drøftet.")),
        several="Alle blev tiltrådt.",
        others=("Det blev aftalt, at {hvem} {hvad} senest {dato}.", "Sagen udsættes."),
    ),
)
TWO = "1. Drøfter planen\n2. Godkender den"
TWO_ANSWERS = "ad. 1: Drøftet.\n\nad. 2: Godkendt."
OWN = Phrases(("Vi ses {dag}.",), {"te": "Taget til efterretning.", "ve": "Vi ses {dag} kl. {tid}", "li": "en\nto"})


def desk_with(recommendation: str = "", kind: ItemKind = ItemKind.ORDINARY, phrases: Phrases | None = None) -> Desk:
    one = replace(item(1, by_length(5), kind), recommendation=recommendation)
    return Desk(agenda(one, item(2)), style=STYLE, phrases=phrases)


# Ctrl+F


async def test_the_fitting_formula_is_one_key_and_one_undo() -> None:
    async with desk_with("At rådet godkender planen.").run() as desk:
        await desk.type("Ja. ")
        await desk.press("ctrl+f")
        assert desk.editor().text == "Ja. Godkendt."
        assert desk.meeting.item("item-1").decision == "Ja. Godkendt."
        await desk.press("ctrl+z")
        assert desk.editor().text == "Ja. "


async def test_pressed_again_it_is_the_next_that_fits_and_round_and_still_one_undo() -> None:
    async with desk_with(TWO).run() as desk:
        seen = []
        for _ in range(3):
            await desk.press("ctrl+f")
            seen.append(desk.editor().text)
        assert seen == [TWO_ANSWERS, "Alle blev tiltrådt.", TWO_ANSWERS]
        await desk.press("ctrl+z")
        assert desk.editor().text == ""


async def test_pressed_faster_than_the_screen_follows_it_is_the_same() -> None:
    async with desk_with(TWO).run() as desk:
        await desk.rush("J", "a", "ctrl+f", "ctrl+f", "!")
        assert desk.editor().text == "Ja Alle blev tiltrådt.!"


async def test_what_was_typed_is_never_replaced_not_even_a_single_letter_that_is_gone_again() -> None:
    async with desk_with("At rådet godkender planen.", ItemKind.APPROVAL).run() as desk:
        await desk.press("ctrl+f", "x", "backspace", "ctrl+f")
        assert desk.editor().text == "Godkendt. Godkendt."
        await desk.press("home", "ctrl+f")
        assert desk.editor().text == "Godkendt. Godkendt. Godkendt."


async def test_marked_text_is_not_replaced_either() -> None:
    async with desk_with("At rådet godkender planen.").run() as desk:
        await desk.type("Ja")
        desk.editor().select_all()
        await desk.press("ctrl+f")
        assert desk.editor().text == "Ja Godkendt."


async def test_where_only_one_fits_it_stays() -> None:
    async with desk_with("At rådet godkender planen.").run() as desk:
        await desk.press("ctrl+f", "ctrl+f")
        assert desk.editor().text == "Godkendt."


async def test_an_answer_to_each_begins_a_paragraph_of_its_own() -> None:
    async with desk_with(TWO).run() as desk:
        await desk.type("Anna fremlagde planen.")
        await desk.press("ctrl+f")
        assert desk.editor().text == f"Anna fremlagde planen.\n\n{TWO_ANSWERS}"


async def test_a_recommendation_without_an_answer_is_where_one_writes_next() -> None:
    async with desk_with("1. Godkender planen\n2. Overvejer resten").run() as desk:
        await desk.press("ctrl+f")
        await desk.type("Det sker.")
        assert desk.editor().text == "ad. 1: Godkendt.\n\nad. 2: Det sker."


async def test_it_goes_into_the_decision_from_another_field() -> None:
    async with desk_with("At rådet godkender planen.").run() as desk:
        await desk.press("tab", "x", "ctrl+f")
        assert desk.focused_editor.field is TextField.DECISION
        assert desk.editor().text == "Godkendt."


async def test_where_no_formula_fits_it_says_which_key_shows_them_all() -> None:
    async with desk_with().run() as desk:
        await desk.press("ctrl+f")
        assert desk.editor().text == ""
        assert desk.status == texts.NO_FITTING_FORMULA


# F4


async def test_a_formula_is_found_by_typing_its_words_in_any_order_and_enter_puts_it_in() -> None:
    async with desk_with().run() as desk:
        await desk.press("f4")
        assert isinstance(desk.screen, FilterDialog)
        await desk.type("udsaettes sag")
        await desk.press("enter")
        assert desk.editor().text == "Sagen udsættes."
        assert desk.focused_editor is desk.editor()


async def test_tab_goes_through_the_places_to_write_in_and_then_to_the_next_field() -> None:
    async with desk_with().run() as desk:
        await desk.press("f4")
        await desk.type("aftalt hvem")
        await desk.press("enter")
        await desk.rush(*"Anna", "tab", *"ringer", "tab", *"fredag", "tab", "x")
        assert desk.editor().text == "Det blev aftalt, at Anna ringer senest fredag."
        assert desk.focused_editor.field is TextField.DISCUSSION or desk.focused_editor.field is TextField.NOTES


async def test_a_place_that_is_left_out_does_not_hold_one_back() -> None:
    async with desk_with().run() as desk:
        await desk.paste("{a} og {b}")
        await desk.press("home", "tab", "tab", "tab")
        assert desk.focused_editor.field is not TextField.DECISION
        assert desk.editor().text == "{a} og {b}"


async def test_the_users_own_stand_in_the_palette_and_go_where_one_writes() -> None:
    async with desk_with(phrases=OWN).run() as desk:
        await desk.press("f6", "f4")
        await desk.type("vi ses")
        await desk.press("enter")
        await desk.type("mandag")
        assert desk.editor().text == ""
        assert desk.focused_editor.text == "Vi ses mandag."


async def test_the_formulas_that_fit_the_item_stand_first() -> None:
    async with desk_with("At rådet drøfter planen.", phrases=OWN).run() as desk:
        await desk.press("f4", "enter")
        assert desk.editor().text == "Drøftet."


async def test_escape_in_the_formulas_writes_nothing() -> None:
    async with desk_with(phrases=OWN).run() as desk:
        await desk.press("f4", "escape")
        assert desk.editor().text == ""
        assert desk.screen is desk.meeting_screen


async def test_searching_for_nonsense_says_that_nothing_fits_and_enter_does_nothing() -> None:
    async with desk_with().run() as desk:
        await desk.press("f4")
        await desk.type("qqqq")
        assert texts.NOTHING_FOUND in desk.screen_text()
        await desk.press("enter")
        assert isinstance(desk.screen, FilterDialog)


async def test_a_fault_in_the_users_file_is_told_and_ends_nothing() -> None:
    async with desk_with(phrases=Phrases(problems=("tekster.toml, linje 1: hov.",))).run() as desk:
        assert "tekster.toml, linje 1: hov." in desk.status
        await desk.type("Ja;te ")
        assert desk.editor().text == "Ja;te "


# Abbreviations


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        (";te ", "Taget til efterretning. "),
        (";te.", "Taget til efterretning."),
        (";TE,", "Taget til efterretning.,"),
        ("Ja. ;te\n", "Ja. Taget til efterretning.\n"),
        ("- ;te\n", "- Taget til efterretning.\n- "),
        (";li ", "en\nto "),
        (";tx ", ";tx "),
        ("a;te ", "a;te "),
        ("; ", "; "),
    ],
)
async def test_an_abbreviation_grows_when_its_word_ends(typed: str, written: str) -> None:
    async with desk_with(phrases=OWN).run() as desk:
        await desk.type(typed)
        assert desk.editor().text == written


async def test_undo_gives_the_abbreviation_back_and_it_may_stay_so() -> None:
    async with desk_with(phrases=OWN).run() as desk:
        await desk.type("Ja. ;te ")
        await desk.press("ctrl+z")
        assert desk.editor().text == "Ja. ;te"
        await desk.type(" og")
        assert desk.editor().text == "Ja. ;te og"


async def test_the_places_of_an_abbreviation_are_written_in_like_those_of_a_formula() -> None:
    async with desk_with(phrases=OWN).run() as desk:
        await desk.rush(*";ve ", *"fredag", "tab", *"10")
        assert desk.editor().text == "Vi ses fredag kl. 10 "


async def test_a_paste_is_left_as_it_is() -> None:
    async with desk_with(phrases=OWN).run() as desk:
        await desk.paste(";te ")
        assert desk.editor().text == ";te "


async def test_a_space_after_a_formula_that_ends_with_one_is_not_written_twice() -> None:
    async with Desk().run() as desk:
        await desk.press("f4")
        await desk.type("aftalt, at\n")
        before = desk.editor().text
        assert before.endswith(" ")
        await desk.type(" fortsætte  nu")
        assert desk.editor().text == f"{before}fortsætte  nu"
