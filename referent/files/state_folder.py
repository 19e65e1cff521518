"""Where the program keeps what is its own: a folder for each meeting, for its owner's eyes alone.

It lies on this computer, and not beside the agenda: a network drive, OneDrive or a USB stick then fails apart from it.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path
from zlib import crc32

from platformdirs import user_state_path

from referent.files.disk import Disk

MEETINGS = "moeder"
LOCKS = "laase"
_UNSAFE = re.compile(r"[^\w.-]+")


def state_root() -> Path:
    """The folder of all that is kept. `REFERENT_STATE_DIR` overrides where the system has such things."""
    wanted = os.environ.get("REFERENT_STATE_DIR")
    return Path(wanted) if wanted else user_state_path("referent", appauthor=False)


def meeting_folder(record: Path) -> Path:
    """The folder of the meeting whose record lies at `record`."""
    return state_root() / MEETINGS / _folder_name(record)


def makeshift_folder(record: Path) -> Path | None:
    """A folder to make do with where the proper one fails; None where someone else might look into it."""
    import tempfile

    owner = os.getuid() if hasattr(os, "getuid") else None
    root = Path(tempfile.gettempdir()) / f"referent-{owner if owner is not None else 'journal'}"
    try:
        found = os.lstat(root)
    except FileNotFoundError:
        return root / _folder_name(record)
    except OSError:
        return None
    is_ours = owner is None or (found.st_uid == owner and not found.st_mode & 0o077)
    return root / _folder_name(record) if stat.S_ISDIR(found.st_mode) and is_ours else None


def lock_files(record: Path) -> Iterator[Path]:
    """Where the lock of that meeting may lie, the proper place first. It is asked before anything else at the start,
    and a proper hash takes its time to load: two meetings of one name whose paths have one checksum share a lock.
    """
    resolved = Path(os.path.realpath(record))
    name = f"{_stem(resolved)}-{crc32(os.fsencode(resolved)):08x}.laas"
    yield state_root() / LOCKS / name
    makeshift = makeshift_folder(resolved)
    if makeshift is not None:
        yield makeshift.parent / LOCKS / name


def _folder_name(record: Path) -> str:
    import hashlib  # it takes its time to load; on starting, another process works this out

    resolved = os.path.realpath(record)
    return f"{_stem(record)}-{hashlib.sha256(os.fsencode(resolved)).hexdigest()[:16]}"


def _stem(record: Path) -> str:
    return _UNSAFE.sub("-", record.name.partition(".")[0])[:40].strip("-.") or "x"


def make_private(disk: Disk, folder: Path) -> None:
    """Make `folder` and what it lies in, so that a loss of power does not take them away again. Raises OSError."""
    if disk.is_folder(folder) or folder.parent == folder:
        return
    make_private(disk, folder.parent)
    disk.make_folder(folder)
    disk.fsync_folder(folder.parent)
