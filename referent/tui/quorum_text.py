"""The quorum in words: never by colour alone."""

from __future__ import annotations

from collections.abc import Collection

from referent import screen_texts as texts
from referent.domain.meeting import Meeting
from referent.domain.quorum import Quorum, QuorumState, has_lost_quorum, quorum


def quorum_line(found: Quorum) -> str:
    """ "Beslutningsdygtig: 5 af 9 medlemmer er til stede (mindst 5)."""
    return texts.QUORUM[found.state.value].format(present=found.present, members=found.members, needed=found.needed)


def quorum_warning(meeting: Meeting, not_members: Collection[str]) -> str:
    """What stays on the screen of a meeting that has lost its quorum; else nothing."""
    found = quorum(meeting, not_members) if has_lost_quorum(meeting, not_members) else None
    return quorum_line(found) if found is not None else ""


def is_broken(found: Quorum) -> bool:
    return found.state is QuorumState.BROKEN
