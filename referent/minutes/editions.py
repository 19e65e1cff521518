"""What is made of a meeting: all of it or the public part, the whole or one item, the minutes or the agenda.

An edition decides what of the meeting a document may know and how the house style is bent for it (`source`), and which
items it holds (`items_of`). What is built is built from those alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from referent import texts
from referent.domain.errors import CodedError
from referent.domain.item import MeetingItem
from referent.domain.meeting import Meeting
from referent.minutes.layout import Content, ItemForm, Layout, PeopleForm, Piece, Section, Who
from referent.minutes.numbering import place_of_number
from referent.minutes.public import publish
from referent.minutes.template import placeholders
from referent.minutes.values import Source


class EditionError(CodedError):
    """An edition that cannot be made."""

    TEXTS = texts.ERRORS


@dataclass(frozen=True, slots=True)
class Edition:
    """The usual one is everything, as it happened. An agenda is whole: asking for one of a single item raises
    `EditionError`.
    """

    is_public: bool = False
    """Of closed items only the headings, and no contact details."""
    is_agenda: bool = False
    """What was planned, and nothing of what happened."""
    item_number: int | str | None = None
    """Only the item printed with this number: 3 or "3a"."""

    def __post_init__(self) -> None:
        if self.is_agenda and self.item_number is not None:
            raise EditionError("agenda_of_one_item")

    @property
    def is_extract(self) -> bool:
        return self.item_number is not None

    @property
    def suffix(self) -> str:
        """What is added to the file's name, so that no edition takes the place of another; the usual one has none."""
        parts = ("-dagsorden" * self.is_agenda, f"-punkt-{self.item_number}" * self.is_extract)
        return "".join(parts) + "-offentlig" * self.is_public

    def source(self, meeting: Meeting, layout: Layout) -> Source:
        """What this edition is built from: the part of `meeting` it may know, and the house style as it has it."""
        known = _as_planned(meeting) if self.is_agenda else meeting
        known = publish(known) if self.is_public else known
        source = Source.of(known, self._bent(layout, known), self.is_public)
        return replace(source, values={**source.values, "nr": str(self.item_number)}) if self.is_extract else source

    def items_of(self, meeting: Meeting) -> tuple[MeetingItem, ...]:
        """The items that the document holds. Raises `EditionError` where none has the number."""
        if self.item_number is None:
            return meeting.items
        found = tuple(item for item in meeting.items if item.printed_number == str(self.item_number))
        if not found:
            raise _unknown_number(self.item_number, meeting)
        return found

    def _bent(self, layout: Layout, known: Meeting) -> Layout:
        if self.is_agenda:
            layout = _of_an_agenda(layout)
        if self.is_extract:
            layout = _of_an_extract(layout)
        has_closed = any(item.is_closed for item in known.items)
        return _of_a_public_one(layout) if self.is_public and has_closed else layout


def _as_planned(meeting: Meeting) -> Meeting:
    """Nothing of what happened; but what the meeting closed its doors for is not published with the agenda either."""
    closed = {item.id for item in meeting.items if item.closed_at_meeting}
    planned = Meeting.planned(meeting.agenda)
    return replace(planned, items=tuple(replace(item, closed_at_meeting=item.id in closed) for item in planned.items))


def _unknown_number(number: int | str, meeting: Meeting) -> EditionError:
    known = [item.printed_number for item in sorted(meeting.items, key=place_of_number) if item.printed_number]
    if not known:
        return EditionError("no_numbered_items", number=number)
    return EditionError("no_such_number", number=number, first=known[0], last=known[-1])


def _of_an_extract(layout: Layout) -> Layout:
    """No cover, no contents, no page to itself: it is short."""
    opening = replace(
        layout.opening, title=layout.opening.extract_title, document_title="", contents_title="", is_cover=False
    )
    return replace(layout, opening=opening, items=replace(layout.items, own_page=False))


def _of_a_public_one(layout: Layout) -> Layout:
    """Nobody is said to have taken part in such and such items: a closed item that is left out of that list would tell
    who was recused, and one that stands there would be untrue of them. What was missed by the clock can be told.
    """
    return replace(layout, wording=replace(layout.wording, took_part=""))


def _of_an_agenda(layout: Layout) -> Layout:
    """Only what is known before the meeting has a place."""
    opening = replace(layout.opening, title=layout.agenda.title, document_title="")
    items = replace(layout.items, sections=tuple(_planned(layout.items.sections)), references=_references(layout))
    people = replace(layout.people, sections=_invited(layout.people))
    return replace(layout, opening=opening, items=items, people=people)


def _references(layout: Layout) -> tuple[str, ...]:
    form: ItemForm = layout.items
    said = {name for template in (form.heading, *form.references) for name in placeholders(template)}
    return (*form.references, *(line for line in layout.agenda.references if said.isdisjoint(placeholders(line))))


def _invited(form: PeopleForm) -> tuple[Section, ...]:
    """The house style's own lists of the people, as far as they are of who is invited; its usual ones where none is."""
    sections = tuple(_planned(form.sections))
    has_list = any(piece.content is Content.PEOPLE for section in sections for piece in section.pieces)
    return sections if has_list else (*form.invited, *sections)


_PLANNED = {Content.SUMMARY, Content.CASE, Content.RECOMMENDATION, Content.OWN_SECTIONS, Content.ATTACHMENTS}
_INVITED = {Who.ALL, Who.EXPECTED, Who.EXCUSED_BEFORE}


def _planned(sections: Iterable[Section]) -> Iterator[Section]:
    """The sections without what only happens at the meeting. The house style's own lines stay in good company: beside
    something planned, or in a section of their own.
    """
    for section in sections:
        pieces = tuple(piece for piece in section.pieces if piece.content is Content.LINE or _is_planned(piece))
        if pieces == section.pieces or any(_is_planned(piece) for piece in pieces):
            yield replace(section, pieces=pieces)


def _is_planned(piece: Piece) -> bool:
    return piece.content in _PLANNED or (piece.content is Content.PEOPLE and _INVITED.issuperset(piece.who))
