"""Texts that would steer the screen, under every key and pasted into every field, and a window that changes its size:
everything opens, nothing is lost, and nothing but text reaches the terminal.

`python -m tests.campaigns.hostile_screens` has every text by itself on every screen, in windows of every size.
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
from tests.tui.hostile import HOSTILE, hostile_meeting
from tests.tui.screens import WHERE_TEXT_IS_SHOWN, every_screen

LONG = [HOSTILE["long"], HOSTILE["one long word"]]
TOGETHER = {
    "markup": " ".join(HOSTILE[name] for name in HOSTILE if HOSTILE[name].isascii() and "long" not in name),
    "letters, and long": " ".join([text for text in HOSTILE.values() if not text.isascii()] + LONG),
    "nothing": "",
}


SCREENS = {
    "markup": WHERE_TEXT_IS_SHOWN,
    "letters, and long": ("meeting", "preview", "vote", "read aloud", "action item"),
    "nothing": ("meeting", "vote"),
}
"""All, then those that show one item and not another."""


async def test_every_screen_opens_whatever_the_agenda_says() -> None:
    """Each kind of text is what one item and one person are made of."""
    whole = clean_line(" ".join(HOSTILE.values()))
    async with Desk(hostile_meeting(*TOGETHER.values(), whole=whole), notice=whole).run() as desk:
        for number, kind in enumerate(TOGETHER):
            await desk.press("ctrl+n")
            async for name in every_screen(desk, SCREENS[kind]):
                assert (picture := desk.screen_text()) == clean(picture), (kind, name)
            await desk.press("f2", *["down"] * number)
            for dialog in ("s", "b") if number else ():  # of the first person they are among the screens above
                await desk.press(dialog)
                assert desk.screen.is_modal
                assert (picture := desk.screen_text()) == clean(picture), (kind, dialog)
                await desk.press("escape")
            await desk.press("escape")
        await desk.press("f8", "ctrl+r", "f5", "f5", "ctrl+s")
        assert not desk.has_ended


async def test_nothing_but_text_comes_on_any_screen_from_the_two_files_or_from_a_paste(tmp_path: Path) -> None:
    """What the files say under any key is shown first, and then something is pasted into every field there is. Every
    frame of it is painted; their bytes are looked at in `tests/end_to_end/test_hostile_terminal.py`.
    """
    seen: set[str] = set()
    meeting = read_meeting(write_hostile(tmp_path)).meeting
    async with Desk(meeting, paints=True).run() as desk:
        await desk.press("ctrl+t")
        async for name in every_screen(desk):
            assert (picture := desk.screen_text()) == clean(picture), name
            for _ in range(3):
                await desk.paste(FROM_FILES + "\r\nto\ud800")
                await desk.press("tab")
            assert (picture := desk.screen_text()) == clean(picture), name
            for field in desk.screen.query(Input):
                assert field.value == clean_line(field.value), name
                seen.add(name)
            for editor in desk.meeting_screen.query(Editor):
                assert editor.text == clean(editor.text), name
        assert not desk.has_ended
        assert all(editor.text for editor in desk.meeting_screen.writing.editors)
    assert {"vote", "formulas", "palette", "action item", "new item", "substitute", "new person", "remark"} <= seen


async def test_the_lines_of_a_paste_come_together_in_a_field_of_one_line() -> None:
    async with Desk().run() as desk:
        await desk.press("escape", "n")
        await desk.paste(f"Ny\r\nbro{ESCAPES[:4]}\n")
        await desk.press("enter")
        assert [item.planned.title for item in desk.meeting.items if item.is_added] == ["Ny bro]52"]


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


async def test_what_is_typed_in_brackets_is_said_back_as_it_stands() -> None:
    async with Desk().run((100, 30)) as desk:
        for text in BRACKETS[:3]:
            await desk.press("escape", "n")
            await desk.type(text)
            await desk.press("enter")
            assert text in desk.status
            assert text in desk.screen_lines()[-2]


async def test_hostile_agendas_are_listed_and_their_faults_shown() -> None:
    entries = [
        AgendaEntry(Path(f"{number}.toml"), date(2026, 1, 1), clean_line(text), clean_line(text), 3)
        for number, text in enumerate(HOSTILE.values())
    ]
    entries += [AgendaEntry(Path(f"{ESCAPES}[/].toml"), problems=(clean_line(text),)) for text in HOSTILE.values()]
    async with Desk(entries=entries, paints=True).run((100, 60)) as desk:
        assert "[@click=app.quit]x[/] · [@click=app.quit]x[/]" in desk.screen_text()
        assert clean(desk.screen_text()) == desk.screen_text()
        await desk.resize(100, 20)
        for number in range(len(entries)):
            await desk.press("down")
            if number % 6 == 0:
                assert (picture := desk.screen_text()) == clean(picture), number
        assert not desk.has_ended


async def test_the_window_may_change_its_size_at_any_time() -> None:
    async with Desk(paints=True).run() as desk:
        await desk.press("ctrl+n")
        for width, height in ((20, 5), (1, 1), (130, 40)):
            await desk.resize(width, height)
            await desk.press("f2")
            await desk.resize(height, width)
            await desk.press("escape")
        await desk.resize(80, 24)
        await desk.type("ord")
        assert "ord" in desk.screen_text()
        assert "1. Punkt 1" in desk.screen_text()
