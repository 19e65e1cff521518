"""The start screen: the agendas, their states, and what is wrong with those that cannot be opened."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from referent import key_texts
from referent import screen_texts as texts
from referent.ports import AgendaEntry, AgendaState
from referent.tui.dialogs.reading import ReadingDialog
from referent.tui.screens.meeting import MeetingScreen
from referent.tui.screens.start import StartScreen
from tests.tui.desk import Desk

FIRST = AgendaEntry(Path("a.toml"), date(2026, 12, 3), "Kulturråd", "Budget", 7)
SECOND = AgendaEntry(Path("b.toml"), date(2026, 11, 26), "Sundhedsforum", "", 12, AgendaState.IN_PROGRESS)
BROKEN = AgendaEntry(Path("c.toml"), problems=("c.toml:3: navnet mangler", "to", "tre", "fire", "fem"))


async def test_the_agendas_are_listed_enter_opens_the_marked_one_and_after_it_the_list_is_read_again() -> None:
    others = [replace(FIRST, path=Path(f"{state.name}.toml"), state=state) for state in AgendaState]
    async with Desk(entries=[FIRST, SECOND, *others]).run((100, 24)) as desk:
        first, second, *rest = desk.screen_lines()[2 : 4 + len(others)]
        assert "03-12-2026  Kulturråd · Budget" in first
        assert "7 punkter  ikke holdt" in first
        assert "12 punkter  i gang" in second
        for word in texts.AGENDA_STATES.values():
            assert any(f"7 punkter  {word}" in line for line in rest), word
        await desk.press("down", "enter")
        assert desk.opened == [SECOND.path]
        assert isinstance(desk.screen, MeetingScreen)
        desk.entries[:] = [replace(FIRST, state=AgendaState.HELD)]
        await desk.press("ctrl+q")
        assert isinstance(desk.screen, StartScreen)
        assert not desk.has_ended
        shown = desk.screen_text()
        assert "holdt" in shown.splitlines()[2]
        assert "ikke holdt" not in shown.splitlines()[2]
        assert "Sundhedsforum" not in shown
        desk.entries.append(SECOND)
        await desk.press("f5")
        assert "Sundhedsforum" in desk.screen_text()


async def test_the_faults_of_a_broken_agenda_are_shown_when_it_is_marked_and_when_it_is_opened() -> None:
    async with Desk(
        entries=[FIRST, BROKEN], opening_fails=("c.toml:3: navnet mangler", "c.toml:9: dato")
    ).run() as desk:
        shown = desk.screen_text()
        assert texts.START_FAULTS in shown
        assert "navnet mangler" not in shown
        await desk.press("down")
        shown = desk.screen_text()
        assert "c.toml:3: navnet mangler" in shown
        assert "2 fejl mere" in shown
        await desk.press("up")
        assert "navnet mangler" not in desk.screen_text()
        await desk.press("down", "enter")
        assert isinstance(desk.screen, ReadingDialog)
        assert "c.toml:9: dato" in desk.screen_text()
        await desk.press("escape")
        assert isinstance(desk.screen, StartScreen), "the program goes on"


async def test_an_empty_folder_says_what_to_do() -> None:
    async with Desk(entries=[]).run((100, 24)) as desk:
        assert "Der er ingen dagsordener i agendas." in desk.screen_text()
        await desk.press("enter", "down", "f5")
        assert not desk.has_ended


async def test_an_agenda_named_on_the_command_line_that_cannot_be_opened_ends_the_program_with_its_faults(
    capsys: pytest.CaptureFixture[str],
) -> None:
    desk = Desk(opening_fails=("x.toml:1: [fejl]",))
    async with desk.run():
        assert desk.has_ended
    assert desk.app.return_code == 1
    assert capsys.readouterr().err.strip() == "x.toml:1: [fejl]"


async def test_what_is_wrong_with_the_users_keys_is_told_at_the_start_and_escape_ends_the_program_after_that() -> None:
    desk = Desk(entries=[FIRST], notices=["taster.toml: nej [/]"])
    async with desk.run():
        assert "taster.toml: nej [/]" in desk.screen_text()
        await desk.press("escape")
        assert isinstance(desk.screen, StartScreen)
        await desk.press("escape")
        assert desk.has_ended
    assert desk.app.return_code == 0


async def test_help_palette_and_brightness_are_there_too_and_ctrl_q_ends_the_program() -> None:
    desk = Desk(entries=[FIRST])
    async with desk.run((80, 40)):
        await desk.press("f1")
        assert key_texts.ACTIONS["open_agenda"][1][:30] in desk.screen_text()
        await desk.press("escape", "ctrl+p")
        await desk.type(key_texts.ACTIONS["theme"][0])
        await desk.press("enter")
        assert desk.app.current_theme.dark is False
        await desk.press("ctrl+q")
        assert desk.has_ended
    assert desk.app.return_code == 0
