"""The case of an item, to be read beside what is being written."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from referent.domain.agenda import AgendaItem
from referent.tui.widgets.block_view import BlockView

if TYPE_CHECKING:
    from referent.minutes.blocks import Blocks


class CasePane(BlockView):
    """Shows one case at a time. Each is parsed once and kept; `prepare_next` does that while nobody waits."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._parsed: dict[str, Blocks] = {}

    def show(self, item: AgendaItem) -> None:
        case = self._case_of(item)
        if case is not self._blocks:  # after a look at another screen one reads on where one was
            self.show_blocks(case)

    def prepare_next(self, items: Iterable[AgendaItem]) -> None:
        """Parse the first of `items` that has not been parsed yet."""
        waiting = next((item for item in items if item.id not in self._parsed), None)
        if waiting is not None:
            self._case_of(waiting)

    def _case_of(self, item: AgendaItem) -> Blocks:
        if item.id not in self._parsed:
            from referent.tui.case_text import case_blocks  # after the first paint: blocks are slow to import

            self._parsed[item.id] = case_blocks(item)
        return self._parsed[item.id]
