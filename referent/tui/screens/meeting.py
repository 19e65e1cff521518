"""What can be done on the meeting screen: with its items, moving about, and the ways to other screens."""

from __future__ import annotations

from collections.abc import Callable
from types import ModuleType

from referent import screen_texts as texts
from referent.domain.errors import MeetingError
from referent.domain.item import MeetingItem
from referent.domain.meeting import Meeting
from referent.domain.plan import planned_end
from referent.tui.actions import Scope, bindings
from referent.tui.formats import clock_time, item_name
from referent.tui.pending import dealt_with
from referent.tui.plain import is_plain
from referent.tui.screens.meeting_saving import MeetingSaving
from referent.tui.widgets.bottom_lines import KeyLine
from referent.tui.widgets.item_list import ItemList


class MeetingScreen(MeetingSaving):
    """Takes the minutes of one meeting."""

    BINDINGS = bindings(Scope.MEETING)

    # Items

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

    async def action_close_doors(self) -> None:
        await self._look_at_marked()
        item = self.item
        if item is not None:
            said = texts.DOORS_OPEN if item.closed_at_meeting else texts.DOORS_CLOSED
            self.act(said.format(item=item_name(item)), lambda meeting: meeting.toggle_closed(item.id))

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
        await self.look_again(before)
        self.bring_lines_back(before)
        self.status.say(texts.UNDONE.format(what=undone))
        self.save_soon()

    async def look_again(self, before: Meeting) -> None:
        """Show what the session holds by now. Whoever looked at the item that the clock was on in `before` follows the
        clock; and an item that was added may be gone.
        """
        running, looked_at = self.meeting.running, self.looked_at
        if running is not None and self.was_with_clock(before):
            self.looked_at = running.id
        elif all(item.id != looked_at for item in self.meeting.items):
            self.looked_at = self._first_to_look_at()
        self.refresh_state()
        if self.looked_at is not None:
            await self.look_at(self.looked_at)
        if self.looked_at != looked_at and self.focused is not self.items:
            self.writing.focus_decision()

    def was_with_clock(self, before: Meeting) -> bool:
        return before.running is not None and before.running.id == self.looked_at

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
        before = self.meeting
        await self.app.push_screen(people, lambda _: self.look_again(before))

    async def action_read_aloud(self) -> None:
        from referent.tui.screens.read_aloud import ReadAloudScreen

        await self.collect_last_keys()
        aloud = ReadAloudScreen(
            self.session, self.opened.layout, self.looked_at, self.keymap, self.write_from_elsewhere
        )
        before = self.meeting
        await self.app.push_screen(aloud, lambda _: self.look_again(before))

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
