"""A house style of a body's own: a file, and no Python."""

from __future__ import annotations

from collections.abc import Callable, Hashable

import pytest

from referent.files.layout_file import layout_names, load_layout
from referent.minutes.build import build_minutes
from referent.minutes.layout import Content, HeadingStyle, Layout, ListStyle, Piece, Section
from referent.word import render_docx
from tests.minutes.golden import OWN, house_styles
from tests.minutes.samples import sample_meeting

Choice = Callable[[Layout], Hashable]


def sections(layout: Layout) -> tuple[Section, ...]:
    return layout.items.sections


def pieces(layout: Layout) -> list[Piece]:
    return [piece for section in (*sections(layout), *layout.people.sections) for piece in section.pieces]


CHOICES: dict[str, Choice] = {
    "title": lambda layout: layout.opening.title,
    "subtitle": lambda layout: layout.opening.subtitle,
    "facts": lambda layout: tuple(group.style for group in layout.opening.facts),
    "table of contents": lambda layout: (layout.opening.contents_title, layout.opening.contents_from),
    "heading of an item": lambda layout: layout.items.heading,
    "entry in the contents": lambda layout: layout.items.contents_title,
    "reference lines": lambda layout: layout.items.references,
    "word for open": lambda layout: layout.items.open_word,
    "breaks": lambda layout: layout.items.break_style,
    "what was put off": lambda layout: layout.items.put_off,
    "order of sections": lambda layout: tuple(piece.content for piece in pieces(layout)),
    "own sections as lead-ins": lambda layout: any(
        section.heading_style is HeadingStyle.LABEL and section.pieces[0].content is Content.OWN_SECTIONS
        for section in sections(layout)
    ),
    "lists of people in a sentence": lambda layout: any(
        piece.by_group and piece.style is ListStyle.SENTENCE for piece in pieces(layout)
    ),
    "line of a person": lambda layout: layout.people.line,
    "vacant seat": lambda layout: layout.people.vacant,
    "groups": lambda layout: layout.people.group_label,
    "dates": lambda layout: layout.dates,
    "sentences": lambda layout: layout.wording,
    "formulas": lambda layout: layout.formulas,
    "closing": lambda layout: layout.closing,
    "header": lambda layout: layout.header,
    "footer": lambda layout: layout.footer,
    "fonts": lambda layout: (layout.look.body_font, layout.look.heading_font),
    "margins": lambda layout: (layout.look.margin_left, layout.look.margin_top),
}


@pytest.mark.parametrize("choice", CHOICES)
def test_the_sixth_house_style_chooses_what_no_built_in_one_does(choice: str) -> None:
    """Else the golden file of the sixth would prove nothing about what data alone can say."""
    chosen = CHOICES[choice](house_styles()[OWN.stem])
    assert chosen not in [CHOICES[choice](load_layout(name)) for name in layout_names()]


def test_it_becomes_a_document_like_the_others() -> None:
    """`tests/conftest.py` audits what is made here."""
    document = render_docx(build_minutes(sample_meeting(), house_styles()[OWN.stem]))
    assert document.startswith(b"PK")
