"""The agendas of a folder for the start screen, and where a document made from an agenda lies."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

from referent.beside import record_path
from referent.files.agenda_file import agenda_in
from referent.files.faults import FileFaults
from referent.files.holder import Holder
from referent.files.marker import is_open
from referent.files.toml_source import read_source
from referent.ports import AgendaEntry, AgendaState

AGENDA_FOLDER = "agendas"
EXPORT_FOLDER = "exports"
_KEPT = frozenset(" ._-")
_AGENDA_KEYS = frozenset(["udvalg", "dato", "punkter"])


def list_agendas(folder: Path) -> list[AgendaEntry]:
    """Every agenda in `folder`, newest meeting first; those without a readable date last. Empty without a folder."""
    try:
        paths = sorted(path for path in folder.glob("*.toml") if is_agenda_name(path.name))
    except OSError:
        return []
    entries = (_entry(path) for path in paths)
    return sorted(
        (entry for entry in entries if entry is not None), key=lambda entry: entry.date or date.min, reverse=True
    )


def is_agenda_name(name: str) -> bool:
    """Whether a file of this name may be an agenda: not a record, nor a copy of one that was set aside."""
    inner = name.removesuffix(".toml")
    return (
        name.endswith(".toml")
        and not name.startswith(".")
        and not inner.endswith(".referat")
        and ".referat.konflikt-" not in inner
    )


def _entry(path: Path) -> AgendaEntry | None:
    """None for what is plainly no agenda: TOML without one of an agenda's keys, such as a house style lying here."""
    try:
        source = read_source(path)
        if source.data.keys().isdisjoint(_AGENDA_KEYS):
            return None
        agenda = agenda_in(source)
    except FileFaults as error:
        return AgendaEntry(path, state=meeting_state(path), problems=tuple(str(fault) for fault in error.faults))
    return AgendaEntry(path, agenda.date, agenda.body, agenda.title, len(agenda.items), meeting_state(path))


def meeting_state(agenda_path: Path) -> AgendaState:
    """How far the meeting has come, from two keys of its record. A record that cannot be read was begun at least."""
    record = record_path(agenda_path)
    if is_open(record, Holder.ourselves()):
        return AgendaState.OPEN
    if not os.path.lexists(record):
        return AgendaState.NOT_HELD
    try:
        data = read_source(record).data
    except FileFaults:
        return AgendaState.IN_PROGRESS
    if "startet" not in data:
        return AgendaState.NOT_HELD
    if "sluttet" not in data:
        return AgendaState.IN_PROGRESS
    return AgendaState.EXPORTED if _is_newer(export_path(agenda_path), record) else AgendaState.HELD


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
