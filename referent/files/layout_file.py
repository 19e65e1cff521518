"""House styles from their TOML files.

`load_layout("vest")` gives a built-in one, `load_layout("vores.toml", beside=folder)` a body's own. A name that is
neither raises `UnknownLayout`, and the caller warns and uses `standard`; a faulty file raises `FileFaults`.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from referent import file_texts
from referent.files.layout_schema import (
    ActionTableShape,
    AgendaFormShape,
    FormulasShape,
    ItemsShape,
    LayoutShape,
    LookShape,
    OpeningShape,
    PeopleShape,
    PieceShape,
    SectionShape,
    SignatureShape,
    WordingShape,
)
from referent.files.shape import load, one_of
from referent.files.words import KINDS
from referent.minutes.blocks import Look
from referent.minutes.edition_forms import ActionTable, AgendaForm, Column, SignatureForm
from referent.minutes.layout import (
    Fact,
    FactGroup,
    ItemForm,
    Layout,
    Opening,
    PeopleForm,
    Piece,
    Section,
)
from referent.minutes.wording import Dates, Formulas, Wording

STANDARD = "standard"
BUILT_IN = Path(__file__).parent.parent / "layouts"


class UnknownLayout(Exception):  # noqa: N818 - named after what it tells
    """No house style has this name. `str()` gives the Danish message."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name

    def __str__(self) -> str:
        known = ", ".join(f"»{each}«" for each in layout_names())
        return file_texts.LAYOUT_FAULTS["unknown_layout"].format(name=self.name, known=known)


def layout_names() -> tuple[str, ...]:
    """The built-in house styles, `standard` first."""
    names = sorted(path.stem for path in BUILT_IN.glob("*.toml"))
    return tuple(sorted(names, key=lambda name: name != STANDARD))


def layout_path(name_or_path: str, beside: Path | None) -> Path:
    """The file of a house style: a built-in one by its name, else a path, relative ones as seen from `beside`."""
    if name_or_path in layout_names():
        return BUILT_IN / f"{name_or_path}.toml"
    path = Path(name_or_path) if beside is None else beside / name_or_path
    if path.suffix.casefold() != ".toml" or not _is_file(path):
        raise UnknownLayout(name_or_path)
    return path


def load_layout(name_or_path: str, beside: Path | None = None) -> Layout:
    """The house style of that name or in that file. Raises `UnknownLayout` or `FileFaults`."""
    path = layout_path(name_or_path, beside)
    return _built_in(path) if path.parent == BUILT_IN else read_layout(path)


def read_layout(path: Path) -> Layout:
    """The house style in the file at `path`. Raises `FileFaults`."""
    shape, _ = load(path, LayoutShape)
    return Layout(
        name=path.stem,
        description=shape.beskrivelse,
        opening=_opening(shape.aabning),
        items=_items(shape.punkter),
        people=_people(shape.deltagere),
        dates=Dates(
            short=shape.datoer.kort,
            long=shape.datoer.lang,
            clock=shape.datoer.klokkeslaet,
            clock_in_text=shape.datoer.klokkeslaet_i_tekst,
        ),
        wording=_wording(shape.saetninger),
        formulas=_formulas(shape.formler),
        closing=tuple(shape.slutning),
        actions=_action_table(shape.opgaveliste),
        signatures=_signatures(shape.underskrifter),
        agenda=_agenda(shape.dagsorden),
        draft=shape.kladde,
        header=shape.sidehoved,
        footer=shape.sidefod,
        look=_look(shape.udseende),
    )


@lru_cache(maxsize=16)
def _built_in(path: Path) -> Layout:
    return read_layout(path)


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # a name that is too long, or holds what no name may
        return False


def _opening(shape: OpeningShape) -> Opening:
    return Opening(
        title=shape.titel,
        extract_title=shape.titel_udskrift,
        document_title=shape.dokumenttitel,
        subtitle=shape.undertitel,
        facts=tuple(
            FactGroup(tuple(Fact(fact.navn, fact.tekst) for fact in group.dele), group.som) for group in shape.fakta
        ),
        is_cover=shape.forside,
        contents_title=shape.indholdsfortegnelse,
        contents_from=shape.indholdsfortegnelse_fra,
    )


def _items(shape: ItemsShape) -> ItemForm:
    return ItemForm(
        heading=shape.overskrift,
        contents_title=shape.i_indholdsfortegnelsen,
        contents_put_off=shape.i_indholdsfortegnelsen_udsat,
        contents_withdrawn=shape.i_indholdsfortegnelsen_udgaaet,
        added_numbers=shape.nye_punkter,
        own_page=shape.ny_side,
        references=tuple(shape.henvisninger),
        sections=tuple(_section(section) for section in shape.afsnit),
        put_off=shape.udsat,
        withdrawn=shape.udgaaet,
        break_style=shape.pause_som,
        break_form=shape.pause,
        open_word=shape.aaben,
        closed_word=shape.lukket,
    )


def _people(shape: PeopleShape) -> PeopleForm:
    return PeopleForm(
        line=shape.linje,
        vacant=shape.vakant,
        group_label=shape.gruppe,
        no_group=shape.uden_gruppe,
        added_group=shape.tilkomne,
        group_marks=tuple(shape.maerker.items()),
        guest=shape.gaest,
        heading_without_item=shape.overskrift_uden_punkt,
        sections=tuple(_section(section) for section in shape.afsnit),
        invited=PeopleForm().invited if shape.inviterede is None else tuple(map(_section, shape.inviterede)),
    )


def _section(shape: SectionShape) -> Section:
    return Section(
        pieces=tuple(_piece(piece) for piece in shape.dele),
        heading=shape.overskrift,
        heading_style=shape.overskrift_som,
        upper_case=shape.versaler,
        heading_beside=tuple(shape.kun_ved),
    )


def _piece(shape: PieceShape) -> Piece:
    return Piece(
        content=shape.del_,
        label=shape.etiket,
        form=shape.form,
        style=shape.liste,
        who=tuple(shape.hvem),
        by_group=shape.grupper,
        leave_out_groups=tuple(shape.uden_grupper),
    )


def _wording(shape: WordingShape) -> Wording:
    return Wording(
        arrived=shape.ankom,
        returned=shape.kom_tilbage,
        left=shape.forlod,
        during=shape.under,
        after=shape.efter,
        took_part=shape.deltog,
        took_part_partly=shape.deltog_delvis,
        partly=shape.delvis,
        missed=shape.deltog_ikke,
        missed_partly=shape.og_kun_delvis,
        only_partly=shape.deltog_kun_delvis,
        outside=shape.ude,
        recused=shape.inhabil,
        cleared=shape.ikke_inhabil,
        substitute=shape.suppleant,
        no_show=shape.udeblev,
        guests=shape.gaester,
        order=shape.raekkefoelge,
        order_first=shape.raekkefoelge_foerst,
        together=shape.sammen_med,
        votes_for=shape.stemte_for,
        votes_against=shape.stemte_imod,
        abstained=shape.undlod,
        carried=shape.vedtaget,
        unanimous=shape.enstemmigt,
        rejected=shape.forkastet,
        tied=shape.stemmelighed,
        action=shape.opgave,
    )


def _formulas(shape: FormulasShape) -> Formulas:
    kind_of = one_of(KINDS)
    return Formulas(
        by_kind=tuple((kind_of(kind).value, formula) for kind, formula in shape.typer.items()),
        by_verb=tuple((" ".join(verb.casefold().split()), formula) for verb, formula in shape.verber.items()),
        recommended=shape.indstilling,
        numbered=shape.nummereret,
        several=shape.flere,
        together_first=shape.flere_foerst,
        others=tuple(shape.andre),
    )


def _action_table(shape: ActionTableShape) -> ActionTable:
    return ActionTable(shape.overskrift, tuple(Column(column.navn, column.tekst) for column in shape.kolonner))


def _signatures(shape: SignatureShape) -> SignatureForm:
    return SignatureForm(shape.hvornaar, shape.overskrift, shape.linje, tuple(shape.uden_grupper))


def _agenda(shape: AgendaFormShape) -> AgendaForm:
    return AgendaForm(shape.titel, tuple(shape.henvisninger))


def _look(shape: LookShape) -> Look:
    return Look(
        body_font=shape.skrift,
        heading_font=shape.overskriftsskrift,
        body_size=shape.stoerrelse,
        title_size=shape.titel_stoerrelse,
        heading_sizes=tuple(shape.overskrift_stoerrelser),
        heading_colour=shape.farve.upper(),
        line_spacing=shape.linjeafstand,
        paragraph_gap=shape.afsnitsafstand,
        margin_top=shape.margen_top,
        margin_bottom=shape.margen_bund,
        margin_left=shape.margen_venstre,
        margin_right=shape.margen_hoejre,
    )
