"""Every hostile text by itself on every screen and dialog, in windows of every size; and something is pasted into every
field there is. Every frame of it is painted, as in a terminal.

python -m tests.campaigns.hostile_screens [WIDTHxHEIGHT…]
"""

from __future__ import annotations

import asyncio
import sys

from referent.cleaning import clean, clean_line
from tests.tui.desk import Desk
from tests.tui.hostile import HOSTILE, hostile_meeting, pastes
from tests.tui.screens import every_screen

SIZES = ((80, 24), (120, 40), (300, 100), (100, 300), (200, 8), (20, 5), (10, 3), (1, 1))


async def faults(text: str, size: tuple[int, int]) -> list[str]:
    """What is wrong with the screens of a meeting that says `text` everywhere, in a window of this size."""
    found: list[str] = []
    name = "the start"
    try:
        async with Desk(hostile_meeting(text), notice=clean_line(text), paints=True).run(size) as desk:
            await desk.press("ctrl+n")
            async for name in every_screen(desk):
                lines = desk.screen_lines()
                if len(lines) != size[1]:
                    found.append(f"{name}: {len(lines)} lines")
                pictures = ["\n".join(lines), *[picture async for picture in pastes(desk)]]
                if any(picture != clean(picture) for picture in pictures):
                    found.append(f"{name}: more than text")
            await desk.press("f8", "ctrl+r", "f5", "f5", "ctrl+s")
            if desk.has_ended:
                found.append("the program has ended")
    except Exception as error:
        found.append(f"{name}: {type(error).__name__}: {error}")
    return found


def main(sizes: tuple[tuple[int, int], ...] = SIZES) -> int:
    failed = 0
    for size in sizes:
        for name, text in HOSTILE.items():
            found = asyncio.run(faults(text, size))
            failed += bool(found)
            for fault in found:
                print(f"{size[0]}x{size[1]} {name}: {fault}")
    print(f"{len(sizes)} sizes, {len(HOSTILE)} texts, {failed} meetings with a fault")
    return 1 if failed else 0


def _size(argument: str) -> tuple[int, int]:
    width, height = map(int, argument.split("x"))
    return width, height


if __name__ == "__main__":
    sys.exit(main(tuple(map(_size, sys.argv[1:])) or SIZES))
