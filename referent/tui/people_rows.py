"""The rows of the attendance list: who, and everything that was noted."""

from __future__ import annotations

from dataclasses import dataclass

from rich.cells import cell_len, set_cell_size
from textual.content import Content

from referent import screen_texts as texts
from referent.domain.agenda import Participant
from referent.domain.attendance import Status
from referent.domain.meeting import Meeting
from referent.tui.formats import clock_time, cut

MARKS = {
    Status.UNKNOWN: "?",
    Status.PRESENT: "✓",
    Status.APOLOGIES: "A",
    Status.ABSENT: "U",
    Status.AWAY: "F",
}


@dataclass(frozen=True, slots=True)
class GuestRow:
    """A guest of the running item; `index` tells guests with the same name apart."""

    item_id: str
    name: str
    title: str
    index: int


def guests_of_running(meeting: Meeting) -> list[GuestRow]:
    item = meeting.running
    if item is None:
        return []
    titles = {invitee.name: invitee.title for invitee in item.planned.invitees}
    names = dict.fromkeys([*titles, *item.guests_present])
    return [GuestRow(item.id, name, titles.get(name, ""), index) for index, name in enumerate(names)]


def person_details(meeting: Meeting, person: Participant) -> str:
    """Status and everything noted, as it stands at the right of the row."""
    if person.is_vacant:
        return texts.VACANT
    noted = meeting.attendance_of(person.id)
    parts = [texts.STATUSES[noted.status.value]]
    moments = [(moment, texts.CAME) for moment in noted.arrivals] + [
        (moment, texts.LEFT) for moment in noted.departures
    ]
    parts += [said.format(time=clock_time(moment)) for moment, said in sorted(moments)]
    running = meeting.running
    if running is not None and person.id in running.outside:
        parts.append(texts.OUTSIDE_NOW)
    if running is not None and person.id in running.recused:
        parts.append(texts.RECUSED_NOW)
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


def row(mark: str, name: str, title: str, details: str, width: int) -> Content:
    """One row of `width` cells: mark and name, then what was noted; the title fills what is left between."""
    details = details.replace("\n", " ")
    room = max(10, width - cell_len(details) - 2)
    label = f"  {mark} {name}"
    if title and cell_len(label) + 2 < room:
        label = f"{label}, {title}"
    return Content.assemble(set_cell_size(cut(label, room), room), " ", (details, "$text-muted"))
