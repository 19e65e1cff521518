"""`python -m tests`: every check of the project, all of them though one fails, and pytest's closing line last.

The tests run from the first moment on, beside the other checks; what they print is shown when it is their turn.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
BIN = Path(sys.executable).parent
CHECKS: dict[str, list[str]] = {
    "ruff check": [str(BIN / "ruff"), "check", "."],
    "ruff format": [str(BIN / "ruff"), "format", "--check", "."],
    "mypy": [str(BIN / "mypy")],
    "import-linter": [str(BIN / "lint-imports"), "--no-logo"],
}
# Three workers on two cores: those that wait for a pseudo-terminal leave room.
TESTS = [sys.executable, "-m", "pytest", "-n", "3", "--dist", "worksteal"]


def main(arguments: list[str]) -> int:
    """Run all checks; `arguments` are pytest's. Returns the exit code of the first that failed."""
    codes: dict[str, int] = {}
    with subprocess.Popen([*TESTS, *arguments], cwd=ROOT, env=_surroundings(), stdout=subprocess.PIPE) as tests:
        for name, command in CHECKS.items():
            print(f"== {name}", flush=True)
            codes[name] = subprocess.run(command, cwd=ROOT).returncode
        print("== pytest", flush=True)
        assert tests.stdout is not None
        while printed := os.read(tests.stdout.fileno(), 4096):
            os.write(sys.stdout.fileno(), printed)
    codes["pytest"] = tests.returncode
    failed = {name: code for name, code in codes.items() if code}
    if failed:
        print("FAILED: " + ", ".join(failed), file=sys.stderr, flush=True)
    return next(iter(failed.values()), 0)


def _surroundings() -> dict[str, str]:
    """Ours, but compiled modules are kept: else every worker, and every program it starts, compiles them all."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
