"""What takes more than one step: a dialog, and then an event or a file.

Each returns as soon as its dialog can take keys: what is typed right after the key that opened it belongs to it. The
rest happens in the function that the dialog gives its value to.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from referent import screen_texts as texts
from referent.domain.item import MeetingItem
from referent.tui.actions import Scope, actions_in, key_name, keys_of
from referent.tui.dialogs.choose import Choice, ChooseDialog, FilterDialog
from referent.tui.dialogs.form import FormDialog, FormField
from referent.tui.formats import clock_time, item_within

if TYPE_CHECKING:
    from referent.tui.screens.meeting import MeetingScreen


async def choose_action(screen: Screen[Any], scope: Scope, keymap: Mapping[str, str]) -> None:
    """The palette: every action by its Danish name."""
    choices = []
    for action in actions_in(scope):
        if action.in_palette and action.id != "palette":
            keys = keys_of(action, keymap)
            key = key_name(keys[0]) if keys else ""
            choices.append(Choice(action.id, action.label, key, action.description))

    async def run(chosen: str | None) -> None:
        if chosen is not None:
            await screen.run_action(chosen)

    await screen.app.push_screen(FilterDialog(texts.PALETTE_TITLE, choices), run)


async def reopen(screen: MeetingScreen, item: MeetingItem) -> None:
    """A meeting that has been raised is not opened again by a slip of the hand."""

    async def go_on(chosen: str | None) -> None:
        if chosen == "reopen":
            await screen.take_up(item, reopening=True)

    closed_at = screen.meeting.closed_at
    title = texts.REOPEN_TITLE.format(time=clock_time(closed_at) if closed_at else "")
    choices = [Choice("stay", texts.REOPEN_STAY), Choice("reopen", texts.REOPEN.format(item=item_within(item)))]
    await screen.app.push_screen(ChooseDialog(title, choices), go_on)


async def add_item(screen: MeetingScreen) -> None:
    async def add(values: dict[str, str] | None) -> None:
        if values is None:
            return
        title, after = values["title"], screen.looked_at
        item_id = screen.meeting.next_added_item_id
        if screen.act(texts.ITEM_ADDED.format(title=title), lambda meeting: meeting.add_item(title, after)):
            await screen.look_at(item_id)
            screen.writing.focus_decision()

    await screen.app.push_screen(FormDialog(texts.ASK_NEW_ITEM, [FormField("title", texts.ASK_ITEM_TITLE)]), add)


async def leave(screen: MeetingScreen) -> None:
    """Raise the meeting, or leave it and go on later; asks which, where one is running."""
    meeting = screen.meeting
    if meeting.started_at is None or meeting.closed_at is not None:
        screen.run_worker(save_and_leave(screen), group="leave", exclusive=True)
        return

    async def go_on(chosen: str | None) -> None:
        if chosen in ("close", "export"):
            at = screen.session.now()
            screen.act(texts.CLOSED, lambda meeting: meeting.close(at))
        if chosen in ("close", "leave"):
            screen.run_worker(save_and_leave(screen), group="leave", exclusive=True)
        elif chosen == "export":
            await screen.action_export()

    choices = [
        Choice("close", texts.QUIT_CLOSE),
        Choice("leave", texts.QUIT_LEAVE),
        Choice("export", texts.QUIT_CLOSE_AND_EXPORT),
        Choice("stay", texts.QUIT_STAY),
    ]
    await screen.app.push_screen(ChooseDialog(texts.QUIT_TITLE, choices), go_on)


async def save_and_leave(screen: MeetingScreen) -> None:
    await screen.collect_last_keys()
    if screen.writing.focused is not None:
        screen.writing.focused.finish_line()
    if not screen.session.has_unsaved or await screen.save():
        screen.dismiss(None)
        return

    def go_on(chosen: str | None) -> None:
        if chosen == "quit":
            screen.dismiss(None)

    at_what_cost = texts.QUIT_SAFE if screen.saver.is_safe_elsewhere else texts.QUIT_ANYWAY
    choices = [Choice("stay", texts.QUIT_STAY), Choice("quit", at_what_cost)]
    title = texts.QUIT_UNSAVED_TITLE.format(reason=screen.saver.problem)
    await screen.app.push_screen(ChooseDialog(title, choices), go_on)
