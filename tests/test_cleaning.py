"""What is cleaned away at the door, and what stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referent.cleaning import clean, clean_line


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_every_line_end_becomes_a_newline(line_end: str) -> None:
    assert clean(f"et{line_end}to") == "et\nto"


@pytest.mark.parametrize(
    "unwanted",
    [
        "\x00",
        "\x07",
        "\x1b",
        "\x7f",
        "\x9b",
        "\u202e",
        "\u2066",
        "\u2069",
        "\ud800",
        "\ufdd0",
        "\ufffe",
        "\U0010ffff",
    ],
)
def test_what_could_steer_a_terminal_or_break_a_file_is_gone(unwanted: str) -> None:
    assert clean(f"a{unwanted}b") == "ab"


def test_danish_letters_tabs_and_emoji_stay() -> None:
    assert clean("blåbærgrød\t– 👩‍👩‍👧 ½") == "blåbærgrød\t– 👩‍👩‍👧 ½"


def test_a_title_comes_out_on_one_line() -> None:
    assert clean_line("  Første\r\nlinje\x1b ") == "Første linje"


@given(st.text(st.characters()))
def test_what_is_clean_can_be_encoded_and_stays_as_it_is(text: str) -> None:
    cleaned = clean(text)
    assert cleaned.encode("utf-8").decode("utf-8") == cleaned
    assert clean(cleaned) == cleaned
