"""Action items: from a line of the text or a form, and corrected afterwards."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from referent import screen_texts as texts
from referent.domain.corrections import correct_action
from referent.domain.decisions import ActionItem, TextField
from referent.domain.item import MeetingItem
from referent.domain.meeting import Meeting
from referent.minutes.action_lines import Unclear, action_line
from referent.minutes.completion import NameFinder, names_of
from referent.minutes.danish_dates import is_next_meeting, numeric_date, parse_date, spoken_date
from referent.tui.dialogs.choose import Choice, ChooseDialog
from referent.tui.dialogs.form import FormDialog, FormField
from referent.tui.formats import item_name
from referent.tui.widgets.action_list import action_text

if TYPE_CHECKING:
    from referent.tui.screens.meeting_writing import MeetingWriting


def line_finished(screen: MeetingWriting, item_id: str, field: TextField, line: str, is_leaving: bool) -> bool:
    """Make an action item of a line that is meant as one; whether it was."""
    day = screen.meeting.agenda.date
    meant = action_line(line, NameFinder(names_of(screen.meeting)), day, screen.next_meeting)
    if meant is None or all(item.id != item_id for item in screen.meeting.items):
        return False  # an added item is gone when its adding was undone
    waits_for_date = isinstance(meant, Unclear) and meant.code == "next_meeting" and bool(meant.action.task)
    if isinstance(meant, Unclear) and not waits_for_date:
        screen.status.say(texts.ACTION_FAULTS[meant.code].format(found=meant.found))
        return False
    action = meant.action if isinstance(meant, Unclear) else meant
    if action not in screen.meeting.item(item_id).actions and not _add(screen, item_id, action):
        return False
    screen.action_lines[item_id, action] = field, line
    if waits_for_date and not is_leaving:
        screen.call_later(_ask_next_meeting, screen, item_id, action)
    return True


async def _ask_next_meeting(screen: MeetingWriting, item_id: str, action: ActionItem) -> None:
    """The action item is there already, without its date: a dialog that is left must not cost it."""
    day = screen.meeting.agenda.date

    def check(values: Mapping[str, str]) -> str:
        return _date_fault(values["due"], day, None)

    def note(values: dict[str, str] | None) -> None:
        due = parse_date(values["due"], day) if values else None
        if due is not None:
            screen.next_meeting = due
            new = replace(action, due=due)
            screen.act(_said(new, day), lambda meeting: correct_action(meeting, item_id, action, new))

    await screen.app.push_screen(FormDialog(texts.ASK_NEXT_MEETING, [FormField("due", texts.ACTION_DUE)], check), note)


def bring_lines_back(screen: MeetingWriting, before: Meeting) -> None:
    """After an undo: a line that had become an action item is text again."""
    for (item_id, action), (field, line) in list(screen.action_lines.items()):
        is_there, was_there = (
            any(item.id == item_id and action in item.actions for item in meeting.items)
            for meeting in (screen.meeting, before)
        )
        editor = screen.writing.editor_of(item_id, field)
        if was_there and not is_there and editor is not None:
            del screen.action_lines[item_id, action]
            editor.bring_back(line)


def _add(screen: MeetingWriting, item_id: str, action: ActionItem) -> bool:
    return screen.act(_said(action, screen.meeting.agenda.date), lambda meeting: meeting.add_action(item_id, action))


def _said(action: ActionItem, day: date) -> str:
    said = texts.ACTION_SET.format(owner=action.owner or action.task)
    return f"{said}: {spoken_date(action.due, day)}" if action.due else said


async def add_action(screen: MeetingWriting) -> None:
    """A new one; the form asks for the person first."""
    item = screen.item
    if item is None:
        return

    def add(action: ActionItem) -> None:
        _add(screen, item.id, action)

    title = texts.ACTION_TITLE.format(item=item_name(item))
    await screen.app.push_screen(_form(screen, title, ActionItem("")), _with_action(screen, add))


async def choose_action_item(screen: MeetingWriting) -> None:
    """The action items of the item; one of them is corrected, or taken away."""
    item = screen.item
    if item is None or not item.actions:
        screen.status.say(texts.NO_ACTIONS)
        return
    day = screen.meeting.agenda.date

    async def ask(chosen: str | None) -> None:
        if chosen is not None:
            await _change_or_drop(screen, item, int(chosen))

    choices = [Choice(str(place), action_text(action, day)) for place, action in enumerate(item.actions)]
    title = texts.ACTIONS_TITLE.format(item=item_name(item))
    await screen.app.push_screen(ChooseDialog(title, choices, texts.ACTIONS_HINT), ask)


async def _change_or_drop(screen: MeetingWriting, item: MeetingItem, place: int) -> None:
    old = item.actions[place]
    name = old.owner or old.task

    def correct(new: ActionItem | None) -> None:
        said = (texts.ACTION_DROPPED if new is None else texts.ACTION_CHANGED).format(owner=name)
        screen.act(said, lambda meeting: correct_action(meeting, item.id, old, new))

    async def do(chosen: str | None) -> None:
        if chosen == "drop":
            correct(None)
        elif chosen == "change":
            title = texts.ACTION_CHANGE_TITLE.format(item=item_name(item))
            await screen.app.push_screen(_form(screen, title, old), _with_action(screen, correct))

    choices = [Choice("change", texts.ACTION_CHANGE), Choice("drop", texts.ACTION_DROP)]
    title = action_text(old, screen.meeting.agenda.date)
    await screen.app.push_screen(ChooseDialog(title, choices), do)


def _with_action(screen: MeetingWriting, then: Callable[[ActionItem], None]) -> Callable[[dict[str, str] | None], None]:
    """What to do with the values of the form."""

    def take(values: dict[str, str] | None) -> None:
        if values is not None:
            due = parse_date(values["due"], screen.meeting.agenda.date, screen.next_meeting)
            then(ActionItem(values["task"], values["owner"], due))

    return take


def _form(screen: MeetingWriting, title: str, known: ActionItem) -> FormDialog:
    day = screen.meeting.agenda.date

    def check(values: Mapping[str, str]) -> str:
        if not values["task"]:
            return texts.ACTION_FAULTS["what"]
        if values["owner"] not in owner.suggestions and len(names := owner.offered(values["owner"])) > 1:
            return texts.ACTION_FAULTS["which"].format(names=_either(names))
        return _date_fault(values["due"], day, screen.next_meeting)

    owner = FormField("owner", texts.ACTION_OWNER, known.owner, names_of(screen.meeting))
    fields = [
        owner,
        FormField("task", texts.ACTION_TASK, known.task),
        FormField("due", texts.ACTION_DUE, numeric_date(known.due) if known.due else ""),
    ]
    return FormDialog(title, fields, check)


def _date_fault(typed: str, day: date, next_meeting: date | None) -> str:
    """In Danish why `typed` is no date; nothing where it is one, or empty."""
    if not typed or parse_date(typed, day, next_meeting) is not None:
        return ""
    return texts.ACTION_FAULTS["next_meeting" if is_next_meeting(typed) else "when"].format(found=typed)


def _either(names: Sequence[str]) -> str:
    """ "Anna Ask eller Anna Bo"; "Anna Ask, Anna Bo eller Anna Ceder"."""
    return texts.EITHER.format(names=", ".join(names[:-1]), last=names[-1])
