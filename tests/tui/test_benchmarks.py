"""The benchmarks are scripts for people; here only that each still runs."""

from __future__ import annotations

import sys

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")


def test_the_benchmarks_run_and_print_their_numbers(capsys: pytest.CaptureFixture[str]) -> None:
    from tests.benchmarks import export, idle, keys, startup

    startup.main(1)
    keys.main(4)
    idle.main(0.05)
    export.main((12,))
    printed = capsys.readouterr().out
    assert printed.count("times a bare app") == 3
    assert "% of a processor" in printed
    assert "12 items" in printed
