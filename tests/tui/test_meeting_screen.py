"""The meeting screen: two pointers, the clock, the texts, and what each key does."""

from __future__ import annotations

import errno
from dataclasses import replace

import pytest
from textual.widgets import Input

from referent import screen_texts as texts
from referent.domain.agenda import ItemKind
from referent.domain.decisions import ActionItem, TextField, Vote
from referent.domain.item import ItemState
from referent.domain.meeting import Meeting
from referent.texts import OS_ERRORS
from referent.tui.dialogs.choose import ChooseDialog, FilterDialog
from referent.tui.dialogs.form import FormDialog
from referent.tui.dialogs.reading import ReadingDialog
from referent.tui.screens.meeting import MeetingScreen
from referent.tui.screens.people import PeopleScreen
from referent.tui.screens.read_aloud import ReadAloudScreen
from referent.tui.widgets.clock_bars import RunningBar
from referent.tui.widgets.item_list import ItemList
from tests.domain.samples import agenda, at, by_length, item, planned
from tests.tui.desk import EXPORTED_TO, Desk, layout

NO_SPACE = OSError(errno.ENOSPC, "No space left on device")
TWELVE = agenda(*(item(number, by_length(5)) for number in range(1, 13)))


def running(desk: Desk) -> str | None:
    item = desk.meeting.running
    return item.id if item else None


# Taking up items, and looking at others


async def test_the_first_take_next_opens_the_meeting_and_takes_up_the_first_item() -> None:
    async with Desk().run() as desk:
        assert running(desk) is None
        await desk.press("ctrl+n")
        assert (desk.meeting.started_at, running(desk)) == (at("13.00"), "item-1")
        assert desk.status == "Punkt 1 er taget op"
        assert desk.focused_editor is desk.editor()
        assert "▶ 1. Punkt 1" in desk.screen_text()


async def test_take_next_ends_the_running_item_and_follows_with_the_eyes() -> None:
    async with Desk().run() as desk:
        await desk.press("ctrl+n")
        await desk.tick(minutes=4)
        await desk.press("ctrl+n")
        assert desk.meeting.item("item-1").state is ItemState.TREATED
        assert running(desk) == "item-2"
        assert desk.item == desk.meeting.item("item-2")


async def test_take_next_says_so_when_every_item_is_treated() -> None:
    async with Desk().run() as desk:
        await desk.press(*["ctrl+n"] * 5)
        assert running(desk) == "item-3"
        assert desk.status == texts.NOTHING_LEFT


async def test_looking_at_another_item_leaves_the_clock_where_it_is_and_says_so() -> None:
    async with Desk().run() as desk:
        await desk.press("ctrl+n", "f8")
        assert running(desk) == "item-1"
        assert desk.item == desk.meeting.item("item-2")
        assert desk.focused_editor.item_id == "item-2"
        assert "Du ser på et andet punkt" in desk.screen_text()
        assert "Ctrl+L går tilbage" in " ".join(desk.screen_text().replace("│", " ").split())


async def test_one_key_goes_back_to_the_running_item() -> None:
    async with Desk().run() as desk:
        await desk.press("ctrl+n", "f8", "f8", "ctrl+l")
        assert desk.item == desk.meeting.item("item-1")
        assert desk.focused_editor.item_id == "item-1"
        assert "Du ser på et andet punkt" not in desk.screen_text()


async def test_looking_stops_at_both_ends_of_the_list() -> None:
    async with Desk().run() as desk:
        await desk.press("f7", "f7")
        assert desk.meeting_screen.looked_at == "item-1"
        await desk.press(*["f8"] * 6)
        assert desk.meeting_screen.looked_at == "item-3"


async def test_before_the_meeting_looking_around_gives_no_warning_about_the_clock() -> None:
    async with Desk().run() as desk:
        await desk.press("f8")
        assert "Du ser på et andet punkt" not in desk.screen_text()


async def test_the_item_one_looks_at_can_be_taken_up_out_of_order() -> None:
    async with Desk().run() as desk:
        await desk.press("ctrl+n", "f8", "f8", "f8", "ctrl+t")
        assert running(desk) == "item-3"
        assert desk.meeting.item("item-1").state is ItemState.TREATED
        assert desk.meeting.item("item-2").state is ItemState.NOT_YET


async def test_taking_up_the_running_item_says_so_and_changes_nothing() -> None:
    async with Desk().run() as desk:
        await desk.press("ctrl+n")
        before = desk.meeting
        await desk.press("ctrl+t")
        assert desk.meeting == before
        assert desk.status not in ("", "Punkt 1 er taget op")


# The list of items


async def test_escape_goes_to_the_list_where_arrows_look_and_enter_goes_back_to_writing() -> None:
    async with Desk().run() as desk:
        await desk.press("ctrl+n", "escape")
        assert isinstance(desk.app.focused, ItemList)
        await desk.press("down", "down")
        assert desk.meeting_screen.looked_at == "break"
        assert running(desk) == "item-1"
        await desk.press("enter")
        assert desk.focused_editor.item_id == "break"


async def test_escape_in_the_list_goes_back_to_writing_too() -> None:
    async with Desk().run() as desk:
        await desk.press("escape", "escape")
        assert desk.focused_editor.item_id == "item-1"


async def test_digits_go_to_an_item_by_its_number() -> None:
    async with Desk(TWELVE).run() as desk:
        await desk.press("escape", "7")
        assert desk.meeting_screen.looked_at == "item-7"
        await desk.press("escape", "escape", "1", "2")
        assert desk.meeting_screen.looked_at == "item-12"
        await desk.press("3")
        assert desk.meeting_screen.looked_at == "item-3"


async def test_digits_typed_at_once_and_enter_write_in_that_item() -> None:
    async with Desk(TWELVE).run() as desk:
        await desk.rush("escape", "1", "2", "enter")
        await desk.type("ok")
        await desk.tick()
        assert desk.meeting.item("item-12").decision == "ok"


async def test_the_footer_shows_the_keys_of_the_list_while_the_list_is_in_use() -> None:
    async with Desk().run((120, 40)) as desk:
        assert "Ctrl+N Næste" in desk.screen_lines()[-1]
        await desk.press("escape")
        assert "U Udsæt" in desk.screen_lines()[-1]
        await desk.press("escape")
        assert "Ctrl+N Næste" in desk.screen_lines()[-1]


# Putting off, withdrawing, adding


@pytest.mark.parametrize(("key", "state"), [("u", ItemState.PUT_OFF), ("g", ItemState.WITHDRAWN)])
async def test_an_item_is_set_aside_in_the_list_and_put_back(key: str, state: ItemState) -> None:
    async with Desk().run() as desk:
        await desk.press("ctrl+n", "escape", "down", key)
        assert desk.meeting.item("item-2").state is state
        assert texts.STATES[state.value] in desk.screen_text()
        await desk.press("t")
        assert desk.meeting.item("item-2").state is ItemState.NOT_YET


async def test_the_letters_of_the_list_are_only_letters_while_writing() -> None:
    async with Desk().run() as desk:
        await desk.press("ctrl+n")
        await desk.type("ugtn")
        await desk.tick()
        assert desk.meeting.item("item-1").decision == "ugtn"
        assert desk.meeting.item("item-1").state is ItemState.RUNNING
        assert len(desk.meeting.items) == 4


async def test_putting_off_the_running_item_stops_the_clock() -> None:
    async with Desk().run() as desk:
        await desk.press("ctrl+n", "escape", "u")
        assert running(desk) is None
        assert texts.CLOCK_IDLE.format(key="Ctrl+N") in desk.screen_text()


async def test_a_new_item_stands_after_the_one_looked_at_and_is_written_in_at_once() -> None:
    async with Desk().run() as desk:
        await desk.press("ctrl+n", "escape", "n")
        assert isinstance(desk.screen, FormDialog)
        await desk.type("Hegnet ved havnen")
        await desk.press("enter")
        assert [item.planned.title for item in desk.meeting.items][:2] == ["Punkt 1", "Hegnet ved havnen"]
        await desk.type("Ja")
        await desk.tick()
        assert desk.meeting.items[1].decision == "Ja"
        assert "Hegnet" in desk.screen_text()


async def test_a_new_item_without_a_title_is_refused_in_danish() -> None:
    async with Desk().run() as desk:
        await desk.press("escape", "n", "enter")
        assert len(desk.meeting.items) == 4
        assert desk.status or isinstance(desk.screen, FormDialog)


# Writing


async def test_what_is_typed_at_once_after_take_next_lands_in_the_new_item() -> None:
    async with Desk().run() as desk:
        await desk.rush("ctrl+n", "a", "b", "ctrl+n", "c", "d", "f8", "e", "ctrl+l", "f")
        await desk.tick()
        decisions = {item.id: item.decision for item in desk.meeting.items if item.decision}
        assert decisions == {"item-1": "ab", "item-2": "cdf", "break": "e"}


async def test_the_session_gets_what_was_typed_at_the_next_tick() -> None:
    async with Desk().run() as desk:
        await desk.press("ctrl+n")
        await desk.type("Godkendt")
        assert desk.meeting.item("item-1").decision == ""
        await desk.tick()
        assert desk.meeting.item("item-1").decision == "Godkendt"


async def test_the_list_marks_that_a_decision_is_written_and_that_it_is_gone_again() -> None:
    async with Desk().run() as desk:
        assert "●" not in desk.screen_text()
        await desk.type("x")
        await desk.tick()
        assert desk.screen_text().count("●") == 1
        await desk.press("backspace")
        await desk.tick()
        assert "●" not in desk.screen_text()


async def test_the_fields_follow_each_other_and_round_with_f6_and_tab_and_back_with_shift_tab() -> None:
    async with Desk().run() as desk:
        seen = []
        for key in ("f6", "tab", "f6", "shift+tab", "shift+tab"):
            await desk.press(key)
            seen.append(desk.focused_editor.field)
        decision, discussion, notes = TextField.DECISION, TextField.DISCUSSION, TextField.NOTES
        assert seen == [discussion, notes, decision, notes, discussion]


async def test_each_field_keeps_its_own_text() -> None:
    async with Desk().run() as desk:
        await desk.rush("a", "tab", "b", "tab", "c", "tab", "d")
        await desk.tick()
        written = desk.meeting.item("item-1")
        assert (written.decision, written.discussion, written.notes) == ("ad", "b", "c")


async def test_the_text_and_its_undo_are_still_there_after_looking_elsewhere() -> None:
    async with Desk().run() as desk:
        await desk.type("Godkendt")
        await desk.press("f8", "f7")
        assert desk.editor().text == "Godkendt"
        await desk.press("ctrl+z")
        assert desk.editor().text == ""


async def test_the_fitting_formula_is_written_at_the_cursor() -> None:
    meeting = agenda(item(1, by_length(5), ItemKind.APPROVAL))
    async with Desk(meeting).run() as desk:
        await desk.type("Ja. ")
        await desk.press("ctrl+f")
        text = desk.editor().text
        assert text.startswith("Ja. ")
        assert len(text) > len("Ja. ")
        await desk.press("ctrl+z")
        assert desk.editor().text == "Ja. "


async def test_where_no_formula_fits_it_says_which_key_shows_them_all() -> None:
    async with Desk().run() as desk:
        await desk.press("ctrl+f")
        assert desk.editor().text == ""
        assert desk.status == texts.NO_FITTING_FORMULA


async def test_a_formula_is_found_by_typing_and_enter_puts_it_in() -> None:
    async with Desk().run() as desk:
        await desk.press("f4")
        assert isinstance(desk.screen, FilterDialog)
        await desk.type("efterretning")
        await desk.press("enter")
        assert "efterretning" in desk.editor().text
        assert desk.focused_editor is desk.editor()


async def test_escape_in_the_formulas_writes_nothing() -> None:
    async with Desk().run() as desk:
        await desk.press("f4", "escape")
        assert desk.editor().text == ""
        assert desk.screen is desk.meeting_screen


async def test_searching_for_nonsense_says_that_nothing_fits_and_enter_does_nothing() -> None:
    async with Desk().run() as desk:
        await desk.press("f4")
        await desk.type("qqqq")
        assert texts.NOTHING_FOUND in desk.screen_text()
        await desk.press("enter")
        assert isinstance(desk.screen, FilterDialog)


# Votes and action items


async def test_a_vote_is_kept_as_counts_names_and_a_dissent() -> None:
    async with Desk().run() as desk:
        await desk.press("ctrl+n", "f3")
        for text in ("5", "Bo Birk, Anna Ask", "", "Det er for dyrt."):
            await desk.type(text)
            await desk.press("enter")
        voted = desk.meeting.item("item-1")
        assert voted.vote == Vote(5, ("Bo Birk", "Anna Ask"), ())
        assert voted.dissent == "Det er for dyrt."


async def test_a_vote_form_shows_what_was_noted_before() -> None:
    meeting = planned().cast_votes("item-1", Vote(3, ("Bo",), 1), "Nej")
    async with Desk(meeting).run() as desk:
        await desk.press("f3")
        assert [field.value for field in desk.screen.query(Input)] == ["3", "Bo", "1", "Nej"]


async def test_an_action_item_asks_for_the_person_first_and_completes_the_name() -> None:
    async with Desk().run() as desk:
        await desk.press("ctrl+n", "ctrl+o")
        await desk.type("an")
        await desk.press("right", "enter")
        await desk.type("Skriver til havnen")
        await desk.press("enter")
        await desk.type("1. april")
        await desk.press("enter")
        (action,) = desk.meeting.item("item-1").actions
        assert action == ActionItem("Skriver til havnen", "Anna Ask", at("12.00").date().replace(2027, 4, 1))


@pytest.mark.parametrize(
    ("task", "due", "fault"),
    [("", "", texts.NO_TASK), ("Ring", "engang", texts.NOT_A_DATE)],
    ids=["no task", "no date"],
)
async def test_an_action_item_with_a_fault_stays_open_and_says_why(task: str, due: str, fault: str) -> None:
    async with Desk().run() as desk:
        await desk.press("ctrl+o", "enter")
        await desk.type(task)
        await desk.press("enter")
        await desk.type(due)
        await desk.press("enter")
        assert desk.meeting.item("item-1").actions == ()
        assert fault in desk.screen_text()


# Undo of events, pause


async def test_undo_takes_back_the_last_event_and_says_which() -> None:
    async with Desk().run() as desk:
        await desk.press("ctrl+n", "ctrl+n")
        await desk.type("Beholdes")
        await desk.press("ctrl+r")
        assert running(desk) == "item-1"
        assert desk.meeting.item("item-2").decision == "Beholdes"
        assert desk.status == texts.UNDONE.format(what="Punkt 2 er taget op")


async def test_undo_with_nothing_to_undo_says_so() -> None:
    async with Desk().run() as desk:
        await desk.press("ctrl+r")
        assert desk.status != ""


async def test_undo_of_an_added_item_goes_back_to_one_that_is_there() -> None:
    async with Desk().run() as desk:
        await desk.press("ctrl+n", "escape", "n")
        await desk.type("Nyt")
        await desk.press("enter", "ctrl+r")
        assert len(desk.meeting.items) == 4
        assert desk.meeting_screen.looked_at == "item-1"
        await desk.type("x")
        await desk.tick()
        assert desk.meeting.item("item-1").decision == "x"


async def test_undo_never_takes_an_added_item_in_which_something_is_written() -> None:
    async with Desk().run() as desk:
        await desk.press("escape", "n")
        await desk.type("Nyt")
        await desk.press("enter")
        await desk.type("Vigtigt")
        await desk.press("ctrl+r")
        assert len(desk.meeting.items) == 5
        assert "Fortrudt" not in desk.status


async def test_undoing_in_the_attendance_list_may_take_away_the_item_one_was_looking_at() -> None:
    async with Desk().run() as desk:
        await desk.press("escape", "n")
        await desk.type("Nyt")
        await desk.press("enter", "f2", "ctrl+r", "escape")
        assert len(desk.meeting.items) == 4
        assert desk.focused_editor.item_id == "item-1"


async def test_an_item_added_again_after_an_undo_does_not_show_the_fields_of_the_first() -> None:
    async with Desk().run() as desk:
        for title in ("Et", "To"):
            await desk.press("escape", "n")
            await desk.type(title)
            await desk.press("enter")
            if title == "Et":
                await desk.type("slettet")
                await desk.press("ctrl+z", "ctrl+r")
        added = desk.meeting.items[1]
        assert added.planned.title == "To"
        assert desk.editor().text == added.decision == ""


async def test_the_pause_stops_the_clock_and_the_same_key_starts_it() -> None:
    async with Desk().run() as desk:
        await desk.press("ctrl+n")
        await desk.tick(minutes=2)
        await desk.press("f5")
        await desk.tick(minutes=5)
        assert desk.meeting.is_paused
        assert texts.CLOCK_PAUSED in desk.screen_text()
        await desk.press("f5")
        await desk.tick(minutes=1)
        assert "7:00 tilbage" in desk.screen_text()


# Saving


async def test_it_saves_five_seconds_after_the_last_key_and_not_at_every_key() -> None:
    async with Desk().run() as desk:
        for letter in "abc":
            await desk.type(letter)
            await desk.tick()
        assert desk.saves == []
        await desk.tick(seconds=2)
        assert desk.saves == []
        await desk.tick(seconds=2)
        assert [meeting.item("item-1").decision for meeting in desk.saves] == ["abc"]
        await desk.tick(seconds=60)
        assert len(desk.saves) == 1


async def test_it_saves_every_fifteen_seconds_while_typing_goes_on() -> None:
    async with Desk().run() as desk:
        for _ in range(31):
            await desk.type("a")
            await desk.tick()
        assert len(desk.saves) == 2


async def test_it_saves_at_every_change_of_item_with_what_was_typed_before() -> None:
    async with Desk().run() as desk:
        await desk.press("ctrl+n")
        await desk.type("Vedtaget")
        await desk.press("ctrl+n")
        assert desk.saved == desk.meeting
        assert desk.saved.item("item-1").decision == "Vedtaget"


async def test_ctrl_s_saves_now_and_says_when() -> None:
    async with Desk().run() as desk:
        await desk.type("x")
        await desk.press("ctrl+s")
        assert desk.saved.item("item-1").decision == "x"
        assert desk.status == texts.SAVED.format(time="13.00")


async def test_a_save_that_fails_warns_until_it_is_mended_and_typing_goes_on() -> None:
    async with Desk().run() as desk:
        desk.saving_fails = NO_SPACE
        await desk.press("ctrl+n")
        warning = texts.SAVING_FAILED.format(reason=OS_ERRORS["ENOSPC"])
        assert desk.status.endswith(warning)
        await desk.type("Det går videre")
        for _ in range(30):
            await desk.tick()
        assert desk.status == warning
        assert desk.saves == []
        desk.saving_fails = None
        for _ in range(7):
            await desk.tick()
        assert desk.saved.item("item-1").decision == "Det går videre"
        assert desk.status != warning


async def test_what_a_save_wants_to_say_is_shown() -> None:
    async with Desk().run() as desk:
        desk.save_message = "En anden har ændret filen."
        await desk.press("ctrl+s")
        desk.save_message = ""
        assert "En anden har ændret filen." in desk.screen_text() or desk.status.startswith("Gemt")


# Leaving


async def test_ctrl_q_in_a_meeting_that_is_not_running_ends_the_program() -> None:
    async with Desk().run() as desk:
        await desk.type("noter før mødet")
        await desk.press("ctrl+q")
        assert desk.has_ended
    assert desk.app.return_code == 0
    assert desk.saved.item("item-1").decision == "noter før mødet"


async def test_nothing_is_lost_of_what_is_typed_right_before_ctrl_q() -> None:
    async with Desk().run() as desk:
        await desk.rush(*"Vedtaget", "ctrl+q")
        assert desk.has_ended
    assert desk.saved.item("item-1").decision == "Vedtaget"


async def test_ctrl_q_asks_in_a_running_meeting_and_closing_raises_it() -> None:
    async with Desk().run() as desk:
        await desk.press("ctrl+n", "ctrl+q")
        assert isinstance(desk.screen, ChooseDialog)
        assert texts.QUIT_CLOSE in desk.screen_text()
        desk.clock.advance(minutes=9)
        await desk.press("enter")
        assert desk.has_ended
    assert desk.saved.closed_at == at("13.09")
    assert desk.saved.item("item-1").state is ItemState.TREATED


async def test_leaving_a_running_meeting_saves_it_and_leaves_the_clock_running() -> None:
    async with Desk().run() as desk:
        await desk.press("ctrl+n")
        await desk.type("Halvt")
        await desk.press("ctrl+q", "down", "enter")
        assert desk.has_ended
    assert desk.saved.running is not None
    assert desk.saved.item("item-1").decision == "Halvt"
    assert desk.saved.closed_at is None


@pytest.mark.parametrize("keys", [("down", "down", "enter"), ("escape",), ("ctrl+q",)])
async def test_one_can_stay_after_all(keys: tuple[str, ...]) -> None:
    async with Desk().run() as desk:
        await desk.press("ctrl+n", "ctrl+q", *keys)
        assert not desk.has_ended
        assert desk.screen is desk.meeting_screen
        assert running(desk) == "item-1"


async def test_where_it_cannot_be_saved_leaving_asks_first() -> None:
    async with Desk().run() as desk:
        await desk.type("x")
        desk.saving_fails = NO_SPACE
        await desk.press("ctrl+q")
        assert isinstance(desk.screen, ChooseDialog)
        assert "Disken er fuld" in desk.screen_text()
        await desk.press("enter")
        assert not desk.has_ended
        await desk.press("ctrl+q", "down", "enter")
        assert desk.has_ended


async def test_ctrl_c_does_not_end_the_program() -> None:
    async with Desk().run() as desk:
        await desk.press("ctrl+n", "ctrl+c", "ctrl+c", "escape", "ctrl+c", "f2", "ctrl+c")
        assert not desk.has_ended


async def test_ctrl_c_copies_what_is_marked_in_the_text() -> None:
    async with Desk().run() as desk:
        await desk.type("Godkendt")
        await desk.press("shift+home", "ctrl+c")
        assert desk.app.clipboard == "Godkendt"
        assert desk.editor().text == "Godkendt"


# Export


async def test_export_lists_what_is_missing_and_a_line_leads_to_its_place() -> None:
    async with Desk().run((100, 30)) as desk:
        await desk.press("ctrl+n", "f9")
        assert isinstance(desk.screen, ChooseDialog)
        assert "Punkt 3" in desk.screen_text()
        assert "Missing(" not in desk.screen_text()
        lines = desk.screen_lines()
        assert any("Anna Ask" in line for line in lines)
        await desk.press(*_downs_to(desk, "Punkt 3"), "enter")
        assert desk.meeting_screen.looked_at == "item-3"
        assert desk.focused_editor.item_id == "item-3"
        assert desk.exports == []


async def test_a_missing_person_leads_to_the_attendance_list() -> None:
    async with Desk().run((100, 30)) as desk:
        await desk.press("f9", *_downs_to(desk, "Anna Ask") or ["end"], "enter")
        assert isinstance(desk.screen, PeopleScreen)


def _downs_to(desk: Desk, words: str) -> list[str]:
    """The keys from the first choice of the dialog to the one with `words`."""
    if not isinstance(desk.screen, ChooseDialog):
        return []
    labels = [choice.label for choice in desk.screen._choices]
    return ["down"] * next(index for index, label in enumerate(labels) if words in label)


async def test_export_writes_in_spite_of_what_is_missing_and_says_where() -> None:
    async with Desk().run() as desk:
        await desk.press("ctrl+n")
        await desk.type("Vedtaget")
        await desk.press("f9", "enter")
        assert [meeting.item("item-1").decision for meeting in desk.exports] == ["Vedtaget"]
        assert str(EXPORTED_TO) in desk.status


async def test_an_export_that_fails_says_why_in_danish() -> None:
    async with Desk().run() as desk:
        desk.export_fails = OSError(errno.EACCES, "Permission denied", "exports/x.docx")
        await desk.press("f9", "enter")
        assert desk.status == texts.EXPORT_FAILED.format(reason=OS_ERRORS["EACCES"])


async def test_escape_in_the_list_of_what_is_missing_exports_nothing() -> None:
    async with Desk().run() as desk:
        await desk.press("f9", "escape")
        assert desk.exports == []
        assert desk.screen is desk.meeting_screen


# Other screens


async def test_the_decisions_are_shown_to_be_read_aloud() -> None:
    async with Desk().run() as desk:
        await desk.press("f12")
        assert texts.READ_ALOUD_NONE in desk.screen_text()
        await desk.press("escape")
        await desk.type("Det er **vedtaget**.")
        await desk.press("f12")
        assert desk.is_at(ReadAloudScreen)
        assert "Det er vedtaget." in desk.screen_text()
        await desk.press("escape")
        assert desk.is_at(MeetingScreen)


@pytest.mark.parametrize("key", ["f1", "ctrl+g"])
async def test_help_tells_the_keys_in_danish(key: str) -> None:
    async with Desk().run((100, 60)) as desk:
        await desk.press(key)
        assert desk.is_at(ReadingDialog)
        assert texts.ACTIONS["take_next"][1][:30] in desk.screen_text()
        await desk.press("escape")
        assert desk.is_at(MeetingScreen)


async def test_every_action_is_found_in_the_palette_by_its_danish_name() -> None:
    async with Desk().run() as desk:
        await desk.press("ctrl+n", "ctrl+p")
        assert isinstance(desk.screen, FilterDialog)
        await desk.type(texts.ACTIONS["put_off"][0].casefold())
        await desk.press("enter")
        assert desk.meeting.item("item-1").state is ItemState.PUT_OFF


async def test_the_palette_opens_dialogs_too() -> None:
    async with Desk().run() as desk:
        await desk.press("ctrl+p")
        await desk.type(texts.ACTIONS["add_item"][0])
        await desk.press("enter")
        assert isinstance(desk.screen, FormDialog)


async def test_the_palette_switches_between_light_and_dark() -> None:
    async with Desk().run() as desk:
        before = desk.app.theme
        await desk.press("ctrl+p")
        await desk.type("lys")
        await desk.press("enter")
        assert desk.app.theme != before
        assert desk.app.current_theme.dark is False


async def test_keys_of_the_meeting_rest_while_a_dialog_is_open() -> None:
    async with Desk().run() as desk:
        await desk.press("f4", "ctrl+n", "f8")
        assert desk.meeting.started_at is None
        assert desk.meeting_screen.looked_at == "item-1"


# The clock


async def test_the_clock_counts_down_then_turns_amber_then_red_and_counts_up() -> None:
    async with Desk().run() as desk:
        bar = desk.meeting_screen.query_one(RunningBar)
        assert texts.CLOCK_NOT_STARTED.format(key="Ctrl+N") in desk.screen_text()
        await desk.press("ctrl+n")
        seen = []
        for step in (0, 479, 1, 120, 7):
            await desk.tick(seconds=step)
            (mood,) = [name for name in ("-calm", "-amber", "-red") if bar.has_class(name)] or [""]
            seen.append((mood, desk.screen_lines()[1].split("  ")[-3].strip()))
        assert [mood for mood, _ in seen] == ["-calm", "-calm", "-amber", "-amber", "-red"]
        text = desk.screen_lines()[1]
        assert "0:07 over tiden" in text
        assert "10 af 10 min." in text


async def test_an_item_without_a_slot_shows_only_what_was_used() -> None:
    async with Desk(agenda(item(1))).run() as desk:
        await desk.press("ctrl+n")
        await desk.tick(seconds=65)
        assert texts.CLOCK_USED.format(time="1:05") in desk.screen_text()


async def test_the_meeting_bar_tells_planned_and_projected_end_and_how_far_behind() -> None:
    async with Desk().run((120, 30)) as desk:
        await desk.press("ctrl+n")
        assert "slut 14.15 · forventet 14.15 · til tiden" in desk.screen_lines()[0]
        await desk.tick(minutes=17)
        assert "slut 14.15 · forventet 14.22 · 7 min. bagud" in desk.screen_lines()[0]
        await desk.press("ctrl+n", "ctrl+n")
        assert "13 min. foran" in desk.screen_lines()[0]


async def test_the_list_shows_what_an_item_took_of_what_was_planned() -> None:
    async with Desk().run((120, 30)) as desk:
        await desk.press("ctrl+n")
        await desk.tick(minutes=4)
        assert any("Punkt 1" in line and "4/10'" in line for line in desk.screen_lines())


async def test_a_closed_meeting_says_when_it_was_raised() -> None:
    meeting = planned().take_up("item-1", at("13.00")).close(at("13.40"))
    async with Desk(meeting).run() as desk:
        assert texts.CLOCK_CLOSED.format(time="13.40") in desk.screen_text()


# Opening


async def test_a_meeting_in_progress_is_taken_up_where_it_was() -> None:
    meeting = planned().take_up("item-1", at("12.50")).take_up("item-2", at("12.58"))
    meeting = meeting.write_decision("item-2", "Halv sætning")
    async with Desk(meeting, notice="Mødet fortsætter.").run() as desk:
        assert desk.status == "Mødet fortsætter."
        assert desk.focused_editor.item_id == "item-2"
        assert desk.editor().text == "Halv sætning"
        assert "18:00 tilbage" in desk.screen_text()


async def test_a_meeting_without_items_opens_and_leaves() -> None:
    async with Desk(agenda()).run() as desk:
        await desk.press("ctrl+n", "ctrl+t", "f8", "f7", "escape", "escape", "ctrl+f", "f6", "f3", "ctrl+o", "ctrl+r")
        await desk.press("f4", "escape", "f2", "escape", "f12", "escape", "f9", "escape")
        await desk.tick()
        assert not desk.has_ended


async def test_there_is_a_field_for_the_discussion_only_where_the_house_style_prints_it() -> None:
    assert layout("vest").discussion_label is None
    async with Desk(style=layout("vest")).run() as desk:
        assert [editor.field for editor in desk.meeting_screen.writing.editors] == [TextField.DECISION, TextField.NOTES]
        assert layout("vest").decision_label in desk.screen_text()
        assert "Referat" not in desk.screen_text()


async def test_the_case_stands_beside_what_is_written_set_as_markdown() -> None:
    plain = item(1, by_length(5))
    meeting = agenda(replace(plain, case="Vi **skal** vælge:\n\n- rødt\n- blåt", recommendation="At godkende."))
    async with Desk(meeting).run((120, 40)) as desk:
        text = desk.screen_text()
        assert "Vi skal vælge:" in text
        assert "• rødt" in text
        assert "At godkende." in text


def test_the_sample_meeting_is_what_these_tests_think_it_is() -> None:
    assert [item.id for item in Meeting.planned(planned().agenda).items] == ["item-1", "item-2", "break", "item-3"]


async def test_what_is_typed_at_once_after_opening_a_dialog_belongs_to_it() -> None:
    async with Desk().run() as desk:
        await desk.rush("ctrl+o", *"Bo")
        assert desk.screen.query(Input).first().value == "Bo"
        await desk.press("escape")
        assert desk.editor().text == ""


async def test_what_is_typed_faster_than_the_screen_follows_lands_where_it_belongs() -> None:
    async with Desk().run() as desk:
        await desk.press("ctrl+n")
        await desk.rush("ctrl+o", *"Bo", "enter", *"ringer", "enter", "enter", *"Ja")
        await desk.tick()
        item = desk.meeting.item("item-1")
        assert [(action.owner, action.task) for action in item.actions] == [("Bo Birk", "ringer")]
        assert item.decision == "Ja"


async def test_people_are_marked_in_the_order_of_the_keys_however_fast_they_come() -> None:
    async with Desk().run() as desk:
        await desk.press("ctrl+n")
        await desk.rush("f2", "asterisk", "home", "down", "g", "escape", *"Ja")
        await desk.tick()
        assert not desk.meeting.attendance_of("bo").is_here
        assert desk.meeting.item("item-1").decision == "Ja"


async def test_ctrl_t_takes_up_the_item_whose_number_was_typed_right_before() -> None:
    async with Desk().run() as desk:
        await desk.press("ctrl+n", "escape")
        await desk.rush("3", "ctrl+t", *"Ja")
        await desk.tick()
        assert running(desk) == "item-3"
        assert desk.meeting.item("item-3").decision == "Ja"


# What fresh eyes found


async def test_numbers_that_begin_high_are_reached_digit_by_digit() -> None:
    async with Desk(agenda(*(item(number, by_length(5)) for number in range(41, 50)))).run() as desk:
        await desk.press("escape", "4", "6")
        assert desk.meeting_screen.looked_at == "item-46"


async def test_digits_typed_before_leaving_the_list_are_forgotten() -> None:
    async with Desk(TWELVE).run() as desk:
        await desk.press("escape", "1", "escape", "escape", "2")
        assert desk.meeting_screen.looked_at == "item-2"


@pytest.mark.parametrize(("answer", "is_closed"), [(("enter",), True), (("down", "enter"), False)])
async def test_a_meeting_that_was_raised_is_opened_again_only_after_asking(
    answer: tuple[str, ...], is_closed: bool
) -> None:
    held = planned().take_up("item-1", at("13.00")).close(at("14.00"))
    async with Desk(held).run() as desk:
        await desk.press("ctrl+n")
        assert isinstance(desk.screen, ChooseDialog)
        assert desk.meeting.closed_at == at("14.00")
        await desk.press(*answer)
        assert (desk.meeting.closed_at is not None) is is_closed
        assert (running(desk) is None) is is_closed


async def test_nothing_is_said_of_an_event_that_changed_nothing() -> None:
    async with Desk().run() as desk:
        await desk.press("ctrl+n", "escape", "down", "u")
        for _ in range(10):
            await desk.tick()
        await desk.press("u")
        assert desk.status == ""


async def test_a_name_that_is_begun_is_completed_where_only_one_begins_so() -> None:
    async with Desk().run() as desk:
        await desk.press("ctrl+n", "ctrl+o")
        await desk.type("an\nskriver\n\n")
        assert [action.owner for action in desk.meeting.item("item-1").actions] == ["Anna Ask"]


@pytest.mark.parametrize("typed", ["99999", "12 stemmer"])
async def test_a_count_of_votes_that_is_none_is_refused(typed: str) -> None:
    async with Desk().run() as desk:
        await desk.press("ctrl+n", "f3")
        await desk.type(f"{typed}\n\n\n\n")
        assert texts.NOT_A_COUNT in desk.screen_text()
        assert desk.meeting.item("item-1").vote is None


async def test_a_formula_stands_apart_from_the_text_before_it() -> None:
    async with Desk(
        agenda(replace(item(1, by_length(5)), recommendation="At forummet godkender planen."))
    ).run() as desk:
        await desk.press("ctrl+n")
        await desk.type("Anna fremlagde planen.")
        await desk.press("ctrl+f")
        await desk.tick()
        assert desk.meeting.item("item-1").decision == "Anna fremlagde planen. Godkendt."


async def test_a_save_that_fails_by_a_fault_of_our_own_is_told_too() -> None:
    async with Desk().run() as desk:
        desk.saving_fails = RuntimeError("x")
        await desk.press("ctrl+n")
        assert "RuntimeError" in desk.status


async def test_the_warning_stands_in_the_attendance_list_as_well() -> None:
    async with Desk().run() as desk:
        desk.saving_fails = OSError(errno.ENOSPC, "full")
        await desk.press("ctrl+n", "f2")
        people = desk.screen
        assert isinstance(people, PeopleScreen)
        people.tick()
        await desk.settle()
        assert OS_ERRORS["ENOSPC"] in " ".join(desk.screen_text().split())
