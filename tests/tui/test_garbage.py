"""The garbage collector is told once what stays: it is what made single keys slow."""

from __future__ import annotations

import gc

from tests.tui.desk import Desk


async def test_what_stays_for_the_meeting_is_frozen_after_the_first_paint_and_collection_goes_on() -> None:
    gc.unfreeze()
    gc.disable()  # as the command line does while starting up
    try:
        async with Desk(freezes_nothing=False).run():
            assert gc.get_freeze_count() > 10_000
            assert gc.isenabled()
    finally:
        gc.enable()
