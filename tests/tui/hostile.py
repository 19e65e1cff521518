"""Texts that would steer the screen, and a meeting that says them everywhere."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import date, timedelta

from referent.cleaning import clean_line
from referent.domain.agenda import Agenda, AgendaItem, Attachment, Invitee, Participant, Section, Slot
from referent.domain.attendance import Status
from referent.domain.decisions import TextField
from referent.domain.meeting import Meeting
from tests.files.hostile import HOSTILE as FROM_FILES
from tests.tui.desk import Desk

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


def hostile_meeting(*texts: str, whole: str | None = None) -> Meeting:
    """A meeting that says the texts wherever an agenda or a minute taker can: each has an item and a person to itself,
    and the meeting as a whole says `whole`, or the first. The last item is bare.
    """
    lines = [clean_line(text) or " " for text in texts]
    of_all = lines[0] if whole is None else clean_line(whole)
    agenda = Agenda(
        of_all,
        date(2026, 11, 26),
        title=of_all,
        place=of_all,
        participants=tuple(_person(number, line) for number, line in enumerate(lines, 1)),
        items=(
            *(_item(number, line) for number, line in enumerate(lines, 1)),
            AgendaItem(f"i{len(lines) + 1}", lines[-1], len(lines) + 1),
        ),
    )
    meeting = Meeting.planned(agenda)
    for person, line in zip(agenda.participants, lines, strict=True):
        meeting = meeting.set_status(person.id, Status.PRESENT).set_note(person.id, line)
        meeting = meeting.set_substitute(person.id, line)
    for item in agenda.items:
        meeting = meeting.write(item.id, TextField.DECISION, item.title)
    return meeting


async def pastes(desk: Desk) -> AsyncIterator[str]:
    """Paste into one field after the other of the screen one is at, or once where there is none; each time with the
    picture of it.
    """
    for _ in range(3 if desk.screen.query("Input, Editor") else 1):
        await desk.paste(FROM_FILES + "\r\nto\ud800")
        await desk.press("tab")
        yield desk.screen_text()


def _person(number: int, line: str) -> Participant:
    return Participant(f"p{number}", line, line, line, line, line, line, line, note=line)


def _item(number: int, line: str) -> AgendaItem:
    return AgendaItem(
        f"i{number}",
        line,
        number,
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
