"""The fields of the item one is looking at. Each item keeps its own, so that their undo lives on."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.widget import AwaitMount

from referent import screen_texts as texts
from referent.domain.decisions import TextField
from referent.domain.item import MeetingItem
from referent.tui.widgets.action_list import ActionList
from referent.tui.widgets.editor import Editor, Written
from referent.tui.widgets.name_field import NameField
from referent.tui.widgets.name_list import NameList
from referent.tui.widgets.writing_aids import WritingAids


def labels(item: MeetingItem, field_labels: Mapping[TextField, str]) -> dict[TextField, str]:
    """The fields to show and what they are called. Where the house style prints no discussion there is no field for
    it, unless something is written in it already.
    """
    shown = dict(field_labels)
    if TextField.DISCUSSION not in shown and item.discussion.strip():
        shown[TextField.DISCUSSION] = texts.DISCUSSION_NOT_PRINTED.format(label=texts.DISCUSSION_LABEL)
    shown[TextField.NOTES] = texts.NOTES_LABEL
    return shown


class ItemFields(Vertical):
    """The fields of one item, and its action items under the first."""

    def __init__(
        self, item: MeetingItem, field_labels: Mapping[TextField, str], written: Written, aids: WritingAids
    ) -> None:
        super().__init__()
        self.item_id = item.id
        self.editors = [
            Editor(item.id, field, item.text(field), label, texts.PLACEHOLDERS[field.value], written, aids)
            for field, label in labels(item, field_labels).items()
        ]
        self.actions = ActionList()

    def compose(self) -> ComposeResult:
        decision, *others = self.editors
        yield decision
        yield self.actions
        yield from others


class WritingPane(Container):
    """Shows the fields of one item at a time; but for the first they are mounted when they are first looked at, or
    before, while nobody waits.
    """

    def __init__(
        self,
        field_labels: Mapping[TextField, str],
        first: MeetingItem | None,
        written: Written,
        aids: WritingAids,
        *,
        id: str,
    ) -> None:
        """`written` is told of every change of a text, by whichever field."""
        super().__init__(id=id)
        self._field_labels = field_labels
        self._written = written
        self._aids = aids
        self._names = NameList()
        self._shown = ItemFields(first, field_labels, written, aids) if first is not None else None
        self._fields = {self._shown.item_id: self._shown} if self._shown is not None else {}
        self._mounting: dict[str, AwaitMount] = {}
        """What was begun and nobody has waited for yet, by the id of the item."""

    def compose(self) -> ComposeResult:
        if self._shown is not None:
            yield self._shown
        yield self._names

    async def show(self, item: MeetingItem) -> None:
        """Returns when the fields can take keys: what is typed next must not land in another item."""
        fields = self._fields.get(item.id)
        if fields is self._shown and fields is not None:
            return
        if self._shown is not None:
            self._shown.display = False
        if fields is None:
            fields = self._begin(item)
        mounting = self._mounting.pop(item.id, None)
        if mounting is not None:
            await mounting
        fields.display = True
        self._shown = fields

    def prepare(self, item: MeetingItem) -> None:
        """Mount the fields of an item that will be looked at soon: it takes as long as some twenty letters."""
        if item.id not in self._fields:
            self._begin(item)

    def _begin(self, item: MeetingItem) -> ItemFields:
        fields = self._fields[item.id] = ItemFields(item, self._field_labels, self._written, self._aids)
        fields.display = False
        self._mounting[item.id] = self.mount(fields)
        return fields

    def show_actions(self, item: MeetingItem, meeting_day: date) -> None:
        if self._shown is not None and self._shown.item_id == item.id:
            self._shown.actions.show(item.actions, meeting_day)

    def on_name_field_names_offered(self, event: NameField.NamesOffered) -> None:
        event.stop()
        self._names.show(event.field)

    @property
    def editors(self) -> list[Editor]:
        """The fields that are shown, in their order."""
        return self._shown.editors if self._shown is not None else []

    def editor(self, field: TextField) -> Editor | None:
        return next((editor for editor in self.editors if editor.field is field), None)

    def editor_of(self, item_id: str, field: TextField) -> Editor | None:
        """The field of any item that has been looked at."""
        fields = self._fields.get(item_id)
        return next((editor for editor in fields.editors if editor.field is field), None) if fields else None

    @property
    def focused(self) -> Editor | None:
        """The field that is written in."""
        return next((editor for editor in self.editors if editor is self.screen.focused), None)

    def focus_decision(self) -> None:
        if self.editors:
            self._focus(self.editors[0])

    def _focus(self, editor: Editor) -> None:
        # At once: `Widget.focus` only asks for it, and keys that are waiting already would go elsewhere.
        self.screen.set_focus(editor)

    def move(self, steps: int) -> None:
        """Focus the field so many steps on, and round."""
        if not self.editors:
            return
        focused = next((index for index, editor in enumerate(self.editors) if editor is self.screen.focused), -1)
        start = focused if focused >= 0 else (-1 if steps > 0 else 0)
        self._focus(self.editors[(start + steps) % len(self.editors)])
