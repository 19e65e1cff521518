"""The Danish texts of what is wrong with the files of the user, and what to write instead (see `files`)."""

from __future__ import annotations

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
    # The keys and the phrases
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

# What a house style may be refused for

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
