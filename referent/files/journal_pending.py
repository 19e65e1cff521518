"""What the checkpoint does not hold yet, kept in memory: from it a journal can be written anew."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from referent.files.journal_lines import Cell, JournalKey

_Place = tuple[str, JournalKey | None, str | None]


class Pending:
    """The newest value of every cell that was changed, in the order in which they were changed last."""

    def __init__(self, cells: Iterable[Cell] = ()) -> None:
        self._cells: dict[_Place, tuple[int, Any]] = {}
        self.count = 0
        """Counts the changes."""
        self.add(cells)

    def add(self, cells: Iterable[Cell]) -> None:
        self.count += 1
        for section, key, name, value in cells:
            if key is not None and name is None:  # the row is gone, and what was in it
                for place in [place for place in self._cells if place[:2] == (section, key)]:
                    del self._cells[place]
            place = section, key, name
            self._cells.pop(place, None)
            self._cells[place] = self.count, value

    def drop(self, until: int) -> None:
        """Forget what was changed last at the change `until` or before: a checkpoint holds it."""
        self._cells = {place: kept for place, kept in self._cells.items() if kept[0] > until}

    def cells(self) -> list[Cell]:
        return [(*place, value) for place, (_, value) in self._cells.items()]

    def __bool__(self) -> bool:
        return bool(self._cells)
