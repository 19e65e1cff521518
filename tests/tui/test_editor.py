"""The text field: the undo that cannot crash, the hand for lists, and what a paste may bring."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from textual import events
from textual.pilot import Pilot
from textual.widgets import TextArea

from referent.domain.decisions import TextField
from referent.tui.widgets.editor import Editor
from referent.tui.widgets.safe_text_area import SafeUndoTextArea
from tests.tui.desk import Desk
from tests.tui.random_editing import SENTENCE, OneField, fails

SEEDS = (1, 0, 8)
STEPS = 40
"""Enough for each seed to end a program with Textual's text area, and with ours where nothing is wrapped again after an
undo. `tests.campaigns.random_editing` has many more.
"""


@asynccontextmanager
async def field(text: str = "") -> AsyncIterator[tuple[Editor, Pilot[None]]]:
    """An editor with the cursor at the end of its text."""
    app = OneField(Editor("item-1", TextField.DECISION, text, "Beslutning", ""))
    async with app.run_test(size=(60, 18)) as pilot:
        assert isinstance(app.area, Editor)
        app.area.move_cursor(app.area.document.end)
        yield app.area, pilot


def hold(editor: Editor, text: str) -> None:
    """Begin again with `text`, and the cursor at its end."""
    editor.load_text(text)
    editor.move_cursor(editor.document.end)


async def test_the_undo_of_textuals_own_text_area_still_crashes() -> None:
    """When this fails, Textual has mended it, and `SafeUndoTextArea` can go."""
    for seed in SEEDS:
        if await fails(TextArea, seed, STEPS):
            return
    raise AssertionError("mended")


async def test_no_random_editing_ends_a_program_with_our_text_area() -> None:
    for seed in SEEDS:
        assert not await fails(SafeUndoTextArea, seed, STEPS), seed


async def test_a_paste_is_cleaned_of_what_steers_a_terminal_and_undoing_a_block_brings_the_text_back_exactly() -> None:
    async with field("før") as (editor, pilot):
        block = "\n".join(SENTENCE for _ in range(48))
        await paste(pilot, block)
        assert editor.text == "før" + block
        await pilot.press("ctrl+z")
        assert editor.text == "før"
        await pilot.press("ctrl+y")
        assert editor.text == "før" + block
        hold(editor, "")
        await paste(pilot, "a\x1b[31m\x1b]52;c;eA==\x07b\x00c\u202edrej\r\nny\x9b2J")
        assert editor.text == "a[31m]52;c;eA==bcdrej\nny2J"


# Lists


LINES_AND_THE_NEXT = (
    ("- æbler", "- æbler\n- "),
    ("* æbler", "* æbler\n* "),
    ("3. æbler", "3. æbler\n4. "),
    ("9) æbler", "9) æbler\n10) "),
    ("  - æbler", "  - æbler\n  - "),
    ("- ", ""),
    ("x\n3. ", "x\n"),
    ("almindelig tekst", "almindelig tekst\n"),
    ("2026 var et godt år", "2026 var et godt år\n"),
    ("-ikke en liste", "-ikke en liste\n"),
)


async def test_enter_goes_on_with_a_list_and_an_empty_entry_ends_it() -> None:
    async with field() as (editor, _):
        for before, after in LINES_AND_THE_NEXT:
            hold(editor, before)
            await editor._on_key(events.Key("enter", "\r"))
            assert editor.text == after, before
        hold(editor, "a")
        await editor._on_key(events.Key("ctrl+j", "\n"))
        assert editor.text == "a\n", "Ctrl+J is a new line too"
        hold(editor, "- æbler")
        editor.move_cursor((0, 4))
        await editor._on_key(events.Key("enter", "\r"))
        assert editor.text == "- æb\nler", "in the middle of an entry it is only a new line"


# Paste


async def paste(pilot: Pilot[None], text: str) -> None:
    pilot.app.post_message(events.Paste(text))
    await pilot.pause()


# Undo and messages


async def test_every_change_is_told_in_the_same_breath_with_the_whole_text_and_a_formula_is_one_step_of_undo() -> None:
    told: list[tuple[str, TextField, str]] = []
    app = OneField(Editor("item-1", TextField.NOTES, "", "Noter", "", lambda *change: told.append(change)))
    async with app.run_test(size=(40, 10)):
        editor = app.area
        assert isinstance(editor, Editor)
        editor._replace_via_keyboard("x", *editor.selection)
        editor._replace_via_keyboard("y", *editor.selection)
        editor.undo()
        editor.redo()
        assert [text for _, _, text in told] == ["x", "xy", "", "xy"]
        assert {change[:2] for change in told} == {("item-1", TextField.NOTES)}
        hold(editor, "")
        for letter in "Ja. ":
            editor._replace_via_keyboard(letter, *editor.selection)
        editor.insert_as_typed("Godkendt.\nEnstemmigt.")
        editor._replace_via_keyboard("!", *editor.selection)
        assert editor.text == "Ja. Godkendt.\nEnstemmigt.!"
        editor.undo()
        assert editor.text == "Ja. Godkendt.\nEnstemmigt."
        editor.undo()
        assert editor.text == "Ja. "


# What everybody's hands know from other programs


KEYS_AND_TEXT = (
    (("ctrl+home", "x"), "xen\nto tre"),
    (("ctrl+home", "ctrl+end", "x"), "en\nto trex"),
    (("ctrl+a", "x"), "x"),
    (("ctrl+shift+home", "x"), "x"),
    (("ctrl+home", "ctrl+shift+end", "x"), "x"),
    (("ctrl+home", "ctrl+delete"), "\nto tre"),
)


async def test_the_ends_of_the_text_and_all_of_it_are_one_key_away_and_a_list_goes_on_by_itself() -> None:
    async with Desk().run() as desk:
        await desk.type("Vi gør:\n- rødt\nblåt\n\nSlut")
        assert desk.editor().text == "Vi gør:\n- rødt\n- blåt\nSlut"
        for keys, expected in KEYS_AND_TEXT:
            desk.editor().clear()
            await desk.type("en\nto tre")
            await desk.press(*keys)
            assert desk.editor().text == expected, keys
        # what undo, redo and a paste do reaches the meeting as typing does
        desk.editor().clear()
        await desk.type("Ja")
        await desk.tick()
        await desk.press("ctrl+z")
        await desk.tick()
        assert desk.meeting.item("item-1").decision == ""
        await desk.press("ctrl+y")
        await desk.tick()
        assert desk.meeting.item("item-1").decision == "Ja"
        await desk.press("ctrl+z")
        await desk.paste("en\r\nto\x1b[2J")
        await desk.tick()
        assert desk.meeting.item("item-1").decision == "en\nto[2J", "clean as well"


async def test_a_text_that_is_wrapped_to_a_new_size_is_painted_again() -> None:
    """Textual alone paints it where its height changed; else the words beyond the old edge are not seen."""
    async with field("et ord og et andet ord " * 10) as (editor, _):
        editor._repaint_required = False
        editor._rewrap_and_refresh_virtual_size()
        assert editor._repaint_required
