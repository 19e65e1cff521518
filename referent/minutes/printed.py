"""What looks sensitive in the text that an edition prints, and where it is mended."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from referent.domain.agenda import ItemKind, Participant
from referent.domain.item import MeetingItem
from referent.domain.meeting import Meeting
from referent.minutes.blocks import Minutes
from referent.minutes.build import build_minutes
from referent.minutes.editions import Edition
from referent.minutes.items import item_blocks
from referent.minutes.layout import Layout
from referent.minutes.people import person_values
from referent.minutes.sensitive import Finding, Kind, find_sensitive
from referent.minutes.walk import inline_lines, text_lines


@dataclass(frozen=True, slots=True)
class Place:
    """Something found, and the person or the item it belongs to; neither: the meeting's own data."""

    finding: Finding
    item: MeetingItem | None = None
    person: Participant | None = None


def sensitive_places(meeting: Meeting, layout: Layout, edition: Edition) -> Iterator[Place]:
    """Personal numbers in whatever is printed; in a public edition people's mail addresses and phone numbers too. What
    stands twice in one place is told once, and what belongs to a person is not told again of the list of people.
    """
    source = edition.source(meeting, layout)
    printed = _all_text(build_minutes(meeting, layout, edition))
    known_mail = {person.email.casefold() for person in meeting.people}

    def found_in(text: str) -> dict[str, Finding]:
        return {
            finding.text: finding
            for finding in find_sensitive(text, known_mail)
            if (edition.is_public or finding.kind is Kind.CPR) and finding.text in printed
        }

    if not found_in(printed):
        return
    told: set[str] = set()
    for person in source.meeting.people:
        found = found_in("\n".join(person_values(source.meeting, person, source.layout.people).values()))
        yield from (Place(finding, person=person) for finding in found.values())
        told.update(found)
    of_people = frozenset(told)
    for item in edition.items_of(source.meeting):
        found = found_in("\n".join(text_lines(item_blocks(source, item))))
        lists_people = item.planned.kind is ItemKind.ATTENDANCE
        yield from (Place(finding, item) for text, finding in found.items() if not (lists_people and text in of_people))
        told.update(found)
    yield from (Place(finding) for text, finding in found_in(printed).items() if text not in told)


def _all_text(minutes: Minutes) -> str:
    margins = (*inline_lines(minutes.header), *inline_lines(minutes.footer))
    properties = (minutes.title, minutes.subject, minutes.author)
    return "\n".join([*text_lines(minutes.blocks), *margins, *properties])
