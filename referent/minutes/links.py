"""Links: which may be followed, and the addresses that stand bare in a text."""

from __future__ import annotations

import re

from referent.minutes.blocks import Inline, Inlines, Link, Text

_MAY_BE_FOLLOWED = re.compile(r"(?:https?://|mailto:)[^\s<>\"\\^`{|}]+", re.IGNORECASE)
_BARE = re.compile(r"\b(?:https?://[^\s<>\"”»]+|[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,8}[A-Za-z]{2,24}\b)", re.IGNORECASE)
_TRAILING = ".,;:!?'’”*_"


def may_be_followed(url: str) -> bool:
    """http, https and mailto, without anything that a document could take for the end of the address."""
    return _MAY_BE_FOLLOWED.fullmatch(url) is not None


def with_links(inlines: Inlines) -> Inlines:
    """The same inlines, with web and mail addresses in their plain texts made into links."""
    found: list[Inline] = []
    for inline in inlines:
        if isinstance(inline, Text) and ("://" in inline.text or "@" in inline.text):
            found.extend(_split(inline))
        else:
            found.append(inline)
    return tuple(found)


def _split(text: Text) -> list[Inline]:
    parts: list[Inline] = []
    position = 0
    for match in _BARE.finditer(text.text):
        address = _without_trailing(match[0])
        url = address if "://" in address else f"mailto:{address}"
        if not may_be_followed(url):
            continue
        if match.start() > position:
            parts.append(Text(text.text[position : match.start()], text.bold, text.italic))
        parts.append(Link(address, url, text.bold, text.italic))
        position = match.start() + len(address)
    if position < len(text.text):
        parts.append(Text(text.text[position:], text.bold, text.italic))
    return parts


def _without_trailing(address: str) -> str:
    """The address without the punctuation of its sentence; a bracket that it opened itself belongs to it."""
    open_brackets = address.count("(") - address.count(")")
    while address and (address[-1] in _TRAILING or (address[-1] == ")" and open_brackets < 0)):
        open_brackets += address[-1] == ")"
        address = address[:-1]
    return address
