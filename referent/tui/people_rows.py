"""The rows of the attendance list: who, and everything that was noted."""

from __future__ import annotations

from rich.cells import cell_len, set_cell_size
from textual.content import Content

from referent import screen_texts as texts
from referent.domain.agenda import Participant
from referent.domain.attendance import Status
from referent.domain.item import Guest, Recusal
from referent.domain.meeting import Meeting
from referent.tui.formats import clock_time, cut, shortened

MARKS = {
    Status.UNKNOWN: "?",
    Status.PRESENT: "✓",
    Status.APOLOGIES: "A",
    Status.ABSENT: "U",
    Status.AWAY: "F",
}
RECUSALS = {Recusal.NONE: [], Recusal.RECUSED: [texts.RECUSED_NOW], Recusal.CLEARED: [texts.CLEARED_NOW]}


def guests_of_running(meeting: Meeting) -> dict[str, Guest]:
    """The guests of the running item, by the ids of their rows."""
    guests = meeting.running.guest_list if meeting.running else ()
    return {f"guest-{index}": guest for index, guest in enumerate(guests)}


def counts(meeting: Meeting) -> str:
    """How many are in the room, have left it, are absent, and are not noted. Vacant seats are none of these."""
    seats = [meeting.attendance_of(person.id) for person in meeting.people if not person.is_vacant]
    present = [noted for noted in seats if noted.status is Status.PRESENT]
    gone = sum(not noted.is_here for noted in present)
    return (texts.PEOPLE_COUNT_GONE if gone else texts.PEOPLE_COUNT).format(
        present=len(present) - gone,
        gone=gone,
        absent=sum(noted.status.is_absence for noted in seats),
        unknown=sum(noted.status is Status.UNKNOWN for noted in seats),
    )


def is_everyone_noted(meeting: Meeting) -> bool:
    return all(
        person.is_vacant or meeting.attendance_of(person.id).status is not Status.UNKNOWN for person in meeting.people
    )


def person_details(meeting: Meeting, person: Participant) -> str:
    """Status and everything noted, as it stands at the right of the row."""
    if person.is_vacant:
        return texts.VACANT
    noted = meeting.attendance_of(person.id)
    parts = [texts.STATUSES[noted.status.value]]
    parts += [
        (texts.CAME if movement.is_arrival else texts.LEFT).format(time=clock_time(movement.at))
        for movement in noted.movements
    ]
    running = meeting.running
    if running is not None and person.id in running.outside:
        parts.append(texts.OUTSIDE_NOW)
    if running is not None:
        parts += RECUSALS[running.recusal_of(person.id)]
    if noted.substitute:
        parts.append(texts.SUBSTITUTE_IS.format(name=noted.substitute))
    if noted.note:
        parts.append(noted.note)
    return " · ".join(parts)


def person_mark(meeting: Meeting, person: Participant) -> str:
    noted = meeting.attendance_of(person.id)
    if person.is_vacant:
        return "–"
    return "←" if noted.status is Status.PRESENT and not noted.is_here else MARKS[noted.status]


def row_in_words(name: str, title: str, details: str, width: int) -> Content:
    """One row without signs: the name first, what was noted right after it."""
    return Content(cut(", ".join(filter(None, (f"{shortened(name)}: {details}", title))), width))


def row(mark: str, name: str, title: str, details: str, width: int) -> Content:
    """One row of `width` cells: mark and name, then what was noted; the title fills what is left between."""
    details = shortened(details)
    room = max(10, width - cell_len(details) - 2)
    label = f"  {mark} {shortened(name)}"
    if title and cell_len(label) + 2 < room:
        label = f"{label}, {shortened(title)}"
    return Content.assemble(set_cell_size(cut(label, room), room), " ", (details, "$text-muted"))
