"""An agenda file in, an `Agenda` out; or every fault in it at once."""

from __future__ import annotations

from pathlib import Path

from referent.domain.agenda import (
    Agenda,
    AgendaItem,
    Attachment,
    Invitee,
    ItemKind,
    Participant,
    Section,
    Slot,
)
from referent.files.agenda_schema import AgendaShape, ItemShape, ParticipantShape
from referent.files.shape import check
from referent.files.toml_source import Source, read_source

DEFAULT_LAYOUT = "standard"


def read_agenda(path: Path) -> Agenda:
    """The agenda at `path`. Raises `FileFaults`."""
    return load_agenda(path)[0]


def load_agenda(path: Path) -> tuple[Agenda, Source]:
    """The agenda at `path`, and where things stand in the file. Raises `FileFaults`."""
    source = read_source(path)
    return agenda_in(source), source


def agenda_in(source: Source) -> Agenda:
    """The agenda that a file holds. Raises `FileFaults`."""
    return _agenda(check(AgendaShape, source.data, source))


def _agenda(shape: AgendaShape) -> Agenda:
    return Agenda(
        body=shape.udvalg,
        date=shape.dato,
        title=shape.titel,
        start=shape.start,
        end=shape.slut,
        place=shape.sted,
        chair=shape.ordstyrer,
        minute_takers=tuple(name for name in shape.referent if name),
        case_number=shape.sagsnummer,
        layout=shape.layout or DEFAULT_LAYOUT,
        template=shape.skabelon,
        profile=shape.profil,
        participants=tuple(_participant(person, position) for position, person in enumerate(shape.deltagere, 1)),
        items=_items(shape),
    )


def _participant(shape: ParticipantShape, position: int) -> Participant:
    return Participant(
        id=f"d{position}",
        name=shape.navn,
        title=shape.titel,
        organisation=shape.organisation,
        email=shape.email,
        group=shape.gruppe,
        role=shape.rolle,
        party=shape.parti,
        may_vote=shape.stemmeret,
        sent_apologies=shape.afbud,
        is_vacant=shape.vakant,
        substitute_for=shape.suppleant_for,
        note=shape.note,
    )


def _items(shape: AgendaShape) -> tuple[AgendaItem, ...]:
    items = []
    number = shape.nummer_fra
    for position, item in enumerate(shape.punkter, 1):
        is_numbered = item.type is not ItemKind.BREAK and not item.unummereret
        items.append(_item(item, f"p{position}", number if is_numbered else None, shape.sagsnummer))
        number += is_numbered
    return tuple(items)


def _item(shape: ItemShape, item_id: str, number: int | None, case_number: str) -> AgendaItem:
    return AgendaItem(
        id=item_id,
        title=shape.titel,
        number=number,
        kind=shape.type,
        slot=Slot(shape.varighed) if shape.varighed is not None else shape.tid,
        is_closed_item=shape.lukket,
        closed_title=shape.titel_lukket,
        case_number=shape.sagsnummer or case_number,
        document_number=shape.dokumentnummer,
        introduced_by=shape.indleder,
        invitees=tuple(Invitee(guest.navn, guest.titel) for guest in shape.inviterede),
        summary=shape.resume,
        case=shape.sagsfremstilling,
        recommendation=shape.indstilling,
        sections=tuple(Section(section.overskrift, section.tekst) for section in shape.afsnit),
        attachments=tuple(
            Attachment(attached.titel, attached.dokumentnummer, attached.sagsnummer, attached.fil)
            for attached in shape.bilag
        ),
    )
