"""The user's own settings, `indstillinger.toml`: how the screens look, and how they remind.

    tema = "lyst"                       # or "mørkt"
    enkel = true                        # no boxes and no colours, for screen readers and braille lines
    paamindelse = ["titel", "klokke"]   # as time runs out: in the terminal's title, with its bell

The file is read before the first paint. One with nothing wrong in it is read with the standard library alone; only to
say what is wrong does it take the machinery of the other files.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from referent.ports import Reminder, Settings

THEMES = {"mørkt": True, "lyst": False}
"""Each word, and whether it is the dark one."""
REMINDERS = {"titel": Reminder.TITLE, "klokke": Reminder.BELL}
THEME, PLAIN, REMIND = KEYS = "tema", "enkel", "paamindelse"
MOST_BYTES = 100_000


def read_settings(path: Path) -> Settings:
    """The settings; the usual ones where there is no file. Raises `FileFaults` or OSError."""
    try:
        with path.open("rb") as file:
            text = file.read(MOST_BYTES).decode("utf-8")
        settings = _settings(tomllib.loads(text))
    except FileNotFoundError:
        return Settings()
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError):
        settings = None
    return settings if settings is not None else _with_faults(path)


def _settings(data: dict[str, Any]) -> Settings | None:
    """None where something in the file is not as it should be."""
    theme, plain, wanted = data.get(THEME, "mørkt"), data.get(PLAIN, False), data.get(REMIND, [])
    is_right = (
        set(data) <= set(KEYS)
        and isinstance(theme, str)
        and theme in THEMES
        and isinstance(plain, bool)
        and isinstance(wanted, list)
        and all(isinstance(way, str) and way in REMINDERS for way in wanted)
    )
    return Settings(THEMES[theme], plain, frozenset(REMINDERS[way] for way in wanted)) if is_right else None


def _with_faults(path: Path) -> Settings:
    from referent.files.settings_schema import SettingsShape
    from referent.files.shape import load

    shape, _ = load(path, SettingsShape)
    return Settings(shape.tema, shape.enkel, frozenset(shape.paamindelse))


def write_theme(path: Path, is_dark: bool) -> None:
    """Remember the theme; everything else in the file, comments and all, stays as it is. A file that is no TOML is left
    alone. May raise OSError.
    """
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    from referent.files.disk import Disk, write_whole

    path = path.resolve()
    try:
        document = tomlkit.parse(path.read_text("utf-8")) if path.exists() else tomlkit.document()
    except (TOMLKitError, UnicodeDecodeError):
        return
    document[THEME] = next(word for word, dark in THEMES.items() if dark is is_dark)
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(Disk(), path, tomlkit.dumps(document).encode("utf-8"))
