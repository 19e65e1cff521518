"""The agendas of a folder for the start screen, and where a document made from an agenda lies."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any

from referent.files.agenda_file import read_agenda
from referent.files.faults import Fault, FileFaults
from referent.files.record_file import record_path

AGENDA_FOLDER = "agendas"
EXPORT_FOLDER = "exports"
_KEPT = frozenset(" ._-")


class MeetingState(Enum):
    """How far a meeting has come, as the start screen tells it."""

    NOT_HELD = "not held"
    IN_PROGRESS = "in progress"
    HELD = "held"
    EXPORTED = "exported"


@dataclass(frozen=True, slots=True)
class AgendaEntry:
    """One agenda in a list. Where it has faults it is listed all the same, with what could be read of it."""

    path: Path
    date: date | None = None
    body: str = ""
    title: str = ""
    item_count: int = 0
    state: MeetingState = MeetingState.NOT_HELD
    faults: tuple[Fault, ...] = ()


def list_agendas(folder: Path) -> list[AgendaEntry]:
    """Every agenda in `folder`, newest meeting first; those without a readable date last. Empty without a folder."""
    try:
        paths = sorted(path for path in folder.glob("*.toml") if is_agenda_name(path.name))
    except OSError:
        return []
    entries = [_entry(path) for path in paths]
    return sorted(entries, key=lambda entry: entry.date or date.min, reverse=True)


def is_agenda_name(name: str) -> bool:
    """Whether a file of this name may be an agenda: not a record, nor a copy of one that was set aside."""
    inner = name.removesuffix(".toml")
    return (
        name.endswith(".toml")
        and not name.startswith(".")
        and not inner.endswith(".referat")
        and ".referat.konflikt-" not in inner
    )


def _entry(path: Path) -> AgendaEntry:
    try:
        agenda = read_agenda(path)
    except FileFaults as error:
        return AgendaEntry(path, state=meeting_state(path), faults=error.faults)
    return AgendaEntry(path, agenda.date, agenda.body, agenda.title, len(agenda.items), meeting_state(path))


def meeting_state(agenda_path: Path) -> MeetingState:
    """How far the meeting has come, from two keys of its record. A record that cannot be read was begun at least."""
    record = record_path(agenda_path)
    try:
        data: dict[str, Any] = tomllib.loads(record.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return MeetingState.NOT_HELD
    except (OSError, ValueError, RecursionError):
        return MeetingState.IN_PROGRESS
    if "startet" not in data:
        return MeetingState.NOT_HELD
    if "sluttet" not in data:
        return MeetingState.IN_PROGRESS
    return MeetingState.EXPORTED if _is_newer(export_path(agenda_path), record) else MeetingState.HELD


def _is_newer(path: Path, than: Path) -> bool:
    try:
        return path.stat().st_mtime_ns >= than.stat().st_mtime_ns
    except OSError:
        return False


def export_path(agenda_path: Path, suffix: str = "", extension: str = ".docx") -> Path:
    """Where the document lies: in `exports/` beside `agendas/` where the agenda's folder has that name, else beside the
    agenda. Only letters, digits and ` ._-` of the name are kept, so the result stays inside that folder.
    """
    folder = agenda_path.absolute().parent
    exports = folder.parent / EXPORT_FOLDER if folder.name == AGENDA_FOLDER else folder / EXPORT_FOLDER
    name = _safe(agenda_path.name.removesuffix(".toml")) or "referat"
    return exports / f"{name}{_safe(suffix)}{extension}"


def _safe(name: str) -> str:
    kept = "".join(character for character in name if character.isalnum() or character in _KEPT)
    return kept.strip(" .")[:150]
