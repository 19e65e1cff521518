"""The lines of a journal: one for each change, which can be told to be whole.

    CRC-32 of the rest, in hex | number | seconds since 1970 | kind | content as JSON

Numbers rise by one through all files of a journal. No line depends on another: what a damaged one said is lost, and
nothing else. The kinds:

    hoved     the first line of a file: the record it belongs to, the checkpoint it builds on, and up to which line that
              checkpoint holds everything. `{"journal": id, "referat": path, "bygger": hash, "til": number}`
    gem       a checkpoint is about to be put in place: its hash, and up to which line it holds everything
    celler    cells that were given a new value
    alt       every cell that was given a new value since the checkpoint of the file: no line before it is needed
"""

from __future__ import annotations

from datetime import date
from json import JSONEncoder
from typing import Any
from zlib import crc32

HEADER, MARK, CHANGE, EVERYTHING = "hoved", "gem", "celler", "alt"
KINDS = (HEADER, MARK, CHANGE, EVERYTHING)

JournalKey = tuple[str | int | None, ...]
"""Who or what a row of the record is about, by what stands in the agenda, so that it is found again when the agenda was
edited meanwhile: `("p", number, title, nth of the unnumbered with that title)`, `("d", name, nth)`, and for what was
added at the meeting `("ny", title or name, nth)`.
"""
Cell = tuple[str, JournalKey | None, str | None, Any]
"""Section of the record ("" for its root), row, name, and the whole new value; None: it is there no more. A row without
a name is gone altogether; without a row as well, the value is the order of the section's rows.
"""


def _stand_in(value: object) -> Any:
    if isinstance(value, date):  # and a datetime is one
        return {"@": value.isoformat()}
    raise TypeError(type(value).__name__)


_encode = JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=_stand_in).encode


def encoded(content: Any) -> bytes:
    """The content of a line. A lone surrogate, which no file can hold, stands there as JSON escapes it."""
    return _encode(content).encode("utf-8", "backslashreplace")


def line(number: int, at: int, kind: str, content: bytes) -> bytes:
    """A line with its end; `content` is what `encoded` gave."""
    rest = b"%d %d %s %s" % (number, at, kind.encode(), content)
    return b"%08x %s\n" % (crc32(rest), rest)
