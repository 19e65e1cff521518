"""When items were taken up and the meeting raised, put right afterwards: a key pressed too late, or by mistake."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from referent import screen_texts as texts
from referent.domain.corrections import typed_moment
from referent.domain.errors import MeetingError
from referent.domain.happenings import Happened, Happening
from referent.domain.meeting import Meeting
from referent.domain.timeline import clock_happenings, move_moment, never_taken_up
from referent.tui.dialogs.choose import Choice, ChooseDialog
from referent.tui.dialogs.form import FormDialog, FormField
from referent.tui.events_dialog import happening_in_words
from referent.tui.formats import clock_time, item_name

if TYPE_CHECKING:
    from referent.tui.screens.meeting import MeetingScreen


async def correct_times(screen: MeetingScreen) -> None:
    """Choose one of the times of the meeting, the newest first, and say when it was."""
    happened = clock_happenings(screen.meeting)[::-1]
    if not happened:
        screen.status.say(texts.NO_EVENTS)
        return

    async def ask(chosen: str | None) -> None:
        if chosen is not None:
            await _ask(screen, happened[int(chosen)])

    choices = [Choice(str(place), _row(screen.meeting, each)) for place, each in enumerate(happened)]
    of_this = [place for place, each in enumerate(happened) if each.place.item_id == screen.looked_at]
    dialog = ChooseDialog(texts.TIMES_TITLE, choices, texts.TIMES_HINT, marked=of_this[0] if of_this else 0)
    await screen.app.push_screen(dialog, ask)


def _row(meeting: Meeting, happening: Happening) -> str:
    return f"{clock_time(happening.at)}  {happening_in_words(meeting, happening)}"


async def _ask(screen: MeetingScreen, happening: Happening) -> None:
    known, what = clock_time(happening.at), happening_in_words(screen.meeting, happening)

    def check(values: Mapping[str, str]) -> str:
        try:
            _change(screen, happening, values["when"])(screen.meeting)
        except MeetingError as error:
            return str(error)
        return ""

    async def apply(values: dict[str, str] | None) -> None:
        if values is None or values["when"] == known:  # the seconds are kept
            return
        before, typed = screen.meeting, values["when"]
        if screen.act(_said(before, happening, typed), _change(screen, happening, typed)):
            await screen.look_again(before)

    question = f"{texts.ASK_CLOCK} {texts.EMPTY_REMOVES}" if _can_be_removed(happening) else texts.ASK_CLOCK
    await screen.app.push_screen(FormDialog(f"{known} {what}", [FormField("when", question, known)], check), apply)


def _said(meeting: Meeting, happening: Happening, typed: str) -> str:
    """What the event is called."""
    known, item_id = clock_time(happening.at), happening.place.item_id
    if not typed and item_id is not None:
        return texts.TIME_REMOVED.format(item=item_name(meeting.item(item_id)), time=known)
    time, what = clock_time(typed_moment(meeting, typed)), happening_in_words(meeting, happening)
    return texts.TIME_CORRECTED.format(what=what, time=time, before=known)


def _change(screen: MeetingScreen, happening: Happening, typed: str) -> Callable[[Meeting], Meeting]:
    """The event that `typed` asks for. Raises `MeetingError` where it cannot be read."""
    item_id = happening.place.item_id
    if not typed and item_id is not None and _can_be_removed(happening):
        return lambda meeting: never_taken_up(meeting, item_id, happening.at)
    new, now = typed_moment(screen.meeting, typed), screen.session.now()
    return lambda meeting: move_moment(meeting, happening.at, new, now)


def _can_be_removed(happening: Happening) -> bool:
    return happening.what is Happened.TAKEN_UP
