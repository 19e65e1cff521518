"""The case of an item, to be read beside what is being written."""

from __future__ import annotations

from collections.abc import Iterable

from referent import screen_texts as texts
from referent.domain.agenda import AgendaItem, Attachment, ItemKind
from referent.minutes.blocks import Block, Blocks, BulletList, Heading, ListItem, Paragraph
from referent.minutes.blocks import Text as Run
from referent.minutes.markdown import is_empty_text, parse
from referent.tui.widgets.block_view import BlockView

SECTION_LEVEL = 2


def case_blocks(item: AgendaItem) -> Blocks:
    """Everything the agenda says about the item, in reading order. Empty for an item without a case."""
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
    return tuple(blocks)


def attachment_name(attachment: Attachment) -> str:
    numbers = " · ".join(number for number in (attachment.document_number, attachment.case_number) if number)
    return f"{attachment.title} ({numbers})" if numbers else attachment.title


class CasePane(BlockView):
    """Shows one case at a time. Each is parsed once and kept; `prepare_next` does that while nobody waits."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._parsed: dict[str, Blocks] = {}

    def show(self, item: AgendaItem) -> None:
        self.show_blocks(self._case_of(item))

    def prepare_next(self, items: Iterable[AgendaItem]) -> None:
        """Parse the first of `items` that has not been parsed yet."""
        waiting = next((item for item in items if item.id not in self._parsed), None)
        if waiting is not None:
            self._case_of(waiting)

    def _case_of(self, item: AgendaItem) -> Blocks:
        if item.id not in self._parsed:
            nothing = texts.ATTENDANCE_CASE if item.kind is ItemKind.ATTENDANCE else texts.NO_CASE
            self._parsed[item.id] = case_blocks(item) or (Paragraph((Run(nothing),)),)
        return self._parsed[item.id]
