"""Two themes with text that can be read on a projector and in sunlight. No state is shown by colour alone."""

from __future__ import annotations

from textual.theme import Theme

DARK = Theme(
    name="referent-dark",
    primary="#3A8FD6",
    secondary="#2F6FA8",
    accent="#FFB454",
    warning="#F0A830",
    error="#E5485B",
    success="#4EBF71",
    foreground="#E6E6E6",
    background="#121212",
    surface="#1E1E1E",
    panel="#22303C",
    dark=True,
)
LIGHT = Theme(
    name="referent-light",
    primary="#00508A",
    secondary="#2F6FA8",
    accent="#7A3E00",
    warning="#8A4B00",
    error="#A01B2E",
    success="#1B6B35",
    foreground="#1A1A1A",
    background="#FAFAFA",
    surface="#F0F0F0",
    panel="#DFE6EC",
    dark=False,
)
