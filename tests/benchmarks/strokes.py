"""How many keys the five real meetings take beyond the letters of their decisions, with formulas and completion and
without. They lie beside the repository. Nothing is played: tests/end_to_end/test_keystrokes.py does, and holds that the
same keys make the same referat.

python -m tests.benchmarks.strokes
"""

from __future__ import annotations

import sys

from tests.benchmarks.common import SHARED
from tests.end_to_end.course import Course, count, table


def main() -> int:
    seeds = sorted(path.parent for path in SHARED.glob("seeds/*/forloeb.toml"))
    if not seeds:
        print("the real meetings do not lie beside the repository")
        return 1
    print(table([count(Course(seed)) for seed in seeds]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
