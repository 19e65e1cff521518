"""`referent AGENDA`: the screens. What is imported before their first paint is what the minute taker waits for."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from referent import wiring
from referent.calls import COMMANDS, INPUT_AT_FAULT, WrongCall, is_record
from referent.cleaning import clean_line
from referent.read_ahead import ReadAhead
from referent.texts import CLI


def open_in_terminal(agendas: Sequence[str]) -> int:
    """Take the minutes of a meeting, or show the agendas to choose from. Raises `WrongCall`."""
    first = Path(agendas[0]) if agendas else None
    if first is not None:
        _refuse_mistyped_command(agendas[0])
    if len(agendas) > 1:
        raise WrongCall(CLI["one_agenda"])
    if first is not None and is_record(first):
        return INPUT_AT_FAULT
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise WrongCall(CLI["no_terminal"])
    return run_screens(first)


def _refuse_mistyped_command(word: str) -> None:
    """`referent tjk` is a mistyped command, `referent tjk.toml` a missing file."""
    if Path(word).suffix or any(separator in word for separator in "/\\") or os.path.lexists(word) or not word:
        return
    from difflib import get_close_matches

    near = get_close_matches(word, COMMANDS, n=1)
    hint = CLI["did_you_mean"].format(word=near[0]) if near else ""
    raise WrongCall(CLI["no_such_command"].format(word=clean_line(word), hint=hint))


def run_screens(first: Path | None) -> int:
    if any(name in os.environ for name in ("SSH_CONNECTION", "TMUX", "STY")):
        os.environ.setdefault("ESCDELAY", "250")  # else split escape sequences type "[A" into the text
    ahead = None if first is None else ReadAhead(lambda: wiring.read_files(first))
    from referent.domain.clock import SystemClock
    from referent.tui.run import run_app

    clock = SystemClock()
    folder = wiring.agenda_folder()
    keymap, problems = wiring.read_keymap()

    def read(path: Path) -> wiring.ReadFiles:
        return wiring.read_files(path) if ahead is None else ahead.result()

    return run_app(
        first=first,
        folder=folder,
        open_meeting=lambda path: wiring.open_meeting(path, clock, read),
        agenda_entries=lambda: wiring.agenda_entries(folder),
        keymap=keymap,
        keymap_problems=problems,
    )
