"""F9: what still wants an answer, then the document, in the edition and format that was chosen. None of it blocks."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from referent import screen_texts as texts
from referent.minutes.editions import Edition
from referent.minutes.missing import Missing, what_is_missing
from referent.ports import ExportFailed
from referent.texts import os_error, own_fault
from referent.tui.dialogs.choose import Choice, ChooseDialog

if TYPE_CHECKING:
    from referent.tui.screens.meeting import MeetingScreen

EXPORT = "export"
PREVIEW = "preview"


@dataclass(frozen=True, slots=True)
class _Way:
    """One document that can be made."""

    label: str
    edition: Edition
    format: str = "docx"


_WAYS = {
    EXPORT: _Way(texts.EXPORT_FULL, Edition()),
    "pdf": _Way(texts.EXPORT_PDF, Edition(), "pdf"),
    "public": _Way(texts.EXPORT_PUBLIC, Edition(is_public=True)),
}


async def export(screen: MeetingScreen) -> None:
    """Say what still wants an answer, and offer the documents that can be made."""
    await screen.collect_last_keys()
    missing = what_is_missing(screen.meeting, screen.opened.layout())

    async def go_on(chosen: str | None) -> None:
        if chosen in _WAYS:
            await _make(screen, _WAYS[chosen])
        elif chosen == PREVIEW:
            await screen.run_action("preview")
        elif chosen is not None:
            await _go_to(screen, missing[int(chosen)])

    choices = [*(Choice(id, way.label) for id, way in _WAYS.items()), Choice(PREVIEW, texts.EXPORT_PREVIEW)]
    title = texts.EXPORT_TITLE if missing else texts.MISSING_NONE
    hint = texts.MISSING_HINT if missing else texts.EXPORT_HINT
    wanting = _choices(missing, texts.MISSING_TITLE)
    await screen.app.push_screen(ChooseDialog(title, [*choices, *wanting], hint), go_on)


async def _make(screen: MeetingScreen, way: _Way) -> None:
    """Make the document; what is to be published is first shown to hold nothing that it should not."""
    found = what_is_missing(screen.meeting, screen.opened.layout(), way.edition) if way.edition.is_public else ()
    sensitive = [one for one in found if one.is_sensitive]
    if not sensitive:
        screen.run_worker(write_document(screen, way), group="export", exclusive=True)
        return

    async def go_on(chosen: str | None) -> None:
        if chosen == EXPORT:
            screen.run_worker(write_document(screen, way), group="export", exclusive=True)
        elif chosen is not None:
            await _go_to(screen, sensitive[int(chosen)])

    choices = [Choice(EXPORT, texts.EXPORT_PUBLIC_ANYWAY), *_choices(sensitive, texts.SENSITIVE_TITLE)]
    await screen.app.push_screen(ChooseDialog(texts.EXPORT_PUBLIC, choices, texts.SENSITIVE_HINT), go_on)


def _choices(missing: Sequence[Missing], heading: str) -> list[Choice]:
    """Lines that lead to their places, under a heading of their own: apart from what can be done."""
    return [
        Choice(str(index), texts.MISSING_LINE.format(text=one.text), heading="" if index else heading)
        for index, one in enumerate(missing)
    ]


async def _go_to(screen: MeetingScreen, missing: Missing) -> None:
    """The place where something that is missing is mended."""
    if missing.item_id is not None:
        await screen.look_at(missing.item_id)
        screen.writing.focus_decision()
    elif missing.person_id is not None:
        await screen.show_people(missing.person_id)
    elif missing.code == "not_closed":
        await screen.action_quit()
    elif missing.code == "not_started":
        screen.status.say(texts.CLOCK_NOT_STARTED.format(key=screen.key("take_next")))


async def write_document(screen: MeetingScreen, way: _Way) -> None:
    screen.status.say(texts.EXPORTING)
    try:
        report = await asyncio.to_thread(screen.opened.export, screen.meeting, way.edition, way.format)
    except OSError as error:
        screen.status.say(texts.EXPORT_FAILED.format(reason=os_error(error)))
    except ExportFailed as error:
        screen.status.say(texts.EXPORT_FAILED.format(reason=error))
    except Exception as error:  # a fault in our own making of it must not end the meeting
        screen.status.say(texts.EXPORT_FAILED.format(reason=own_fault(error)))
    else:
        screen.status.say(" ".join(filter(None, (texts.EXPORTED.format(path=report.path), report.message))))
