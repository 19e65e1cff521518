"""Editing at random, and what it does to a program; for the tests and for `tests.campaigns.random_editing`."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable

from textual import events
from textual.app import App, ComposeResult
from textual.widgets import TextArea

from referent.domain.decisions import TextField
from referent.minutes.completion import NameFinder
from referent.tui.widgets.editor import Editor
from referent.tui.widgets.writing_aids import WritingAids

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


# Names, formulas and abbreviations


async def faults_of_mixtures(seeds: int, steps: int) -> list[str]:
    """What goes wrong where names, formulas, abbreviations and undo are used at random in one field."""
    told: list[str] = []
    rng = random.Random()
    aids = WritingAids(
        lambda: NameFinder(("Anna Ask", "Anders Dal", "Bo Birk")),
        lambda item_id, field, line, is_leaving: rng.random() < 0.5,
        {"te": "Taget {hvem}.\nTil efterretning."},
    )
    editor = Editor("item-1", TextField.DECISION, "", "Beslutning", "", lambda *change: told.append(change[2]), aids)
    acts = acts_of(editor, rng)
    faults = []
    async with OneField(editor).run_test(size=(40, 12)):
        for seed in range(seeds):
            rng.seed(seed)
            for step in range(steps):
                if rng.random() < 0.7:
                    await type_key(editor, rng.choice(KEYS))
                else:
                    rng.choice(acts)()
                if rng.random() < 0.3:
                    await asyncio.sleep(0)
                if told and told[-1] != editor.text:
                    faults.append(f"seed {seed}, step {step}: the field holds what was not told")
                    break
            while editor.history.undo_stack:
                editor.undo()
            if editor.text:
                faults.append(f"seed {seed}: {editor.text!r} is left when all is undone")
    return faults


KEYS = ["@", "a", "n", " ", ";", "t", "e", "!", "enter", "up", "down"]
FORMULAS = ("ad. 1: {svar}\n\nad. 2: Drøftet.", "Tiltrådt.")


def acts_of(editor: Editor, rng: random.Random) -> list[Callable[[], object]]:
    return [
        editor.take_name,
        editor.complete_name,
        editor.close_names,
        editor.next_place,
        lambda: editor.write_formula(FORMULAS),
        lambda: editor.insert_apart(rng.choice(FORMULAS)),
        editor.undo,
        editor.redo,
        editor.select_all,
        editor.action_cursor_left,
        editor.action_cursor_line_start,
        editor.action_delete_left,
        editor.finish_line,
    ]


async def type_key(editor: Editor, key: str) -> None:
    """What Textual does with a key that comes to a field."""
    event = events.Key(key, "\r" if key == "enter" else key if len(key) == 1 else None)
    await editor._on_key(event)
    if not event._no_default_action:
        await TextArea._on_key(editor, event)
