"""A real meeting played through the screen: the keys of its course, each at its time. What comes of it has to be what
somebody wrote by hand.
"""

from __future__ import annotations

import runpy
import shutil
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from unittest.mock import patch

from textual import events

from referent import wiring
from referent.beside import record_path
from referent.domain.meeting import Meeting
from referent.files.agenda_file import read_agenda
from referent.minutes.build import build_minutes
from referent.ports import OpenedMeeting, SaveReport
from tests.end_to_end.conftest import SEEDS
from tests.end_to_end.course import Course, For, Step
from tests.end_to_end.hand import MARK, PALETTE
from tests.fakes import FakeClock
from tests.records import read_record
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
            elif step.what is For.PEOPLE:
                await _mark(desk, step.keys)
            else:
                await desk.press(*step.keys)
            if step.what is For.ITEMS and step.item_id:
                assert desk.meeting.running is not None
                assert desk.meeting.running.id == step.item_id
        assert desk.has_ended


async def _mark(desk: Desk, keys: Iterable[str]) -> None:
    """Go through the people as fast as the fingers can, but for what opens or closes something."""
    for is_slow, run in groupby(keys, key=lambda key: key in ("f2", "b", "enter", "escape")):
        go = desk.press if is_slow else desk.rush
        await go(*run)


async def _write(desk: Desk, keys: Iterable[str], *, pastes: bool) -> None:
    for is_text, run in groupby(_told_apart(keys), key=itemgetter(0)):
        pressed = [key for _, key in run]
        if not is_text:
            await desk.press(*pressed)
        elif pastes:
            await _rush_and_paste(desk, pressed)
        else:
            await desk.rush(*pressed)


def _told_apart(keys: Iterable[str]) -> Iterator[tuple[bool, str]]:
    """Whether a key is one of those that the field itself writes, one after another, however fast they come. Not so the
    Enter that takes something that is offered.
    """
    is_offered = False
    for key in keys:
        yield len(key) == 1 or (key == "enter" and not is_offered), key
        is_offered = key in (PALETTE, MARK) or (is_offered and key != "enter")


async def _rush_and_paste(desk: Desk, pressed: Iterable[str]) -> None:
    for is_letter, run in groupby(pressed, key=lambda key: len(key) == 1):
        keys = list(run)
        if is_letter and len(keys) >= LONG_RUN:
            paste = events.Paste("".join(keys[:-TYPED]))
            paste.set_sender(desk.app)
            assert desk.app._driver is not None
            desk.app._driver.send_message(paste)
            del keys[:-TYPED]
        for key in keys:
            desk._send(key)
    await desk.settle()


async def played(course: Course, folder: Path, *, helped: bool) -> Meeting:
    """The meeting as the program kept it."""
    folder.mkdir()
    agenda = folder / f"{course.seed.name}.toml"
    shutil.copy(course.seed / "dagsorden.toml", agenda)
    await play(course.steps(helped=helped), agenda, FakeClock(course.began), pastes=helped)
    return read_record(record_path(agenda), read_agenda(agenda))


def written_by_hand(course: Course, folder: Path) -> Meeting:
    """The meeting as somebody wrote its record."""
    with patch.object(sys, "argv", ["", str(course.seed), str(folder)]):
        runpy.run_path(str(SEEDS / "forloeb_to_record.py"))
    agenda = folder / f"{course.seed.name}.toml"
    return read_record(record_path(agenda), read_agenda(agenda))


def assert_same_referat(one: Meeting, other: Meeting, course: Course) -> None:
    assert (one.started_at, one.closed_at) == (other.started_at, other.closed_at)
    assert [item.decision.strip() for item in one.items] == [item.decision.strip() for item in other.items]
    assert build_minutes(one, course.layout).blocks == build_minutes(other, course.layout).blocks
