"""What stands before the items: title, facts, table of contents."""

from __future__ import annotations

from referent.minutes.blocks import (
    Block,
    Blocks,
    Cell,
    Contents,
    Paragraph,
    Role,
    Tab,
    Table,
    Text,
)
from referent.minutes.danish import tie
from referent.minutes.layout import Fact, FactStyle
from referent.minutes.markdown import lines_of
from referent.minutes.template import fill, fill_if_any
from referent.minutes.values import Source


def title_of(source: Source) -> str:
    return tie(" ".join(fill(source.layout.opening.title, source.values).split()))


def opening_blocks(source: Source) -> Blocks:
    form = source.layout.opening
    blocks: list[Block] = []
    if title := title_of(source):
        blocks.append(Paragraph((Text(title),), Role.TITLE))
    if subtitle := fill_if_any(form.subtitle, source.values):
        blocks.append(Paragraph((Text(tie(subtitle)),), Role.SUBTITLE))
    facts = [(fact, value) for fact in form.facts if (value := tie(fill_if_any(fact.value, source.values)))]
    blocks.extend(_fact_table(facts) if form.facts_style is FactStyle.TABLE else _fact_lines(facts))
    if form.contents_title and len(source.meeting.items) >= form.contents_from:
        blocks.append(Contents(form.contents_title))
    return tuple(blocks)


def _fact_lines(facts: list[tuple[Fact, str]]) -> Blocks:
    return tuple(Paragraph((Text(fact.label), Tab(), *lines_of(value)), Role.FACT) for fact, value in facts)


def _fact_table(facts: list[tuple[Fact, str]]) -> Blocks:
    rows = tuple(
        (
            Cell((Paragraph((Text(fact.label, bold=True),)),)),
            Cell(tuple(Paragraph(lines_of(line)) for line in value.split("\n") if line.strip())),
        )
        for fact, value in facts
    )
    return (Table(rows, header_rows=0, description="Mødets data"),) if rows else ()
