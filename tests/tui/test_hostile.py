"""Names and titles that would steer the screen, and windows of every size: everything opens, and nothing is lost."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from referent.cleaning import clean_line
from referent.domain.agenda import Agenda, AgendaItem, Attachment, Invitee, Participant, Section, Slot
from referent.domain.attendance import Status
from referent.domain.meeting import Meeting
from referent.session import AgendaEntry
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
        meeting = meeting.write_decision(item_id, line)
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
    entries += [AgendaEntry(Path("[/].toml"), problems=(clean_line(text),)) for text in HOSTILE.values()]
    async with Desk(entries=entries, paints=True).run((100, 60)) as desk:
        assert "[@click=app.quit]x[/] · [@click=app.quit]x[/]" in desk.screen_text()
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
