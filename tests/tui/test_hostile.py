"""Texts that would steer the screen, under every key and pasted into every field, and windows of every size: everything
opens, nothing is lost, and nothing but text reaches the terminal.
"""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from textual.widgets import Input, Static

from referent.cleaning import clean, clean_line
from referent.domain.agenda import Agenda, AgendaItem, Attachment, Invitee, Participant, Section, Slot
from referent.domain.attendance import Status
from referent.domain.decisions import TextField
from referent.domain.meeting import Meeting
from referent.ports import AgendaEntry
from referent.reading import read_meeting
from referent.tui.widgets.editor import Editor
from tests.files.hostile import ESCAPES, write_hostile
from tests.files.hostile import HOSTILE as FROM_FILES
from tests.tui.desk import Desk
from tests.tui.screens import WHERE_TEXT_IS_SHOWN, every_screen

HOSTILE = {
    "closing tag": "[/]",
    "live link": "[@click=app.quit]x[/]",
    "style": "[red]rød[/red]",
    "clipboard": "\x1b]52;c;aGVq\x07efter",
    "number in brackets": "punkt [1]",
    "link": "[link=https://example.org]her[/link]",
    "open bracket": "[bold",
    "backslash": "\\[/]\\",
    "emoji code": ":warning: :smile:",
    "dollar": "$error $text",
    "zero width": "a\u200bb\u200dc\ufeff",
    "wide": "漢字かな" * 3,
    "combining": "e\u0301\u0328" * 5,
    "family": "👨‍👩‍👧‍👦 med",
    "right to left": "שלום",
    "long": "Lang " * 1000,
    "one long word": "x" * 5000,
    "newline": "en\nto\n\ntre",
    "tab": "en\tto",
    "nothing": "",
    "template": "{item} {0} %s",
}


def hostile_meeting(text: str) -> Meeting:
    """A meeting that says `text` wherever an agenda or a minute taker can."""
    line = clean_line(text) or " "
    person = Participant("p1", line, line, line, line, line, line, line, note=line)
    item = AgendaItem(
        "i1",
        line,
        1,
        slot=Slot(timedelta(minutes=5)),
        is_closed_item=True,
        closed_title=line,
        introduced_by=line,
        invitees=(Invitee(line, line), Invitee(line)),
        summary=line,
        case=line,
        recommendation=line,
        sections=(Section(line, line),),
        attachments=(Attachment(line, line, line),),
    )
    second = AgendaItem("i2", line, 2)
    agenda = Agenda(line, date(2026, 11, 26), title=line, place=line, participants=(person,), items=(item, second))
    meeting = Meeting.planned(agenda).set_status("p1", Status.PRESENT).set_note("p1", line).set_substitute("p1", line)
    for item_id in ("i1", "i2"):
        meeting = meeting.write(item_id, TextField.DECISION, line)
    return meeting


TOGETHER = {
    "markup": " ".join(HOSTILE[name] for name in HOSTILE if HOSTILE[name].isascii() and "long" not in name),
    "letters": " ".join(text for text in HOSTILE.values() if not text.isascii()),
    "long": f"{HOSTILE['long']} {HOSTILE['one long word']}",
    "nothing": "",
}


@pytest.mark.parametrize("text", TOGETHER.values(), ids=TOGETHER)
async def test_every_screen_opens_whatever_the_agenda_says(text: str) -> None:
    async with Desk(hostile_meeting(text), notice=clean_line(text)).run() as desk:
        await desk.press("ctrl+n")
        async for name in every_screen(desk, WHERE_TEXT_IS_SHOWN):
            picture = desk.screen_text()
            assert "\x1b" not in picture, name
            assert "\x07" not in picture, name
        await desk.press("f8", "ctrl+r", "f5", "f5", "ctrl+s")
        assert not desk.has_ended


async def test_every_screen_opens_whatever_stands_under_any_key_of_the_two_files(tmp_path: Path) -> None:
    meeting = read_meeting(write_hostile(tmp_path)).meeting
    async with Desk(meeting, paints=True).run() as desk:
        await desk.press("ctrl+t")
        async for name in every_screen(desk):
            picture = desk.screen_text()
            assert clean(picture) == picture, name
        assert not desk.has_ended


async def test_what_is_pasted_is_clean_before_it_is_shown_in_every_field_there_is() -> None:
    seen: set[str] = set()
    async with Desk(hostile_meeting("Budget")).run() as desk:
        await desk.press("ctrl+n")
        async for name in every_screen(desk):
            for _ in range(3):
                await desk.paste(FROM_FILES + "\r\nto\ud800")
                await desk.press("tab")
            assert clean(desk.screen_text()) == desk.screen_text(), name
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


@pytest.mark.parametrize("text", ["[/]", "[red]rød[/red]", "punkt [1]", "[@click=app.quit]x[/]", "$error"])
async def test_brackets_are_shown_as_they_stand_on_the_meeting_screen_and_in_the_list(text: str) -> None:
    async with Desk(hostile_meeting(text)).run((120, 40)) as desk:
        await desk.press("ctrl+n")
        lines = desk.screen_lines()
        assert text in lines[0]
        assert text in lines[1]
        assert text in lines[3]
        assert any(text in line[:46] for line in lines[3:])
        await desk.press("f2")
        assert text in desk.screen_text()
        await desk.press("escape", "f12")
        assert text in desk.screen_text()


@pytest.mark.parametrize("text", ["[/]", "[red]rød[/red]", "punkt [1]"])
async def test_what_is_typed_in_brackets_is_said_back_as_it_stands(text: str) -> None:
    async with Desk().run((100, 30)) as desk:
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
        for _ in entries:
            await desk.press("down")
        assert not desk.has_ended


SIZES = [(20, 5), (1, 1), (300, 100), (200, 8)]


@pytest.mark.parametrize("size", [(10, 3)], ids=str)
async def test_every_screen_opens_in_a_window_of_any_size(size: tuple[int, int]) -> None:
    async with Desk(hostile_meeting("[/] Budget og regnskab")).run(size) as desk:
        await desk.press("ctrl+n")
        async for name in every_screen(desk, WHERE_TEXT_IS_SHOWN):
            lines = desk.screen_lines()
            assert len(lines) == size[1], name
            assert not desk.has_ended
        await desk.type("ord")
        await desk.tick()
        assert desk.meeting.item("i1").decision.endswith("ord")


async def test_the_window_may_change_its_size_at_any_time() -> None:
    async with Desk(paints=True).run() as desk:
        await desk.press("ctrl+n")
        for width, height in SIZES:
            await desk.resize(width, height)
            await desk.press("f2")
            await desk.resize(height, width)
            await desk.press("escape")
        await desk.resize(80, 24)
        await desk.type("ord")
        assert "ord" in desk.screen_text()
        assert "1. Punkt 1" in desk.screen_text()
