"""The short form of `tests.campaigns.kills`: the program is killed while someone types."""

from __future__ import annotations

import random
import sys

import pytest

from tests.campaigns.kills import kill_once

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")


@pytest.mark.parametrize("seconds", [0.7, 1.5])
def test_nothing_that_had_reached_the_screen_is_lost_when_the_program_is_killed(seconds: float) -> None:
    kill = kill_once(random.Random(f"{seconds}"), seconds)
    assert kill.on_screen > 0
    assert kill.lost == 0
