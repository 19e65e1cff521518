"""Every Danish text of messages and screens, at the bottom of the house: it imports nothing of ours."""

from __future__ import annotations

import errno
from collections.abc import Mapping

ERRORS: dict[str, str] = {
    "unknown_action": "Opgaven findes ikke længere.",
    "unknown_item": "Punktet findes ikke længere.",
    "unknown_person": "Personen findes ikke længere.",
    "already_running": "Punktet er allerede i gang.",
    "not_started": "Mødet er ikke begyndt endnu. Ctrl+N åbner det.",
    "meeting_closed": "Mødet er hævet.",
    "together_with_itself": "Et punkt kan ikke behandles sammen med sig selv.",
    "no_title": "Et punkt skal have en titel.",
    "no_name": "En deltager skal have et navn.",
    "vacant_seat": "Pladsen er vakant og kan hverken være til stede eller fraværende.",
    "already_present": "{name} er allerede til stede.",
    "not_present": "{name} er ikke til stede.",
    "item_has_text": "Det kan ikke fortrydes: der er skrevet tekst i det nye punkt. Slet teksten først.",
    "look_only": "Her kan mødet kun ses, for det er åbent et andet sted.",
    "nothing_to_undo": "Der er ikke noget at fortryde.",
    # Of a correction that cannot be
    "not_a_clock_time": "Klokkeslættet kan ikke læses. Skriv det som 10.10.",
    "no_such_item": "Der er intet punkt »{typed}«, eller flere. Skriv nummeret eller begyndelsen af titlen.",
    "unknown_movement": "Tidspunktet findes ikke længere.",
    "arrived_twice": "Så ville {name} komme to gange ({first} og {second}) uden at gå imellem.",
    "left_twice": "Så ville {name} gå to gange ({first} og {second}) uden at komme tilbage imellem.",
    "in_the_future": "Klokken er ikke {time} endnu.",
    "after_the_meeting": "Mødet blev hævet kl. {time}.",
    "before_the_meeting": "Kl. {time} ligger for langt fra mødets begyndelse.",
    # Of an edition that cannot be made
    "agenda_of_one_item": "En dagsorden er for hele mødet. Vælg enten dagsorden eller ét punkt.",
    "no_such_number": "Der er intet punkt {number}. Punkterne har nummer {first} til {last}.",
    "no_numbered_items": "Der er intet punkt {number}: ingen af punkterne har et nummer.",
}


def error(code: str, values: Mapping[str, object]) -> str:
    """The Danish message for an error of the core; `code` is a key of `ERRORS`."""
    return ERRORS[code].format_map(dict(values))


# Votes: what does not add up (see `domain.voting`)

VOTE_FAULTS: dict[str, str] = {
    "voter_unknown": "»{name}« står ikke på listen over deltagere.",
    "party_absent": "Ingen fra {name} kan stemme ved punktet.",
    "voter_absent": "{name} var ikke til stede ved punktet.",
    "voter_recused": "{name} var inhabil ved punktet.",
    "voter_without_vote": "{name} har ikke stemmeret.",
    "voted_twice": "{name} står to steder i afstemningen.",
    "votes_too_many": "Der er noteret {cast} stemmer, men kun {entitled} kan stemme.",
    "votes_too_few": "Der er noteret {cast} af {entitled} stemmer.",
    "nobody_outvoted": "Ingen blev nedstemt, så ingen har en mindretalsudtalelse.",
    "dissent_not_outvoted": "{name} blev ikke nedstemt og har ingen mindretalsudtalelse.",
    "dissent_of_abstainer": "{name} undlod at stemme; det kan noteres, men er ingen mindretalsudtalelse.",
}


def vote_fault(code: str, values: Mapping[str, object]) -> str:
    """In Danish what is wrong with a vote; `code` is a key of `VOTE_FAULTS`."""
    return VOTE_FAULTS[code].format_map(dict(values))


# Files: what is wrong with an agenda, a record, a house style or a keymap, and what to write instead (see `files`)

FILE_FAULTS: dict[str, str] = {
    # Reading the file at all
    "no_file": "Filen findes ikke.",
    "record_empty": "Referatfilen er tom, men det har den ikke altid været.",
    "record_history": "En læsbar udgave fra {time} er gemt; »referent historik« viser og henter den.",
    "not_a_file": "Det er ikke en almindelig fil.",
    "unreadable": "Filen kan ikke læses. {reason}",
    "too_big": "Filen fylder mere end {megabytes} MB og læses ikke.",
    "utf16": "Filen er gemt som UTF-16 (linje {line}, kolonne {column}). Gem den som UTF-8: i Notesblok vælges "
    "»Gem som« og Kodning »UTF-8«.",
    "windows1252": "Filen er ikke gemt som UTF-8: linje {line}, kolonne {column} er formentlig »{character}« i "
    "Windows-1252. Gem filen som UTF-8: i Notesblok vælges »Gem som« og Kodning »UTF-8«.",
    "not_utf8": "Filen er ikke gemt som UTF-8: tegnet i linje {line}, kolonne {column} kan ikke læses. Gem filen som "
    "UTF-8: i Notesblok vælges »Gem som« og Kodning »UTF-8«.",
    "key_too_long": "Nøglen har {parts} led med punktum imellem; der må højst være {most}.",
    "too_deep": "Filen er for dybt indlejret til at kunne læses.",
    # Where TOML cannot be read
    "toml_place": " (linje {line}, kolonne {column})",
    "quote_value": 'Sæt værdien i anførselstegn: {key} = "{value}" (linje {line}, kolonne {column})',
    "toml_statement": "Linjen kan ikke læses. Her skal stå »nøgle = værdi«, [tabel] eller en kommentar med #.",
    "toml_after_value": "Der står mere efter værdien. Mangler teksten anførselstegn, eller står to nøgler på "
    "samme linje?",
    "toml_character": "Her står et tegn, som ikke må stå der. Tekst over flere linjer skal stå mellem tre "
    'anførselstegn: """…""".',
    "toml_old_line_end": "Linjen slutter med et gammelt linjeskift (kun CR). Gem filen med almindelige linjeskift.",
    "toml_invisible": "Her står et usynligt tegn ({character}), som ikke må stå der. Slet det, og skriv et almindeligt "
    "mellemrum, hvis der skal være et.",
    "toml_open_text": "En tekst er begyndt, men mangler sine afsluttende anførselstegn.",
    "toml_table_twice": "Tabellen er skrevet to gange. En liste af flere skrives med dobbelte klammer, fx [[punkter]].",
    "toml_key_twice": "Nøglen står to gange samme sted. Slet den ene.",
    "toml_table_clash": "Tabellen er allerede skrevet på en anden måde og kan ikke udvides her.",
    "toml_table_end": "Tabellens navn mangler sin afsluttende klamme, fx [[punkter]].",
    "toml_equals": "Efter nøglen skal der stå et lighedstegn.",
    "toml_key": "Her skal stå en nøgle. En nøgle med æ, ø, å eller mellemrum skal stå i anførselstegn.",
    "toml_value": "Værdien kan ikke læses. Tekst skal stå i anførselstegn.",
    "toml_open_array": "En liste er begyndt med [, men mangler komma eller den afsluttende ].",
    "toml_open_inline": "En tabel er begyndt med {{, men mangler komma eller den afsluttende }} på samme linje.",
    "toml_backslash": "En omvendt skråstreg betyder noget særligt i tekst. Skriv to (\\\\), eller sæt teksten i "
    "enkelte anførselstegn.",
    "toml_date": "Datoen eller klokkeslættet findes ikke.",
    "toml_other": "Filen er ikke gyldig TOML.",
    # The shape of any file
    "unknown_key": "Ukendt nøgle »{key}«.{hint}",
    "did_you_mean": " Mente du »{word}«?",
    "known_keys": " Her må stå: {known}.",
    "unknown_word": "»{word}« kendes ikke.{hint} Vælg mellem {known}.",
    "one_of": "Vælg mellem {known}.",
    "more_faults": "… og {count} fejl mere.",
    "wrong_value": "Værdien kan ikke bruges her.",
    "not_text": "Her skal stå en tekst i anførselstegn.",
    "empty_text": "Her skal stå en tekst; den er tom.",
    "pydantic_missing": "Mangler.",
    "pydantic_string_type": "Her skal stå en tekst i anførselstegn.",
    "pydantic_string_too_short": "Teksten skal have mindst {min_length} tegn.",
    "pydantic_string_too_long": "Teksten må højst have {max_length} tegn.",
    "pydantic_string_pattern_mismatch": "Teksten har ikke den rette form.",
    "pydantic_int_type": "Her skal stå et helt tal uden anførselstegn.",
    "pydantic_int_from_float": "Her skal stå et helt tal.",
    "pydantic_int_parsing_size": "Tallet er for stort.",
    "pydantic_float_type": "Her skal stå et tal uden anførselstegn, med punktum før decimalerne.",
    "pydantic_finite_number": "Her skal stå et almindeligt tal.",
    "pydantic_bool_type": "Her skal stå true eller false uden anførselstegn.",
    "pydantic_list_type": 'Her skal stå en liste, fx ["…", "…"], eller flere [[…]].',
    "pydantic_tuple_type": 'Her skal stå en liste, fx ["…", "…"].',
    "pydantic_dict_type": 'Her skal stå en tabel, fx {{ nøgle = "…" }} eller [tabel].',
    "pydantic_model_type": 'Her skal stå en tabel, fx {{ nøgle = "…" }} eller [tabel].',
    "pydantic_model_attributes_type": 'Her skal stå en tabel, fx {{ nøgle = "…" }} eller [tabel].',
    "pydantic_too_short": "Listen skal have mindst {min_length}.",
    "pydantic_too_long": "Listen må højst have {max_length}.",
    "pydantic_greater_than": "Tallet skal være større end {gt}.",
    "pydantic_greater_than_equal": "Tallet skal være mindst {ge}.",
    "pydantic_less_than": "Tallet skal være mindre end {lt}.",
    "pydantic_less_than_equal": "Tallet må højst være {le}.",
    "pydantic_multiple_of": "Tallet skal kunne deles med {multiple_of}.",
    "pydantic_date_type": "Her skal stå en dato, fx 2025-03-12 uden anførselstegn.",
    "pydantic_time_type": 'Her skal stå et klokkeslæt, fx "14.00".',
    "pydantic_datetime_type": "Her skal stå dato og klokkeslæt, fx 2025-03-12T14:00:00 uden anførselstegn.",
    # Times and dates
    "wrong_time": '»{value}« er ikke et klokkeslæt. Skriv fx "14.00".',
    "bare_time": "{value} er ikke et klokkeslæt: der skal stå to cifre efter punktummet. Skriv det i anførselstegn, fx "
    '"14.30".',
    "wrong_date": '»{value}« er ikke en dato. Skriv fx 2025-03-12 eller "12-03-2025".',
    "wrong_slot": '»{value}« er ikke et tidsrum. Skriv fx "13.15-13.45".',
    "empty_slot": "Tidsrummet »{value}« har ingen længde.",
    "wrong_length": '»{value}« er ikke en længde i minutter. Skriv fx 30 eller "30 min".',
    "length_range": "Længden skal være mellem 1 og 1440 minutter.",
    "wrong_moment": 'Her skal stå dato og klokkeslæt, fx 2025-03-12T14:00:00, eller et klokkeslæt, fx "14.00".',
    "end_before_start": "Sluttiden ligger før starttiden.",
    # The agenda
    "slot_and_length": "Skriv enten tid eller varighed, ikke begge.",
    "text_or_list": "Her skal stå en tekst eller en liste af tekster.",
    "list_of_text_or_tables": "Her skal stå en tekst i anførselstegn eller en tabel.",
    "too_wide": "Teksten må højst have {most} tegn på én linje.",
    # The record
    "no_item": "Mangler punkt eller titel.",
    "wrong_pair": 'Her skal stå et par klokkeslæt, fx ["09.50", "10.20"], eller ét, fx ["09.50"].',
    "wrong_vote": 'Her skal stå et antal, fx 7, eller en liste af navne, fx ["A", "V"].',
    "wrong_reference": "Her skal stå nummeret eller titlen på det punkt, det står efter.",
    "wrong_added": "Her skal stå true eller et nummer fra 1.",
    # The keymap
    "bad_abbreviation": "»{name}« kan ikke være en forkortelse. Brug højst {most} bogstaver og tal uden mellemrum.",
    "abbreviation_twice": "Forkortelsen »{name}« står her to gange; store og små bogstaver gør ingen forskel.",
    "empty_keys": 'Her skal stå en tast, fx "ctrl+n", eller flere med komma imellem.',
}

WARNINGS: dict[str, str] = {
    "substitute_for_nobody": "»{name}« står ikke blandt deltagerne.",
    "overlap": "Begynder kl. {start}, før punktet før slutter kl. {end}.",
    "hole": "Der er {minutes} minutters hul før punktet: punktet før slutter kl. {end}, og dette begynder kl. {start}.",
    "no_slot": "Punktet har ingen tid eller varighed, men det har andre.",
    "too_long": "Punkterne varer {sum} minutter i alt, men mødet kun {length}.",
    "listed_twice": "»{name}« står to gange blandt deltagerne.",
    "empty_section": "Afsnittet er tomt og bliver ikke udskrevet.",
    "unknown_layout": "Husstilen »{name}« findes ikke.{hint} »standard« bruges.",
    "no_template": "Skabelonen »{name}« findes ikke.",
    # Put in the notes of an item when its record names someone who is on no list, so that the referent sees it
    "unknown_recused": "Inhabil, men ikke blandt deltagerne: {name}",
    "unknown_cleared": "Fundet ikke inhabil, men ikke blandt deltagerne: {name}",
    "unknown_outside": "Ude af lokalet, men ikke blandt deltagerne: {name}",
}


# What a house style may be refused for, and what an unfinished set of minutes lacks.

LAYOUT_FAULTS: dict[str, str] = {
    "unknown_placeholder": "Pladsholderen {{{name}}} findes ikke her. Her kan bruges: {known}.",
    "stray_bracket": "»{bracket}« står alene i »{template}«: parenteser skal åbnes og lukkes parvis.",
    "bad_date_pattern": "»{pattern}« er ikke et datomønster. Skriv fx »d. MMMM yyyy«.",
    "bad_clock_pattern": "»{pattern}« er ikke et mønster for klokkeslæt. Skriv fx »HH.mm«.",
    "bad_colour": "»{colour}« er ikke en farve. Skriv seks hexadecimale cifre, fx »1F3864«.",
    "own_sections_alone": "»afsnit« skal stå alene i sit afsnit: hvert af dagsordenens afsnit får sin egen overskrift.",
    "only_in_attendance": "»{content}« hører til under »deltagere.afsnit«: andre punkter har det ikke.",
    "no_decision": "Mindst ét afsnit skal indeholde »beslutning«.",
    "unknown_layout": "Husstilen »{name}« findes ikke. Kendte husstile: {known}.",
}

MISSING: dict[str, str] = {
    "not_started": "Mødet er ikke begyndt.",
    "not_closed": "Mødet er ikke hævet.",
    "item_running": "{item} er stadig i gang.",
    "no_decision": "{item} har ingen beslutning.",
    "discussion_not_printed": "{item}: det, der er skrevet under Referat, kommer ikke med i denne husstil.",
    "open_place": "{item}: i beslutningen står der stadig {place}, hvor der skal skrives noget.",
    "empty_section": "Afsnittet »{section}« er tomt og kommer ikke med ({items}).",
    "no_owner": "{item}: opgaven »{task}« har ingen ansvarlig.",
    "vote": "{item}, afstemning: {fault}",
    "verb_not_answered": "{item}: efter indstillingen skulle noget {verb}, men det siger beslutningen ikke noget om.",
    "near_name": "{item}: »{found}« står på ingen liste. Menes der {name}?",
    "mixed_full_stop": "Beslutningen i {items} slutter med punktum; de fleste andre gør ikke.",
    "mixed_no_full_stop": "Der mangler punktum i beslutningen i {items}; de andre slutter med punktum.",
    "mixed_present_tense": "Beslutningen i {items} står i nutid; de fleste andre i datid.",
    "mixed_past_tense": "Beslutningen i {items} står i datid; de fleste andre i nutid.",
    "unknown_attendance": "{name} er hverken noteret til stede eller fraværende.",
    "present_and_absent": "{name} er noteret både til stede og fraværende.",
    "listed_as_both": "{name} står to gange på listen, som til stede og som fraværende.",
    # What looks sensitive in the text; masked, and {place} is an item or a person
    "cpr": "{place}: her står noget, der ligner et personnummer ({found}).",
    "private_mail": "{place}: her står noget, der ligner en persons egen mailadresse ({found}).",
    "phone": "{place}: her står noget, der ligner et telefonnummer ({found}).",
    "cpr_of_meeting": "I mødets oplysninger står noget, der ligner et personnummer ({found}).",
    "private_mail_of_meeting": "I mødets oplysninger står noget, der ligner en persons egen mailadresse ({found}).",
    "phone_of_meeting": "I mødets oplysninger står noget, der ligner et telefonnummer ({found}).",
}


def layout_fault(code: str, values: Mapping[str, object]) -> str:
    """The Danish message for a house style that cannot be used; `code` is a key of `LAYOUT_FAULTS`."""
    return LAYOUT_FAULTS[code].format_map(dict(values))


def missing(code: str, values: Mapping[str, object]) -> str:
    """The Danish line for something that still wants an answer; `code` is a key of `MISSING`."""
    return MISSING[code].format_map(dict(values))


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


def document_fault(code: str, values: Mapping[str, object]) -> str:
    """The Danish message for a document that is not opened; `code` is a key of `DOCUMENT_FAULTS`."""
    return DOCUMENT_FAULTS[code].format_map(dict(values))


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


def template_fault(code: str, values: Mapping[str, object]) -> str:
    """The Danish message for a Word template that cannot be used; `code` is a key of `TEMPLATE_FAULTS`."""
    return TEMPLATE_FAULTS[code].format_map(dict(values))


def template_warning(code: str, values: Mapping[str, object]) -> str:
    """The Danish message for something in a Word template; `code` is a key of `TEMPLATE_WARNINGS`."""
    return TEMPLATE_WARNINGS[code].format_map(dict(values))


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


def office_error(code: str, values: Mapping[str, object]) -> str:
    """The Danish message for a PDF that could not be made; `code` is a key of `OFFICE_ERRORS`."""
    return OFFICE_ERRORS[code].format_map(dict(values))


# The journal (see `files.journal`), which the minute taker knows as the safety copy

JOURNAL: dict[str, str] = {
    "failed": "Sikkerhedskopien kan ikke skrives: {reason}",
    "elsewhere": "Sikkerhedskopien ligger i en midlertidig mappe: {reason}",
    "stalled": "Sikkerhedskopiens drev svarer ikke.",
    "recovered": "Genoprettet: {count} ændringer fra kl. {time}, som ikke nåede i referatfilen.",
    "recovered_one": "Genoprettet: 1 ændring fra kl. {time}, som ikke nåede i referatfilen.",
    "damaged": "Sikkerhedskopien er beskadiget, {count} linjer er tabt. Se efter i {places}.",
    "damaged_one": "Sikkerhedskopien er beskadiget, 1 linje er tabt. Se efter i {places}.",
    "item_number": "punkt {number}",
    "somewhere": "det, der blev skrevet sidst",
    "foreign": "En sikkerhedskopi fra {time} hører ikke til referatfilen, som den er nu, og er ikke med. Åbn mødet med "
    "»referent {file}« for at vælge mellem dem.",
}


# The command line

CLI: dict[str, str] = {
    # Help and wrong calls
    "usage": "Brug:",
    "options": "Valgmuligheder",
    "commands": "Kommandoer",
    "options_metavar": "[VALG]",
    "agenda_or_nothing": "[AGENDA]",
    "help_option": "Vis denne hjælp og afslut.",
    "plain_option": "Uden rammer og farver: til skærmlæser og punktskrift.",
    "version_option": "Vis versionen og afslut.",
    "about": "Tag referat af et møde, mens det holdes, og få det færdige dokument med det samme. Uden AGENDA vises "
    "dagsordenerne i mappen agendas/. AGENDA er en TOML-fil.",
    "about_check": "Find alle fejl i dagsordener, og se, om Word-dokumenter kan læses af alle.",
    "about_check_long": "Find alle fejl i dagsordener, med fil, linje og hvad der skal skrives i stedet; i et "
    "Word-dokument (.docx) det, der holder nogen ude fra at læse det. Advarsler stopper intet møde. Afslutter med 1, "
    "hvis der er fejl.",
    "about_export": "Skriv referatet som dokument.",
    "about_export_long": "Skriv referatet af AGENDA som dokument i mappen exports/. Er mødet ikke holdt, skrives det "
    "planlagte. Det, der endnu mangler svar, vises også.",
    "about_open": "Åbn en dagsorden, og tag referat.",
    "layout_option": "Husstil: navnet på en indbygget, eller en TOML-fil. Ellers den, dagsordenen nævner.",
    "out_option": "Fil eller mappe, dokumentet skrives til.",
    "format_option": "Dokumentets format: docx, pdf (med LibreOffice), md eller html.",
    "public_option": "Den offentlige udgave: uden lukkede punkter og kontaktoplysninger.",
    "item_option": "Kun punktet med dette nummer.",
    "agenda_option": "Dagsordenen, som den er planlagt, i stedet for referatet.",
    "about_doctor": "Se efter, om alt er på plads, og hvad tasterne sender.",
    "about_doctor_long": "Vis, hvor tingene ligger, om der kan skrives dér, hvad terminalen er, og hvilke versioner der "
    "bruges; derefter, hvad hver tast sender. Udskriften er uden tekst fra møder og kan sendes med, når en fejl meldes. "
    "Afslutter med 1, hvis noget ikke er i orden.",
    "no_keys_option": "Spring tasterne over.",
    "about_layouts": "Vis de indbyggede husstile.",
    "about_layouts_long": "Vis navnene på de indbyggede husstile, og hvad der er særligt for hver.",
    "about_history": "Vis tidligere udgaver af referatfilen, og hent en af dem.",
    "about_history_long": "Vis de udgaver af AGENDAs referatfil, der er gemt de seneste 30 dage, den nyeste først. "
    "Med --hent sættes en af dem i stedet for den nuværende, som så selv bliver en af de tidligere.",
    "restore_option": "Hent udgaven med dette nummer i listen.",
    "history_title": "Tidligere udgaver af referatet til {file}:",
    "no_history": "Der er ingen tidligere udgaver af referatet til {file}.",
    "history_line": "{number:>3}  {time:%d-%m-%Y kl. %H.%M.%S}",
    "no_such_entry": "Der er ingen udgave nummer {number}; listen har {count}.",
    "record_in_use": "Mødet i {file} er åbent i et andet vindue. Luk det dér først.",
    "restored": "Udgaven fra {time:%d-%m-%Y kl. %H.%M.%S} er hentet. Den, der var der, er gemt blandt de tidligere.",
    "about_layout": "Vis en husstils fil, som man kan lave sin egen af.",
    "about_layout_long": "Skriv filen for husstilen NAVN ud: »referent husstil standard > vores.toml«. Ret i den, og "
    'skriv layout = "vores.toml" i dagsordenen. I husstilen standard er hver nøgle forklaret.',
    "try_help": "Skriv »{command} --help« for at få hjælp.",
    "did_you_mean": " Mente du »{word}«?",
    "no_such_option": "Valgmuligheden »{name}« findes ikke.",
    "option_needs_value": "»{name}« skal følges af en værdi.",
    "option_without_value": "»{name}« kan ikke have en værdi.",
    "missing_parameter": "»{name}« mangler.",
    "bad_parameter": "Værdien af »{name}« kan ikke bruges.",
    "choose_from": " Vælg mellem: {known}.",
    "wrong_call": "Kommandoen kan ikke forstås.",
    "one_agenda": "Kun én dagsorden ad gangen kan åbnes.",
    "no_such_command": "»{word}« er hverken en kommando eller en fil.{hint}",
    "no_terminal": "referent skal køre i en terminal; her er indlæsning eller udskrift ledt et andet sted hen. "
    "»referent tjek« og »referent eksport« kan køre uden.",
    "unknown_layout": "Husstilen »{name}« findes ikke.{hint} Kendte husstile: {known}.",
    # What happened
    "in_order": "{file}: i orden",
    "with_warnings": "{file}: i orden, {warnings}",
    "with_faults": "{file}: {faults}",
    "with_both": "{file}: {faults}, {warnings}",
    "one_fault": "1 fejl",
    "faults": "{count} fejl",
    "one_warning": "1 advarsel",
    "warnings": "{count} advarsler",
    "fault_line": "Fejl: {fault}",
    "warning_line": "Advarsel: {warning}",
    "is_record": "{file} er referatet, ikke dagsordenen. Skriv {agenda} i stedet.",
    "missing_title": "Det mangler endnu svar:",
    "missing_line": "- {line}",
    "not_held": "Der er intet referat endnu ({file}); det planlagte møde er skrevet.",
    "beside": "{file} er ændret af andre end os, siden den blev skrevet, og er ikke rørt. Det nye er {beside}.",
    "without_template": "Dokumentet er skrevet uden skabelon. {reasons}",
    "wrong_suffix": "{file} skal ende på {suffix}, eller være en mappe.",
    "conflict": "En anden har ændret {file} imens. Begges tekst er gemt: den andens udgave ligger i {copy}.",
    "changed_by_others": "En anden har ændret {file} imens. Ændringen er bevaret i filen, men ses først her, når mødet "
    "åbnes igen.",
    "goes_on": "Mødet fortsætter, hvor det var.",
    "unexpected": "Der skete en uventet fejl ({kind} i {place}). Det, der er gemt, er ikke rørt.",
    "os_error": "{file}: {reason}",
}

OS_ERRORS: dict[str, str] = {
    "ENOENT": "Filen eller mappen findes ikke. Se efter, om stien er skrevet rigtigt.",
    "EACCES": "Der er ikke adgang. Ret rettighederne, eller vælg et andet sted.",
    "EPERM": "Der er ikke adgang. Ret rettighederne, eller vælg et andet sted.",
    "EISDIR": "Det er en mappe, ikke en fil. Angiv filens navn.",
    "ENOTDIR": "En del af stien er en fil, ikke en mappe. Se efter, om stien er skrevet rigtigt.",
    "EEXIST": "Der ligger allerede en fil med mappens navn. Vælg et andet sted.",
    "ENOSPC": "Disken er fuld. Ryd op, og prøv igen.",
    "EDQUOT": "Din diskkvote er brugt op. Ryd op, og prøv igen.",
    "EROFS": "Drevet kan kun læses. Vælg et andet sted.",
    "EIO": "Drevet svarer ikke. Prøv igen, eller vælg et andet sted.",
    "EBUSY": "Filen er i brug i et andet program. Luk den dér, og prøv igen.",
    "ENAMETOOLONG": "Navnet er for langt. Vælg et kortere.",
    "ELOOP": "Stien er en genvej, der peger på sig selv.",
}
OS_ERROR_OTHER = "Systemet melder fejl {code}. Prøv igen, eller vælg et andet sted."


def os_error(error: OSError) -> str:
    """Why the system refused, and what to do; without the path."""
    name = errno.errorcode.get(error.errno or 0, type(error).__name__)
    return OS_ERRORS.get(name, OS_ERROR_OTHER.format(code=name))
