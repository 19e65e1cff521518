"""Whether the body can make decisions (beslutningsdygtig)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import Enum

from referent.domain.agenda import Profile
from referent.domain.attendance import Status
from referent.domain.meeting import Meeting
from referent.domain.voting import NOT_MEMBERS, electorate, seats


class QuorumState(Enum):
    REACHED = "reached"
    OPEN = "open"
    """Not reached by those who are noted, but by them and those of whom nothing is noted yet."""
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Quorum:
    """How many there are, and how many there must be. All are members, or came instead of one."""

    members: int
    """Seats, the vacant ones too."""
    present: int
    unknown: int
    """In the room as far as anybody knows, but nobody noted it."""

    @property
    def needed(self) -> int:
        return (self.members + 1) // 2

    @property
    def state(self) -> QuorumState:
        if self.present >= self.needed:
            return QuorumState.REACHED
        return QuorumState.OPEN if self.present + self.unknown >= self.needed else QuorumState.BROKEN


def quorum(meeting: Meeting, not_members: Collection[str] = NOT_MEMBERS) -> Quorum | None:
    """At least half of the members must be present (styrelsesloven § 11, stk. 2), at the running item without those who
    are outside or recused. None where no such rule governs the body, or the agenda names no members.
    """
    members = seats(meeting, not_members)
    if meeting.agenda.profile is not Profile.MUNICIPAL or not members:
        return None
    running = meeting.running
    gone = {*running.outside, *running.recused} if running else set()
    present = unknown = 0
    for voter in electorate(meeting, not_members):
        if voter.person_id is None:
            present += 1
            continue
        noted = meeting.attendance_of(voter.person_id)
        if noted.is_here and voter.person_id not in gone:
            present += noted.status is Status.PRESENT
            unknown += noted.status is Status.UNKNOWN
    return Quorum(len(members), present, unknown)


def has_lost_quorum(meeting: Meeting, not_members: Collection[str] = NOT_MEMBERS) -> bool:
    """Whether a meeting that is being held cannot make decisions any more."""
    if meeting.started_at is None or meeting.closed_at is not None:
        return False
    found = quorum(meeting, not_members)
    return found is not None and found.state is QuorumState.BROKEN
