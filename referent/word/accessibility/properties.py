"""The document as a whole: its title and its language (WCAG 2.4.2 and 3.1.1)."""

from __future__ import annotations

from collections.abc import Iterator

from referent.word.accessibility.findings import Finding, error
from referent.word.accessibility.opened import Opened
from referent.word.accessibility.words import first_child, value

_NO_LANGUAGE = ("", "x-none")


def findings(document: Opened) -> Iterator[Finding]:
    title = document.core.find("{*}title") if document.core is not None else None
    if title is None or not (title.text or "").strip():
        yield error("no_title")
    named = [value(language) for language in document.styles.languages]
    named.append(value(first_child(document.settings, "themeFontLang")))
    if all(language.casefold() in _NO_LANGUAGE for language in named):
        yield error("no_language")
