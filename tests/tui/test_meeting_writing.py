"""The meeting screen's fields: what is typed lands where it belongs, however fast."""

from __future__ import annotations

from textual.widgets import Input

from referent.domain.decisions import TextField
from tests.tui.desk import Desk


async def test_what_is_typed_at_once_after_another_item_lands_there_and_is_in_the_session_without_a_tick() -> None:
    async with Desk().run() as desk:
        await desk.rush("ctrl+n", "a", "b", "ctrl+n", "c", "d", "f8", "e", "ctrl+l", "f")
        decisions = {item.id: item.decision for item in desk.meeting.items if item.decision}
        assert decisions == {"item-1": "ab", "item-2": "cdf", "break": "e"}


async def test_the_list_marks_a_decision_its_undo_outlives_a_look_elsewhere_and_each_field_keeps_its_own_text() -> None:
    async with Desk().run() as desk:
        assert "●" not in desk.screen_text()
        await desk.type("Godkendt")
        await desk.tick()
        assert desk.screen_text().count("●") == 1
        await desk.press("f8", "f7")
        assert desk.editor().text == "Godkendt"
        await desk.press("ctrl+z")
        assert desk.editor().text == ""
        await desk.tick()
        assert "●" not in desk.screen_text()
        await desk.rush("a", "tab", "b", "tab", "c", "tab", "d")
        await desk.tick()
        written = desk.meeting.item("item-1")
        assert (written.decision, written.discussion, written.notes) == ("ad", "b", "c")
        seen = []
        for key in ("f6", "tab", "f6", "shift+tab", "shift+tab"):
            await desk.press(key)
            seen.append(desk.focused_editor.field)
        decision, discussion, notes = TextField.DECISION, TextField.DISCUSSION, TextField.NOTES
        assert seen == [discussion, notes, decision, notes, discussion], "they follow each other and round"


async def test_what_is_typed_faster_than_a_dialog_opens_belongs_to_it_and_goes_on_in_the_field_after_it() -> None:
    async with Desk().run() as desk:
        await desk.rush("ctrl+o", *"Bo")
        assert desk.screen.query(Input).first().value == "Bo"
        await desk.press("escape")
        assert desk.editor().text == ""
        await desk.press("ctrl+n")
        await desk.rush("ctrl+o", *"Bo", "enter", *"ringer", "enter", "enter", *"Ja")
        await desk.tick()
        item = desk.meeting.item("item-1")
        assert [(action.owner, action.task) for action in item.actions] == [("Bo Birk", "ringer")]
        assert item.decision == "Ja"


async def test_the_fields_of_the_next_item_are_ready_or_waited_for_but_are_not_made_while_somebody_writes() -> None:
    async with Desk().run() as desk:
        await desk.press("ctrl+n")
        writing = desk.meeting_screen.writing
        await desk.type("a")
        await desk.tick()
        assert writing.editor_of("item-2", TextField.DECISION) is None
        await desk.tick()
        ready = writing.editor_of("item-2", TextField.DECISION)
        assert ready is not None
        assert desk.focused_editor.text == "a"
        await desk.rush("ctrl+n", *"abc")
        assert desk.focused_editor is ready
        assert [item.decision for item in desk.meeting.items[:2]] == ["a", "abc"]
        assert writing.editor_of("break", TextField.DECISION) is None
        writing.prepare(desk.meeting.item("break"))
        await desk.rush("ctrl+n", *"def")
        assert [item.decision for item in desk.meeting.items[:3]] == ["a", "abc", "def"]
        assert "def" in desk.screen_text()
