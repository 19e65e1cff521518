"""The whole minutes, to read and to point in. A part is built and wrapped when it comes into sight, so that the length
of the document does not matter; until then it takes one line.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate

from rich.text import Text
from textual import events
from textual.binding import Binding
from textual.geometry import Offset, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from referent.minutes.blocks import Blocks
from referent.tui.block_text import text_lines

GUTTER = 2
"""Cells left of the text, for the mark of the line one is at."""
MARK = "›"
CONTEXT = 1
"""The lines left in sight above what one jumps to."""
NOT_BUILT = 1
"""The lines that a part takes until it is built."""


class MinutesView(ScrollView, can_focus=True):
    """Shows parts below each other. One line is the one that one is at."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES = {"minutes-view--at"}
    DEFAULT_CSS = """
    MinutesView {
        overflow-x: hidden;
        scrollbar-gutter: stable;
        scrollbar-size-vertical: 1;
        & > .minutes-view--at { background: $primary 40%; color: $text; }
    }
    """
    BINDINGS = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("home", "begin", show=False),
        Binding("end", "finish", show=False),
    ]

    class Moved(Message):
        """One is at another part."""

    def __init__(self, parts: Sequence[Callable[[], Blocks]], begin_at: int, *, id: str) -> None:
        super().__init__(id=id)
        self._parts = parts
        self._texts: dict[int, list[Text]] = {}
        self._window = Size()
        self._starts = list(range(len(parts) + 1))
        self._part, self._line = begin_at, 0
        self._scrolled_to = 0

    @property
    def part(self) -> int:
        """The part one is at."""
        return self._part

    # What is built

    @property
    def _width(self) -> int:
        return max(1, self.scrollable_content_region.width - GUTTER)

    @property
    def _height(self) -> int:
        return max(1, self.scrollable_content_region.height)

    def _lines(self, part: int) -> list[Text]:
        """The lines of a part, built where they are not yet; an empty one after them sets it off from the next."""
        if part not in self._texts:
            lines = text_lines(self._parts[part](), self._width, self.app.console)
            self._texts[part] = [*lines, Text()] if lines else []
        return self._texts[part]

    def _take_in(self, row: int) -> None:
        """Build what is in sight when the line one is at stands in `row` of the window, and scroll so that it does."""
        row = max(0, min(row, self._height - 1))
        above, part = row - self._line, self._part
        while above > 0 and part > 0:
            part -= 1
            above -= len(self._lines(part))
        below, part = self._height - row + self._line, self._part
        while below > 0 and part < len(self._parts):
            below -= len(self._lines(part))
            part += 1
        heights = (len(self._texts[part]) if part in self._texts else NOT_BUILT for part in range(len(self._parts)))
        self._starts = list(accumulate(heights, initial=0))
        self.virtual_size = Size(self.scrollable_content_region.width, self._starts[-1])
        self._scrolled_to = max(0, min(self._at - row, self.max_scroll_y))
        self.scroll_to(y=self._scrolled_to, animate=False, force=True, immediate=True)
        self.refresh()
        self._show_cursor()

    @property
    def _at(self) -> int:
        """The line one is at, counted from the top of the document."""
        return self._starts[self._part] + self._line

    def _show_cursor(self) -> None:
        """The terminal's own cursor stands where the text is, for screen readers and braille lines."""
        self.app.cursor_position = self.content_region.offset + Offset(GUTTER, self._at - round(self.scroll_y))

    # Moving

    def go_to(self, part: int, line: int = 0) -> None:
        """To a line of a part, with a little of what stands before it; a part without text gives way."""
        while part > 0 and not self._lines(part):
            part -= 1
            line = len(self._lines(part)) - 1
        self._part, self._line = part, min(line, max(0, len(self._lines(part)) - 1))
        self._take_in(CONTEXT)
        self.post_message(self.Moved())

    def _move(self, steps: int) -> None:
        row = self._at - round(self.scroll_y)
        for _ in range(abs(steps)):
            if not self._step(1 if steps > 0 else -1):
                break
        self._take_in(row + steps)
        self.post_message(self.Moved())

    def _step(self, step: int) -> bool:
        if 0 <= self._line + step < len(self._lines(self._part)):
            self._line += step
            return True
        part = self._part + step
        while 0 <= part < len(self._parts) and not self._lines(part):
            part += step
        if not 0 <= part < len(self._parts):
            return False
        self._part, self._line = part, (0 if step > 0 else len(self._lines(part)) - 1)
        return True

    def go_on(self, step: int) -> None:
        """To the next part that has a text, or the one before."""
        self._line = 0 if step < 0 else len(self._lines(self._part)) - 1
        self._step(step)
        self.go_to(self._part)

    def find(self, wanted: str) -> bool:
        """To the next place, round the end, where `wanted` stands; whether there is one."""
        wanted = wanted.casefold()
        places = [(self._part, self._line + 1), *((part % len(self._parts), 0) for part in self._others())]
        for part, first in places:
            lines = [line.plain.casefold() for line in self._lines(part)[first:]]
            ends = list(accumulate(len(line) + 1 for line in lines))
            where = " ".join(lines).find(wanted)
            if where >= 0:
                self.go_to(part, first + bisect_right(ends, where))
                return True
        return False

    def _others(self) -> range:
        """The parts from the next on and round to this one again."""
        return range(self._part + 1, self._part + 1 + len(self._parts))

    def action_move(self, steps: int) -> None:
        self._move(steps)

    def action_page(self, pages: int) -> None:
        self._move(pages * max(1, self._height - 1))

    def action_begin(self) -> None:
        self.go_to(0)

    def action_finish(self) -> None:
        last = len(self._parts) - 1
        self.go_to(last, len(self._lines(last)))

    def on_resize(self) -> None:
        was_shown = self._window.height > 0
        if self._width + GUTTER != self._window.width:
            self._texts = {}
            self._line = min(self._line, max(0, len(self._lines(self._part)) - 1))
        self._window = self.scrollable_content_region.size
        self._take_in(self._at - self._scrolled_to if was_shown else CONTEXT)

    def on_focus(self) -> None:
        self._show_cursor()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Whoever scrolls with the wheel or the bar takes the line one is at along."""
        super().watch_scroll_y(old_value, new_value)
        is_resizing = self._window != self.scrollable_content_region.size
        if round(new_value) != self._scrolled_to and not is_resizing:
            self._be_at(round(new_value))
            self._take_in(0)
            self.post_message(self.Moved())

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        if offset is not None:
            row = offset.y
            self._be_at(round(self.scroll_y) + row)
            self._take_in(row)
            self.post_message(self.Moved())

    def _be_at(self, line: int) -> None:
        line = min(line, self._starts[-1] - 1)
        self._part = bisect_right(self._starts, line) - 1
        self._line = line - self._starts[self._part]

    # What is painted

    def render_line(self, y: int) -> Strip:
        row = y + round(self.scroll_y)
        style = self.rich_style
        if row >= self._starts[-1]:
            return Strip.blank(self._width + GUTTER, style)
        part = bisect_right(self._starts, row) - 1
        is_at = row == self._at
        text = self._texts[part][row - self._starts[part]] if part in self._texts else Text()
        marked = Text.assemble(f"{MARK if is_at else ' ':<{GUTTER}}", text)
        strip = Strip(marked.render(self.app.console), marked.cell_len).adjust_cell_length(self._width + GUTTER)
        return strip.apply_style(self.get_component_rich_style("minutes-view--at") if is_at else style)
