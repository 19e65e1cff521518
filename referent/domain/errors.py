"""Errors: a code and values, put into Danish by the texts at the bottom of the house."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from referent import texts


class CodedError(Exception):
    """Something that cannot be, by its code; `str()` gives the Danish message to show."""

    TEXTS: ClassVar[Mapping[str, str]]
    """By code; what stands in braces is filled with the values."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values = values

    def __str__(self) -> str:
        return self.TEXTS[self.code].format_map(self.values)


class MeetingError(CodedError):
    """A transition that makes no sense now."""

    TEXTS = texts.ERRORS
