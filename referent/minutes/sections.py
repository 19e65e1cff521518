"""The sections of one item: pieces under headings, as the house style orders them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from referent.domain import agenda as planned_agenda
from referent.domain.decisions import Votes
from referent.domain.item import MeetingItem, Outcome
from referent.minutes import attendance_text, markdown
from referent.minutes.blocks import (
    Block,
    Blocks,
    BulletList,
    Heading,
    LineBreak,
    ListItem,
    NumberedList,
    Paragraph,
    Role,
    Text,
)
from referent.minutes.danish import join, tie
from referent.minutes.layout import Content, HeadingStyle, ListStyle, Piece, Section
from referent.minutes.links import with_links
from referent.minutes.people import by_group, line_of, people_who
from referent.minutes.template import fill, fill_if_any
from referent.minutes.values import Source, action_values, attachment_values

SECTION_LEVEL = 2


def section_blocks(source: Source, item: MeetingItem | None, section: Section, values: Mapping[str, str]) -> Blocks:
    """A section with its heading; nothing at all where no piece of it has anything to print."""
    if any(piece.content is Content.OWN_SECTIONS for piece in section.pieces):
        return _own_sections(source, item, section, values)
    heading = _heading(section, item, values)
    level = SECTION_LEVEL + any(isinstance(block, Heading) for block in heading)
    blocks = [block for piece in section.pieces for block in _piece_blocks(source, item, piece, values, level)]
    return (*heading, *blocks) if blocks else ()


def _own_sections(source: Source, item: MeetingItem | None, section: Section, values: Mapping[str, str]) -> Blocks:
    blocks: list[Block] = []
    for own in item.planned.sections if item else ():
        heading = _heading(section, item, {**values, "overskrift": own.heading})
        level = SECTION_LEVEL + any(isinstance(block, Heading) for block in heading)
        text = markdown.parse(own.text, level)
        blocks.extend((*heading, *text) if text else ())
    return tuple(blocks)


def _heading(section: Section, item: MeetingItem | None, values: Mapping[str, str]) -> Blocks:
    text = fill(section.heading, values).strip()
    if not text or (section.heading_beside and not any(has_content(item, beside) for beside in section.heading_beside)):
        return ()
    text = text.upper() if section.upper_case else text
    if section.heading_style is HeadingStyle.LABEL:
        return (label(text),)
    return (Heading(text, SECTION_LEVEL),)


def has_content(item: MeetingItem | None, content: Content) -> bool:
    """Whether an item has any of `content`, as far as its agenda and the minute taker's texts go."""
    if item is None:
        return False
    planned = item.planned
    texts: dict[Content, Iterable[str]] = {
        Content.SUMMARY: [planned.summary],
        Content.CASE: [planned.case],
        Content.RECOMMENDATION: [planned.recommendation],
        Content.OWN_SECTIONS: [section.text for section in planned.sections],
        Content.DISCUSSION: [item.discussion],
        Content.DECISION: [decision_text(item, put_off="Udsat", withdrawn="Udgår", together="Sammen")],
        Content.VOTE: ["ja"] if item.vote else [],
        Content.DISSENT: [item.dissent],
        Content.ACTIONS: [action.task for action in item.actions],
        Content.ATTACHMENTS: [attachment.title for attachment in planned.attachments],
    }
    return any(not markdown.is_empty_text(text) for text in texts.get(content, ()))


UNTREATED_WORDS = ("udsat", "udsæt", "udskudt", "udgå", "udgik")
"""Where a decision has one of these, it says itself that the item was not treated."""


def decision_text(item: MeetingItem, put_off: str, withdrawn: str, together: str) -> str:
    """What was decided: what the minute taker wrote, after what became of an item that was not treated, or not by
    itself.
    """
    fate = {Outcome.PUT_OFF: put_off, Outcome.WITHDRAWN: withdrawn}.get(item.outcome, "")
    fate = together if item.together_with is not None else fate
    if markdown.is_empty_text(item.decision):
        return fate
    says_so = any(word in item.decision.casefold() for word in UNTREATED_WORDS)
    return f"{fate}\n\n{item.decision}" if fate and not says_so else item.decision


def label(text: str) -> Paragraph:
    return Paragraph((Text(text),), Role.LABEL)


def _piece_blocks(
    source: Source, item: MeetingItem | None, piece: Piece, values: Mapping[str, str], level: int
) -> Blocks:
    if piece.content is Content.PEOPLE:
        blocks = _people(source, item, piece)
    elif piece.content is Content.LINE:
        line = tie(fill_if_any(piece.form, values))
        blocks = (Paragraph(markdown.lines_of(line)),) if line else ()
    elif piece.content in _MARKDOWN:
        text = _MARKDOWN[piece.content](source, item) if item else ""
        blocks = markdown.parse(text, level)
    else:
        lines = _LINES[piece.content](source, item, piece)
        usual = ListStyle.BULLETS if piece.content in _BULLETED else ListStyle.PARAGRAPHS
        blocks = listed(lines, piece.style or usual)
    return (label(piece.label), *blocks) if piece.label and blocks else blocks


def listed(lines: Sequence[str], style: ListStyle) -> Blocks:
    """Lines as a list of the house style's kind."""
    lines = [line for line in lines if line.strip()]
    if not lines:
        return ()
    paragraphs = tuple(Paragraph(with_links((Text(line),))) for line in lines)
    if style is ListStyle.PARAGRAPHS:
        return paragraphs
    if style is ListStyle.SENTENCE:
        return (Paragraph(with_links((Text(join(lines)),))),)
    if style is ListStyle.LINES:
        inlines = [inline for paragraph in paragraphs for inline in (*paragraph.inlines, LineBreak())]
        return (Paragraph(tuple(inlines[:-1])),)
    items = tuple(ListItem((paragraph,)) for paragraph in paragraphs)
    return (NumberedList(items),) if style is ListStyle.NUMBERS else (BulletList(items),)


def _people(source: Source, item: MeetingItem | None, piece: Piece) -> Blocks:
    meeting, form = source.meeting, source.layout.people
    people = [person for person in people_who(meeting, piece.who, item) if person.group not in piece.leave_out_groups]
    style = piece.style or ListStyle.BULLETS
    groups = by_group(people, meeting, form) if piece.by_group else {"": people}
    blocks: list[Block] = []
    for group, members in groups.items():
        if group:
            blocks.append(label(fill(form.group_label, {"gruppe": group})))
        blocks.extend(listed([line_of(meeting, person, form, piece.form) for person in members], style))
    return tuple(blocks)


def _decision(source: Source, item: MeetingItem) -> str:
    form = source.layout.items
    other = [each for each in source.meeting.items if each.id == item.together_with]
    together = fill(source.layout.wording.together, {"punkter": attendance_text.items_named(other)}) if other else ""
    return decision_text(item, form.put_off, form.withdrawn, tie(together))


_MARKDOWN: dict[Content, Callable[[Source, MeetingItem], str]] = {
    Content.SUMMARY: lambda source, item: item.planned.summary,
    Content.CASE: lambda source, item: item.planned.case,
    Content.RECOMMENDATION: lambda source, item: item.planned.recommendation,
    Content.DISCUSSION: lambda source, item: item.discussion,
    Content.DECISION: _decision,
    Content.DISSENT: lambda source, item: item.dissent,
}


def _vote(source: Source, item: MeetingItem | None, piece: Piece) -> Sequence[str]:
    if item is None or item.vote is None:
        return ()
    wording, vote = source.layout.wording, item.vote
    cast = [(wording.votes_for, vote.for_), (wording.votes_against, vote.against), (wording.abstained, vote.abstained)]
    said = [fill(template, {"stemmer": _votes(votes)}) for template, votes in cast if votes]
    return [" ".join(sentence for sentence in said if sentence)]


def _votes(votes: Votes) -> str:
    return str(votes) if isinstance(votes, int) else join(votes)


def _actions(source: Source, item: MeetingItem | None, piece: Piece) -> Sequence[str]:
    template = piece.form or source.layout.wording.action
    actions = item.actions if item else ()
    return [fill(template, action_values(action, source.layout.dates)) for action in actions if action.task.strip()]


def _attachments(source: Source, item: MeetingItem | None, piece: Piece) -> Sequence[str]:
    attachments: tuple[planned_agenda.Attachment, ...] = item.planned.attachments if item else ()
    numbered = enumerate((each for each in attachments if not markdown.is_empty_text(each.title)), start=1)
    return [fill(piece.form or "{titel}", attachment_values(each, number)) for number, each in numbered]


def _sentences(source: Source, item: MeetingItem | None, piece: Piece) -> Sequence[str]:
    layout = source.layout
    return attendance_text.attendance_sentences(source.meeting, layout.wording, layout.dates.clock_in_text)


def _item_sentences(source: Source, item: MeetingItem | None, piece: Piece) -> Sequence[str]:
    if item is None:
        return ()
    layout = source.layout
    return attendance_text.item_sentences(source.meeting, item, layout.wording, layout.people.guest)


def _guests(source: Source, item: MeetingItem | None, piece: Piece) -> Sequence[str]:
    layout = source.layout
    return attendance_text.guest_sentences(source.meeting, layout.wording, piece.form or layout.people.guest)


def _order(source: Source, item: MeetingItem | None, piece: Piece) -> Sequence[str]:
    return attendance_text.order_sentences(source.meeting, source.layout.wording)


_LINES: dict[Content, Callable[[Source, MeetingItem | None, Piece], Sequence[str]]] = {
    Content.VOTE: _vote,
    Content.ACTIONS: _actions,
    Content.ATTACHMENTS: _attachments,
    Content.SENTENCES: _sentences,
    Content.ITEM_SENTENCES: _item_sentences,
    Content.GUESTS: _guests,
    Content.ORDER: _order,
}
_BULLETED = (Content.ACTIONS, Content.ATTACHMENTS)
