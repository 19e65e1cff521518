"""A file at the door: what is let in, and what is said about the rest."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referent.files.faults import Fault, FileFaults
from referent.files.line_index import line_index
from referent.files.toml_source import MAX_BYTES, Source, WrittenFloat, parse_source, read_source

FILE = Path("agendas/x.toml")


def fault_in(data: bytes | str) -> Fault:
    with pytest.raises(FileFaults) as caught:
        parse_source(data.encode() if isinstance(data, str) else data, FILE)
    (fault,) = caught.value.faults
    return fault


def source(text: str) -> Source:
    return parse_source(text.encode(), FILE)


def test_a_mark_before_utf8_is_dropped() -> None:
    assert parse_source(b'\xef\xbb\xbfa = "\xc3\xa6"', FILE).data == {"a": "æ"}


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf16_is_named_and_not_converted(encoding: str) -> None:
    fault = fault_in('udvalg = "Ø"'.encode(encoding))
    assert "UTF-16" in fault.message
    assert "linje 1, kolonne 1" in fault.message


def test_windows_1252_is_named_with_line_column_and_letter() -> None:
    fault = fault_in('a = 1\nb = "smør"'.encode("cp1252"))
    assert fault.line == 2
    assert "linje 2, kolonne 8" in fault.message
    assert "»ø« i Windows-1252" in fault.message


def test_bytes_that_mean_nothing_in_either_are_not_called_windows() -> None:
    assert "Windows-1252" not in fault_in(b'a = "\x81"').message


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("a = 1\nb = ", 2, "Værdien"),
        ("a = 1\na = 2", 2, "to gange"),
        ("[a]\n[a]", 2, "dobbelte klammer"),
        ('a = "x\n"', 1, "tre anførselstegn"),
        ('a = """x', 1, "afsluttende anførselstegn"),
        ('a = "C:\\q"', 1, "skråstreg"),
        ("a = 2025-02-30", 1, "findes ikke"),
        ("a = [1, 2", 1, "afsluttende ]"),
        ("å = 1", 1, "kan ikke læses"),
        ("tid = 13.15-13.45", 1, 'tid = "13.15-13.45"'),
        ("dato = 12-03-2025", 1, 'dato = "12-03-2025"'),
        ("start = 09.50 # tidligt", 1, 'start = "09.50"'),
    ],
)
def test_what_is_not_toml_is_told_in_danish_with_line_and_column(text: str, line: int, says: str) -> None:
    fault = fault_in(text)
    assert fault.line == line
    assert says in fault.message
    assert f"linje {line}, kolonne " in fault.message


@pytest.mark.parametrize("text", ["a=" + "[" * 10_000, "a=" + "{a=" * 10_000, "a = " + "9" * 10_000])
def test_what_breaks_the_parser_is_one_clear_message(text: str) -> None:
    assert fault_in(text).message


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("a = 1\rb = 2", 1, "gammelt linjeskift"),
        ("a = 1\n\u00a0b = 2", 2, "usynligt tegn (U+00A0)"),
        ("a = 1\nb = \x00", 2, "usynligt tegn (U+0000)"),
        ('a = "x"\nb = "\x1b"', 2, "usynligt tegn (U+001B)"),
        ("a = 1\nb = " + "9" * 5_000, 2, "for stort"),
        ("a = 1\nb = [\n" + "[" * 5_000, 3, "dybt"),
    ],
)
def test_what_cannot_be_seen_is_told_with_its_line(text: str, line: int, says: str) -> None:
    fault = fault_in(text)
    assert fault.line == line
    assert says in fault.message


def test_a_file_of_nuls_is_not_called_utf16() -> None:
    assert "UTF-16" not in fault_in(bytes(100)).message


def test_a_table_inside_another_tells_the_line_of_both() -> None:
    found = source("a = 1\n[b.c.d]\ne = 1\n")
    assert [found.line_of(path) for path in (("b",), ("b", "c"), ("b", "c", "d"))] == [2, 2, 2]


def test_a_key_with_thousands_of_dots_is_refused() -> None:
    fault = fault_in("b = 1\na" + ".a" * 5_000 + " = 1")
    assert "5001 led" in fault.message
    assert fault.line == 2


def test_a_text_with_thousands_of_dots_is_welcome() -> None:
    assert len(source('a = "' + "a." * 5_000 + '"').data["a"]) == 10_000


def test_a_file_that_is_too_big_is_not_parsed(tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    path.write_bytes(b"#" * (MAX_BYTES + 1))
    with pytest.raises(FileFaults, match="16 MB"):
        read_source(path)


def test_a_missing_file_and_a_folder_are_faults_too(tmp_path: Path) -> None:
    with pytest.raises(FileFaults, match="findes ikke"):
        read_source(tmp_path / "x.toml")
    with pytest.raises(FileFaults, match="almindelig fil"):
        read_source(tmp_path)


def test_every_text_is_cleaned_however_deep_it_lies() -> None:
    assert source('a = [{ b = "x\\u001b[2Jy\\r\\nz" }]').data == {"a": [{"b": "x[2Jy\nz"}]}


def test_a_number_with_a_point_knows_its_digits() -> None:
    number = source("a = 14.00").data["a"]
    assert isinstance(number, WrittenFloat)
    assert (number, number.written) == (14.0, "14.00")


LINES = '''# a comment with [brackets]
a = 1
"b c".d = """
[not.a.table]
a = 2
"""
[[punkter]]
titel = "et # ikke en kommentar"
[[punkter.afsnit]]
tekst = \'\'\'
[[punkter]]
\'\'\'
[[punkter.afsnit]]

tekst = "x"
[[punkter]]
bilag = [
    { titel = "a" },
    "b",
]
tider = [["1",
  "2"]]
[x.y]
z = { a = 1, b = { c = 2 } }
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("a",), 2),
        (("b c", "d"), 3),
        (("punkter", 0), 7),
        (("punkter", 0, "titel"), 8),
        (("punkter", 0, "afsnit", 0, "tekst"), 10),
        (("punkter", 0, "afsnit", 1), 13),
        (("punkter", 0, "afsnit", 1, "tekst"), 15),
        (("punkter", 1), 16),
        (("punkter", 1, "bilag"), 17),
        (("punkter", 1, "bilag", 0, "titel"), 18),
        (("punkter", 1, "bilag", 1), 19),
        (("punkter", 1, "tider", 0, 1), 22),
        (("x", "y", "z", "b", "c"), 24),
        (("punkter", 1, "missing"), 16),
    ],
)
def test_a_key_is_found_on_its_line(path: tuple[str | int, ...], line: int) -> None:
    assert source(LINES).line_of(path) == line


def test_what_is_missing_from_the_root_has_no_line() -> None:
    assert source(LINES).line_of(("udvalg",)) is None


@given(st.text(st.sampled_from("[]{}=,.\"'\\#\n a1")))
def test_looking_for_lines_never_fails(text: str) -> None:
    assert all(line >= 1 for line in line_index(text).values())


@pytest.mark.parametrize("piece", ["[", "{", '"', '"""', "'''", "\\", "a.", "[[a]]\n", "a=[", ",", '"""\\"', "x = 1\n"])
def test_looking_for_lines_takes_no_longer_than_the_text_is_long(piece: str) -> None:
    # Would take a quarter of a minute if it grew with the square.
    assert line_index("a = " + piece * 8_000) is not None
