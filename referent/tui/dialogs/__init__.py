"""Dialogs: each returns a value, and its caller applies it."""
