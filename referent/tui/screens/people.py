"""The attendance list: one key sets a person, and the clock time is noted by itself."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from datetime import datetime

from textual.app import ComposeResult
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from referent import screen_texts as texts
from referent.domain.agenda import Participant
from referent.domain.attendance import Status
from referent.domain.errors import MeetingError
from referent.domain.item import MeetingItem, Recusal
from referent.domain.meeting import Meeting
from referent.domain.quorum import Quorum, quorum
from referent.domain.voting import NOT_MEMBERS
from referent.session import MeetingSession
from referent.tui import people_flow
from referent.tui.actions import Scope, actions_in, bindings
from referent.tui.dialogs.reading import help_dialog
from referent.tui.formats import clock_time, item_within
from referent.tui.list_keys import move, move_bindings
from referent.tui.people_rows import counts, is_everyone_noted
from referent.tui.quorum_text import is_broken, quorum_line
from referent.tui.widgets.bottom_lines import KeyLine, StatusLine
from referent.tui.widgets.people_list import PeopleList

NEXT_RECUSAL = {
    Recusal.NONE: texts.RECUSED_SET,
    Recusal.RECUSED: texts.CLEARED_SET,
    Recusal.CLEARED: texts.RECUSED_UNSET,
}
"""What the key for recusal does, by what is noted already."""


AT_THE_ROLL_CALL = {"away", "absent", "everyone_here"}
"""Actions that leave their place at the bottom to coming and going once something is noted of everyone."""
AFTER_IT = {action.id for action in actions_in(Scope.PEOPLE)} - AT_THE_ROLL_CALL


class PeopleScreen(Screen[None]):
    """Changes attendance through the session, event by event; `save_soon` is called after each."""

    CSS_PATH = "people.tcss"
    BINDINGS = [
        *bindings(Scope.PEOPLE),
        *move_bindings(),
    ]

    def __init__(
        self,
        session: MeetingSession,
        keymap: Mapping[str, str],
        save_soon: Callable[[], None],
        warning: Callable[[], str],
        not_members: Collection[str] = NOT_MEMBERS,
        marked: str | None = None,
    ) -> None:
        """`not_members`: groups without a vote, for the quorum. `marked`: the person to begin with."""
        super().__init__()
        self._warning = warning
        self._session = session
        self._keymap = keymap
        self._save_soon = save_soon
        self._not_members = not_members
        self._first_marked = marked

    def compose(self) -> ComposeResult:
        yield Static("", id="people-title", markup=False)
        yield Static("", id="people-quorum", markup=False)
        yield PeopleList(id="people", markup=False)
        yield StatusLine(id="people-status")
        yield KeyLine(Scope.PEOPLE, self._keymap)

    def on_mount(self) -> None:
        self.people = self.query_one("#people", PeopleList)
        self.set_focus(self.people)
        self.set_interval(1.0, self.tick)
        self.show()  # at once: the keys that mark people may be waiting already
        if any(person.id == self._first_marked for person in self.meeting.people):
            self.people.highlighted = self.people.get_option_index(self._first_marked or "")

    def on_resize(self) -> None:
        if self.is_mounted:
            self.call_after_refresh(self.show)

    def tick(self) -> None:
        self.query_one(StatusLine).tick()
        self.query_one(StatusLine).warn(self._warning())

    @property
    def meeting(self) -> Meeting:
        return self._session.meeting

    def now(self) -> datetime:
        return self._session.now()

    # What is shown

    def show(self) -> None:
        """Show what the session holds."""
        meeting = self._session.meeting
        self.people.show(meeting)
        self.query_one("#people-title", Static).update(Content(f" {texts.PEOPLE_TITLE} · {counts(meeting)}"))
        self._show_quorum(quorum(meeting, self._not_members))
        self.show_keys()
        self.query_one(StatusLine).warn(self._warning())

    def show_keys(self) -> None:
        self.query_one(KeyLine).show_only(AFTER_IT if is_everyone_noted(self.meeting) else None)

    def _show_quorum(self, found: Quorum | None) -> None:
        line = self.query_one("#people-quorum", Static)
        line.display = found is not None
        line.set_class(found is not None and is_broken(found), "-broken")
        line.update(Content(f" {quorum_line(found)}" if found is not None else ""))

    # Events

    def act(self, description: str, change: Callable[[Meeting], Meeting]) -> bool:
        """Do one event, show it and save it; whether nothing was wrong with it."""
        try:
            has_changed = self._session.act(description, change)
        except MeetingError as error:
            self.query_one(StatusLine).say(str(error))
            return False
        if not has_changed:
            return True
        self.query_one(StatusLine).say(description)
        self.show()
        self._save_soon()
        return True

    def _set_status(self, status: Status) -> None:
        guest, person, running = self.people.guest, self.people.person, self.meeting.running
        if guest is not None and running is not None:
            if guest.came is not (status is Status.PRESENT):
                said = texts.GUEST_SET.format(name=guest.name)
                self.act(said, lambda meeting: meeting.toggle_guest(running.id, guest.label))
            self.people.to_next()
        elif person is not None:
            said = texts.STATUS_SET.format(name=person.name, status=texts.STATUSES[status.value])
            if self.act(said, lambda meeting: meeting.set_status(person.id, status)):
                self.people.to_next()

    def action_move(self, how: str) -> None:
        move(self.people, how)

    def action_present(self) -> None:
        person = self.people.person
        noted = self._session.meeting.attendance_of(person.id) if person is not None else None
        if noted is not None and noted.status is Status.PRESENT and not noted.is_here:
            self.action_arrive()  # one who has left is present again only by coming back
        else:
            self._set_status(Status.PRESENT)

    def action_apologies(self) -> None:
        self._set_status(Status.APOLOGIES)

    def action_away(self) -> None:
        self._set_status(Status.AWAY)

    def action_absent(self) -> None:
        self._set_status(Status.ABSENT)

    def action_everyone_here(self) -> None:
        self.act(texts.EVERYONE_SET, lambda meeting: meeting.everyone_here())

    def action_arrive(self) -> None:
        if self.people.guest is not None:
            self._set_status(Status.PRESENT)
            return
        at, person = self._session.now(), self.people.person
        if person is not None:
            self.act(
                f"{person.name}: {texts.CAME.format(time=clock_time(at))}",
                lambda meeting: meeting.arrive(person.id, at),
            )

    def action_leave(self) -> None:
        if self.people.guest is not None:
            self._set_status(Status.AWAY)
            return
        at, person = self._session.now(), self.people.person
        if person is not None:
            self.act(
                f"{person.name}: {texts.LEFT.format(time=clock_time(at))}", lambda meeting: meeting.leave(person.id, at)
            )

    def action_outside(self) -> None:
        person, running = self._person_during_item()
        if person is not None and running is not None:
            said = texts.OUTSIDE_UNSET if person.id in running.outside else texts.OUTSIDE_SET
            self.act(
                said.format(name=person.name, item=item_within(running)),
                lambda meeting: meeting.toggle_outside(person.id, running.id),
            )

    def action_recused(self) -> None:
        person, running = self._person_during_item()
        if person is not None and running is not None:
            said = NEXT_RECUSAL[running.recusal_of(person.id)]
            self.act(
                said.format(name=person.name, item=item_within(running)),
                lambda meeting: meeting.next_recusal(person.id, running.id),
            )

    def _person_during_item(self) -> tuple[Participant | None, MeetingItem | None]:
        """The marked person and the running item; says so where none is running."""
        running = self.meeting.running
        if running is None:
            self.query_one(StatusLine).say(texts.NO_ITEM_RUNNING)
        return self._person_or_say(), running

    def _person_or_say(self) -> Participant | None:
        """The marked person; of a guest it is said that nothing else can be noted, and of a vacant seat nothing can."""
        guest, person = self.people.guest, self.people.person
        if guest is not None:
            self.query_one(StatusLine).say(texts.GUEST_ONLY.format(name=guest.name))
        if person is not None and person.is_vacant:
            self.query_one(StatusLine).say(str(MeetingError("vacant_seat")))
            return None
        return person

    async def action_find_person(self) -> None:
        await people_flow.find(self)

    async def action_substitute(self) -> None:
        if person := self._person_or_say():
            await people_flow.substitute(self, person)

    async def action_add_person(self) -> None:
        await people_flow.add_person(self)

    async def action_person_note(self) -> None:
        if person := self._person_or_say():
            await people_flow.note(self, person)

    async def action_correct(self) -> None:
        if person := self._person_or_say():
            await people_flow.correct(self, person)

    def action_undo_event(self) -> None:
        try:
            undone = self._session.undo()
        except MeetingError as error:
            self.query_one(StatusLine).say(str(error))
            return
        self.show()
        self.query_one(StatusLine).say(texts.UNDONE.format(what=undone))
        self._save_soon()

    async def action_help(self) -> None:
        await self.app.push_screen(help_dialog((Scope.PEOPLE,), self._keymap))

    def on_option_list_option_selected(self) -> None:
        self.dismiss(None)

    def action_close_dialog(self) -> None:
        self.dismiss(None)
