"""The shape of `indstillinger.toml`; needed only to say what is wrong with one."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field

from referent.files.settings_file import REMINDERS, THEMES
from referent.files.shape import Shape, one_of
from referent.ports import Reminder


class SettingsShape(Shape):
    tema: Annotated[bool, BeforeValidator(one_of(THEMES))] = True
    enkel: bool = False
    paamindelse: list[Annotated[Reminder, BeforeValidator(one_of(REMINDERS))]] = Field([], max_length=10)
