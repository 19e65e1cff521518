"""Who has a meeting open: what the lock and the marker say of their owner. No word of the meeting is in it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import datetime

from referent.cleaning import clean_line

MOST_BYTES = 4096
"""More is not read of a file that says who."""
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Holder:
    """A program that has a meeting open for writing. What is not known is empty."""

    user: str
    machine: str
    since: datetime | None
    process: int = 0

    @classmethod
    def ourselves(cls, since: datetime | None = None) -> Holder:
        """This process, which opened the meeting then."""
        machine = os.uname().nodename if hasattr(os, "uname") else os.environ.get("COMPUTERNAME", "")
        return cls(_user(), _short(machine), since, os.getpid())

    @classmethod
    def unknown(cls) -> Holder:
        return cls("", "", None)

    def is_same_place(self, other: Holder) -> bool:
        """Whether both are programs of one user on one computer."""
        return (self.user, self.machine) == (other.user, other.machine)

    def as_toml(self) -> str:
        """As it is written to a file: a person who finds it may want to know, too."""
        lines = [
            f"bruger = {_quoted(self.user)}",
            f"maskine = {_quoted(self.machine)}",
            f"proces = {self.process}",
        ]
        if self.since is not None:
            lines.append(f"siden = {self.since.isoformat(timespec='seconds')}")
        return "\n".join(lines) + "\n"


def holder_in(data: bytes) -> Holder | None:
    """Who is named in a file with these bytes; None where it names nobody, or cannot be read."""
    import tomllib

    try:
        found = tomllib.loads(data[:MOST_BYTES].decode("utf-8"))
    except (ValueError, RecursionError):
        return None
    user, machine, since, process = (found.get(key) for key in ("bruger", "maskine", "siden", "proces"))
    if not isinstance(user, str) or not isinstance(machine, str):
        return None
    return Holder(
        _short(user),
        _short(machine),
        since if isinstance(since, datetime) and since.tzinfo is None else None,
        process if isinstance(process, int) else 0,
    )


def _user() -> str:
    for name in ("LOGNAME", "USER", "USERNAME"):
        if os.environ.get(name):
            return _short(os.environ[name])
    import getpass

    try:
        return _short(getpass.getuser())
    except (OSError, KeyError):  # nobody the system knows
        return ""


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _short(text: str) -> str:
    return clean_line(text)[:_LONGEST]
