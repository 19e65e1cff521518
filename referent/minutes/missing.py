"""What still wants an answer before the minutes are exported. None of it blocks.

What is asked for is what the edition prints: nothing about decisions in an agenda, nothing about other items in an
extract, and nothing about the text of closed items in a public edition.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from referent import texts
from referent.domain.agenda import Profile
from referent.domain.attendance import Status
from referent.domain.item import ItemState, MeetingItem
from referent.domain.meeting import Meeting
from referent.domain.voting import NOT_MEMBERS, vote_faults
from referent.minutes.attendance_text import items_named
from referent.minutes.build import EVERYTHING
from referent.minutes.danish import capitalised
from referent.minutes.decision_checks import mixed_wording, unanswered_verb
from referent.minutes.editions import Edition
from referent.minutes.layout import Layout
from referent.minutes.markdown import is_empty_text
from referent.minutes.near_names import NameList
from referent.minutes.numbering import as_printed
from referent.minutes.phrases import places_in
from referent.minutes.printed import sensitive_places
from referent.minutes.sensitive import Kind, masked
from referent.screen_texts import DISCUSSION_LABEL, SECTIONS

_SENSITIVE = tuple(kind.value for kind in Kind)
LONGEST_TITLE = 120
"""Characters; a longer title is cut in what is asked about its item, which the number names as well."""


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing that is missing, or should not be there, and where it is mended."""

    code: str
    values: Mapping[str, str] = field(default_factory=dict)
    item_id: str | None = None
    """The item it leads to."""
    person_id: str | None = None
    """The person it leads to."""

    @property
    def is_sensitive(self) -> bool:
        """Whether it looks like something that has no place in the document."""
        return self.code.startswith(_SENSITIVE)

    @property
    def text(self) -> str:
        """In Danish."""
        return texts.MISSING[self.code].format_map(self.values)


def what_is_missing(
    meeting: Meeting, layout: Layout | None = None, edition: Edition = EVERYTHING
) -> tuple[Missing, ...]:
    """Everything that is missing: the meeting's own, then the items in order, then the people; then what looks
    sensitive in the text. Without a layout nothing is said about what it would print, or not print. Raises
    `EditionError` for an extract of an item that does not exist.
    """
    found: list[Missing] = []
    if layout is not None:
        meeting = as_printed(meeting, layout)
    if not edition.is_agenda:
        if not edition.is_extract:
            found.extend(_of_the_meeting(meeting))
        found.extend(_of_the_items(meeting, layout, edition))
        if not edition.is_extract:
            found.extend(_of_the_people(meeting))
    if layout is not None:
        found.extend(_sensitive(meeting, layout, edition))
    return tuple(found)


def _of_the_meeting(meeting: Meeting) -> Iterator[Missing]:
    if meeting.started_at is None:
        yield Missing("not_started")
    elif meeting.closed_at is None:
        yield Missing("not_closed")


def _of_the_items(meeting: Meeting, layout: Layout | None, edition: Edition) -> Iterator[Missing]:
    names = NameList(_everybody(meeting))
    items = [item for item in edition.items_of(meeting) if not (edition.is_public and item.is_closed)]
    for item in items:
        yield from _of_an_item(meeting, item, layout)
        yield from _of_its_wording(item, names)
    empty: dict[str, list[MeetingItem]] = {}
    for item in items:
        for heading in _empty_sections(item):
            empty.setdefault(heading, []).append(item)
    for heading, of in empty.items():
        yield Missing("empty_section", {"section": heading, "items": items_named(of)}, item_id=of[0].id)
    for mixed in mixed_wording(items):
        odd = items_named(item for item in meeting.items if item in mixed.odd)
        yield Missing(f"mixed_{mixed.kind}", {"items": odd}, item_id=mixed.odd[0].id)


def _of_an_item(meeting: Meeting, item: MeetingItem, layout: Layout | None) -> Iterator[Missing]:
    values = {"item": _name(item)}
    if item.state is ItemState.RUNNING:
        yield Missing("item_running", values, item_id=item.id)
    is_treated = not item.is_set_aside and item.together_with is None
    wants_decision = item.planned.kind.wants_decision and is_treated
    if wants_decision and is_empty_text(item.decision):
        yield Missing("no_decision", values, item_id=item.id)
    discussion_is_lost = layout is not None and layout.discussion_label is None
    if discussion_is_lost and not is_empty_text(item.discussion):
        yield Missing("discussion_not_printed", values, item_id=item.id)
    for start, end in places_in(item.decision):
        yield Missing("open_place", values | {"place": item.decision[start:end]}, item_id=item.id)
    for action in item.actions:
        if not action.owner.strip():
            yield Missing("no_owner", values | {"task": action.task.strip()}, item_id=item.id)
    for fault in vote_faults(meeting, item, _not_members(meeting, layout)):
        yield Missing("vote", values | {"fault": fault.text}, item_id=item.id)


def _not_members(meeting: Meeting, layout: Layout | None) -> tuple[str, ...]:
    """Groups without a vote, as the house style has them where there is a rule about votes."""
    if layout is None or meeting.agenda.profile is not Profile.MUNICIPAL:
        return NOT_MEMBERS
    return layout.signatures.leave_out_groups


def _empty_sections(item: MeetingItem) -> Iterator[str]:
    """The headings of what is there, and holds nothing but what fills a field: "." or "-"."""
    planned = item.planned
    fields = (planned.summary, planned.case, planned.recommendation)
    named = zip((SECTIONS[key] for key in ("summary", "case", "recommendation")), fields, strict=True)
    yield from (heading for heading, text in named if text and is_empty_text(text))
    yield from (section.heading for section in planned.sections if is_empty_text(section.text))
    if item.discussion and is_empty_text(item.discussion):
        yield DISCUSSION_LABEL


def _of_its_wording(item: MeetingItem, names: NameList) -> Iterator[Missing]:
    values = {"item": _name(item)}
    verb = unanswered_verb(item)
    if verb is not None:
        yield Missing("verb_not_answered", values | {"verb": verb}, item_id=item.id)
    owners = (action.owner for action in item.actions)
    for found, name in names.near_misses("\n\n".join((item.decision, item.discussion, item.dissent, *owners))):
        yield Missing("near_name", values | {"found": found, "name": name}, item_id=item.id)


def _everybody(meeting: Meeting) -> Iterator[str]:
    """The names of all who are on a list of the meeting, whatever they are there for."""
    yield from (person.name for person in meeting.people if not person.is_vacant)
    yield from (noted.substitute for noted in meeting.attendance)
    yield from (meeting.agenda.chair, *meeting.agenda.minute_takers)
    for item in meeting.items:
        yield item.planned.introduced_by
        yield from (*(invitee.name for invitee in item.planned.invitees), *item.guests_present)


def _of_the_people(meeting: Meeting) -> Iterator[Missing]:
    statuses: dict[str, set[bool]] = {}
    for person in meeting.people:
        if person.is_vacant:
            continue
        noted = meeting.attendance_of(person.id)
        if noted.status is Status.UNKNOWN:
            yield Missing("unknown_attendance", {"name": person.name}, person_id=person.id)
            continue
        is_absent = noted.status.is_absence
        if is_absent and (noted.arrivals or noted.departures):
            yield Missing("present_and_absent", {"name": person.name}, person_id=person.id)
        alike = statuses.setdefault(person.name.casefold(), set())
        if alike == {not is_absent}:
            yield Missing("listed_as_both", {"name": person.name}, person_id=person.id)
        alike.add(is_absent)


def _sensitive(meeting: Meeting, layout: Layout, edition: Edition) -> Iterator[Missing]:
    """What was found is only ever told masked: these lines go to terminals and logs."""
    for place in sensitive_places(meeting, layout, edition):
        found = place.finding.masked
        if place.person is not None:
            values = {"place": masked(place.person.name), "found": found}
            yield Missing(place.finding.kind.value, values, person_id=place.person.id)
        elif place.item is not None:
            values = {"place": masked(_name(place.item)), "found": found}
            yield Missing(place.finding.kind.value, values, item_id=place.item.id)
        else:
            yield Missing(f"{place.finding.kind.value}_of_meeting", {"found": found})


def _name(item: MeetingItem) -> str:
    if item.planned.number is None:
        return items_named([item])
    title = item.planned.title
    shown = title if len(title) <= LONGEST_TITLE else f"{title[:LONGEST_TITLE].rstrip()} …"
    return f"{capitalised(items_named([item]))} ({shown})"
