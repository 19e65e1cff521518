"""Two of the real meetings played through the screen, key by key, as they went: the same referat comes out as from the
record that somebody wrote by hand.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, time
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from referent import wiring
from referent.domain.meeting import Meeting
from referent.files.agenda_file import read_agenda
from referent.files.layout_file import load_layout
from referent.files.record_file import read_record, record_path
from referent.minutes.build import build_minutes
from referent.session import OpenedMeeting
from referent.tui.screens.people import PeopleScreen
from referent.word import render_docx
from tests.end_to_end.conftest import SEEDS
from tests.fakes import FakeClock
from tests.tui.desk import Desk

SLUGS = ["vest-2025-03-12", "goedstrup-2024-03-01"]
LIST_LINE = re.compile(r"(- |\d+\. )(.*)")

pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the five meetings do not lie beside the repository")


class DeskWithFiles(Desk):
    """A desk whose agenda, record and document lie on disk."""

    def __init__(self, agenda: Path, clock: FakeClock) -> None:
        self._agenda_path = agenda
        super().__init__(read_agenda(agenda), clock=clock)

    def _open(self, path: Path) -> OpenedMeeting:
        opened = wiring.open_meeting(self._agenda_path, self.clock)
        self.session = opened.session
        return opened


@dataclass
class Played:
    """What happened at a meeting, and when."""

    agenda: dict[str, Any]
    course: dict[str, Any]

    def at(self, clock: str | time) -> datetime:
        moment = clock if isinstance(clock, time) else time.fromisoformat(clock.replace(".", ":"))
        return datetime.combine(self.agenda["dato"], moment)

    @property
    def began(self) -> datetime:
        return self.at(self.course["startet"])

    def decision(self, number: int) -> str:
        found = (row["beslutning"] for row in self.course["punkter"] if row["punkt"] == number)
        return str(next(found, "")).strip()

    def taken(self) -> Iterator[tuple[datetime, int]]:
        """When each item was taken up: as noted, else in order, each by its slot."""
        if "raekkefoelge" in self.course:
            yield from ((self.at(row["fra"]), row["punkt"]) for row in self.course["raekkefoelge"])
            return
        now = self.began
        for number, item in enumerate(self.agenda["punkter"], 1):
            now = self.at(item["tid"].split("-")[0]) if "tid" in item else now
            yield now, number

    def events(self) -> list[tuple[datetime, str, Any]]:
        left = [(self.at(row["kl"]), "leaves", row["navn"]) for row in self.course.get("forlod", [])]
        taken = [(moment, "taken up", number) for moment, number in self.taken()]
        return sorted([*left, *taken], key=lambda event: event[0])


def keys_for(text: str) -> Iterable[str]:
    """The keys of a person who writes `text` in a field where Enter goes on a list."""
    lines = [LIST_LINE.fullmatch(line) or line for line in text.split("\n")]
    yield from _shown(lines[0])
    for before, line in pairwise(lines):
        yield "enter"
        if isinstance(before, str):
            yield from _shown(line)
        elif isinstance(line, str):
            yield "enter"  # ends the list
            yield from line
        else:
            yield from line[2]


def _shown(line: str | re.Match[str]) -> str:
    return line if isinstance(line, str) else line[0]


async def go_to_person(desk: Desk, name: str) -> None:
    assert isinstance(desk.screen, PeopleScreen)
    people = desk.screen.people
    await desk.press("home")
    ids = [option.id for option in people.options if not option.disabled]
    wanted = next(person.id for person in desk.meeting.people if person.name == name)
    await desk.rush(*["down"] * ids.index(wanted))
    assert people.highlighted_option is not None
    assert people.highlighted_option.id == wanted


async def play(played: Played, agenda: Path) -> None:
    clock = FakeClock(played.began)
    async with DeskWithFiles(agenda, clock).run((120, 40)) as desk:
        await desk.press("f2")
        for names, key in ((played.course.get("fravaerende", []), "f"), (played.course.get("afbud", []), "a")):
            for name in names:
                await go_to_person(desk, name)
                await desk.press(key)
        await desk.press("*")
        for row in played.course.get("noter", []):
            await go_to_person(desk, row["navn"])
            await desk.press("b")
            await desk.type(row["note"])
            await desk.press("enter")
        await desk.press("escape")
        for moment, what, who in played.events():
            await desk.tick(seconds=(moment - clock.now()).total_seconds())
            if what == "leaves":
                await desk.press("f2")
                await go_to_person(desk, who)
                await desk.press("g", "escape")
            else:
                await desk.press("escape")
                await desk.rush(*str(who))
                await desk.press("ctrl+t")
                assert desk.meeting.running is not None
                assert desk.meeting.running.planned.number == who
                await desk.rush(*keys_for(played.decision(who)))
                await desk.tick(seconds=0)
        await desk.tick(seconds=(played.at(played.course["sluttet"]) - clock.now()).total_seconds())
        await desk.press("ctrl+q", "enter")
        assert desk.has_ended


def read(agenda: Path) -> Meeting:
    return read_record(record_path(agenda), read_agenda(agenda))


@pytest.mark.parametrize("slug", SLUGS)
async def test_a_meeting_played_by_keys_gives_the_referat_of_its_record(
    slug: str, tmp_path: Path, compare: ModuleType
) -> None:
    subprocess.run([sys.executable, SEEDS / "forloeb_to_record.py", slug, tmp_path / "written"], check=True)
    (tmp_path / "played").mkdir()
    by_keys = tmp_path / "played" / f"{slug}.toml"
    shutil.copy(SEEDS / slug / "dagsorden.toml", by_keys)
    files = [SEEDS / slug / name for name in ("dagsorden.toml", "forloeb.toml")]
    agenda, course = (tomllib.loads(file.read_text("utf-8")) for file in files)

    await play(Played(agenda, course), by_keys)

    played, written = read(by_keys), read(tmp_path / "written" / f"{slug}.toml")
    assert (played.started_at, played.closed_at) == (written.started_at, written.closed_at)
    assert [item.decision.strip() for item in played.items] == [item.decision.strip() for item in written.items]
    layout = load_layout(played.agenda.layout, by_keys.parent)
    minutes = build_minutes(played, layout)
    assert minutes.blocks == build_minutes(written, layout).blocks
    document = tmp_path / "played.docx"
    document.write_bytes(render_docx(minutes))
    missing, added = compare.align(compare.original_lines(slug), compare.docx_lines(document))
    assert sum(map(len, missing)) <= 0.005 * sum(map(len, compare.original_lines(slug)))
    assert sum(map(len, added)) <= 0.005 * sum(map(len, compare.docx_lines(document)))


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("a\n\nb", "a⏎⏎b"),
        ("x\n- a\n- b\n\ny", "x⏎- a⏎b⏎⏎⏎y"),
        ("1. a\n2. b", "1. a⏎b"),
        ("- a\ny", "- a⏎⏎y"),
    ],
)
def test_the_hand_that_types_knows_that_enter_goes_on_a_list(text: str, keys: str) -> None:
    assert "".join("⏎" if key == "enter" else key for key in keys_for(text)) == keys
