"""The style sheets of the screens that are opened from the meeting."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from textual.app import App

_SHEETS = ("dialogs/dialog.tcss", "screens/people.tcss", "screens/preview.tcss", "screens/read_aloud.tcss")


def read_style_sheets(app: App[Any]) -> None:
    """Read what Textual would read with the first screen of each kind: it then parses all the other sheets anew, and
    styles whatever is on the screen once more, while somebody waits for a dialog.
    """
    for sheet in _SHEETS:
        path = Path(__file__).parent / sheet
        if not app.stylesheet.has_source(str(path), ""):
            app.stylesheet.read(path)
