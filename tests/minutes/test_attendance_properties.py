"""The sentences tell what happened, whatever did: read back, they name the items that were missed and no others."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime

from hypothesis import assume, given

from referent.domain.attendance import Attendance, Part
from referent.domain.item import MeetingItem
from referent.domain.meeting import Meeting
from referent.domain.stopwatch import MINUTE, to_minute
from referent.minutes.attendance_text import attendance_sentences
from referent.minutes.layout import Who
from referent.minutes.people import people_who
from referent.minutes.wording import Wording
from tests.domain.histories import NAMES, Change, held, histories, items_of

TELLTALE = Wording(
    arrived="kom {kl}[ {hvornaar}]",
    returned="igen {kl}",
    left="gik {kl}",
    during="under<{punkter}>",
    after="efter<{punkter}>",
    took_part="med<{punkter}>",
    took_part_partly="kun_lidt_med<{punkter}>",
    partly="lidt {punkter}",
    missed="uden<{punkter}>",
    missed_partly="og_lidt_uden<{punkter}>",
    only_partly="lidt_uden<{punkter}>",
    outside="{personer} var ude<{punkter}>.",
    recused="{personer} var inhabil<{punkter}>.",
    cleared="{personer} var habil<{punkter}>.",
    substitute="",
)
"""A house style whose words cannot be mistaken for each other."""


def told(meeting: Meeting, name: str) -> list[str]:
    """The sentences about one person."""
    sentences = attendance_sentences(meeting, TELLTALE, "HH.mm")
    people = (re.split(r" (?:kom|gik|var) ", sentence)[0] for sentence in sentences)
    return [sentence for who, sentence in zip(people, sentences, strict=True) if name in re.split(r", | og ", who)]


def numbers(sentence: str, word: str) -> list[int] | None:
    """The numbers in the brackets after `word`; None where it does not stand there."""
    found = re.search(rf"\b{word}<([^>]*)>", sentence)
    return [int(number) for number in re.findall(r"\d+", found[1])] if found else None


def part(noted: Attendance, item: MeetingItem, end: datetime) -> Part:
    """How much of an item somebody was there for, counted minute by minute."""

    def is_in(minute: datetime) -> bool:
        before = [movement for movement in noted.movements if to_minute(movement.at) <= minute]
        return before[-1].is_arrival if before else not (noted.movements and noted.movements[0].is_arrival)

    there = set()
    for span in item.spans:
        minute = to_minute(span.start)
        last = max(to_minute(span.end or end), minute + MINUTE)
        while minute < last:
            there.add(is_in(minute))
            minute += MINUTE
    return Part.SOME if len(there) == 2 else (Part.WHOLE if there == {True} else Part.NONE)


def is_plain(noted: Attendance) -> bool:
    """Nothing happened twice in one minute: what that means is a matter of taste."""
    minutes = [to_minute(movement.at) for movement in noted.movements]
    return len(set(minutes)) == len(minutes)


@given(histories)
def test_the_items_that_are_named_as_missed_are_those_that_were_missed(history: list[tuple[Change, int]]) -> None:
    meeting = held(history)
    for name in NAMES:
        noted = meeting.attendance_of(name.lower())
        if noted.status.is_absence or not noted.movements or not is_plain(noted):
            continue
        items = {
            number: item
            for number, item in items_of(meeting).items()
            if noted.person_id not in item.outside and noted.person_id not in item.recused
        }
        parts = {number: part(noted, item, meeting.last_moment) for number, item in items.items()}
        expected = {each: sorted(number for number in parts if parts[number] is each) for each in Part}
        (sentence,) = moves(meeting, name)
        assert read_back(sentence, sorted(parts), is_in_order(meeting)) == expected, (name, sentence)


def is_in_order(meeting: Meeting) -> bool:
    begun = sorted((span.start, number) for number, item in items_of(meeting).items() for span in item.spans)
    return [number for _, number in begun] == sorted({number for _, number in begun})


def read_back(sentence: str, items: list[int], is_in_order: bool) -> dict[Part, list[int]]:
    """What the sentence says of the items that it is about; of those it does not name, what its form implies."""
    if (named := re.search(r"\bmed<([^>]*)>", sentence)) is not None:
        whole, _, some = named[1].partition("lidt")
        return parts_of(items, whole=digits(whole), some=digits(some))
    if (named_some := numbers(sentence, "kun_lidt_med")) is not None:
        return parts_of(items, whole=[], some=named_some)
    missed = numbers(sentence, "uden") or []
    some_missed = numbers(sentence, "og_lidt_uden") or numbers(sentence, "lidt_uden") or []
    if "gik" not in sentence:
        under, after = numbers(sentence, "under") or [], numbers(sentence, "efter") or []
        some_missed = some_missed + [number for number in under if number in items]
        if is_in_order:  # who came during an item has plainly missed those before it
            missed = [number for number in items if number < min(under, default=0) or number <= max(after, default=0)]
    return parts_of(items, some=some_missed, none=missed)


def digits(text: str) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", text)]


def parts_of(
    all_items: list[int], *, some: list[int], whole: list[int] | None = None, none: list[int] | None = None
) -> dict[Part, list[int]]:
    rest = [number for number in all_items if number not in {*some, *(whole or []), *(none or [])}]
    return {
        Part.WHOLE: sorted(rest if whole is None else whole),
        Part.SOME: sorted(some),
        Part.NONE: sorted(rest if none is None else none),
    }


@given(histories)
def test_one_who_only_arrived_came_under_the_item_that_was_running(history: list[tuple[Change, int]]) -> None:
    meeting = held(history)
    for name in NAMES:
        noted = meeting.attendance_of(name.lower())
        if noted.status.is_absence or [movement.is_arrival for movement in noted.movements] != [True]:
            continue
        (sentence,) = moves(meeting, name)
        arrived = to_minute(noted.arrivals[0])
        running = [
            number
            for number, item in items_of(meeting).items()
            for span in item.spans
            if to_minute(span.start)
            < arrived
            < max(to_minute(span.end or meeting.last_moment), to_minute(span.start) + MINUTE)
        ]
        assert (numbers(sentence, "under") or []) == running, sentence


@given(histories)
def test_who_came_and_went_has_exactly_one_sentence_and_who_did_not_has_none(history: list[tuple[Change, int]]) -> None:
    meeting = held(history)
    for name in NAMES:
        noted = meeting.attendance_of(name.lower())
        moved = bool(noted.movements) and not noted.status.is_absence
        if is_plain(noted):  # who comes back in the minute of leaving never left
            assert len(moves(meeting, name)) == moved


@given(histories)
def test_those_who_did_the_same_share_a_sentence(history: list[tuple[Change, int]]) -> None:
    meeting = held(history)
    first, *others = (meeting.attendance_of(name.lower()) for name in NAMES)
    for other in others:
        twin = replace(first, person_id=other.person_id)
        apart = {first.person_id, other.person_id}
        items = [
            replace(item, outside=without(item.outside, apart), recused=without(item.recused, apart))
            for item in meeting.items
        ]
        alike = replace(meeting, items=tuple(items)).with_attendance(twin).with_attendance(first)
        assert moves(alike, "Anna") == moves(alike, other.person_id.capitalize())


def without(ids: tuple[str, ...], some: set[str]) -> tuple[str, ...]:
    return tuple(each for each in ids if each not in some)


def moves(meeting: Meeting, name: str) -> list[str]:
    """The sentences about the comings and goings of one person."""
    return [sentence for sentence in told(meeting, name) if " var " not in sentence]


@given(histories)
def test_outside_and_recused_are_told_of_those_who_were_there_otherwise(history: list[tuple[Change, int]]) -> None:
    meeting = held(history)
    for name in NAMES:
        noted = meeting.attendance_of(name.lower())
        assume(is_plain(noted))
        for word, field in (("ude", "outside"), ("inhabil", "recused"), ("habil", "cleared")):
            expected = [
                number
                for number, item in items_of(meeting).items()
                if noted.person_id in getattr(item, field)
                and not (field == "outside" and noted.person_id in item.recused)
                and not noted.status.is_absence
                and part(noted, item, meeting.last_moment) is not Part.NONE
            ]
            said = [numbers(sentence, word) for sentence in told(meeting, name) if f" var {word}<" in sentence]
            assert sorted(number for each in said for number in each or []) == sorted(expected), (name, word)


@given(histories)
def test_the_lists_of_the_minutes_hold_everyone_once(history: list[tuple[Change, int]]) -> None:
    meeting = held(history)
    lists = [people_who(meeting, (who,)) for who in (Who.PRESENT, Who.APOLOGIES, Who.NO_SHOW, Who.AWAY)]
    listed = [person.id for people in lists for person in people]
    assert sorted(listed) == sorted(person.id for person in meeting.people if not person.is_vacant)


def test_the_oracle_counts_minutes() -> None:
    """So that the tests above test something."""
    begin: Change = lambda meeting, now: meeting.take_up("item-1", now)  # noqa: E731
    leave: Change = lambda meeting, now: meeting.leave("anna", now)  # noqa: E731
    close: Change = lambda meeting, now: meeting.close(now)  # noqa: E731
    meeting = held([(begin, 600), (leave, 600), (close, 0)])
    assert part(meeting.attendance_of("anna"), meeting.item("item-1"), meeting.last_moment) is Part.SOME
    assert part(meeting.attendance_of("bo"), meeting.item("item-1"), meeting.last_moment) is Part.WHOLE
    assert told(meeting, "Anna") == ["Anna gik 13.10 og lidt_uden<punkt\u00a01>."]
