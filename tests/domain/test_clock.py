"""The machine's clock, with a machine of its own."""

from __future__ import annotations

from datetime import datetime, timedelta

from referent.domain.clock import JumpWatch, SystemClock

NOON = datetime(2026, 11, 26, 12)


class Machine:
    def __init__(self) -> None:
        self.wall = NOON
        self.seconds = 0.0

    def passes(self, seconds: float) -> None:
        self.wall += timedelta(seconds=seconds)
        self.seconds += seconds

    def clock(self) -> SystemClock:
        return SystemClock(lambda: self.wall, lambda: self.seconds)


def test_it_tells_the_machines_time_in_whole_seconds() -> None:
    machine = Machine()
    clock = machine.clock()
    machine.passes(90.7)
    assert clock.now() == NOON + timedelta(seconds=90)


def test_a_clock_that_is_set_back_neither_goes_back_nor_stands_still() -> None:
    machine = Machine()
    clock = machine.clock()
    machine.wall -= timedelta(hours=1)
    assert clock.now() == NOON
    machine.passes(60)
    assert clock.now() == NOON + timedelta(minutes=1)
    machine.passes(60)
    assert clock.now() == NOON + timedelta(minutes=2)


def test_after_a_sleep_it_is_as_late_as_the_machine_says() -> None:
    machine = Machine()
    clock = machine.clock()
    machine.wall += timedelta(hours=2)  # a laptop's monotonic clock stands while it sleeps
    assert clock.now() == NOON + timedelta(hours=2)


def test_a_jump_is_what_the_wall_clock_has_gone_on_by_itself() -> None:
    machine = Machine()
    watch = JumpWatch(machine.clock())
    machine.passes(600)
    assert watch.jumped() == timedelta()
    machine.wall += timedelta(minutes=40)
    machine.passes(20)
    assert watch.jumped() == timedelta(minutes=40)
    machine.passes(20)
    assert watch.jumped() == timedelta()


def test_a_clock_that_is_set_back_has_not_jumped() -> None:
    machine = Machine()
    watch = JumpWatch(machine.clock())
    machine.wall -= timedelta(minutes=40)
    machine.passes(60)
    assert watch.jumped() == timedelta()
