"""What stands after the items: the table of action items, and lines to sign on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from referent.domain.agenda import Participant, Profile
from referent.domain.attendance import Attendance, Status
from referent.domain.decisions import ActionItem
from referent.domain.meeting import Meeting
from referent.minutes.blocks import Heading, Paragraph, Role, Table
from referent.minutes.build import build_minutes
from referent.minutes.edition_forms import ActionTable, Column, SignatureForm, SignWhen
from referent.minutes.editions import Edition
from referent.minutes.layout import Layout
from tests.minutes.as_text import as_lines, inline_text
from tests.minutes.samples import absent, came_and_went, meeting_of, taken

CALL = ActionItem("Ring.", "Bo", date(2025, 10, 1))
WITH_TABLE = Layout("test", actions=ActionTable("Opgaver"), draft="")


def signed_by(meeting: Meeting, form: SignatureForm | None = None, edition: Edition | None = None) -> list[str]:
    layout = Layout("test", signatures=form or SignatureForm())
    blocks = build_minutes(meeting, layout, edition or Edition()).blocks
    return [
        inline_text(block.inlines) for block in blocks if isinstance(block, Paragraph) and block.role is Role.SIGNATURE
    ]


def municipal(*people: Participant, attendance: tuple[Attendance, ...] = ()) -> Meeting:
    meeting = meeting_of([], [], list(attendance))
    return replace(meeting, agenda=replace(meeting.agenda, profile=Profile.MUNICIPAL, participants=people))


def person(name: str, group: str = "Medlemmer", may_vote: bool | None = None, **more: str) -> Participant:
    return Participant(name, name, group=group, may_vote=may_vote, **more)  # type: ignore[arg-type]


def test_all_action_items_stand_in_one_table_in_the_order_of_the_items() -> None:
    items = [
        taken(1, "9.00", "9.10", actions=(CALL, ActionItem(" "))),
        taken(2, "9.10", "9.20", actions=(ActionItem("Skriv", "Eva"),)),
    ]
    *_, heading, table = build_minutes(meeting_of([], items), WITH_TABLE).blocks
    assert heading == Heading("Opgaver", 1)
    assert isinstance(table, Table)
    assert (table.header_rows, table.description) == (1, "Opgaver")
    assert list(as_lines((table,))) == [
        "Punkt ║ Opgave ║ Ansvarlig ║ Frist",
        "1 | Ring | Bo | 01-10-2025",
        "2 | Skriv | Eva | ",
    ]


def test_an_item_without_a_number_goes_by_its_title_in_the_table() -> None:
    item = taken(1, "9.00", "9.10", actions=(CALL,))
    item = replace(item, planned=replace(item.planned, number=None, title="Andet"))
    columns = (Column("Hvor", "{punkt}"), Column("Hvad", "{opgave}[ ({titel})]"))
    layout = Layout("test", actions=ActionTable("Huskeliste", columns))
    table = build_minutes(meeting_of([], [item]), layout).blocks[-1]
    assert list(as_lines((table,))) == ["Hvor ║ Hvad", "Andet | Ring (Andet)"]


def test_there_is_no_table_without_action_items_in_an_agenda_an_extract_or_without_a_heading() -> None:
    meeting = meeting_of([], [taken(1, "9.00", "9.10", actions=(CALL,))])
    without = meeting_of([], [taken(1, "9.00", "9.10")])
    made = [
        build_minutes(without, WITH_TABLE),
        build_minutes(meeting, WITH_TABLE, Edition(is_agenda=True)),
        build_minutes(meeting, WITH_TABLE, Edition(item_number=1)),
        build_minutes(meeting, Layout("test")),
    ]
    assert not any(isinstance(block, Table) for minutes in made for block in minutes.blocks)


def test_a_public_table_has_the_action_items_of_open_items_alone() -> None:
    closed = taken(2, "9.10", "9.20", actions=(ActionItem("Hemmeligt", "Eva"),))
    closed = replace(closed, planned=replace(closed.planned, is_closed_item=True))
    meeting = meeting_of([], [taken(1, "9.00", "9.10", actions=(CALL,)), closed])
    table = build_minutes(meeting, WITH_TABLE, Edition(is_public=True)).blocks[-1]
    assert list(as_lines((table,)))[1:] == ["1 | Ring | Bo | 01-10-2025"]


def test_the_members_who_took_part_sign_the_protocol_of_a_municipal_body() -> None:
    people = (person("Asta"), person("Bo"), person("Carl"), person("Else", "Sekretariat"), person("Gæst", "Gæster"))
    attendance = (came_and_went("Asta"), came_and_went("Bo", left=("9.30",)), absent("Carl"))
    assert signed_by(municipal(*people, attendance=attendance)) == ["Asta", "Bo"]


def test_where_the_agenda_says_who_has_a_vote_those_sign() -> None:
    people = (person("Asta", may_vote=True), person("Bo"), person("Else", "Sekretariat", may_vote=True))
    assert signed_by(municipal(*people)) == ["Asta", "Else"]


def test_one_who_is_said_to_have_no_vote_does_not_sign() -> None:
    assert signed_by(municipal(person("Asta"), person("Bo", may_vote=False))) == ["Asta"]


def test_whoever_came_instead_of_a_member_signs_once() -> None:
    people = (person("Asta", may_vote=True), person("Bo", may_vote=True), person("Dan", substitute_for="Bo"))
    stood_in = replace(absent("Asta"), substitute="Gerda")
    listed = replace(absent("Bo"), substitute="Dan")
    assert signed_by(municipal(*people, attendance=(stood_in, listed))) == ["Gerda", "Dan"]
    assert signed_by(municipal(*people)) == ["Asta", "Bo"]


def test_vacant_seats_and_those_who_turned_up_do_not_sign() -> None:
    meeting = municipal(person("Asta"), replace(person("Vakant"), is_vacant=True)).add_participant("Nysgerrig")
    assert signed_by(meeting) == ["Asta"]


@pytest.mark.parametrize(
    ("when", "profile", "signs"),
    [
        (SignWhen.BY_PROFILE, Profile.MUNICIPAL, True),
        (SignWhen.BY_PROFILE, Profile.CLUSTER, False),
        (SignWhen.ALWAYS, Profile.CLUSTER, True),
        (SignWhen.NEVER, Profile.MUNICIPAL, False),
    ],
)
def test_the_house_style_says_when_there_are_lines_to_sign_on(when: SignWhen, profile: Profile, signs: bool) -> None:
    meeting = municipal(person("Asta"))
    meeting = replace(meeting, agenda=replace(meeting.agenda, profile=profile))
    assert bool(signed_by(meeting, SignatureForm(when))) is signs


@pytest.mark.parametrize("edition", [Edition(is_public=True), Edition(is_agenda=True)])
def test_only_the_full_minutes_are_signed(edition: Edition) -> None:
    assert signed_by(municipal(person("Asta")), edition=edition) == []


def test_the_line_and_the_heading_are_the_house_styles_own() -> None:
    form = SignatureForm(heading="Underskrevet af", line="{navn}[, {rolle}]")
    meeting = municipal(person("Asta", role="formand"), person("Bo"), attendance=(Attendance("Bo", Status.PRESENT),))
    assert signed_by(meeting, form) == ["Asta, formand", "Bo"]
    blocks = build_minutes(meeting, Layout("test", signatures=form)).blocks
    assert Heading("Underskrevet af", 1) in blocks
