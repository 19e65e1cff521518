"""What looks wrong with an agenda that can be read: each is a line of `referent tjek`, and none stops a meeting."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any

from referent import file_texts
from referent.domain.agenda import Agenda, AgendaItem, ItemKind
from referent.files.agenda_file import load_agenda
from referent.files.faults import Fault, FileFaults, KeyPath
from referent.files.shape import hint, short
from referent.files.toml_source import Source

_MINUTE = timedelta(minutes=1)
_DAY = timedelta(days=1)
_TEXT_KEYS = ("resume", "sagsfremstilling", "indstilling")


@dataclass(frozen=True, slots=True)
class CheckedAgenda:
    """What `referent tjek` reports. `agenda` is None where there are faults."""

    agenda: Agenda | None
    faults: tuple[Fault, ...] = ()
    warnings: tuple[Fault, ...] = ()


def check_agenda(path: Path, known_layouts: Collection[str]) -> CheckedAgenda:
    """The agenda at `path` with everything that is wrong or looks wrong."""
    try:
        agenda, source = load_agenda(path)
    except FileFaults as error:
        return CheckedAgenda(None, error.faults)
    return CheckedAgenda(agenda, (), tuple(warnings(agenda, source, known_layouts)))


def warnings(agenda: Agenda, source: Source, known_layouts: Collection[str]) -> list[Fault]:
    """Everything that looks wrong with `agenda`, which was read from `source`, in the order of the file."""
    found = [
        source.fault(path, message)
        for path, message in (
            *_layout(agenda, source.file, known_layouts),
            *_template(agenda, source.file),
            *_length(agenda),
            *_people(agenda),
            *_slots(agenda.items),
            *_missing_slots(agenda.items),
            *_empty_sections(source.data),
        )
    ]
    return sorted(found, key=lambda fault: fault.line or 0)


_Found = Iterator[tuple[KeyPath, str]]


def _say(code: str, **values: object) -> str:
    clean = {name: short(str(value)) if name == "name" else value for name, value in values.items()}
    return file_texts.WARNINGS[code].format_map(clean)


def _layout(agenda: Agenda, file: Path, known: Collection[str]) -> _Found:
    name = agenda.layout
    if name in known:
        return
    looks_like_path = name.casefold().endswith(".toml") or "/" in name or "\\" in name
    if not (looks_like_path and _is_file(file.parent / name)):
        yield ("layout",), _say("unknown_layout", name=name, hint=hint(name.casefold(), tuple(sorted(known))))


def _template(agenda: Agenda, file: Path) -> _Found:
    if agenda.template and not _is_file(file.parent / agenda.template):
        yield ("skabelon",), _say("no_template", name=agenda.template)


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # a name that is too long, or holds what no name may
        return False


def _length(agenda: Agenda) -> _Found:
    if agenda.start is None or agenda.end is None:
        return
    length = _between(agenda.start, agenda.end) % _DAY
    total = sum((item.slot.allotted for item in agenda.items if item.slot), timedelta())
    if total > length:
        yield ("slut",), _say("too_long", sum=total // _MINUTE, length=length // _MINUTE)


def _people(agenda: Agenda) -> _Found:
    names = {person.name.casefold() for person in agenda.participants if not person.is_vacant}
    seen: set[str] = set()
    for index, person in enumerate(agenda.participants):
        name = person.name.casefold()
        if name in seen and not person.is_vacant:
            yield ("deltagere", index, "navn"), _say("listed_twice", name=person.name)
        if not person.is_vacant:
            seen.add(name)
        if person.substitute_for and person.substitute_for.casefold() not in names:
            yield (
                ("deltagere", index, "suppleant_for"),
                _say("substitute_for_nobody", name=person.substitute_for),
            )


def _slots(items: tuple[AgendaItem, ...]) -> _Found:
    """Overlaps and holes. An item with only a length follows on; a break without a slot explains a hole."""
    free_from: time | None = None
    hole_is_explained = False
    for index, item in enumerate(items):
        if item.slot is None:
            hole_is_explained = hole_is_explained or item.kind is ItemKind.BREAK
            continue
        if item.slot.start is None:
            free_from = _later(free_from, item.slot.allotted) if free_from is not None else None
            continue
        gap = _between(free_from, item.slot.start) if free_from is not None else timedelta()
        if free_from is not None and gap < timedelta():
            yield ("punkter", index, "tid"), _say("overlap", start=_clock(item.slot.start), end=_clock(free_from))
        elif free_from is not None and gap > timedelta() and not hole_is_explained:
            yield (
                ("punkter", index, "tid"),
                _say("hole", minutes=gap // _MINUTE, start=_clock(item.slot.start), end=_clock(free_from)),
            )
        free_from, hole_is_explained = item.slot.end, False


def _missing_slots(items: tuple[AgendaItem, ...]) -> _Found:
    if not any(item.slot for item in items if item.kind.wants_slot):
        return
    for index, item in enumerate(items):
        if item.slot is None and item.kind.wants_slot:
            yield ("punkter", index), _say("no_slot")


def _empty_sections(data: dict[str, Any]) -> _Found:
    for index, item in enumerate(data.get("punkter", [])):
        for key in _TEXT_KEYS:
            if key in item and _prints_nothing(item[key]):
                yield ("punkter", index, key), _say("empty_section")
        for position, section in enumerate(item.get("afsnit", [])):
            if _prints_nothing(section.get("tekst", "")):
                yield ("punkter", index, "afsnit", position), _say("empty_section")


def _prints_nothing(text: str) -> bool:
    return text.strip() in ("", ".", "-")


def _between(start: time, end: time) -> timedelta:
    """From `start` to `end`, the shorter way round midnight; negative where `end` comes before."""
    gap = (datetime.combine(datetime.min, end) - datetime.combine(datetime.min, start)) % _DAY
    return gap if gap <= _DAY / 2 else gap - _DAY


def _later(moment: time, length: timedelta) -> time:
    return (datetime.combine(datetime.min, moment) + length).time()


def _clock(moment: time) -> str:
    return moment.strftime("%H.%M")
