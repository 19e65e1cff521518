"""All five real meetings played through the screen, with every help there is and letter by letter: the same referat
comes out as from the record that somebody wrote by hand.

python -m tests.campaigns.meetings [MEETING...]        (they lie beside the repository)
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
from pathlib import Path
from unittest.mock import patch

from tests.end_to_end.conftest import SEEDS
from tests.end_to_end.course import Course
from tests.end_to_end.player import assert_same_referat, played, written_by_hand


def is_same(course: Course, folder: Path, *, helped: bool) -> bool:
    kept = asyncio.run(played(course, folder / f"played-{helped}", helped=helped))
    try:
        assert_same_referat(kept, written_by_hand(course, folder / "written"), course)
    except AssertionError as error:
        print(error)
        return False
    return True


def main(*slugs: str) -> int:
    wrong = 0
    seeds = [SEEDS / slug for slug in slugs] or sorted(path.parent for path in SEEDS.glob("*/forloeb.toml"))
    for seed in seeds:
        with (
            tempfile.TemporaryDirectory() as name,
            patch.dict(os.environ, {"REFERENT_STATE_DIR": f"{name}/state", "REFERENT_SOFFICE": ""}),
        ):
            same = [is_same(Course(seed), Path(name), helped=helped) for helped in (True, False)]
        wrong += same.count(False)
        print(f"{seed.name}: with every help {_as_word(same[0])}, letter by letter {_as_word(same[1])}", flush=True)
    return 1 if wrong else 0


def _as_word(is_same: bool) -> str:
    return "the same" if is_same else "NOT THE SAME"


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
