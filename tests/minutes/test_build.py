"""What stands in the minutes, and what does not."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from referent.domain.agenda import Agenda, AgendaItem, ItemKind, Section
from referent.domain.decisions import ActionItem, TextField, Vote
from referent.domain.item import MeetingItem, Outcome
from referent.domain.meeting import Meeting
from referent.files.layout_file import layout_names, load_layout
from referent.minutes import layout as house
from referent.minutes.blocks import Counter, Heading, PageField, Paragraph, Role, Table
from referent.minutes.build import build_minutes
from referent.minutes.layout import Content, HeadingStyle, Layout, ListStyle, Piece
from tests.minutes.as_text import as_lines, minutes_as_text
from tests.minutes.golden import golden_path, house_styles, sample_text
from tests.minutes.samples import DAY, absent, meeting_of, sample_meeting, taken


@pytest.mark.parametrize("name", house_styles())
def test_the_sample_meeting_reads_as_the_golden_file(name: str) -> None:
    """Where a change is meant: `python -m tests.minutes.golden` writes the files anew, and the diff is reviewed."""
    assert sample_text(house_styles()[name]) == golden_path(name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", layout_names())
@pytest.mark.parametrize("meeting", [sample_meeting(), Meeting.planned(sample_meeting().agenda)])
def test_heading_levels_begin_at_one_and_are_never_skipped(name: str, meeting: Meeting) -> None:
    levels = [block.level for block in build_minutes(meeting, load_layout(name)).blocks if isinstance(block, Heading)]
    assert all(after <= before + 1 for before, after in pairwise([0, *levels]))


@pytest.mark.parametrize("name", layout_names())
def test_the_minute_takers_own_notes_are_in_no_document(name: str) -> None:
    assert "Hemmelig" not in minutes_as_text(build_minutes(sample_meeting(), load_layout(name)))


@pytest.mark.parametrize("name", layout_names())
def test_an_agenda_with_nothing_in_it_has_minutes(name: str) -> None:
    minutes = build_minutes(Meeting.planned(Agenda("Rådet", DAY)), load_layout(name))
    assert minutes.title.startswith(("Referat", "REFERAT"))


def sections_of(item: MeetingItem, *sections: house.Section, **form: object) -> list[str]:
    """The lines of one item below its heading."""
    layout = Layout("test", items=replace(house.ItemForm(sections=sections), **form))  # type: ignore[arg-type]
    blocks = build_minutes(meeting_of([], [item]), layout).blocks
    return [line for line in as_lines(blocks) if line][2:]


def section(content: Content, heading: str = "", **more: object) -> house.Section:
    return house.Section((Piece(content),), heading, **more)  # type: ignore[arg-type]


DECISION = section(Content.DECISION, "Beslutning")


def test_a_section_with_nothing_in_it_goes_with_its_heading() -> None:
    assert sections_of(taken(1, "9.00", "9.10", decision="."), DECISION) == []
    assert sections_of(taken(1, "9.00", "9.10", decision="Ja."), DECISION) == ["## Beslutning", "Ja."]


def test_sections_stand_in_the_order_of_the_house_style() -> None:
    item = taken(1, "9.00", "9.10", decision="Ja.", discussion="Talt.")
    said = section(Content.DISCUSSION, "Referat")
    assert sections_of(item, said, DECISION) == ["## Referat", "Talt.", "## Beslutning", "Ja."]
    assert sections_of(item, DECISION, said) == ["## Beslutning", "Ja.", "## Referat", "Talt."]


def test_a_heading_in_a_text_stands_one_level_below_the_section() -> None:
    item = taken(1, "9.00", "9.10", decision="### Nej\n\nJa.")
    assert "### Nej" in sections_of(item, DECISION)
    assert "## Nej" in sections_of(item, section(Content.DECISION))
    assert "## Nej" in sections_of(item, section(Content.DECISION, "Beslutning:", heading_style=HeadingStyle.LABEL))


def test_a_heading_may_stand_only_beside_another_section() -> None:
    case = section(Content.CASE, "SAG", heading_beside=(Content.SUMMARY, Content.DECISION))
    item = taken(1, "9.00", "9.10")
    item = replace(item, planned=replace(item.planned, case="Sagen."))
    assert sections_of(item, case) == ["Sagen."]
    assert sections_of(replace(item, decision="Ja."), case) == ["## SAG", "Sagen."]
    assert sections_of(replace(item, outcome=Outcome.PUT_OFF), case) == ["## SAG", "Sagen."]


def test_the_agendas_own_sections_have_their_own_headings() -> None:
    planned = AgendaItem("1", "Sag", 1, sections=(Section("Økonomi", "Dyrt."), Section("Tom", "-")))
    own = section(Content.OWN_SECTIONS, "{overskrift}:", upper_case=True)
    assert sections_of(MeetingItem(planned), own) == ["## ØKONOMI:", "Dyrt."]


def test_an_item_that_was_put_off_or_withdrawn_says_so_unless_something_was_written() -> None:
    item = MeetingItem(AgendaItem("1", "Sag", 1), outcome=Outcome.PUT_OFF)
    assert sections_of(item, DECISION) == ["## Beslutning", "Udsat."]
    assert sections_of(replace(item, outcome=Outcome.WITHDRAWN), DECISION) == ["## Beslutning", "Punktet udgår."]
    assert sections_of(replace(item, decision="Udsat til juni."), DECISION) == ["## Beslutning", "Udsat til juni."]


def test_votes_dissent_and_action_items_follow_the_decision() -> None:
    item = taken(
        1,
        "9.00",
        "9.10",
        vote=Vote(5, ("F",), ()),
        dissent="Nej tak.",
        actions=(ActionItem("Ring.", "Bo"), ActionItem(" ")),
    )
    pieces = (Piece(Content.VOTE), Piece(Content.DISSENT, "Mindretal:"), Piece(Content.ACTIONS))
    assert sections_of(item, house.Section(pieces)) == [
        "For stemte 5. Imod stemte F.",
        "ETIKET: Mindretal:",
        "Nej tak.",
        "- Opgave: Ring. Ansvarlig: Bo.",
    ]


def test_the_absentees_of_one_item_can_be_listed_under_it() -> None:
    item = taken(1, "9.00", "9.10", outside=("Bo",))
    piece = Piece(Content.PEOPLE, form="{navn}", style=ListStyle.SENTENCE, who=(house.Who.ITEM_ABSENT,))
    layout = Layout("test", items=house.ItemForm(sections=(house.Section((piece,), "Fraværende"),)))
    blocks = build_minutes(meeting_of(["Asta", "Bo", "Carl"], [item], [absent("Asta")]), layout).blocks
    assert list(as_lines(blocks))[-2:] == ["## Fraværende", "Asta og Bo"]


@pytest.mark.parametrize(
    ("style", "lines"),
    [
        (house.BreakStyle.HEADING, ["# Pause"]),
        (house.BreakStyle.LINE, ["*Pause*"]),
        (house.BreakStyle.NOT, []),
    ],
)
def test_a_break_is_printed_as_the_house_style_says(style: house.BreakStyle, lines: list[str]) -> None:
    item = MeetingItem(AgendaItem("1", "Pause", kind=ItemKind.BREAK))
    layout = Layout("test", items=house.ItemForm(break_style=style))
    printed = [line.split("   [")[0] for line in as_lines(build_minutes(meeting_of([], [item]), layout).blocks) if line]
    assert printed[1:] == lines


def test_a_break_does_not_begin_a_page_of_its_own() -> None:
    items = [taken(1, "9.00", "9.10"), MeetingItem(AgendaItem("2", "Pause", kind=ItemKind.BREAK))]
    blocks = build_minutes(meeting_of([], items), Layout("test", items=house.ItemForm(own_page=True))).blocks
    assert [block.page_break_before for block in blocks if isinstance(block, Heading)] == [True, False]


def test_a_line_of_the_house_styles_own_goes_with_its_heading_where_it_has_no_values() -> None:
    lines = house.Section((Piece(Content.LINE, form="[Sag {sag}][\nDok {dok}]"),), "{nr} ({adgang}) {titel}")
    item = taken(1, "9.00", "9.10")
    assert sections_of(item, lines) == []
    assert sections_of(replace(item, planned=replace(item.planned, case_number="S", document_number="D")), lines) == [
        "## 1 (Åben) Sag 1",
        "Sag S ⏎ Dok D",
    ]


def test_a_reference_line_without_values_is_left_out() -> None:
    item = replace(taken(1, "9.00", "9.10"), planned=AgendaItem("1", "Sag", 1, case_number="S-1"))
    assert sections_of(item, references=("Sag {sag}", "Dok {dok}")) == ["HENVISNING: Sag S-1"]


def test_people_stand_before_the_items_where_no_item_holds_them() -> None:
    people = house.Section((Piece(Content.PEOPLE, who=(house.Who.ALL,), form="{navn}"),))
    layout = Layout("test", people=house.PeopleForm(sections=(people,)))
    lines = [line for line in as_lines(build_minutes(meeting_of(["Asta"], []), layout).blocks) if line]
    assert lines == ["TITEL: Referat", "# Deltagere", "- Asta"]


def test_header_and_footer_have_page_numbers_as_fields() -> None:
    layout = Layout("test", header="{udvalg}", footer="Side {side} af {sider}")
    minutes = build_minutes(meeting_of([], []), layout)
    assert [part.counter for part in minutes.footer if isinstance(part, PageField)] == [Counter.PAGE, Counter.PAGES]
    assert not any(isinstance(part, PageField) for part in minutes.header)


PLACE, BODY, PEOPLE = (
    house.Fact(label, value)
    for label, value in [("Sted", "{sted}"), ("Udvalg", "{udvalg}"), ("Her var", "{deltagere}")]
)


def with_facts(group: house.FactGroup) -> Layout:
    return Layout("test", opening=house.Opening(facts=(group,)))


def facts_of(group: house.FactGroup) -> list[str]:
    """The lines below the title."""
    layout = replace(with_facts(group), people=house.PeopleForm(heading_without_item=""))
    return list(as_lines(build_minutes(meeting_of(["Asta", "Bo"], []), layout).blocks))[1:]


def test_facts_without_a_value_are_left_out() -> None:
    for style in house.FactStyle:
        text = "\n".join(facts_of(house.FactGroup((PLACE, BODY), style)))
        assert "Rådet" in text
        assert "Sted" not in text
        assert facts_of(house.FactGroup((PLACE,), style)) == []


def test_facts_are_lines_or_rows_or_columns_of_a_table() -> None:
    assert facts_of(house.FactGroup((BODY, PEOPLE))) == ["FAKTUM: Udvalg → Rådet", "FAKTUM: Her var → Asta ⏎ Bo"]
    rows = house.FactGroup((BODY, PEOPLE), house.FactStyle.ROWS)
    assert facts_of(rows) == ["Udvalg ║ Rådet", "Her var ║ Asta ⏎ Bo"]
    columns = house.FactGroup((BODY, PEOPLE), house.FactStyle.COLUMNS)
    assert facts_of(columns) == ["Udvalg ║ Her var", "Rådet | Asta ⏎ Bo"]


def test_a_table_of_facts_says_which_of_its_cells_are_labels() -> None:
    rows, columns = (
        build_minutes(meeting_of([], []), with_facts(house.FactGroup((BODY,), style))).blocks[1]
        for style in (house.FactStyle.ROWS, house.FactStyle.COLUMNS)
    )
    assert isinstance(rows, Table)
    assert isinstance(columns, Table)
    assert (rows.header_rows, rows.header_columns) == (0, 1)
    assert (columns.header_rows, columns.header_columns) == (1, 0)
    assert rows.description == columns.description == "Mødets data: Udvalg"


def test_the_documents_title_may_say_more_than_the_printed_one() -> None:
    opening = house.Opening(title="REFERAT", document_title="Referat: {udvalg}")
    minutes = build_minutes(meeting_of([], []), Layout("test", opening=opening))
    assert minutes.title == "Referat: Rådet"
    assert list(as_lines(minutes.blocks)) == ["TITEL: REFERAT"]
    assert build_minutes(meeting_of([], []), Layout("test")).title == "Referat"


def test_hostile_titles_are_only_text() -> None:
    title = "[/] {nr} [@click=app.quit] <w:p> **x**"
    meeting = meeting_of([], [replace(taken(1, "9.00", "9.10"), planned=AgendaItem("1", title, 1))])
    heading = next(
        block for block in build_minutes(meeting, load_layout("standard")).blocks if isinstance(block, Heading)
    )
    assert heading.text == f"Punkt\u00a01: {title}"


def test_what_is_written_while_the_meeting_runs_is_printed_at_once() -> None:
    meeting = Meeting.planned(sample_meeting().agenda)
    agenda = replace(meeting.agenda, items=(AgendaItem("1", "Sag", 1),))
    meeting = Meeting.planned(agenda).write("1", TextField.DECISION, "Halvt skrevet")
    blocks = build_minutes(meeting, load_layout("vest")).blocks
    assert blocks[-1] == Paragraph(blocks[-1].inlines, Role.BODY)  # type: ignore[union-attr]
    assert list(as_lines(blocks))[-1] == "Halvt skrevet"


def test_what_was_written_about_an_item_that_was_put_off_does_not_hide_that_it_was() -> None:
    item = MeetingItem(AgendaItem("1", "Sag", 1), outcome=Outcome.PUT_OFF, decision="Sekretariatet regner igen.")
    assert sections_of(item, DECISION) == ["## Beslutning", "Udsat.", "Sekretariatet regner igen."]


def test_what_an_item_really_took_can_stand_in_its_heading() -> None:
    items = house.ItemForm(heading="{titel}[, {brugt} min.]")
    meeting = meeting_of([], [taken(1, "09.00", "09.25"), MeetingItem(AgendaItem("x", "Andet"))])
    headings = [
        block.text for block in build_minutes(meeting, Layout("x", items=items)).blocks if isinstance(block, Heading)
    ]
    assert headings == ["Sag 1, 25 min.", "Andet"]
