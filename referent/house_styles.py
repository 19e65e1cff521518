"""The house style of a meeting or of a call: found by its name, or told to be unknown."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from referent.calls import WrongCall
from referent.cleaning import clean_line
from referent.cli_texts import CLI
from referent.file_texts import WARNINGS
from referent.texts import did_you_mean

if TYPE_CHECKING:
    from referent.minutes.layout import Layout


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """A house style; `warning` is Danish and says where another one was wanted."""

    layout: Layout
    warning: str = ""


def house_style(name: str, beside: Path) -> HouseStyle:
    """The house style `name`; where it is not known a warning and the standard one. Raises `FileFaults` for a file of a
    house style that has faults.
    """
    from referent.files.layout_file import STANDARD, UnknownLayout, load_layout

    try:
        return HouseStyle(load_layout(name, beside))
    except UnknownLayout:
        warning = WARNINGS["unknown_layout"].format(name=clean_line(name), hint=_layout_hint(name))
        return HouseStyle(load_layout(STANDARD), warning)


def house_style_of_call(name: str) -> HouseStyle:
    """The house style that the call names, a path as seen from here. Raises `FileFaults` or `WrongCall`."""
    from referent.files.layout_file import UnknownLayout, load_layout

    try:
        return HouseStyle(load_layout(name))
    except UnknownLayout:
        raise _unknown_layout(name) from None


def _unknown_layout(name: str) -> WrongCall:
    from referent.files.layout_file import layout_names

    known = ", ".join(layout_names())
    return WrongCall(CLI["unknown_layout"].format(name=clean_line(name), hint=_layout_hint(name), known=known))


def layout_text(name: str) -> str:
    """The file of the built-in house style `name`, comments and all. Raises `WrongCall`."""
    from referent.files.layout_file import BUILT_IN, layout_names

    if name not in layout_names():
        raise _unknown_layout(name)
    return (BUILT_IN / f"{name}.toml").read_text(encoding="utf-8")


def _layout_hint(name: str) -> str:
    from referent.files.layout_file import layout_names

    return did_you_mean(name, layout_names())
