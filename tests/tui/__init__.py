"""Tests of the screens, through Textual's headless driver."""

import os

# Textual repaints 60 times a second, and a test that waits for a paint waits for that. Read when Textual is imported.
os.environ.setdefault("TEXTUAL_FPS", "1000")
