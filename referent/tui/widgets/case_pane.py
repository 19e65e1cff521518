"""The case of an item, to be read beside what is being written."""

from __future__ import annotations

from rich.console import RenderableType
from rich.text import Text
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from referent import screen_texts as texts
from referent.domain.agenda import AgendaItem, Attachment, ItemKind
from referent.minutes.blocks import Block, BulletList, Heading, ListItem, Paragraph
from referent.minutes.blocks import Text as Run
from referent.minutes.markdown import is_empty_text, parse
from referent.tui.block_text import renderable

SECTION_LEVEL = 2


def case_blocks(item: AgendaItem) -> tuple[Block, ...]:
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


class CasePane(VerticalScroll):
    """Shows one case at a time. Cases are set once and kept; `prepare` may run in a worker."""

    can_focus = False

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._set: dict[str, RenderableType] = {}
        self._body = Static("", markup=False, id="case-body")

    def compose(self) -> ComposeResult:
        yield self._body

    def prepare(self, item: AgendaItem) -> RenderableType:
        """Set the case, or get it as it was set before."""
        if item.id not in self._set:
            blocks = case_blocks(item)
            nothing = texts.ATTENDANCE_CASE if item.kind is ItemKind.ATTENDANCE else texts.NO_CASE
            self._set[item.id] = renderable(blocks) if blocks else Text(nothing, style="dim")
        return self._set[item.id]

    def show(self, item: AgendaItem) -> None:
        self._body.update(self.prepare(item))
        self.scroll_home(animate=False)
