"""What of a meeting is published, and that nothing else gets out by any door."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date, time, timedelta
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest

from referent.domain.agenda import (
    Agenda,
    AgendaItem,
    Attachment,
    Invitee,
    ItemKind,
    Participant,
    Profile,
    Section,
    Slot,
)
from referent.domain.attendance import Attendance, Status
from referent.domain.decisions import ActionItem, Vote
from referent.domain.item import MeetingItem, Outcome
from referent.domain.meeting import Meeting
from referent.domain.stopwatch import Span
from referent.files.layout_file import layout_names, load_layout
from referent.minutes import layout as house
from referent.minutes.blocks import Link, Text
from referent.minutes.build import build_minutes
from referent.minutes.edition_forms import ActionTable, SignatureForm, SignWhen
from referent.minutes.editions import Edition
from referent.minutes.layout import Content, Layout, Piece, Who
from referent.minutes.public import PUBLIC, PUBLIC_OF_CLOSED, publish, without_hidden_address
from referent.minutes.wording import Wording
from referent.word.document import render_docx
from tests.minutes.as_text import minutes_as_text
from tests.minutes.samples import DAY, at, came_and_went, meeting_of, taken

PUBLIC_EDITION = Edition(is_public=True)

WITHHELD: dict[type, set[str]] = {
    Meeting: {"pauses", "shared_since"},
    Agenda: {"layout", "template"},
    Participant: {"email", "note"},
    Attendance: {"note"},
    MeetingItem: {"notes"},
    AgendaItem: {"closed_title"},
    Slot: set(),
    Span: set(),
    Invitee: set(),
    Section: set(),
    Attachment: {"file"},
    Vote: set(),
    ActionItem: set(),
}
WITHHELD_OF_CLOSED: dict[type, set[str]] = {
    MeetingItem: {
        *("outcome", "decision", "discussion", "notes", "guests", "vote", "dissent", "recused", "cleared", "outside"),
        *("actions", "together_with"),
    },
    AgendaItem: {
        *("closed_title", "case_number", "document_number", "introduced_by", "invitees", "summary", "case"),
        *("recommendation", "sections", "attachments"),
    },
}
"""`closed_title` is published as the title."""


def names_of(kind: type) -> set[str]:
    return {each.name for each in fields(kind)}


@pytest.mark.parametrize("kind", WITHHELD)
def test_every_field_is_known_as_published_or_withheld(kind: type) -> None:
    """A new field is withheld by itself; this asks whether that is what was meant."""
    assert set(PUBLIC[kind]) | WITHHELD[kind] == names_of(kind)
    assert not set(PUBLIC[kind]) & WITHHELD[kind]


@pytest.mark.parametrize("kind", WITHHELD_OF_CLOSED)
def test_every_field_of_a_closed_item_is_known_as_published_or_withheld(kind: type) -> None:
    assert set(PUBLIC_OF_CLOSED[kind]) | WITHHELD_OF_CLOSED[kind] == names_of(kind)
    assert not set(PUBLIC_OF_CLOSED[kind]) & WITHHELD_OF_CLOSED[kind]


def kinds_in(value: Any) -> Iterator[type]:
    if is_dataclass(value) and not isinstance(value, type):
        yield type(value)
        for each in fields(value):
            yield from kinds_in(getattr(value, each.name))
    elif isinstance(value, tuple):
        for each in value:
            yield from kinds_in(each)


def test_every_kind_of_value_in_a_meeting_is_on_the_lists() -> None:
    assert set(kinds_in(canary_meeting())) == set(PUBLIC) == set(WITHHELD)


# A canary in every field that must not get out

CANARY = "Kanariefugl"


class Canaries:
    """Texts that must not get out; each has its own number, so that a failure tells which did."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, what: str = "") -> str:
        self.count += 1
        return f"{what}{CANARY}{self.count}"


def closed_plan(canary: Canaries, **more: Any) -> AgendaItem:
    """A closed item with a canary in every field that is withheld."""
    planned = AgendaItem(
        id="closed",
        title="Personsag",
        number=2,
        kind=ItemKind.DECISION,
        slot=Slot(timedelta(minutes=10), time(9, 10)),
        is_closed_item=True,
        case_number=canary(),
        document_number=canary(),
        introduced_by=canary(),
        invitees=(Invitee(canary(), canary()),),
        summary=canary(),
        case=canary("### Om\n\n[x](mailto:hemmelig@example.org) https://example.org/"),
        recommendation=canary("1. "),
        sections=(Section(canary(), canary()),),
        attachments=(Attachment(canary(), canary(), canary(), canary()),),
    )
    return replace(planned, **more)


def closed_item(canary: Canaries, planned: AgendaItem, start: str, end: str, **more: Any) -> MeetingItem:
    return MeetingItem(
        planned,
        spans=(Span(at(start), at(end)),),
        outcome=Outcome.WITHDRAWN,
        decision=canary(),
        discussion=canary(),
        notes=canary(),
        guests=(canary(), "Advokat Kanariefugl"),
        vote=Vote((canary(),), (canary(),), (canary(),)),
        dissent=canary(),
        recused=("1",),
        outside=("2",),
        actions=(ActionItem(canary(), canary(), date(2031, 1, 31)),),
        **more,
    )


def canary_meeting() -> Meeting:
    canary = Canaries()
    people = (
        Participant("1", "Asta Bang", "Formand", "Søby", canary("a@"), "Medlemmer", "formand", "A", note=canary()),
        Participant("2", "Bo Dam", email="bo@kanariefugl.example", group="Medlemmer", may_vote=True, note=canary()),
    )
    titled = closed_plan(canary)
    renamed = closed_plan(canary, id="renamed", number=3, title=canary(), closed_title="Lukket sag")
    added = closed_plan(canary, id="added", number=4, title=canary(), closed_title="Endnu en")
    unnumbered = closed_plan(canary, id="unnumbered", number=None, title=canary(), closed_title="Uden nummer")
    open_plan = AgendaItem("open", "Åben sag", 1, attachments=(Attachment("Bilag A", file=canary("/home/")),))
    agenda = Agenda(
        body="Rådet",
        date=DAY,
        start=time(9),
        minute_takers=("Else Gry",),
        case_number="S-2025",
        layout=canary(),
        template=canary("/home/"),
        profile=Profile.MUNICIPAL,
        participants=people,
        items=(open_plan, titled, renamed, unnumbered),
    )
    open_item = taken(1, "9.00", "9.10", planned=open_plan, decision="Åbent besluttet.", notes=canary())
    items = (
        open_item,
        closed_item(canary, titled, "9.10", "9.20"),
        closed_item(canary, renamed, "9.20", "9.30"),
        closed_item(canary, added, "9.30", "9.40", is_added=True),
        closed_item(canary, unnumbered, "9.40", "9.50"),
    )
    return Meeting(
        agenda,
        items,
        added_people=(Participant("3", "Advokat Kanariefugl", "advokat", note=canary()),),
        attendance=(
            Attendance("1", Status.PRESENT, note=canary()),
            Attendance("2", Status.PRESENT, arrivals=(at("9.05"),)),
            Attendance("3", Status.PRESENT),
        ),
        pauses=(Span(at("9.30"), at("9.31")),),
        started_at=at("9.00"),
        closed_at=at("10.00"),
    )


def talkative() -> Layout:
    """A house style that prints all it can, in every place where it may."""
    contents = [each for each in Content if each not in (Content.OWN_SECTIONS, Content.LINE, Content.PEOPLE)]
    item = "{nr}. {titel} {tid} {min} {sag} {dok} {indleder} {inviterede} {adgang}"
    person = "{navn} {titel} {organisation} {email} {gruppe} {rolle} {parti} {note} {suppleant}"
    forms = {Content.ATTACHMENTS: "{titel} {dok} {sag}"}
    lists = tuple(Piece(Content.PEOPLE, form=person, who=(who,)) for who in Who)
    sections = (
        *(house.Section((Piece(each, form=forms.get(each, "")),), f"Afsnit {item}") for each in contents),
        house.Section((Piece(Content.LINE, form=item),)),
        house.Section((Piece(Content.OWN_SECTIONS),), "{overskrift}"),
        house.Section(lists, "Folk"),
    )
    meeting = "{emne} {sag} {referent} {deltagere} {afbud} {fravaerende}"
    fact = house.Fact("Alt", meeting)
    return Layout(
        "alt",
        opening=house.Opening(
            title=f"Referat {meeting}", facts=(house.FactGroup((fact,)),), contents_title="Indhold", subtitle=meeting
        ),
        items=house.ItemForm(heading=item, contents_title=item, references=(item,), sections=sections),
        people=house.PeopleForm(line=person, sections=sections),
        wording=Wording(no_show="{personer}"),
        actions=ActionTable("Opgaver"),
        signatures=SignatureForm(SignWhen.ALWAYS, line=person),
        closing=(meeting,),
        header=f"{meeting} {{titel}}",
        footer=meeting,
    )


def everything_in(package: bytes) -> str:
    """The text of all parts of a package, their names and the package itself."""
    with ZipFile(BytesIO(package)) as parts:
        whole = [package, *(part.encode() + b"\n" + parts.read(part) for part in parts.namelist())]
    return b"\n".join(whole).decode("utf-8", errors="replace")


STYLES = {name: load_layout(name) for name in layout_names()} | {"talkative": talkative()}
EDITIONS = [
    PUBLIC_EDITION,
    Edition(is_public=True, is_agenda=True),
    *(Edition(is_public=True, item_number=number) for number in (1, 2, 3, 4)),
]
SECRETS = (CANARY, CANARY.casefold(), "mailto:", "inhabil", "2031", "udgår")


def test_the_canaries_sing_in_the_full_edition() -> None:
    """Otherwise their silence would say nothing. Only what no document ever prints is silent there."""
    never_printed = {canary_meeting().agenda.layout, canary_meeting().agenda.template}
    for item in canary_meeting().items:
        never_printed |= {item.notes, *(attachment.file for attachment in item.planned.attachments)}
    planted = set(re.findall(rf"{CANARY}\d+", repr(canary_meeting())))
    silent = {name for text in never_printed for name in re.findall(rf"{CANARY}\d+", text)}
    told = repr(build_minutes(canary_meeting(), talkative()))
    assert set(re.findall(rf"{CANARY}\d+", told)) == planted - silent
    assert [secret for secret in SECRETS if secret not in told] == []


@pytest.mark.parametrize("edition", EDITIONS, ids=lambda edition: edition.suffix)
@pytest.mark.parametrize("style", STYLES)
def test_no_canary_gets_out_into_any_public_document(style: str, edition: Edition) -> None:
    minutes = build_minutes(canary_meeting(), STYLES[style], edition)
    told = repr(minutes) + edition.suffix
    assert [secret for secret in SECRETS if secret in told] == []


@pytest.mark.parametrize("edition", EDITIONS[:3], ids=lambda edition: edition.suffix)
def test_no_canary_is_in_any_part_of_a_public_package(edition: Edition) -> None:
    """Text, properties, links, headers: whatever lies in the file."""
    package = everything_in(render_docx(build_minutes(canary_meeting(), talkative(), edition)))
    assert "Åben sag" in package or edition.item_number == 2
    assert [secret for secret in SECRETS if secret in package] == []


def text_of(meeting: Meeting, layout: Layout | None = None, edition: Edition = PUBLIC_EDITION) -> str:
    text = minutes_as_text(build_minutes(meeting, layout or load_layout("standard"), edition))
    return text.replace("·", " ")


def test_the_heading_of_a_closed_item_stays_unless_it_has_another_to_publish() -> None:
    text = text_of(canary_meeting())
    headings = [line.split("   [")[0] for line in text.split("\n") if line.startswith("# ")]
    assert headings[2:] == [
        "# Punkt 2: Personsag, kl. 09.10–09.20",
        "# Punkt 3: Lukket sag, kl. 09.10–09.20",
        "# Punkt 4: Endnu en, kl. 09.10–09.20",
        "# Uden nummer, kl. 09.10–09.20",
    ]
    assert "[indhold: 3. Lukket sag]" in text


def test_nothing_follows_the_heading_of_a_closed_item_but_that_it_is_closed() -> None:
    layout = replace(
        load_layout("slagelse"), items=replace(load_layout("slagelse").items, references=("{adgang}{sag}",))
    )
    closed = text_of(canary_meeting(), layout).split("Personsag]\n")[1].split("--------")[0]
    assert closed.split() == ["HENVISNING:", "Lukket"]


def test_an_open_item_is_published_whole() -> None:
    text = text_of(canary_meeting())
    assert "Åbent besluttet." in text
    assert "Bilag A" in text
    assert "Sags ID: S-2025" in text


def test_publishing_twice_changes_nothing() -> None:
    once = publish(canary_meeting())
    assert publish(once) == once


# Sentences

RECUSED = replace(taken(3, "09.20", "09.30", recused=("Bo",)))
CLOSED = replace(RECUSED, planned=replace(RECUSED.planned, is_closed_item=True))


def test_an_item_that_the_meeting_closed_the_doors_for_is_published_like_one_that_the_agenda_closed() -> None:
    open_to_all = replace(RECUSED, planned=replace(RECUSED.planned, case="Sagen"), decision="Godkendt.")
    by_agenda = replace(open_to_all, planned=replace(open_to_all.planned, is_closed_item=True))
    by_meeting = replace(open_to_all, closed_at_meeting=True)
    published = [
        publish(meeting_of(["Asta", "Bo"], [taken(1, "9.00", "9.10"), item], closed_at=at("10.10")))
        for item in (by_agenda, by_meeting)
    ]
    plans = [(meeting.items[1].planned, meeting.agenda.items[1]) for meeting in published]
    for one, other in zip(*plans, strict=True):
        assert replace(one, is_closed_item=False) == other
    assert replace(published[0].items[1], planned=RECUSED.planned) == replace(
        published[1].items[1], planned=RECUSED.planned, closed_at_meeting=False
    )


def sentences(attendance: Attendance, *closed: MeetingItem, edition: Edition = PUBLIC_EDITION) -> str:
    items = [taken(1, "9.00", "9.10"), taken(2, "9.10", "9.20"), *closed, taken(4, "9.30", "9.40", recused=())]
    items += [taken(5, "9.40", "9.50"), taken(6, "9.50", "10.00"), taken(7, "10.00", "10.10")]
    piece = house.Section((Piece(Content.SENTENCES),))
    layout = Layout("test", people=house.PeopleForm(sections=(piece,)))
    blocks = text_of(meeting_of(["Asta", "Bo"], items, [attendance], closed_at=at("10.10")), layout, edition)
    return blocks.split("# Deltagere\n")[1].split("\n\n")[0].strip() if "# Deltagere" in blocks else ""


def test_who_was_recused_or_out_of_the_room_at_a_closed_item_is_not_told() -> None:
    here = came_and_went("Bo")
    assert "inhabilitet ikke i behandlingen af punkt 3" in sentences(here, CLOSED, edition=Edition())
    assert sentences(here, CLOSED) == ""
    assert sentences(here, replace(CLOSED, recused=(), outside=("Bo",))) == ""
    assert "punkt 3" in sentences(here, RECUSED)


def test_what_somebody_missed_by_the_clock_is_told_of_closed_items_too() -> None:
    assert sentences(came_and_went("Asta", left=("9.15",)), CLOSED) == (
        "Asta forlod mødet kl. 09.15 og deltog ikke i behandlingen af punkt 3, 4, 5, 6 og 7 "
        "og kun delvis i behandlingen af punkt 2."
    )
    assert "under behandlingen af punkt 3" in sentences(came_and_went("Asta", came=("9.25",)), CLOSED)


def test_nobody_is_said_to_have_taken_part_in_a_closed_item_nor_by_silence_not_to() -> None:
    """The list of items taken part in would be untrue of one who was recused, or tell it."""
    left = "9.30"
    full = sentences(came_and_went("Bo", left=(left,)), CLOSED, edition=Edition())
    assert "deltog i behandlingen af punkt 1 og 2" in full
    bo, asta = (sentences(came_and_went(name, left=(left,)), CLOSED) for name in ("Bo", "Asta"))
    assert bo == "Bo forlod mødet kl. 09.30 og deltog ikke i behandlingen af punkt 4, 5, 6 og 7."
    assert bo.replace("Bo", "Asta") == asta


def test_a_guest_who_turned_up_for_closed_items_alone_is_on_no_list() -> None:
    meeting = meeting_of(["Asta"], [taken(1, "9.00", "9.10"), replace(CLOSED, recused=())])
    meeting = meeting.add_participant("Advokat", "advokat")
    closed_alone = meeting.toggle_guest("item-3", "Advokat")
    assert "Advokat" in text_of(meeting)
    assert "Advokat" not in text_of(closed_alone)
    assert "Advokat" in text_of(closed_alone.toggle_guest("item-1", "Advokat"))


def test_a_mail_address_that_is_not_shown_is_no_link() -> None:
    hidden = Link("Asta", "mailto:asta@example.org", bold=True)
    shown = Link("raad@example.org", "mailto:Raad@example.org?subject=x")
    web = Link("her", "https://example.org")
    assert without_hidden_address(hidden) == Text("Asta", bold=True)
    assert without_hidden_address(shown) == shown
    assert without_hidden_address(web) == web
    item = taken(
        1, "9.00", "9.10", decision="- [Asta](mailto:asta@example.org)\n\n| [Bo](mailto:bo@x.dk) |\n| - |\n| x |"
    )
    meeting = meeting_of([], [item])
    assert "mailto:bo@x.dk" in text_of(meeting, edition=Edition())
    assert "mailto" not in text_of(meeting)
    assert "Asta" in text_of(meeting)
