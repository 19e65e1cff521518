"""What all tests of the screens share."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True, scope="session")
def quick_garbage_collection() -> Iterator[None]:
    """Each test makes and drops a program; the collector need not look at all of pytest and Textual each time."""
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()
