"""Words are placed on lines one by one."""

from __future__ import annotations

import pytest

from referent.minutes.blocks import Inlines, LineBreak, Tab, Text
from referent.word.lines import Room, Type, count_lines
from referent.word.metrics import text_width

FONT = Type("Arial", 10)


def wide(text: str, bold: bool = False) -> float:
    return text_width(text, FONT.font, FONT.size, bold)


def lines(*inlines: str | Text | LineBreak | Tab, right: float, left: float = 0, tab: float | None = None) -> int:
    texts: Inlines = tuple(Text(inline) if isinstance(inline, str) else inline for inline in inlines)
    return count_lines(texts, FONT, Room(right, left, tab=tab))


def test_a_line_holds_the_words_that_fit_and_no_more() -> None:
    assert lines("en to tre fire", right=wide("en to tre fire")) == 1
    assert lines("en to tre fire", right=wide("en to tre fire") - 0.1) == 2
    assert lines("en to tre fire", right=wide("fire")) == 4


def test_a_space_at_the_end_of_a_line_takes_no_room() -> None:
    assert lines("en to ", right=wide("en to")) == 1


def test_a_line_break_begins_a_line_also_inside_a_text() -> None:
    assert lines("en", LineBreak(), "to\ntre", right=100) == 3


def test_an_empty_paragraph_has_a_line() -> None:
    assert lines(right=100) == lines("", right=100) == 1


def test_a_word_of_several_runs_stays_in_one_piece() -> None:
    room = wide("en for") + wide("slag", bold=True) - 1
    assert lines("en for", Text("slag", bold=True), right=room) == 2
    assert lines("en for", Text(" slag", bold=True), right=room) == 2
    assert lines("en for", Text("slag", bold=True), right=room + 2) == 1


def test_bold_text_is_measured_as_bold() -> None:
    room = wide("indstilling")
    assert lines("indstilling", right=room) == 1
    assert lines(Text("indstilling", bold=True), right=room) == 2


@pytest.mark.parametrize("word", ["børne-ungeområdet", "2024–2025", "børne\u00adungeområdet"])
def test_a_word_is_parted_after_a_dash_inside_it(word: str) -> None:
    parts = ("børne-", "ungeområdet") if "ø" in word else ("2024–", "2025")
    assert lines(f"møde {word}", right=max(wide(f"møde {parts[0]}"), wide(parts[1]))) == 2


@pytest.mark.parametrize("word", ["skole/hjem", "-4", "10\u00a0kr.", "børne\u2011unge"])
def test_a_word_is_not_parted_elsewhere(word: str) -> None:
    assert lines(f"møde {word} a", right=wide(f"møde {word}") - 0.1) == 2
    assert lines(f"i {word}", right=wide(word)) == 2


def test_a_word_wider_than_the_line_is_broken_anywhere() -> None:
    assert lines("a" * 100, right=wide("a" * 10)) == 10
    assert lines("a" * 100, right=0) == 100


def test_later_lines_begin_at_the_indent() -> None:
    text = "en to en to"
    assert lines(text, right=wide("en to")) == 2
    assert lines(text, right=wide("en to"), left=wide("en")) == 3


def test_a_tab_goes_to_the_next_stop() -> None:
    room = 100 + wide("værdi")
    assert lines("Dato", Tab(), "værdi", right=room, tab=100) == 1
    assert lines("Dato", Tab(), "værdier", right=room, tab=100) == 2
    assert lines("Dato\tværdier", right=room, tab=100) == 2


def test_a_page_number_wants_room_at_the_end_of_its_line() -> None:
    assert lines("Økonomi", Tab(), "00", right=wide("Økonomi00")) == 1
    assert lines("Økonomi", Tab(), "00", right=wide("Økonomi0")) == 2
