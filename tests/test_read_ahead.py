"""What is read ahead is what would have been read here."""

from __future__ import annotations

import os

import pytest

from referent.read_ahead import ReadAhead


def test_the_result_of_the_other_process_comes_back() -> None:
    ahead = ReadAhead(lambda: ("dagsorden", 41))
    assert ahead.result() == ("dagsorden", 41)


def test_a_large_result_comes_back_whole() -> None:
    assert len(ReadAhead(lambda: "x" * 1_000_000).result()) == 1_000_000


def test_the_work_is_not_done_in_this_process_as_well() -> None:
    assert ReadAhead(os.getpid).result() != os.getpid()


def test_asked_again_it_is_read_again() -> None:
    ahead = ReadAhead(os.getpid)
    ahead.result()
    assert ahead.result() == os.getpid()


def test_what_goes_wrong_over_there_is_raised_here() -> None:
    def fail() -> None:
        raise FileNotFoundError("dagsorden.toml")

    ahead = ReadAhead(fail)
    with pytest.raises(FileNotFoundError, match=r"dagsorden\.toml"):
        ahead.result()


def test_a_result_that_cannot_be_sent_is_worked_out_here() -> None:
    assert ReadAhead(lambda: lambda: 41).result()() == 41


def test_where_no_process_can_be_forked_the_work_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_more() -> int:
        raise BlockingIOError

    monkeypatch.setattr(os, "fork", no_more)
    assert ReadAhead(os.getpid).result() == os.getpid()


def test_on_one_processor_nothing_is_gained_and_nothing_forked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    assert ReadAhead(os.getpid).result() == os.getpid()
