"""The meeting itself as immutable values and named transitions: no files, no screen, no clock of its own."""
