"""A house style as a plain value: everything that one body's minutes do differently from another's.

It comes from a TOML file (`referent.files.layout_file`), and `build_minutes` reads nothing else about how a body wants
its minutes. No code asks for a layout by its name. Texts named "template" are filled by `template.fill`; what may stand
in each is listed in `placeholders`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from referent.minutes.blocks import Look
from referent.minutes.edition_forms import ActionTable, AgendaForm, SignatureForm
from referent.minutes.wording import Dates, Formulas, Wording


class Content(Enum):
    """What a piece of a section prints. A piece that has nothing to print is left out."""

    SUMMARY = "summary"
    CASE = "case"
    RECOMMENDATION = "recommendation"
    OWN_SECTIONS = "own sections"
    """The agenda's own sections, each under its own heading; stands alone in its section."""
    DISCUSSION = "discussion"
    DECISION = "decision"
    VOTE = "vote"
    DISSENT = "dissent"
    ACTIONS = "actions"
    ATTACHMENTS = "attachments"
    ITEM_SENTENCES = "item sentences"
    """Who was outside, recused or a guest at this one item."""
    LINE = "line"
    """A text of the house style's own."""
    PEOPLE = "people"
    """A list of people."""
    SENTENCES = "sentences"
    """Who came, left, was outside, recused or came instead, at the whole meeting."""
    GUESTS = "guests"
    """Who was a guest at which item, at the whole meeting."""
    ORDER = "order"
    """Which items were taken out of order."""


class Who(Enum):
    """Which people a list holds. Those who should be there come in the agenda's order, absentees in the record's."""

    ALL = "all"
    EXPECTED = "expected"
    """All without apologies given before the meeting."""
    EXCUSED_BEFORE = "excused before"
    """Apologies given before the meeting, as the agenda says."""
    PRESENT = "present"
    """Everyone who is not absent throughout."""
    APOLOGIES = "apologies"
    NO_SHOW = "no show"
    """Absent without apologies."""
    AWAY = "away"
    """Absent, no reason noted."""
    ITEM_ABSENT = "item absent"
    """Those who were away from this item, whatever the reason; one who is recused is not absent."""


class HeadingStyle(Enum):
    HEADING = "heading"
    """A real heading, that readers can jump to."""
    LABEL = "label"
    """A lead-in of its own line, as "Indstilling:"."""


class ListStyle(Enum):
    """How several lines of one piece stand."""

    BULLETS = "bullets"
    NUMBERS = "numbers"
    LINES = "lines"  # one paragraph, a line each
    PARAGRAPHS = "paragraphs"
    SENTENCE = "sentence"
    """One line: "a, b og c"."""


class FactStyle(Enum):
    """How the facts of one group stand."""

    LINES = "lines"
    """Each on a line, without rules."""
    ROWS = "rows"
    """A table with a row for each, its label to the left."""
    COLUMNS = "columns"
    """A table with a column for each, its label on top."""


class AddedNumbers(Enum):
    """The number of an item that was added at the meeting."""

    NEXT_FREE = "next free"
    """The one after the last, wherever the item stands."""
    LETTER = "letter"
    """That of the item before it, with a letter: 3a."""
    RENUMBERED = "renumbered"
    """The one after that of the item before it; those that follow are numbered anew."""


class BreakStyle(Enum):
    """How a break of the meeting is printed."""

    HEADING = "heading"
    LINE = "line"
    NOT = "not"


@dataclass(frozen=True, slots=True)
class Piece:
    """One thing in a section."""

    content: Content
    label: str = ""
    """A lead-in above it. Empty: none."""
    form: str = ""
    """Template of one line (a person, an attachment, an action item) or of the whole (a line). Empty: the usual one."""
    style: ListStyle | None = None
    """None: bullets for people, attachments and action items, paragraphs for sentences."""
    who: tuple[Who, ...] = ()
    """For people."""
    by_group: bool = False
    """People under the labels of their groups."""
    leave_out_groups: tuple[str, ...] = ()
    """Groups that do not stand in this list of people."""


@dataclass(frozen=True, slots=True)
class Section:
    """Pieces under a heading; without anything to print the heading goes too."""

    pieces: tuple[Piece, ...]
    heading: str = ""
    """Template. Empty: no heading."""
    heading_style: HeadingStyle = HeadingStyle.HEADING
    upper_case: bool = False
    """The heading in capitals."""
    heading_beside: tuple[Content, ...] = ()
    """The heading is printed only where the item has at least one of these. Empty: always."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and a value, at the top. Left out where the value is empty."""

    label: str
    value: str
    """Template."""


@dataclass(frozen=True, slots=True)
class FactGroup:
    """Facts that stand together."""

    facts: tuple[Fact, ...]
    style: FactStyle = FactStyle.LINES


@dataclass(frozen=True, slots=True)
class Opening:
    """What stands before the items."""

    title: str = "Referat"
    """Template."""
    extract_title: str = "Udskrift af referat: {emne} d. {dato}, punkt {nr}"
    """Template of the title where one item alone is printed."""
    document_title: str = ""
    """Template of the title in the document's properties, where the printed one says too little. Empty: the same."""
    subtitle: str = ""
    """Template. Empty: none."""
    facts: tuple[FactGroup, ...] = ()
    is_cover: bool = False
    """The opening has the first page to itself, without header and footer."""
    contents_title: str = ""
    """Heading of the table of contents. Empty: no table of contents."""
    contents_from: int = 1
    """Only where there are at least so many items."""


@dataclass(frozen=True, slots=True)
class ItemForm:
    """How an item is printed."""

    heading: str = "[Punkt {nr}: ]{titel}"
    """Template."""
    contents_title: str = "[{nr}. ]{titel}"
    """Template: the title in the table of contents."""
    contents_put_off: str = " (udsat)"
    """What stands after it there of an item that was put off."""
    contents_withdrawn: str = " (udgået)"
    added_numbers: AddedNumbers = AddedNumbers.NEXT_FREE
    own_page: bool = False
    """Each item begins a page."""
    references: tuple[str, ...] = ()
    """Templates of small lines under the heading; one whose placeholders are all empty is left out."""
    sections: tuple[Section, ...] = ()
    put_off: str = "Udsat."
    """Stands as the decision of an item that was put off, unless one was written."""
    withdrawn: str = "Punktet udgår."
    break_style: BreakStyle = BreakStyle.HEADING
    break_form: str = "{titel}"
    """Template of the heading or line of a break."""
    open_word: str = "Åben"
    """What {adgang} says of an item that is not closed."""
    closed_word: str = "Lukket"


@dataclass(frozen=True, slots=True)
class PeopleForm:
    """How people are printed."""

    line: str = "{navn}[, {titel}][, {organisation}][ – {note}]"
    """Template of one person's line, unless the piece has its own."""
    vacant: str = "Vakant[ – {titel}][, {organisation}]"
    """Template of an empty seat."""
    group_label: str = "{gruppe}:"
    """Template."""
    no_group: str = "Øvrige"
    """The group of those without one, where they follow after others."""
    added_group: str = "Gæster"
    """The group of those who turned up without being on the agenda."""
    group_marks: tuple[tuple[str, str], ...] = ()
    """Group and what {maerke} says of its members. {maerke} is empty for all others."""
    guest: str = "{navn}[, {titel}]"
    """Template of a guest in a sentence."""
    heading_without_item: str = "Deltagere"
    """Heading of the people where the agenda has no attendance item. Empty: they are not printed then."""
    sections: tuple[Section, ...] = ()
    """What the attendance item prints, or that heading."""
    invited: tuple[Section, ...] = (
        Section((Piece(Content.PEOPLE, who=(Who.EXPECTED,), by_group=True),), "Inviterede"),
        Section((Piece(Content.PEOPLE, who=(Who.EXCUSED_BEFORE,)),), "Afbud"),
    )
    """What the agenda as a document prints first of the people, where `sections` only has lists of who came."""


@dataclass(frozen=True, slots=True)
class Layout:
    """One house style."""

    name: str
    description: str = ""
    opening: Opening = field(default_factory=Opening)
    items: ItemForm = field(default_factory=ItemForm)
    people: PeopleForm = field(default_factory=PeopleForm)
    dates: Dates = field(default_factory=Dates)
    wording: Wording = field(default_factory=Wording)
    formulas: Formulas = field(default_factory=Formulas)
    closing: tuple[str, ...] = ()
    """Templates of paragraphs after the last item; one with an empty placeholder is left out."""
    actions: ActionTable = field(default_factory=ActionTable)
    signatures: SignatureForm = field(default_factory=SignatureForm)
    agenda: AgendaForm = field(default_factory=AgendaForm)
    draft: str = "UDKAST"
    """The word on each page until the minutes are approved. Empty: none."""
    header: str = ""
    """Template. Empty: none."""
    footer: str = ""
    look: Look = field(default_factory=Look)

    @property
    def decision_label(self) -> str:
        """The name this house style gives the decision."""
        return self._name_of(Content.DECISION) or "Beslutning"

    @property
    def discussion_label(self) -> str | None:
        """The name this house style gives the discussion; None where it does not print it."""
        printed = any(
            piece.content is Content.DISCUSSION for section in self.items.sections for piece in section.pieces
        )
        return (self._name_of(Content.DISCUSSION) or "Referat") if printed else None

    def _name_of(self, content: Content) -> str:
        """What stands above `content`: its own label, else the heading of the section it leads."""
        for section in self.items.sections:
            for place, piece in enumerate(section.pieces):
                if piece.content is content:
                    return (piece.label or (section.heading if place == 0 else "")).rstrip(": ")
        return ""
