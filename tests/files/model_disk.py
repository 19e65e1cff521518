"""A disk in memory that knows what a loss of power may leave of it.

What was written and not synced is there, is not there, is torn, or is a hole of zeros; and of the changes to folders
that were not synced any may be there without the others. It is stricter than file systems are, and so is a promise.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from referent.files.disk import Disk

MANY = 5
"""Changes to folders of which every subset is looked at; of more, all but each one, and each one alone."""
TEMPORARY = ".tmp"

_temp_numbers = itertools.count()


@dataclass
class Inode:
    """A file, whatever it is called: what is durable, and what was written since."""

    durable: bytes = b""
    pending: list[bytes | None] = field(default_factory=list)
    """In order; None: it was emptied."""

    @property
    def content(self) -> bytes:
        return self._with(self.pending)

    def _with(self, writes: list[bytes | None]) -> bytes:
        data = self.durable
        for written in writes:
            data = b"" if written is None else data + written
        return data

    def possible(self) -> Iterator[bytes]:
        """What may be in it after a loss of power, each once."""
        seen = [self.durable, self.content]
        if self.pending:
            *before, last = self.pending
            if last is not None:
                seen.append(self._with([*before, last[: len(last) // 2]]))
                seen.append(self._with([*before, bytes(len(last))]))
            if before and before[0] is not None:
                seen.append(self._with([bytes(len(before[0])), *self.pending[1:]]))
        yield from dict.fromkeys(seen)


Change = tuple[str, Path, Path | None, Inode | None]
"""What happened in a folder: `link` a name, `unlink` it, `move` one over another, or `make` a folder."""


class ModelDisk(Disk):
    """`after_call` is told after every call that changes something which path it was about."""

    def __init__(self, folders: Iterable[Path], files: Mapping[Path, bytes] | None = None) -> None:
        self.after_call: Callable[[Path], None] = lambda path: None
        self.fails_with: OSError | None = None
        """What every call that changes something raises."""
        self._folders = set(folders)
        self._durable = {path: Inode(data) for path, data in (files or {}).items()}
        self._durable_folders = set(folders)
        self._names = dict(self._durable)
        self._changes: list[Change] = []
        self._open: dict[int, tuple[Path, Inode]] = {}
        self._counter = itertools.count(3)

    # The calls

    def resolve(self, path: Path) -> Path:
        return path

    def read(self, path: Path) -> bytes | None:
        return self._names[path].content if path in self._names else None

    def create(self, path: Path) -> int:
        if path in self._names:
            raise FileExistsError(str(path))
        if path.parent not in self._folders:
            raise FileNotFoundError(str(path))
        inode = self._names[path] = Inode()
        self._change("link", path, None, inode)
        return self._opened(path, inode)

    create_log = create

    def overwrite(self, path: Path) -> int:
        """Only a program that is wrong does this to its record."""
        if path not in self._names:
            return self.create(path)
        self._names[path].pending.append(None)
        return self._opened(path, self._names[path])

    def _opened(self, path: Path, inode: Inode) -> int:
        fd = next(self._counter)
        self._open[fd] = path, inode
        return fd

    def write(self, fd: int, data: bytes) -> int:
        path, inode = self._open[fd]
        self._may_fail(path)
        inode.pending.append(data)
        self.after_call(path)
        return len(data)

    def fsync(self, fd: int) -> None:
        path, inode = self._open[fd]
        self._may_fail(path)
        inode.durable, inode.pending = inode.content, []
        self.after_call(path)

    def close(self, fd: int) -> None:
        del self._open[fd]

    def is_at(self, fd: int, path: Path) -> bool:
        return self._names.get(path) is self._open[fd][1]

    def names(self, folder: Path) -> list[str]:
        return sorted(path.name for path in self._names if path.parent == folder)

    def is_folder(self, path: Path) -> bool:
        return path in self._folders

    def make_folder(self, folder: Path) -> None:
        self._folders.add(folder)
        self._change("make", folder, None, None)

    def copy_mode(self, source: Path, target: Path) -> None:
        pass

    def replace(self, source: Path, target: Path) -> None:
        self._may_fail(target)
        inode = self._names.pop(source)
        self._names[target] = inode
        self._change("move", target, source, inode)

    def remove(self, path: Path) -> None:
        if path not in self._names:
            raise FileNotFoundError(str(path))
        del self._names[path]
        self._change("unlink", path, None, None)

    def fsync_folder(self, folder: Path) -> None:
        self._may_fail(folder)
        now = [change for change in self._changes if change[1].parent == folder]
        self._durable, self._durable_folders = self._after(now)
        self._changes = [change for change in self._changes if change not in now]
        self.after_call(folder)

    def temp_name(self) -> str:
        return f".r{next(_temp_numbers)}{TEMPORARY}"

    def _may_fail(self, path: Path) -> None:
        if self.fails_with is not None:
            raise self.fails_with

    def _change(self, kind: str, path: Path, source: Path | None, inode: Inode | None) -> None:
        self._changes.append((kind, path, source, inode))
        self.after_call(path)

    # What may be left

    def _after(self, changes: list[Change]) -> tuple[dict[Path, Inode], set[Path]]:
        names, folders = dict(self._durable), set(self._durable_folders)
        for kind, path, source, inode in changes:
            if kind == "make":
                folders.add(path)
            elif kind == "unlink":
                names.pop(path, None)
            elif inode is not None:
                names[path] = inode
                if source is not None:
                    names.pop(source, None)
        return names, folders

    def killed(self) -> Image:
        """What is left when the program is killed: everything."""
        return Image({path: inode.content for path, inode in self._names.items()}, is_damaged=False)

    def images(self) -> Iterator[Image]:
        """What a loss of power may leave now."""
        for changes in self._subsets():
            names, folders = self._after(changes)
            visible = {path: inode for path, inode in names.items() if set(path.parents) - {Path("/")} <= folders}
            paths = list(visible)
            for contents in itertools.product(*(list(visible[path].possible()) for path in paths)):
                yield Image(
                    dict(zip(paths, contents, strict=True)), is_damaged=any(b"\0" in content for content in contents)
                )

    def _subsets(self) -> Iterator[list[Change]]:
        changes = self._changes
        if len(changes) <= MANY:
            for kept in itertools.product((False, True), repeat=len(changes)):
                yield list(itertools.compress(changes, kept))
            return
        yield []
        yield changes
        for change in changes:
            yield [change]
            yield [other for other in changes if other is not change]


class Image(Disk):
    """What is found on the disk afterwards; it is only read."""

    def __init__(self, files: Mapping[Path, bytes], *, is_damaged: bool) -> None:
        self.files = dict(files)
        self.is_damaged = is_damaged
        """There is a hole in it."""

    def resolve(self, path: Path) -> Path:
        return path

    def read(self, path: Path) -> bytes | None:
        assert path.suffix != TEMPORARY, path
        return self.files.get(path)

    def names(self, folder: Path) -> list[str]:
        return sorted(path.name for path in self.files if path.parent == folder)

    def key(self) -> frozenset[tuple[Path, bytes]]:
        """Two images with the same key are read alike. Of temporary files only where one lies: they are never read."""
        return frozenset(
            (path.parent, b"") if path.suffix == TEMPORARY else (path, data) for path, data in self.files.items()
        )
