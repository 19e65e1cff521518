"""What keeps the meeting screen going: the clock, saving, and events.

Every event is the session's, and after it the screen shows what the session holds. Nothing here touches a file: saving
is a callable it was given.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from referent.domain.agenda import Profile
from referent.domain.decisions import TextField
from referent.domain.errors import MeetingError
from referent.domain.meeting import Meeting
from referent.ports import OpenedMeeting
from referent.tui.pending import dealt_with
from referent.tui.reminders import Reminded, Reminders
from referent.tui.saver import Saver
from referent.tui.screens.meeting_writing import MeetingWriting
from referent.tui.widgets.editor import Editor

TICK = 1.0


class MeetingSaving(MeetingWriting):
    """Saves what is written, and tells the time."""

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
