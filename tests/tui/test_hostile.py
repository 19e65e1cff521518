"""Texts that would steer the screen, under every key and pasted into every field, and a window that changes its size:
everything opens, nothing is lost, and nothing but text reaches the terminal.

`python -m tests.campaigns.hostile_screens` has every text by itself on every screen, and pasted into every field, in
windows of every size, and paints every frame.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from textual.widgets import Input, Static

from referent.cleaning import clean, clean_line
from referent.ports import AgendaEntry
from referent.reading import read_meeting
from referent.tui.widgets.editor import Editor
from tests.files.hostile import ESCAPES, write_hostile
from tests.files.hostile import HOSTILE as FROM_FILES
from tests.tui.desk import Desk
from tests.tui.hostile import HOSTILE, hostile_meeting, pastes
from tests.tui.screens import WHERE_TEXT_IS_SHOWN, every_screen

MARKUP = " ".join(HOSTILE[name] for name in HOSTILE if HOSTILE[name].isascii() and "long" not in name)
LETTERS = " ".join(text for text in HOSTILE.values() if not text.isascii())
LONG = f"{'Lang ' * 400}{'x' * 2000}"
"""Of each more than a whole screen. There are longer ones in the campaign."""


async def test_every_screen_opens_whatever_letters_the_agenda_has_and_however_many() -> None:
    """Letters and long texts are what one item and one person are made of, and nothing another. The third kind, what
    would be markup, is in the files below.
    """
    whole = clean_line(f"{MARKUP} {LETTERS} {LONG}")
    screens = {f"{LETTERS} {LONG}": WHERE_TEXT_IS_SHOWN, "": ("meeting", "vote")}
    async with Desk(hostile_meeting(*screens, whole=whole), notice=whole).run() as desk:
        for names in screens.values():
            await desk.press("ctrl+n")
            async for name in every_screen(desk, names):
                assert (picture := desk.screen_text()) == clean(picture), (name, names)
        await desk.press("f2", "down")
        for dialog in ("s", "b"):  # of the first person they are among the screens above
            await desk.press(dialog)
            assert desk.screen.is_modal
            assert (picture := desk.screen_text()) == clean(picture), dialog
            await desk.press("escape")
        await desk.press("escape", "f8", "ctrl+r", "f5", "f5", "ctrl+s")
        assert not desk.has_ended


async def test_nothing_but_text_comes_on_any_screen_from_the_two_files_or_from_a_paste(tmp_path: Path) -> None:
    """What the files say under any key is shown first, and then something is pasted into every field there is. What
    reaches a terminal of it is looked at in `tests/end_to_end/test_hostile_terminal.py`.
    """
    seen: set[str] = set()
    meeting = read_meeting(write_hostile(tmp_path, f"{FROM_FILES} {MARKUP}")).meeting
    async with Desk(meeting).run() as desk:
        await desk.press("ctrl+t")
        async for name in every_screen(desk):
            assert (picture := desk.screen_text()) == clean(picture), name
            async for picture in pastes(desk):
                assert picture == clean(picture), name
            for field in desk.screen.query(Input):
                assert field.value == clean_line(field.value), name
                seen.add(name)
            for editor in desk.meeting_screen.query(Editor):
                assert editor.text == clean(editor.text), name
        assert not desk.has_ended
        assert all(editor.text for editor in desk.meeting_screen.writing.editors)
    assert {"vote", "formulas", "palette", "action item", "new item", "substitute", "new person", "remark"} <= seen


async def test_a_title_of_a_megabyte_is_kept_whole_and_shown_short() -> None:
    title = "Lang titel" * 100_000
    async with Desk(hostile_meeting("Budget").add_item(title, "i1").set_note("p1", title)).run() as desk:
        item = next(item for item in desk.meeting.items if item.is_added)
        await desk.meeting_screen.look_at(item.id)
        await desk.press("ctrl+t")
        for keys in (("f2",), ("f2", "b"), ("f3",), ("ctrl+o",)):
            await desk.press(*keys)
            assert all(len(str(shown.content)) < 3_000 for shown in desk.screen.query(Static))
            await desk.press(*("escape" for _ in keys))
        assert desk.meeting.running is not None
        assert desk.meeting.running.planned.title == title
        assert all(len(str(shown.content)) < 3_000 for shown in desk.meeting_screen.query(Static))


BRACKETS = ("[/]", "[red]rød[/red]", "punkt [1]", "[@click=app.quit]x[/]", "$error")


async def test_brackets_are_shown_as_they_stand_on_the_meeting_screen_and_in_the_list() -> None:
    async with Desk(hostile_meeting(*BRACKETS, whole=" ".join(BRACKETS))).run((140, 40)) as desk:
        for text in BRACKETS:
            await desk.press("ctrl+n")
            lines = desk.screen_lines()
            assert " ".join(BRACKETS) in lines[0]
            assert text in lines[1], text
            assert text in lines[3], text
            assert any(text in line[:46] for line in lines[3:]), text
        await desk.press("f12")
        for text in reversed(BRACKETS):
            assert text in desk.screen_text(), text
            await desk.press("left")
        await desk.press("escape", "f2")
        assert [text for text in BRACKETS if text not in desk.screen_text()] == []


async def test_a_new_title_is_said_back_as_it_stands_and_its_lines_come_together_in_one() -> None:
    async with Desk().run((100, 30)) as desk:
        for text in BRACKETS[:3]:
            await desk.press("escape", "n")
            await (desk.type if text == BRACKETS[0] else desk.paste)(text)
            await desk.press("enter")
            assert text in desk.status, text
            assert text in desk.screen_lines()[-2], text
        await desk.press("escape", "n")
        await desk.paste(f"Ny\r\nbro{ESCAPES[:4]}\n")
        await desk.press("enter")
        added = [item.planned.title for item in desk.meeting.items if item.is_added]
        assert added == [*BRACKETS[:3], "Ny bro]52"]


async def test_hostile_agendas_are_listed_and_their_faults_shown() -> None:
    entries = [
        AgendaEntry(Path(f"{number}.toml"), date(2026, 1, 1), clean_line(text), clean_line(text), 3)
        for number, text in enumerate(HOSTILE.values())
    ]
    entries += [AgendaEntry(Path(f"{ESCAPES}[/].toml"), problems=(clean_line(text),)) for text in HOSTILE.values()]
    async with Desk(entries=entries).run((100, 60)) as desk:
        assert "[@click=app.quit]x[/] · [@click=app.quit]x[/]" in desk.screen_text()
        assert clean(desk.screen_text()) == desk.screen_text()
        await desk.resize(100, 20)
        for number in range(len(entries)):
            await desk.press("down")
            if number % 6 == 0:
                assert (picture := desk.screen_text()) == clean(picture), number
        assert not desk.has_ended


async def test_the_window_may_change_its_size_at_any_time() -> None:
    async with Desk().run() as desk:
        await desk.press("ctrl+n")
        for width, height in ((20, 5), (1, 1), (130, 40)):
            await desk.resize(width, height)
            assert len(desk.screen_lines()) == height
            await desk.press("f2")
            assert len(desk.screen_lines()) == height
            await desk.resize(height, width)
            assert len(desk.screen_lines()) == width
            await desk.press("escape")
            assert len(desk.screen_lines()) == width
        await desk.resize(80, 24)
        await desk.type("ord")
        assert "ord" in desk.screen_text()
        assert "1. Punkt 1" in desk.screen_text()
