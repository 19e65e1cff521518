"""What the meeting screen does for the hand that writes: formulas, names, abbreviations, and action items."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from datetime import date
from types import ModuleType

from referent import screen_texts as texts
from referent.domain.decisions import ActionItem, TextField
from referent.domain.meeting import Meeting
from referent.minutes.phrases import Phrases
from referent.ports import OpenedMeeting
from referent.tui.pending import dealt_with
from referent.tui.screens.meeting_view import MeetingView


class MeetingWriting(MeetingView):
    """Helps writing in what `MeetingView` shows."""

    def __init__(self, opened: OpenedMeeting, keymap: Mapping[str, str]) -> None:
        super().__init__(opened, keymap)
        self.phrases = Phrases()
        self.action_lines: dict[tuple[str, ActionItem], tuple[TextField, str]] = {}
        """By item and action item the field and the line that became it."""
        self.next_meeting: date | None = None
        """When it is, once somebody has said so."""

    def act(self, description: str, change: Callable[[Meeting], Meeting]) -> bool:
        """Do one event, show it and save it; whether it was done."""
        raise NotImplementedError

    # The user's own phrases

    def _after_first_paint(self) -> None:
        super()._after_first_paint()
        if self.opened.phrases is not None:
            self.run_worker(self._read_phrases(self.opened.phrases), group="phrases", exit_on_error=False)

    async def _read_phrases(self, read: Callable[[], Phrases]) -> None:
        self.phrases = await asyncio.to_thread(read)
        self.aids.abbreviations = self.phrases.abbreviations
        if self.phrases.problems:
            self.status.say(texts.PHRASES_FAULT.format(problem=self.phrases.problems[0]))

    # Keys

    async def action_next_field(self) -> None:
        """Only where nothing nearer wants to be written in."""
        field = self.writing.focused
        if field is not None:
            await dealt_with((field,))
            if field.take_name() or field.next_place():
                return
        self.writing.move(1)

    async def action_action_item(self) -> None:
        await self._action_flow.add_action(self)

    async def action_action_items(self) -> None:
        await self._action_flow.choose_action_item(self)

    async def action_complete_name(self) -> None:
        field = self.writing.focused
        if field is not None:
            await dealt_with((field,))
            if not field.complete_name():
                self.status.say(texts.NO_NAME_FITS)

    async def action_formula(self) -> None:
        from referent.tui.writing_flow import choose_formula

        await choose_formula(self)

    async def action_fitting_formula(self) -> None:
        from referent.tui.writing_flow import write_fitting_formula

        await dealt_with(self.writing.editors)
        write_fitting_formula(self)

    # Action items

    def line_finished(self, item_id: str, field: TextField, line: str, is_leaving: bool) -> bool:
        return bool(self._action_flow.line_finished(self, item_id, field, line, is_leaving))

    def bring_lines_back(self, before: Meeting) -> None:
        """After an undo; `before` is the meeting before that."""
        if self.action_lines:
            self._action_flow.bring_lines_back(self, before)

    @property
    def _action_flow(self) -> ModuleType:
        from referent.tui import action_flow

        return action_flow
