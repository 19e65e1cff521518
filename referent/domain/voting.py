"""Votes: who may vote, what the votes come to, and what about them does not add up.

A vote is kept as it was noted: a count, or names and parties. A party stands for all of its members who may vote and
are not named themselves, so that one who votes against the party can be named beside it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum

from referent import texts
from referent.domain.agenda import Participant, told_apart
from referent.domain.attendance import Part
from referent.domain.decisions import Vote, Votes
from referent.domain.item import MeetingItem, Recusal
from referent.domain.meeting import Meeting
from referent.domain.room import part_taken
from referent.domain.stopwatch import is_running

NOT_MEMBERS = ("Sekretariat", "Gæster")
"""Groups without a vote, where the agenda says of nobody that they have one and the house style names no others."""


@dataclass(frozen=True, slots=True)
class Voter:
    """One who may vote."""

    name: str
    """Told apart from all others on the list."""
    party: str = ""
    person_id: str | None = None
    """None for a substitute who is not on the list."""


class Result(Enum):
    """What the votes came to: decisions are made by a majority of the votes cast, unless something else is laid down
    (styrelsesloven § 11, stk. 3). On a tie there is no majority: the motion falls, and the chair's vote counts like any
    other.
    """

    CARRIED = "carried"
    UNANIMOUS = "unanimous"
    """Carried, with nobody against and nobody abstaining."""
    REJECTED = "rejected"
    TIED = "tied"
    NONE = "none"
    """Nobody voted for or against."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many voted how."""

    for_: int
    against: int
    abstained: int

    @property
    def total(self) -> int:
        return self.for_ + self.against + self.abstained

    @property
    def result(self) -> Result:
        if self.for_ == self.against:
            return Result.TIED if self.for_ else Result.NONE
        if self.for_ < self.against:
            return Result.REJECTED
        return Result.CARRIED if self.against or self.abstained else Result.UNANIMOUS


@dataclass(frozen=True, slots=True)
class VoteFault:
    """Something about a vote that does not add up."""

    code: str
    values: dict[str, object] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """In Danish."""
        return texts.VOTE_FAULTS[self.code].format_map(self.values)


def seats(meeting: Meeting, not_members: Collection[str] = NOT_MEMBERS) -> tuple[Participant, ...]:
    """The members of the body, vacant seats too: those with `may_vote`; where the agenda says of nobody that they have
    it, all but those who were added, who stand in for another, or whose group is one of `not_members`.
    """
    listed = meeting.agenda.participants
    if any(person.may_vote for person in listed):
        return tuple(person for person in listed if person.may_vote)
    return tuple(
        person
        for person in listed
        if person.may_vote is None and person.group not in not_members and not person.substitute_for
    )


def electorate(meeting: Meeting, not_members: Collection[str] = NOT_MEMBERS) -> tuple[Voter, ...]:
    """Who votes at this meeting: the members who are not absent, and for one who is, whoever came instead."""
    labels = dict(zip((p.id for p in meeting.people), told_apart(p.name for p in meeting.people), strict=True))
    here = [p for p in meeting.people if not p.is_vacant and not meeting.attendance_of(p.id).status.is_absence]
    voters: dict[str, Voter] = {}
    for seat in seats(meeting, not_members):
        who: Participant | None = seat if seat in here else None
        substitute = meeting.attendance_of(seat.id).substitute
        if who is None:
            who = next((p for p in here if p.substitute_for == seat.name or p.name == substitute), None)
        if who is not None:
            voters.setdefault(labels[who.id], Voter(labels[who.id], who.party or seat.party, who.id))
        elif substitute and not seat.is_vacant:
            voters.setdefault(substitute, Voter(substitute, seat.party))
    return tuple(voters.values())


def entitled(meeting: Meeting, item: MeetingItem, not_members: Collection[str] = NOT_MEMBERS) -> tuple[Voter, ...]:
    """Those who can vote on the item now: in the room (at an item that has been treated: at any time of it), not
    outside and not recused. One who is recused has no part in debate or vote (styrelsesloven § 14).
    """
    return tuple(voter for voter in electorate(meeting, not_members) if _can_vote(meeting, item, voter))


def _can_vote(meeting: Meeting, item: MeetingItem, voter: Voter) -> bool:
    if voter.person_id is None:
        return True
    if not _is_admitted(item, voter):
        return False
    if is_running(item.spans):
        return meeting.attendance_of(voter.person_id).is_here
    return part_taken(meeting, voter.person_id, item) is not Part.NONE


def _is_admitted(item: MeetingItem, voter: Voter) -> bool:
    return voter.person_id not in item.outside and voter.person_id not in item.recused


def _parts(meeting: Meeting, item: MeetingItem, voter: Voter) -> Part:
    """How much of the item a voter could vote in; one who left half-way may have voted or not."""
    if voter.person_id is None:
        return Part.WHOLE
    return part_taken(meeting, voter.person_id, item) if _is_admitted(item, voter) else Part.NONE


# What a vote comes to


def voters_of(cast: Votes, vote: Vote, voters: Sequence[Voter]) -> tuple[Voter, ...]:
    """The voters that `cast`, one of the three parts of `vote`, stands for; none where it is a count."""
    if isinstance(cast, int):
        return ()
    named = {name.casefold() for part in parts_of(vote) if not isinstance(part, int) for name in part}
    wanted = {name.casefold() for name in cast}
    return tuple(
        voter
        for voter in voters
        if voter.name.casefold() in wanted
        or (voter.party and voter.party.casefold() in wanted and voter.name.casefold() not in named)
    )


def parts_of(vote: Vote) -> tuple[Votes, Votes, Votes]:
    return vote.for_, vote.against, vote.abstained


def strangers_in(cast: Votes, voters: Sequence[Voter]) -> tuple[str, ...]:
    """What `cast` names that is no voter and no party of one."""
    if isinstance(cast, int):
        return ()
    known = {name.casefold() for voter in voters for name in (voter.name, voter.party)}
    return tuple(name for name in cast if name.casefold() not in known)


def tally(vote: Vote, voters: Sequence[Voter]) -> Tally:
    """The votes counted. A name that is no voter's counts as one."""
    counts = [
        cast if isinstance(cast, int) else len(voters_of(cast, vote, voters)) + len(strangers_in(cast, voters))
        for cast in parts_of(vote)
    ]
    return Tally(*counts)


def rest_of(voters: Sequence[Voter], vote: Vote) -> Votes:
    """All who are in none of the parts of `vote`: parties where all of one are left, else names; a count where one of
    the parts is a count.
    """
    if any(isinstance(cast, int) for cast in parts_of(vote)):
        return max(0, len(voters) - tally(vote, voters).total)
    taken = {voter for cast in parts_of(vote) for voter in voters_of(cast, vote, voters)}
    left = [voter for voter in voters if voter not in taken]
    split = {voter.party for voter in taken}
    return tuple(
        dict.fromkeys(voter.party if voter.party and voter.party not in split else voter.name for voter in left)
    )


def outvoted(vote: Vote, voters: Sequence[Voter]) -> Votes:
    """Those against where it was carried, those for where it was not."""
    carried = tally(vote, voters).result in (Result.CARRIED, Result.UNANIMOUS)
    return vote.against if carried else vote.for_


# What does not add up


def vote_faults(
    meeting: Meeting, item: MeetingItem, not_members: Collection[str] = NOT_MEMBERS
) -> tuple[VoteFault, ...]:
    """Everything about the item's vote that does not add up; nothing where it was not voted on."""
    vote = item.vote
    if vote is None:
        return ()
    voters = electorate(meeting, not_members)
    parts = {voter: _parts(meeting, item, voter) for voter in voters}
    possible = [voter for voter in voters if parts[voter] is not Part.NONE]
    certain = [voter for voter in voters if parts[voter] is Part.WHOLE]
    members = {seat.id for seat in seats(meeting, not_members)} | {voter.person_id or "" for voter in voters}
    found: list[VoteFault] = []
    for cast in parts_of(vote):
        found += [_stranger(meeting, item, name, members) for name in strangers_in(cast, possible)]
    found += [VoteFault("voted_twice", {"name": name}) for name in _named_twice(vote)]
    total = tally(vote, possible).total
    if voters and total > len(possible):
        found.append(VoteFault("votes_too_many", {"cast": total, "entitled": len(possible)}))
    elif total < len(certain):
        found.append(VoteFault("votes_too_few", {"cast": total, "entitled": len(certain)}))
    found += dissent_faults(vote, item.dissent, possible)
    return tuple(found)


def _stranger(meeting: Meeting, item: MeetingItem, name: str, members: Collection[str]) -> VoteFault:
    """Why `name` is not among those who could vote; `members` are the ids of those who have a vote."""
    wanted = name.casefold()
    labels = told_apart(person.name for person in meeting.people)
    named = zip(labels, meeting.people, strict=True)
    person = next((person for label, person in named if label.casefold() == wanted), None)
    if person is None:
        is_party = any(other.party.casefold() == wanted for other in meeting.people)
        return VoteFault("party_absent" if is_party else "voter_unknown", {"name": name})
    if item.recusal_of(person.id) is Recusal.RECUSED:
        return VoteFault("voter_recused", {"name": name})
    return VoteFault("voter_absent" if person.id in members else "voter_without_vote", {"name": name})


def _named_twice(vote: Vote) -> list[str]:
    names = [name for cast in parts_of(vote) if not isinstance(cast, int) for name in cast]
    folded = [name.casefold() for name in names]
    return list(dict.fromkeys(name for place, name in enumerate(names) if name.casefold() in folded[:place]))


def dissent_faults(vote: Vote, dissent: str, voters: Sequence[Voter]) -> Iterator[VoteFault]:
    """A dissenting opinion (styrelsesloven § 13, stk. 2) is for one who was outvoted; whoever abstained may have that
    entered. The dissenters are those who are named before the first colon, if anybody is.
    """
    losers = outvoted(vote, voters)
    if not dissent.strip() or isinstance(losers, int):
        return
    if not losers:
        yield VoteFault("nobody_outvoted")
        return
    named = Vote(
        tuple(name.strip() for name in re.split(r",| og ", dissent.partition(":")[0])) if ":" in dissent else ()
    )
    lost, abstained = voters_of(losers, vote, voters), voters_of(vote.abstained, vote, voters)
    for voter in voters_of(named.for_, named, voters):
        if voter not in lost:
            code = "dissent_of_abstainer" if voter in abstained else "dissent_not_outvoted"
            yield VoteFault(code, {"name": voter.name})
