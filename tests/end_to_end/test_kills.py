"""The short form of `tests.campaigns.kills`: the program is killed while someone types."""

from __future__ import annotations

import random
import sys

import pytest

from tests.campaigns.kills import kill_once

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")


def test_nothing_that_had_reached_the_screen_is_lost_when_the_program_is_killed() -> None:
    kill = kill_once(random.Random("1.5"), 1.5)
    assert kill.on_screen > 0
    assert kill.lost == 0
