"""A vote: a form with those who can vote, and then an event; the outcome goes into the decision where it is wanted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from referent import screen_texts as texts
from referent.domain.decisions import Vote
from referent.domain.voting import entitled, tally, vote_faults
from referent.minutes.vote_text import outcome_sentence
from referent.tui.dialogs.form import FormField
from referent.tui.dialogs.vote import OUTCOME, VoteDialog
from referent.tui.formats import item_name, item_within
from referent.tui.vote_text import fault_in, read_vote, voters_line, votes_text

if TYPE_CHECKING:
    from referent.tui.screens.meeting import MeetingScreen

MOST_FAULTS = 3
"""Lines; the rest is told with what is missing."""


async def vote(screen: MeetingScreen) -> None:
    item = screen.item
    if item is None:
        return
    voters = entitled(screen.meeting, item, screen.not_members)
    known = item.vote or Vote()
    wording = screen.opened.layout().wording
    fields = [
        FormField("for", texts.VOTE_FOR, votes_text(known.for_)),
        FormField("against", texts.VOTE_AGAINST, votes_text(known.against)),
        FormField("abstained", texts.VOTE_ABSTAINED, votes_text(known.abstained)),
        FormField("dissent", texts.VOTE_DISSENT, item.dissent),
    ]

    def outcome(given: Vote) -> str:
        return outcome_sentence(tally(given, voters), wording)

    def result(typed: Mapping[str, str]) -> str:
        if fault_in(typed):
            return ""
        given = read_vote(typed, voters)
        held = replace(item, vote=given if given != Vote() else None, dissent=typed["dissent"])
        faults = [f"! {fault.text}" for fault in vote_faults(screen.meeting, held, screen.not_members)]
        return "\n".join(filter(None, [outcome(given), *faults[:MOST_FAULTS]]))

    def cast(values: dict[str, str] | None) -> None:
        if values is None:
            return
        given = read_vote(values, voters)
        held = None if given == Vote() else given
        said = texts.VOTE_SET.format(item=item_within(item))
        if outcome(given):
            said = texts.VOTE_OUTCOME.format(vote=said, outcome=outcome(given))
        screen.act(said, lambda meeting: meeting.cast_votes(item.id, held, values["dissent"]))
        if values[OUTCOME] and outcome(given):
            from referent.tui.writing_flow import insert_sentence

            insert_sentence(screen, outcome(given))

    title = texts.VOTE_TITLE.format(item=item_name(item))
    await screen.app.push_screen(VoteDialog(title, voters_line(voters), fields, fault_in, result), cast)
