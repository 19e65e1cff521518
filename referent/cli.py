"""The front door: arguments in, exit code out. 0: it worked. 1: the input is at fault. 2: the call is.

Whatever goes wrong is one Danish message and never a traceback: that would show text from the meeting.
"""

from __future__ import annotations

import gc
import os
import sys
import traceback
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from referent import wiring
from referent.cleaning import clean_line
from referent.cli_danish import DanishCommand, DanishGroup, DanishUsageError, usage_error
from referent.read_ahead import ReadAhead
from referent.texts import CLI

if TYPE_CHECKING:
    from referent.files.agenda_warnings import CheckedAgenda

WORKED, INPUT_AT_FAULT, CALL_AT_FAULT = 0, 1, 2
BROKEN_PIPE = 1
"""The reader of our output went away; click ends so too."""
INTERRUPTED = 130
SUFFIX = ".docx"
RECORD_SUFFIX = ".referat.toml"


@click.group(cls=DanishGroup, help=CLI["about"])
@click.version_option(package_name="referent", message="referent %(version)s", help=CLI["version_option"])
def referent() -> None:
    """The program's commands; its help is in `texts`."""


@referent.command("", cls=DanishCommand, hidden=True, help=CLI["about_open"], options_metavar="")
@click.argument("agendas", nargs=-1, metavar="[AGENDA]")
def open_in_terminal(agendas: tuple[str, ...]) -> int:
    """Take the minutes of a meeting, or show the agendas to choose from."""
    first = Path(agendas[0]) if agendas else None
    if first is not None:
        _refuse_mistyped_command(agendas[0])
    if len(agendas) > 1:
        raise DanishUsageError(CLI["one_agenda"])
    if first is not None and _is_record(first):
        return INPUT_AT_FAULT
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise DanishUsageError(CLI["no_terminal"])
    return _run_screens(first)


def _refuse_mistyped_command(word: str) -> None:
    """`referent tjk` is a mistyped command, `referent tjk.toml` a missing file."""
    if Path(word).suffix or any(separator in word for separator in "/\\") or os.path.lexists(word) or not word:
        return
    near = get_close_matches(word, [name for name in referent.commands if name], n=1)
    hint = CLI["did_you_mean"].format(word=near[0]) if near else ""
    raise DanishUsageError(CLI["no_such_command"].format(word=clean_line(word), hint=hint))


def _run_screens(first: Path | None) -> int:
    if any(name in os.environ for name in ("SSH_CONNECTION", "TMUX", "STY")):
        os.environ.setdefault("ESCDELAY", "250")  # else split escape sequences type "[A" into the text
    gc.disable()  # a quarter of the time it takes to start; the screens turn it on again after their first paint
    ahead = None if first is None else ReadAhead(lambda: wiring.read_files(first))
    from referent.domain.clock import SystemClock
    from referent.tui.run import run_app

    clock = SystemClock()
    folder = wiring.agenda_folder()
    keymap, problems = wiring.read_keymap()

    def read(path: Path) -> wiring.ReadFiles:
        return wiring.read_files(path) if ahead is None else ahead.result()

    return run_app(
        first=first,
        folder=folder,
        open_meeting=lambda path: wiring.open_meeting(path, clock, read),
        agenda_entries=lambda: wiring.agenda_entries(folder),
        keymap=keymap,
        keymap_problems=problems,
    )


@referent.command("tjek", cls=DanishCommand, short_help=CLI["about_check"], help=CLI["about_check_long"])
@click.argument("agendas", nargs=-1, required=True, metavar="AGENDA…")
def check(agendas: tuple[str, ...]) -> int:
    """Every fault and warning of each agenda, and a line that sums it up."""
    from referent.files.agenda_warnings import check_agenda
    from referent.files.layout_file import layout_names

    has_faults = False
    for agenda in agendas:
        path = Path(agenda)
        if _is_record(path):
            has_faults = True
            continue
        found = check_agenda(path, layout_names())
        for fault in found.faults:
            click.echo(CLI["fault_line"].format(fault=fault))
        for warning in found.warnings:
            click.echo(CLI["warning_line"].format(warning=warning))
        click.echo(_summary(path, found))
        has_faults = has_faults or bool(found.faults)
    return INPUT_AT_FAULT if has_faults else WORKED


def _summary(path: Path, found: CheckedAgenda) -> str:
    faults, warnings = len(found.faults), len(found.warnings)
    sentence = ("with_both" if warnings else "with_faults") if faults else "with_warnings" if warnings else "in_order"
    return CLI[sentence].format(
        file=clean_line(str(path)),
        faults=CLI["one_fault"] if faults == 1 else CLI["faults"].format(count=faults),
        warnings=CLI["one_warning"] if warnings == 1 else CLI["warnings"].format(count=warnings),
    )


def _is_record(path: Path) -> bool:
    """Whether the record was given for the agenda, a slip that completion in the shell invites; says so."""
    if not path.name.endswith(RECORD_SUFFIX):
        return False
    agenda = path.with_name(path.name.removesuffix(RECORD_SUFFIX) + ".toml")
    click.echo(CLI["is_record"].format(file=clean_line(str(path)), agenda=clean_line(str(agenda))), err=True)
    return True


@referent.command("eksport", cls=DanishCommand, short_help=CLI["about_export"], help=CLI["about_export_long"])
@click.argument("agenda", metavar="AGENDA")
@click.option("--layout", metavar="NAVN", help=CLI["layout_option"])
@click.option("--ud", metavar="STI", help=CLI["out_option"])
@click.option("--format", type=click.Choice(["docx"]), default="docx", metavar="FORMAT", help=CLI["format_option"])
def export(agenda: str, layout: str | None, ud: str | None, format: str) -> int:
    """Write the document, name it on stdout, and say on stderr what still wants an answer."""
    from referent.files.faults import FileFaults

    path = Path(agenda)
    if _is_record(path):
        return INPUT_AT_FAULT
    try:
        read = wiring.read_meeting(path)
        of_agenda = read.meeting.agenda.layout
        style = wiring.house_style_of_call(layout) if layout else wiring.house_style(of_agenda, path.parent)
    except FileFaults as found:
        for fault in found.faults:
            click.echo(CLI["fault_line"].format(fault=fault), err=True)
        return INPUT_AT_FAULT
    target = _target(ud, path)
    wiring.write_document(read.meeting, style.layout, target)
    for note in _notes(read, style):
        click.echo(note, err=True)
    click.echo(str(target))
    return WORKED


def _notes(read: wiring.ReadMeeting, style: wiring.HouseStyle) -> Iterator[str]:
    """What is said beside the document."""
    from referent.minutes.missing import what_is_missing

    if style.warning:
        yield CLI["warning_line"].format(warning=style.warning)
    if not read.is_held:
        yield CLI["not_held"].format(file=clean_line(str(read.record)))
        return
    missing = what_is_missing(read.meeting, style.layout)
    if missing:
        yield CLI["missing_title"]
    for one in missing:
        yield CLI["missing_line"].format(line=clean_line(one.text))


def _target(wanted: str | None, agenda: Path) -> Path:
    """Where the document goes: a folder, or a file that is named as what it is (so never one of the meeting's own)."""
    if wanted and wanted.endswith(("/", os.sep)):
        Path(wanted).mkdir(parents=True, exist_ok=True)
    target = wiring.export_target(agenda, Path(wanted) if wanted else None)
    if target.suffix.casefold() != SUFFIX:
        raise DanishUsageError(CLI["wrong_suffix"].format(file=clean_line(str(target)), suffix=SUFFIX))
    return target


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """The console script."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        code = run(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # else Python complains as it closes stdout
        code = BROKEN_PIPE
    sys.exit(code)


def run(arguments: Sequence[str] | None = None) -> int:
    """Do what the arguments ask for; returns the exit code. Only a broken pipe is raised."""
    try:
        result: Any = referent.main(
            args=None if arguments is None else list(arguments), prog_name="referent", standalone_mode=False
        )
    except click.UsageError as error:
        click.echo(usage_error(error), err=True)
        return CALL_AT_FAULT
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except BrokenPipeError:
        raise
    except OSError as error:
        click.echo(wiring.os_error_line(error), err=True)
        return INPUT_AT_FAULT
    except Exception as error:
        click.echo(CLI["unexpected"].format(kind=type(error).__name__, place=_place(error)), err=True)
        return INPUT_AT_FAULT
    return result if isinstance(result, int) else WORKED


def _place(error: BaseException) -> str:
    """The innermost line of ours that the exception came through."""
    package = Path(__file__).parent
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if Path(frame.filename).is_relative_to(package)]
    frame = (ours or list(frames))[-1]
    file = Path(frame.filename)
    shown = file.relative_to(package.parent).as_posix() if file.is_relative_to(package) else file.name
    return f"{shown}:{frame.lineno}"
