"""Text fields are edited at random: ours survives what ends a program with Textual's own, and no mixture of names,
formulas, abbreviations and undo loses a word.

python -m tests.campaigns.random_editing [SEEDS] [STEPS]
"""

from __future__ import annotations

import asyncio
import sys

from textual.widgets import TextArea

from referent.tui.widgets.safe_text_area import SafeUndoTextArea
from tests.tui.random_editing import fails, faults_of_mixtures


async def crashes(kind: type[TextArea], seeds: int, steps: int) -> list[int]:
    """The seeds with which the editing ends the program."""
    return [seed for seed in range(seeds) if await fails(kind, seed, steps)]


def main(seeds: int = 60, steps: int = 160) -> int:
    theirs = asyncio.run(crashes(TextArea, seeds, steps))
    ours = asyncio.run(crashes(SafeUndoTextArea, seeds, steps))
    print(f"{seeds} times {steps} steps: Textual's own text area ends the program {len(theirs)} times")
    print(f"{seeds} times {steps} steps: ours ends it {len(ours)} times {ours or ''}".rstrip())
    faults = asyncio.run(faults_of_mixtures(seeds, steps))
    print("\n".join(faults) or "mixtures of names, formulas, abbreviations and undo lose nothing")
    return 1 if ours or faults else 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
