"""The decisions alone, large: one at a time or all in a column, and corrected on the spot."""

from __future__ import annotations

from dataclasses import replace

from referent import screen_texts as texts
from referent.domain.decisions import TextField
from referent.tui.screens.meeting import MeetingScreen
from referent.tui.screens.read_aloud import ReadAloudScreen
from tests.minutes.samples import sample_meeting
from tests.tui.desk import Desk

ITEM_2 = ("escape", "2", "enter")


async def test_items_are_read_one_at_a_time_and_keys_lead_on_and_back_and_stop_at_the_ends() -> None:
    async with Desk(sample_meeting()).run((80, 40)) as desk:
        await desk.press(*ITEM_2, "f12")
        text = desk.screen_text()
        assert "1 af 4 · 2. Budget for 2026" in text
        assert "┗━╸" in text  # the foot of a large 2
        for said in ("ad. 1: Godkendt.", "Vi finder budgettet for stramt.", "Udsend budgettet", "Else Gry"):
            assert said in text, said
        assert "Ingen bemærkninger." not in text
        await desk.press("left", "pageup")
        assert "1 af 4" in desk.screen_text()
        await desk.press("right")
        assert "2 af 4 · 3." in desk.screen_text()
        await desk.press("pagedown")
        assert "3 af 4 · 4. Takster" in desk.screen_text()
        assert "Udsat" in desk.screen_text()
        await desk.press("n", "right")
        assert "4 af 4 · 5. Eventuelt" in desk.screen_text()
        assert "Ingen bemærkninger." in desk.screen_text()
        await desk.press("escape", "escape", "4", "enter", "f12")
        assert "3 af 4 · 4. Takster" in desk.screen_text()


async def test_all_stand_in_a_column_from_the_one_that_was_read_with_air_as_long_as_there_is_room() -> None:
    async with Desk(sample_meeting()).run((80, 14)) as desk:
        await desk.press(*ITEM_2, "f12", "right", "a")
        lines = [line.strip() for line in desk.screen_lines()[1:] if line.strip()]
        assert lines[0] == "3. Ny aftale om telemedicin"
        assert "4. Takster" in lines
        await desk.press("right", "a")
        assert "3 af 4 · 4. Takster" in desk.screen_text()
        assert "Budget" not in desk.screen_text()
        await desk.resize(80, 24)
        await desk.press("right")
        lines = [line.strip() for line in desk.screen_lines()]
        where = lines.index("Ingen bemærkninger.")
        assert lines[where + 1] == ""
        await desk.resize(80, 8)  # air between the lines as long as there is room
        lines = [line.strip() for line in desk.screen_lines()]
        assert not any(lines[number] == lines[number + 1] == "" for number in range(1, 4))


async def test_a_decision_is_corrected_on_the_spot_and_the_meeting_and_its_open_field_have_it() -> None:
    async with Desk(sample_meeting()).run() as desk:
        await desk.press("escape", "5", "enter", "f12", "enter", "ctrl+q")
        assert desk.is_at(ReadAloudScreen)  # the correction has ended, and not the program
        await desk.press("f12")
        assert desk.is_at(MeetingScreen)
        await desk.press("f12", "r")
        await desk.type(" Nej, n a\nr")  # letters that mean something else on this screen
        assert desk.meeting.item("5").decision == "Ingen bemærkninger. Nej, n a\nr"
        await desk.press("escape")
        assert desk.is_at(ReadAloudScreen)
        assert "Nej, n a" in desk.screen_text()
        await desk.press("escape")
        assert desk.is_at(MeetingScreen)
        assert desk.editor().text == "Ingen bemærkninger. Nej, n a\nr"
        await desk.press("ctrl+s")
        assert desk.saved.item("5").decision == "Ingen bemærkninger. Nej, n a\nr"
        await desk.press("ctrl+z")
        assert desk.editor().text != "Ingen bemærkninger. Nej, n a\nr"
        written = desk.editor().text
        await desk.press("escape", "3", "enter", "f12", "right", "right", "enter")
        await desk.press("ctrl+home", *["delete"] * 5)  # in the middle, and item 5 has its field open
        await desk.type("Få")
        await desk.press("escape", "escape", "escape", "5", "enter")
        assert desk.editor().text == written.replace("Ingen", "Få") != written
        assert desk.meeting.item("5").text(TextField.DECISION) == desk.editor().text


async def test_without_decisions_there_is_nothing_to_read_or_to_correct() -> None:
    async with Desk().run() as desk:
        await desk.press("f12", "right", "a", "enter")
        assert texts.READ_ALOUD_NONE in desk.screen_text()
        await desk.press("escape")
        assert desk.is_at(MeetingScreen)


async def test_a_closed_item_says_so() -> None:
    meeting = sample_meeting()
    items = [replace(item, planned=replace(item.planned, is_closed_item=True)) for item in meeting.items]
    async with Desk(replace(meeting, items=tuple(items))).run() as desk:
        await desk.press("f12")
        assert "(lukket)" in desk.screen_text()
