"""The benchmarks are scripts for people; here only that what they are made of still works."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.benchmarks import export, idle, keys, startup
from tests.benchmarks.common import REPOSITORY, line, ratio
from tests.end_to_end.terminal import Terminal, environment

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")


def test_the_export_benchmark_prints_its_numbers(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    sample = max((REPOSITORY / "agendas").glob("*.toml"))
    monkeypatch.setattr(export, "largest_agenda", lambda: sample)  # the real ones are another test's
    monkeypatch.setattr(export, "SHARED", sample)
    monkeypatch.setattr(export, "RUNS", 1)
    export.main((3,))
    assert "3 items" in capsys.readouterr().out


def test_the_bare_app_can_be_measured(tmp_path: Path) -> None:
    with Terminal([sys.executable, "-m", "tests.benchmarks.bare"], tmp_path, environment(tmp_path)) as terminal:
        terminal.wait_for("KLAR")
        keys.drain(terminal)
        assert keys.key_to_screen(terminal, "x") > 0
        assert idle.share(terminal, 0.01) >= -0.01
    assert "n 2" in line("bare", [0.1, 0.2])
    assert f"at most {startup.GOAL}" in ratio(2.0, 1.0, startup.GOAL, "start-up")
