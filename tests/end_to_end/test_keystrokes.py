"""The five real meetings played through the screen, key by key, as they went: the same referat comes out as from the
record that somebody wrote by hand, and the keys it takes are counted.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from referent.domain.agenda import Agenda, AgendaItem, ItemKind, Participant
from referent.domain.meeting import Meeting
from referent.minutes.blocks import Heading
from referent.minutes.build import build_minutes
from tests.domain.samples import DAY
from tests.end_to_end.conftest import SEEDS
from tests.end_to_end.course import Course, For, count, table
from tests.end_to_end.hand import Hand, keys_for
from tests.end_to_end.player import assert_same_referat, played, written_by_hand
from tests.tui.desk import layout

SLUGS = [
    "goedstrup-2024-03-01",
    "slagelse-2023-10-31",
    "styregruppe-vest-2022-02-07",
    "sydvestjylland-2025-05-14",
    "vest-2025-03-12",
]
TYPED = "vest-2025-03-12"
HELPED = [slug for slug in SLUGS if slug != TYPED and not slug.startswith("sydvestjylland")]
"""That one is the longest, and has no help that Slagelse has not; the one that is typed has none but the key for the
fitting formula. `tests.campaigns.meetings` plays all, both ways.
"""
real_meetings = pytest.mark.skipif(not SEEDS.is_dir(), reason="the five meetings do not lie beside the repository")


@real_meetings
@pytest.mark.parametrize("slug", HELPED)
async def test_a_meeting_played_with_every_help_gives_the_referat_of_its_record(slug: str, tmp_path: Path) -> None:
    course = Course(SEEDS / slug)
    kept = await played(course, tmp_path / "played", helped=True)
    assert_same_referat(kept, written_by_hand(course, tmp_path / "written"), course)


@real_meetings
async def test_typed_letter_by_letter_it_is_the_same(tmp_path: Path) -> None:
    course = Course(SEEDS / TYPED)
    kept = await played(course, tmp_path / "played", helped=False)
    assert_same_referat(kept, written_by_hand(course, tmp_path / "written"), course)


@real_meetings
def test_nothing_of_what_stands_under_the_people_is_typed(tmp_path: Path) -> None:
    course = Course(SEEDS / "goedstrup-2024-03-01")
    meeting = written_by_hand(course, tmp_path)
    people = next(item for item in meeting.items if item.planned.kind is ItemKind.ATTENDANCE)
    typed = [step.keys for step in course.steps(helped=False) if step.what is For.TEXT and step.item_id == people.id]
    assert typed == [()]
    assert not people.has_text
    assert len(told_of_people(meeting, course)) > len(told_of_people(course.planned, course)) > 0


def told_of_people(meeting: Meeting, course: Course) -> str:
    """What stands between the heading of the attendance item and the next."""
    blocks = build_minutes(meeting, course.layout).blocks
    title = next(item.planned.title for item in meeting.items if item.planned.kind is ItemKind.ATTENDANCE)
    headings = [place for place, block in enumerate(blocks) if isinstance(block, Heading) and block.level == 1]
    own = next(place for place in headings if title in str(blocks[place]))
    return "".join(map(str, blocks[own + 1 : next(place for place in headings if place > own)]))


@real_meetings
def test_the_helps_never_cost_keys_and_this_is_what_they_save(capsys: pytest.CaptureFixture[str]) -> None:
    counts = [count(Course(SEEDS / slug)) for slug in SLUGS]
    with capsys.disabled():
        print(f"\n{table(counts)}")
    for one in counts:
        assert one.typed <= one.letters
        assert one.helped <= one.typed
        assert one.beyond_with < 0 < one.beyond_without


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


PEOPLE = (Participant("ask", "Søren Ask"), Participant("eli", "Søren Enebær"))
ITEM = AgendaItem("plan", "Havneplan", 1, recommendation="1. Godkender planen\n2. Drøfter budgettet")
BRIEFING = AgendaItem("news", "Nyt", 2, ItemKind.BRIEFING)


@pytest.mark.parametrize(
    ("item", "text", "keys"),
    [
        (BRIEFING, "Orienteringen blev taget til efterretning.", ["ctrl+f"]),
        (BRIEFING, "Orienteringen blev taget til efterretning", ["ctrl+f", "backspace"]),
        (BRIEFING, "Det gik. Orienteringen blev taget til efterretning. Ja", [*"Det gik. ", "ctrl+f", *" Ja"]),
        (BRIEFING, "Godkendt.", ["f4", "down", "enter"]),
        (ITEM, "ad. 1: Godkendt. Ja\n\nad. 2: Drøftet. Nej",
         ["ctrl+f", "up", "up", "end", *" Ja", "down", "down", "end", *" Nej"]),
        (ITEM, "Indstillingerne blev tiltrådt.", ["ctrl+f", "ctrl+f"]),
        (BRIEFING, "Nu taler Søren Ask.", [*"Nu taler ", "a", "ctrl+@", "."]),
        (BRIEFING, "Nu taler Søren Askholm.", list("Nu taler Søren Askholm.")),
    ],
)  # fmt: skip
def test_the_hand_takes_the_shortest_help(item: AgendaItem, text: str, keys: list[str]) -> None:
    meeting = Meeting.planned(Agenda("Havneudvalget", DAY, participants=PEOPLE, items=(ITEM, BRIEFING)))
    assert list(Hand(meeting, item, layout()).keys(text)) == keys
