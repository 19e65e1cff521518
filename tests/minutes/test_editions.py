"""What each edition of the same meeting holds: everything, one item, the agenda; and what its file is called."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from referent.domain.agenda import AgendaItem
from referent.domain.item import MeetingItem
from referent.domain.meeting import Meeting
from referent.files.layout_file import layout_names, load_layout, read_layout
from referent.minutes.blocks import Contents, Heading
from referent.minutes.build import build_minutes
from referent.minutes.edition_forms import ActionTable, AgendaForm, Column, SignatureForm, SignWhen
from referent.minutes.editions import Edition, EditionError
from referent.minutes.layout import Content, ItemForm, Layout, Opening, PeopleForm, Piece, Section, Who
from tests.minutes.as_text import as_lines, minutes_as_text
from tests.minutes.samples import meeting_of, sample_meeting, taken

AGENDA = Edition(is_agenda=True)
STANDARD = load_layout("standard")


def held() -> Meeting:
    """The sample meeting, with its items on the agenda too."""
    meeting = sample_meeting()
    return replace(meeting, agenda=replace(meeting.agenda, items=tuple(item.planned for item in meeting.items)))


def text_of(edition: Edition, layout: Layout = STANDARD, meeting: Meeting | None = None) -> str:
    return minutes_as_text(build_minutes(meeting or held(), layout, edition)).replace("·", " ")


def headings(text: str) -> list[str]:
    return [line.split("   [")[0] for line in text.split("\n") if line.startswith("#")]


@pytest.mark.parametrize(
    ("edition", "suffix"),
    [
        (Edition(), ""),
        (Edition(is_public=True), "-offentlig"),
        (AGENDA, "-dagsorden"),
        (Edition(item_number=5), "-punkt-5"),
        (Edition(is_public=True, item_number=5), "-punkt-5-offentlig"),
        (Edition(is_public=True, is_agenda=True), "-dagsorden-offentlig"),
    ],
)
def test_no_two_editions_share_a_file_name(edition: Edition, suffix: str) -> None:
    assert edition.suffix == suffix


def test_an_agenda_is_for_the_whole_meeting() -> None:
    with pytest.raises(EditionError) as caught:
        Edition(is_agenda=True, item_number=5)
    assert str(caught.value) == "En dagsorden er for hele mødet. Vælg enten dagsorden eller ét punkt."


def test_an_item_that_does_not_exist_is_refused_with_the_numbers_that_do() -> None:
    with pytest.raises(EditionError) as caught:
        text_of(Edition(item_number=12))
    assert str(caught.value) == "Der er intet punkt 12. Punkterne har nummer 1 til 5."
    unnumbered = meeting_of([], [MeetingItem(AgendaItem("1", "Andet"))])
    with pytest.raises(EditionError) as caught:
        text_of(Edition(item_number=1), meeting=unnumbered)
    assert str(caught.value) == "Der er intet punkt 1: ingen af punkterne har et nummer."


def test_the_usual_edition_is_everything() -> None:
    assert build_minutes(held(), STANDARD, Edition()) == build_minutes(held(), STANDARD)


def test_an_extract_has_its_title_the_facts_and_that_item_alone() -> None:
    text = text_of(Edition(item_number=2))
    assert "TITEL: Udskrift af referat: Søbyrådet d. 03-09-2025, punkt 2\n" in text
    assert "FAKTUM: Sted → Søby Rådhus, lokale 2" in text
    assert [heading for heading in headings(text) if heading.startswith("# ")] == [
        "# Punkt 2: Budget for 2026, kl. 09.05–10.00"
    ]
    assert "ad. 1: Godkendt." in text
    assert "For stemte A og V." in text


def test_an_extract_says_who_took_no_part_in_its_item() -> None:
    absent = Section((Piece(Content.PEOPLE, who=(Who.ITEM_ABSENT,), form="{navn}"),), "Fraværende")
    sentences = Section((Piece(Content.ITEM_SENTENCES),))
    layout = replace(STANDARD, items=ItemForm(sections=(absent, sentences)))
    text = text_of(Edition(item_number=2), layout)
    assert "- Else Gry" in text
    assert "Hans Iversen, revisor deltog i mødet i forbindelse med behandlingen af punkt 2." in text


def test_an_extract_has_no_list_of_the_people_and_no_last_words() -> None:
    people = PeopleForm(sections=(Section((Piece(Content.PEOPLE, who=(Who.ALL,)),)),))
    layout = Layout("test", people=people, closing=("Mødet er hævet.",))
    meeting = meeting_of(["Asta"], [taken(1, "9.00", "9.10")])
    assert "Asta" in text_of(Edition(), layout, meeting)
    extract = text_of(Edition(item_number=1), layout, meeting)
    assert "Asta" not in extract
    assert "hævet" not in extract


@pytest.mark.parametrize("name", layout_names())
def test_an_extract_has_neither_cover_nor_contents_nor_page_breaks(name: str) -> None:
    minutes = build_minutes(held(), load_layout(name), Edition(item_number=2))
    assert not minutes.first_page_differs
    assert not any(isinstance(block, Contents) for block in minutes.blocks)
    assert not any(block.page_break_before for block in minutes.blocks if isinstance(block, Heading))
    assert "punkt\u00a02" in minutes.title


HAPPENED = [
    *("10.50", "Godkendt.", "Der var enighed", "stemte", "stramt.", "Udsend budgettet", "Gerda", "referent\n"),
    *("Til stede", "Fraværende", "ankom", "forlod", "Udsat", "efterretning", "Mødet hævet", "uden afbud"),
]


@pytest.mark.parametrize("name", layout_names())
def test_an_agenda_tells_nothing_of_what_happened(name: str) -> None:
    text = text_of(AGENDA, load_layout(name))
    assert [told for told in HAPPENED if told in text] == []
    assert "Økonomien er stram." in text
    assert "Godkender budgettet" in text
    assert "Budgetforslag" in text


@pytest.mark.parametrize("name", layout_names())
def test_an_agenda_is_called_one_and_is_the_same_before_and_after_the_meeting(name: str) -> None:
    layout = load_layout(name)
    before = build_minutes(Meeting.planned(held().agenda), layout, AGENDA)
    assert before == build_minutes(held(), layout, AGENDA)
    assert before.title.casefold().startswith("dagsorden")


def test_an_agenda_lists_the_invited_and_the_apologies_known_beforehand() -> None:
    text = text_of(AGENDA)
    assert headings(text)[1:3] == ["## Inviterede", "## Afbud"]
    invited, apologies = text.split("## Inviterede")[1].split("# Punkt")[0].split("## Afbud")
    assert "Finn Holt" in invited
    assert "Carl Eg" not in invited
    assert "Carl Eg" in apologies
    assert "Finn Holt" not in apologies


def test_a_list_of_the_invited_that_the_house_style_has_stands_in_the_agenda_instead() -> None:
    everyone = Section((Piece(Content.PEOPLE, who=(Who.ALL,), form="{navn}"),), "Medlemmer")
    came = Section((Piece(Content.PEOPLE, who=(Who.PRESENT,), form="{navn}"),), "Kom")
    layout = Layout("test", people=PeopleForm(sections=(came, everyone)))
    meeting = meeting_of(["Asta"], [])
    assert headings(text_of(AGENDA, layout, meeting)) == ["# Deltagere", "## Medlemmer"]


def test_an_agenda_says_when_by_whom_and_with_which_guests() -> None:
    item = held().items[1]
    item = replace(item, planned=replace(item.planned, introduced_by="Bo Dam"))
    meeting = meeting_of([], [item])
    text = text_of(AGENDA, Layout("test"), meeting)
    assert "HENVISNING: Tid: kl. 09.05–10.00\nHENVISNING: Varighed: 55 minutter\nHENVISNING: Indleder: Bo Dam\n" in text
    assert "HENVISNING: Inviteret: Hans Iversen, revisor og Ida Juhl" in text


def test_what_an_items_heading_says_already_is_not_said_again_in_the_agenda() -> None:
    layout = Layout("test", items=ItemForm(heading="{titel}[, kl. {tid}]", references=("[{indleder}]",)))
    item = replace(held().items[1].planned, introduced_by="Bo Dam")
    lines = text_of(AGENDA, layout, meeting_of([], [MeetingItem(item)])).split("\n")
    references = [line for line in lines if line.startswith("HENVISNING")]
    assert [line.split(": ")[1] for line in references] == ["Bo Dam", "Varighed", "Inviteret"]


def test_a_line_of_the_house_style_goes_from_the_agenda_with_what_it_led_in() -> None:
    line = Piece(Content.LINE, form="Rådet besluttede:")
    alone = Section((Piece(Content.LINE, form="Sag for rådet"),))
    layout = Layout("test", items=ItemForm(sections=(alone, Section((line, Piece(Content.DECISION)), "Beslutning"))))
    lines = list(as_lines(build_minutes(meeting_of([], [taken(1, "9.00", "9.10")]), layout, AGENDA).blocks))
    assert lines[-1] == "Sag for rådet"


def test_an_item_added_at_the_meeting_is_in_no_agenda() -> None:
    meeting = held().add_item("Hastesag", after=None)
    assert "Hastesag" in text_of(Edition(), meeting=meeting)
    assert "Hastesag" not in text_of(AGENDA, meeting=meeting)


def test_minutes_are_a_draft_until_they_are_approved_and_an_agenda_is_none() -> None:
    approved = replace(held(), approved_on=date(2025, 10, 1))
    assert build_minutes(held(), STANDARD).draft == "UDKAST"
    assert build_minutes(held(), STANDARD, Edition(is_public=True)).draft == "UDKAST"
    assert build_minutes(held(), STANDARD, Edition(item_number=2)).draft == "UDKAST"
    assert build_minutes(approved, STANDARD).draft == ""
    assert build_minutes(held(), replace(STANDARD, draft="Kladde")).draft == "Kladde"
    assert build_minutes(held(), STANDARD, AGENDA).draft == ""


def test_a_header_can_name_the_document_it_stands_in() -> None:
    layout = Layout("test", opening=Opening(title="Referat af mødet"), header="{titel}")
    meeting = meeting_of([], [])
    assert "SIDEHOVED: Referat af mødet" in text_of(Edition(), layout, meeting)
    assert "SIDEHOVED: Dagsorden: Rådet" in text_of(AGENDA, layout, meeting)


OWN_KEYS = """
kladde = "Ikke godkendt"

[aabning]
titel_udskrift = "Punkt {nr}"

[punkter]
overskrift = "{titel}"
i_indholdsfortegnelsen = "{titel}"
afsnit = [{ dele = ["beslutning"] }]

[deltagere]
linje = "{navn}"
inviterede = [{ overskrift = "Indbudt", dele = [{ del = "personer", hvem = ["alle"] }] }]

[opgaveliste]
overskrift = "Huskeliste"
kolonner = [{ navn = "Hvem", tekst = "{ansvarlig}" }]

[underskrifter]
hvornaar = "altid"
overskrift = "Underskrevet"
linje = "{navn}, {rolle}"
uden_grupper = ["Gæster"]

[dagsorden]
titel = "Indkaldelse"
henvisninger = ["{tid}"]
"""


def test_a_house_style_has_its_own_words_for_each_edition(tmp_path: Path) -> None:
    path = tmp_path / "vores.toml"
    path.write_text(OWN_KEYS, encoding="utf-8")
    layout = read_layout(path)
    assert (layout.draft, layout.opening.extract_title) == ("Ikke godkendt", "Punkt {nr}")
    assert [section.heading for section in layout.people.invited] == ["Indbudt"]
    assert layout.actions == ActionTable("Huskeliste", (Column("Hvem", "{ansvarlig}"),))
    assert layout.signatures == SignatureForm(SignWhen.ALWAYS, "Underskrevet", "{navn}, {rolle}", ("Gæster",))
    assert layout.agenda == AgendaForm("Indkaldelse", ("{tid}",))
