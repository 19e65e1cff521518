"""Spans of time and what they add up to."""

from __future__ import annotations

from datetime import timedelta

from referent.domain.stopwatch import Span, close_last, elapsed, is_running, overlap, whole_minutes
from tests.domain.samples import at

MINUTES = timedelta(minutes=1)


def test_an_open_span_runs_and_a_closed_one_does_not() -> None:
    assert is_running((Span(at("13.00"), at("13.05")), Span(at("13.10"))))
    assert not is_running((Span(at("13.00"), at("13.05")),))
    assert not is_running(())


def test_closing_ends_an_open_span_and_leaves_a_closed_one_as_it_was() -> None:
    assert Span(at("13.00")).closed(at("13.05")) == Span(at("13.00"), at("13.05"))
    assert Span(at("13.00"), at("13.02")).closed(at("13.05")) == Span(at("13.00"), at("13.02"))


def test_a_span_never_ends_before_it_began() -> None:
    assert Span(at("13.00")).closed(at("12.00")) == Span(at("13.00"), at("13.00"))


def test_only_the_last_span_is_closed() -> None:
    spans = (Span(at("13.00"), at("13.05")), Span(at("13.10")))
    assert close_last(spans, at("13.20")) == (spans[0], Span(at("13.10"), at("13.20")))
    assert close_last((), at("13.20")) == ()


def test_several_spans_add_up_and_the_open_one_counts_until_now() -> None:
    spans = (Span(at("13.00"), at("13.05")), Span(at("13.10")))
    assert elapsed(spans, at("13.12.30")) == timedelta(minutes=7, seconds=30)


def test_pauses_are_left_out() -> None:
    spans = (Span(at("13.00")),)
    pauses = (Span(at("13.02"), at("13.06")),)
    assert elapsed(spans, at("13.10"), pauses) == 6 * MINUTES


def test_the_clock_stands_still_during_an_open_pause() -> None:
    spans, pauses = (Span(at("13.00")),), (Span(at("13.04")),)
    assert elapsed(spans, at("13.10"), pauses) == elapsed(spans, at("13.30"), pauses) == 4 * MINUTES


def test_a_pause_outside_the_spans_takes_nothing_away() -> None:
    assert elapsed((Span(at("13.00"), at("13.05")),), at("14.00"), (Span(at("13.10"), at("13.20")),)) == 5 * MINUTES


def test_a_time_before_the_start_counts_as_nothing() -> None:
    assert elapsed((Span(at("13.00")),), at("12.00")) == timedelta()


def test_spans_overlap_by_what_they_share() -> None:
    one, other = Span(at("13.00"), at("13.10")), Span(at("13.05"), at("13.30"))
    assert overlap(one, other, at("14.00")) == overlap(other, one, at("14.00")) == 5 * MINUTES
    assert overlap(one, Span(at("13.10"), at("13.20")), at("14.00")) == timedelta()


def test_printed_minutes_have_no_seconds_and_last_at_least_one() -> None:
    spans = (Span(at("13.00.40"), at("13.05.20")), Span(at("13.05.20"), at("13.05.50")))
    assert list(whole_minutes(spans, at("14.00"))) == [(at("13.00"), at("13.05")), (at("13.05"), at("13.06"))]


def test_an_open_span_is_printed_until_now() -> None:
    assert list(whole_minutes((Span(at("13.00.40")),), at("13.09.59"))) == [(at("13.00"), at("13.09"))]
