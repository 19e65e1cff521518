"""What a house style says of itself."""

from __future__ import annotations

from referent.files.layout_file import load_layout
from referent.minutes.layout import Content, ItemForm, Layout, Piece, Section


def of(*sections: Section) -> Layout:
    return Layout("test", items=ItemForm(sections=sections))


def test_the_decision_goes_by_the_heading_of_its_section_or_its_own_label() -> None:
    assert of(Section((Piece(Content.DECISION),), "Referat")).decision_label == "Referat"
    assert of(Section((Piece(Content.DECISION, label="Det blev besluttet:"),))).decision_label == "Det blev besluttet"
    assert of(Section((Piece(Content.DECISION),))).decision_label == "Beslutning"


def test_there_is_no_discussion_where_the_house_style_does_not_print_it() -> None:
    assert of(Section((Piece(Content.DECISION),), "Beslutning")).discussion_label is None
    assert of(Section((Piece(Content.DISCUSSION),), "Drøftelse")).discussion_label == "Drøftelse"
    assert of(Section((Piece(Content.DECISION), Piece(Content.DISCUSSION)), "X")).discussion_label == "Referat"


def test_the_steering_group_calls_what_was_decided_the_minutes() -> None:
    assert load_layout("styregruppe").decision_label == "Referat"


def test_standard_prints_the_discussion_and_vest_does_not() -> None:
    assert load_layout("standard").discussion_label == "Referat"
    assert load_layout("vest").discussion_label is None
