"""The commands, and whatever else is more than `referent AGENDA`: arguments in, exit code out."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from referent import house_styles, opening, reading
from referent.calls import (
    CALL_AT_FAULT,
    CHECK,
    DOCTOR,
    EXPORT,
    HISTORY,
    INPUT_AT_FAULT,
    INTERRUPTED,
    LAYOUT,
    LAYOUTS,
    PLAIN_OPTION,
    WORKED,
    WrongCall,
    complain,
    is_record,
)
from referent.cleaning import clean_line
from referent.cli_danish import DanishCommand, DanishGroup, usage_error
from referent.cli_texts import CLI
from referent.domain.clock import SystemClock

if TYPE_CHECKING:
    from referent import exporting
    from referent.minutes.editions import Edition

FORMATS = ("docx", "pdf", "md", "html")


@click.group(cls=DanishGroup, help=CLI["about"])
@click.version_option(package_name="referent", message="referent %(version)s", help=CLI["version_option"])
@click.option(PLAIN_OPTION, is_flag=True, expose_value=False, help=CLI["plain_option"])  # `cli` deals with it
def referent() -> None:
    """The program's commands; its help is in `cli_texts`."""


@referent.command("", cls=DanishCommand, hidden=True, help=CLI["about_open"], options_metavar="")
@click.argument("agendas", nargs=-1, metavar="[AGENDA]")
def open_in_terminal(agendas: tuple[str, ...]) -> int:
    """What is no command is an agenda."""
    return opening.open_in_terminal(agendas)


@referent.command(CHECK, cls=DanishCommand, short_help=CLI["about_check"], help=CLI["about_check_long"])
@click.argument("files", nargs=-1, required=True, metavar="FIL…")
def check(files: tuple[str, ...]) -> int:
    """Every fault and warning of each agenda or Word document, and a line that sums it up."""
    from referent import checking

    has_faults = False
    for file in files:
        path = Path(file)
        if is_record(path):
            has_faults = True
            continue
        found = checking.check(path)
        for fault in found.faults:
            click.echo(CLI["fault_line"].format(fault=fault))
        for warning in found.warnings:
            click.echo(CLI["warning_line"].format(warning=warning))
        click.echo(_summary(path, len(found.faults), len(found.warnings)))
        has_faults = has_faults or bool(found.faults)
    return INPUT_AT_FAULT if has_faults else WORKED


def _summary(path: Path, faults: int, warnings: int) -> str:
    sentence = ("with_both" if warnings else "with_faults") if faults else "with_warnings" if warnings else "in_order"
    return CLI[sentence].format(
        file=clean_line(str(path)),
        faults=CLI["one_fault"] if faults == 1 else CLI["faults"].format(count=faults),
        warnings=CLI["one_warning"] if warnings == 1 else CLI["warnings"].format(count=warnings),
    )


def _item_number(ctx: click.Context, param: click.Parameter, typed: str | None) -> str | None:
    """The number of an item as it is printed: "3" or "3a"."""
    found = re.fullmatch(r"0*(\d{1,9})([a-z]{0,9})", typed.strip().casefold()) if typed is not None else None
    if typed is not None and found is None:
        raise click.BadParameter(typed, ctx, param)
    return "".join(found.groups()) if found else None


@referent.command(EXPORT, cls=DanishCommand, short_help=CLI["about_export"], help=CLI["about_export_long"])
@click.argument("agenda", metavar="AGENDA")
@click.option("--layout", metavar="NAVN", help=CLI["layout_option"])
@click.option("--format", type=click.Choice(FORMATS), default=FORMATS[0], metavar="FORMAT", help=CLI["format_option"])
@click.option("--offentlig", is_flag=True, help=CLI["public_option"])
@click.option("--punkt", callback=_item_number, metavar="N", help=CLI["item_option"])
@click.option("--dagsorden", is_flag=True, help=CLI["agenda_option"])
@click.option("--ud", metavar="STI", help=CLI["out_option"])
def export(
    agenda: str, layout: str | None, format: str, offentlig: bool, punkt: str | None, dagsorden: bool, ud: str | None
) -> int:
    """Write the document, name it on stdout, and say on stderr what still wants an answer."""
    path = Path(agenda)
    if is_record(path):
        return INPUT_AT_FAULT
    from referent import exporting
    from referent.files.faults import FileFaults
    from referent.minutes.editions import Edition, EditionError
    from referent.ports import ExportFailed

    try:
        edition = Edition(is_public=offentlig, is_agenda=dagsorden, item_number=punkt)
        read = reading.read_meeting(path)
        of_agenda = read.meeting.agenda.layout
        style = house_styles.house_style_of_call(layout) if layout else house_styles.house_style(of_agenda, path.parent)
        kind = exporting.Format(format)
        target = _target(ud, path, edition, kind)
        exported = exporting.export(read.meeting, style.layout, path, target, edition, kind)
    except EditionError as error:
        raise WrongCall(str(error)) from None
    except FileFaults as found:
        for fault in found.faults:
            complain(CLI["fault_line"].format(fault=fault))
        return INPUT_AT_FAULT
    except ExportFailed as error:
        complain(CLI["fault_line"].format(fault=error))
        return INPUT_AT_FAULT
    for note in (*_notes(read, style, edition), *exported.notes):
        complain(note)
    path_line = str(exported.path)
    click.echo(clean_line(path_line) if sys.stdout.isatty() else path_line)  # a script wants the name as it is
    return WORKED


def _notes(read: reading.ReadMeeting, style: house_styles.HouseStyle, edition: Edition) -> Iterator[str]:
    """What is said beside the document."""
    from referent.minutes.missing import what_is_missing

    yield from read.notices
    for warning in filter(None, (read.unread, style.warning)):
        yield CLI["warning_line"].format(warning=warning)
    missing = what_is_missing(read.meeting, style.layout, edition)
    if not read.is_held and not edition.is_agenda:
        yield CLI["not_held"].format(file=clean_line(str(read.record)))
        missing = tuple(one for one in missing if one.is_sensitive)
    if missing:
        yield CLI["missing_title"]
    for one in missing:
        yield CLI["missing_line"].format(line=clean_line(one.text))


def _target(wanted: str | None, agenda: Path, edition: Edition, format: exporting.Format) -> Path:
    """Where the document goes: a folder, or a file that is named as what it is (so never one of the meeting's own)."""
    from referent.exporting import target_of

    if wanted and wanted.endswith(("/", os.sep)):
        Path(wanted).mkdir(parents=True, exist_ok=True)
    target = target_of(agenda, edition, format, Path(wanted) if wanted else None)
    if target.suffix.casefold() != format.extension:
        raise WrongCall(CLI["wrong_suffix"].format(file=clean_line(str(target)), suffix=format.extension))
    return target


@referent.command(LAYOUTS, cls=DanishCommand, short_help=CLI["about_layouts"], help=CLI["about_layouts_long"])
def list_layouts() -> int:
    """The built-in house styles, each with its description."""
    from referent.files.layout_file import layout_names, load_layout

    names = layout_names()
    width = max(map(len, names))
    for name in names:
        click.echo(f"{name:{width}}  {load_layout(name).description}")
    return WORKED


@referent.command(LAYOUT, cls=DanishCommand, short_help=CLI["about_layout"], help=CLI["about_layout_long"])
@click.argument("navn", metavar="NAVN")
def show_layout(navn: str) -> int:
    """The file of a house style, to start from."""
    click.echo(house_styles.layout_text(navn), nl=False)
    return WORKED


@referent.command(HISTORY, cls=DanishCommand, short_help=CLI["about_history"], help=CLI["about_history_long"])
@click.argument("agenda", metavar="AGENDA")
@click.option("--hent", type=click.IntRange(min=1), metavar="NR", help=CLI["restore_option"])
def go_back(agenda: str, hent: int | None) -> int:
    """List the earlier records of a meeting, or put one of them back."""
    from referent.files.history import history, restore
    from referent.files.lock import who_has

    path = Path(agenda)
    if is_record(path):
        return INPUT_AT_FAULT
    entries = history(path)
    if hent is None:
        click.echo(CLI["history_title" if entries else "no_history"].format(file=clean_line(str(path))))
        for number, entry in enumerate(entries, start=1):
            click.echo(CLI["history_line"].format(number=number, time=entry.at))
        return WORKED
    if hent > len(entries):
        raise WrongCall(CLI["no_such_entry"].format(number=hent, count=len(entries)))
    entry = entries[hent - 1]
    if who_has(entry.record) is not None:
        complain(CLI["record_in_use"].format(file=clean_line(str(path))))
        return INPUT_AT_FAULT
    restore(entry, SystemClock().now())
    click.echo(CLI["restored"].format(time=entry.at))
    return WORKED


@referent.command(DOCTOR, cls=DanishCommand, short_help=CLI["about_doctor"], help=CLI["about_doctor_long"])
@click.option("--ingen-taster", is_flag=True, help=CLI["no_keys_option"])
def examine(ingen_taster: bool) -> int:
    """Where things are and whether they work, and what the keys do; for a report of a fault."""
    from referent import doctor

    opening.wait_for_split_sequences()
    around = doctor.surroundings()
    found = doctor.report(around)
    click.echo(found.text)
    if not ingen_taster:
        doctor.watch_keys(around, click.echo)
    return WORKED if found.is_fine else INPUT_AT_FAULT


def run_command(arguments: Sequence[str] | None) -> int:
    """Do what the arguments ask for; returns the exit code. Raises `WrongCall` and whatever goes wrong underway."""
    try:
        result: Any = referent.main(
            args=None if arguments is None else list(arguments), prog_name="referent", standalone_mode=False
        )
    except click.UsageError as error:
        complain(usage_error(error))
        return CALL_AT_FAULT
    except click.Abort:
        return INTERRUPTED
    return result if isinstance(result, int) else WORKED
