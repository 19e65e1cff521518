"""A TOML file read with suspicion: bytes in, clean data out, or one clear message with line and column.

What comes out holds only cleaned strings. Numbers with a point keep their digits as written (`WrittenFloat`).
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from referent import texts
from referent.cleaning import clean, clean_line
from referent.files.faults import Fault, FileFaults, KeyPath, say, shown_key
from referent.files.line_index import deepest_line, line_index, longest_key

MAX_BYTES = 16 * 1024 * 1024
MAX_KEY_PARTS = 40

_UNQUOTED = re.compile(r"^\s*([A-Za-z0-9_-]+)\s*=\s*(\d{1,2}(?:[.:]\d{2}|-\d{1,2}-\d{4})\b[^\"'#]*?)\s*(?:#.*)?$")
_DANISH = "æøåÆØÅéèëêáóíüöäÉÜÖÄñß–—‘’“”…«»§½°·´€"
"""What is not ASCII and yet to be expected in an agenda."""
_TOO_MANY_DIGITS = re.compile(r"\d[\d_]{4000,}")
_UTF16 = re.compile(rb"[^\0]\0[^\0]\0|\0[^\0]\0[^\0]|[^\0]\0\Z")
_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")

# What tomllib says (the beginning of it) and the code of what we say.
_PARSER_MESSAGES: tuple[tuple[str, str], ...] = (
    ("Invalid statement", "toml_statement"),
    ("Expected newline or end of document", "toml_after_value"),
    ("Found invalid character", "toml_character"),
    ("Illegal character", "toml_character"),
    ("Expected \"'''\"", "toml_open_text"),
    ('Expected \'"""\'', "toml_open_text"),
    ('Expected "\'"', "toml_open_text"),
    ("Unterminated string", "toml_open_text"),
    ("Cannot declare", "toml_table_twice"),
    ("Cannot overwrite", "toml_key_twice"),
    ("Duplicate inline table key", "toml_key_twice"),
    ("Cannot mutate", "toml_table_clash"),
    ("Cannot redefine", "toml_table_clash"),
    ("Expected ']'", "toml_table_end"),
    ("Expected ']]'", "toml_table_end"),
    ("Expected '='", "toml_equals"),
    ("Invalid initial character for a key", "toml_key"),
    ("Invalid value", "toml_value"),
    ("Unclosed array", "toml_open_array"),
    ("Unclosed inline table", "toml_open_inline"),
    ("Unescaped '\\\\'", "toml_backslash"),
    ("Unescaped '\\'", "toml_backslash"),
    ("Invalid hex value", "toml_backslash"),
    ("Escaped character is not", "toml_backslash"),
    ("Invalid date or datetime", "toml_date"),
)


class WrittenFloat(float):
    """A number with a point, which also knows its digits: `14.00` may be a time of day."""

    written: str

    def __new__(cls, written: str) -> WrittenFloat:
        number = super().__new__(cls, written.replace("_", ""))
        number.written = written
        return number


@dataclass(frozen=True)
class Source:
    """What a file holds, and where in it."""

    file: Path
    text: str
    data: dict[str, Any]

    @cached_property
    def _lines(self) -> dict[KeyPath, int]:
        return line_index(self.text)

    def line_of(self, path: KeyPath) -> int | None:
        """The line `path` stands on, else that of what it would stand in; None for the file as a whole."""
        for length in range(len(path), 0, -1):
            line = self._lines.get(tuple(path[:length]))
            if line is not None:
                return line
        return None

    def fault(self, path: KeyPath, message: str) -> Fault:
        return Fault(message, self.file, self.line_of(path), shown_key(path))


def read_source(path: Path) -> Source:
    """The file at `path`, parsed and clean. Raises `FileFaults`."""
    return parse_source(read_bytes(path), path)


def read_bytes(path: Path) -> bytes:
    """The bytes of a regular file of a sensible size. Raises `FileFaults`."""
    try:
        if not path.exists():
            raise _fault(path, say("no_file"))
        if not path.is_file():
            raise _fault(path, say("not_a_file"))
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise _fault(path, say("unreadable", reason=texts.os_error(error))) from None
    except ValueError:  # a NUL byte in the name
        raise _fault(path, say("no_file")) from None
    if len(data) > MAX_BYTES:
        raise _fault(path, say("too_big", megabytes=MAX_BYTES // (1024 * 1024)))
    return data


def parse_source(data: bytes, path: Path) -> Source:
    """`data`, the content of `path`, parsed and clean. Raises `FileFaults`."""
    text = decode(data, path).replace("\r\n", "\n")
    _refuse_long_keys(text, path)
    try:
        parsed = _cleaned(tomllib.loads(text, parse_float=WrittenFloat))
    except tomllib.TOMLDecodeError as error:
        raise _parse_fault(error, text, path) from None
    except (RecursionError, MemoryError):
        raise _fault(path, say("too_deep"), deepest_line(text)) from None
    except ValueError:  # Python reads no whole number with thousands of digits
        number = _TOO_MANY_DIGITS.search(text)
        line = text.count("\n", 0, number.start()) + 1 if number else None
        raise _fault(path, say("pydantic_int_parsing_size" if number else "toml_other"), line) from None
    return Source(path, text, parsed)


def decode(data: bytes, path: Path) -> str:
    """UTF-8, with or without its mark. Another encoding is named, never converted. Raises `FileFaults`."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or _UTF16.match(data):
        raise _fault(path, say("utf16", line=1, column=1), 1)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig", "replace")
        line, column = before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
        wrong = data[error.start : error.start + 1].decode("cp1252", "ignore")
        code = "windows1252" if wrong and wrong in _DANISH else "not_utf8"
        raise _fault(path, say(code, line=line, column=column, character=wrong), line) from None


def _refuse_long_keys(text: str, path: Path) -> None:
    # tomllib takes time and memory that grow with the square of the dots in a key. Texts may hold many dots, so only
    # where a line does is it worth looking closer.
    if not any(line.count(".") >= MAX_KEY_PARTS for line in text.split("\n")):
        return
    parts, line = longest_key(text)
    if parts > MAX_KEY_PARTS:
        raise _fault(path, say("key_too_long", parts=parts, most=MAX_KEY_PARTS), line)


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, dict):
        return {key: _cleaned(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_cleaned(inner) for inner in value]
    return value


def _parse_fault(error: tomllib.TOMLDecodeError, text: str, path: Path) -> FileFaults:
    message = str(error)
    place = _PLACE.search(message)
    lines = text.split("\n")
    line, column = len(lines), len(lines[-1]) + 1
    if place and place[1]:
        line, column = int(place[1]), int(place[2])
    code = next((code for start, code in _PARSER_MESSAGES if message.startswith(start)), "toml_other")
    character = lines[line - 1][column - 1 : column] if line <= len(lines) else ""
    unquoted = _UNQUOTED.match(lines[line - 1][:200]) if line <= len(lines) else None
    if unquoted is not None:
        return _fault(
            path, say("quote_value", line=line, column=column, key=unquoted[1], value=clean_line(unquoted[2])), line
        )
    if character == "\r":
        code = "toml_old_line_end"
    elif character and not character.isprintable() and character not in "\t\n":
        code = "toml_invisible"
    told = say(code, character=f"U+{ord(character or ' '):04X}")
    return _fault(path, told + say("toml_place", line=line, column=column), line)


def _fault(path: Path, message: str, line: int | None = None) -> FileFaults:
    return FileFaults([Fault(message, path, line)])
