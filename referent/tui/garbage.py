"""Python's garbage collector and the hand on the keys."""

from __future__ import annotations

import gc


def settle_garbage() -> None:
    """Let the garbage collector, which was off while starting up, forget what stays for the whole meeting: going
    through all of it at every turn is what makes single keys slow.
    """
    gc.freeze()
    gc.enable()
