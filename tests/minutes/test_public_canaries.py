"""Nothing that is withheld of a meeting gets out by any door."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest

from referent.domain.agenda import (
    Agenda,
    AgendaItem,
    Attachment,
    Invitee,
    Participant,
    Section,
    Slot,
)
from referent.domain.attendance import Attendance
from referent.domain.decisions import ActionItem, Vote
from referent.domain.item import MeetingItem
from referent.domain.meeting import Meeting
from referent.domain.stopwatch import Span
from referent.files.layout_file import layout_names, load_layout
from referent.minutes import layout as house
from referent.minutes.build import build_minutes
from referent.minutes.edition_forms import ActionTable, SignatureForm, SignWhen
from referent.minutes.editions import Edition
from referent.minutes.layout import Content, Layout, Piece, Who
from referent.minutes.public import PUBLIC, PUBLIC_OF_CLOSED
from referent.minutes.wording import Wording
from referent.word.document import render_docx
from tests.minutes.canaries import CANARY, canary_meeting

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
    Edition(is_public=True),
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
