"""The screens: they show what the session holds and hand it what was typed. Nothing here reads or writes a file."""

import os

# Textual reads these as it is imported, and then writes every key to a log, or the screen to a picture.
for name in ("TEXTUAL", "TEXTUAL_DEBUG", "TEXTUAL_LOG", "TEXTUAL_PRESS", "TEXTUAL_SCREENSHOT"):
    os.environ.pop(name, None)
