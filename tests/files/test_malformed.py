"""Agendas that are none: each is told in Danish, with its file and line, and nothing else happens."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referent.cli import run
from referent.files.agenda_file import agenda_in
from referent.files.agenda_warnings import check_agenda
from referent.files.faults import Fault, FileFaults
from referent.files.keymap_file import read_keymap
from referent.files.layout_file import read_layout
from referent.files.toml_source import parse_source
from tests.files.malformed import BROKEN_TOML, HEAD, ITEM, NOT_TEXT, PERSON, WHOLE_FILE, every_malformed
from tests.records import read_record

MALFORMED = every_malformed()
FILE = Path("agendas/x.toml")
NOT_DANISH = re.compile(
    r"\b(the|should|input|invalid|expected|exceeds|limit|must|value|error|cannot|unexpected|unterminated|duplicate|"
    r"errno|none|true or|tomllib|pydantic|int|str|float)\b",
    re.IGNORECASE,
)
LONGEST = 700
"""Characters of a message, which may list every key there is."""


def what_is_poor(fault: Fault, name: str) -> str:
    """Why a reader would not know what to do; or nothing."""
    line = str(fault)
    about = line.removeprefix(f"{fault.file}")
    if not line.startswith(str(fault.file)):
        return "names no file"
    if fault.line is None and name not in WHOLE_FILE:
        return "names no line"
    if not line.isprintable() or len(about) > LONGEST:
        return "cannot be read"
    if len(about.split()) < 2 or NOT_DANISH.search(re.sub("»[^»]*«|true eller false", "", about)):
        return "is no Danish sentence"
    return ""


def test_there_are_three_hundred_of_them() -> None:
    assert len(MALFORMED) >= 300


def test_each_is_told_with_file_and_line_in_danish(tmp_path: Path) -> None:
    poor = []
    for number, (name, content) in enumerate(MALFORMED.items()):
        path = tmp_path / f"{number}.toml"
        path.write_bytes(content)
        faults = check_agenda(path, ()).faults
        poor += [f"{name}: {reason}: {fault}" for fault in faults[:100] if (reason := what_is_poor(fault, name))]
        poor += [] if faults else [f"{name}: is taken for an agenda"]
    assert poor == []


def test_a_file_that_is_no_toml_has_one_fault(tmp_path: Path) -> None:
    """One message, not one for each thing that the first fault hides."""
    for name in ("open text", "windows-1252", "deep list", "five thousand dots", "nuls", "html"):
        path = tmp_path / "x.toml"
        path.write_bytes(MALFORMED[name])
        assert len(check_agenda(path, ()).faults) == 1, name


ALONE = ("nuls", "deep list", "windows-1252")
THROUGH_THE_COMMAND = [*ALONE, *list(MALFORMED)[:: len(MALFORMED) // 17]]


def test_the_command_ends_with_1_and_says_so_whatever_it_is_given(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """All in one call, and the worst of them alone. `test_cli` asks the program itself, in a process."""
    paths = {name: tmp_path / f"{number}.toml" for number, name in enumerate(THROUGH_THE_COMMAND)}
    for name, path in paths.items():
        path.write_bytes(MALFORMED[name])
    assert len(paths) >= 20
    for names in (THROUGH_THE_COMMAND, *([name] for name in ALONE)):
        given = [paths[name] for name in names]
        assert run(["tjek", *map(str, given)]) == 1, names
        printed = capsys.readouterr()
        assert printed.err == "", names
        assert_told(given, printed.out)


def assert_told(paths: list[Path], printed: str) -> None:
    """Of each file what is wrong with it and how much that is, and nothing else."""
    lines = printed.splitlines()
    for path in paths:
        assert [line for line in lines if line.startswith(f"Fejl: {path}")], path
        assert [line for line in lines if re.match(rf"{re.escape(str(path))}: \d+ fejl", line)], path
    assert all(line.startswith(("Fejl: ", str(paths[0].parent))) for line in lines)


def agenda_or_faults(data: bytes) -> tuple[Fault, ...]:
    try:
        agenda_in(parse_source(data, FILE))
    except FileFaults as found:
        return found.faults
    return ()


WHOLE = (
    HEAD
    + 'start = "13.00"\nreferent = ["Ida", "Liv"]\n[[deltagere]]\nnavn = "Bo Krogh"\nafbud = true\n'
    + '[[punkter]]\ntitel = "Ny bro"\ntid = "13.00-13.30"\nbilag = [{ titel = "Kort", fil = "k.pdf" }]\n'
    + '[[punkter.afsnit]]\noverskrift = "Økonomi"\ntekst = """\nEn tekst\\u00e6 over\nflere linjer.\n"""\n'
).encode()

PIECES = st.sampled_from(
    [
        *(b"\x00", b"\xff", b"\xc3", b"\xef\xbb\xbf", b"\x1b[2J", b"\n", b"\r", b"#", b"\\"),
        *(b'"', b'"""', b"'", b"[", b"]", b"{", b"}", b"=", b".", b",", b"{a=" * 500),
        *(b"[[punkter]]\n", b"tid = 9", b"9" * 5_000, b"inf", b"1979-05-27"),
    ]
)


@given(st.integers(0, len(WHOLE)), st.integers(0, 40), PIECES | st.binary(max_size=4))
def test_an_agenda_with_a_hole_or_a_piece_too_many_never_fails_otherwise(at: int, lost: int, piece: bytes) -> None:
    faults = agenda_or_faults(WHOLE[:at] + piece + WHOLE[at + lost :])
    assert all(str(fault).isprintable() for fault in faults)


@given(st.integers(0, len(WHOLE)))
def test_an_agenda_that_breaks_off_never_fails_otherwise(at: int) -> None:
    assert all(fault.message for fault in agenda_or_faults(WHOLE[:at]))


@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_no_file_is_too_strange(data: bytes) -> None:
    assert all(str(fault).isprintable() for fault in agenda_or_faults(data))


@pytest.mark.parametrize("text", [ITEM, PERSON, WHOLE.decode()])
def test_what_they_were_made_from_is_in_order(text: str) -> None:
    assert agenda_or_faults(text.encode()) == ()


@pytest.mark.parametrize("name", ["a\x1b]52;c;aGVq\x07b", "a\nb\rc", "a\u202eb", "\x9b2J", "[b]"])
@pytest.mark.parametrize("exists", [True, False])
def test_a_file_name_that_steers_the_terminal_is_shown_without_what_steers(
    name: str, exists: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / f"{name}.toml"
    if exists:
        path.write_bytes(b"udvalg =")
    for command in (["tjek", str(path)], ["eksport", str(path)], ["eksport", str(path), "--ud", f"{path}.pdf"]):
        assert run(command) in (1, 2)
    assert run(["eksport", str(path), "--layout", name]) in (1, 2)
    printed = capsys.readouterr()
    for line in (printed.out + printed.err).split("\n"):
        assert line.isprintable(), repr(line)


def other_files(tmp_path: Path) -> list[tuple[Path, Callable[[Path], object]]]:
    """The record, the house style and the keymap, each with what reads it."""
    agenda = agenda_in(parse_source(ITEM.encode(), FILE))
    return [
        (tmp_path / "x.referat.toml", lambda path: read_record(path, agenda)),
        (tmp_path / "stil.toml", read_layout),
        (tmp_path / "taster.toml", read_keymap),
    ]


def test_the_other_files_are_met_with_the_same_suspicion(tmp_path: Path) -> None:
    """Every third will do: they share what reads TOML with the agenda, which is given all of them."""
    all_of_them = {name: text.encode("utf-8", "surrogatepass") for name, text in BROKEN_TOML.items()} | NOT_TEXT
    broken = {name: all_of_them[name] for name in (*ALONE, *list(all_of_them)[::3])}
    poor = []
    for path, read in other_files(tmp_path):
        for name, content in broken.items():
            if name in WHOLE_FILE:
                continue
            path.write_bytes(content)
            with pytest.raises(FileFaults) as caught:
                read(path)
            told = [(fault, what_is_poor(fault, name)) for fault in caught.value.faults]
            poor += [f"{path.name}: {name}: {reason}: {fault}" for fault, reason in told if reason]
    assert poor == []
