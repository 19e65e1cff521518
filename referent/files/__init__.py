"""."""

import os

# pydantic would look through every installed package for plugins to itself, which takes longer than reading an agenda.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "1")
