"""What stands after the items: the house style's last words, all action items in a table, and lines to sign on."""

from __future__ import annotations

from collections.abc import Iterator

from referent.domain.agenda import Profile
from referent.domain.meeting import Meeting
from referent.minutes.blocks import Block, Blocks, Cell, Heading, Paragraph, Role, Table, Text
from referent.minutes.danish import tie
from referent.minutes.edition_forms import SignWhen
from referent.minutes.layout import Layout, Who
from referent.minutes.links import with_links
from referent.minutes.people import people_who, person_values
from referent.minutes.template import fill, fill_if_any
from referent.minutes.values import Source, action_values

_LEVEL = 1


def closing_blocks(source: Source) -> Blocks:
    """The end of whole minutes. Lines to sign on belong to the full edition, which the members sign; a public one has
    their names where the people are listed.
    """
    blocks: list[Block] = [*_last_words(source), *action_table(source)]
    return (*blocks, *(() if source.is_public else signature_blocks(source)))


def _last_words(source: Source) -> Iterator[Block]:
    for template in source.layout.closing:
        if line := tie(fill_if_any(template, source.values)):
            yield Paragraph((Text(line),))


def action_table(source: Source) -> Blocks:
    """Every action item of the meeting under a heading, in the order of the items; nothing where there is none, or
    where the house style wants no table.
    """
    form = source.layout.actions
    rows = [[fill(column.form, values).strip() for column in form.columns] for values in _all_actions(source)]
    if not form.heading or not rows:
        return ()
    header = tuple(_cell(column.heading) for column in form.columns)
    table = Table((header, *(tuple(map(_cell, row)) for row in rows)), header_rows=1, description=form.heading)
    return (Heading(form.heading, _LEVEL, page_break_before=source.layout.items.own_page), table)


def _all_actions(source: Source) -> Iterator[dict[str, str]]:
    """See `placeholders.ACTION_ROW`."""
    for item in source.meeting.items:
        planned = item.planned
        values = {"punkt": item.printed_number or planned.title, "titel": planned.title}
        for action in item.actions:
            if action.task.strip():
                yield values | action_values(action, source.layout.dates)


def _cell(text: str) -> Cell:
    return Cell((Paragraph(with_links((Text(text),))),) if text else ())


def signature_blocks(source: Source) -> Blocks:
    """A line to sign on for each who signs, where the house style has such lines.

    By the styrelseslov § 13 the members who took part in a meeting sign its protocol: those with a vote who were there
    at any time, and whoever came instead of one who was not. Where the agenda says of nobody that they have a vote,
    everyone counts as a member but the groups that the house style leaves out.
    """
    form = source.layout.signatures
    is_municipal = source.meeting.agenda.profile is Profile.MUNICIPAL
    if form.when is SignWhen.NEVER or (form.when is SignWhen.BY_PROFILE and not is_municipal):
        return ()
    lines = dict.fromkeys(fill(form.line, values).strip() for values in _signers(source))
    heading = Heading(form.heading, _LEVEL, page_break_before=source.layout.items.own_page)
    signatures = tuple(Paragraph((Text(line),), Role.SIGNATURE) for line in lines if line)
    return (heading, *signatures) if signatures else ()


def _signers(source: Source) -> Iterator[dict[str, str]]:
    """The values of each who signs, see `placeholders.PERSON`; of a substitute who is not on the list, the name."""
    meeting, form = source.meeting, source.layout.people
    members = _member_ids(meeting, source.layout)
    present = {person.id: person.name for person in people_who(meeting, (Who.PRESENT,))}
    stood_in_for = {person.name for person in meeting.absentees if person.id in members}
    for person in meeting.people:
        is_member = person.id in members
        substitute = meeting.attendance_of(person.id).substitute
        if person.id in present and (is_member or person.substitute_for in stood_in_for):
            yield person_values(meeting, person, form)
        elif person.id not in present and is_member and substitute and substitute not in present.values():
            yield {"navn": substitute}


def _member_ids(meeting: Meeting, layout: Layout) -> set[str]:
    voters = {person.id for person in meeting.people if person.may_vote}
    added = {person.id for person in meeting.added_people}
    groups = {
        person.id: person.group or (layout.people.added_group if person.id in added else "")
        for person in meeting.people
        if not person.is_vacant and person.may_vote is not False
    }
    left_out = layout.signatures.leave_out_groups
    return voters or {person_id for person_id, group in groups.items() if group not in left_out}
