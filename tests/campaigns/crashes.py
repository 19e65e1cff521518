"""Plays with dice on a disk of the model, each with every crash looked at.

python -m tests.campaigns.crashes [PLAYS]
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from tests.files.examples import agenda
from tests.files.test_journal_crashes import STATE, play_at_random


def main(plays: int = 200, first: int = 0) -> int:
    os.environ["REFERENT_STATE_DIR"] = str(STATE)
    with tempfile.TemporaryDirectory() as folder:
        planned = agenda(Path(folder))
    images, failed = 0, []
    for seed in range(first, first + plays):
        game = play_at_random(planned, seed)
        images += game.images
        if game.faults:
            failed.append((seed, game.faults))
    print(f"{plays} plays, {images} images of the disk, {len(failed)} plays with a fault")
    for seed, faults in failed[:20]:
        print(seed, faults[:3], faults[-1])
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
