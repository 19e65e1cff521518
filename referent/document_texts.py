"""The Danish texts about documents: templates, what keeps readers out, and the making of a PDF (see `word`)."""

from __future__ import annotations

from collections.abc import Mapping

# A Word document from outside: why it is not opened, whether it is to be checked or to be a body's own template


def _document_faults(document: str, kinds: str) -> dict[str, str]:
    return {
        "too_big": f"{document} fylder mere end {{megabytes}} MB, når den er pakket ud, og åbnes ikke. "
        "Gør billederne mindre.",
        "encrypted": f"{document} er beskyttet med adgangskode. Gem den uden adgangskode.",
        "old_word": f"{document} er i et gammelt format. Åbn den i Word, og gem den som {kinds}.",
        "not_word": f"{document} er ikke et Word-dokument. Vælg en fil af typen {kinds}.",
        "damaged": f"{document} er beskadiget. Åbn den i Word, og gem den igen som {kinds}.",
        "doctype": f"{document} har en DOCTYPE i {{part}}, som ikke hører til i et Word-dokument. "
        "Gem den på ny i Word.",
    }


DOCUMENT_FAULTS = _document_faults("Filen", ".docx")


# A body's own Word template: why it cannot be used, and what to do; and what to know of one that can

TEMPLATE_FAULTS = _document_faults("Skabelonen", ".docx eller .dotx") | {
    "unreadable": "Skabelonen kan ikke læses. {reason}",
    "strict": "Skabelonen er gemt som »Strict Open XML«. Gem den i Word som almindeligt Word-dokument (.docx).",
    "macros": "Skabelonen har makroer. Gem den i Word som .docx eller .dotx uden makroer.",
    "embedded": "Skabelonen har en indlejret fil, et objekt eller et ActiveX-felt ({part}). Slet det, eller sæt det "
    "ind som billede.",
    "attached_template": "Skabelonen er knyttet til en anden skabelon ({target}). Skriv i Word »Normal« under "
    "Udvikler, Dokumentskabelon, og gem den.",
    "external": "Skabelonen henter indhold uden for sig selv ({target}). Sæt det ind i skabelonen i stedet for at "
    "henvise til det.",
    "unsafe_link": "Skabelonen har et link, der hverken er http, https eller mailto ({target}). Slet eller ret det.",
    "unsafe_field": "Skabelonen har feltet {field}, der henter indhold andre steder fra. Erstat det med almindelig "
    "tekst eller et billede (Ctrl+Shift+F9 i Word).",
    "tracked_changes": "Skabelonen har registrerede ændringer. Acceptér eller afvis dem alle under Gennemse i Word, og "
    "gem den.",
}

TEMPLATE_WARNINGS: dict[str, str] = {
    "unknown_placeholder": "Skabelonen: {{{{{name}}}}} er ikke en pladsholder og bliver stående. Kendte: {known}.",
    "contents_elsewhere": "Skabelonen: {{{{indhold}}}} skal stå i et afsnit for sig selv i brødteksten, ikke i en "
    "tabel, et tekstfelt, sidehoved eller sidefod. Referatet er sat sidst i dokumentet.",
    "comments": "Skabelonens kommentarer kommer ikke med i dokumentet.",
}

# A Word document that is checked (`word.accessibility`): what keeps readers out of it

ACCESSIBILITY: dict[str, str] = {
    "no_title": "Dokumentet har ingen titel. Skriv den i Word under Filer, Oplysninger, Titel.",
    "no_language": "Dokumentets sprog er ikke angivet. Vælg det i Word under Gennemse, Sprog, Angiv korrektursprog.",
    "no_headings": "Dokumentet har ingen overskrifter. Giv dem typografierne Overskrift 1, Overskrift 2 og så videre.",
    "first_level": "Den første overskrift er på niveau {level}. Giv den typografien Overskrift 1.",
    "skipped_level": "Overskriften er på niveau {level}, men den før er på niveau {before}. Giv den typografien "
    "Overskrift {wanted}.",
    "empty_heading": "Her er en overskrift uden tekst. Slet den, eller skriv teksten.",
    "looks_like_heading": "Afsnittet ligner en overskrift, men er det ikke. Er det en, så giv det en typografi som "
    "Overskrift 2.",
    "typed_list": "{count} linjer i træk begynder med et tastet »{marker}«. Gør dem til en rigtig liste med Words "
    "punkttegn eller nummerering.",
    "no_header_row": "Tabellen har ingen overskriftsrække. Markér den øverste række, og vælg Layout, Gentag "
    "overskriftsrækker.",
    "no_description": "Tabellen har ingen beskrivelse. Skriv den under Tabelegenskaber, Alternativ tekst.",
    "merged_cells": "Tabellen har flettede celler, som kan læses op i forkert rækkefølge. Opdel dem, hvis det kan "
    "lade sig gøre.",
    "nested_table": "Tabellen står inde i en anden tabel. Gør den til en tabel for sig.",
    "empty_row": "Række {row} i tabellen er tom. Slet den.",
    "empty_column": "Kolonne {column} i tabellen er tom. Slet den.",
    "no_alt_text": "Billedet har ingen alternativ tekst. Højreklik på det, og vælg Vis alternativ tekst.",
    "poor_alt_text": "Billedets alternative tekst, »{text}«, siger ikke, hvad det viser. Skriv det i stedet.",
    "low_contrast": "Teksten har farven #{colour} på #{ground}: kontrasten er {ratio}, og den skal mindst være {least} "
    "(afsnit med det: {count}). Vælg farver, der er længere fra hinanden.",
    "colour_alone": "Ord er kun fremhævet med farven #{colour} (afsnit med det: {count}). Gør dem også fede, eller sig "
    "det med ord.",
    "vague_link": "Linket »{text}« siger ikke, hvor det fører hen. Skriv det i linkets tekst.",
    "bare_link": "Linket er en adresse, som ikke kan læses op: »{text}«. Skriv i stedet, hvor det fører hen.",
    "empty_link": "Her er et link uden tekst. Skriv, hvor det fører hen, eller fjern det.",
    "empty_paragraphs": "{count} tomme afsnit i træk. Slet dem, og lav luften med afstand før eller efter afsnittet.",
    "empty_paragraph": "Tomt afsnit (tomme afsnit, der står alene, i alt: {count}). Slet det, og lav luften med "
    "afstand før eller efter afsnittet.",
}

ACCESSIBILITY_PLACES: dict[str, str] = {
    "heading_and_text": "Under »{heading}«, ved »{excerpt}«: ",
    "heading": "Under »{heading}«, afsnit {number}: ",
    "text": "Ved »{excerpt}«: ",
    "number": "Afsnit {number}: ",
}


def accessibility(code: str, values: Mapping[str, object]) -> str:
    """What is wrong in a document and what to do, in Danish; `code` is a key of `ACCESSIBILITY`."""
    with_commas = {name: f"{one}".replace(".", ",") if isinstance(one, float) else one for name, one in values.items()}
    return ACCESSIBILITY[code].format_map(with_commas)


def accessibility_place(heading: str, excerpt: str, number: int) -> str:
    """Where in the document it is, to stand before what is wrong; empty for the document as a whole."""
    if heading and excerpt and heading != excerpt:
        form = "heading_and_text"
    elif excerpt:
        form = "text"
    elif number:
        form = "heading" if heading else "number"
    else:
        return ""
    return ACCESSIBILITY_PLACES[form].format(heading=heading, excerpt=excerpt, number=number)


# LibreOffice, which makes the PDF (see `word.office`)

OFFICE_ERRORS: dict[str, str] = {
    "no_office": "LibreOffice findes ikke på denne computer, og uden det kan referatet ikke gemmes som PDF. Hent det "
    "på libreoffice.org, eller gem Word-dokumentet som PDF fra Word.",
    "cannot_run": "LibreOffice kunne ikke bruges. {reason}",
    "too_slow": "LibreOffice blev ikke færdigt på {seconds} sekunder og er standset. Prøv igen, eller gem "
    "Word-dokumentet som PDF fra Word.",
    "no_pdf": "LibreOffice kunne ikke lave PDF-filen. Prøv igen, eller gem Word-dokumentet som PDF fra Word.",
}
