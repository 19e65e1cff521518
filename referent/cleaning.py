"""What comes in from files, keys and paste is cleaned once, here: nothing stays that steers a terminal."""

from __future__ import annotations

import re

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")

# Kept: newline and tab. Out: the other C0 controls, DEL and C1 (ESC sequences reach the terminal), bidi overrides and
# isolates (they make text read as something else), lone surrogates and non-characters (no file can hold them).
_UNWANTED = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef"
    + "".join(f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(17))
    + "]"
)


def clean(text: str) -> str:
    """`text` with every line end as a newline, and without controls, bidi overrides, surrogates and non-characters."""
    return _UNWANTED.sub("", _LINE_ENDS.sub("\n", text))


def clean_line(text: str) -> str:
    """`text` cleaned and on one line, as a title or a name is."""
    return " ".join(clean(text).split("\n")).strip()
