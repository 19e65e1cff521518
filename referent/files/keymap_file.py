"""The user's own keys: `[taster]` with the id of an action and its key or keys, separated by commas."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, Field

from referent.cleaning import clean_line
from referent.files.shape import Shape, load, wrong
from referent.files.values import Line

MAX_KEYS = 500


def _keys(value: str) -> str:
    keys = [key.strip() for key in value.split(",")]
    if not all(keys):
        raise wrong("empty_keys")
    return ",".join(keys)


class KeymapShape(Shape):
    taster: dict[str, Annotated[Line, AfterValidator(_keys)]] = Field({}, max_length=MAX_KEYS)


def read_keymap(path: Path) -> dict[str, str]:
    """The keys for each action id; empty where there is no file. Raises `FileFaults`."""
    if not path.exists():
        return {}
    shape, _ = load(path, KeymapShape)
    return {clean_line(action): keys for action, keys in shape.taster.items()}
