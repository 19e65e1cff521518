"""Votes: who may vote, what they come to, and what about them does not add up."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referent.domain.agenda import Agenda, Participant
from referent.domain.attendance import Status
from referent.domain.decisions import Vote, Votes
from referent.domain.meeting import Meeting
from referent.domain.voting import (
    Result,
    Tally,
    Voter,
    electorate,
    entitled,
    outvoted,
    parts_of,
    rest_of,
    tally,
    vote_faults,
    voters_of,
)
from tests.domain.histories import Change, held, histories
from tests.domain.samples import DAY, at, by_length, item

COUNCIL = (
    Participant("asta", "Asta Bo", party="A"),
    Participant("alf", "Alf Eg", party="A"),
    Participant("vera", "Vera Holt", party="V"),
    Participant("viggo", "Viggo Lund", party="V"),
    Participant("finn", "Finn Rask", party="F"),
    Participant("empty", "Vakant", party="F", is_vacant=True),
    Participant("clerk", "Sara Toft", group="Sekretariat"),
)


def council(*more: Participant) -> Meeting:
    """Under way, with everyone here."""
    planned = Agenda("Byrådet", DAY, participants=(*COUNCIL, *more), items=(item(1, by_length(5)), item(2)))
    return Meeting.planned(planned).everyone_here().take_up("item-1", at("13.00"))


def who(meeting: Meeting, item_id: str = "item-1") -> list[str]:
    return [voter.name for voter in entitled(meeting, meeting.item(item_id))]


def faults(meeting: Meeting, vote: Vote, dissent: str = "") -> list[str]:
    cast = meeting.cast_votes("item-1", vote, dissent)
    return [fault.code for fault in vote_faults(cast, cast.item("item-1"))]


# Who may vote


def test_everyone_votes_but_vacant_seats_and_the_secretariat() -> None:
    assert who(council()) == ["Asta Bo", "Alf Eg", "Vera Holt", "Viggo Lund", "Finn Rask"]


def test_where_the_agenda_says_who_has_a_vote_nobody_else_has() -> None:
    people = tuple(replace(person, may_vote=person.party == "V") for person in COUNCIL)
    meeting = Meeting.planned(replace(council().agenda, participants=people))
    assert who(meeting) == ["Vera Holt", "Viggo Lund"]


def test_who_the_agenda_says_has_no_vote_has_none() -> None:
    people = tuple(replace(person, may_vote=False if person.id == "finn" else None) for person in COUNCIL)
    assert "Finn Rask" not in who(Meeting.planned(replace(council().agenda, participants=people)))


def test_who_is_absent_left_outside_or_recused_does_not_vote() -> None:
    meeting = council().set_status("asta", Status.ABSENT).leave("alf", at("13.05"))
    meeting = meeting.toggle_outside("vera", "item-1").next_recusal("viggo", "item-1")
    assert who(meeting) == ["Finn Rask"]


def test_who_was_found_not_to_be_inhabil_votes() -> None:
    meeting = council().next_recusal("finn", "item-1").next_recusal("finn", "item-1")
    assert "Finn Rask" in who(meeting)


def test_who_left_half_way_counts_as_able_to_vote_once_the_item_is_over() -> None:
    meeting = council().leave("alf", at("13.05")).take_up("item-2", at("13.10"))
    assert "Alf Eg" in who(meeting)
    assert "Alf Eg" not in who(meeting, "item-2")


def test_a_substitute_votes_with_the_party_of_the_seat() -> None:
    meeting = council().set_substitute("finn", "Ida Juhl")
    assert electorate(meeting)[-1] == Voter("Ida Juhl", "F")


def test_a_substitute_on_the_list_votes_instead_of_the_member_and_not_beside() -> None:
    stand_in = Participant("ida", "Ida Juhl", substitute_for="Finn Rask")
    assert "Ida Juhl" not in who(council(stand_in))
    absent = council(stand_in).set_status("finn", Status.APOLOGIES)
    assert who(absent)[-1] == "Ida Juhl"
    assert entitled(absent, absent.item("item-1"))[-1] == Voter("Ida Juhl", "F", "ida")


def test_who_turned_up_uninvited_has_no_vote() -> None:
    assert "Eli" not in who(council().add_participant("Eli"))


def test_voters_with_the_same_name_are_told_apart() -> None:
    assert who(council(Participant("other", "Finn Rask", party="V")))[-2:] == ["Finn Rask", "Finn Rask (2)"]


@given(histories)
def test_nobody_votes_who_is_absent_outside_or_recused(history: list[tuple[Change, int]]) -> None:
    meeting = held(history)
    for each in meeting.items:
        ids = [voter.person_id for voter in entitled(meeting, each) if voter.person_id is not None]
        assert not set(ids) & {*each.outside, *each.recused, *(person.id for person in meeting.absentees)}
        assert len(ids) == len(set(ids))
        assert "seat" not in ids


# What it comes to


@pytest.mark.parametrize(
    ("votes", "result"),
    [
        (Tally(5, 2, 1), Result.CARRIED),
        (Tally(5, 0, 1), Result.CARRIED),
        (Tally(5, 0, 0), Result.UNANIMOUS),
        (Tally(2, 5, 0), Result.REJECTED),
        (Tally(3, 3, 1), Result.TIED),
        (Tally(0, 0, 4), Result.NONE),
    ],
)
def test_the_majority_of_the_votes_cast_decides_and_a_tie_carries_nothing(votes: Tally, result: Result) -> None:
    assert votes.result is result


def test_a_party_stands_for_all_of_its_members_who_may_vote() -> None:
    meeting = council()
    voters = entitled(meeting, meeting.item("item-1"))
    assert tally(Vote(("A", "v"), ("F",)), voters) == Tally(4, 1, 0)


def test_one_who_is_named_votes_apart_from_the_party() -> None:
    meeting = council()
    voters = entitled(meeting, meeting.item("item-1"))
    assert tally(Vote(("A", "V"), ("Viggo Lund", "F")), voters) == Tally(3, 2, 0)


def test_counts_and_names_can_be_mixed() -> None:
    meeting = council()
    assert tally(Vote(4, ("F",)), entitled(meeting, meeting.item("item-1"))) == Tally(4, 1, 0)


@pytest.mark.parametrize(
    ("vote", "rest"),
    [
        (Vote(("A",)), ("V", "F")),
        (Vote(("Vera Holt",)), ("A", "Viggo Lund", "F")),
        (Vote(), ("A", "V", "F")),
        (Vote(2, 1), 2),
        (Vote(("A", "V", "F")), ()),
    ],
)
def test_the_rest_are_all_others(vote: Vote, rest: Votes) -> None:
    meeting = council()
    assert rest_of(entitled(meeting, meeting.item("item-1")), vote) == rest


some_votes = st.lists(st.sampled_from(["A", "V", "F", *(person.name for person in COUNCIL)]), max_size=3, unique=True)


@given(some_votes, some_votes)
def test_with_the_rest_everybody_has_voted_and_nobody_twice(votes_for: list[str], against: list[str]) -> None:
    meeting = council()
    voters = entitled(meeting, meeting.item("item-1"))
    against = [name for name in against if name not in votes_for]
    vote = Vote(tuple(votes_for), tuple(against))
    whole = replace(vote, abstained=rest_of(voters, vote))
    cast = [voter for part in parts_of(whole) for voter in voters_of(part, whole, voters)]
    assert sorted(cast, key=str) == sorted(voters, key=str)


def test_those_against_are_outvoted_where_it_was_carried_and_those_for_where_not() -> None:
    meeting = council()
    voters = entitled(meeting, meeting.item("item-1"))
    assert outvoted(Vote(("A", "V"), ("F",)), voters) == ("F",)
    assert outvoted(Vote(("F",), ("A", "V")), voters) == ("F",)
    assert outvoted(Vote(("A",), ("V",), ("F",)), voters) == ("A",)


# What does not add up


def test_a_vote_of_all_has_no_fault() -> None:
    assert faults(council(), Vote(("A", "V"), ("F",))) == []
    assert faults(council(), Vote(3, 2)) == []
    assert vote_faults(council(), council().item("item-1")) == ()


@pytest.mark.parametrize(
    ("vote", "code"),
    [
        (Vote(("A", "V", "F", "Otto")), "voter_unknown"),
        (Vote(("A", "V", "F", "Sara Toft")), "voter_without_vote"),
        (Vote(("A", "V"), ("V", "F")), "voted_twice"),
        (Vote(4, 2), "votes_too_many"),
        (Vote(("A",), ("F",)), "votes_too_few"),
    ],
)
def test_what_does_not_add_up_is_told(vote: Vote, code: str) -> None:
    assert code in faults(council(), vote)


def test_an_absentee_a_recused_one_and_an_absent_party_among_the_voters_are_told() -> None:
    meeting = council().set_status("finn", Status.APOLOGIES).next_recusal("alf", "item-1")
    assert faults(meeting, Vote(("Asta Bo", "V", "Finn Rask"))) == ["voter_absent", "votes_too_many"]
    assert faults(meeting, Vote(("Asta Bo", "V", "Alf Eg"))) == ["voter_recused", "votes_too_many"]
    assert faults(meeting, Vote(("A", "V"), ("F",))) == ["party_absent", "votes_too_many"]


def test_one_who_left_half_way_may_have_voted_or_not() -> None:
    meeting = council().leave("finn", at("13.05")).take_up("item-2", at("13.10"))
    assert faults(meeting, Vote(("A", "V"))) == []
    assert faults(meeting, Vote(("A", "V"), ("F",))) == []


@pytest.mark.parametrize(
    ("vote", "dissent", "codes"),
    [
        (Vote(("A", "V"), ("F",)), "F: For dyrt.", []),
        (Vote(("A", "V"), ("F",)), "Finn Rask: For dyrt.", []),
        (Vote(("A", "V"), ("F",)), "Det er for dyrt.", []),
        (Vote(("A", "V"), ("F",)), "V: For dyrt.", ["dissent_not_outvoted", "dissent_not_outvoted"]),
        (Vote(("A", "V"), (), ("F",)), "F: For dyrt.", ["nobody_outvoted"]),
        (Vote(("A", "Vera Holt"), ("F",), ("Viggo Lund",)), "Viggo Lund: For dyrt.", ["dissent_of_abstainer"]),
        (Vote(3, 2), "F: For dyrt.", []),
    ],
)
def test_a_dissent_is_for_those_who_were_outvoted(vote: Vote, dissent: str, codes: list[str]) -> None:
    assert faults(council(), vote, dissent) == codes


@given(histories, some_votes, some_votes, st.text(max_size=20))
def test_every_fault_has_its_danish_text(
    history: list[tuple[Change, int]], votes_for: list[str], against: list[str], dissent: str
) -> None:
    meeting = held(history).cast_votes("item-1", Vote(tuple(votes_for), tuple(against), 3), dissent)
    assert all(fault.text for fault in vote_faults(meeting, meeting.item("item-1")))
