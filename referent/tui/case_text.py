"""The case of an item as blocks: everything the agenda says about it, in reading order."""

from __future__ import annotations

from referent import screen_texts as texts
from referent.domain.agenda import AgendaItem, Attachment, ItemKind
from referent.minutes.blocks import Block, Blocks, BulletList, Heading, ListItem, Paragraph
from referent.minutes.blocks import Text as Run
from referent.minutes.markdown import is_empty_text, parse

SECTION_LEVEL = 2


def case_blocks(item: AgendaItem) -> Blocks:
    """The item's case; for an item without one a line that says so."""
    sections = [
        (texts.SECTIONS["summary"], item.summary),
        (texts.SECTIONS["recommendation"], item.recommendation),
        (texts.SECTIONS["case"], item.case),
        *((section.heading, section.text) for section in item.sections),
    ]
    blocks: list[Block] = []
    for heading, text in sections:
        if not is_empty_text(text):
            blocks += [Heading(heading, SECTION_LEVEL), *parse(text, SECTION_LEVEL + 1)]
    if item.attachments:
        entries = tuple(ListItem((Paragraph((Run(attachment_name(entry)),)),)) for entry in item.attachments)
        blocks += [Heading(texts.SECTIONS["attachments"], SECTION_LEVEL), BulletList(entries)]
    if not blocks:
        blocks = [Paragraph((Run(texts.ATTENDANCE_CASE if item.kind is ItemKind.ATTENDANCE else texts.NO_CASE),))]
    return tuple(blocks)


def attachment_name(attachment: Attachment) -> str:
    numbers = " · ".join(number for number in (attachment.document_number, attachment.case_number) if number)
    return f"{attachment.title} ({numbers})" if numbers else attachment.title
