"""The one door to the screens."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from referent.ports import AgendaEntry, OpenedMeeting, Settings
from referent.tui.app import ReferentApp
from referent.tui.driver import quiet_driver
from referent.tui.ends import Ends, print_no_traces
from referent.tui.keymap import checked_keymap


def run_app(
    *,
    first: Path | None,
    folder: Path,
    open_meeting: Callable[[Path], OpenedMeeting],
    agenda_entries: Callable[[], list[AgendaEntry]],
    keymap: Mapping[str, str],
    keymap_problems: Sequence[str] = (),
    settings: Settings | None = None,
    remember_theme: Callable[[bool], None] = lambda is_dark: None,
) -> int:
    """Run the program until the user leaves it; returns the exit code. `first` None: the agendas in `folder`."""
    print_no_traces()
    usable, problems = checked_keymap(keymap)
    app = ReferentApp(
        first=first,
        folder=folder,
        open_meeting=open_meeting,
        agenda_entries=agenda_entries,
        keymap=usable,
        notices=[*keymap_problems, *problems],
        driver_class=None if os.environ.get("TEXTUAL_DRIVER") else quiet_driver(),
        ends=Ends(),
        settings=settings,
        remember_theme=remember_theme,
    )
    app.run()
    return app.return_code or 0
