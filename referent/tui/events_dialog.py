"""What has happened at the meeting, newest first: a way to each place, and the newest can be undone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from referent import screen_texts as texts
from referent.domain.happenings import Happened, Happening, Place, happenings, place_of
from referent.domain.meeting import Meeting
from referent.session import MeetingSession
from referent.tui.dialogs.choose import Choice, ChooseDialog
from referent.tui.formats import clock_time, item_name

if TYPE_CHECKING:
    from referent.tui.screens.meeting import MeetingScreen


@dataclass(frozen=True, slots=True)
class PastEvent:
    """When, what (in Danish) and where."""

    at: datetime
    said: str
    place: Place


def past_events(session: MeetingSession) -> list[PastEvent]:
    """Newest first: what was done since the meeting was opened here, then what the record knew of before."""
    events = session.events
    meetings = [event.before for event in events] + [session.meeting]
    found = [
        PastEvent(event.at, event.description, place_of(event.before, after))
        for event, after in zip(events, meetings[1:], strict=True)
    ]
    before = [PastEvent(each.at, happening_in_words(meetings[0], each), each.place) for each in happenings(meetings[0])]
    return [*reversed(found), *reversed(before)]


def happening_in_words(meeting: Meeting, happening: Happening) -> str:
    """ "Punkt 3 er taget op", without the time but for people."""
    time, place = clock_time(happening.at), happening.place
    if place.person_id is not None:
        moved = texts.CAME if happening.what is Happened.CAME else texts.LEFT
        return f"{meeting.person(place.person_id).name}: {moved.format(time=time)}"
    item = item_name(meeting.item(place.item_id)) if place.item_id is not None else ""
    return texts.HAPPENED[happening.what.value].format(item=item)


async def show_events(screen: MeetingScreen) -> None:
    events = past_events(screen.session)
    if not events:
        screen.status.say(texts.NO_EVENTS)
        return
    can_undo = bool(screen.session.events)

    async def go(chosen: str | None) -> None:
        if chosen is None:
            return
        if chosen == "0" and can_undo:
            await screen.action_undo_event()
            return
        place = events[int(chosen)].place
        if place.person_id is not None and any(person.id == place.person_id for person in screen.meeting.people):
            await screen.show_people(place.person_id)
        elif place.item_id is not None and any(item.id == place.item_id for item in screen.meeting.items):
            await screen.look_at(place.item_id)
            screen.writing.focus_decision()

    choices = [Choice(str(place), f"{clock_time(event.at)}  {event.said}") for place, event in enumerate(events)]
    hint = texts.EVENTS_HINT_UNDO if can_undo else texts.EVENTS_HINT
    await screen.app.push_screen(ChooseDialog(texts.EVENTS_TITLE, choices, hint), go)
