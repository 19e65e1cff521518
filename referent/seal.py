"""The seal on what we export: it tells later whether a person has changed the document since.

The document carries it itself, nothing is kept elsewhere. It is a SHA-256 over the content without the seal, so it says
nothing of who made the document, when or where, and the same minutes give the same bytes.

- Markdown and HTML end with a comment line, `<!-- referent sha256:… -->`.
- A PDF has it as a comment before its last `startxref`, where it moves nothing that the file points to.
- A DOCX has a custom document property (ECMA-376 part 1, 22.3). What counts is its parts, by name and content: another
  order or compression of the ZIP changes no word of the document.

Whoever wants to deceive can make a seal; it is there against overwriting by mistake.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable, Mapping
from hashlib import sha256
from itertools import chain, count
from pathlib import Path
from zipfile import ZipFile

LARGEST_FILE = 64 * 1024 * 1024
LARGEST_UNPACKED = 128 * 1024 * 1024
"""Bytes. What is larger is not ours."""
MOST_PARTS = 2_000

DOCX_SEAL_PART = "docProps/custom.xml"
NO_SEAL = b"0" * 64
"""Stands in the seal's place while the seal is worked out."""

_DOCX_SEAL = re.compile(rb"(?<=>sha256:)[0-9a-f]{64}(?=<)")
_LINES = {
    ".md": (b"\n<!-- referent sha256:%s -->\n", re.compile(rb"\n<!-- referent sha256:([0-9a-f]{64}) -->\n\Z")),
    ".html": (b"\n<!-- referent sha256:%s -->\n", re.compile(rb"\n<!-- referent sha256:([0-9a-f]{64}) -->\n\Z")),
    ".pdf": (b"%%referent sha256:%s\n", re.compile(rb"(?<=\n)%referent sha256:([0-9a-f]{64})\n(?=startxref\s)")),
}


def sealed(content: bytes, suffix: str) -> bytes:
    """The content of a `.md`, `.html` or `.pdf` file with its seal. Raises KeyError for any other suffix.

    A PDF without `startxref` is returned as it is: it is broken, and nobody's seal mends it.
    """
    line, _ = _LINES[suffix.lower()]
    seal = line % sha256(content).hexdigest().encode()
    place = content.rfind(b"\nstartxref") + 1 if suffix.lower() == ".pdf" else len(content)
    return content[:place] + seal + content[place:] if place else content


def seal_of_parts(parts: Mapping[str, bytes]) -> bytes:
    """The seal of a DOCX: 64 hexadecimal digits, over all its parts. `NO_SEAL` stands where it will."""
    whole = sha256()
    for name in sorted(parts):
        # Each with its length, or a byte could move from one part to the next unseen.
        for piece in (name.encode(), parts[name]):
            whole.update(b"%d:" % len(piece))
            whole.update(piece)
    return whole.hexdigest().encode()


def is_untouched(path: Path) -> bool:
    """Whether the file at `path` is exactly as we made it.

    False for what was changed, for what is not ours, and for whatever cannot be read, whole or at all.
    """
    try:
        file = path.stat()
        if not stat.S_ISREG(file.st_mode) or file.st_size > LARGEST_FILE:
            return False
        return _CHECKS.get(path.suffix.lower(), _unknown)(path)
    except OSError:
        return False


def free_name(path: Path) -> Path:
    """Where a document that is wanted at `path` may be written: there, or beside it as "x (2).docx", "x (3).docx" …

    The first name that nothing stands at, or nothing but an export of ours that nobody has changed.
    """
    beside = (path.with_name(f"{path.stem} ({number}){path.suffix}") for number in count(2))
    return next(name for name in chain((path,), beside) if not os.path.lexists(name) or is_untouched(name))


def _unknown(path: Path) -> bool:
    return False


def _is_untouched_text(path: Path) -> bool:
    content = path.read_bytes()
    _, pattern = _LINES[path.suffix.lower()]
    found = list(pattern.finditer(content))
    if not found:
        return False
    start, end = found[-1].span()
    return found[-1][1] == sha256(content[:start] + content[end:]).hexdigest().encode()


def _is_untouched_docx(path: Path) -> bool:
    try:
        with ZipFile(path) as package:
            parts = _parts(package)
    except Exception:  # zipfile answers garbage with nearly every kind there is
        return False
    properties = parts.get(DOCX_SEAL_PART, b"")
    found = _DOCX_SEAL.search(properties)
    if not found:
        return False
    parts[DOCX_SEAL_PART] = properties[: found.start()] + NO_SEAL + properties[found.end() :]
    return found[0] == seal_of_parts(parts)


def _parts(package: ZipFile) -> dict[str, bytes]:
    """Every part with its content; ValueError where the package is larger than ours ever are, or names a part twice."""
    entries = package.infolist()
    names = {entry.filename for entry in entries}
    if len(names) != len(entries) or len(entries) > MOST_PARTS:
        raise ValueError("not a package of ours")
    # zipfile never unpacks more than the size that the entry states, and the checksum fails where it lied.
    if sum(entry.file_size for entry in entries) > LARGEST_UNPACKED:
        raise ValueError("too large to be ours")
    return {entry.filename: package.read(entry) for entry in entries}


_CHECKS: dict[str, Callable[[Path], bool]] = {
    **dict.fromkeys(_LINES, _is_untouched_text),
    ".docx": _is_untouched_docx,
}
