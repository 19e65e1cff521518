"""What takes more than one step: a dialog, and then an event or a file.

Each returns as soon as its dialog can take keys: what is typed right after the key that opened it belongs to it. The
rest happens in the function that the dialog gives its value to.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from referent import screen_texts as texts
from referent.domain.decisions import ActionItem, TextField, Vote, Votes
from referent.domain.item import MeetingItem
from referent.minutes.formulas import all_formulas, fitting_formula
from referent.tui.actions import Scope, actions_in, key_name, keys_of
from referent.tui.dates import parse_date
from referent.tui.dialogs.choose import Choice, ChooseDialog, FilterDialog
from referent.tui.dialogs.form import FormDialog, FormField
from referent.tui.formats import clock_time, item_name

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
    choices = [Choice("stay", texts.REOPEN_STAY), Choice("reopen", texts.REOPEN.format(item=item_name(item.planned)))]
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


async def vote(screen: MeetingScreen) -> None:
    item = screen.item
    if item is None:
        return
    known = item.vote or Vote()
    name = item_name(item.planned)
    fields = [
        FormField("for", texts.VOTE_FOR, votes_text(known.for_)),
        FormField("against", texts.VOTE_AGAINST, votes_text(known.against)),
        FormField("abstained", texts.VOTE_ABSTAINED, votes_text(known.abstained)),
        FormField("dissent", texts.VOTE_DISSENT, item.dissent),
    ]

    def cast(values: dict[str, str] | None) -> None:
        if values is None:
            return
        given = Vote(votes(values["for"]), votes(values["against"]), votes(values["abstained"]))
        held = None if given == Vote() else given
        said = texts.VOTE_SET.format(item=name)
        screen.act(said, lambda meeting: meeting.cast_votes(item.id, held, values["dissent"]))

    title = texts.VOTE_TITLE.format(item=name)
    await screen.app.push_screen(FormDialog(title, fields, check_votes), cast)


def check_votes(values: Mapping[str, str]) -> str:
    """What begins with a digit is meant as a count; in Danish what is wrong with it, or nothing."""
    typed = [values[name].strip() for name in ("for", "against", "abstained")]
    return texts.NOT_A_COUNT if any(text[:1].isdigit() and not is_count(text) for text in typed) else ""


def is_count(typed: str) -> bool:
    return typed.isascii() and typed.isdigit() and len(typed) < 5


def votes(typed: str) -> Votes:
    """A count where a number was typed, else names or parties separated by commas."""
    typed = typed.strip()
    if is_count(typed):
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

    def add(values: dict[str, str] | None) -> None:
        if values is not None:
            action = ActionItem(values["task"], values["owner"], parse_date(values["due"], day))
            said = texts.ACTION_SET.format(owner=action.owner or action.task)
            screen.act(said, lambda meeting: meeting.add_action(item.id, action))

    title = texts.ACTION_TITLE.format(item=item_name(item.planned))
    await screen.app.push_screen(FormDialog(title, fields, check), add)


async def choose_formula(screen: MeetingScreen) -> None:
    formulas = all_formulas(screen.opened.layout())
    if not formulas:
        screen.status.say(texts.NO_FORMULAS)
        return

    def insert(chosen: str | None) -> None:
        if chosen is not None:
            insert_text(screen, formulas[int(chosen)])

    choices = [Choice(str(index), formula) for index, formula in enumerate(formulas)]
    await screen.app.push_screen(FilterDialog(texts.FORMULA_TITLE, choices), insert)


async def write_fitting_formula(screen: MeetingScreen) -> None:
    item = screen.item
    formula = fitting_formula(item.planned, screen.opened.layout()) if item is not None else None
    if formula is None:
        screen.status.say(texts.NO_FITTING_FORMULA)
    else:
        insert_text(screen, formula)


def insert_text(screen: MeetingScreen, text: str) -> None:
    """Put text into the decision where the cursor is; what is written already is never replaced."""
    editor = screen.writing.editor(TextField.DECISION)
    if editor is not None:
        screen.set_focus(editor)
        row, column = editor.cursor_location
        before = editor.document.get_line(row)[:column]
        gap = "" if not before or before[-1].isspace() else ("\n" if "\n" in text else " ")
        editor.insert_as_typed(gap + text)


async def leave(screen: MeetingScreen) -> None:
    """Raise the meeting, or leave it and go on later; asks which, where one is running."""
    meeting = screen.meeting
    if meeting.started_at is None or meeting.closed_at is not None:
        screen.run_worker(save_and_leave(screen), group="leave", exclusive=True)
        return

    def go_on(chosen: str | None) -> None:
        if chosen == "close":
            at = screen.session.now()
            screen.act(texts.CLOSED, lambda meeting: meeting.close(at))
        if chosen in ("close", "leave"):
            screen.run_worker(save_and_leave(screen), group="leave", exclusive=True)

    choices = [Choice("close", texts.QUIT_CLOSE), Choice("leave", texts.QUIT_LEAVE), Choice("stay", texts.QUIT_STAY)]
    await screen.app.push_screen(ChooseDialog(texts.QUIT_TITLE, choices), go_on)


async def save_and_leave(screen: MeetingScreen) -> None:
    await screen.collect_last_keys()
    if not screen.session.has_unsaved or await screen.save():
        screen.dismiss(None)
        return

    def go_on(chosen: str | None) -> None:
        if chosen == "quit":
            screen.dismiss(None)

    choices = [Choice("stay", texts.QUIT_STAY), Choice("quit", texts.QUIT_ANYWAY)]
    title = texts.QUIT_UNSAVED_TITLE.format(reason=screen.saver.problem)
    await screen.app.push_screen(ChooseDialog(title, choices), go_on)
