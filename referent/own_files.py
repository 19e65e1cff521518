"""The user's own files: keys, settings, phrases. One with faults stops nothing: it is told, and what is usual holds."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from referent.calls import os_error_line
from referent.ports import Settings

if TYPE_CHECKING:
    from referent.minutes.phrases import Phrases

T = TypeVar("T")

KEYMAP_FILE = "taster.toml"
SETTINGS_FILE = "indstillinger.toml"
PHRASES_FILE = "tekster.toml"


def config_folder() -> Path:
    """Where the user's own settings lie."""
    from platformdirs import user_config_path

    wanted = os.environ.get("REFERENT_CONFIG_DIR")
    return Path(wanted) if wanted else user_config_path("referent", appauthor=False)


def read_keymap() -> tuple[dict[str, str], tuple[str, ...]]:
    """The user's own keys, and in Danish what is wrong with the file of them."""

    def read(file: Path) -> dict[str, str]:
        from referent.files.keymap_file import read_keymap

        return read_keymap(file)

    return _read(KEYMAP_FILE, read, {})


def read_settings() -> tuple[Settings, tuple[str, ...]]:
    """The user's own settings, and in Danish what is wrong with the file of them; then the usual ones."""

    def read(file: Path) -> Settings:
        from referent.files.settings_file import read_settings

        return read_settings(file)

    return _read(SETTINGS_FILE, read, Settings())


def remember_theme(is_dark: bool) -> None:
    """Write the theme into the user's settings; where that cannot be done it holds for this time only."""
    from referent.files.settings_file import write_theme

    with contextlib.suppress(OSError):
        write_theme(config_folder() / SETTINGS_FILE, is_dark)


def read_phrases() -> Phrases:
    """The user's own formulas and abbreviations; with faults in the file there are none, and it says in Danish why."""
    from referent.minutes.phrases import Phrases

    def read(file: Path) -> Phrases:
        from referent.files.phrases_file import read_phrases

        return read_phrases(file)

    phrases, problems = _read(PHRASES_FILE, read, Phrases())
    return replace(phrases, problems=problems)


def _read(name: str, read: Callable[[Path], T], usual: T) -> tuple[T, tuple[str, ...]]:
    """What the file says; without one, or with faults in it, what is usual. And in Danish what is wrong."""
    file = config_folder() / name
    if not os.path.lexists(file):
        return usual, ()
    from referent.files.faults import FileFaults

    try:
        return read(file), ()
    except FileFaults as found:
        return usual, tuple(str(fault) for fault in found.faults)
    except OSError as error:
        return usual, (os_error_line(error, file),)
