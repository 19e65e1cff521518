"""The user's own keys. Textual's `set_keymap` accepts nonsense and lets a key take others down: check them first."""

from __future__ import annotations

import re
from collections.abc import Mapping

from textual.keys import Keys

from referent import key_texts as texts
from referent.texts import did_you_mean
from referent.tui.actions import ACTIONS, Scope, binding_id, keys_of

UNUSABLE = {"ctrl+i", "ctrl+j", "ctrl+m", "ctrl+h", "ctrl+b", "f10", "f11", "shift+f3"}
"""Tab, newline, Enter and backspace in disguise; tmux; the terminal's menu and full screen; arrives mangled."""
WRITING = {"space", "enter", "backspace", "delete", "up", "down", "left", "right", "home", "end"}
"""Needed for writing, as every letter is: on the meeting screen bindings come before the text."""
KNOWN_KEYS = {key.value for key in Keys}
MODIFIED = re.compile(r"(?:(?:ctrl|shift|alt)\+)*")


def checked_keymap(wanted: Mapping[str, str]) -> tuple[dict[str, str], list[str]]:
    """The part of a user's key file that can be used, and in Danish what cannot. Of two actions with the same key in
    the same place neither gets it anew.
    """
    known = {binding_id(action): action for action in ACTIONS if action.keys}
    good: dict[str, str] = {}
    problems = []
    for name, keys in wanted.items():
        if name not in known:
            problems.append(texts.KEYMAP_UNKNOWN.format(id=name, hint=did_you_mean(name, known)))
            continue
        in_text = known[name].scope is Scope.MEETING
        bad = [key.strip() for key in keys.split(",") if not is_usable(key.strip(), in_text=in_text)]
        if bad:
            problems.append(texts.KEYMAP_BAD_KEY.format(key=bad[0], id=name))
            continue
        good[name] = keys
    for name, problem in _clashes(good).items():
        del good[name]
        problems.append(problem)
    return good, problems


def is_usable(key: str, *, in_text: bool = False) -> bool:
    """Whether `key` is a name of a key that reaches the program; with `in_text` of one that writing does not need."""
    if not key or key in UNUSABLE or "ctrl+alt" in key or (in_text and (len(key) == 1 or key in WRITING)):
        return False
    plain = MODIFIED.sub("", key, count=1)
    return key in KNOWN_KEYS or plain in KNOWN_KEYS or len(plain) == 1 or plain in texts.KEY_NAMES


def _clashes(keymap: Mapping[str, str]) -> dict[str, str]:
    clashes: dict[str, str] = {}
    for scope in Scope:
        taken: dict[str, str] = {}
        for action in ACTIONS:
            if action.scope is not scope:
                continue
            name = binding_id(action)
            for key in keys_of(action, keymap):
                first = taken.setdefault(key, name)
                if first != name:
                    culprit = name if name in keymap else first
                    clashes[culprit] = texts.KEYMAP_CLASH.format(key=key, first=first, second=name)
    return clashes
