"""What the terminal sends for a key, and what the program makes of it: the same parser, without the screens."""

from __future__ import annotations

import os
import select
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from textual import events
from textual._xterm_parser import XTermParser
from textual.message import Message

from referent import doctor_texts as texts
from referent.tui.actions import ACTIONS, keys_of
from referent.tui.driver import TolerantDecoder, forget_option_characters, without_alt

LAST_KEYS = ("ctrl+c", "ctrl+q")
PATIENCE = 0.05
"""Seconds between looking whether a lone Esc is a key of its own."""


def watch_keys(terminal: int, say: Callable[[str], None], keymap: Mapping[str, str]) -> None:
    """Say what each key is, a line each, until Esc twice, Ctrl+C, Ctrl+Q or the end of the terminal. Raises OSError
    where `terminal`, a file descriptor, is none.
    """
    import termios

    try:
        before = termios.tcgetattr(terminal)
    except termios.error as error:
        raise OSError(*error.args) from None
    try:
        termios.tcsetattr(terminal, termios.TCSANOW, _as_the_screens_have_it(before))
        _watch(terminal, say, keymap)
    finally:
        termios.tcsetattr(terminal, termios.TCSAFLUSH, before)


def _as_the_screens_have_it(settings: list[Any]) -> list[Any]:
    """Every key comes through at once and as it is; what is written is left alone."""
    import termios

    iflag, oflag, cflag, lflag, *rest = settings
    iflag &= ~(termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR)
    lflag &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN | termios.ISIG)
    return [iflag, oflag, cflag, lflag, *rest]


def _watch(terminal: int, say: Callable[[str], None], keymap: Mapping[str, str]) -> None:
    forget_option_characters()
    parser, decoder = XTermParser(), TolerantDecoder()
    last = sent = ""
    while True:
        ready, _, _ = select.select([terminal], [], [], PATIENCE)
        messages: list[Message] = []
        if ready:
            data = os.read(terminal, 4096)
            if not data:
                return
            text = decoder.decode(data)
            sent += text
            messages += parser.feed(text)
        messages += parser.tick()
        for message in messages:
            for part in without_alt(message):
                line = told(part, sent, keymap)
                if not line:
                    continue
                say(line)
                sent = ""
                key = part.key if isinstance(part, events.Key) else ""
                if key in LAST_KEYS or key == last == "escape":
                    return
                last = key


def told(message: Message, sent: str, keymap: Mapping[str, str]) -> str:
    """One line: the bytes, the key and what it does; nothing for what is neither key nor paste."""
    if isinstance(message, events.Paste):
        return texts.KEY_LINE.format(sent="", key="", meaning=texts.PASTED.format(count=len(message.text))).strip()
    if not isinstance(message, events.Key):
        return ""
    meaning = "; ".join(meanings(message, keymap)) or texts.DOES_NOTHING
    return texts.KEY_LINE.format(sent=ascii(sent)[1:-1], key=message.key, meaning=meaning)


def meanings(key: events.Key, keymap: Mapping[str, str]) -> Iterator[str]:
    """What a key does, and where."""
    if key.is_printable and key.character:
        yield texts.WRITES.format(character=key.character)
    for action in ACTIONS:
        if any(name in keys_of(action, keymap) for name in key.aliases):
            yield texts.DOES.format(label=action.label, where=texts.WHERE[action.scope.name])
