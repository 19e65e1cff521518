"""Tests of the meeting itself: no files, no screen, no clock but the one the test holds."""
