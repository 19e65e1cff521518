"""The blocks of the minutes on a terminal."""

from __future__ import annotations

from rich.console import Console

from referent.minutes.markdown import parse
from referent.tui.block_text import text_lines


def test_a_list_in_a_cell_keeps_its_marks() -> None:
    blocks = parse("| A | B |\n| --- | --- |\n| 7. syv<br>8. otte | - x<br>- y |", 3)
    shown = "\n".join(line.plain for line in text_lines(blocks, 60, Console(width=60)))
    for mark in ("7. syv", "8. otte", "• x", "• y"):
        assert mark in shown
