"""How a record is called that lies beside its agenda."""

from __future__ import annotations

from pathlib import Path

RECORD_SUFFIX = ".referat.toml"


def record_path(agenda: Path) -> Path:
    """The record of an agenda: `x.referat.toml` for `x.toml`."""
    return agenda.with_name(agenda.name.removesuffix(".toml") + RECORD_SUFFIX)


def agenda_path(record: Path) -> Path:
    """The agenda of a record."""
    return record.with_name(record.name.removesuffix(RECORD_SUFFIX) + ".toml")
