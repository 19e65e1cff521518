"""What a call of the program comes to: its exit code, or why it makes no sense. Without click, slow to import."""

from __future__ import annotations

import sys
from pathlib import Path

from referent.cleaning import clean_line
from referent.texts import CLI

WORKED, INPUT_AT_FAULT, CALL_AT_FAULT = 0, 1, 2
BROKEN_PIPE = 1
"""The reader of our output went away; click ends so too."""
INTERRUPTED = 130
RECORD_SUFFIX = ".referat.toml"
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
    agenda = path.with_name(path.name.removesuffix(RECORD_SUFFIX) + ".toml")
    complain(CLI["is_record"].format(file=clean_line(str(path)), agenda=clean_line(str(agenda))))
    return True
