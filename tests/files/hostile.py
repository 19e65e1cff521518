"""Agendas and records that say one and the same text under every key that takes one, as the schemas have them."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any, get_args

from pydantic import BaseModel

from referent.files.agenda_schema import AgendaShape
from referent.files.record_schema import RecordShape
from referent.files.shape import models_in

ESCAPES = "\x1b]52;c;aGVq\x07\x1b]0;overtaget\x1b\\\x1b[6n\x1b[2J\x9b31m\x9d52;c;aGVq\x9c"
"""The clipboard, the title of the window, a question to the terminal, an empty screen; and the last two in C1."""
HOSTILE = (
    ESCAPES
    + "\x00\x08\x7f\u202egnp.exe\u2066\u2069\ufffe\U0001ffff[/][@click=app.quit]x[/][red]rød[/] [1] :warning: $error "
    + "<script>alert(1)</script> <img src=x onerror=alert(1)> &amp; [her](javascript:alert(1)) {item} %s \\ ' \""
)


def in_toml(text: str) -> str:
    """A basic string of escapes alone. TOML can hold no lone surrogate."""
    return '"' + "".join(f"\\U{ord(one):08x}" for one in text if not 0xD800 <= ord(one) <= 0xDFFF) + '"'


def filled(model: type[BaseModel], text: str) -> dict[str, Any]:
    """A table in the shape of `model`, with `text` wherever a text may stand."""
    table: dict[str, Any] = {}
    for name, field in model.model_fields.items():
        key, kinds = field.alias or name, _kinds(field.annotation)
        inner = models_in(field.annotation)
        if inner:
            table[key] = [filled(inner[0], text)] if list in kinds else filled(inner[0], text)
        elif list in kinds and str in kinds:
            table[key] = [text]
        elif str in kinds:
            table[key] = text
        elif kinds == {Any} and key in ("for", "imod", "undlod"):
            table[key] = [text]
        elif date in kinds and field.is_required():
            table[key] = date(2026, 11, 26)
    return table


def _kinds(annotation: Any) -> set[Any]:
    """The types that an annotation is made of."""
    inside = {kind for argument in get_args(annotation) for kind in _kinds(argument)}
    return inside | ({list} if getattr(annotation, "__origin__", None) is list else set()) or {annotation}


def as_toml(value: Any) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {as_toml(inner)}" for key, inner in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(map(as_toml, value)) + "]"
    return in_toml(value) if isinstance(value, str) else str(value).lower() if isinstance(value, bool) else f"{value}"


def hostile_agenda(text: str = HOSTILE) -> dict[str, Any]:
    agenda = filled(AgendaShape, text)
    agenda["punkter"].append({"titel": text, "lukket": True, "unummereret": True})
    agenda["deltagere"].append({"navn": f"{text} 2"})
    return agenda


def hostile_record(text: str = HOSTILE) -> dict[str, Any]:
    """Of a meeting that goes on: what is planned was noted and taken up, and a person and an item came to it."""
    record = filled(RecordShape, text) | {"startet": datetime(2026, 11, 26, 13)}
    record["punkter"] = [
        record["punkter"][0] | {"punkt": 1},
        {"titel": f"{text} 3", "ny": True, "beslutning": text, "tider": [["13.10"]]},
    ]
    record["deltagere"].append({"navn": f"{text} 3", "tilfoejet": True, "status": "til stede"})
    return record


def write_hostile(folder: Path, text: str = HOSTILE) -> Path:
    """The two files of a meeting; returns the agenda's."""
    agenda = folder / "moede.toml"
    for path, table in ((agenda, hostile_agenda(text)), (folder / "moede.referat.toml", hostile_record(text))):
        lines = [f"{key} = {as_toml(value)}" for key, value in table.items()]
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return agenda
