"""Files, document and session tied together, as the screens are given them."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from referent import own_files, reading, wiring
from referent.domain.decisions import TextField
from referent.minutes.editions import Edition
from referent.ports import AgendaState, OpenedMeeting, OpeningFailed
from tests.fakes import FakeClock

AGENDA = 'udvalg = "Forum"\ndato = 2026-11-26\nstart = "13.00"\n[[punkter]]\ntitel = "Ét punkt"\n'


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def leave(opened: OpenedMeeting) -> None:
    """So that it can be opened again."""
    assert opened.presence is not None
    opened.presence.end()


@pytest.fixture
def agenda(tmp_path: Path) -> Path:
    return write(tmp_path / "agendas" / "moede.toml", AGENDA)


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


def test_a_meeting_saved_and_opened_again_goes_on_where_it_was(agenda: Path, clock: FakeClock) -> None:
    first = wiring.open_meeting(agenda, clock)
    assert first.notice == ""
    item = first.session.meeting.items[0].id
    first.session.act("Punkt 1", lambda meeting: meeting.take_up(item, clock.now()))
    first.session.write(item, TextField.DECISION, "Godkendt.")
    assert first.save(first.session.meeting).message == ""
    leave(first)
    second = wiring.open_meeting(agenda, clock)
    assert second.session.meeting == first.session.meeting
    assert second.notice == "Mødet fortsætter, hvor det var."


def test_a_closed_meeting_is_opened_without_a_word(agenda: Path, clock: FakeClock) -> None:
    opened = wiring.open_meeting(agenda, clock)
    item = opened.session.meeting.items[0].id
    opened.save(opened.session.meeting.take_up(item, clock.now()).close(clock.advance(minutes=5)))
    leave(opened)
    assert wiring.open_meeting(agenda, clock).notice == ""


def test_the_document_is_made_from_the_meeting_as_it_is_on_the_screen(agenda: Path, clock: FakeClock) -> None:
    opened = wiring.open_meeting(agenda, clock)
    item = opened.session.meeting.items[0].id
    report = opened.export(
        opened.session.meeting.write(item, TextField.DECISION, "Ikke gemt endnu."), Edition(), "docx"
    )
    assert report.path == agenda.parent.parent / "exports" / "moede.docx"
    text = "\n".join(paragraph.text for paragraph in docx.Document(str(report.path)).paragraphs)
    assert "Ikke gemt endnu." in text


def test_a_record_that_someone_else_changed_is_told(agenda: Path, clock: FakeClock) -> None:
    opened = wiring.open_meeting(agenda, clock)
    item = opened.session.meeting.items[0].id
    mine = opened.session.meeting.write(item, TextField.DECISION, "Min.")
    opened.save(mine)
    record = agenda.with_name("moede.referat.toml")
    write(record, record.read_text(encoding="utf-8").replace("Min.", "Deres."))
    message = opened.save(mine.write(item, TextField.DECISION, "Min igen.")).message
    assert message.startswith("En anden har ændret moede.referat.toml imens.")
    kept = "".join(path.read_text(encoding="utf-8") for path in agenda.parent.glob("*.toml"))
    assert "Min igen." in kept
    assert "Deres." in kept


def test_an_unknown_house_style_is_said_on_opening_and_the_standard_one_used(agenda: Path, clock: FakeClock) -> None:
    write(agenda, 'layout = "vets"\n' + AGENDA)
    opened = wiring.open_meeting(agenda, clock)
    assert opened.layout().name == "standard"
    assert "»vets« findes ikke" in opened.notice


@pytest.mark.parametrize("content", ["udvalg = 3\n", "[[["])
def test_an_agenda_with_faults_cannot_be_opened_and_each_is_told(content: str, agenda: Path, clock: FakeClock) -> None:
    write(agenda, content)
    with pytest.raises(OpeningFailed) as failed:
        wiring.open_meeting(agenda, clock)
    assert all(str(agenda) in problem for problem in failed.value.problems)


def test_a_missing_agenda_or_a_record_with_faults_cannot_be_opened(agenda: Path, clock: FakeClock) -> None:
    with pytest.raises(OpeningFailed):
        wiring.open_meeting(agenda.with_name("andet.toml"), clock)
    record = write(agenda.with_name("moede.referat.toml"), "startet = 3\n")
    with pytest.raises(OpeningFailed) as failed:
        wiring.open_meeting(agenda, clock)
    assert str(record) in failed.value.problems[0]


def test_a_record_that_is_a_folder_cannot_be_opened(agenda: Path, clock: FakeClock) -> None:
    agenda.with_name("moede.referat.toml").mkdir()
    with pytest.raises(OpeningFailed):
        wiring.open_meeting(agenda, clock)


def test_agendas_are_listed_newest_first_and_those_with_faults_with_them(agenda: Path, clock: FakeClock) -> None:
    write(agenda.with_name("nyere.toml"), AGENDA.replace("2026-11-26", "2026-12-03"))
    write(agenda.with_name("forkert.toml"), "udvalg = 3\n")
    opened = wiring.open_meeting(agenda, clock)
    opened.save(opened.session.meeting.take_up(opened.session.meeting.items[0].id, clock.now()))
    leave(opened)
    entries = wiring.agenda_entries(agenda.parent)
    assert [entry.path.name for entry in entries] == ["nyere.toml", "moede.toml", "forkert.toml"]
    assert [entry.state for entry in entries[:2]] == [AgendaState.NOT_HELD, AgendaState.IN_PROGRESS]
    assert (entries[0].body, entries[0].item_count, entries[0].problems) == ("Forum", 1, ())
    assert any("forkert.toml:1" in problem for problem in entries[2].problems)


def test_a_folder_without_agendas_has_none(tmp_path: Path) -> None:
    assert wiring.agenda_entries(tmp_path) == []
    assert wiring.agenda_entries(tmp_path / "væk") == []


def test_the_agendas_folder_is_here_or_in_agendas(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert wiring.agenda_folder() == Path()
    (tmp_path / "agendas").mkdir()
    assert wiring.agenda_folder() == Path("agendas")


def test_keys_of_ones_own_are_read_from_the_configuration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REFERENT_CONFIG_DIR", str(tmp_path))
    assert own_files.read_keymap() == ({}, ())
    file = write(tmp_path / "taster.toml", '[taster]\nsave = "f2"\n')
    assert own_files.read_keymap() == ({"save": "f2"}, ())
    write(file, "[taster]\nsave = 3\n")
    keys, problems = own_files.read_keymap()
    assert keys == {}
    assert str(file) in problems[0]


# The journal


def test_what_was_not_saved_is_there_on_opening_again_and_is_said(agenda: Path, clock: FakeClock) -> None:
    first = wiring.open_meeting(agenda, clock)
    assert first.journal is not None
    first.journal.begin()
    item = first.session.meeting.items[0].id
    first.session.act("Punkt 1", lambda meeting: meeting.take_up(item, clock.now()))
    first.session.write(item, TextField.DECISION, "Ikke gemt.")
    first.journal.end()
    leave(first)
    second = wiring.open_meeting(agenda, clock)
    assert second.session.meeting == first.session.meeting
    assert second.session.save_is_due()
    assert "Genoprettet: 3 ændringer fra kl. 13.00, som ikke nåede i referatfilen." in second.notice
    assert reading.read_meeting(agenda).is_held
    second.save(second.session.meeting)
    leave(second)
    assert wiring.open_meeting(agenda, clock).notice == "Mødet fortsætter, hvor det var."


def test_a_journal_of_another_record_is_asked_about_and_an_export_goes_by_the_record(
    agenda: Path, clock: FakeClock
) -> None:
    first = wiring.open_meeting(agenda, clock)
    assert first.journal is not None
    first.journal.begin()
    item = first.session.meeting.items[0].id
    first.session.write(item, TextField.DECISION, "Ikke gemt.")
    first.journal.end()
    leave(first)
    record = write(agenda.with_name("moede.referat.toml"), '[[punkter]]\npunkt = 1\nbeslutning = "I hånden"\n')
    read = reading.read_meeting(agenda)
    assert read.meeting.items[0].decision == "I hånden"
    assert read.unread.endswith("Åbn mødet med »referent moede.toml« for at vælge mellem dem.")
    second = wiring.open_meeting(agenda, clock)
    assert second.question is not None
    assert second.question.meeting.items[0].decision == "Ikke gemt."
    second.question.answered()
    leave(second)
    assert wiring.open_meeting(agenda, clock).question is None
    assert "I hånden" in record.read_text(encoding="utf-8")


def test_an_added_item_has_the_number_of_the_house_style_from_the_beginning(agenda: Path, clock: FakeClock) -> None:
    standard = (Path(wiring.__file__).parent / "layouts" / "standard.toml").read_text("utf-8")
    write(agenda.parent / "stil.toml", standard.replace('nye_punkter = "sidst"', 'nye_punkter = "bogstav"'))
    agenda.write_text(AGENDA.replace("[[punkter]]", 'layout = "stil.toml"\n[[punkter]]\ntitel = "Først"\n[[punkter]]'))
    first = wiring.open_meeting(agenda, clock)
    after = first.session.meeting.items[0].id
    first.session.act("Nyt punkt", lambda meeting: meeting.add_item("Hastesag", after))
    assert [item.printed_number for item in first.session.meeting.items] == ["1", "1a", "2"]
    first.save(first.session.meeting)
    leave(first)
    second = wiring.open_meeting(agenda, clock)
    assert second.session.meeting == first.session.meeting
    assert [item.printed_number for item in second.session.to_look_at().meeting.items] == ["1", "1a", "2"]
