"""The text field: the undo that cannot crash, the hand for lists, and what a paste may bring."""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from textual import events
from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.widgets import TextArea

from referent.domain.decisions import TextField
from referent.tui.widgets.editor import Editor
from referent.tui.widgets.safe_text_area import SafeUndoTextArea
from tests.tui.desk import Desk

SENTENCE = "Udvalget drøftede punktet og besluttede at indstille sagen til byrådet, jf. bilag 3 (se [note]). "
SEEDS = range(6)


class OneField(App[None]):
    """An app of one text area."""

    CSS = "TextArea { height: 1fr; }"

    def __init__(self, area: TextArea) -> None:
        super().__init__()
        self.area = area

    def compose(self) -> ComposeResult:
        yield self.area

    def on_mount(self) -> None:
        self.area.cursor_blink = False
        self.area.focus()


@asynccontextmanager
async def field(text: str = "") -> AsyncIterator[tuple[Editor, Pilot[None]]]:
    """An editor with the cursor at the end of its text."""
    app = OneField(Editor("item-1", TextField.DECISION, text, "Beslutning", ""))
    async with app.run_test(size=(60, 18)) as pilot:
        assert isinstance(app.area, Editor)
        app.area.move_cursor(app.area.document.end)
        yield app.area, pilot


async def edit_at_random(area: TextArea, seed: int, steps: int = 160) -> None:
    """Type, paste, mark, delete, undo and redo; the area is used as its keys use it."""
    rng = random.Random(seed)
    for _ in range(steps):
        match rng.randrange(9):
            case 0 | 1:
                area._replace_via_keyboard(rng.choice(["a", " ", "ord ", "\n"]), *area.selection)
            case 2:
                await area._on_paste(events.Paste("\n".join(SENTENCE[: rng.randrange(90)] for _ in range(48))))
            case 3 | 4:
                area.undo()
            case 5:
                area.redo()
            case 6:
                lines = area.document.line_count
                area.move_cursor((rng.randrange(lines), 0), select=rng.random() < 0.5)
            case 7:
                area.action_delete_left()
            case 8:
                area.select_all()
        if rng.random() < 0.3:
            await asyncio.sleep(0)


async def fails(kind: type[TextArea], seed: int) -> bool:
    """Whether random editing ends an app with this text area."""
    app = OneField(kind(SENTENCE, soft_wrap=True))
    try:
        async with app.run_test(size=(40, 12)):
            await edit_at_random(app.area, seed)
    except (ValueError, IndexError):
        return True
    return False


async def test_the_undo_of_textuals_own_text_area_still_crashes() -> None:
    """When this fails, Textual has mended it, and `SafeUndoTextArea` can go."""
    assert any([await fails(TextArea, seed) for seed in SEEDS])


@pytest.mark.parametrize("seed", SEEDS)
async def test_no_random_editing_ends_a_program_with_our_text_area(seed: int) -> None:
    assert not await fails(SafeUndoTextArea, seed)


async def test_undoing_a_pasted_block_brings_the_text_back_exactly() -> None:
    async with field("før") as (editor, pilot):
        block = "\n".join(SENTENCE for _ in range(48))
        await paste(pilot, block)
        assert editor.text == "før" + block
        await pilot.press("ctrl+z")
        assert editor.text == "før"
        await pilot.press("ctrl+y")
        assert editor.text == "før" + block


# Lists


@pytest.mark.parametrize(
    ("before", "after"),
    [
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
    ],
)
async def test_enter_goes_on_with_a_list_and_an_empty_entry_ends_it(before: str, after: str) -> None:
    async with field(before) as (editor, _):
        await editor._on_key(events.Key("enter", "\r"))
        assert editor.text == after


async def test_enter_in_the_middle_of_an_entry_is_only_a_new_line() -> None:
    async with field("- æbler") as (editor, _):
        editor.move_cursor((0, 4))
        await editor._on_key(events.Key("enter", "\r"))
        assert editor.text == "- æb\nler"


async def test_ctrl_j_is_a_new_line_too() -> None:
    async with field("a") as (editor, _):
        await editor._on_key(events.Key("ctrl+j", "\n"))
        assert editor.text == "a\n"


async def test_a_list_is_typed_as_one_would_type_it() -> None:
    async with Desk().run() as desk:
        await desk.type("Vi gør:\n- rødt\nblåt\n\nSlut")
        assert desk.editor().text == "Vi gør:\n- rødt\n- blåt\nSlut"


# Paste


async def paste(pilot: Pilot[None], text: str) -> None:
    pilot.app.post_message(events.Paste(text))
    await pilot.pause()


async def test_a_paste_is_cleaned_of_what_steers_a_terminal() -> None:
    async with field() as (editor, pilot):
        await paste(pilot, "a\x1b[31m\x1b]52;c;eA==\x07b\x00c\u202edrej\r\nny\x9b2J")
        assert editor.text == "a[31m]52;c;eA==bcdrej\nny2J"


async def test_a_paste_through_the_terminal_reaches_the_session_clean() -> None:
    async with Desk().run() as desk:
        await desk.paste("en\r\nto\x1b[2J")
        await desk.tick()
        assert desk.meeting.item("item-1").decision == "en\nto[2J"


# Undo and messages


async def test_a_formula_is_one_step_of_undo() -> None:
    async with field() as (editor, _):
        for letter in "Ja. ":
            editor._replace_via_keyboard(letter, *editor.selection)
        editor.insert_as_typed("Godkendt.\nEnstemmigt.")
        editor._replace_via_keyboard("!", *editor.selection)
        assert editor.text == "Ja. Godkendt.\nEnstemmigt.!"
        editor.undo()
        assert editor.text == "Ja. Godkendt.\nEnstemmigt."
        editor.undo()
        assert editor.text == "Ja. "


async def test_every_change_is_told_in_the_same_breath_with_the_whole_text() -> None:
    told: list[tuple[str, TextField, str]] = []
    app = OneField(Editor("item-1", TextField.NOTES, "", "Noter", "", lambda *change: told.append(change)))
    async with app.run_test(size=(40, 10)):
        app.area._replace_via_keyboard("x", *app.area.selection)
        app.area._replace_via_keyboard("y", *app.area.selection)
        app.area.undo()
        app.area.redo()
    assert [text for _, _, text in told] == ["x", "xy", "", "xy"]
    assert {change[:2] for change in told} == {("item-1", TextField.NOTES)}


async def test_undo_and_redo_tell_that_something_changed_as_well() -> None:
    async with Desk().run() as desk:
        await desk.type("Ja")
        await desk.tick()
        await desk.press("ctrl+z")
        await desk.tick()
        assert desk.meeting.item("item-1").decision == ""
        await desk.press("ctrl+y")
        await desk.tick()
        assert desk.meeting.item("item-1").decision == "Ja"


# What everybody's hands know from other programs


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        (("ctrl+home", "x"), "xen\nto tre"),
        (("ctrl+home", "ctrl+end", "x"), "en\nto trex"),
        (("ctrl+a", "x"), "x"),
        (("ctrl+shift+home", "x"), "x"),
        (("ctrl+home", "ctrl+shift+end", "x"), "x"),
        (("ctrl+home", "ctrl+delete"), "\nto tre"),
    ],
)
async def test_the_ends_of_the_text_and_all_of_it_are_one_key_away(keys: tuple[str, ...], expected: str) -> None:
    async with Desk().run() as desk:
        await desk.type("en\nto tre")
        await desk.press(*keys)
        assert desk.editor().text == expected


async def test_a_text_that_is_wrapped_to_a_new_size_is_painted_again() -> None:
    """Textual alone paints it where its height changed; else the words beyond the old edge are not seen."""
    async with Desk().run((120, 40)) as desk:
        await desk.type("et ord og et andet ord " * 10)
        editor = desk.editor()
        editor._repaint_required = False
        editor._rewrap_and_refresh_virtual_size()
        assert editor._repaint_required
