"""What happened and when, as far as the meeting itself knows."""

from __future__ import annotations

from referent.domain.happenings import Happened, Happening, Place, happenings, place_of
from tests.domain.samples import at, planned

HELD = (
    planned()
    .take_up("item-1", at("13.00"))
    .arrive("carl", at("13.05"))
    .take_up("item-2", at("13.10"))
    .pause(at("13.12"))
    .resume(at("13.14"))
    .leave("anna", at("13.15"))
    .close(at("13.20"))
)


def test_what_has_a_time_is_told_in_order() -> None:
    one, two = Place(item_id="item-1"), Place(item_id="item-2")
    assert happenings(HELD) == (
        Happening(at("13.00"), Happened.TAKEN_UP, one),
        Happening(at("13.05"), Happened.CAME, Place(person_id="carl")),
        Happening(at("13.10"), Happened.ENDED, one),
        Happening(at("13.10"), Happened.TAKEN_UP, two),
        Happening(at("13.12"), Happened.PAUSED),
        Happening(at("13.14"), Happened.RESUMED),
        Happening(at("13.15"), Happened.LEFT, Place(person_id="anna")),
        Happening(at("13.20"), Happened.ENDED, two),
        Happening(at("13.20"), Happened.CLOSED),
    )


def test_nothing_has_happened_before_it_began() -> None:
    assert happenings(planned()) == ()


def test_a_change_takes_place_at_its_person_or_item() -> None:
    running = planned().take_up("item-1", at("13.00"))
    assert place_of(running, running.leave("anna", at("13.05"))) == Place(person_id="anna")
    assert place_of(running, running.toggle_outside("anna", "item-2")) == Place(item_id="item-2")
    assert place_of(running, running.take_up("item-3", at("13.05"))) == Place(item_id="item-3")
    assert place_of(running, running.pause(at("13.05"))) == Place()
