"""Formulas in one key or found by typing, and abbreviations that grow into sentences."""

from __future__ import annotations

from dataclasses import replace

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
        others=("Det blev aftalt, at {hvem} {hvad} senest {dato}.", "Sagen udsættes.", "Det blev oplyst, at "),
    ),
)
TWO = "1. Drøfter planen\n2. Godkender den"
TWO_ANSWERS = "ad. 1: Drøftet.\n\nad. 2: Godkendt."
OWN = Phrases(("Vi ses {dag}.",), {"te": "Taget til efterretning.", "ve": "Vi ses {dag} kl. {tid}", "li": "en\nto"})


def desk_with(recommendation: str = "", kind: ItemKind = ItemKind.ORDINARY, phrases: Phrases | None = None) -> Desk:
    """With the recommendation of item 1, and item 2 of another kind."""
    one = replace(item(1, by_length(5)), recommendation=recommendation)
    two = replace(item(2, kind=kind), recommendation="" if kind is ItemKind.ORDINARY else "At rådet godkender planen.")
    return Desk(agenda(one, two), style=STYLE, phrases=phrases)


async def empty(desk: Desk) -> None:
    """The decision is empty again, and written in."""
    desk.editor().focus()
    await desk.press("ctrl+a", "delete")
    assert desk.editor().text == ""


# Ctrl+F


async def test_the_fitting_formula_is_one_key_and_one_undo_from_every_field_and_replaces_nothing_marked() -> None:
    async with desk_with("At rådet godkender planen.").run() as desk:
        await desk.type("Ja. ")
        await desk.press("ctrl+f")
        assert desk.editor().text == "Ja. Godkendt."
        assert desk.meeting.item("item-1").decision == "Ja. Godkendt."
        await desk.press("ctrl+z")
        assert desk.editor().text == "Ja. "
        await empty(desk)
        await desk.type("Ja")
        desk.editor().select_all()
        await desk.press("ctrl+f")
        assert desk.editor().text == "Ja Godkendt.", "marked text is not replaced"
        await empty(desk)
        await desk.press("ctrl+f", "ctrl+f")
        assert desk.editor().text == "Godkendt.", "where only one fits it stays"
        await empty(desk)
        await desk.press("tab", "x", "ctrl+f")
        assert desk.focused_editor.field is TextField.DECISION
        assert desk.editor().text == "Godkendt."


async def test_a_letter_after_a_sentence_stands_apart_from_it_and_nothing_else_does() -> None:
    async with desk_with("At rådet godkender planen.").run() as desk:
        for key, typed, text in (
            (("f4", *"godkendt", "enter"), "Vi går", "Godkendt. Vi går"),
            (("ctrl+f",), "Vi går", "Godkendt. Vi går"),
            (("ctrl+f",), " Vi", "Godkendt. Vi"),
            (("ctrl+f",), "\nVi", "Godkendt.\nVi"),
            (("ctrl+f",), ")", "Godkendt.)"),
        ):
            await desk.press(*key)
            await desk.type(typed)
            assert desk.editor().text == text, (key, typed)
            await empty(desk)
        await desk.press("ctrl+f")
        await desk.paste("Vi går")
        assert desk.editor().text == "Godkendt. Vi går"
        await empty(desk)
        await desk.press("ctrl+f", "left", "right")
        await desk.type("x")
        assert desk.editor().text == "Godkendt. x"
        await desk.press("ctrl+z")
        assert desk.editor().text == "Godkendt."


async def test_pressed_again_it_is_the_next_that_fits_and_round_but_what_was_typed_is_never_replaced() -> None:
    async with desk_with(TWO, ItemKind.APPROVAL).run() as desk:
        seen = []
        for _ in range(3):
            await desk.press("ctrl+f")
            seen.append(desk.editor().text)
        assert seen == [TWO_ANSWERS, "Alle blev tiltrådt.", TWO_ANSWERS]
        await desk.press("ctrl+z")
        assert desk.editor().text == "", "still one undo"
        await desk.rush("J", "a", "ctrl+f", "ctrl+f", "!")
        assert desk.editor().text == "Ja Alle blev tiltrådt.!", "faster than the screen follows it is the same"
        await empty(desk)
        await desk.type("Anna fremlagde planen.")
        await desk.press("ctrl+f")
        assert desk.editor().text == f"Anna fremlagde planen.\n\n{TWO_ANSWERS}", "paragraphs of their own"
        await desk.press("f8", "ctrl+f", "x", "backspace", "ctrl+f")
        assert desk.editor().text == "Godkendt. Godkendt.", "not even after a single letter that is gone again"
        await desk.press("home", "ctrl+f")
        assert desk.editor().text == "Godkendt. Godkendt. Godkendt."


async def test_what_has_no_answer_is_where_one_writes_next_and_where_no_formula_fits_it_says_which_key_has_all() -> (
    None
):
    async with desk_with("1. Godkender planen\n2. Overvejer resten").run() as desk:
        await desk.press("ctrl+f")
        await desk.type("Det sker.")
        assert desk.editor().text == "ad. 1: Godkendt.\n\nad. 2: Det sker."
        await desk.press("f8", "ctrl+f")
        assert desk.editor().text == ""
        assert desk.status == texts.NO_FITTING_FORMULA


# F4


async def test_a_formula_is_found_by_typing_its_words_and_tab_goes_through_the_places_to_write_in() -> None:
    faulty = Phrases(problems=("tekster.toml, linje 1: hov.",))
    async with desk_with(phrases=faulty).run() as desk:
        assert "tekster.toml, linje 1: hov." in desk.status, "a fault in the user's file ends nothing"
        await desk.type("Ja;te ")
        assert desk.editor().text == "Ja;te "
        await empty(desk)
        await desk.press("f4")
        await desk.type("qqqq")
        assert texts.NOTHING_FOUND in desk.screen_text()
        await desk.press("enter")
        assert isinstance(desk.screen, FilterDialog), "there is nothing to put in"
        await desk.press(*["backspace"] * 4)
        await desk.type("udsaettes sag\n")
        assert desk.editor().text == "Sagen udsættes.", "in any order"
        assert desk.focused_editor is desk.editor()
        await empty(desk)
        await desk.press("f4")
        await desk.type("oplyst\n fortsat  nu")
        assert desk.editor().text == "Det blev oplyst, at fortsat  nu", "a space it ends with is not written twice"
        await empty(desk)
        await desk.press("f4")
        await desk.type("aftalt hvem\n")
        await desk.rush(*"Anna", "tab", *"ringer", "tab", *"fredag", "tab", "x")
        assert desk.editor().text == "Det blev aftalt, at Anna ringer senest fredag."
        assert (desk.focused_editor.field, desk.focused_editor.text) == (TextField.NOTES, "x")
        await empty(desk)
        await desk.paste("{a} og {b}")
        await desk.press("home", "tab", "tab", "tab")
        assert desk.focused_editor.field is not TextField.DECISION, "a place that is left out holds nobody back"
        assert desk.editor().text == "{a} og {b}"


# The user's own


TYPED_AND_WRITTEN = (
    (";te ", "Taget til efterretning. "),
    (";te.", "Taget til efterretning."),
    (";TE,", "Taget til efterretning.,"),
    ("Ja. ;te\n", "Ja. Taget til efterretning.\n"),
    ("- ;te\n", "- Taget til efterretning.\n- "),
    (";li ", "en\nto "),
    (";tx ", ";tx "),
    ("a;te ", "a;te "),
    ("; ", "; "),
)


async def test_the_users_own_go_where_one_writes_found_after_those_that_fit_or_grown_from_an_abbreviation() -> None:
    async with desk_with("At rådet drøfter planen.", phrases=OWN).run() as desk:
        await desk.press("f4", "escape")
        assert desk.editor().text == ""
        assert desk.screen is desk.meeting_screen
        await desk.press("f4", "enter")
        assert desk.editor().text == "Drøftet."
        await desk.press("f6", "f4")
        await desk.type("vi ses\nmandag")
        assert desk.editor().text == "Drøftet."
        assert desk.focused_editor.text == "Vi ses mandag."
        await empty(desk)
        for typed, written in TYPED_AND_WRITTEN:
            await desk.type(typed)
            assert desk.editor().text == written, typed
            await empty(desk)
        await desk.paste(";te ")
        assert desk.editor().text == ";te "
        await empty(desk)
        await desk.rush(*";ve ", *"fredag", "tab", *"10")
        assert desk.editor().text == "Vi ses fredag kl. 10 ", "its places are written in like those of a formula"
        await empty(desk)
        await desk.type("Ja. ;te ")
        await desk.press("ctrl+z")
        assert desk.editor().text == "Ja. ;te"
        await desk.type(" og")
        assert desk.editor().text == "Ja. ;te og", "it may stay so"
