"""`referent doctor`: where things are kept, what the terminal is, which versions there are. Plain text for a bug
report, without any text from a meeting and without the name of the user.
"""

from __future__ import annotations

import getpass
import locale
import os
import platform
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from referent import doctor_texts as texts
from referent import own_files, wiring
from referent.cleaning import clean_line
from referent.texts import os_error

PACKAGES = ("referent", "textual", "rich", "python-docx", "lxml", "pydantic", "tomlkit", "babel", "click")
VARIABLES = ("TERM", "COLORTERM", "TERM_PROGRAM", "TERM_PROGRAM_VERSION", "WT_SESSION", "NO_COLOR", "ESCDELAY")
"""Those of the terminal that are shown with what they say."""
LOCALES = ("LC_ALL", "LC_CTYPE", "LANG", "PYTHONUTF8", "PYTHONIOENCODING")
OURS = ("REFERENT_", "TEXTUAL")
"""Of variables that begin so only the names are shown."""
THROUGH = {"SSH_CONNECTION": "ssh", "TMUX": "tmux", "STY": "screen"}
LONGEST = 200
OFFICE_PATIENCE = 30
"""Seconds. LibreOffice tells its version in less than one."""

Row = tuple[str, str]
"""A key of `ROWS`, or a name that needs no Danish, and what is said beside it."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the report is about, so that a test can have its own."""

    environ: Mapping[str, str]
    home: Path
    user: str
    is_terminal: tuple[bool, bool]
    """Standard input and standard output."""
    size: tuple[int, int] | None
    """Columns and rows; None without a terminal."""
    stdout_encoding: str
    office: Callable[[], str | None]
    """The path of LibreOffice."""


@dataclass(frozen=True, slots=True)
class Report:
    text: str
    is_fine: bool


class _Fault(str):
    """What is said about something that is not as it has to be."""


def surroundings() -> Surroundings:
    """Those of this process."""
    from referent.word.office import find_office

    is_terminal = (sys.stdin.isatty(), sys.stdout.isatty())
    columns, rows = shutil.get_terminal_size()
    return Surroundings(
        environ=os.environ,
        home=Path.home(),
        user=_user(),
        is_terminal=is_terminal,
        size=(columns, rows) if is_terminal[1] else None,
        stdout_encoding=sys.stdout.encoding or texts.NONE,
        office=find_office,
    )


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no such user, as in some containers
        return ""


def report(around: Surroundings) -> Report:
    """Look at everything. It takes LibreOffice most of a second to say its version; all else is quick."""
    sections: dict[str, list[Row]] = {
        "versions": list(_versions()),
        "places": list(_places(around)),
        "terminal": list(_terminal(around)),
        "letters": list(_letters(around)),
        "tools": list(_tools(around)),
    }
    rows = [row for section in sections.values() for row in section]
    width = max(len(texts.ROWS.get(name, name)) for name, _ in rows)
    lines = [texts.INTRO]
    for section, its_rows in sections.items():
        lines += ["", texts.SECTIONS[section]]
        lines += [f"  {texts.ROWS.get(name, name):<{width}}  {_shown(said)}" for name, said in its_rows]
    is_fine = not any(isinstance(said, _Fault) for _, said in rows)
    lines += ["", texts.FINE if is_fine else texts.NOT_FINE]
    return Report("\n".join(lines), is_fine)


def _shown(said: str) -> str:
    line = clean_line(said)[:LONGEST]
    return texts.FAULT.format(what=line) if isinstance(said, _Fault) else line


def _versions() -> Iterator[Row]:
    for package in PACKAGES:
        try:
            yield package, version(package)
        except PackageNotFoundError:
            yield package, texts.NONE
    yield "python", f"{platform.python_version()} ({platform.python_implementation()})"
    yield "system", platform.platform()


# Where things are


def _places(around: Surroundings) -> Iterator[Row]:
    from referent.files.agenda_folder import export_path
    from referent.files.state_folder import state_root

    agendas = wiring.agenda_folder()
    for name, folder in (
        ("config", own_files.config_folder()),
        ("state", state_root()),
        ("agendas", agendas),
        ("exports", export_path(agendas / "x.toml").parent),
    ):
        yield name, _place(folder, around)
    yield "keymap", _keymap(around)
    yield "left", _left_behind(state_root())


def _place(folder: Path, around: Surroundings) -> str:
    """A file is really written there; for a folder that is still to be made, where it would be made."""
    from referent.files.disk import Disk, write_whole

    shown = _without_user(folder, around)
    there = _nearest(folder)
    disk = Disk()
    probe = there / disk.temp_name()
    try:
        try:
            write_whole(disk, probe, b"referent\n", replacing=False)
        finally:
            probe.unlink(missing_ok=True)
        disk.fsync_folder(there)
    except OSError as error:
        return _Fault(f"{shown}: {os_error(error)}")
    what = texts.WRITABLE if there == folder.absolute() else texts.NOT_MADE
    return texts.PLACE.format(path=shown, what=what, free=_free(there))


def _nearest(folder: Path) -> Path:
    """`folder`, or the innermost of those around it that is there."""
    folder = folder.absolute()
    return next((path for path in (folder, *folder.parents) if os.path.lexists(path)), folder)


def _free(folder: Path) -> str:
    try:
        free = shutil.disk_usage(folder).free
    except OSError:
        return texts.SPACE_UNKNOWN
    amount = free / 1e9
    said = texts.GIGABYTES.format(amount=amount) if amount >= 1 else texts.MEGABYTES.format(amount=free / 1e6)
    return said.replace(".", ",")


def _without_user(path: Path, around: Surroundings) -> str:
    """The path with `~` for the home folder, and without the user's name wherever else it stands."""
    absolute = path.absolute()
    shown = f"~/{absolute.relative_to(around.home)}" if absolute.is_relative_to(around.home) else str(absolute)
    shown = shown.removesuffix("/.")
    if not around.user:
        return shown
    return re.sub(rf"(?<=[/\\]){re.escape(around.user)}(?=[/\\]|$)", "…", shown, flags=re.IGNORECASE)


def _keymap(around: Surroundings) -> str:
    keymap, problems = own_files.read_keymap()
    file = own_files.config_folder() / own_files.KEYMAP_FILE
    shown = _without_user(file, around)
    if problems:
        return _Fault(" ".join(problem.replace(str(file), shown) for problem in problems))
    return texts.KEYMAP_READ.format(count=len(keymap), file=shown) if keymap else texts.KEYMAP_NONE.format(file=shown)


def _left_behind(state: Path) -> str:
    """How many meetings have a journal that nobody has taken up; what it holds is nobody's business here."""
    from referent.files.state_folder import MEETINGS

    return str(len({journal.parent for journal in (state / MEETINGS).glob("*/journal-*")}))


# The terminal


def _terminal(around: Surroundings) -> Iterator[Row]:
    for name, is_terminal in zip(("stdin", "stdout"), around.is_terminal, strict=True):
        yield name, texts.YES if is_terminal else texts.NO
    yield "size", texts.SIZE.format(columns=around.size[0], rows=around.size[1]) if around.size else texts.NONE
    yield "through", ", ".join(said for name, said in THROUGH.items() if name in around.environ) or texts.NONE
    yield from _variables(VARIABLES, around)
    yield "variables", ", ".join(sorted(name for name in around.environ if name.startswith(OURS))) or texts.NONE


def _variables(names: tuple[str, ...], around: Surroundings) -> Iterator[Row]:
    yield from ((name, around.environ[name]) for name in names if name in around.environ)


def _letters(around: Surroundings) -> Iterator[Row]:
    yield "stdout_encoding", around.stdout_encoding
    yield "names", sys.getfilesystemencoding()
    yield "locale", locale.getpreferredencoding(False)
    yield from _variables(LOCALES, around)


# Tools


def _tools(around: Surroundings) -> Iterator[Row]:
    yield "office", _office(around)
    yield "layouts", _layouts()


def _office(around: Surroundings) -> str:
    program = around.office()
    if program is None:
        return texts.NO_OFFICE
    shown = _without_user(Path(program), around)
    try:
        told = subprocess.run(
            [program, "--version"], stdin=subprocess.DEVNULL, capture_output=True, timeout=OFFICE_PATIENCE, check=True
        ).stdout
    except (OSError, subprocess.SubprocessError):
        return f"{texts.OFFICE_SILENT} ({shown})"
    return f"{told.decode('utf-8', 'replace').strip()} ({shown})"


def _layouts() -> str:
    """Whether the house styles that came with the program can be read."""
    from referent.files.faults import FileFaults
    from referent.files.layout_file import layout_names, load_layout

    names = layout_names()
    try:
        for name in names:
            load_layout(name)
    except FileFaults as found:
        return _Fault(" ".join(f"{Path(fault.file).name}: {fault.message}" for fault in found.faults))
    return texts.LAYOUTS_READ.format(count=len(names)) if names else _Fault(texts.NONE)


# Keys


def watch_keys(around: Surroundings, say: Callable[[str], None]) -> None:
    """Say what each key that is pressed does, until Esc twice, Ctrl+C or Ctrl+Q."""
    say(f"\n{texts.KEYS_TITLE}")
    if not all(around.is_terminal):
        say(f"  {texts.KEYS_SKIPPED}")
        return
    if sys.platform == "win32":
        say(f"  {texts.KEYS_NO_TERMIOS}")
        return
    from referent.tui.key_watch import watch_keys
    from referent.tui.keymap import checked_keymap

    say(f"  {texts.KEYS_HINT}\n")
    usable, problems = checked_keymap(own_files.read_keymap()[0])
    for problem in problems:
        say(f"  {problem}")
    watch_keys(sys.stdin.fileno(), lambda line: say(f"  {line}"), usable)
