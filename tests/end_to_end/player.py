"""A meeting played through the screen: the keys of its course, each at its time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from referent import wiring
from referent.domain.meeting import Meeting
from referent.files.agenda_file import read_agenda
from referent.ports import OpenedMeeting, SaveReport
from tests.end_to_end.course import For, Step
from tests.fakes import FakeClock
from tests.tui.desk import Desk

LONG_RUN = 20
"""So many letters in one run go in as a paste: the same text, and the test is done sooner."""
TYPED = 6
"""The last letters of a run are typed all the same: a name may be completed from them."""


class DeskWithFiles(Desk):
    """A desk whose agenda and record lie on disk. The record is written when the meeting ends, not at each event."""

    def __init__(self, agenda: Path, clock: FakeClock) -> None:
        self._agenda_path = agenda
        super().__init__(read_agenda(agenda), clock=clock)

    def _open(self, path: Path) -> OpenedMeeting:
        opened = wiring.open_meeting(self._agenda_path, self.clock)
        self.session = opened.session

        def save_at_the_end(meeting: Meeting) -> SaveReport:
            return opened.save(meeting) if meeting.closed_at else SaveReport()

        return replace(opened, save=save_at_the_end)


async def play(steps: Iterable[Step], agenda: Path, began: FakeClock, *, pastes: bool) -> None:
    """Play a whole meeting. `pastes`: long runs of letters go in at once."""
    async with DeskWithFiles(agenda, began).run() as desk:
        for step in steps:
            await desk.tick(seconds=(step.at - began.now()).total_seconds())
            if step.what is For.TEXT:
                await _write(desk, step.keys, pastes=pastes)
            else:
                await desk.press(*step.keys)
            if step.what is For.ITEMS and step.item_id:
                assert desk.meeting.running is not None
                assert desk.meeting.running.id == step.item_id
        assert desk.has_ended


async def _write(desk: Desk, keys: Iterable[str], *, pastes: bool) -> None:
    for is_letter, run in groupby(keys, key=lambda key: len(key) == 1):
        pressed = list(run)
        if not is_letter:
            await desk.press(*pressed)
        else:
            if pastes and len(pressed) >= LONG_RUN:
                await desk.paste("".join(pressed[:-TYPED]))
                del pressed[:-TYPED]
            await desk.rush(*pressed)
