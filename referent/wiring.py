"""Ties files, document and session together into the plain values and callables that screens and commands are given.

What is heavy to import (docx, tomlkit, pydantic) is imported where it is used: starting up is a feature.
"""

from __future__ import annotations

import contextlib
import os
import pickle
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from referent.calls import RECORD_SUFFIX, WrongCall
from referent.cleaning import clean_line
from referent.domain.clock import Clock
from referent.domain.decisions import TextField
from referent.domain.meeting import Meeting
from referent.session import (
    AgendaEntry,
    Elsewhere,
    ExportReport,
    MeetingSession,
    OpenedMeeting,
    OpeningFailed,
    OpeningQuestion,
    SaveReport,
    Settings,
)
from referent.texts import CLI, JOURNAL, WARNINGS, os_error

if TYPE_CHECKING:
    from referent.files.beginning import Beginning, ForeignJournal
    from referent.files.faults import FileFaults
    from referent.files.holder import Holder
    from referent.files.lock import MeetingLock
    from referent.files.meeting_files import MeetingFiles
    from referent.files.record_file import RecordWriter, WriteResult
    from referent.minutes.editions import Edition
    from referent.minutes.layout import Layout
    from referent.minutes.phrases import Phrases

KEYMAP_FILE = "taster.toml"
SETTINGS_FILE = "indstillinger.toml"
PHRASES_FILE = "tekster.toml"


@dataclass(frozen=True, slots=True)
class ReadMeeting:
    """A meeting as its files tell it. `is_held` is false where nothing has happened at it yet."""

    meeting: Meeting
    """With what a journal says that has not reached the record."""
    record: Path
    writer: bytes
    """The `RecordWriter`, which remembers what it read, so that what others change meanwhile is seen. Pickled: what it
    brings along is needed when the record is written, and not before.
    """
    is_held: bool
    beginning: Beginning
    """What its journal goes on from."""
    notices: tuple[str, ...]
    """In Danish what was recovered, and what is damaged."""
    foreign: ForeignJournal | None
    """A journal that does not belong to the record as it is now, and is not in `meeting`."""

    @property
    def unread(self) -> str:
        """In Danish that there is such a journal, for where nobody can be asked."""
        if self.foreign is None:
            return ""
        agenda = clean_line(self.record.name.removesuffix(RECORD_SUFFIX) + ".toml")
        return JOURNAL["foreign"].format(time=f"{self.foreign.since:%d-%m-%Y kl. %H.%M}", file=agenda)


def read_meeting(agenda_path: Path) -> ReadMeeting:
    """The agenda with its record and its journal, where there are any. Raises `FileFaults` or OSError."""
    from referent.files.agenda_file import read_agenda
    from referent.files.record_file import RecordWriter, record_path
    from referent.files.recovery import open_record

    agenda = read_agenda(agenda_path)
    record = record_path(agenda_path)
    writer = RecordWriter(record, agenda_path.name)
    opened = open_record(writer, record, agenda)
    return ReadMeeting(
        opened.meeting,
        record,
        pickle.dumps(writer),
        opened.is_held,
        opened.beginning,
        opened.notices,
        opened.foreign,
    )


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
    marker: Holder | None
    """Who says beside the record that the meeting is open."""


def read_files(path: Path) -> ReadFiles:
    """The files of the meeting with the agenda at `path`. Raises `FileFaults` or OSError."""
    from referent.files.marker import read_marker

    read = read_meeting(path)
    style = house_style(read.meeting.agenda.layout, path.parent)
    marker = read_marker(read.record)
    return ReadFiles(read, field_labels(style.layout), pickle.dumps(style.layout), style.warning, marker)


def lock_of(path: Path) -> MeetingLock:
    """The lock of the meeting with the agenda at `path`, not taken yet."""
    from referent.files.lock import MeetingLock

    return MeetingLock(record_of(path))


def record_of(path: Path) -> Path:
    return path.with_name(path.name.removesuffix(".toml") + RECORD_SUFFIX)


def field_labels(layout: Layout) -> dict[TextField, str]:
    """What the house style calls the fields of an item."""
    labels = {TextField.DECISION: layout.decision_label}
    if layout.discussion_label is not None:
        labels[TextField.DISCUSSION] = layout.discussion_label
    return labels


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
    writer = cache(lambda: _writer_of(files.read))
    layout = cache(lambda: _layout_of(files))

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
        MeetingSession(files.read.meeting, clock, journal, is_saved=not files.read.beginning.cells),
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
        session=MeetingSession(opened.session.meeting, opened.session.clock, is_look_only=True),
        notice="",
        journal=None,
        question=None,
        presence=None,
        elsewhere=elsewhere,
    )


def _elsewhere(path: Path, holder: Holder, ourselves: Holder, machine: str = "") -> Elsewhere:
    from referent.files.onlooker import Onlooker

    onlooker = Onlooker(path, record_of(path), ourselves, lambda: read_meeting(path).meeting)
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
    return " ".join(filter(None, (CLI["goes_on"] if goes_on else "", *files.read.notices, files.warning)))


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


def config_folder() -> Path:
    """Where the user's own settings lie."""
    from platformdirs import user_config_path

    wanted = os.environ.get("REFERENT_CONFIG_DIR")
    return Path(wanted) if wanted else user_config_path("referent", appauthor=False)


def read_keymap() -> tuple[dict[str, str], tuple[str, ...]]:
    """The user's own keys, and in Danish what is wrong with the file of them."""
    file = config_folder() / KEYMAP_FILE
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


def read_settings() -> tuple[Settings, tuple[str, ...]]:
    """The user's own settings, and in Danish what is wrong with the file of them; then the usual ones."""
    file = config_folder() / SETTINGS_FILE
    if not os.path.lexists(file):
        return Settings(), ()
    from referent.files.faults import FileFaults
    from referent.files.settings_file import read_settings

    try:
        return read_settings(file), ()
    except FileFaults as found:
        return Settings(), tuple(str(fault) for fault in found.faults)
    except OSError as error:
        return Settings(), (os_error_line(error, file),)


def remember_theme(is_dark: bool) -> None:
    """Write the theme into the user's settings; where that cannot be done it holds for this time only."""
    from referent.files.settings_file import write_theme

    with contextlib.suppress(OSError):
        write_theme(config_folder() / SETTINGS_FILE, is_dark)


def read_phrases() -> Phrases:
    """The user's own formulas and abbreviations; with faults in the file there are none, and it says in Danish why."""
    from referent.minutes.phrases import Phrases

    file = config_folder() / PHRASES_FILE
    if not os.path.lexists(file):
        return Phrases()
    from referent.files.faults import FileFaults
    from referent.files.phrases_file import read_phrases

    try:
        return read_phrases(file)
    except FileFaults as found:
        return Phrases(problems=tuple(str(fault) for fault in found.faults))
    except OSError as error:
        return Phrases(problems=(os_error_line(error, file),))
