"""The two lines at the bottom: what just happened, and the keys. Plain text: Textual's own Footer leaks and is slow."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping

from rich.cells import cell_len
from textual.content import Content
from textual.widgets import Static

from referent.cleaning import clean, clean_line
from referent.tui.actions import Action, Scope, actions_in, key_name, keys_of
from referent.tui.formats import shortened

MESSAGE_TICKS = 8
"""How many ticks of the screen a message stays."""


class StatusLine(Static):
    """What just happened, for a while; a warning stays until it is mended."""

    ALLOW_SELECT = False

    def __init__(self, *, id: str) -> None:
        super().__init__("", id=id, markup=False)
        self._warning = ""
        self._message = ""
        self._ticks_left = 0

    @property
    def text(self) -> str:
        return "\n".join(filter(None, (self._message, self._warning)))

    def say(self, message: str) -> None:
        self._message = shortened(clean_line(message))
        self._ticks_left = MESSAGE_TICKS
        self._redraw()

    def warn(self, warning: str) -> None:
        """Show `warning` until it is taken back with an empty text."""
        warning = clean(warning)
        if warning != self._warning:
            self._warning = warning
            self._redraw()

    def tick(self) -> None:
        if self._ticks_left:
            self._ticks_left -= 1
            if not self._ticks_left:
                self._message = ""
                self._redraw()

    def _redraw(self) -> None:
        self.set_class(bool(self._warning), "-warning")
        self.update(Content("\n".join(f" {line}" for line in self.text.split("\n"))))


def key_hints(actions: Iterable[Action], keymap: Mapping[str, str]) -> list[tuple[str, str]]:
    """Key and label of the actions that have a place in the footer, in that order."""
    wanted = sorted((action for action in actions if action.footer), key=lambda action: action.footer)
    return [(key_name(keys[0]), action.label) for action in wanted if (keys := keys_of(action, keymap))]


class KeyLine(Static):
    """The keys that matter most here; as many as there is room for."""

    ALLOW_SELECT = False

    def __init__(self, scope: Scope, keymap: Mapping[str, str], *, id: str | None = None) -> None:
        super().__init__("", id=id, markup=False, classes="key-line")
        self._scope = scope
        self._keymap = keymap
        self._only: Container[str] | None = None

    def show(self, scope: Scope) -> None:
        if scope is not self._scope:
            self._scope = scope
            self._redraw()

    def show_only(self, action_ids: Container[str] | None) -> None:
        """Leave the keys of all other actions out; None: show them all."""
        if action_ids is not self._only:
            self._only = action_ids
            self._redraw()

    def on_resize(self) -> None:
        self._redraw()

    def on_mount(self) -> None:
        self._redraw()

    def _redraw(self) -> None:
        parts: list[tuple[str, str]] = []
        room = self.size.width
        actions = [action for action in actions_in(self._scope) if self._only is None or action.id in self._only]
        for key, label in key_hints(actions, self._keymap):
            needed = cell_len(key) + cell_len(label) + 3
            if needed > room:
                break
            room -= needed
            parts += [(f" {key}", "bold $text-primary"), (f" {label} ", "")]
        self.update(Content.assemble(*parts), layout=False)
