"""Ties files, document and session together into the plain values and callables that screens and commands are given.

What is heavy to import (docx, tomlkit, pydantic) is imported where it is used: starting up is a feature.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from referent.beside import record_path
from referent.calls import os_error_line
from referent.cleaning import clean_line
from referent.cli_texts import CLI
from referent.domain.clock import Clock
from referent.domain.meeting import Meeting
from referent.own_files import read_phrases
from referent.ports import (
    AgendaEntry,
    Elsewhere,
    ExportReport,
    OpenedMeeting,
    OpeningFailed,
    OpeningQuestion,
    SaveReport,
)
from referent.reading import ReadFiles, ReadMeeting, layout_of, read_files, read_meeting, writer_of
from referent.session import MeetingSession

if TYPE_CHECKING:
    from referent.files.faults import FileFaults
    from referent.files.holder import Holder
    from referent.files.lock import MeetingLock
    from referent.files.meeting_files import MeetingFiles
    from referent.files.record_file import WriteResult
    from referent.minutes.editions import Edition


def lock_of(path: Path) -> MeetingLock:
    """The lock of the meeting with the agenda at `path`, not taken yet."""
    from referent.files.lock import MeetingLock

    return MeetingLock(record_path(path))


def open_meeting(
    path: Path, clock: Clock, read: Callable[[Path], ReadFiles] = read_files, lock: MeetingLock | None = None
) -> OpenedMeeting:
    """All that a meeting screen needs for the agenda at `path`. `lock`: where it was tried before the files were read
    ahead. Raises `OpeningFailed`.
    """
    from referent.files.faults import FileFaults
    from referent.files.holder import Holder
    from referent.files.journal import Journal
    from referent.files.marker import Presence, someone_else
    from referent.files.meeting_files import MeetingFiles

    lock = lock or lock_of(path)
    ourselves = Holder.ourselves(clock.now())
    holder = lock.take(ourselves)  # before the files are read: what they say may change until then
    try:
        files = read(path)
    except (FileFaults, OSError) as error:
        lock.release()
        raise OpeningFailed(_problems(error, path)) from None
    writer = cache(lambda: writer_of(files.read))
    layout = cache(lambda: layout_of(files))

    def numbered(meeting: Meeting) -> Meeting:
        if not any(item.is_added for item in meeting.items):
            return meeting  # without the house style, which takes its time to load
        from referent.minutes.numbering import as_printed

        return as_printed(meeting, layout())

    journal = Journal(files.read.beginning, files.read.meeting, clock)
    kept = MeetingFiles(writer, journal, files.read.record, clock)

    def save(meeting: Meeting) -> SaveReport:
        return SaveReport(_what_others_did(kept.save(meeting), files.read.record))

    def export(meeting: Meeting, edition: Edition, format: str) -> ExportReport:
        from referent import exporting

        kind = exporting.Format(format)
        target = exporting.target_of(path, edition, kind)
        exported = exporting.export(meeting, layout(), path, target, edition, kind)
        return ExportReport(exported.path, " ".join(filter(None, (files.warning, *exported.notes))))

    opened = OpenedMeeting(
        MeetingSession(files.read.meeting, clock, journal, numbered=numbered, is_saved=not files.read.beginning.cells),
        files.field_labels,
        layout,
        save,
        export,
        _notice(files),
        journal,
        _question(files.read, kept),
        presence=Presence(files.read.record, lock, ourselves),
        phrases=read_phrases,
    )
    if holder is not None:
        return _to_look_at(opened, _elsewhere(path, holder, ourselves))
    marker = someone_else(files.marker, ourselves)
    if marker is None:
        return opened
    elsewhere = _elsewhere(path, marker, ourselves, marker.machine)
    return replace(opened, elsewhere=replace(elsewhere, look=lambda: _to_look_at(opened, elsewhere)))


def _to_look_at(opened: OpenedMeeting, elsewhere: Elsewhere) -> OpenedMeeting:
    """The same meeting, to be looked at only."""
    if opened.presence is not None:
        opened.presence.end()
    return replace(
        opened,
        session=opened.session.to_look_at(),
        notice="",
        journal=None,
        question=None,
        presence=None,
        elsewhere=elsewhere,
    )


def _elsewhere(path: Path, holder: Holder, ourselves: Holder, machine: str = "") -> Elsewhere:
    from referent.files.onlooker import Onlooker

    onlooker = Onlooker(path, record_path(path), ourselves, lambda: read_meeting(path).meeting)
    return Elsewhere(holder.user, machine, holder.since, onlooker.news)


def _problems(error: FileFaults | OSError, path: Path) -> tuple[str, ...]:
    if isinstance(error, OSError):
        return (os_error_line(error, path),)
    return tuple(str(fault) for fault in error.faults)


def _question(read: ReadMeeting, files: MeetingFiles) -> OpeningQuestion | None:
    foreign = read.foreign
    if foreign is None:
        return None
    return OpeningQuestion(foreign.changes, foreign.since, foreign.meeting, lambda: files.answer(foreign))


def _what_others_did(written: WriteResult, record: Path) -> str:
    if written.conflict_copy is not None:
        return CLI["conflict"].format(file=clean_line(record.name), copy=clean_line(written.conflict_copy.name))
    return CLI["changed_by_others"].format(file=clean_line(record.name)) if written.changed_by_others else ""


def _notice(files: ReadFiles) -> str:
    meeting = files.read.meeting
    goes_on = meeting.started_at is not None and meeting.closed_at is None
    return " ".join(filter(None, (CLI["goes_on"] if goes_on else "", *files.read.notices, files.warning)))


def agenda_entries(folder: Path) -> list[AgendaEntry]:
    """The agendas in `folder`, newest meeting first; one with faults is listed with them."""
    from referent.files.agenda_folder import list_agendas

    return list_agendas(folder)


def agenda_folder() -> Path:
    """`agendas/` here, where there is one, else here."""
    beside = Path("agendas")
    return beside if beside.is_dir() else Path()
