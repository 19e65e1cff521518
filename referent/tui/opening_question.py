"""What is asked before a meeting opens: a safety copy was found that does not belong to the record as it is now."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from textual.app import App

from referent import screen_texts as texts
from referent.ports import OpenedMeeting, OpeningQuestion
from referent.texts import os_error
from referent.tui.dialogs.choose import Choice, ChooseDialog


def ask(
    app: App[int],
    opened: OpenedMeeting,
    question: OpeningQuestion,
    go_on: Callable[[], None],
    give_up: Callable[[str], None],
) -> None:
    """Ask, bring the session to what was chosen, and `go_on`; or `give_up`, with the reason in Danish, where nothing
    was chosen, or the versions could not be kept: it will be asked again.
    """

    async def take(chosen: str | None) -> None:
        if chosen is None:
            give_up("")
            return
        try:
            await asyncio.to_thread(question.answered)
        except OSError as error:
            give_up(texts.JOURNAL_ASIDE_FAILED.format(reason=os_error(error)))
            return
        if chosen == "use":
            opened.session.act(texts.JOURNAL_USED, lambda _: question.meeting)
        go_on()

    changes = texts.ONE_CHANGE if question.changes == 1 else texts.CHANGE_COUNT.format(count=question.changes)
    title = texts.JOURNAL_QUESTION.format(changes=changes, time=f"{question.since:%d-%m-%Y kl. %H.%M}")
    choices = [Choice("use", texts.JOURNAL_USE), Choice("keep", texts.JOURNAL_KEEP)]
    app.push_screen(ChooseDialog(title, choices), take)
