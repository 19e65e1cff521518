"""On which line of a TOML file a key stands. A scanner of its own, because tomllib keeps no places.

It only has to be right for valid TOML; on anything else it stops early, and it never raises. Linear: the text is cut
into tokens once, and paths are kept to a limited depth and number.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from itertools import islice
from operator import itemgetter

from referent.files.faults import KeyPath

MAX_DEPTH = 8
MAX_ENTRIES = 200_000
MAX_TOKENS = 2_000_000
"""So many are looked at; what stands further down is told by the line of what it stands in, or by none."""

_TOKEN = re.compile(
    r"""
      (?P<newline>\n)
    | (?P<space>[ \t\r]++)
    | (?P<comment>\#[^\n]*+)
    | (?P<text>"{3}(?:[^"\\]|\\.|"(?!""))*+"{3,5} | '{3}(?:[^']|'(?!''))*+'{3,5}
             | "(?!"")(?:[^"\\\n]|\\.)*+" | '(?!'')[^'\n]*+')
    | (?P<mark>[\[\]{}=,.])
    | (?P<bare>[^\s\#"'\[\]{}=,.]++)
    """,
    re.VERBOSE | re.DOTALL,
)

_Token = tuple[str, str, int]  # kind, text, line


def _tokens(text: str) -> Iterator[_Token]:
    """The tokens of `text` without white space and comments. Ends at the first thing that is no TOML."""
    line, position = 1, 0
    while position < len(text):
        found = _TOKEN.match(text, position)
        if found is None:
            return
        kind, token = str(found.lastgroup), found.group()
        if kind not in ("space", "comment"):
            yield kind, token, line
        line += token.count("\n")
        position = found.end()


def _key_part(kind: str, token: str) -> str:
    if kind != "text":
        return token
    if token[0] == '"' and "\\" in token:
        try:
            return str(tomllib.loads(f"key = {token}")["key"])
        except ValueError:
            return token
    return token[1:-1]


class _Scanner:
    def __init__(self) -> None:
        self.lines: dict[KeyPath, int] = {}
        self._table: KeyPath = ()
        self._counts: dict[KeyPath, int] = {}

    def scan(self, text: str) -> None:
        statement: list[_Token] = []
        depth = 0
        for token in islice(_tokens(text), MAX_TOKENS):
            kind, mark, _ = token
            depth += _deeper(kind, mark)
            if kind == "newline" and depth <= 0:
                self._statement(statement)
                statement, depth = [], 0
            elif kind != "newline":
                statement.append(token)
        self._statement(statement)

    def _note(self, path: KeyPath, line: int) -> None:
        if len(path) <= MAX_DEPTH and len(self.lines) < MAX_ENTRIES:
            self.lines.setdefault(path, line)

    def _statement(self, tokens: list[_Token]) -> None:
        if not tokens:
            return
        if tokens[0][1] == "[":
            self._header(tokens)
        else:
            self._pair(tokens, 0, self._table)

    def _key(self, tokens: list[_Token], position: int) -> tuple[KeyPath, int]:
        """The parts of the key at `position`, and where it ends."""
        parts: list[str] = []
        while position < len(tokens) and (tokens[position][0] != "mark" or tokens[position][1] == "."):
            if tokens[position][0] != "mark":
                parts.append(_key_part(*tokens[position][:2]))
            position += 1
        return tuple(parts[: MAX_DEPTH + 1]), position

    def _inside(self, parts: KeyPath) -> KeyPath:
        """The path of a table header, with the index of the last element of every array of tables on the way."""
        path: KeyPath = ()
        for part in parts:
            path = (*path, part)
            if path in self._counts:
                path = (*path, self._counts[path] - 1)
        return path

    def _header(self, tokens: list[_Token]) -> None:
        is_array = len(tokens) > 1 and tokens[1][1] == "[" and tokens[1][0] == "mark"
        parts, _ = self._key(tokens, 2 if is_array else 1)
        line = tokens[0][2]
        if not parts:
            return
        for length in range(1, len(parts)):
            self._note(self._inside(parts[:length]), line)
        if not is_array:
            self._table = self._inside(parts)
            self._note(self._table, line)
            return
        array = (*self._inside(parts[:-1]), parts[-1])
        if array not in self._counts and len(self._counts) >= MAX_ENTRIES:
            return
        index = self._counts.get(array, 0)
        self._counts[array] = index + 1
        self._table = (*array, index)
        self._note(array, line)
        self._note(self._table, line)

    def _pair(self, tokens: list[_Token], position: int, table: KeyPath) -> None:
        """One `key = value`, with the keys and elements inside the value."""
        parts, position = self._key(tokens, position)
        if position >= len(tokens) or tokens[position][1] != "=":
            return
        path = (*table, *parts)
        self._note_all(table, parts, tokens[position][2])
        self._value(tokens, position + 1, path)

    def _note_all(self, table: KeyPath, parts: KeyPath, line: int) -> None:
        for length in range(1, len(parts) + 1):
            self._note((*table, *parts[:length]), line)

    def _value(self, tokens: list[_Token], position: int, path: KeyPath) -> None:
        """Walk through an array or inline table with a stack of its own: nesting must not reach Python's limit."""
        stack: list[tuple[str, KeyPath, int]] = []  # bracket, path of the container, next index
        wants_key = False
        here = path
        while position < len(tokens):
            kind, mark, line = tokens[position]
            if kind == "mark" and mark in "[{":
                if stack and stack[-1][0] == "[":
                    self._note(here, line)
                inner = here[: MAX_DEPTH + 1]
                stack.append((mark, inner, 0))
                here, wants_key = (*inner, 0) if mark == "[" else inner, mark == "{"
            elif kind == "mark" and mark in "]}":
                if not stack:
                    return
                here, wants_key = stack.pop()[1], False
            elif kind == "mark" and mark == ",":
                if not stack:
                    return
                bracket, container, index = stack.pop()
                stack.append((bracket, container, index + 1))
                here, wants_key = (*container, index + 1) if bracket == "[" else container, bracket == "{"
            elif wants_key:
                parts, position = self._key(tokens, position)
                self._note_all(stack[-1][1], parts, line)
                here, wants_key = (*stack[-1][1], *parts), False
            elif stack and stack[-1][0] == "[" and kind != "mark":
                self._note(here, line)
            position += 1


def line_index(text: str) -> dict[KeyPath, int]:
    """The line, from 1, of every key path, table and array element in `text`."""
    scanner = _Scanner()
    scanner.scan(text)
    return scanner.lines


def longest_key(text: str) -> tuple[int, int]:
    """How many parts the key with the most dots has, and the line it stands on."""
    longest = (0, 1)
    parts, is_after_dot = 0, False
    for kind, mark, line in _tokens(text):
        if kind in ("mark", "newline"):
            is_after_dot = mark == "."
            parts = parts if is_after_dot else 0
        else:
            parts = parts + 1 if is_after_dot else 1
            is_after_dot = False
            longest = max(longest, (parts, line), key=itemgetter(0))
    return longest


def deepest_line(text: str) -> int:
    """The line on which the most brackets are open."""
    deepest = (0, 1)
    depth = 0
    for kind, mark, line in _tokens(text):
        depth += _deeper(kind, mark)
        deepest = max(deepest, (depth, line), key=itemgetter(0))
    return deepest[1]


def _deeper(kind: str, mark: str) -> int:
    return (mark in "[{") - (mark in "]}") if kind == "mark" else 0
