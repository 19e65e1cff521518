"""What the tests on the five real meetings share. Those lie beside the repository, and are only looked at."""

from __future__ import annotations

import importlib.util
import os
import sys
from pathlib import Path
from types import ModuleType

import pytest

# The programs that are played without a terminal.
from tests.tui.conftest import hardly_any_garbage_collection, style_sheets_parsed_once

__all__ = ["hardly_any_garbage_collection", "style_sheets_parsed_once"]

SHARED = Path(os.environ.get("REFERENT_SHARED") or Path(__file__).parents[2].parent / "shared")
SEEDS = SHARED / "seeds"


@pytest.fixture(scope="session")
def compare() -> ModuleType:
    spec = importlib.util.spec_from_file_location("compare", SEEDS / "compare.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "dont_write_bytecode", True)  # nothing is left beside the meetings
        spec.loader.exec_module(module)
    return module
