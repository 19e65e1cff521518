"""The Danish texts of the screens."""

from __future__ import annotations

ACTIONS: dict[str, tuple[str, str]] = {
    # id: (short, for the footer and the palette; what it does, for help)
    "help": ("Hjælp", "Hjælp til den skærm, man er på"),
    "people": ("Fremmøde", "Fremmødelisten: hvem er her, hvem har meldt afbud, hvem kom og gik"),
    "vote": ("Afstemning", "Afstemning og mindretalsudtalelse for punktet"),
    "formula": ("Formler", "Vælg en formulering; skriv for at søge, Enter sætter ind"),
    "pause": ("Pause", "Stands uret, og sæt det i gang igen"),
    "next_field": ("Næste felt", "Fra Beslutning til Referat til Noter og rundt"),
    "previous_field": ("Forrige felt", "Tilbage gennem felterne"),
    "look_previous": ("Se forrige", "Se på punktet før; uret bliver, hvor det er"),
    "look_next": ("Se næste", "Se på punktet efter; uret bliver, hvor det er"),
    "export": ("Eksport", "Hvad der mangler; så dokumentet i Word, PDF eller offentlig udgave"),
    "read_aloud": ("Læs op", "Beslutningerne alene, i stor skrift, til at læse op"),
    "take_next": ("Næste", "Tag det næste ubehandlede punkt op; første gang åbnes mødet"),
    "take_this": ("Tag op", "Tag det punkt op, man ser på"),
    "look_running": ("Til uret", "Tilbage til det punkt, uret går på"),
    "items": ("Punkter", "Til listen over punkter; pile og tal flytter, Enter går tilbage til teksten"),
    "fitting_formula": ("Formel", "Skriv den formulering, der passer til punktet"),
    "action_item": ("Opgave", "En ny opgave: hvem, hvad og hvornår"),
    "undo_event": ("Fortryd", "Fortryd den seneste hændelse (Ctrl+Z og Ctrl+Y fortryder i teksten)"),
    "save": ("Gem", "Gem nu (der gemmes hele tiden af sig selv)"),
    "palette": ("Alle handlinger", "Alle handlinger ved navn"),
    "quit": ("Afslut", "Hæv mødet, eller forlad det og gå videre senere"),
    "case_up": ("Sag op", "Rul op i sagen"),
    "case_down": ("Sag ned", "Rul ned i sagen"),
    "put_off": ("Udsæt", "Udsæt punktet til et andet møde"),
    "withdraw": ("Udgår", "Punktet udgår"),
    "put_back": ("Sæt tilbage", "Et udsat eller udgået punkt skal behandles alligevel"),
    "add_item": ("Nyt punkt", "Et nyt punkt efter det, man ser på"),
    "write": ("Skriv", "Tilbage til teksten"),
    "theme": ("Lys/mørk", "Skift mellem lys og mørk skærm"),
    "present": ("Til stede", "Til stede"),
    "apologies": ("Afbud", "Afbud"),
    "away": ("Fraværende", "Fraværende, uden at grunden er noteret"),
    "absent": ("Udeblevet", "Udeblevet uden afbud"),
    "arrive": ("Kom nu", "Kom nu"),
    "leave": ("Gik nu", "Gik nu"),
    "outside": ("Ude", "Ude af lokalet under det punkt, der er i gang"),
    "recused": ("Inhabil", "Inhabil under det punkt, der er i gang"),
    "substitute": ("Suppleant", "Hvem der kom i stedet"),
    "add_person": ("Ny deltager", "En deltager, der ikke stod på listen"),
    "everyone_here": ("Alle til stede", "Alle, der ikke er noteret noget om, er til stede"),
    "person_note": ("Bemærkning", "En bemærkning, der skrives efter navnet"),
    "close_dialog": ("Luk", "Luk og gå tilbage"),
    "open_agenda": ("Åbn", "Åbn dagsordenen; et møde i gang fortsætter, hvor det var"),
    "quit_program": ("Afslut", "Afslut programmet"),
    "reload": ("Genindlæs", "Læs mappen igen"),
}
GROUPS = {
    "items": "Punkter og ur",
    "text": "Tekst",
    "people": "Mennesker",
    "list": "Når listen over punkter er i brug",
    "meeting": "Mødet",
    "program": "Programmet",
}
KEY_NAMES = {
    "escape": "Esc",
    "enter": "Enter",
    "space": "Mellemrum",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "asterisk": "*",
    "tab": "Tab",
    "shift": "Skift",
    "ctrl": "Ctrl",
    "delete": "Del",
    "up": "Pil op",
    "down": "Pil ned",
    "home": "Home",
    "end": "End",
}
STATES = {
    "not yet": "venter",
    "running": "i gang",
    "treated": "behandlet",
    "put off": "udsat",
    "withdrawn": "udgået",
}
STATUSES = {
    "unknown": "ikke noteret",
    "present": "til stede",
    "apologies": "afbud",
    "absent": "udeblevet",
    "away": "fraværende",
}
AGENDA_STATES = {
    "not held": "ikke holdt",
    "in progress": "i gang",
    "held": "holdt",
    "exported": "eksporteret",
}
SECTIONS = {
    "summary": "Resumé",
    "case": "Sagsfremstilling",
    "recommendation": "Indstilling",
    "attachments": "Bilag",
}
NOTES_LABEL = "Noter (kun til dig)"
DISCUSSION_LABEL = "Referat"
DISCUSSION_NOT_PRINTED = "{label} (skrives ikke i dokumentet)"
PLACEHOLDERS = {
    "decision": "Skriv beslutningen her · Ctrl+F sætter en passende formel ind",
    "discussion": "Hvad der blev sagt",
    "notes": "Kommer ikke med i noget dokument",
}
ATTENDANCE_CASE = "Punktets tekst laves af fremmødet. F2 åbner fremmødelisten."
NO_CASE = "Der er ingen sag til dette punkt."
TAKEN_UP = "{item} er taget op"
PUT_OFF = "{item} er udsat"
WITHDRAWN = "{item} udgår"
PUT_BACK = "{item} er sat tilbage"
ITEM_ADDED = "Nyt punkt: {title}"
ITEM = "Punkt {number}"
PAUSED = "Uret er standset"
RESUMED = "Uret går igen"
CLOSED = "Mødet er hævet"
UNDONE = "Fortrudt: {what}"
NOTHING_LEFT = "Alle punkter er behandlet. Ctrl+Q hæver mødet."
SAVED = "Gemt kl. {time}"
SAVING_FAILED = "Kan ikke gemme: {reason} Teksten er her stadig; der prøves igen hele tiden."
EXPORTING = "Dokumentet skrives …"
EXPORTED = "Dokumentet ligger i {path}"
EXPORT_FAILED = "Dokumentet kunne ikke skrives: {reason}"
CLOCK_LEFT = "{time} tilbage"
CLOCK_OVER = "{time} over tiden"
CLOCK_USED = "{time} brugt"
CLOCK_PAUSED = "PAUSE · uret står"
CLOCK_IDLE = "Intet punkt er i gang · {key} tager det næste op"
CLOCK_NOT_STARTED = "Mødet er ikke begyndt · {key} åbner det og tager det første punkt op"
CLOCK_CLOSED = "Mødet blev hævet kl. {time}"
PLANNED_END = "slut {planned}"
PROJECTED_END = "forventet {projected}"
BEHIND = "{length} bagud"
AHEAD = "{length} foran"
ON_TIME = "til tiden"
LOOKING_ELSEWHERE = "Du ser på et andet punkt end det, uret går på ({running}) · {key} går tilbage"
MINUTES = "{minutes} min."
HOURS_AND_MINUTES = "{hours} t. {minutes} min."
OF_PLANNED = "{used} af {allotted} min."
INTRODUCED_BY = "ved {name}"
INVITED = "Gæster: {names}"
GUEST_COUNT = "{count} gæster"
CLOSED_ITEM = "lukket"
ADDED = "tilføjet på mødet"
ITEM_LIST_TITLE = "Punkter"
PEOPLE_TITLE = "Fremmøde"
PEOPLE_COUNT = "{present} til stede · {absent} fraværende · {unknown} ikke noteret"
PEOPLE_NONE = "Der er ingen deltagere på dagsordenen. N tilføjer en."
GUEST_CAME = "gæst, til stede"
GUEST_AWAY = "gæst, kom ikke"
GUESTS_OF = "Gæster til {item}"
VACANT = "vakant"
CAME = "kom {time}"
LEFT = "gik {time}"
OUTSIDE_NOW = "ude under punktet"
RECUSED_NOW = "inhabil"
SUBSTITUTE_IS = "suppleant: {name}"
NO_ITEM_RUNNING = "Intet punkt er i gang, så der er ikke noget at være ude af eller inhabil i."
STATUS_SET = "{name}: {status}"
EVERYONE_SET = "Alle til stede"
OUTSIDE_UNSET = "{name}: inde igen under {item}"
RECUSED_UNSET = "{name}: ikke inhabil under {item}"
OUTSIDE_SET = "{name}: ude under {item}"
RECUSED_SET = "{name}: inhabil under {item}"
SUBSTITUTE_SET = "{name}: suppleant {substitute}"
PERSON_ADDED = "{name} er tilføjet"
NOTE_SET = "{name}: bemærkning"
GUEST_SET = "{name}: gæst"
ASK_SUBSTITUTE = "Hvem kom i stedet for {name}?"
ASK_NEW_PERSON = "Ny deltager"
ASK_NAME = "Navn"
ASK_TITLE = "Titel eller organisation"
ASK_NEW_ITEM = "Nyt punkt"
ASK_ITEM_TITLE = "Punktets titel"
ASK_NOTE = "Bemærkning efter {name}"
NOTE_LABEL = "Bemærkning"
OK_HINT = "Enter gemmer · Esc fortryder"
VOTE_TITLE = "Afstemning · {item}"
VOTE_FOR = "For (antal, navne eller partier)"
VOTE_AGAINST = "Imod"
VOTE_ABSTAINED = "Undlod at stemme"
VOTE_DISSENT = "Mindretalsudtalelse"
VOTE_SET = "Afstemning om {item}"
ACTION_TITLE = "Ny opgave · {item}"
ACTION_OWNER = "Hvem"
ACTION_TASK = "Hvad"
ACTION_DUE = "Hvornår (1. april, 01-04-2026)"
ACTION_SET = "Opgave til {owner}"
NOT_A_DATE = "Datoen kan ikke læses. Skriv den som 1. april eller 01-04-2026."
NO_TASK = "Skriv, hvad opgaven går ud på."
FORMULA_TITLE = "Formler"
NO_FORMULAS = "Husstilen har ingen formler."
NO_FITTING_FORMULA = "Ingen formel passer til punktet. F4 viser dem alle."
PALETTE_TITLE = "Alle handlinger"
FILTER_PLACEHOLDER = "Skriv for at søge"
NOTHING_FOUND = "Ingen passer"
HELP_TITLE = "Hjælp"
MARKS_TITLE = "Tegn i listen over punkter"
MARKS = (
    ("▶", "i gang"),
    ("✓", "behandlet"),
    ("→ ✗", "udsat, udgår"),
    ("● ○", "beslutningen er skrevet, mangler"),
    ("■", "lukket punkt"),
    ("7/30'", "brugt og planlagt tid i minutter"),
)
HELP_HINT = "Esc lukker · pile og PgUp/PgDn ruller"
MISSING_TITLE = "Det mangler endnu svar"
MISSING_NONE = "Der mangler ingenting."
SENSITIVE_TITLE = "Dette skal måske ikke offentliggøres"
EXPORT_FULL = "Skriv referatet (Word)"
EXPORT_PDF = "Skriv referatet som PDF"
EXPORT_PUBLIC = "Skriv den offentlige udgave (Word)"
EXPORT_PUBLIC_ANYWAY = "Skriv den offentlige udgave alligevel"
EXPORT_HINT = "Enter vælger · Esc lukker"
MISSING_HINT = "Enter på en linje går til stedet · Esc lukker"
QUIT_TITLE = "Mødet er i gang"
QUIT_CLOSE = "Hæv mødet og afslut"
QUIT_LEAVE = "Forlad mødet og gå videre senere; uret går"
QUIT_STAY = "Bliv her"
QUIT_UNSAVED_TITLE = "Der kan ikke gemmes: {reason}"
QUIT_ANYWAY = "Afslut alligevel; det seneste går tabt"
READ_ALOUD_TITLE = "Beslutninger"
READ_ALOUD_NONE = "Der er ingen beslutninger endnu."
READ_ALOUD_HINT = "Pile ruller · Esc lukker"
START_TITLE = "Dagsordener"
START_NONE = (
    "Der er ingen dagsordener i {folder}.\nLæg en dagsorden (.toml) i mappen, eller skriv: referent min-dagsorden.toml"
)
START_FAULTS = "kan ikke åbnes"
START_ITEMS = "{count} punkter"
START_MORE_FAULTS = "… og {count} fejl mere. Skriv »referent tjek {name}« for at se dem alle."
OPENING_FAILED = "Dagsordenen kan ikke åbnes"
CRASHED = "Der skete en fejl i programmet ({kind}). Det skrevne er gemt, og mødet kan åbnes igen."
CRASHED_UNSAVED = "Der skete en fejl i programmet ({kind}), og det seneste kunne ikke gemmes: {reason}"
KEYMAP_UNKNOWN = "taster.toml: der er ingen handling, der hedder »{id}«.{hint}"
KEYMAP_BAD_KEY = "taster.toml: »{key}« ({id}) er ikke en tast, programmet kan få."
KEYMAP_CLASH = "taster.toml: »{key}« er givet til både »{first}« og »{second}«."
DID_YOU_MEAN = " Mente du »{name}«?"
MONTHS = (
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
)
REOPEN_TITLE = "Mødet blev hævet kl. {time}"
REOPEN = "Åbn mødet igen, og tag {item} op"
REOPEN_STAY = "Lad det være hævet"
NOT_A_COUNT = "Skriv et helt tal, eller navne og partier med komma imellem."
OWN_FAULT = "Der er en fejl i programmet ({kind})."
VOTED = "afstemning"
ONE_ACTION = "1 opgave"
ACTION_COUNT = "{count} opgaver"
KEYMAP_TITLE = "Dine egne taster"
