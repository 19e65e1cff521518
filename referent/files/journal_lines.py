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

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zlib import crc32

from referent.cleaning import clean

HEADER, MARK, CHANGE, EVERYTHING = "hoved", "gem", "celler", "alt"
KINDS = (HEADER, MARK, CHANGE, EVERYTHING)

JournalKey = tuple[str | int | None, ...]
"""Who or what a row of the record is about, by what stands in the agenda, so that it is found again when the agenda was
edited meanwhile: `("p", number, title, nth of the unnumbered with that title)`, `("d", name, nth)`, and for what was
added at the meeting `("ny", title or name, nth)`.
"""
Cell = tuple[str, JournalKey | None, str | None, Any]
"""Section of the record ("" for its root), row, key, and the whole new value; None: it is there no more. Without a key
the whole row is gone; without a row as well, the value is the order of the rows.
"""

_PLAIN = re.compile(rb"([0-9a-f]{8}) ((\d{1,18}) (\d{1,18}) (\w{1,10}) (.*))", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Line:
    number: int
    at: int
    """Seconds since 1970, of the clock on the wall."""
    kind: str
    content: Any


def _stand_in(value: object) -> Any:
    if isinstance(value, date):  # and a datetime is one
        return {"@": value.isoformat()}
    raise TypeError(type(value).__name__)


def _stood_for(table: dict[str, Any]) -> Any:
    if table.keys() != {"@"} or not isinstance(table["@"], str):
        return table
    written = table["@"]
    return datetime.fromisoformat(written) if "T" in written else date.fromisoformat(written)


_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=_stand_in).encode
_decode = json.JSONDecoder(object_hook=_stood_for).decode


def encoded(content: Any) -> bytes:
    """The content of a line. A lone surrogate, which no file can hold, stands there as JSON escapes it."""
    return _encode(content).encode("utf-8", "backslashreplace")


def line(number: int, at: int, kind: str, content: bytes) -> bytes:
    """A line with its end; `content` is what `encoded` gave."""
    rest = b"%d %d %s %s" % (number, at, kind.encode(), content)
    return b"%08x %s\n" % (crc32(rest), rest)


def read_lines(data: bytes) -> tuple[list[Line], list[bytes]]:
    """The lines that are whole, and the damaged ones as they are. A last line without an end was being written: it
    counts where it is whole, and is no damage where it is not.
    """
    *ended, last = data.split(b"\n")
    whole: list[Line] = []
    damaged: list[bytes] = []
    for raw in ended:
        if b"\0" in raw:  # a hole in the file; what stands beside it may be whole
            damaged.append(b"")
        for part in filter(None, raw.split(b"\0")):
            found = _read(part)
            if found is None:
                damaged.append(part)
            else:
                whole.append(found)
    whole += filter(None, map(_read, last.split(b"\0")))
    return whole, damaged


def _read(raw: bytes) -> Line | None:
    found = _PLAIN.fullmatch(raw)
    if found is None or int(found[1], 16) != crc32(found[2]):
        return None
    kind = found[5].decode("ascii", "replace")
    try:
        content = _cleaned(_decode(found[6].decode("utf-8")))
    except (ValueError, RecursionError):
        return None
    return Line(int(found[3]), int(found[4]), kind, content) if kind in KINDS else None


def _cleaned(value: Any) -> Any:
    """What comes in from a file is cleaned, this one as well."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, dict):
        return {key: _cleaned(inner) for key, inner in value.items()}
    return [_cleaned(inner) for inner in value] if isinstance(value, list) else value


def cells_in(content: Any) -> list[Cell] | None:
    """The cells of a line; None where it holds something else."""
    if not isinstance(content, list):
        return None
    cells: list[Cell] = []
    for entry in content:
        if not (isinstance(entry, list) and len(entry) == 4 and isinstance(entry[0], str)):
            return None
        section, key, name, value = entry
        if not (_is_key(key) or key is None) or not isinstance(name, str | None):
            return None
        if key is None and name is None and not (isinstance(value, list) and all(map(_is_key, value))):
            return None
        cells.append((section, None if key is None else tuple(key), name, value))
    return cells


def _is_key(value: Any) -> bool:
    if not (isinstance(value, list) and value and value[0] in ("p", "d", "ny")):
        return False
    length = 4 if value[0] == "p" else 3
    number_is_right = value[0] != "p" or value[1] is None or type(value[1]) is int
    return len(value) == length and number_is_right and isinstance(value[-2], str) and type(value[-1]) is int


_NUMBER = re.compile(rb"[^ ]* (\d{1,18}) ")
_FIELD = re.compile(r'\["punkter",(\[.*?\]),"(\w+)"')


def number_of_damaged(raw: bytes) -> int | None:
    """The number that a damaged line seems to have."""
    found = _NUMBER.match(raw)
    return int(found[1]) if found else None


def fields_of_damaged(raw: bytes) -> list[tuple[JournalKey, str]]:
    """The fields of items that a damaged line seems to be about."""
    fields = []
    for key, name in _FIELD.findall(raw.decode("utf-8", "replace")):
        try:
            parsed = json.loads(key)
        except (ValueError, RecursionError):
            continue
        if _is_key(parsed):
            fields.append((tuple(parsed), name))
    return fields


def as_json(cells: Sequence[Cell]) -> bytes:
    """The content of a line that holds `cells`."""
    return encoded(cells)
