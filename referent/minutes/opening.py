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
from referent.minutes.danish import join, tie
from referent.minutes.layout import FactGroup, FactStyle
from referent.minutes.markdown import lines_of
from referent.minutes.template import fill, fill_if_any
from referent.minutes.values import Source

LabelAndValue = tuple[str, str]


def title_of(source: Source) -> str:
    """The document's title, as its properties have it: the printed one, unless the house style has another."""
    form = source.layout.opening
    return _one_line(source, form.document_title) or _one_line(source, form.title)


def opening_blocks(source: Source) -> Blocks:
    form = source.layout.opening
    blocks: list[Block] = []
    if title := _one_line(source, form.title):
        blocks.append(Paragraph((Text(title),), Role.TITLE))
    if subtitle := fill_if_any(form.subtitle, source.values):
        blocks.append(Paragraph((Text(tie(subtitle)),), Role.SUBTITLE))
    for group in form.facts:
        blocks.extend(_facts(source, group))
    if form.contents_title and len(source.meeting.items) >= form.contents_from:
        blocks.append(Contents(form.contents_title))
    return tuple(blocks)


def _one_line(source: Source, template: str) -> str:
    return tie(" ".join(fill(template, source.values).split()))


def _facts(source: Source, group: FactGroup) -> Blocks:
    known = [(fact.label, tie(fill_if_any(fact.value, source.values))) for fact in group.facts]
    facts = [(label, value) for label, value in known if value]
    if not facts:
        return ()
    if group.style is FactStyle.ROWS:
        return (_fact_rows(facts),)
    if group.style is FactStyle.COLUMNS:
        return (_fact_columns(facts),)
    return tuple(Paragraph((Text(label), Tab(), *lines_of(value)), Role.FACT) for label, value in facts)


def _fact_rows(facts: list[LabelAndValue]) -> Table:
    rows = tuple((_cell(label), _values(value)) for label, value in facts)
    return Table(rows, header_rows=0, header_columns=1, description=_description(facts))


def _fact_columns(facts: list[LabelAndValue]) -> Table:
    labels = tuple(_cell(label) for label, _ in facts)
    return Table((labels, tuple(_values(value) for _, value in facts)), description=_description(facts))


def _cell(text: str) -> Cell:
    return Cell((Paragraph((Text(text),)),))


def _values(value: str) -> Cell:
    """A paragraph for each line: a list of people is one line each."""
    return Cell(tuple(Paragraph(lines_of(line)) for line in value.split("\n") if line.strip()))


def _description(facts: list[LabelAndValue]) -> str:
    """What a screen reader says of the table."""
    return f"Mødets data: {join(label.rstrip(': ') for label, _ in facts)}"
