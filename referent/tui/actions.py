"""The one registry of intentions: what can be done, with which keys, and where.

Bindings, footer, help, the palette and the README's table of keys all come from here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from textual.binding import Binding, BindingType

from referent import key_texts as texts


class Scope(Enum):
    """Where an action is at hand."""

    MEETING = "meeting"
    ITEM_LIST = "item list"
    PEOPLE = "people"
    START = "start"
    PREVIEW = "preview"
    READ_ALOUD = "read aloud"
    DIALOG = "dialog"


@dataclass(frozen=True, slots=True)
class Action:
    id: str
    keys: str
    """Textual's names, separated by commas; the first is the one that is shown. Empty: only in the palette."""
    scope: Scope
    group: str
    """A key of `GROUPS`."""
    footer: int = 0
    """Its place in the footer; 0: not there."""
    in_palette: bool = True

    @property
    def label(self) -> str:
        return texts.ACTIONS[self.id][0]

    @property
    def description(self) -> str:
        return texts.ACTIONS[self.id][1]


M, L, P, S, D = Scope.MEETING, Scope.ITEM_LIST, Scope.PEOPLE, Scope.START, Scope.DIALOG
V, R = Scope.PREVIEW, Scope.READ_ALOUD

ACTIONS: tuple[Action, ...] = (
    Action("take_next", "ctrl+n", M, "items", footer=2),
    Action("take_this", "ctrl+t", M, "items", footer=8),
    Action("look_running", "ctrl+l", M, "items", footer=9),
    Action("look_previous", "f7", M, "items"),
    Action("look_next", "f8", M, "items", footer=7),
    Action("items", "escape", M, "items", footer=5),
    Action("pause", "f5", M, "items", footer=11),
    Action("add_item", "", M, "items"),
    Action("put_off", "", M, "items"),
    Action("withdraw", "", M, "items"),
    Action("put_back", "", M, "items"),
    Action("share_rest", "", M, "items"),
    Action("adopt_plan", "", M, "items"),
    Action("together", "", M, "items"),
    Action("close_doors", "", M, "items"),
    Action("correct_times", "", M, "items"),
    Action("next_field", "f6,tab", M, "text"),
    Action("previous_field", "shift+tab", M, "text"),
    Action("fitting_formula", "ctrl+f", M, "text", footer=4),
    Action("formula", "f4", M, "text", footer=10),
    # What a terminal sends for Ctrl+Space.
    Action("complete_name", "ctrl+@", M, "text", footer=18),
    Action("action_item", "ctrl+o", M, "text", footer=12),
    Action("action_items", "", M, "text"),
    Action("vote", "f3", M, "text", footer=13),
    Action("case_up", "pageup", M, "text"),
    Action("case_down", "pagedown", M, "text"),
    Action("people", "f2", M, "people", footer=3),
    Action("export", "f9", M, "meeting", footer=6),
    Action("preview", "", M, "meeting"),
    Action("read_aloud", "f12", M, "meeting", footer=14),
    Action("undo_event", "ctrl+r", M, "meeting", footer=15),
    Action("events", "", M, "meeting"),
    Action("save", "ctrl+s", M, "meeting"),
    Action("quit", "ctrl+q", M, "program", footer=16),
    Action("palette", "ctrl+p", M, "program", footer=17),
    Action("help", "f1,ctrl+g", M, "program", footer=1, in_palette=True),
    Action("theme", "", M, "program"),
    Action("write", "enter", L, "list", footer=2, in_palette=False),
    Action("put_off", "u", L, "list", footer=3, in_palette=False),
    Action("withdraw", "g", L, "list", footer=4, in_palette=False),
    Action("put_back", "t", L, "list", footer=5, in_palette=False),
    Action("add_item", "n", L, "list", footer=6, in_palette=False),
    Action("together", "s", L, "list", footer=10, in_palette=False),
    Action("preview", "v", L, "list", footer=7, in_palette=False),
    Action("share_rest", "f", L, "list", footer=8, in_palette=False),
    Action("adopt_plan", "b", L, "list", footer=9, in_palette=False),
    Action("correct_times", "r", L, "list", footer=11, in_palette=False),
    Action("close_doors", "l", L, "list", footer=12, in_palette=False),
    Action("present", "space", P, "people", footer=1),
    Action("apologies", "a", P, "people", footer=2),
    Action("away", "f", P, "people", footer=3),
    Action("absent", "u", P, "people", footer=4),
    Action("everyone_here", "asterisk", P, "people", footer=5),
    Action("arrive", "k", P, "people", footer=6),
    Action("leave", "g", P, "people", footer=7),
    Action("outside", "o", P, "people", footer=8),
    Action("recused", "i", P, "people", footer=9),
    Action("substitute", "s", P, "people", footer=10),
    Action("add_person", "n", P, "people", footer=11),
    Action("person_note", "b", P, "people", footer=12),
    Action("correct", "r", P, "people", footer=13),
    Action("find_person", "ctrl+f,slash", P, "people", footer=14),
    Action("undo_event", "ctrl+r", P, "people", footer=15),
    Action("close_dialog", "escape,f2,enter,ctrl+q", P, "program", footer=16),
    Action("help", "f1,ctrl+g", P, "program", footer=17),
    Action("open_agenda", "enter", S, "program", footer=1),
    Action("reload", "f5", S, "program", footer=2),
    Action("theme", "", S, "program"),
    Action("palette", "ctrl+p", S, "program", footer=5),
    Action("help", "f1,ctrl+g", S, "program", footer=3),
    Action("quit_program", "ctrl+q,escape", S, "program", footer=4),
    Action("edit", "enter,r", V, "reading", footer=2),
    Action("next_part", "right,tab", V, "reading", footer=3),
    Action("previous_part", "left,shift+tab", V, "reading"),
    Action("headings", "o", V, "reading", footer=4),
    Action("search", "s", V, "reading", footer=5),
    Action("search_next", "n", V, "reading", footer=6),
    Action("close_dialog", "escape,ctrl+q", V, "program", footer=1),
    Action("help", "f1,ctrl+g", V, "program", footer=7),
    Action("next_part", "right,pagedown,n", R, "reading", footer=2),
    Action("previous_part", "left,pageup", R, "reading", footer=3),
    Action("edit", "enter,r", R, "reading", footer=4),
    Action("all_or_one", "a", R, "reading", footer=5),
    Action("close_dialog", "escape,f12,ctrl+q", R, "program", footer=1),
    Action("help", "f1,ctrl+g", R, "program", footer=6),
    Action("close_dialog", "escape,ctrl+q", D, "program", footer=1, in_palette=False),
)


def actions_in(scope: Scope) -> tuple[Action, ...]:
    return tuple(action for action in ACTIONS if action.scope is scope)


def binding_id(action: Action) -> str:
    """What a user's key file calls the action. The meeting's go by their plain id, as in the documentation."""
    return action.id if action.scope is Scope.MEETING else f"{action.scope.name.lower()}.{action.id}"


def bindings(scope: Scope) -> list[BindingType]:
    """The bindings of one screen or list. They have priority: the text area takes many of the keys otherwise, and a key
    without it waits in the queue of the widget, where the next one may overtake it. On a screen, unlike on the app,
    they rest while a dialog is open.
    """
    return [
        Binding(
            action.keys,
            f"screen.{action.id}" if scope is Scope.ITEM_LIST else action.id,
            action.label,
            id=binding_id(action),
            show=False,
            priority=True,
            tooltip=action.description,
        )
        for action in actions_in(scope)
        if action.keys
    ]


def keys_of(action: Action, keymap: Mapping[str, str]) -> tuple[str, ...]:
    """The keys an action has after the user's own were taken into account."""
    keys = keymap.get(binding_id(action), action.keys)
    return tuple(key.strip() for key in keys.split(",") if key.strip())


def key_name(key: str) -> str:
    """A key as a Danish reader knows it: "Ctrl+N", "F2", "Mellemrum"."""
    parts = key.split("+")
    return "+".join(texts.KEY_NAMES.get(part, part.upper() if len(part) <= 3 else part.capitalize()) for part in parts)


def shown_key(action_id: str, scope: Scope, keymap: Mapping[str, str]) -> str:
    """The key to show for an action; empty where it has none."""
    for action in actions_in(scope):
        if action.id == action_id:
            keys = keys_of(action, keymap)
            return key_name(keys[0]) if keys else ""
    return ""


def help_rows(scopes: Iterable[Scope], keymap: Mapping[str, str]) -> list[tuple[str, list[tuple[str, str]]]]:
    """The groups of a help page, each with its rows of keys and what they do."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for scope in scopes:
        for action in actions_in(scope):
            keys = ", ".join(key_name(key) for key in keys_of(action, keymap))
            if keys:
                groups.setdefault(action.group, []).append((keys, action.description))
    return [(texts.GROUPS[group], rows) for group, rows in groups.items()]
