"""Opening a record: the checkpoint, and what happened after it was written, from the journals.

A journal is used without a word where it builds on this very checkpoint. Where it does not (someone edited the record
after a crash, or put another in its place) nothing is replayed and nothing is deleted: there is a question to ask.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from referent.domain.agenda import Agenda
from referent.domain.meeting import Meeting
from referent.files.beginning import Beginning, ForeignJournal
from referent.files.disk import Disk
from referent.files.faults import Fault, FileFaults, say
from referent.files.history import History
from referent.files.journal_cells import is_same
from referent.files.journal_pending import Pending
from referent.files.journal_read import Change, Damage, KeptJournal, hash_of, read_journals
from referent.files.journal_replay import Replay, meeting_of
from referent.files.record_file import RecordWriter, parse_record
from referent.files.record_merge import merge
from referent.files.record_rows import Row, Rows, rows_of
from referent.files.state_folder import makeshift_folder, meeting_folder
from referent.texts import JOURNAL

_ATTEMPTS = 3


@dataclass(frozen=True)
class OpenedRecord:
    """A meeting as it was last on the screen, and what its new journal goes on from."""

    meeting: Meeting
    is_held: bool
    """Whether anything has happened at it: there is a record or a journal."""
    beginning: Beginning
    recovered: int = 0
    """How many cells of the meeting the record does not have."""
    damage: Damage | None = None
    foreign: ForeignJournal | None = None
    notices: tuple[str, ...] = field(default=())
    """In Danish, a line each: what was recovered, and what is damaged."""


def open_record(writer: RecordWriter, record: Path, agenda: Agenda, disk: Disk | None = None) -> OpenedRecord:
    """The meeting of the record that `writer` reads, with the journals that belong to it. It only looks: nothing is
    written or removed. A lock against a second copy of the program is to be taken before. Raises `FileFaults`.
    """
    disk = disk or Disk()
    record = disk.resolve(record)
    makeshift = makeshift_folder(record)
    folders = (meeting_folder(record), *([makeshift] if makeshift is not None else []))
    for _ in range(_ATTEMPTS):
        meeting = _checkpoint(writer, record, agenda, disk)
        journals = read_journals(disk, folders)
        if writer.read_bytes() == writer.data:
            break  # else it was saved meanwhile, by a program that is running
    return _Opening(meeting, writer.data, journals, record, folders, History(record, disk)).opened()


def _checkpoint(writer: RecordWriter, record: Path, agenda: Agenda, disk: Disk) -> Meeting:
    """The meeting of the record alone. One that cannot be read is never taken for an empty one."""
    earlier = History(record, disk)
    try:
        meeting = writer.read(agenda)
    except FileFaults as found:
        raise FileFaults([*found.faults, *_way_back(earlier, record)]) from None
    if writer.data is not None and not writer.data.strip():
        way_back = _way_back(earlier, record)
        if way_back:
            raise FileFaults([Fault(say("record_empty"), record), *way_back])
    return meeting


def _way_back(earlier: History, record: Path) -> list[Fault]:
    try:
        entries = earlier.entries()
    except OSError:
        return []
    return [Fault(say("record_history", time=f"{entries[0].at:%d-%m-%Y kl. %H.%M}"), record)] if entries else []


class _Opening:
    def __init__(
        self,
        meeting: Meeting,
        data: bytes | None,
        journals: list[KeptJournal],
        record: Path,
        folders: tuple[Path, ...],
        earlier: History,
    ) -> None:
        self._meeting = meeting
        self._data = data
        self._checkpoint = hash_of(data)
        self._journals = journals
        self._record = record
        self._folders = folders
        self._history = earlier

    def opened(self) -> OpenedRecord:
        own = next((journal for journal in self._journals if self._covered(journal) is not None), None)
        others = [journal for journal in self._journals if journal is not own]
        foreign, set_aside = self._foreign(others)
        if own is None:
            fresh = Beginning(secrets.token_hex(4), self._record, self._folders, self._checkpoint, set_aside=set_aside)
            return OpenedRecord(self._meeting, self._data is not None, fresh, foreign=foreign)
        covers = self._covered(own) or 0
        changes = own.after(covers)
        meeting = Replay(self._meeting, self._record).do([change.cells for change in changes])
        recovered = _count_differences(rows_of(self._meeting), rows_of(meeting))
        since = _time_of(changes)
        damage = own.damage_after(covers)
        pending = Pending()
        for change in changes:
            pending.add(change.cells)
        beginning = Beginning(
            own.id,
            self._record,
            self._folders,
            self._checkpoint,
            covers,
            own.last_number,
            tuple(pending.cells()),
            tuple(own.segments),
            set_aside,
        )
        is_held = self._data is not None or bool(recovered)
        notices = tuple(filter(None, (_said_recovered(recovered, since), _said_damage(damage))))
        return OpenedRecord(meeting, is_held, beginning, recovered, damage, foreign, notices)

    def _covered(self, journal: KeptJournal) -> int | None:
        if not journal.records <= {str(self._record)}:
            return None
        return journal.covered_by(self._checkpoint)

    # Journals that do not belong to this record

    def _foreign(self, journals: list[KeptJournal]) -> tuple[ForeignJournal | None, tuple[Path, ...]]:
        """The newest that says something the record does not, and the files of those that say nothing."""
        question: ForeignJournal | None = None
        set_aside: list[Path] = []
        for journal in journals:
            if question is not None:
                break  # the others are asked about another time
            meeting = self._with(journal)
            changes = _count_differences(rows_of(self._meeting), rows_of(meeting))
            if changes:
                since = _time_of(journal.changes) or datetime.fromtimestamp(0)
                question = ForeignJournal(meeting, changes, since, tuple(journal.segments))
            else:
                set_aside += journal.segments
        return question, tuple(set_aside)

    def _with(self, journal: KeptJournal) -> Meeting:
        """The meeting with what the journal says. Where the record that it builds on is known, only what has changed
        since; else all of it.
        """
        for mark in sorted(journal.marks, key=lambda mark: mark.number, reverse=True):
            data = self._history.find(mark.checkpoint)
            if data is None:
                continue
            try:
                base = parse_record(data, self._record, self._meeting.agenda)
                ours = Replay(base, self._record).do([change.cells for change in journal.after(mark.covers)])
                merged = merge(rows_of(base), rows_of(self._meeting), rows_of(ours)) if self._data is not None else None
                return meeting_of(self._meeting.agenda, merged.rows, self._record) if merged is not None else ours
            except FileFaults:
                continue
        return Replay(self._meeting, self._record).do([change.cells for change in journal.changes])


def _count_differences(one: Rows, other: Rows) -> int:
    """How many cells of the record differ; a new row counts for one more than what happened in it."""
    tables: list[tuple[Row, Row]] = [(one.root, other.root)]
    for old, new in ((one.people, other.people), (one.items, other.items)):
        tables += [(old.get(key, {}), new.get(key, {})) for key in {*old, *new}]
    naming = {"punkt", "titel", "nr", "navn", "ny", "tilfoejet", "efter", "type"}
    count = 0
    for was, now in tables:
        differing = {name for name in {*was, *now} if not is_same(was.get(name), now.get(name))}
        count += len(differing - naming) or bool(differing)
    return count or int(list(one.people) != list(other.people))


def _time_of(changes: list[Change]) -> datetime | None:
    """When the first of them happened. A line that says everything again says it later than it happened."""
    times = [change.at for change in changes if change.cells]
    return datetime.fromtimestamp(min(times)) if times else None


def _said_recovered(count: int, since: datetime | None) -> str:
    if not count or since is None:
        return ""
    form = "recovered_one" if count == 1 else "recovered"
    return JOURNAL[form].format(count=count, time=f"{since:%H.%M}")


def _said_damage(damage: Damage | None) -> str:
    if damage is None or (damage.are_all_known and not damage.fields):
        return ""
    places = []
    for key, name in damage.fields:
        number, title = (key[1] if key[0] == "p" else None), key[-2]
        where = JOURNAL["item_number"].format(number=number) if number is not None else f"»{title}«"
        places.append(f"{where} ({name})")
    if not damage.are_all_known:
        places.append(JOURNAL["somewhere"])
    form = "damaged_one" if damage.lines == 1 else "damaged"
    return JOURNAL[form].format(count=damage.lines, places=", ".join(dict.fromkeys(places)))
