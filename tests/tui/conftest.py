"""What all tests of the screens share: ways to make and drop a program hundreds of times without waiting for it."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from typing import Any

import pytest
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet

PROGRAMS_KEPT = 400
OBJECTS = 20_000
"""What one program leaves for the collector."""


@pytest.fixture(autouse=True, scope="session")
def hardly_any_garbage_collection() -> Iterator[None]:
    """To take a program that has ended apart costs a sixth of its test: some hundred MB of them are kept instead."""
    usual = gc.get_threshold()
    gc.collect()
    gc.freeze()
    gc.set_threshold(PROGRAMS_KEPT * OBJECTS, 20, 20)
    yield
    gc.set_threshold(*usual)
    gc.freeze()  # so that the end of Python does not take them apart either


@pytest.fixture(autouse=True, scope="session")
def style_sheets_parsed_once() -> Iterator[None]:
    """Every program has the same style sheets; Textual parses them all for each, and again for each kind of screen."""
    known: dict[tuple[object, ...], list[RuleSet]] = {}
    numbers: dict[tuple[tuple[str, str], ...], int] = {}
    last: tuple[dict[str, str], int] = ({}, -1)
    parse = Stylesheet._parse_rules

    def number_of(variables: dict[str, str]) -> int:
        """One and the same for all that say the same: some two hundred colours are looked up once for each program."""
        nonlocal last
        if variables is not last[0]:
            last = variables, numbers.setdefault(tuple(variables.items()), len(numbers))
        return last[1]

    def remembered(sheet: Stylesheet, css: str, *args: Any, **kwargs: Any) -> list[RuleSet]:
        key = (css, args, tuple(kwargs.items()), number_of(sheet._variables))
        if key not in known:
            known[key] = parse(sheet, css, *args, **kwargs)
        return known[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Stylesheet, "_parse_rules", remembered)
        patch.setattr(RuleSet, "__hash__", object.__hash__)  # what theirs comes to, without a call to Python
        yield
