"""What is asked before a meeting opens that seems to be open on another computer."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import App

from referent import screen_texts as texts
from referent.ports import Elsewhere, OpenedMeeting
from referent.tui.dialogs.choose import Choice, ChooseDialog
from referent.tui.screens.look_only import who_and_since


def ask(
    app: App[int],
    opened: OpenedMeeting,
    elsewhere: Elsewhere,
    look: Callable[[], None],
    write: Callable[[], None],
    give_up: Callable[[], None],
) -> None:
    """Ask whether to look at the meeting or to write it all the same, and do so; `give_up` where nothing was chosen."""

    def take(chosen: str | None) -> None:
        {"look": look, "write": write}.get(chosen or "", give_up)()

    where = who_and_since(elsewhere, opened.session.now().date())
    choices = [Choice("look", texts.ELSEWHERE_LOOK), Choice("write", texts.ELSEWHERE_WRITE)]
    app.push_screen(ChooseDialog(texts.ELSEWHERE_TITLE.format(where=where), choices), take)
