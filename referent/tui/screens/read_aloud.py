"""The decisions alone, large, to read out or to show the room: one at a time or in a column, to be corrected there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum

from rich.text import Text as RichText
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Digits, Static

from referent import screen_texts as texts
from referent.domain.decisions import TextField
from referent.domain.item import MeetingItem
from referent.minutes.blocks import Blocks, Heading, Paragraph, Text
from referent.minutes.layout import Content as PieceOf
from referent.minutes.layout import Layout, Piece, Section
from referent.minutes.sections import section_blocks
from referent.minutes.values import Source, item_values
from referent.session import MeetingSession
from referent.tui.actions import Scope, bindings
from referent.tui.formats import cut, numbered_title
from referent.tui.plain import is_plain
from referent.tui.widgets.block_view import BlockView
from referent.tui.widgets.bottom_lines import KeyLine
from referent.tui.widgets.editor import Editor, Written

HEADING_LEVEL = 1
READ_OUT = Section(
    (
        Piece(PieceOf.DECISION),
        Piece(PieceOf.VOTE),
        Piece(PieceOf.DISSENT),
        Piece(PieceOf.ACTIONS, label=texts.ACTIONS_LABEL),
    )
)
"""What is read out of an item: the decision, how it was voted, and who is to do what. In the house style's words."""


class Mode(Enum):
    ONE = "one"
    ALL = "all"
    EDIT = "edit"


class LargeView(BlockView):
    """Text with as much air between its lines as there is room for: letters cannot be larger in a terminal."""

    def _text_lines(self, blocks: Blocks) -> list[RichText]:
        lines = super()._text_lines(blocks)
        if 2 * len(lines) - 1 > self.scrollable_content_region.height:
            return lines
        return [line for each in lines for line in (each, RichText())][:-1]


class ReadAloudScreen(Screen[None]):
    """Shows every item of which something is to be read out, beginning at the one that was looked at."""

    CSS_PATH = "read_aloud.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]
    BINDINGS = bindings(Scope.READ_ALOUD)

    def __init__(
        self,
        session: MeetingSession,
        layout: Callable[[], Layout],
        begin_at: str | None,
        keymap: Mapping[str, str],
        write: Written,
    ) -> None:
        """`write` is told what is corrected here."""
        super().__init__()
        self._session = session
        self._layout = layout
        self._keymap = keymap
        self._write = write
        self._mode = Mode.ONE
        self._mode_before = Mode.ONE
        ids = [item.id for item in session.meeting.items]
        wanted = ids.index(begin_at) if begin_at in ids else 0
        self._ids = [item.id for item in session.meeting.items if self._read_out(item)]
        self._place = next((place for place, item_id in enumerate(self._ids) if ids.index(item_id) >= wanted), 0)

    def compose(self) -> ComposeResult:
        yield Static("", id="read-aloud-title", markup=False)
        with Horizontal(id="read-aloud-page"):
            yield Digits("", id="read-aloud-number")
            with Vertical():
                yield LargeView(id="read-aloud", can_focus=True)
        yield KeyLine(Scope.READ_ALOUD, self._keymap)

    def on_mount(self) -> None:
        self.view = self.query_one(LargeView)
        self.set_focus(self.view)
        self.call_after_refresh(self._show)

    def on_resize(self) -> None:
        self.call_after_refresh(self._show)

    # What is shown

    @property
    def _item(self) -> MeetingItem | None:
        return self._session.meeting.item(self._ids[self._place]) if self._ids else None

    def _read_out(self, item: MeetingItem) -> Blocks:
        source = Source.of(self._session.meeting, self._layout())
        return section_blocks(source, item, READ_OUT, {**source.values, **item_values(source, item)})

    def _blocks_of(self, item: MeetingItem) -> Blocks:
        title = item.planned.title if self._large_number(item) else numbered_title(item)
        closed = f" ({texts.CLOSED_ITEM})" if item.is_closed else ""
        return (Heading(title + closed, HEADING_LEVEL), *self._read_out(item))

    def _large_number(self, item: MeetingItem) -> str:
        is_alone = self._mode is Mode.ONE and not is_plain(self)
        return item.printed_number if is_alone and item.printed_number.isdigit() else ""  # digits are all it can paint

    def _show(self) -> None:
        item = self._item
        number = self._large_number(item) if item is not None else ""
        digits = self.query_one(Digits)
        digits.display = bool(number)
        digits.update(number)
        self.query_one("#read-aloud-title", Static).update(Content(f" {cut(self._title(), self.size.width - 2)}"))
        self.call_after_refresh(self._show_text)  # how wide it is depends on the number

    def _show_text(self) -> None:
        item = self._item
        if item is None:
            self.view.show_blocks((Paragraph((Text(texts.READ_ALOUD_NONE),)),))
        elif self._mode is Mode.ONE:
            self.view.show_blocks(self._blocks_of(item))
        elif self._mode is Mode.ALL:
            pages = [self._blocks_of(self._session.meeting.item(item_id)) for item_id in self._ids]
            self.view.show_blocks(tuple(block for page in pages for block in page))
            before = tuple(block for page in pages[: self._place] for block in page)
            line = self.view.lines_of(before) + 1 if before else 0
            self.view.scroll_to(0, line, animate=False, force=True, immediate=True)

    def _title(self) -> str:
        item = self._item
        if item is None:
            return texts.READ_ALOUD_TITLE
        place = texts.READ_ALOUD_PLACE.format(place=self._place + 1, count=len(self._ids))
        return f"{texts.READ_ALOUD_TITLE} · {place} · {numbered_title(item)}"

    # What can be done

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While a decision is corrected, every key but the one that ends it belongs to the text."""
        return self._mode is not Mode.EDIT or action not in ("next_part", "previous_part", "edit", "all_or_one")

    def action_next_part(self) -> None:
        self._go(1)

    def action_previous_part(self) -> None:
        self._go(-1)

    def _go(self, steps: int) -> None:
        if 0 <= self._place + steps < len(self._ids):
            self._place += steps
            self._show()

    def action_all_or_one(self) -> None:
        self._mode = Mode.ONE if self._mode is Mode.ALL else Mode.ALL
        self._show()

    async def action_edit(self) -> None:
        item = self._item
        if item is None or self._session.is_look_only:
            return
        self._mode_before, self._mode = self._mode, Mode.EDIT
        label = f"{numbered_title(item)} · {texts.READ_ALOUD_EDIT}"
        editor = Editor(item.id, TextField.DECISION, item.decision, label, "", self._write)
        self.view.display = False
        self._show()
        await self.query_one(Vertical).mount(editor)
        self.set_focus(editor)

    async def action_close_dialog(self) -> None:
        if self._mode is not Mode.EDIT:
            self.dismiss(None)
            return
        self._mode = self._mode_before
        await self.query_one(Editor).remove()
        self.view.display = True
        self.set_focus(self.view)
        self.call_after_refresh(self._show)

    async def action_help(self) -> None:
        from referent.tui.dialogs.reading import help_dialog

        await self.app.push_screen(help_dialog((Scope.READ_ALOUD,), self._keymap))
