"""What can be read of the attendance list on the screen."""

from __future__ import annotations

from referent.domain.attendance import Status
from referent.tui.screens.people import PeopleScreen
from referent.tui.widgets.bottom_lines import StatusLine
from tests.tui.desk import Desk


def marked(desk: Desk) -> str | None:
    assert isinstance(desk.screen, PeopleScreen)
    option = desk.screen.people.highlighted_option
    return option.id if option else None


def status(desk: Desk, person: str) -> Status:
    return desk.meeting.attendance_of(person).status


def row_of(desk: Desk, name: str) -> str:
    return next(line for line in desk.screen_lines() if name in line)


def said(desk: Desk) -> str:
    """The line of messages, which is painted above the keys."""
    return desk.screen.query_one(StatusLine).text.strip()
