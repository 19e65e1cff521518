"""Text is measured with the widths of the fonts themselves."""

from __future__ import annotations

import pytest

from referent.word.metrics import line_height, text_width
from tests import font_tables


@pytest.mark.parametrize(
    ("text", "font", "bold", "units"),
    [
        ("A", "Calibri", False, 1185),
        ("Å", "Arial", False, 1366),
        ("A", "Times New Roman", True, 1479),
        ("æøå", "Arial", False, 1821 + 1251 + 1139),
        ("–", "Liberation Serif", False, 1024),
    ],
)
def test_a_character_is_as_wide_as_its_font_says(text: str, font: str, bold: bool, units: int) -> None:
    assert text_width(text, font, 2048, bold) == pytest.approx(units)


def test_bold_and_italic_have_widths_of_their_own() -> None:
    widths = {text_width("Referat", "Calibri", 11, bold, italic) for bold in (False, True) for italic in (False, True)}
    assert len(widths) == 4


def test_an_unknown_font_is_taken_to_be_wider_than_arial() -> None:
    assert text_width("Referat", "Kommunens egen", 11) == pytest.approx(1.1 * text_width("Referat", "Arial", 11))


def test_what_is_not_seen_has_no_width() -> None:
    assert text_width("bud\u00adget\u200b e\u0301", "Calibri", 11) == text_width("budget e", "Calibri", 11)


def test_characters_that_no_table_has_get_a_width_all_the_same() -> None:
    assert 0 < text_width("☃", "Arial", 10) < text_width("議", "Arial", 10) == 10


def test_lines_are_as_high_as_the_font_says() -> None:
    assert line_height("Calibri", 2048) == 2500
    assert line_height("Times New Roman", 2048) == line_height("Arial", 2048) == 2355


def test_the_tables_are_what_the_script_makes_of_the_fonts() -> None:
    try:
        made = font_tables.made()
    except FileNotFoundError as missing:
        pytest.skip(f"{missing} is not installed")
    assert font_tables.TARGET.read_text(encoding="utf-8") == made
