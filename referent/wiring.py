"""Ties files, document and session together into the plain values and callables that screens and commands are given.

What is heavy to import (docx, tomlkit, pydantic) is imported where it is used: starting up is a feature.
"""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from referent.calls import WrongCall
from referent.cleaning import clean_line
from referent.domain.clock import Clock
from referent.domain.decisions import TextField
from referent.domain.meeting import Meeting
from referent.session import (
    AgendaEntry,
    ExportReport,
    MeetingSession,
    OpenedMeeting,
    OpeningFailed,
    SaveReport,
)
from referent.texts import CLI, WARNINGS, os_error

if TYPE_CHECKING:
    from referent.files.record_file import RecordWriter, WriteResult
    from referent.minutes.editions import Edition
    from referent.minutes.layout import Layout

KEYMAP_FILE = "taster.toml"


@dataclass(frozen=True, slots=True)
class ReadMeeting:
    """A meeting as its two files tell it. `is_held` is false where there is no record yet."""

    meeting: Meeting
    record: Path
    writer: bytes
    """The `RecordWriter`, which remembers what it read, so that what others change meanwhile is seen. Pickled: what it
    brings along is needed when the record is written, and not before.
    """
    is_held: bool


def read_meeting(agenda_path: Path) -> ReadMeeting:
    """The agenda with its record, where there is one. Raises `FileFaults` or OSError."""
    from referent.files.agenda_file import read_agenda
    from referent.files.record_file import RecordWriter, record_path

    agenda = read_agenda(agenda_path)
    record = record_path(agenda_path)
    writer = RecordWriter(record, agenda_path.name)
    meeting = writer.read(agenda)
    return ReadMeeting(meeting, record, pickle.dumps(writer), is_held=record.exists())


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
    from difflib import get_close_matches

    from referent.files.layout_file import layout_names

    near = get_close_matches(name, layout_names(), n=1)
    return CLI["did_you_mean"].format(word=near[0]) if near else ""


@dataclass(frozen=True, slots=True)
class ReadFiles:
    """All that is read to open a meeting; a plain value that can go from one process to another."""

    read: ReadMeeting
    field_labels: Mapping[TextField, str]
    layout: bytes
    """The `Layout`, pickled for the same reason as the writer."""
    warning: str
    """Of the house style."""


def read_files(path: Path) -> ReadFiles:
    """The files of the meeting with the agenda at `path`. Raises `FileFaults` or OSError."""
    read = read_meeting(path)
    style = house_style(read.meeting.agenda.layout, path.parent)
    return ReadFiles(read, field_labels(style.layout), pickle.dumps(style.layout), style.warning)


def field_labels(layout: Layout) -> dict[TextField, str]:
    """What the house style calls the fields of an item."""
    labels = {TextField.DECISION: layout.decision_label}
    if layout.discussion_label is not None:
        labels[TextField.DISCUSSION] = layout.discussion_label
    return labels


def open_meeting(path: Path, clock: Clock, read: Callable[[Path], ReadFiles] = read_files) -> OpenedMeeting:
    """All that a meeting screen needs for the agenda at `path`. Raises `OpeningFailed`."""
    from referent.files.faults import FileFaults

    try:
        files = read(path)
    except FileFaults as found:
        raise OpeningFailed(tuple(str(fault) for fault in found.faults)) from None
    except OSError as error:
        raise OpeningFailed((os_error_line(error, path),)) from None
    writer = cache(lambda: _writer_of(files.read))
    layout = cache(lambda: _layout_of(files))

    def save(meeting: Meeting) -> SaveReport:
        return SaveReport(_what_others_did(writer().write(meeting), files.read.record))

    def export(meeting: Meeting, edition: Edition, format: str) -> ExportReport:
        from referent import exporting

        kind = exporting.Format(format)
        target = exporting.target_of(path, edition, kind)
        exported = exporting.export(meeting, layout(), path, target, edition, kind)
        return ExportReport(exported.path, " ".join(filter(None, (files.warning, *exported.notes))))

    session = MeetingSession(files.read.meeting, clock)
    return OpenedMeeting(session, files.field_labels, layout, save, export, _notice(files))


def _writer_of(read: ReadMeeting) -> RecordWriter:
    writer: RecordWriter = pickle.loads(read.writer)
    return writer


def _layout_of(files: ReadFiles) -> Layout:
    layout: Layout = pickle.loads(files.layout)
    return layout


def _what_others_did(written: WriteResult, record: Path) -> str:
    if written.conflict_copy is not None:
        return CLI["conflict"].format(file=clean_line(record.name), copy=clean_line(written.conflict_copy.name))
    return CLI["changed_by_others"].format(file=clean_line(record.name)) if written.changed_by_others else ""


def _notice(files: ReadFiles) -> str:
    meeting = files.read.meeting
    goes_on = meeting.started_at is not None and meeting.closed_at is None
    return " ".join(line for line in (CLI["goes_on"] if goes_on else "", files.warning) if line)


def os_error_line(error: OSError, path: Path | None = None) -> str:
    """What the operating system refused, in Danish: the file, why, and what to do."""
    reason = os_error(error)
    file = error.filename if isinstance(error.filename, str) else path
    return reason if file is None else CLI["os_error"].format(file=clean_line(str(file)), reason=reason)


def agenda_entries(folder: Path) -> list[AgendaEntry]:
    """The agendas in `folder`, newest meeting first; one with faults is listed with them."""
    from referent.files.agenda_folder import list_agendas

    return list_agendas(folder)


def agenda_folder() -> Path:
    """`agendas/` here, where there is one, else here."""
    beside = Path("agendas")
    return beside if beside.is_dir() else Path()


def read_keymap() -> tuple[dict[str, str], tuple[str, ...]]:
    """The user's own keys, and in Danish what is wrong with the file of them."""
    from platformdirs import user_config_path

    wanted = os.environ.get("REFERENT_CONFIG_DIR")
    file = (Path(wanted) if wanted else user_config_path("referent", appauthor=False)) / KEYMAP_FILE
    if not os.path.lexists(file):
        return {}, ()
    from referent.files.faults import FileFaults
    from referent.files.keymap_file import read_keymap

    try:
        return read_keymap(file), ()
    except FileFaults as found:
        return {}, tuple(str(fault) for fault in found.faults)
    except OSError as error:
        return {}, (os_error_line(error, file),)
