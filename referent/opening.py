"""`referent AGENDA`: the screens. What is imported before their first paint is what the minute taker waits for."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from referent import own_files, reading, wiring
from referent.calls import COMMANDS, INPUT_AT_FAULT, WrongCall, is_record
from referent.cleaning import clean_line
from referent.cli_texts import CLI
from referent.read_ahead import ReadAhead
from referent.texts import did_you_mean

if TYPE_CHECKING:
    from referent.domain.clock import SystemClock
    from referent.files.lock import MeetingLock


def open_in_terminal(agendas: Sequence[str], *, is_plain: bool = False) -> int:
    """Take the minutes of a meeting, or show the agendas to choose from. `is_plain`: for screen readers. Raises
    `WrongCall`.
    """
    first = Path(agendas[0]) if agendas else None
    if first is not None:
        _refuse_mistyped_command(agendas[0])
    if len(agendas) > 1:
        raise WrongCall(CLI["one_agenda"])
    if first is not None and is_record(first):
        return INPUT_AT_FAULT
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise WrongCall(CLI["no_terminal"])
    return run_screens(first, is_plain=is_plain)


def _refuse_mistyped_command(word: str) -> None:
    """`referent tjk` is a mistyped command, `referent tjk.toml` a missing file."""
    if Path(word).suffix or any(separator in word for separator in "/\\") or os.path.lexists(word) or not word:
        return
    hint = did_you_mean(word, COMMANDS)
    raise WrongCall(CLI["no_such_command"].format(word=clean_line(word), hint=hint))


def wait_for_split_sequences() -> None:
    """Over a line that may split escape sequences; else they type "[A" into the text. Before textual is imported."""
    if any(name in os.environ for name in ("SSH_CONNECTION", "TMUX", "STY")):
        os.environ.setdefault("ESCDELAY", "250")


def run_screens(first: Path | None, *, is_plain: bool = False) -> int:
    wait_for_split_sequences()
    from referent.domain.clock import SystemClock

    clock = SystemClock()
    lock = None if first is None else wiring.lock_of(first)
    ahead = None if first is None or lock is None else _read_ahead(first, lock, clock)
    from referent.tui.run import run_app

    folder = wiring.agenda_folder()
    keymap, problems = own_files.read_keymap()
    settings, setting_problems = own_files.read_settings()

    def read(path: Path) -> reading.ReadFiles:
        return reading.read_files(path) if ahead is None else ahead.result()

    return run_app(
        first=first,
        folder=folder,
        open_meeting=lambda path: wiring.open_meeting(path, clock, read, lock),
        agenda_entries=lambda: wiring.agenda_entries(folder),
        keymap=keymap,
        keymap_problems=(*problems, *setting_problems),
        settings=replace(settings, is_plain=settings.is_plain or is_plain),
        remember_theme=own_files.remember_theme,
    )


def _read_ahead(first: Path, lock: MeetingLock, clock: SystemClock) -> ReadAhead[reading.ReadFiles] | None:
    """Begin to read the files of the meeting, once nobody else on this computer can write them any more; None where
    another copy of the program has it open.
    """
    from referent.files.holder import Holder

    if lock.take(Holder.ourselves(clock.now())) is not None:
        return None
    return ReadAhead(lambda: reading.read_files(first), in_child=lock.forget)
