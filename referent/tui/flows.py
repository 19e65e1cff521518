"""What takes more than one step: a dialog, and then an event or a file. Each runs as a worker of its screen."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from referent import screen_texts as texts
from referent.domain.decisions import ActionItem, TextField, Vote, Votes
from referent.minutes.formulas import all_formulas, fitting_formula
from referent.minutes.missing import what_is_missing
from referent.tui.actions import Scope, actions_in, key_name, keys_of
from referent.tui.dates import parse_date
from referent.tui.dialogs.choose import Choice, ChooseDialog, FilterDialog
from referent.tui.dialogs.form import FormDialog, FormField
from referent.tui.formats import item_name
from referent.tui.os_errors import os_error_text

if TYPE_CHECKING:
    from referent.tui.screens.meeting import MeetingScreen

EXPORT = "export"


async def choose_action(screen: Screen[Any], scope: Scope, keymap: Mapping[str, str]) -> None:
    """The palette: every action by its Danish name."""
    choices = []
    for action in actions_in(scope):
        if action.in_palette and action.id != "palette":
            keys = keys_of(action, keymap)
            key = key_name(keys[0]) if keys else ""
            choices.append(Choice(action.id, action.label, key, action.description))
    chosen = await screen.app.push_screen_wait(FilterDialog(texts.PALETTE_TITLE, choices))
    if chosen is not None:
        await screen.run_action(chosen)


async def add_item(screen: MeetingScreen) -> None:
    fields = [FormField("title", texts.ASK_ITEM_TITLE)]
    values = await screen.app.push_screen_wait(FormDialog(texts.ASK_NEW_ITEM, fields))
    if values is None:
        return
    title, after = values["title"], screen.looked_at
    item_id = screen.meeting.next_added_item_id
    if screen.act(texts.ITEM_ADDED.format(title=title), lambda meeting: meeting.add_item(title, after)):
        await screen.look_at(item_id)
        screen.writing.focus_decision()


async def vote(screen: MeetingScreen) -> None:
    item = screen.item
    if item is None:
        return
    known = item.vote or Vote()
    fields = [
        FormField("for", texts.VOTE_FOR, votes_text(known.for_)),
        FormField("against", texts.VOTE_AGAINST, votes_text(known.against)),
        FormField("abstained", texts.VOTE_ABSTAINED, votes_text(known.abstained)),
        FormField("dissent", texts.VOTE_DISSENT, item.dissent),
    ]
    name = item_name(item.planned)
    values = await screen.app.push_screen_wait(FormDialog(texts.VOTE_TITLE.format(item=name), fields))
    if values is None:
        return
    cast = Vote(votes(values["for"]), votes(values["against"]), votes(values["abstained"]))
    was_held = cast != Vote()
    screen.act(
        texts.VOTE_SET.format(item=name),
        lambda meeting: meeting.cast_votes(item.id, cast if was_held else None, values["dissent"]),
    )


def votes(typed: str) -> Votes:
    """A count where a number was typed, else names or parties separated by commas."""
    typed = typed.strip()
    if typed.isascii() and typed.isdigit() and len(typed) < 5:
        return int(typed)
    return tuple(name.strip() for name in typed.split(",") if name.strip())


def votes_text(cast: Votes) -> str:
    return str(cast) if isinstance(cast, int) else ", ".join(cast)


async def add_action_item(screen: MeetingScreen) -> None:
    item = screen.item
    if item is None:
        return
    day = screen.meeting.agenda.date
    names = [person.name for person in screen.meeting.people if not person.is_vacant]
    fields = [
        FormField("owner", texts.ACTION_OWNER, suggestions=names),
        FormField("task", texts.ACTION_TASK),
        FormField("due", texts.ACTION_DUE),
    ]

    def check(values: Mapping[str, str]) -> str:
        if not values["task"]:
            return texts.NO_TASK
        return texts.NOT_A_DATE if values["due"] and parse_date(values["due"], day) is None else ""

    title = texts.ACTION_TITLE.format(item=item_name(item.planned))
    values = await screen.app.push_screen_wait(FormDialog(title, fields, check))
    if values is not None:
        action = ActionItem(values["task"], values["owner"], parse_date(values["due"], day))
        said = texts.ACTION_SET.format(owner=action.owner or action.task)
        screen.act(said, lambda meeting: meeting.add_action(item.id, action))


async def choose_formula(screen: MeetingScreen) -> None:
    formulas = all_formulas(screen.opened.layout)
    if not formulas:
        screen.status.say(texts.NO_FORMULAS)
        return
    choices = [Choice(str(index), formula) for index, formula in enumerate(formulas)]
    chosen = await screen.app.push_screen_wait(FilterDialog(texts.FORMULA_TITLE, choices))
    if chosen is not None:
        insert_text(screen, formulas[int(chosen)])


def write_fitting_formula(screen: MeetingScreen) -> None:
    item = screen.item
    formula = fitting_formula(item.planned, screen.opened.layout) if item is not None else None
    if formula is None:
        screen.status.say(texts.NO_FITTING_FORMULA)
    else:
        insert_text(screen, formula)


def insert_text(screen: MeetingScreen, text: str) -> None:
    """Put text into the decision where the cursor is; what is written already is never replaced."""
    editor = screen.writing.editor(TextField.DECISION)
    if editor is not None:
        screen.set_focus(editor)
        editor.insert_as_typed(text)


async def export(screen: MeetingScreen) -> None:
    """Say what still wants an answer, then write the document. None of it blocks."""
    await screen.collect_last_keys()
    missing = what_is_missing(screen.meeting, screen.opened.layout)
    choices = [Choice(EXPORT, texts.MISSING_EXPORT if missing else texts.MISSING_EXPORT_NOW)]
    choices += [Choice(str(index), entry.text) for index, entry in enumerate(missing)]
    title = texts.MISSING_TITLE if missing else texts.MISSING_NONE
    chosen = await screen.app.push_screen_wait(ChooseDialog(title, choices, texts.MISSING_HINT))
    if chosen is None:
        return
    if chosen != EXPORT:
        entry = missing[int(chosen)]
        if entry.item_id is not None:
            await screen.look_at(entry.item_id)
            screen.writing.focus_decision()
        elif entry.person_id is not None:
            screen.action_people()
        return
    screen.status.say(texts.EXPORTING)
    try:
        report = await asyncio.to_thread(screen.opened.export, screen.meeting)
    except OSError as error:
        screen.status.say(texts.EXPORT_FAILED.format(reason=os_error_text(error)))
        return
    screen.status.say(" ".join(filter(None, (texts.EXPORTED.format(path=report.path), report.message))))


async def leave(screen: MeetingScreen) -> None:
    """Raise the meeting, or leave it and go on later; asks which, where one is running."""
    meeting = screen.meeting
    if meeting.started_at is not None and meeting.closed_at is None:
        choices = [
            Choice("close", texts.QUIT_CLOSE),
            Choice("leave", texts.QUIT_LEAVE),
            Choice("stay", texts.QUIT_STAY),
        ]
        chosen = await screen.app.push_screen_wait(ChooseDialog(texts.QUIT_TITLE, choices))
        if chosen not in ("close", "leave"):
            return
        if chosen == "close":
            at = screen.session.now()
            screen.act(texts.CLOSED, lambda meeting: meeting.close(at))
    if await _all_is_safe(screen):
        screen.dismiss(None)


async def _all_is_safe(screen: MeetingScreen) -> bool:
    await screen.collect_last_keys()
    if not screen.session.has_unsaved or await screen.save():
        return True
    choices = [Choice("stay", texts.QUIT_STAY), Choice("quit", texts.QUIT_ANYWAY)]
    title = texts.QUIT_UNSAVED_TITLE.format(reason=screen.saver.problem)
    return await screen.app.push_screen_wait(ChooseDialog(title, choices)) == "quit"
