"""The whole minutes as they would be printed now, from the same blocks as the document, to read and to correct."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from textual.app import ComposeResult
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from referent import screen_texts as texts
from referent.minutes.blocks import Blocks, Contents, LineBreak, Paragraph, Role, Text
from referent.minutes.parts import Part, PartOf
from referent.tui.actions import Scope, bindings
from referent.tui.dialogs.choose import Choice, FilterDialog
from referent.tui.dialogs.form import FormDialog, FormField
from referent.tui.formats import cut, numbered_title
from referent.tui.widgets.bottom_lines import KeyLine, StatusLine
from referent.tui.widgets.minutes_view import MinutesView


def part_title(part: Part) -> str:
    return numbered_title(part.item) if part.item is not None else texts.PARTS[part.of.value]


class PreviewScreen(Screen[Part | None]):
    """Returns the part that is to be corrected, or None."""

    CSS_PATH = "preview.tcss"
    BINDINGS = bindings(Scope.PREVIEW)

    def __init__(self, parts: Sequence[Part], begin_at: str | None, keymap: Mapping[str, str]) -> None:
        """`begin_at`: the id of the item to begin at."""
        super().__init__()
        self._parts = parts
        self._begin_at = next((n for n, part in enumerate(parts) if part.item and part.item.id == begin_at), 0)
        self._keymap = keymap
        self._wanted = ""

    def compose(self) -> ComposeResult:
        yield Static("", id="preview-title", markup=False)
        yield MinutesView([partial(self._shown, part) for part in self._parts], self._begin_at, id="preview")
        yield StatusLine(id="preview-status")
        yield KeyLine(Scope.PREVIEW, self._keymap)

    def on_mount(self) -> None:
        self.view = self.query_one(MinutesView)
        self.set_focus(self.view)
        self._tell_where()

    def _shown(self, part: Part) -> Blocks:
        """The blocks of a part; for the table of contents, whose pages nobody knows yet, its titles."""
        return tuple(self._contents(block) if isinstance(block, Contents) else block for block in part.build())

    def _contents(self, contents: Contents) -> Paragraph:
        titles = [part_title(part) for part in self._parts if part.item is not None]
        lines = [inline for title in (contents.title, *titles) for inline in (Text(title), LineBreak())]
        lines[0] = replace(Text(contents.title), bold=True)
        return Paragraph(tuple(lines[:-1]), Role.BODY)

    def on_minutes_view_moved(self, event: MinutesView.Moved) -> None:
        event.stop()
        self._tell_where()

    def _tell_where(self) -> None:
        where = texts.PREVIEW_TITLE.format(part=part_title(self._parts[self.view.part]))
        self.query_one("#preview-title", Static).update(Content(f" {cut(where, self.size.width - 2)}"))

    # What can be done

    def action_edit(self) -> None:
        part = self._parts[self.view.part]
        if part.of in (PartOf.ITEM, PartOf.PEOPLE):
            self.dismiss(part)
        else:
            self.query_one(StatusLine).say(texts.PREVIEW_FIXED)

    def action_next_part(self) -> None:
        self.view.go_on(1)

    def action_previous_part(self) -> None:
        self.view.go_on(-1)

    async def action_headings(self) -> None:
        def go_to(chosen: str | None) -> None:
            if chosen is not None:
                self.view.go_to(int(chosen))

        choices = [Choice(str(number), part_title(part)) for number, part in enumerate(self._parts)]
        await self.app.push_screen(FilterDialog(texts.HEADINGS_TITLE, choices), go_to)

    async def action_search(self) -> None:
        def search(values: dict[str, str] | None) -> None:
            if values is not None and values["wanted"]:
                self._wanted = values["wanted"]
                self.action_search_next()

        form = FormDialog(texts.SEARCH_TITLE, [FormField("wanted", texts.SEARCH_LABEL, self._wanted)])
        await self.app.push_screen(form, search)

    def action_search_next(self) -> None:
        if self._wanted and not self.view.find(self._wanted):
            self.query_one(StatusLine).say(texts.SEARCH_NOTHING.format(wanted=self._wanted))

    async def action_help(self) -> None:
        from referent.tui.dialogs.reading import help_dialog

        await self.app.push_screen(help_dialog((Scope.PREVIEW,), self._keymap))

    def action_close_dialog(self) -> None:
        self.dismiss(None)
