"""What a call of the program comes to: its exit code, or why it makes no sense. Without click, slow to import."""

from __future__ import annotations

import sys
from pathlib import Path

from referent.beside import RECORD_SUFFIX, agenda_path
from referent.cleaning import clean_line
from referent.cli_texts import CLI
from referent.texts import os_error

WORKED, INPUT_AT_FAULT, CALL_AT_FAULT = 0, 1, 2
BROKEN_PIPE = 1
"""The reader of our output went away; click ends so too."""
INTERRUPTED = 130
PLAIN_OPTION = "--enkel"
CHECK, EXPORT, HISTORY, DOCTOR = "tjek", "eksport", "historik", "doctor"
LAYOUTS, LAYOUT = "husstile", "husstil"
COMMANDS = (CHECK, EXPORT, HISTORY, LAYOUTS, LAYOUT, DOCTOR)


class WrongCall(Exception):  # noqa: N818 - reads as what happened
    """A call that makes no sense. `str()` gives the Danish message; `command` has the help that is pointed to."""

    command = "referent"


def complain(message: str) -> None:
    """Say on stderr what is wrong."""
    print(message, file=sys.stderr)


def is_record(path: Path) -> bool:
    """Whether the record was given for the agenda, a slip that completion in the shell invites; says so."""
    if not path.name.endswith(RECORD_SUFFIX):
        return False
    complain(CLI["is_record"].format(file=clean_line(str(path)), agenda=clean_line(str(agenda_path(path)))))
    return True


def os_error_line(error: OSError, path: Path | None = None) -> str:
    """What the operating system refused, in Danish: the file, why, and what to do."""
    reason = os_error(error)
    file = error.filename if isinstance(error.filename, str) else path
    return reason if file is None else CLI["os_error"].format(file=clean_line(str(file)), reason=reason)
