"""The people of the meeting under their groups, and the guests of the running item after them."""

from __future__ import annotations

from collections.abc import Mapping

from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from referent import screen_texts as texts
from referent.domain.agenda import Participant
from referent.domain.item import Guest
from referent.domain.meeting import Meeting
from referent.tui.formats import item_within
from referent.tui.people_rows import guests_of_running, person_details, person_mark, row, row_in_words
from referent.tui.plain import is_plain


class PeopleList(OptionList):
    """A row for each, with all that is noted."""

    _meeting: Meeting | None = None
    _shown: Mapping[str, Content] | None = None

    def show(self, meeting: Meeting) -> None:
        """Show the people of `meeting`; only rows that changed are drawn anew."""
        self._meeting = meeting
        rows = self._rows(meeting)
        if self._shown is None or list(rows) != list(self._shown):
            marked = self.highlighted_option
            self.set_options(self._options_of(meeting, rows))
            if marked is not None and marked.id in rows:
                self.highlighted = self.get_option_index(marked.id)
            elif rows:
                self.action_first()
        else:
            for key, content in rows.items():
                if content != self._shown[key]:
                    self.replace_option_prompt(key, content)
        self._shown = rows

    def _rows(self, meeting: Meeting) -> dict[str, Content]:
        width = max(20, (self.scrollable_content_region.width or self.app.size.width - 2) - 1)

        def shown(mark: str, name: str, title: str, details: str) -> Content:
            return row_in_words(name, title, details, width) if in_words else row(mark, name, title, details, width)

        in_words = is_plain(self)
        rows = {
            person.id: shown(person_mark(meeting, person), person.name, person.title, person_details(meeting, person))
            for person in meeting.people
        }
        for key, guest in guests_of_running(meeting).items():
            details = texts.GUEST_CAME if guest.came else texts.GUEST_AWAY
            rows[key] = shown("✓" if guest.came else "F", guest.name, guest.title, details)
        return rows

    def _options_of(self, meeting: Meeting, rows: Mapping[str, Content]) -> list[Option | None]:
        options: list[Option | None] = []
        group = ""
        for person in meeting.people:
            if person.group != group:
                group = person.group
                if group:
                    options.append(Option(Content.assemble((f" {group}", "bold")), disabled=True))
            options.append(Option(rows[person.id], id=person.id))
        guests = [key for key in rows if key.startswith("guest-")]
        if guests and meeting.running is not None:
            heading = texts.GUESTS_OF.format(item=item_within(meeting.running))
            options.append(Option(Content.assemble((f" {heading}", "bold")), disabled=True))
            options += [Option(rows[key], id=key) for key in guests]
        if not options:
            options.append(Option(Content(texts.PEOPLE_NONE), disabled=True))
        return options

    @property
    def person(self) -> Participant | None:
        """The person whose row is marked."""
        option = self.highlighted_option
        if self._meeting is None or option is None or option.id is None or option.id.startswith("guest-"):
            return None
        return self._meeting.person(option.id)

    @property
    def guest(self) -> Guest | None:
        """The guest of the running item whose row is marked."""
        option = self.highlighted_option
        return guests_of_running(self._meeting).get(option.id or "") if option and self._meeting else None

    def to_next(self) -> None:
        """One key a person: the roll call goes on by itself, and stops at the last."""
        before = self.highlighted or 0
        self.action_cursor_down()
        if (self.highlighted or 0) < before:
            self.highlighted = before
