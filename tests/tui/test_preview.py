"""The whole minutes on the screen: to read through, to jump about in, and to correct."""

from __future__ import annotations

from dataclasses import replace

from referent.domain.agenda import ItemKind
from referent.domain.decisions import TextField
from referent.domain.meeting import Meeting
from referent.minutes.build import build_minutes
from referent.minutes.editions import Edition
from referent.minutes.parts import Part, minutes_parts
from referent.tui.screens.meeting import MeetingScreen
from referent.tui.screens.people import PeopleScreen
from referent.tui.screens.preview import PreviewScreen
from referent.tui.widgets.minutes_view import MinutesView
from tests.domain.samples import agenda, item
from tests.domain.samples import at as when
from tests.minutes.samples import sample_meeting
from tests.tui.desk import Desk, layout

OPEN = ("escape", "v")
ITEM_2 = ("escape", "2", "enter")


def view(desk: Desk) -> MinutesView:
    assert desk.is_at(PreviewScreen)
    return desk.screen.query_one(MinutesView)


def at(desk: Desk) -> str:
    """The line one is at."""
    return next(line for line in desk.screen_lines() if "›" in line).split("›")[1].strip().replace("\u00a0", " ")


async def test_it_shows_the_minutes_from_the_item_one_looks_at_and_enter_leads_there_to_correct_it() -> None:
    async with Desk(sample_meeting()).run((80, 40)) as desk:
        await desk.press(*ITEM_2, *OPEN)
        assert at(desk).startswith("Punkt 2: Budget for 2026")
        text = desk.screen_text()
        assert "Referatet · 2. Budget for 2026" in text
        assert "Rådet skal vedtage budgettet." in text
        await desk.press("escape")
        assert desk.is_at(MeetingScreen)
        await desk.press("3", "enter", *OPEN)  # one is at the list of items again
        assert at(desk).startswith("Punkt 3:")
        await desk.press("enter")
        assert desk.is_at(MeetingScreen)
        assert desk.item is not None
        assert desk.item.id == "3"
        await desk.type(" Rettet her.")
        await desk.press(*OPEN)
        assert "Orienteringen blev taget til efterretning. Rettet her." in desk.screen_text()
        await desk.press("escape", "f9", "down", "down", "down", "enter")  # the list of what is missing offers it, too
        assert at(desk).startswith("Punkt 3:")


def test_the_parts_are_the_document() -> None:
    meeting, style = sample_meeting(), layout()
    for edition in (Edition(), Edition(is_public=True), Edition(is_agenda=True), Edition(item_number=2)):
        parts = minutes_parts(meeting, style, edition)
        assert tuple(block for part in parts for block in part.build()) == build_minutes(meeting, style, edition).blocks


async def test_the_people_lead_to_the_attendance_list_and_the_cover_nowhere() -> None:
    meeting = sample_meeting()
    planned = tuple(entry for entry in meeting.items if entry.planned.kind is not ItemKind.ATTENDANCE)
    async with Desk(replace(meeting, items=planned)).run() as desk:
        await desk.press(*OPEN, "home", "enter")
        assert desk.is_at(PreviewScreen)
        assert "rettes ikke her" in desk.screen_text()
        await desk.press("right", "enter")
        assert desk.is_at(PeopleScreen)


async def test_arrows_move_by_parts_and_by_lines_and_the_wheel_and_a_click_take_the_line_along() -> None:
    async with Desk(sample_meeting()).run() as desk:
        await desk.press(*OPEN, "home", "right", "right")
        assert at(desk).startswith("Punkt 2:")
        await desk.press("left")
        assert at(desk).startswith("Punkt 1:")
        await desk.press("down", "down", "up", "up")
        assert at(desk).startswith("Punkt 1:")
        await desk.press("pagedown", "pageup")
        assert at(desk).startswith("Punkt 1:")
        await desk.press("end", "down", "pagedown", "right")
        bottom = view(desk)
        assert bottom.scroll_y == bottom.max_scroll_y
        await desk.press("home", "up", "left")
        assert view(desk).scroll_y == 0
        shown = view(desk)
        shown.scroll_to(y=6, animate=False, immediate=True)
        await desk.settle()
        assert shown.scroll_y == 6
        assert "›" in desk.screen_lines()[shown.region.y]
        await desk.pilot.click(MinutesView, offset=(5, 4))
        await desk.settle()
        assert "›" in desk.screen_lines()[shown.region.y + 4]


async def test_a_text_and_a_heading_are_searched_for_and_stay_in_sight_when_the_size_changes() -> None:
    async with Desk(sample_meeting()).run() as desk:
        await desk.press(*OPEN, "home", "s")
        await desk.type("BUDGETTET")
        await desk.press("enter")
        first = at(desk)
        assert "budgettet" in first.casefold()
        await desk.press("n")
        assert at(desk) != first
        await desk.press("s")
        assert "BUDGETTET" in desk.screen_text()
        await desk.press(*["backspace"] * 9)
        await desk.type("findes ikke")
        await desk.press("enter")
        assert "»findes ikke« står ikke i referatet." in desk.screen_text()
        await desk.press("o")
        await desk.type("eventu")
        await desk.press("enter")
        assert at(desk).startswith("Punkt 5: Eventuelt")
        await desk.press("escape", "3", "enter", *OPEN)
        for size in ((80, 24), (40, 10), (120, 40)):
            await desk.resize(*size)
            assert at(desk).startswith("Punkt 3:"), size


async def test_only_what_comes_into_sight_is_built() -> None:
    built: list[str] = []
    meeting = Meeting.planned(agenda(*(item(number) for number in range(1, 501))))

    def noted(part: Part) -> Part:
        def build() -> object:
            built.append(part.item.id if part.item else part.of.value)
            return part.build()

        return replace(part, build=build)  # type: ignore[arg-type]

    parts = [noted(part) for part in minutes_parts(meeting, layout(), Edition())]
    async with Desk(meeting).run() as desk:
        await desk.app.push_screen(PreviewScreen(parts, "item-400", {}))
        await desk.settle()
        assert at(desk).startswith("Punkt 400:")
        assert "item-400" in built
        assert len(built) < 30
        await desk.press("end")
        assert at(desk) == ""
        assert len(set(built)) < 60


async def test_a_meeting_approves_its_own_minutes_as_its_last_item() -> None:
    """Read through, correct an earlier item, and see it corrected, without leaving the item that is running."""
    meeting = Meeting.planned(agenda(item(1), item(2), item(3))).take_up("item-1", when("13.00"))
    meeting = meeting.write("item-1", TextField.DECISION, "Godkent.").take_up("item-3", when("13.10"))
    async with Desk(meeting).run((80, 40)) as desk:
        await desk.press(*OPEN, "home", "right", "enter", *["backspace"] * 7)
        await desk.type("odkendt.")
        await desk.press(*OPEN)
        assert "Godkendt." in desk.screen_text()
        await desk.press("escape", "ctrl+l")
        assert desk.item is not None
        assert desk.item.id == "item-3" == (desk.meeting.running or desk.item).id
