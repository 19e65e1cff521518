"""Agendas that the tests of the commands share: those we hand out, and the smallest there is."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).parents[1]
SAMPLES = sorted(path for path in (ROOT / "agendas").glob("*.toml") if not path.name.endswith(".referat.toml"))
MINIMAL = 'udvalg = "Forum"\ndato = 2026-11-26\n'


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path
