"""Several items treated together under one decision: which other one, and then an event."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from referent import key_texts
from referent import screen_texts as texts
from referent.domain.errors import MeetingError
from referent.tui.dialogs.form import FormDialog, FormField
from referent.tui.formats import item_name, item_within
from referent.tui.people_flow import find_item

if TYPE_CHECKING:
    from referent.tui.screens.meeting import MeetingScreen


async def treat_together(screen: MeetingScreen) -> None:
    item = screen.item
    if item is None:
        return

    def check(values: Mapping[str, str]) -> str:
        other = find_item(screen.meeting, values["other"])
        try:
            if other is None:
                raise MeetingError("no_such_item", typed=values["other"])
            screen.meeting.treat_together(item.id, other)
        except MeetingError as error:
            return str(error)
        return ""

    def apply(values: dict[str, str] | None) -> None:
        other = find_item(screen.meeting, values["other"]) if values is not None else None
        if other is not None:
            named = item_within(screen.meeting.item(other))
            said = texts.TOGETHER.format(item=item_name(item), other=named)
            screen.act(said, lambda meeting: meeting.treat_together(item.id, other))

    question = texts.ASK_TOGETHER.format(item=item_name(item))
    await screen.app.push_screen(
        FormDialog(key_texts.ACTIONS["together"][0], [FormField("other", question)], check), apply
    )
