"""Every way in which a file differs from its shape, in Danish, all at once."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest
from pydantic import Field, field_validator

from referent.files.faults import FileFaults
from referent.files.shape import MAX_FAULTS, Shape, check, load
from referent.files.toml_source import parse_source

FILE = Path("agendas/x.toml")


class Part(Shape):
    titel: str
    antal: int = Field(1, ge=1)
    bredde: float = 1.0
    art: Literal["stor", "lille"] = "stor"


class Whole(Shape):
    navn: str
    til: bool = False
    dele: list[Part] = Field([], max_length=500)
    enten: str | list[str] = ""

    @field_validator("navn")
    @classmethod
    def _not_bad(cls, value: str) -> str:
        if value == "skidt":
            raise ValueError("Det navn er skidt.")
        return value


def messages(text: str) -> list[str]:
    source = parse_source(text.encode(), FILE)
    with pytest.raises(FileFaults) as caught:
        check(Whole, source.data, source)
    return [str(fault) for fault in caught.value.faults]


def test_what_fits_is_read_with_its_source(tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    path.write_text('navn = "a"\n[[dele]]\ntitel = "b"\nbredde = 10.5\n', encoding="utf-8")
    whole, source = load(path, Whole)
    assert whole.dele[0].bredde == 10.5
    assert source.line_of(("dele", 0, "bredde")) == 4


def test_all_faults_come_at_once_in_the_order_of_the_file() -> None:
    assert messages('til = 1\n[[dele]]\ntitell = "x"\n[[dele]]\ntitel = 1\nantal = "1"\n') == [
        "agendas/x.toml: navn: Mangler.",
        "agendas/x.toml:1: til: Her skal stå true eller false uden anførselstegn.",
        "agendas/x.toml:2: dele[1].titel: Mangler.",
        "agendas/x.toml:3: dele[1].titell: Ukendt nøgle »titell«. Mente du »titel«?",
        "agendas/x.toml:5: dele[2].titel: Her skal stå en tekst i anførselstegn.",
        "agendas/x.toml:6: dele[2].antal: Her skal stå et helt tal uden anførselstegn.",
    ]


def test_an_unknown_key_far_from_every_known_one_is_told_what_may_stand_there() -> None:
    (message,) = messages('navn = "a"\n[[dele]]\ntitel = "b"\nqqq = 1\n')
    assert "Her må stå: »titel«, »antal«, »bredde«, »art«." in message


def test_a_value_of_several_types_gives_one_fault() -> None:
    assert messages('navn = "a"\nenten = 3') == ["agendas/x.toml:2: enten: Her skal stå en tekst i anførselstegn."]


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("antal = true", "helt tal"),
        ("antal = 1.5", "helt tal"),
        ("antal = 0", "mindst 1"),
        ('bredde = "1"', "et tal uden anførselstegn"),
        ('art = "midt"', "Vælg mellem »stor«, »lille«."),
    ],
)
def test_a_value_of_another_type_is_refused_in_danish(line: str, says: str) -> None:
    (message,) = messages(f'navn = "a"\n[[dele]]\ntitel = "b"\n{line}\n')
    assert says in message


def test_a_table_and_a_list_are_asked_for_by_name() -> None:
    assert "en liste" in messages('navn = "a"\ndele = "x"')[0]
    assert "en tabel" in messages('navn = "a"\ndele = ["x"]')[0]


def test_a_validator_may_speak_for_itself() -> None:
    assert messages('navn = "skidt"') == ["agendas/x.toml:1: navn: Det navn er skidt."]


def test_a_million_faults_are_counted_not_listed() -> None:
    found = messages('navn = "a"\n' + "\n".join(f"k{number} = 1" for number in range(MAX_FAULTS + 7)))
    assert len(found) == MAX_FAULTS + 1
    assert "7 fejl mere" in found[-1]


def test_a_key_with_an_escape_sequence_does_not_reach_the_terminal() -> None:
    assert "\x1b" not in messages('navn = "a"\n"\\u001b[2J" = 1')[0]
