"""The short form of `tests.campaigns.tmpfs`: a drive fills up while someone types, and is enlarged."""

from __future__ import annotations

import os
import sys

import pytest

from tests.campaigns.tmpfs import AT_ONCE, NoMountError, play


@pytest.mark.skipif(sys.platform != "linux" or os.getuid() != 0, reason="only root may mount, on Linux")
def test_on_a_drive_that_fills_up_nothing_is_lost() -> None:
    try:
        assert play(1, [sys.executable, "-c", AT_ONCE])
    except NoMountError as error:
        pytest.skip(str(error))
