"""An agenda, and meetings held on it, that several tests share. Nothing in it is real."""

from __future__ import annotations

import os
import runpy
import sys
from datetime import date, datetime
from pathlib import Path
from unittest.mock import patch

from referent.domain.agenda import Agenda
from referent.files.agenda_file import read_agenda

DAY = date(2026, 11, 26)

AGENDA = """
udvalg = "Havneudvalget"
dato = 2026-11-26
start = "13.00"

[[deltagere]]
navn = "Bo Krogh"

[[deltagere]]
navn = "Ida Lund"
afbud = true

[[deltagere]]
navn = "Vakant"
vakant = true

[[deltagere]]
navn = "Bo Krogh"
titel = "Havnefoged"

[[punkter]]
titel = "Velkomst"
unummereret = true

[[punkter]]
titel = "Ny bro"
inviterede = ["Ask Dam", { navn = "Liv Holm", titel = "Ingeniør" }]

[[punkter]]
titel = "Pause"
type = "pause"

[[punkter]]
titel = "Orientering"

[[punkter]]
titel = "Pause"
type = "pause"

[[punkter]]
titel = "Orientering"
"""


def at(hour: int, minute: int, second: int = 0) -> datetime:
    return datetime(2026, 11, 26, hour, minute, second)


def write_agenda(folder: Path, text: str = AGENDA) -> Path:
    path = folder / "mode.toml"
    path.write_text(text, encoding="utf-8")
    return path


def agenda(folder: Path, text: str = AGENDA) -> Agenda:
    return read_agenda(write_agenda(folder, text))


def shared_folder() -> Path | None:
    """Where the five real meetings lie, on the machines that have them."""
    named = os.environ.get("REFERENT_SHARED")
    folder = Path(named) if named else Path(__file__).parents[2].parent / "shared"
    return folder if (folder / "seeds").is_dir() else None


def write_real_meeting(shared: Path, slug: str, folder: Path) -> Path:
    """Write the agenda and the record of one of the five into `folder`. Returns the path of the agenda."""
    with patch.object(sys, "argv", ["", slug, str(folder)]):
        runpy.run_path(str(shared / "seeds" / "forloeb_to_record.py"))
    return folder / f"{slug}.toml"
