"""A line that is meant as an action item."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referent.domain.decisions import ActionItem
from referent.minutes.action_lines import Unclear, action_line
from referent.minutes.completion import NameFinder

DAY = date(2026, 11, 26)
NAMES = NameFinder(("Anna Ask", "Anne-Mette Dal", "Bo Birk"))
FRIDAY = date(2026, 11, 27)


@pytest.mark.parametrize(
    "line",
    [
        "@anna ringer til havnen !fredag",
        "@anna !fredag ringer til havnen",
        "@Anna Ask !fredag ringer til havnen",
        "Anna Ask !fredag ringer til havnen",
        "anna ask ringer til havnen !fredag",
        "- @anna: ringer til havnen !på fredag",
        "2. @anna ringer til havnen ! fredag",
        "  @anna ringer !fredag til havnen",
        "@anna !27. november ringer til havnen",
        "@anna !27-11-2026, ringer til havnen",
        "@anna !i morgen ringer til havnen",
        "@anna !om 1 dag ringer til havnen",
    ],
)
def test_it_names_a_person_a_task_and_a_date_in_any_order(line: str) -> None:
    assert action_line(line, NAMES, DAY) == ActionItem("ringer til havnen", "Anna Ask", FRIDAY)


@pytest.mark.parametrize(
    "line",
    [
        "Hurra! Det gik godt.",
        "Anna Ask sagde: Hurra!",
        "Anna Ask ringer til havnen",
        "@anna ringer til havnen",
        "Anna Ask ringer !hurra",
        "anna ringer !fredag",
        "Nogen ringer !fredag",
        "Skriv til anna@havn.dk !fredag",
        "",
    ],
)
def test_everything_else_is_text(line: str) -> None:
    assert action_line(line, NAMES, DAY) is None


@pytest.mark.parametrize(
    ("line", "code", "found"),
    [
        ("@an ringer !fredag", "who", "an"),
        ("@ole ringer !fredag", "who", "ole"),
        ("@anna ringer !31. februar", "when", "31. februar"),
        ("@anna ringer !fredag d. 31. februar", "when", "fredag d. 31. februar"),
        ("@anna !snart ringer", "when", "snart ringer"),
        ("@anna !fredag", "what", ""),
        ("@anna ringer !næste møde", "next_meeting", ""),
    ],
)
def test_what_cannot_be_read_of_one_that_is_meant_is_told(line: str, code: str, found: str) -> None:
    meant = action_line(line, NAMES, DAY)
    assert isinstance(meant, Unclear)
    assert (meant.code, meant.found) == (code, found)


def test_the_next_meeting_is_a_date_once_it_is_known() -> None:
    meant = action_line("@anna ringer !næste møde", NAMES, DAY, date(2027, 1, 14))
    assert meant == ActionItem("ringer", "Anna Ask", date(2027, 1, 14))


@given(
    task=st.lists(st.text("abcæøå", min_size=1), min_size=1, max_size=5).map(" ".join),
    day=st.dates(DAY, date(2050, 1, 1)),
)
def test_whatever_the_task_and_the_date_they_come_back(task: str, day: date) -> None:
    typed = f"!{day.day}-{day.month}-{day.year}"
    assert action_line(f"@bo {typed} {task}", NAMES, DAY) == ActionItem(task, "Bo Birk", day)
    assert action_line(f"Bo Birk {task} {typed}", NAMES, DAY) == ActionItem(task, "Bo Birk", day)


@given(line=st.text("@!ab 1./", max_size=30))
def test_no_line_is_too_much_for_it(line: str) -> None:
    assert action_line(line, NAMES, DAY) is None or "!" in line
