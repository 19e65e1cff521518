"""Action items put right afterwards."""

from __future__ import annotations

import pytest

from referent.domain.corrections import correct_action
from referent.domain.decisions import ActionItem
from referent.domain.errors import MeetingError
from tests.domain.samples import planned

ONE, TWO, THREE = (ActionItem(task) for task in ("Ring", "Skriv", "Mød op"))
MEETING = planned().add_action("item-1", ONE).add_action("item-1", TWO)


def test_another_stands_where_the_first_one_stood() -> None:
    assert correct_action(MEETING, "item-1", ONE, THREE).item("item-1").actions == (THREE, TWO)


def test_one_is_taken_away_and_the_others_stay() -> None:
    assert correct_action(MEETING, "item-1", ONE, None).item("item-1").actions == (TWO,)


def test_one_that_is_gone_cannot_be_corrected() -> None:
    with pytest.raises(MeetingError):
        correct_action(MEETING, "item-1", THREE, ONE)
