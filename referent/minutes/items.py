"""The items of the agenda as blocks, and the people where no item of the agenda holds them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from referent.domain.agenda import ItemKind
from referent.domain.item import MeetingItem, Outcome
from referent.minutes.blocks import Block, Blocks, Heading, Paragraph, Role, Text
from referent.minutes.danish import tie
from referent.minutes.layout import BreakStyle, Section
from referent.minutes.sections import section_blocks
from referent.minutes.template import fill, fill_if_any
from referent.minutes.values import Source, item_values

ITEM_LEVEL = 1


def people_blocks(source: Source) -> Blocks:
    """The people under a heading of their own, where the agenda has no attendance item."""
    form = source.layout.people
    has_item = any(item.planned.kind is ItemKind.ATTENDANCE for item in source.meeting.items)
    if has_item or not form.heading_without_item or not source.meeting.people:
        return ()
    heading = Heading(form.heading_without_item, ITEM_LEVEL, page_break_before=source.layout.items.own_page)
    values = {**source.values, "titel": form.heading_without_item}
    blocks = [block for section in form.sections for block in section_blocks(source, None, section, values)]
    return (heading, *blocks) if blocks else ()


def item_blocks(source: Source, item: MeetingItem) -> Blocks:
    """One item, from its heading to its attachments."""
    if item.planned.kind is ItemKind.BREAK:
        return _break_blocks(source, item)
    form = source.layout.items
    values = {**source.values, **item_values(source, item)}
    is_attendance = item.planned.kind is ItemKind.ATTENDANCE
    sections: Iterable[Section] = source.layout.people.sections if is_attendance else form.sections
    fate = {Outcome.PUT_OFF: form.contents_put_off, Outcome.WITHDRAWN: form.contents_withdrawn}.get(item.outcome, "")
    blocks: list[Block] = [
        Heading(
            _title(form.heading, values),
            ITEM_LEVEL,
            in_contents=True,
            contents_text=_title(form.contents_title, values) + fate,
            page_break_before=form.own_page,
        )
    ]
    for template in form.references:
        reference = tie(fill_if_any(template, values))
        if reference:
            blocks.append(Paragraph((Text(reference),), Role.REFERENCE))
    if source.is_public and item.is_closed:
        return tuple(blocks)
    for section in sections:
        blocks.extend(section_blocks(source, item, section, values))
    return tuple(blocks)


def _break_blocks(source: Source, item: MeetingItem) -> Blocks:
    form = source.layout.items
    text = _title(form.break_form, {**source.values, **item_values(source, item)})
    if form.break_style is BreakStyle.NOT:
        return ()
    if form.break_style is BreakStyle.LINE:
        return (Paragraph((Text(text, italic=True),)),)
    # Never a page of its own: there would be nothing else on it.
    return (Heading(text, ITEM_LEVEL, in_contents=True),)


def _title(template: str, values: Mapping[str, str]) -> str:
    return tie(" ".join(fill(template, values).split())) or values["titel"]
