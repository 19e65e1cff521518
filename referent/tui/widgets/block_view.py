"""Blocks to read, wrapped once for a width. Only the lines that are seen are drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

if TYPE_CHECKING:
    from rich.text import Text

    from referent.minutes.blocks import Blocks


class BlockView(ScrollView):
    """Shows blocks; scrolls by lines."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    BlockView {
        overflow-x: hidden;
        scrollbar-gutter: stable;
        scrollbar-size-vertical: 1;
    }
    """

    def __init__(self, *, id: str, can_focus: bool = False) -> None:
        super().__init__(id=id)
        self.can_focus = can_focus
        self._blocks: Blocks = ()
        self._lines: list[Strip] = []
        self._wrapped_to = 0

    def show_blocks(self, blocks: Blocks) -> None:
        self._blocks = blocks
        self._wrap()
        self.scroll_to(0, 0, animate=False)

    def lines_of(self, blocks: Blocks) -> int:
        """How many lines the blocks take here."""
        return len(self._text_lines(blocks))

    @property
    def _text_width(self) -> int:
        return self.scrollable_content_region.width

    def _text_lines(self, blocks: Blocks) -> list[Text]:
        from referent.tui.block_text import text_lines  # blocks are slow to import: not before there are any

        return text_lines(blocks, self._text_width, self.app.console)

    def _wrap(self) -> None:
        width = self._wrapped_to = self._text_width
        console = self.app.console
        lines = self._text_lines(self._blocks)
        self._lines = [Strip(line.render(console), line.cell_len) for line in lines]
        self.virtual_size = Size(width, len(lines))
        self.refresh()

    def on_resize(self) -> None:
        if self._blocks and self._text_width != self._wrapped_to:
            self._wrap()

    def render_line(self, y: int) -> Strip:
        style = self.rich_style
        row = y + self.scroll_offset.y
        line = self._lines[row] if row < len(self._lines) else Strip.blank(0)
        return line.adjust_cell_length(self._text_width).apply_style(style)
