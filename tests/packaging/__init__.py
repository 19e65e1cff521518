"""Tests of what is handed out: the wheel."""
