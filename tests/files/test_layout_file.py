"""House styles: the built-in ones, a body's own, and what is wrong with a faulty one."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from referent.files import layout_schema
from referent.files.faults import FileFaults
from referent.files.layout_file import UnknownLayout, layout_names, layout_path, load_layout, read_layout
from referent.files.layout_schema import LayoutShape
from referent.files.shape import Shape
from referent.minutes.layout import AddedNumbers, Content, ListStyle, Who
from referent.minutes.wording import Formulas, Wording

SMALL = """
[punkter]
overskrift = "{nr}. {titel}"
i_indholdsfortegnelsen = "{titel}"

[[punkter.afsnit]]
overskrift = "Referat"
dele = ["beslutning", { del = "bilag", liste = "sætning" }]

[deltagere]
linje = "{navn}"
"""

Write = Callable[[str], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def file(text: str) -> Path:
        path = tmp_path / "vores.toml"
        path.write_text(text, encoding="utf-8")
        return path

    return file


def fault(path: Path) -> str:
    with pytest.raises(FileFaults) as caught:
        read_layout(path)
    return str(caught.value)


def test_standard_comes_first_of_the_built_in_ones() -> None:
    assert layout_names()[0] == "standard"
    assert set(layout_names()[1:]) == {"goedstrup", "slagelse", "styregruppe", "sydvestjylland", "vest"}


@pytest.mark.parametrize("name", layout_names())
def test_every_built_in_house_style_can_be_read(name: str) -> None:
    layout = load_layout(name)
    assert layout.name == name
    assert layout.description
    assert layout.formulas.by_kind


def test_standard_says_every_sentence_as_the_code_does() -> None:
    """standard.toml is what a body copies: what it documents must be what holds where a key is left out."""
    assert load_layout("standard").wording == Wording()


REQUIRED = {"overskrift", "i_indholdsfortegnelsen", "linje"}
WORDS = {"maerker", "typer", "verber"}
"""Tables of the house style's own words: lists, in effect."""


def without_values(table: Mapping[str, Any]) -> dict[str, Any]:
    """The lists of a file, and what it cannot do without."""
    return {
        key: without_values(value) if isinstance(value, dict) and key not in WORDS else value
        for key, value in table.items()
        if isinstance(value, dict | list) or key in REQUIRED
    }


def test_a_key_that_is_left_out_has_the_value_that_standard_shows() -> None:
    standard = tomllib.loads(layout_path("standard", None).read_text(encoding="utf-8"))
    full = LayoutShape.model_validate(standard)
    assert LayoutShape.model_validate({"beskrivelse": full.beskrivelse} | without_values(standard)) == full


def test_standard_tells_of_every_key() -> None:
    told = layout_path("standard", None).read_text(encoding="utf-8")
    shapes = [each for each in vars(layout_schema).values() if isinstance(each, type) and issubclass(each, Shape)]
    keys = {field.alias or name for shape in shapes for name, field in shape.model_fields.items()}
    assert {key for key in keys if not re.search(rf"\b{key}\b", told)} == set()


def test_a_body_may_have_its_own_beside_the_agenda(write: Write, tmp_path: Path) -> None:
    write(SMALL)
    layout = load_layout("vores.toml", beside=tmp_path)
    assert layout.name == "vores"
    assert layout.items.heading == "{nr}. {titel}"
    assert layout.decision_label == "Referat"
    assert layout.formulas == Formulas()


@pytest.mark.parametrize(
    ("word", "rule"),
    [
        ("sidst", AddedNumbers.NEXT_FREE),
        ("bogstav", AddedNumbers.LETTER),
        ("omnummerér", AddedNumbers.RENUMBERED),
    ],
)
def test_a_body_says_what_number_an_item_has_that_was_added_at_the_meeting(
    word: str, rule: AddedNumbers, write: Write
) -> None:
    path = write(SMALL.replace("[punkter]\n", f'[punkter]\nnye_punkter = "{word}"\n'))
    assert read_layout(path).items.added_numbers is rule


def test_a_piece_is_a_word_or_a_table(write: Write) -> None:
    pieces = read_layout(write(SMALL)).items.sections[0].pieces
    assert [piece.content for piece in pieces] == [Content.DECISION, Content.ATTACHMENTS]
    assert pieces[1].style is ListStyle.SENTENCE


def test_who_is_listed_may_be_several(write: Write) -> None:
    text = SMALL + '[[deltagere.afsnit]]\ndele = [{ del = "personer", hvem = ["afbud", "Udeblevet"] }]\n'
    assert read_layout(write(text)).people.sections[0].pieces[0].who == (Who.APOLOGIES, Who.NO_SHOW)


@pytest.mark.parametrize(
    "name", ["findes-ikke", "findes-ikke.toml", "../vest", "", "a\x00b.toml", "x" * 5000 + ".toml"]
)
def test_an_unknown_name_is_told_with_the_known_ones(name: str, tmp_path: Path) -> None:
    with pytest.raises(UnknownLayout) as caught:
        layout_path(name, tmp_path)
    assert "»standard«" in str(caught.value)


@pytest.mark.parametrize(
    ("wrong", "right", "said"),
    [
        ('linje = "{nanv}"', 'linje = "{navn}"', "Pladsholderen {nanv} findes ikke her. Her kan bruges: {email}"),
        ('overskrift = "{nr. {titel}"', 'overskrift = "{nr}. {titel}"', "står alene"),
        ('"beslutningen"', '"beslutning"', "»beslutningen« kendes ikke. Mente du »beslutning«?"),
        ('"beslutning", ', "", "Mindst ét afsnit skal indeholde »beslutning«."),
        ('"gæster", "beslutning"', '"beslutning"', "»gæster« hører til under »deltagere.afsnit«"),
        ('"afsnit", "beslutning"', '"beslutning"', "»afsnit« skal stå alene"),
        ('liste = "streger"', 'liste = "sætning"', "»streger« kendes ikke."),
        ("liste = 3", 'liste = "sætning"', "Her skal stå en tekst"),
        ('liste = "tal", form = "{navn}"', 'liste = "sætning"', "Pladsholderen {navn} findes ikke her."),
    ],
)
def test_what_is_wrong_is_told_in_danish(write: Write, wrong: str, right: str, said: str) -> None:
    replaced = SMALL.replace(right or wrong, wrong if right else "")
    assert replaced != SMALL
    assert said in fault(write(replaced))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[datoer]\nlang = ""\n', "datomønster"),
        ('[datoer]\nklokkeslaet = "hh:mm"\n', "mønster for klokkeslæt"),
        ('[udseende]\nfarve = "blå"\n', "seks hexadecimale cifre"),
        ("[udseende]\nstoerrelse = 1000\n", "96"),
        ('[saetninger]\nforlod = "gik kl. {tid}"\n', "Pladsholderen {tid} findes ikke her. Her kan bruges: {kl}."),
        ('[formler.typer]\nhurra = "x"\n', "»hurra« kendes ikke."),
        ('[[aabning.fakta]]\nsom = "tabel"\ndele = [{ navn = "x", tekst = "y" }]\n', "»tabel« kendes ikke."),
        ("[[aabning.fakta]]\ndele = []\n", "mindst"),
        ("[udseende]\nskriftt = 1\n", "Mente du »skrift«?"),
    ],
)
def test_every_table_is_checked(write: Write, text: str, said: str) -> None:
    assert said in fault(write(SMALL + text))


def test_an_empty_sentence_turns_it_off(write: Write) -> None:
    assert read_layout(write(SMALL + '[saetninger]\ngaester = ""\n')).wording.guests == ""


def test_numbers_may_have_a_decimal_point_or_not(write: Write) -> None:
    look = read_layout(write(SMALL + "[udseende]\nstoerrelse = 10.5\nlinjeafstand = 1\n")).look
    assert (look.body_size, look.line_spacing) == (10.5, 1)
