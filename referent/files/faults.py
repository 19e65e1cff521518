"""What is wrong with a file: where it stands, and in Danish what to write instead."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from referent import file_texts
from referent.cleaning import clean_line

KeyPath = tuple[str | int, ...]
"""Where a value stands in the data: names of keys, and indexes of arrays from 0."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault or warning. `key` is the path as the user sees it, with arrays counted from 1."""

    message: str
    file: Path
    line: int | None = None
    key: str | None = None

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line is not None else str(self.file)
        return clean_line(": ".join(part for part in (place, self.key, self.message) if part))


class FileFaults(Exception):  # noqa: N818 - it holds several
    """Everything that is wrong with one file, found at once."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__(len(self.faults))

    def __str__(self) -> str:
        return "\n".join(str(fault) for fault in self.faults)


def say(code: str, **values: object) -> str:
    """The Danish message of a fault; `code` is a key of `file_texts.FILE_FAULTS`."""
    return file_texts.FILE_FAULTS[code].format_map(values)


def shown_key(path: KeyPath) -> str | None:
    """`("punkter", 2, "titel")` as the user sees it: `punkter[3].titel`. None for the whole file."""
    shown = ""
    for part in path:
        if isinstance(part, int):
            shown += f"[{part + 1}]"
        else:
            shown += f".{part}" if shown else part
    return clean_line(shown)[:200] or None
