"""Text made comparable: however the Danish letters of a word are written, it is the same word."""

from __future__ import annotations

import unicodedata

_DANISH = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe", "ß": "ss", "đ": "d", "ł": "l"})


def folded(text: str) -> str:
    """`text` in small letters without accents, with ae, oe and aa for æ, ø and å."""
    small = unicodedata.normalize("NFC", text).casefold().translate(_DANISH)
    if small.isascii():
        return small
    return "".join(letter for letter in unicodedata.normalize("NFKD", small) if not unicodedata.combining(letter))


def has_words(text: str, typed: str) -> bool:
    """Whether every word of `typed` stands in `text`, in any order; a part of a word is enough."""
    searched = folded(text)
    return all(word in searched for word in folded(typed).split())
