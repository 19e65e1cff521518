"""Who took part in which item: everyone on the list is present at it or absent from it, a vacant seat is neither."""

from __future__ import annotations

from referent.domain.attendance import Part, part_in, presence
from referent.domain.item import MeetingItem
from referent.domain.meeting import Meeting


def part_taken(meeting: Meeting, person_id: str, item: MeetingItem) -> Part:
    """How much of an item a person was there for, by the clock alone. Of an item that was never taken those took part
    who are there at the end.
    """
    noted, spans = meeting.attendance_of(person_id), meeting.as_taken(item).spans
    if not spans:
        return Part.WHOLE if noted.is_here else Part.NONE
    return part_in(presence(noted), spans, meeting.last_moment)


def was_away(meeting: Meeting, person_id: str, item: MeetingItem) -> bool:
    """Whether a person who was at the meeting was away from this item. One who is recused is not absent (inhabil is not
    fraværende), though the two sit outside the room together.
    """
    if person_id in item.outside:
        return True
    return bool(meeting.as_taken(item).spans) and part_taken(meeting, person_id, item) is Part.NONE


def is_absent(meeting: Meeting, person_id: str, item: MeetingItem | None = None) -> bool:
    """Whether a person was absent from the item (None: from the whole meeting)."""
    if meeting.attendance_of(person_id).status.is_absence:
        return True
    return item is not None and was_away(meeting, person_id, item)
