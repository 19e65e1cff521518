"""The tests. `python -m tests` runs all checks: style, types, architecture, behaviour."""
