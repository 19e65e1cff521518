"""What holds on every screen and dialog there is, looked at in as few walks as can be."""

from __future__ import annotations

from referent.ports import Settings
from tests.domain.samples import at
from tests.fakes import FakeClock
from tests.tui.desk import Desk
from tests.tui.looks import Look
from tests.tui.screens import KINDS, every_screen
from tests.tui.test_snapshots import under_way

IN_BOTH_THEMES = ("meeting", "item list", "preview", "people", "vote", "missing", "read aloud", "help", "palette")


async def test_no_kind_of_screen_has_a_word_of_english_and_every_text_stands_out_from_its_ground() -> None:
    """The words of all of them are looked at in the plain mode below."""
    async with Desk(under_way(), clock=FakeClock(at("13.50"))).run((120, 45)) as desk:
        async for name in every_screen(desk, KINDS):
            look = Look(desk)
            assert look.english == [], name
            assert look.too_faint == {}, name


async def test_every_text_stands_out_in_the_light_theme_too() -> None:
    async with Desk(under_way(), settings=Settings(is_dark=False), clock=FakeClock(at("13.50"))).run((120, 40)) as desk:
        async for name in every_screen(desk, IN_BOTH_THEMES):
            assert Look(desk).too_faint == {}, name


async def test_no_screen_of_the_plain_mode_has_a_box_a_bar_a_sign_a_colour_or_a_word_of_english() -> None:
    settings = Settings(is_plain=True)
    async with Desk(under_way(), settings=settings, clock=FakeClock(at("13.31.20"))).run((80, 30)) as desk:
        async for name in every_screen(desk):
            look = Look(desk)
            assert look.colours <= {"default"}, name
            assert look.drawn == set(), name
            assert look.english == [], name
