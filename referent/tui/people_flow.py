"""What takes more than one key in the attendance list: a dialog, and then an event."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from referent import screen_texts as texts
from referent.domain.agenda import Participant
from referent.domain.attendance import Movement
from referent.domain.corrections import Kept, correct_item, correct_movement, typed_moment
from referent.domain.errors import MeetingError
from referent.domain.meeting import Meeting
from referent.tui.dialogs.choose import Choice, ChooseDialog, FilterDialog
from referent.tui.dialogs.form import FormDialog, FormField
from referent.tui.formats import clock_time, item_within, numbered_title
from referent.tui.people_rows import guests_of_running

if TYPE_CHECKING:
    from referent.tui.screens.people import PeopleScreen


async def find(screen: PeopleScreen) -> None:
    """Type some letters of a name, and stand on that row."""
    rows = {guest_id: guest.name for guest_id, guest in guests_of_running(screen.meeting).items()}
    rows |= {person.id: person.name for person in screen.meeting.people}

    def go(chosen: str | None) -> None:
        if chosen is not None:
            screen.people.highlighted = screen.people.get_option_index(chosen)

    choices = [Choice(row_id, name) for row_id, name in rows.items()]
    await screen.app.push_screen(FilterDialog(texts.FIND_PERSON_TITLE, choices), go)


async def substitute(screen: PeopleScreen, person: Participant) -> None:
    known = screen.meeting.attendance_of(person.id).substitute or next(
        (other.name for other in screen.meeting.people if other.substitute_for == person.name), ""
    )

    def set_substitute(values: dict[str, str] | None) -> None:
        if values is not None:
            said = texts.SUBSTITUTE_SET.format(name=person.name, substitute=values["name"])
            screen.act(said, lambda meeting: meeting.set_substitute(person.id, values["name"]))

    title = texts.ASK_SUBSTITUTE.format(name=person.name)
    await screen.app.push_screen(FormDialog(title, [FormField("name", texts.ASK_NAME, known)]), set_substitute)


async def add_person(screen: PeopleScreen) -> None:
    def add(values: dict[str, str] | None) -> None:
        if values is not None:
            said = texts.PERSON_ADDED.format(name=values["name"])
            screen.act(said, lambda meeting: meeting.add_participant(values["name"], values["title"]))

    fields = [FormField("name", texts.ASK_NAME), FormField("title", texts.ASK_TITLE)]
    await screen.app.push_screen(FormDialog(texts.ASK_NEW_PERSON, fields), add)


async def note(screen: PeopleScreen, person: Participant) -> None:
    known = screen.meeting.attendance_of(person.id).note

    def set_note(values: dict[str, str] | None) -> None:
        if values is not None:
            said = texts.NOTE_SET.format(name=person.name)
            screen.act(said, lambda meeting: meeting.set_note(person.id, values["note"]))

    title = texts.ASK_NOTE.format(name=person.name)
    await screen.app.push_screen(FormDialog(title, [FormField("note", texts.NOTE_LABEL, known)]), set_note)


# Putting right what was noted


@dataclass(frozen=True, slots=True)
class _Clocked:
    """A coming or going that was noted; without `old` one that was not."""

    is_arrival: bool
    old: Movement | None = None

    @property
    def label(self) -> str:
        return (texts.CAME if self.is_arrival else texts.LEFT).format(time=self.known or texts.NO_TIME)

    @property
    def question(self) -> str:
        return texts.ASK_CLOCK

    @property
    def known(self) -> str:
        return clock_time(self.old.at) if self.old else ""

    def change(self, screen: PeopleScreen, person: Participant, typed: str) -> tuple[str, Callable[[Meeting], Meeting]]:
        """What the event is called, and the event. Raises `MeetingError` where `typed` cannot be read."""
        now = screen.now()
        if not typed:
            return self.label, lambda meeting: correct_movement(meeting, person.id, self.old, None, now)
        if typed == self.known:
            return self.label, lambda meeting: meeting  # the seconds are kept
        new = Movement(typed_moment(screen.meeting, typed), self.is_arrival)
        said = (texts.CAME if self.is_arrival else texts.LEFT).format(time=clock_time(new.at))
        return said, lambda meeting: correct_movement(meeting, person.id, self.old, new, now)


@dataclass(frozen=True, slots=True)
class _AtItem:
    """Something that was noted about a person at an item; without `item_id` something that was not."""

    kept: Kept
    item_id: str | None = None
    known: str = ""
    """How the item is named in the question."""
    name: str = texts.NO_ITEM

    @property
    def label(self) -> str:
        return texts.KEPT[self.kept.value].format(item=self.name)

    @property
    def question(self) -> str:
        return texts.ASK_ITEM

    def change(self, screen: PeopleScreen, person: Participant, typed: str) -> tuple[str, Callable[[Meeting], Meeting]]:
        """As for `_Clocked`."""
        if not typed:
            return self.label, lambda meeting: correct_item(meeting, person.id, self.kept, self.item_id, None)
        new = find_item(screen.meeting, typed)
        if new is None:
            raise MeetingError("no_such_item", typed=typed)
        said = texts.KEPT[self.kept.value].format(item=item_within(screen.meeting.item(new)))
        return said, lambda meeting: correct_item(meeting, person.id, self.kept, self.item_id, new)


_Noted = _Clocked | _AtItem


async def correct(screen: PeopleScreen, person: Participant) -> None:
    """Choose one of the moments noted about a person, or a new one, and say when or where it was."""
    noted = _all_noted(screen.meeting, person)
    choices = [Choice(str(place), _row(each)) for place, each in enumerate(noted)]

    async def ask(chosen: str | None) -> None:
        if chosen is not None:
            await _ask(screen, person, noted[int(chosen)])

    title = texts.CORRECT_TITLE.format(name=person.name)
    await screen.app.push_screen(ChooseDialog(title, choices, texts.CORRECT_HINT), ask)


def _row(noted: _Noted) -> str:
    return noted.label if noted.known else f"+ {noted.label}"


def _all_noted(meeting: Meeting, person: Participant) -> list[_Noted]:
    """What was noted, in order of time and then of the items; after it what can be added."""
    found: list[_Noted] = [_Clocked(each.is_arrival, each) for each in meeting.attendance_of(person.id).movements]
    for kept in Kept:
        for item in meeting.items:
            if person.id in getattr(item, kept.value):
                known = item.printed_number or item.planned.title
                found.append(_AtItem(kept, item.id, known, item_within(item)))
    return [*found, _Clocked(True), _Clocked(False), *map(_AtItem, Kept)]


async def _ask(screen: PeopleScreen, person: Participant, noted: _Noted) -> None:
    def check(values: Mapping[str, str]) -> str:
        try:
            noted.change(screen, person, values["when"])[1](screen.meeting)
        except MeetingError as error:
            return str(error)
        return ""

    def apply(values: dict[str, str] | None) -> None:
        if values is None or not (values["when"] or noted.known):
            return
        said, change = noted.change(screen, person, values["when"])
        if not values["when"]:
            said = texts.REMOVED.format(what=said)
        elif noted.known:
            said = texts.CORRECTED.format(what=said, before=noted.label)
        screen.act(f"{person.name}: {said}", change)

    title = f"{person.name}: {noted.label}"
    question = noted.question if not noted.known else f"{noted.question} {texts.EMPTY_REMOVES}"
    await screen.app.push_screen(FormDialog(title, [FormField("when", question, noted.known)], check), apply)


def find_item(meeting: Meeting, typed: str) -> str | None:
    """The item with that number, or the one whose title begins so."""
    wanted = typed.casefold().removeprefix("punkt").strip()
    by_number = [item.id for item in meeting.items if wanted and item.printed_number == wanted]
    by_title = [item.id for item in meeting.items if numbered_title(item).casefold().startswith(typed.casefold())]
    by_title += [item.id for item in meeting.items if item.planned.title.casefold().startswith(typed.casefold())]
    found = list(dict.fromkeys(by_number or by_title))
    return found[0] if len(found) == 1 else None
