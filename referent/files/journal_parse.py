"""The lines of a journal as they are read, from a file that may be damaged in any way."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zlib import crc32

from referent.cleaning import clean
from referent.files.journal_lines import KINDS, Cell, JournalKey

_PLAIN = re.compile(rb"([0-9a-f]{8}) ((\d{1,18}) (\d{1,18}) (\w{1,10}) (.*))", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Line:
    number: int
    at: int
    """Seconds since 1970, of the clock on the wall."""
    kind: str
    content: Any


def _stood_for(table: dict[str, Any]) -> Any:
    if table.keys() != {"@"} or not isinstance(table["@"], str):
        return table
    written = table["@"]
    return datetime.fromisoformat(written) if "T" in written else date.fromisoformat(written)


_decode = json.JSONDecoder(object_hook=_stood_for).decode


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
