"""What is put in the places that a body's own Word template leaves open: `{{dato}}`, `{{sted}}`, `{{udvalg}}` …"""

from __future__ import annotations

from referent.domain.meeting import Meeting
from referent.minutes.layout import Layout
from referent.minutes.values import meeting_values

NAMES = ("udvalg", "dato", "lang_dato", "sted")


def letterhead_values(meeting: Meeting, layout: Layout) -> dict[str, str]:
    """The value of each placeholder but `{{titel}}`, which is the title of the minutes themselves.

    The names and the forms of dates are those of the house style. An allow-list: a letterhead is on the public edition
    too, so nothing about persons is among them.
    """
    values = meeting_values(meeting, layout)
    return {name: values[name] for name in NAMES}
