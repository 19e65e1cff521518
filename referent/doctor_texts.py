"""The Danish of `referent doctor`."""

from __future__ import annotations

YES, NO, NONE = "ja", "nej", "-"
INTRO = "Her er ingen tekst fra møder. Sæt det hele ind, når du melder en fejl."
FINE = "Alt er i orden."
NOT_FINE = "Noget er ikke i orden: se linjerne med »FEJL«."
FAULT = "FEJL: {what}"

SECTIONS: dict[str, str] = {
    "versions": "Versioner",
    "places": "Her ligger tingene",
    "terminal": "Terminal",
    "letters": "Tegn og sprog",
    "tools": "Redskaber",
}

ROWS: dict[str, str] = {
    "system": "Styresystem",
    "config": "Indstillinger",
    "keymap": "Egne taster",
    "state": "Sikkerhedskopier",
    "agendas": "Dagsordener",
    "exports": "Dokumenter",
    "left": "Efterladte journaler",
    "stdin": "Indlæsning er terminal",
    "stdout": "Udskrift er terminal",
    "size": "Størrelse",
    "through": "Igennem",
    "variables": "Variabler",
    "stdout_encoding": "Udskrift",
    "names": "Filnavne",
    "locale": "Sprog",
    "office": "LibreOffice",
    "layouts": "Husstile",
}

PLACE = "{path}  ({what}, {free} fri)"
WRITABLE = "kan skrives"
NOT_MADE = "findes ikke endnu, kan oprettes"
SPACE_UNKNOWN = "ukendt plads"
GIGABYTES = "{amount:.1f} GB"
MEGABYTES = "{amount:.0f} MB"
KEYMAP_NONE = "ingen ({file})"
KEYMAP_READ = "{count} i {file}"
SIZE = "{columns} x {rows}"
NO_OFFICE = "findes ikke; kun PDF kræver det"
OFFICE_SILENT = "svarer ikke"
LAYOUTS_READ = "{count} er læst"

KEYS_TITLE = "Taster"
KEYS_HINT = "Tryk på de taster, det gælder. Esc to gange, Ctrl+C eller Ctrl+Q slutter."
KEYS_SKIPPED = "Her er ingen terminal at trykke i."
KEYS_NO_TERMIOS = "På dette system kan tasterne ikke vises."
KEY_LINE = "{sent:<22} {key:<20} {meaning}"
WRITES = "skriver »{character}«"
PASTED = "indsat tekst, {count} tegn"
DOES = "{label} ({where})"
DOES_NOTHING = "bruges ikke"
WHERE: dict[str, str] = {
    "MEETING": "mødet",
    "ITEM_LIST": "punktlisten",
    "PEOPLE": "deltagerne",
    "START": "forsiden",
    "PREVIEW": "gennemsyn",
    "READ_ALOUD": "oplæsning",
    "DIALOG": "dialoger",
}
