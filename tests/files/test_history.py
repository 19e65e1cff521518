"""Earlier records: which are kept, and how one goes back to one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from referent.beside import record_path
from referent.files.history import KEPT_FOR, History, history, restore
from tests.files.examples import agenda
from tests.files.journals import OpenMeeting, looked_at

START = datetime(2026, 11, 26, 13, 0)


@pytest.fixture(autouse=True)
def record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("REFERENT_STATE_DIR", str(tmp_path / "state"))
    return tmp_path / "mode.referat.toml"


@pytest.fixture
def keep(record: Path) -> Callable[..., None]:
    """Keep a record that was saved so many minutes after the start, with that number in it."""

    def at(minutes: float, **options: bool) -> None:
        History(record).keep(b"# %g" % minutes, START + timedelta(minutes=minutes), **options)

    return at


def kept(record: Path) -> list[str]:
    return [entry.path.read_text("utf-8").removeprefix("# ") for entry in History(record).entries()]


def test_the_newest_stands_first_and_of_those_near_each_other_one_is_kept(
    record: Path, keep: Callable[..., None]
) -> None:
    for minutes in (0, 0.25, 0.5, 4, 5, 5.25, 9, 20, 20.5, 21):
        keep(minutes)
    assert kept(record) == ["21", "20", "5", "0"]


def test_the_newest_is_always_there(record: Path, keep: Callable[..., None]) -> None:
    for minutes in range(30):
        keep(minutes / 4)
        assert kept(record)[0] == f"{minutes / 4:g}"


def test_a_record_that_is_saved_again_as_it_was_is_kept_once(record: Path) -> None:
    for minutes in (0, 10, 20):
        History(record).keep(b"samme", START + timedelta(minutes=minutes))
    assert len(History(record).entries()) == 1


def test_after_a_month_it_is_let_go_but_never_the_newest(record: Path, keep: Callable[..., None]) -> None:
    keep(0)
    keep(60)
    keep(60 + KEPT_FOR / timedelta(minutes=1))
    assert len(kept(record)) == 2
    keep(61 + 2 * KEPT_FOR / timedelta(minutes=1))
    assert len(kept(record)) == 1


def test_what_is_kept_for_good_stays_however_near_it_is(record: Path, keep: Callable[..., None]) -> None:
    keep(0)
    keep(1, for_good=True)
    keep(2)
    keep(3)
    assert kept(record) == ["3", "1", "0"]


def test_it_finds_a_record_by_its_hash_and_notices_when_it_was_changed(record: Path) -> None:
    from referent.files.journal_read import hash_of

    History(record).keep(b"a = 1\n", START)
    assert History(record).find(hash_of(b"a = 1\n")) == b"a = 1\n"
    [entry] = History(record).entries()
    entry.path.write_bytes(b"a = 2\n")
    assert History(record).find(hash_of(b"a = 1\n")) is None
    assert History(record).find("") is None


def test_other_files_in_the_folder_are_left_alone(record: Path, keep: Callable[..., None]) -> None:
    keep(0)
    [entry] = History(record).entries()
    (entry.path.parent / "noget.txt").write_text("mit")
    (entry.path.parent / "2026-99-99T00.00.00-0123456789ab.toml").write_text("mit")
    keep(60)
    assert len(History(record).entries()) == 2
    assert (entry.path.parent / "noget.txt").exists()


def test_saving_fills_it_and_going_back_destroys_nothing(tmp_path: Path) -> None:
    planned = agenda(tmp_path)
    now = OpenMeeting(tmp_path, planned)
    now.write("Den første")
    now.save()
    first = now.meeting
    now.clock.advance(minutes=30)
    now.write("Den anden")
    now.save()
    now.journal.end()
    newest, oldest = history(tmp_path / "mode.toml")
    assert newest.at - oldest.at == timedelta(minutes=30)
    assert newest.record == record_path(tmp_path / "mode.toml")
    restore(oldest, now.clock.advance(minutes=1))
    assert looked_at(tmp_path, planned).meeting == first
    assert "Den anden" in history(tmp_path / "mode.toml")[0].path.read_text("utf-8")
    restore(history(tmp_path / "mode.toml")[0], now.clock.advance(minutes=1))
    assert looked_at(tmp_path, planned).meeting.item("p2").decision == "Den anden"


def test_a_meeting_without_a_history_has_none(tmp_path: Path) -> None:
    assert history(tmp_path / "mode.toml") == []


def test_going_back_to_what_is_gone_leaves_the_record_as_it_was(tmp_path: Path, keep: Callable[..., None]) -> None:
    keep(0)
    [entry] = History(tmp_path / "mode.referat.toml").entries()
    entry.path.unlink()
    entry.record.write_text("# nu")
    with pytest.raises(FileNotFoundError):
        restore(entry, START)
    assert entry.record.read_text() == "# nu"
