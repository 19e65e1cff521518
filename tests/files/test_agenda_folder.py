"""The list of agendas, and where documents lie."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from referent.files.agenda_folder import export_path, list_agendas
from referent.ports import AgendaState


def put(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def plain(day: str) -> str:
    return f'udvalg = "Udvalget"\ndato = {day}\n[[punkter]]\ntitel = "a"\n'


def test_the_newest_meeting_comes_first_and_a_faulty_file_is_not_hidden(tmp_path: Path) -> None:
    put(tmp_path, "a.toml", plain("2026-01-01"))
    put(tmp_path, "b.toml", plain("2026-03-01"))
    put(tmp_path, "c.toml", 'udvalg = "U"\nx = 1\n')
    put(tmp_path, "b.referat.toml", "x = 1\n")
    put(tmp_path, "b.referat.konflikt-1.toml", "x = 1\n")
    put(tmp_path, "notes.txt", "x")
    entries = list_agendas(tmp_path)
    assert [(entry.path.name, entry.item_count, len(entry.problems)) for entry in entries] == [
        ("b.toml", 1, 0),
        ("a.toml", 1, 0),
        ("c.toml", 0, 2),
    ]


def test_a_folder_that_is_missing_is_empty(tmp_path: Path) -> None:
    assert list_agendas(tmp_path / "x") == []


@pytest.mark.parametrize(
    ("record", "state"),
    [
        (None, AgendaState.NOT_HELD),
        ('dagsorden = "a.toml"', AgendaState.NOT_HELD),
        ("startet = 2026-01-01T10:00:00", AgendaState.IN_PROGRESS),
        ("[broken", AgendaState.IN_PROGRESS),
        ("startet = 2026-01-01T10:00:00\nsluttet = 2026-01-01T11:00:00", AgendaState.HELD),
    ],
)
def test_the_record_tells_how_far_the_meeting_has_come(tmp_path: Path, record: str | None, state: AgendaState) -> None:
    put(tmp_path, "a.toml", plain("2026-01-01"))
    if record is not None:
        put(tmp_path, "a.referat.toml", record)
    assert list_agendas(tmp_path)[0].state is state


def test_a_meeting_is_exported_until_its_record_changes_again(tmp_path: Path) -> None:
    path = put(tmp_path, "a.toml", plain("2026-01-01"))
    record = put(tmp_path, "a.referat.toml", "startet = 2026-01-01T10:00:00\nsluttet = 2026-01-01T11:00:00")
    document = export_path(path)
    document.parent.mkdir()
    document.touch()
    os.utime(record, (1_000, 1_000))
    assert list_agendas(tmp_path)[0].state is AgendaState.EXPORTED
    os.utime(document, (999, 999))
    assert list_agendas(tmp_path)[0].state is AgendaState.HELD


def test_documents_lie_beside_a_folder_of_agendas_else_beside_the_agenda(tmp_path: Path) -> None:
    assert export_path(tmp_path / "agendas" / "x.toml", "-offentlig") == tmp_path / "exports" / "x-offentlig.docx"
    assert export_path(tmp_path / "x.toml", extension=".pdf") == tmp_path / "exports" / "x.pdf"


@pytest.mark.parametrize(
    ("name", "made"), [("a:b*?.toml", "ab"), ("...toml", "referat"), ("møde 1_a.toml", "møde 1_a")]
)
def test_a_document_gets_a_name_that_stays_in_its_folder(tmp_path: Path, name: str, made: str) -> None:
    assert export_path(tmp_path / name) == tmp_path / "exports" / f"{made}.docx"
    assert export_path(tmp_path / "x.toml", "/../../y") == tmp_path / "exports" / "x....y.docx".replace("....", "")


def test_a_house_style_beside_the_agendas_is_not_listed(tmp_path: Path) -> None:
    (tmp_path / "min-stil.toml").write_text('navn = "min"\n', encoding="utf-8")
    (tmp_path / "itu.toml").write_text("udvalg =", encoding="utf-8")
    assert [entry.path.name for entry in list_agendas(tmp_path)] == ["itu.toml"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs a named pipe")
def test_a_file_that_is_absurd_is_listed_with_its_fault_and_holds_nothing_up(tmp_path: Path) -> None:
    put(tmp_path, "dots.toml", "a" + ".a" * 5_000 + " = 1\n")
    put(tmp_path, "deep.toml", "a = " + "[" * 5_000)
    os.mkfifo(tmp_path / "pipe.toml")
    put(tmp_path, "good.toml", plain("2026-01-01"))
    os.mkfifo(tmp_path / "good.referat.toml")
    entries = {entry.path.name: entry for entry in list_agendas(tmp_path)}
    assert {name: len(entry.problems) for name, entry in entries.items()} == {
        "good.toml": 0,
        "deep.toml": 1,
        "dots.toml": 1,
        "pipe.toml": 1,
    }
    assert entries["good.toml"].state is AgendaState.IN_PROGRESS
