"""Errors of the core: a code and values, put into Danish by `texts`."""

from __future__ import annotations

from referent import texts


class MeetingError(Exception):
    """A transition that makes no sense now. `str()` gives the Danish message to show."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values = values

    def __str__(self) -> str:
        return texts.error(self.code, self.values)
