"""A vote on the screen: who can vote, what it comes to, and what does not add up."""

from __future__ import annotations

from dataclasses import replace

from textual.widgets import Input

from referent import screen_texts as texts
from referent.domain.agenda import Agenda, AgendaItem, Participant, Profile
from referent.domain.decisions import Vote
from referent.domain.meeting import Meeting
from tests.domain.samples import DAY, planned
from tests.tui.desk import Desk

PEOPLE = (
    Participant("asta", "Asta Bo", party="A"),
    Participant("alf", "Alf Eg", party="A"),
    Participant("vera", "Vera Holt", party="V"),
    Participant("finn", "Finn Rask", party="F"),
    Participant("clerk", "Sara Toft", group="Sekretariat"),
)
COUNCIL = Agenda(
    "Byrådet",
    DAY,
    profile=Profile.MUNICIPAL,
    participants=PEOPLE,
    items=(AgendaItem("item-1", "Budget", 1), AgendaItem("item-2", "Havnen", 2), AgendaItem("item-3", "Eventuelt", 3)),
)


def council() -> Meeting:
    return Meeting.planned(COUNCIL).everyone_here()


async def fill(desk: Desk, *fields: str) -> None:
    """Open the form and type into its fields; the last Enter is left to the test."""
    await desk.press("f3")
    await desk.type("\n".join(fields))


async def test_a_vote_is_a_dozen_keys_and_its_outcome_goes_into_the_decision_where_it_is_wanted() -> None:
    async with Desk(council()).run() as desk:
        await desk.press("ctrl+n")
        await fill(desk, "resten", "f", "", "")
        assert "Vedtaget med 3 stemmer mod 1." in desk.screen_text()
        await desk.press("enter")
        assert desk.meeting.item("item-1").vote == Vote(("A", "V"), ("F",))
        assert desk.status == "Afstemning om punkt 1: Vedtaget med 3 stemmer mod 1."
        assert desk.meeting.item("item-1").decision == ""
        await desk.press("ctrl+n")
        await desk.type("Indstillingen blev sat til afstemning.")
        await fill(desk, "a v", "f")
        await desk.press("ctrl+f")
        await desk.tick()
        item = desk.meeting.item("item-2")
        assert item.vote == Vote(("A", "V"), ("F",))
        assert item.decision == "Indstillingen blev sat til afstemning. Vedtaget med 3 stemmer mod 1."
        await desk.press("ctrl+n")
        await desk.type("Der blev stemt.\nSlut.")
        await desk.press("up", "home")
        await fill(desk, "a v", "f")
        await desk.press("ctrl+f")
        await desk.tick()
        # never in the middle of another sentence
        assert desk.meeting.item("item-3").decision == "Der blev stemt. Vedtaget med 3 stemmer mod 1.\nSlut."


async def test_only_those_who_can_vote_are_offered_and_all_it_can_say_of_others_fits_a_small_screen() -> None:
    meeting = council().next_recusal("vera", "item-1").toggle_outside("alf", "item-1")
    async with Desk(meeting).run((80, 24)) as desk:
        await desk.press("ctrl+n")
        await fill(desk, "a, Vera Holt", "f", "", "")
        shown = desk.screen_text()
        assert "Kan stemme (2): A: Asta Bo · F: Finn Rask" in shown
        assert "Vera Holt var inhabil ved punktet." in shown
        await desk.press("enter")
        assert desk.meeting.item("item-1").vote == Vote(("A", "Vera Holt"), ("F",)), "they can be kept all the same"
        await desk.press("ctrl+n")
        await fill(desk, "resten", "f, otto", "", "A: For dyrt.")
        shown = desk.screen_text()
        assert texts.VOTE_HINT[:30] in shown
        assert "! »otto« står ikke på listen over deltagere." in shown
        assert "Asta Bo blev ikke nedstemt" in shown, "who was not outvoted has no dissent"


async def test_counts_and_names_are_kept_and_shown_again_and_what_is_no_count_is_refused() -> None:
    meeting = planned().cast_votes("item-2", Vote(3, ("Bo",), 1), "Nej")
    async with Desk(meeting).run() as desk:
        await desk.press("ctrl+n")
        await fill(desk, "99999", "", "", "")
        await desk.press("enter")
        assert texts.NOT_A_COUNT in desk.screen_text()
        assert desk.meeting.item("item-1").vote is None
        await desk.press("tab")
        await desk.type("5\nBo Birk, Anna Ask\n\nDet er for dyrt.\n")
        voted = desk.meeting.item("item-1")
        assert voted.vote == Vote(5, ("Bo Birk", "Anna Ask"), ())
        assert voted.dissent == "Det er for dyrt."
        await desk.press("f8", "f3")
        assert [field.value for field in desk.screen.query(Input)] == ["3", "Bo", "1", "Nej"]


async def test_a_vote_on_an_empty_list_of_people_is_counted_all_the_same() -> None:
    async with Desk(Meeting.planned(replace(COUNCIL, participants=()))).run() as desk:
        await desk.press("ctrl+n")
        await fill(desk, "5", "2", "", "")
        await desk.press("enter")
        assert desk.meeting.item("item-1").vote == Vote(5, 2)


# Quorum


async def test_the_departure_that_breaks_the_quorum_is_told_in_words_on_both_screens() -> None:
    async with Desk(council()).run() as desk:
        await desk.press("ctrl+n", "f2", "g")
        assert "Beslutningsdygtig: 3 af 4" in desk.screen_text()
        await desk.press("home", "down", "g", "down", "g")
        assert "IKKE BESLUTNINGSDYGTIG: kun 1 af 4" in desk.screen_text()
        await desk.press("escape")
        assert "IKKE BESLUTNINGSDYGTIG" in desk.status
        await desk.press("f2", "home", "k", "escape")
        assert "BESLUTNINGSDYGTIG" not in desk.status
