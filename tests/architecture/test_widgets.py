"""Textual's widgets that are too slow or too English for a meeting are not used."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import referent.tui

SCREENS = Path(referent.tui.__file__).parent
AVOIDED = {
    "Footer": "leaks its keys and doubles the cost of moving the focus",
    "Header": "is not needed, and slow to start",
    "Markdown": "mounts a widget for each paragraph",
    "MarkdownViewer": "mounts a widget for each paragraph",
    "ListView": "takes a third of a second for 200 rows",
    "LoadingIndicator": "keeps the processor busy",
    "Select": "prompts in English",
    "CommandPalette": "speaks English",
}


@cache
def imported_names() -> tuple[tuple[str, str], ...]:
    return tuple(_imported_names())


def _imported_names() -> Iterator[tuple[str, str]]:
    for file in SCREENS.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("textual"):
                yield from ((file.name, alias.name) for alias in node.names)


def test_no_screen_uses_a_widget_that_is_to_be_avoided() -> None:
    assert [f"{file}: {name} {AVOIDED[name]}" for file, name in imported_names() if name in AVOIDED] == []


def test_the_widgets_that_are_used_are_seen_by_this_test() -> None:
    assert {"OptionList", "Static", "TextArea", "Input"} <= {name for _, name in imported_names()}
