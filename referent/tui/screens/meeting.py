"""What the meeting screen does: events, texts, saving, and the ways to other screens.

Every event is the session's, and after it the screen shows what the session holds. Nothing here touches a file: saving
and exporting are callables it was given.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import ModuleType

from referent import screen_texts as texts
from referent.domain.agenda import Profile
from referent.domain.decisions import TextField
from referent.domain.errors import MeetingError
from referent.domain.item import MeetingItem
from referent.domain.meeting import Meeting
from referent.domain.plan import planned_end
from referent.ports import OpenedMeeting
from referent.tui.actions import Scope, bindings
from referent.tui.formats import clock_time, item_name
from referent.tui.pending import dealt_with
from referent.tui.plain import is_plain
from referent.tui.reminders import Reminded, Reminders
from referent.tui.saver import Saver
from referent.tui.screens.meeting_writing import MeetingWriting
from referent.tui.widgets.bottom_lines import KeyLine
from referent.tui.widgets.editor import Editor
from referent.tui.widgets.item_list import ItemList

TICK = 1.0


class MeetingScreen(MeetingWriting):
    """Takes the minutes of one meeting."""

    BINDINGS = bindings(Scope.MEETING)

    def __init__(self, opened: OpenedMeeting, keymap: Mapping[str, str]) -> None:
        super().__init__(opened, keymap)
        self.saver = Saver(opened.session, opened.save, opened.journal)
        self._reminders = Reminders()
        self._revision_seen = 0

    def on_mount(self) -> None:
        self.set_interval(TICK, self.tick)

    def _after_first_paint(self) -> None:
        """Begin what writes to the disk in threads of its own: they would hold up the first paint."""
        if self.opened.journal is not None:
            self.opened.journal.begin()
        if self.opened.presence is not None:
            self.opened.presence.begin()
        super()._after_first_paint()

    def on_unmount(self) -> None:
        if self.opened.journal is not None:
            self.opened.journal.end()
        if self.opened.presence is not None:
            self.opened.presence.end()

    # Time

    def tick(self) -> None:
        """Once a second: saving, and the clocks."""
        if self.saver.tick():
            self.save_soon()
        self.status.warn(self.warning())
        at = self.session.now()
        reminder = self._reminders.due(self.meeting, at)
        if reminder is not None:
            self.post_message(Reminded(reminder))
        if self.app.screen is not self:
            return  # what lies under a dialog would be painted whole
        self.status.tick()
        self.notice_jump()
        self._prepare()
        if self._minute_shown != at.replace(second=0, microsecond=0):
            self.refresh_state()
        else:
            self._show_clocks(at)

    def _prepare(self) -> None:
        """Do what will be wanted, while nobody writes."""
        before, self._revision_seen = self._revision_seen, self.session.revision
        if before != self._revision_seen:
            return
        following = self.meeting.next_untreated
        self.case.prepare_next(item.planned for item in self.meeting.items)
        if following is not None:
            self.writing.prepare(following)

    def on_screen_resume(self) -> None:
        if self.is_mounted:
            self._show_clocks(self.session.now())

    # Texts and saving

    def text_written(self, item_id: str, field: TextField, text: str) -> None:
        """Every change of a text, at once: what is on the screen is with the session, and in its journal."""
        if all(item.id != item_id for item in self.meeting.items):
            return  # an added item is gone when its adding was undone
        was_decided = bool(self.meeting.item(item_id).decision.strip())
        self.session.write(item_id, field, text)
        if was_decided != bool(self.meeting.item(item_id).decision.strip()):
            self.call_later(lambda: self.items.show(self.meeting, self.session.now()))

    def write_from_elsewhere(self, item_id: str, field: TextField, text: str) -> None:
        """A text that was corrected on another screen: its field here has to hold the same."""
        editor = self.writing.editor_of(item_id, field)
        if editor is None:
            self.text_written(item_id, field, text)
        else:
            editor.become(text)

    async def collect_last_keys(self) -> None:
        """Return when the keys that were typed a moment ago, and may still wait for their field, are with the session:
        before leaving.
        """
        await dealt_with(self.writing.editors)

    def save_soon(self) -> None:
        self.run_worker(self.save(), group="save", exit_on_error=False)

    async def save(self, when_safe: str = "") -> bool:
        """Whether it is safe now. What there is to know about it is said, or else `when_safe`."""
        is_safe = await self.saver.save()
        self.status.warn(self.warning())
        said, self.saver.message = self.saver.message or (when_safe if is_safe else ""), ""
        if said:
            self.status.say(said)
        return is_safe

    def warning(self) -> str:
        """What stays on the screen until it is mended."""
        from referent.tui.quorum_text import quorum_warning

        return "\n".join(filter(None, (self.saver.warning(), quorum_warning(self.meeting, self.not_members))))

    @property
    def not_members(self) -> tuple[str, ...]:
        """Groups without a vote, as the house style has them; asked for only where there is a rule about votes."""
        if self.meeting.agenda.profile is not Profile.MUNICIPAL:
            from referent.domain.voting import NOT_MEMBERS

            return NOT_MEMBERS
        return self.opened.layout().signatures.leave_out_groups

    def save_at_the_end(self) -> str:
        """Save at once, from a signal or a crash. Returns why it could not be done, in Danish, or nothing."""
        for editor in self.query(Editor):  # a crash in the middle of an edit
            self.text_written(editor.item_id, editor.field, editor.text)
        if self.session.has_unsaved:
            self.saver.save_blocking()
        return self.saver.problem

    # Events

    def act(self, description: str, change: Callable[[Meeting], Meeting]) -> bool:
        """Do one event, show it and save it; whether it was done."""
        try:
            has_changed = self.session.act(description, change)
        except MeetingError as error:
            self.status.say(str(error))
            return False
        if not has_changed:
            return False
        self.status.say(description)
        self.refresh_state()
        self.save_soon()
        return True

    async def take_up(self, item: MeetingItem, *, reopening: bool = False) -> None:
        """Take an item up; a meeting that has been raised is opened again only after asking."""
        if self.meeting.closed_at is not None and not reopening:
            await self._flows.reopen(self, item)
            return
        at = self.session.now()
        if self.act(texts.TAKEN_UP.format(item=item_name(item)), lambda meeting: meeting.take_up(item.id, at)):
            await self.look_at(item.id)
            self.writing.focus_decision()

    async def action_take_next(self) -> None:
        item = self.meeting.next_untreated
        if item is None:
            closed_at = self.meeting.closed_at
            closed = texts.CLOCK_CLOSED.format(time=clock_time(closed_at)) if closed_at else ""
            self.status.say(closed or texts.NOTHING_LEFT)
        else:
            await self.take_up(item)

    async def action_take_this(self) -> None:
        await self._look_at_marked()
        if self.item is not None:
            await self.take_up(self.item)

    async def _look_at_marked(self) -> None:
        """Catch up with the digits and arrows that wait for the list."""
        if self.focused is self.items:
            await dealt_with((self.items,))
            marked = self.items.highlighted_id
            if marked is not None and marked != self.looked_at:
                await self.look_at(marked)

    async def action_look_running(self) -> None:
        if self.meeting.running is not None:
            await self.look_at(self.meeting.running.id)
            self.writing.focus_decision()

    async def action_look_previous(self) -> None:
        await self._look_beside(-1)

    async def action_look_next(self) -> None:
        await self._look_beside(1)

    async def _look_beside(self, steps: int) -> None:
        ids = [item.id for item in self.meeting.items]
        if self.looked_at is None:
            return
        in_list = self.focused is self.items
        await self.look_at(ids[max(0, min(len(ids) - 1, ids.index(self.looked_at) + steps))])
        if not in_list:
            self.writing.focus_decision()

    async def action_put_off(self) -> None:
        await self._set_aside(texts.PUT_OFF, lambda meeting, item_id: meeting.put_off(item_id, self.session.now()))

    async def action_withdraw(self) -> None:
        await self._set_aside(texts.WITHDRAWN, lambda meeting, item_id: meeting.withdraw(item_id, self.session.now()))

    async def action_put_back(self) -> None:
        await self._set_aside(texts.PUT_BACK, lambda meeting, item_id: meeting.put_back(item_id))

    async def _set_aside(self, said: str, change: Callable[[Meeting, str], Meeting]) -> None:
        await self._look_at_marked()
        item = self.item
        if item is not None:
            self.act(said.format(item=item_name(item)), lambda meeting: change(meeting, item.id))

    def action_pause(self) -> None:
        at = self.session.now()
        if self.meeting.is_paused:
            self.act(texts.RESUMED, lambda meeting: meeting.resume(at))
        else:
            self.act(texts.PAUSED, lambda meeting: meeting.pause(at))

    def action_share_rest(self) -> None:
        """Share out the rest on trial; a second time takes it back, also where the plan was adopted."""
        if self.meeting.shared_since is not None:
            self.act(texts.PLAN_OF_AGENDA, lambda meeting: meeting.plan_as_agenda())
            return
        self.proposed_since = None if self.proposed_since else self.session.now()
        self.refresh_state()
        if self.proposed_since is None:
            self.status.say(texts.PLAN_OF_AGENDA)
        elif self._proposal():
            end = planned_end(self.meeting)
            self.status.say(texts.REST_SHARED.format(end=clock_time(end) if end else ""))
        else:
            self.proposed_since = None
            has_end = planned_end(self.meeting) is not None
            self.status.say(texts.NOTHING_TO_SHARE if has_end else texts.NO_END_TO_SHARE)

    def action_adopt_plan(self) -> None:
        if self.proposed_since is None and self.meeting.shared_since is None:
            self.action_share_rest()
        since = self.proposed_since
        if since is not None:
            self.proposed_since = None
            self.act(texts.PLAN_ADOPTED, lambda meeting: meeting.share_rest(since))

    async def action_undo_event(self) -> None:
        before = self.meeting
        try:
            undone = self.session.undo()
        except MeetingError as error:
            self.status.say(str(error))
            return
        await self._look_again()
        self.bring_lines_back(before)
        self.status.say(texts.UNDONE.format(what=undone))
        self.save_soon()

    async def _look_again(self) -> None:
        """Show what the session holds after an undo, which may have taken away the item one was looking at."""
        is_gone = all(item.id != self.looked_at for item in self.meeting.items)
        if is_gone:
            self.looked_at = self._first_to_look_at()
        self.refresh_state()
        if self.looked_at is not None:
            await self.look_at(self.looked_at)
        if is_gone and self.focused is not self.items:
            self.writing.focus_decision()

    async def action_save(self) -> None:
        await self.collect_last_keys()
        await self.save(texts.SAVED.format(time=clock_time(self.session.now())))

    # Moving about

    async def action_items(self) -> None:
        field = self.writing.focused
        if field is not None:
            await dealt_with((field,))
            if field.close_names():
                return
        if self.focused is self.items:
            self.writing.focus_decision()
        else:
            self.set_focus(self.items)  # at once, for the digits that may be waiting already

    async def action_write(self) -> None:
        await self._look_at_marked()
        self.writing.focus_decision()

    async def on_item_list_looked(self, event: ItemList.Looked) -> None:
        is_still_marked = event.item_id == self.items.highlighted_id  # or the next message says where it is by now
        if is_still_marked and event.item_id != self.looked_at:
            await self.look_at(event.item_id)

    async def on_item_list_chosen(self, event: ItemList.Chosen) -> None:
        await self.look_at(event.item_id)
        self.writing.focus_decision()

    def on_descendant_focus(self) -> None:
        in_list = self.focused is self.items
        self.writing.set_class(in_list, "-in-list")
        self.query_one(KeyLine).show(Scope.ITEM_LIST if in_list else Scope.MEETING)
        if is_plain(self) and self.focused is not None:
            self.status.say(texts.IN_FIELD.format(field=str(self.focused.border_title or "").strip()))

    def action_previous_field(self) -> None:
        self.writing.move(-1)

    def action_case_up(self) -> None:
        self.case.scroll_page_up(animate=False)

    def action_case_down(self) -> None:
        self.case.scroll_page_down(animate=False)

    # Other screens. They are imported when they are wanted: starting up need not wait for them.

    async def action_people(self) -> None:
        await self.show_people()

    async def show_people(self, marked: str | None = None) -> None:
        """The attendance list, with the person `marked` marked."""
        from referent.tui.screens.people import PeopleScreen

        people = PeopleScreen(self.session, self.keymap, self.save_soon, self.warning, self.not_members, marked)
        await self.app.push_screen(people, lambda _: self._look_again())

    async def action_read_aloud(self) -> None:
        from referent.tui.screens.read_aloud import ReadAloudScreen

        await self.collect_last_keys()
        aloud = ReadAloudScreen(
            self.session, self.opened.layout, self.looked_at, self.keymap, self.write_from_elsewhere
        )
        await self.app.push_screen(aloud, lambda _: self._look_again())

    async def action_preview(self) -> None:
        from referent.tui.preview_flow import show_minutes

        await show_minutes(self)

    async def action_help(self) -> None:
        from referent.tui.dialogs.reading import help_dialog

        scopes = (Scope.MEETING, Scope.ITEM_LIST, Scope.PEOPLE)
        await self.app.push_screen(help_dialog(scopes, self.keymap, with_marks=not is_plain(self)))

    async def action_palette(self) -> None:
        await self._flows.choose_action(self, Scope.MEETING, self.keymap)

    async def action_add_item(self) -> None:
        await self._look_at_marked()
        await self._flows.add_item(self)

    async def action_together(self) -> None:
        from referent.tui.together_flow import treat_together

        await self._look_at_marked()
        await treat_together(self)

    async def action_correct_times(self) -> None:
        from referent.tui.times_flow import correct_times

        await self._look_at_marked()
        await correct_times(self)

    async def action_vote(self) -> None:
        from referent.tui.vote_flow import vote

        await vote(self)

    async def action_events(self) -> None:
        from referent.tui.events_dialog import show_events

        await show_events(self)

    async def action_export(self) -> None:
        from referent.tui.export_flow import export

        await export(self)

    async def action_quit(self) -> None:
        await self._flows.leave(self)

    @property
    def _flows(self) -> ModuleType:
        from referent.tui import flows

        return flows

    def action_theme(self) -> None:
        self.app.action_change_brightness()  # type: ignore[attr-defined]
