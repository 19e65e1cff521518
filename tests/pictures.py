"""`python -m tests.pictures`: make the README's picture anew, from a shipped agenda and a clock that stands still."""

from __future__ import annotations

import asyncio
from datetime import datetime
from pathlib import Path

from referent.domain.meeting import Meeting
from referent.files.agenda_file import read_agenda
from tests.fakes import FakeClock
from tests.tui.desk import Desk

ROOT = Path(__file__).parents[1]
AGENDA = ROOT / "agendas" / "2026-11-26-sundhedsforum.toml"
PICTURE = ROOT / ".github" / "meeting.svg"
BEGINS = datetime(2026, 11, 26, 13, 0)


async def take_picture() -> None:
    clock = FakeClock(BEGINS)
    desk = Desk(Meeting.planned(read_agenda(AGENDA)), clock=clock)
    async with desk.run(size=(120, 34)):
        await desk.press("ctrl+n")
        clock.advance(minutes=6)
        await desk.press("ctrl+n")
        clock.advance(minutes=2)
        await desk.press("f2", "asterisk", "escape", "ctrl+n", "ctrl+f")
        clock.advance(minutes=4)
        await desk.press("ctrl+n", "ctrl+f")
        clock.advance(minutes=29, seconds=12)
        await desk.tick()
        desk.app.save_screenshot(PICTURE.name, str(PICTURE.parent))


if __name__ == "__main__":
    asyncio.run(take_picture())
    print(PICTURE)
