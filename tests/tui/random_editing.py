"""Editing at random, and whether it ends a program; for the tests and for `tests.campaigns.random_editing`."""

from __future__ import annotations

import asyncio
import random

from textual import events
from textual.app import App, ComposeResult
from textual.widgets import TextArea

SENTENCE = "Udvalget drøftede punktet og besluttede at indstille sagen til byrådet, jf. bilag 3 (se [note]). "


class OneField(App[None]):
    """An app of one text area."""

    CSS = "TextArea { height: 1fr; }"

    def __init__(self, area: TextArea) -> None:
        super().__init__()
        self.area = area

    def compose(self) -> ComposeResult:
        yield self.area

    def on_mount(self) -> None:
        self.area.cursor_blink = False
        self.area.focus()


async def edit_at_random(area: TextArea, seed: int, steps: int) -> None:
    """Type, paste, mark, delete, undo and redo; the area is used as its keys use it."""
    rng = random.Random(seed)
    for _ in range(steps):
        match rng.randrange(9):
            case 0 | 1:
                area._replace_via_keyboard(rng.choice(["a", " ", "ord ", "\n"]), *area.selection)
            case 2:
                await area._on_paste(events.Paste("\n".join(SENTENCE[: rng.randrange(90)] for _ in range(48))))
            case 3 | 4:
                area.undo()
            case 5:
                area.redo()
            case 6:
                lines = area.document.line_count
                area.move_cursor((rng.randrange(lines), 0), select=rng.random() < 0.5)
            case 7:
                area.action_delete_left()
            case 8:
                area.select_all()
        if rng.random() < 0.3:
            await asyncio.sleep(0)


async def fails(kind: type[TextArea], seed: int, steps: int) -> bool:
    """Whether random editing ends an app with this text area."""
    app = OneField(kind(SENTENCE, soft_wrap=True))
    try:
        async with app.run_test(size=(40, 12)):
            await edit_at_random(app.area, seed, steps)
    except (ValueError, IndexError):
        return True
    return False
