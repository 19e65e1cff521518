"""Lists of people: who belongs in which, in which order, and the line of each."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from referent.domain.agenda import Participant
from referent.domain.attendance import Status
from referent.domain.item import MeetingItem
from referent.domain.meeting import Meeting
from referent.domain.room import is_absent
from referent.minutes.layout import PeopleForm, Who
from referent.minutes.template import fill

_ABSENCES = {Who.APOLOGIES: Status.APOLOGIES, Who.NO_SHOW: Status.ABSENT, Who.AWAY: Status.AWAY}


def people_who(meeting: Meeting, who: Collection[Who], item: MeetingItem | None = None) -> tuple[Participant, ...]:
    """The people that a list of `who` holds: absentees in the record's order, all others in the agenda's.

    Everyone who is not absent is present: a person of whom nothing is noted is asked about before the export.
    """
    if who and all(each in _ABSENCES for each in who):
        absences = {_ABSENCES[each] for each in who}
        return tuple(person for person in meeting.absentees if meeting.attendance_of(person.id).status in absences)
    return tuple(person for person in meeting.people if any(_is(meeting, person, each, item) for each in who))


def _is(meeting: Meeting, person: Participant, who: Who, item: MeetingItem | None) -> bool:
    if who is Who.ALL:
        return True
    if who is Who.EXPECTED:
        return not person.sent_apologies
    if person.is_vacant:
        return False
    if who is Who.EXCUSED_BEFORE:
        return person.sent_apologies
    if who is Who.PRESENT:
        return not is_absent(meeting, person.id)
    if who is Who.ITEM_ABSENT:
        return is_absent(meeting, person.id, item)
    return meeting.attendance_of(person.id).status is _ABSENCES[who]


def by_group(people: Iterable[Participant], meeting: Meeting, form: PeopleForm) -> dict[str, list[Participant]]:
    """People under their groups, in the order in which those first turn up. The key of people without a group is empty
    where they come first, and the house style's word where they follow after others.
    """
    groups: dict[str, list[Participant]] = {}
    added = {person.id for person in meeting.added_people}
    for person in people:
        group = person.group or (form.added_group if person.id in added else "")
        if not group and groups and "" not in groups:
            group = form.no_group
        groups.setdefault(group, []).append(person)
    return groups


def line_of(meeting: Meeting, person: Participant, form: PeopleForm, template: str = "") -> str:
    """The line of one person, or of a vacant seat."""
    values = person_values(meeting, person, form)
    return fill(form.vacant if person.is_vacant else template or form.line, values).strip()


def person_values(meeting: Meeting, person: Participant, form: PeopleForm) -> dict[str, str]:
    """See `placeholders.PERSON`."""
    noted = meeting.attendance_of(person.id)
    return {
        "navn": person.name,
        "titel": person.title,
        "organisation": person.organisation,
        "email": person.email,
        "gruppe": person.group,
        "rolle": person.role,
        "parti": person.party,
        "maerke": dict(form.group_marks).get(person.group, ""),
        "note": ", ".join(note for note in dict.fromkeys((person.note, noted.note)) if note),
        "suppleant": noted.substitute,
    }
