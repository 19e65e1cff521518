"""What is always written, in one key or found by typing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from referent import screen_texts as texts
from referent.domain.decisions import TextField
from referent.minutes.formulas import all_formulas, fitting_formulas
from referent.tui.dialogs.choose import Choice, FilterDialog
from referent.tui.widgets.editor import Editor

if TYPE_CHECKING:
    from referent.tui.screens.meeting_writing import MeetingWriting


async def choose_formula(screen: MeetingWriting) -> None:
    """The palette: what fits the item, the user's own, and all that the house style has."""
    layout = screen.opened.layout()
    fitting = fitting_formulas(screen.item.planned, layout) if screen.item is not None else ()
    formulas = list(dict.fromkeys([*fitting, *screen.phrases.formulas, *all_formulas(layout)]))
    if screen.phrases.problems:
        screen.status.say(screen.phrases.problems[0])
    if not formulas:
        screen.status.say(texts.NO_FORMULAS)
        return
    field = screen.writing.focused or screen.writing.editor(TextField.DECISION)

    def insert(chosen: str | None) -> None:
        if chosen is not None and field is not None:
            screen.set_focus(field)
            field.insert_apart(formulas[int(chosen)])

    choices = [Choice(str(index), formula) for index, formula in enumerate(formulas)]
    await screen.app.push_screen(FilterDialog(texts.FORMULA_TITLE, choices), insert)


def write_fitting_formula(screen: MeetingWriting) -> None:
    """Into the decision; again, the next one that fits instead of it."""
    fitting = fitting_formulas(screen.item.planned, screen.opened.layout()) if screen.item is not None else ()
    field = _decision(screen)
    if fitting and field is not None:
        field.write_formula(fitting)
    else:
        screen.status.say(texts.NO_FITTING_FORMULA)


def insert_sentence(screen: MeetingWriting, text: str) -> None:
    """Put text into the decision after the paragraph that the cursor is in: never in the middle of another sentence."""
    field = _decision(screen)
    if field is not None:
        row = max(field.selection)[0]
        field.move_cursor((row, len(field.document.get_line(row))))
        field.insert_apart(text)


def _decision(screen: MeetingWriting) -> Editor | None:
    """The field of the decision, with the cursor in it."""
    field = screen.writing.editor(TextField.DECISION)
    if field is not None:
        screen.set_focus(field)
    return field
