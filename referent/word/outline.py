"""Which headings stand in the table of contents, under which bookmark and on which page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from referent.minutes.blocks import Contents, Heading, Minutes
from referent.minutes.walk import headings_in
from referent.word.design import MAX_CONTENTS_LEVEL, contents_level, heading_level
from referent.word.pages import PageNumbers

_FIRST_BOOKMARK = 100_000_001
"""Word's own contents bookmarks have nine digits; it takes care of those that look like its own."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the table of contents, and the bookmark of the heading it points to."""

    title: str
    level: int
    """In the contents: 1 to 3."""
    bookmark_id: int
    bookmark: str
    page: int


@dataclass(frozen=True, slots=True)
class Outline:
    """The entries in the order of their headings; none where the document prints no contents."""

    entries: tuple[Entry, ...] = ()
    levels: tuple[int, int] | None = None
    """The heading levels, from and to, whose headings are the contents exactly; None where they are not."""

    @property
    def instruction(self) -> str:
        """What Word is to do when the reader asks for the contents to be updated (F9).

        Where the contents are the headings of some levels, as they stand, Word collects those: a heading added by hand
        then appears too. Otherwise (a shorter title in the contents, a heading left out) it collects the TC fields that
        `needs_marks` asks for, so that updating never changes which titles there are or how they read.
        """
        if self.levels:
            return rf'TOC \o "{self.levels[0]}-{self.levels[1]}" \h \z \u'
        return r"TOC \f C \h \z"

    @property
    def needs_marks(self) -> bool:
        return bool(self.entries) and self.levels is None


def bookmark_name(number: int) -> str:
    """Of the heading whose entry in the contents has this number, counted from 0."""
    return f"_Toc{_FIRST_BOOKMARK + number}"


def prints_contents(minutes: Minutes) -> bool:
    return any(isinstance(block, Contents) for block in minutes.blocks)


def outline_of(minutes: Minutes, pages: PageNumbers) -> Outline:
    if not prints_contents(minutes):
        return Outline()
    headings = list(headings_in(minutes.blocks))
    listed = [heading for heading in headings if heading.in_contents]
    entries = tuple(
        Entry(
            title=heading.contents_title,
            level=contents_level(heading.level),
            bookmark_id=number,
            bookmark=bookmark_name(number),
            page=page,
        )
        for number, (heading, page) in enumerate(zip(listed, pages.contents, strict=True))
    )
    return Outline(entries, _levels(headings, listed))


def _levels(headings: Sequence[Heading], listed: Sequence[Heading]) -> tuple[int, int] | None:
    if not listed:
        return None
    levels = [heading_level(heading.level) for heading in listed]
    first, last = min(levels), max(levels)
    same_headings = all(heading.in_contents for heading in headings if first <= heading_level(heading.level) <= last)
    same_titles = all(heading.contents_text in (None, heading.text) for heading in listed)
    return (first, last) if same_headings and same_titles and last <= MAX_CONTENTS_LEVEL else None
