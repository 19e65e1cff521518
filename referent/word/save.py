"""A finished document goes to disk whole or not at all."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from secrets import token_hex


def replace_file(path: Path, content: bytes) -> None:
    """Put `content` at `path`: written beside it, flushed to the disk, then moved into place in one step.

    An OSError names `path`, whichever step failed, and leaves what stood there before; nothing half-written stays
    behind. On Windows a document that is open in Word gives PermissionError.
    """
    target = Path(os.path.realpath(path))
    temporary = target.with_name(f".{token_hex(4)}.tmp")
    try:
        _write_through(temporary, content)
        os.replace(temporary, target)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
    _flush_folder(target.parent)


def _write_through(path: Path, content: bytes) -> None:
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _flush_folder(folder: Path) -> None:
    """So that the new name survives a power cut. Some drives cannot do this, and the file is in place already."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
