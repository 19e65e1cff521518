"""The attendance list: one key sets a person, and the clock time is noted by itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from referent import screen_texts as texts
from referent.domain.agenda import Participant
from referent.domain.attendance import Status
from referent.domain.errors import MeetingError
from referent.domain.item import MeetingItem
from referent.domain.meeting import Meeting
from referent.session import MeetingSession
from referent.tui.actions import Scope, bindings
from referent.tui.dialogs.form import FormDialog, FormField
from referent.tui.dialogs.reading import help_dialog
from referent.tui.formats import clock_time, item_name
from referent.tui.people_rows import GuestRow, guests_of_running, person_details, person_mark, row
from referent.tui.widgets.bottom_lines import KeyLine, StatusLine

MOVES = {
    "up": "cursor_up",
    "down": "cursor_down",
    "home": "first",
    "end": "last",
    "pageup": "page_up",
    "pagedown": "page_down",
}
"""Handled by the screen, so that they keep their order with the keys that mark people."""


class PeopleScreen(Screen[None]):
    """Changes attendance through the session, event by event; `save_soon` is called after each."""

    CSS_PATH = "people.tcss"
    BINDINGS = [
        *bindings(Scope.PEOPLE),
        *(Binding(key, f"move('{how}')", show=False, priority=True) for key, how in MOVES.items()),
    ]

    def __init__(
        self,
        session: MeetingSession,
        keymap: Mapping[str, str],
        save_soon: Callable[[], None],
        warning: Callable[[], str],
    ) -> None:
        super().__init__()
        self._warning = warning
        self._session = session
        self._keymap = keymap
        self._save_soon = save_soon
        self._shown: dict[str, Content] | None = None

    def compose(self) -> ComposeResult:
        yield Static("", id="people-title", markup=False)
        yield OptionList(id="people", markup=False)
        yield StatusLine(id="people-status")
        yield KeyLine(Scope.PEOPLE, self._keymap)

    def on_mount(self) -> None:
        self.people = self.query_one("#people", OptionList)
        self.set_focus(self.people)
        self.set_interval(1.0, self.tick)
        self.show()  # at once: the keys that mark people may be waiting already

    def on_resize(self) -> None:
        if self.is_mounted:
            self.call_after_refresh(self.show)

    def tick(self) -> None:
        self.query_one(StatusLine).tick()
        self.query_one(StatusLine).warn(self._warning())

    # What is shown

    def show(self) -> None:
        """Show what the session holds; only rows that changed are drawn anew."""
        meeting = self._session.meeting
        rows = self._rows(meeting)
        if self._shown is None or list(rows) != list(self._shown):
            marked = self.people.highlighted_option
            self.people.set_options(self._options(meeting, rows))
            if marked is not None and marked.id in rows:
                self.people.highlighted = self.people.get_option_index(marked.id)
            elif rows:
                self.people.action_first()
        else:
            for key, content in rows.items():
                if content != self._shown[key]:
                    self.people.replace_option_prompt(key, content)
        self._shown = rows
        self.query_one("#people-title", Static).update(Content(self._title(meeting)))

    def _rows(self, meeting: Meeting) -> dict[str, Content]:
        width = max(20, (self.people.scrollable_content_region.width or self.app.size.width - 2) - 1)
        rows = {
            person.id: row(
                person_mark(meeting, person), person.name, person.title, person_details(meeting, person), width
            )
            for person in meeting.people
        }
        for guest in guests_of_running(meeting):
            came = guest.name in meeting.item(guest.item_id).guests_present
            details = texts.GUEST_CAME if came else texts.GUEST_AWAY
            rows[f"guest-{guest.index}"] = row("✓" if came else "F", guest.name, guest.title, details, width)
        return rows

    def _options(self, meeting: Meeting, rows: Mapping[str, Content]) -> list[Option | None]:
        options: list[Option | None] = []
        group = ""
        for person in meeting.people:
            if person.group != group:
                group = person.group
                if group:
                    options.append(Option(Content.assemble((f" {group}", "bold")), disabled=True))
            options.append(Option(rows[person.id], id=person.id))
        guests = [key for key in rows if key.startswith("guest-")]
        if guests and meeting.running is not None:
            heading = texts.GUESTS_OF.format(item=item_name(meeting.running.planned))
            options.append(Option(Content.assemble((f" {heading}", "bold")), disabled=True))
            options += [Option(rows[key], id=key) for key in guests]
        if not options:
            options.append(Option(Content(texts.PEOPLE_NONE), disabled=True))
        return options

    @staticmethod
    def _title(meeting: Meeting) -> str:
        seats = [meeting.attendance_of(person.id) for person in meeting.people if not person.is_vacant]
        count = texts.PEOPLE_COUNT.format(
            present=sum(noted.status is Status.PRESENT and noted.is_here for noted in seats),
            absent=sum(noted.status.is_absence or not noted.is_here for noted in seats),
            unknown=sum(noted.status is Status.UNKNOWN for noted in seats),
        )
        return f" {texts.PEOPLE_TITLE} · {count}"

    # Events

    @property
    def _person(self) -> Participant | None:
        """The person whose row is marked."""
        option = self.people.highlighted_option
        if option is None or option.id is None or option.id.startswith("guest-"):
            return None
        return self._session.meeting.person(option.id)

    @property
    def _guest(self) -> GuestRow | None:
        option = self.people.highlighted_option
        marked = option.id if option else None
        return next((g for g in guests_of_running(self._session.meeting) if marked == f"guest-{g.index}"), None)

    def _act(self, description: str, change: Callable[[Meeting], Meeting]) -> bool:
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
        guest, person = self._guest, self._person
        if guest is not None:
            came = guest.name in self._session.meeting.item(guest.item_id).guests_present
            if came is not (status is Status.PRESENT):
                self._act(
                    texts.GUEST_SET.format(name=guest.name),
                    lambda meeting: meeting.toggle_guest(guest.item_id, guest.name),
                )
            self.people.action_cursor_down()
        elif person is not None:
            said = texts.STATUS_SET.format(name=person.name, status=texts.STATUSES[status.value])
            if self._act(said, lambda meeting: meeting.set_status(person.id, status)):
                self._to_next_person()

    def action_move(self, how: str) -> None:
        getattr(self.people, f"action_{how}")()

    def _to_next_person(self) -> None:
        """One key a person: the roll call goes on by itself, and stops at the last."""
        before = self.people.highlighted or 0
        self.people.action_cursor_down()
        if (self.people.highlighted or 0) < before:
            self.people.highlighted = before

    def action_present(self) -> None:
        person = self._person
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
        self._act(texts.EVERYONE_SET, lambda meeting: meeting.everyone_here())

    def action_arrive(self) -> None:
        if self._guest is not None:
            self._set_status(Status.PRESENT)
            return
        at, person = self._session.now(), self._person
        if person is not None:
            self._act(
                f"{person.name}: {texts.CAME.format(time=clock_time(at))}",
                lambda meeting: meeting.arrive(person.id, at),
            )

    def action_leave(self) -> None:
        if self._guest is not None:
            self._set_status(Status.AWAY)
            return
        at, person = self._session.now(), self._person
        if person is not None:
            self._act(
                f"{person.name}: {texts.LEFT.format(time=clock_time(at))}", lambda meeting: meeting.leave(person.id, at)
            )

    def action_outside(self) -> None:
        person, running = self._person_during_item()
        if person is not None and running is not None:
            said = texts.OUTSIDE_UNSET if person.id in running.outside else texts.OUTSIDE_SET
            self._act(
                said.format(name=person.name, item=item_name(running.planned)),
                lambda meeting: meeting.toggle_outside(person.id, running.id),
            )

    def action_recused(self) -> None:
        person, running = self._person_during_item()
        if person is not None and running is not None:
            said = texts.RECUSED_UNSET if person.id in running.recused else texts.RECUSED_SET
            self._act(
                said.format(name=person.name, item=item_name(running.planned)),
                lambda meeting: meeting.toggle_recused(person.id, running.id),
            )

    def _person_during_item(self) -> tuple[Participant | None, MeetingItem | None]:
        """The marked person and the running item; says so where none is running."""
        running = self._session.meeting.running
        if running is None:
            self.query_one(StatusLine).say(texts.NO_ITEM_RUNNING)
        return self._person, running

    async def action_substitute(self) -> None:
        person = self._person
        if person is None or person.is_vacant:
            return
        known = self._session.meeting.attendance_of(person.id).substitute or next(
            (other.name for other in self._session.meeting.people if other.substitute_for == person.name), ""
        )

        def set_substitute(values: dict[str, str] | None) -> None:
            if values is not None:
                said = texts.SUBSTITUTE_SET.format(name=person.name, substitute=values["name"])
                self._act(said, lambda meeting: meeting.set_substitute(person.id, values["name"]))

        title = texts.ASK_SUBSTITUTE.format(name=person.name)
        await self.app.push_screen(FormDialog(title, [FormField("name", texts.ASK_NAME, known)]), set_substitute)

    async def action_add_person(self) -> None:
        def add(values: dict[str, str] | None) -> None:
            if values is not None:
                said = texts.PERSON_ADDED.format(name=values["name"])
                self._act(said, lambda meeting: meeting.add_participant(values["name"], values["title"]))

        fields = [FormField("name", texts.ASK_NAME), FormField("title", texts.ASK_TITLE)]
        await self.app.push_screen(FormDialog(texts.ASK_NEW_PERSON, fields), add)

    async def action_person_note(self) -> None:
        person = self._person
        if person is None or person.is_vacant:
            return
        note = self._session.meeting.attendance_of(person.id).note

        def set_note(values: dict[str, str] | None) -> None:
            if values is not None:
                said = texts.NOTE_SET.format(name=person.name)
                self._act(said, lambda meeting: meeting.set_note(person.id, values["note"]))

        title = texts.ASK_NOTE.format(name=person.name)
        await self.app.push_screen(FormDialog(title, [FormField("note", texts.NOTE_LABEL, note)]), set_note)

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
