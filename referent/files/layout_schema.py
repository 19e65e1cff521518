"""Every key of a house style file. What each means is told in `layouts/standard.toml`, beside its value, which is also
what holds where the key is left out.
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from referent.files.layout_values import (
    ActionText,
    ClockPattern,
    Colour,
    DatePattern,
    FormulaText,
    GroupText,
    GuestText,
    ItemText,
    MeetingText,
    Millimetres,
    PageText,
    PersonText,
    Points,
    SectionText,
    template_with,
    wrong_layout,
)
from referent.files.layout_words import (
    ADDED_NUMBERS,
    BREAK_STYLES,
    CONTENTS,
    FACT_STYLES,
    HEADING_STYLES,
    LIST_STYLES,
    SIGN_WHEN,
    WHO,
)
from referent.files.shape import Shape, one_of
from referent.files.words import KINDS
from referent.minutes import placeholders
from referent.minutes.edition_forms import ActionTable, AgendaForm, SignatureForm, SignWhen
from referent.minutes.layout import (
    AddedNumbers,
    BreakStyle,
    Content,
    FactStyle,
    HeadingStyle,
    ItemForm,
    ListStyle,
    Opening,
    Who,
)
from referent.minutes.template import check
from referent.minutes.wording import Wording

_LINE_FORMS = {
    Content.PEOPLE: placeholders.PERSON,
    Content.ATTACHMENTS: placeholders.ATTACHMENT,
    Content.ACTIONS: placeholders.ACTION,
    Content.GUESTS: placeholders.GUEST,
    Content.LINE: placeholders.ITEM | placeholders.MEETING,
}


def _content_alone(value: Any) -> Any:
    """A piece may be written as the bare word of its content."""
    return {"del": value} if isinstance(value, str) else value


Words = dict[str, str]
USUAL = Wording()
USUAL_OPENING = Opening()
USUAL_ITEMS = ItemForm()
USUAL_SIGNATURES = SignatureForm()
USUAL_AGENDA = AgendaForm()


class PieceShape(Shape):
    del_: Annotated[Content, BeforeValidator(one_of(CONTENTS))] = Field(alias="del")
    etiket: str = ""
    form: str = ""
    liste: Annotated[ListStyle, BeforeValidator(one_of(LIST_STYLES))] | None = None
    hvem: list[Annotated[Who, BeforeValidator(one_of(WHO))]] = []
    grupper: bool = False
    uden_grupper: list[str] = []

    @model_validator(mode="after")
    def _form_fits(self) -> PieceShape:
        check(self.form, _LINE_FORMS.get(self.del_, frozenset()))
        return self


class SectionShape(Shape):
    overskrift: SectionText = ""
    overskrift_som: Annotated[HeadingStyle, BeforeValidator(one_of(HEADING_STYLES))] = HeadingStyle.HEADING
    versaler: bool = False
    kun_ved: list[Annotated[Content, BeforeValidator(one_of(CONTENTS))]] = []
    dele: list[Annotated[PieceShape, BeforeValidator(_content_alone)]] = Field(min_length=1, max_length=50)

    @model_validator(mode="after")
    def _own_sections_stand_alone(self) -> SectionShape:
        if len(self.dele) > 1 and any(piece.del_ is Content.OWN_SECTIONS for piece in self.dele):
            raise wrong_layout("own_sections_alone")
        return self


class FactShape(Shape):
    navn: str
    tekst: MeetingText


class FactGroupShape(Shape):
    som: Annotated[FactStyle, BeforeValidator(one_of(FACT_STYLES))] = FactStyle.LINES
    dele: list[FactShape] = Field(min_length=1, max_length=50)


class OpeningShape(Shape):
    titel: MeetingText = "Referat: {emne} d. {dato}"
    titel_udskrift: Annotated[str, template_with(placeholders.EXTRACT)] = USUAL_OPENING.extract_title
    dokumenttitel: MeetingText = ""
    undertitel: MeetingText = ""
    fakta: list[FactGroupShape] = Field(default=[], max_length=50)
    forside: bool = False
    indholdsfortegnelse: str = "Indhold"
    indholdsfortegnelse_fra: int = Field(default=20, ge=0)


class ItemsShape(Shape):
    overskrift: ItemText
    i_indholdsfortegnelsen: ItemText
    i_indholdsfortegnelsen_udsat: str = USUAL_ITEMS.contents_put_off
    i_indholdsfortegnelsen_udgaaet: str = USUAL_ITEMS.contents_withdrawn
    nye_punkter: Annotated[AddedNumbers, BeforeValidator(one_of(ADDED_NUMBERS))] = USUAL_ITEMS.added_numbers
    ny_side: bool = False
    henvisninger: list[ItemText] = []
    udsat: str = "Udsat."
    udgaaet: str = "Punktet udgår."
    pause_som: Annotated[BreakStyle, BeforeValidator(one_of(BREAK_STYLES))] = BreakStyle.LINE
    pause: ItemText = "{titel}[, kl. {tid}]"
    aaben: str = "Åben"
    lukket: str = "Lukket"
    afsnit: list[SectionShape] = Field(min_length=1, max_length=50)

    @model_validator(mode="after")
    def _the_decision_is_printed_and_the_whole_meetings_people_are_not(self) -> ItemsShape:
        printed = [piece.del_ for section in self.afsnit for piece in section.dele]
        if Content.DECISION not in printed:
            raise wrong_layout("no_decision")
        for word in ("deltagelse", "gæster", "rækkefølge"):
            if CONTENTS[word] in printed:
                raise wrong_layout("only_in_attendance", content=word)
        return self


class PeopleShape(Shape):
    linje: PersonText
    vakant: PersonText = "Vakant[ – {titel}][, {organisation}]"
    gruppe: GroupText = "{gruppe}:"
    uden_gruppe: str = "Øvrige"
    tilkomne: str = "Gæster"
    maerker: Words = {}
    gaest: GuestText = "{navn}[, {titel}]"
    overskrift_uden_punkt: str = "Deltagere"
    afsnit: list[SectionShape] = Field(default=[], max_length=50)
    inviterede: list[SectionShape] | None = Field(default=None, max_length=50)


class DatesShape(Shape):
    kort: DatePattern = "dd-MM-yyyy"
    lang: DatePattern = "EEEE 'den' d. MMMM yyyy"
    klokkeslaet: ClockPattern = "HH.mm"
    klokkeslaet_i_tekst: ClockPattern = "HH.mm"


def _sentence(wording_field: str) -> AfterValidator:
    return template_with(placeholders.WORDING[wording_field])


class WordingShape(Shape):
    """Each key left out keeps the usual sentence."""

    ankom: Annotated[str, _sentence("arrived")] = USUAL.arrived
    kom_tilbage: Annotated[str, _sentence("returned")] = USUAL.returned
    forlod: Annotated[str, _sentence("left")] = USUAL.left
    under: Annotated[str, _sentence("during")] = USUAL.during
    efter: Annotated[str, _sentence("after")] = USUAL.after
    deltog: Annotated[str, _sentence("took_part")] = USUAL.took_part
    deltog_delvis: Annotated[str, _sentence("took_part_partly")] = USUAL.took_part_partly
    delvis: Annotated[str, _sentence("partly")] = USUAL.partly
    deltog_ikke: Annotated[str, _sentence("missed")] = USUAL.missed
    og_kun_delvis: Annotated[str, _sentence("missed_partly")] = USUAL.missed_partly
    deltog_kun_delvis: Annotated[str, _sentence("only_partly")] = USUAL.only_partly
    ude: Annotated[str, _sentence("outside")] = USUAL.outside
    inhabil: Annotated[str, _sentence("recused")] = USUAL.recused
    ikke_inhabil: Annotated[str, _sentence("cleared")] = USUAL.cleared
    suppleant: Annotated[str, _sentence("substitute")] = USUAL.substitute
    udeblev: Annotated[str, _sentence("no_show")] = USUAL.no_show
    gaester: Annotated[str, _sentence("guests")] = USUAL.guests
    raekkefoelge: Annotated[str, _sentence("order")] = USUAL.order
    raekkefoelge_foerst: Annotated[str, _sentence("order_first")] = USUAL.order_first
    sammen_med: Annotated[str, _sentence("together")] = USUAL.together
    stemte_for: Annotated[str, _sentence("votes_for")] = USUAL.votes_for
    stemte_imod: Annotated[str, _sentence("votes_against")] = USUAL.votes_against
    undlod: Annotated[str, _sentence("abstained")] = USUAL.abstained
    vedtaget: Annotated[str, _sentence("carried")] = USUAL.carried
    enstemmigt: Annotated[str, _sentence("unanimous")] = USUAL.unanimous
    forkastet: Annotated[str, _sentence("rejected")] = USUAL.rejected
    stemmelighed: Annotated[str, _sentence("tied")] = USUAL.tied
    opgave: Annotated[str, _sentence("action")] = USUAL.action


class FormulasShape(Shape):
    typer: dict[str, str] = {}
    verber: Words = {}
    indstilling: str = ""
    nummereret: FormulaText = "ad. {nr}: {formel}"
    flere: str = "Indstillingerne blev tiltrådt."
    flere_foerst: bool = False
    andre: list[str] = []

    @model_validator(mode="after")
    def _known_kinds(self) -> FormulasShape:
        for kind in self.typer:
            one_of(KINDS)(kind)
        return self


class LookShape(Shape):
    skrift: str = Field(default="Calibri", min_length=1, max_length=60)
    overskriftsskrift: str = Field(default="Calibri", min_length=1, max_length=60)
    stoerrelse: Points = 11
    titel_stoerrelse: Points = 22
    overskrift_stoerrelser: list[Points] = Field(default=[16, 13, 11.5, 11], min_length=1, max_length=6)
    farve: Colour = "1F3864"
    linjeafstand: float = Field(default=1.1, ge=0.8, le=3)
    afsnitsafstand: float = Field(default=6, ge=0, le=48)
    margen_top: Millimetres = 25
    margen_bund: Millimetres = 22
    margen_venstre: Millimetres = 25
    margen_hoejre: Millimetres = 25


class ColumnShape(Shape):
    navn: str = Field(min_length=1)
    tekst: ActionText


class ActionTableShape(Shape):
    overskrift: str = ""
    kolonner: list[ColumnShape] = Field(
        default=[ColumnShape(navn=column.heading, tekst=column.form) for column in ActionTable().columns],
        min_length=1,
        max_length=10,
    )


class SignatureShape(Shape):
    hvornaar: Annotated[SignWhen, BeforeValidator(one_of(SIGN_WHEN))] = USUAL_SIGNATURES.when
    overskrift: str = Field(default=USUAL_SIGNATURES.heading, min_length=1)
    linje: PersonText = USUAL_SIGNATURES.line
    uden_grupper: list[str] = list(USUAL_SIGNATURES.leave_out_groups)


class AgendaFormShape(Shape):
    titel: MeetingText = USUAL_AGENDA.title
    henvisninger: list[ItemText] = list(USUAL_AGENDA.references)


class LayoutShape(Shape):
    beskrivelse: str = ""
    sidehoved: PageText = ""
    sidefod: PageText = "Side {side} af {sider}"
    kladde: str = Field(default="UDKAST", max_length=40)
    slutning: list[MeetingText] = []
    opgaveliste: ActionTableShape = ActionTableShape()
    underskrifter: SignatureShape = SignatureShape()
    dagsorden: AgendaFormShape = AgendaFormShape()
    datoer: DatesShape = DatesShape()
    aabning: OpeningShape = OpeningShape()
    punkter: ItemsShape
    deltagere: PeopleShape
    saetninger: WordingShape = WordingShape()
    formler: FormulasShape = FormulasShape()
    udseende: LookShape = LookShape()
