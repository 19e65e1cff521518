"""`python -m tests`: every check of the project, all of them though one fails, and pytest's closing line last."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
BIN = Path(sys.executable).parent
# Three workers on two cores: those that wait for a pseudo-terminal leave room.
CHECKS: dict[str, list[str]] = {
    "ruff check": [str(BIN / "ruff"), "check", "."],
    "ruff format": [str(BIN / "ruff"), "format", "--check", "."],
    "mypy": [str(BIN / "mypy")],
    "import-linter": [str(BIN / "lint-imports"), "--no-logo"],
    "pytest": [sys.executable, "-m", "pytest", "-n", "3", "--dist", "worksteal"],
}


def main(arguments: list[str]) -> int:
    """Run all checks; `arguments` are pytest's. Returns the exit code of the first that failed."""
    failed: dict[str, int] = {}
    for name, command in CHECKS.items():
        print(f"== {name}", flush=True)
        code = subprocess.run([*command, *(arguments if name == "pytest" else [])], cwd=ROOT).returncode
        if code:
            failed[name] = code
    if failed:
        print("FAILED: " + ", ".join(failed), file=sys.stderr, flush=True)
    return next(iter(failed.values()), 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
