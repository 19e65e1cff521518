"""The Danish texts of the screens."""

from __future__ import annotations

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
    "open": "åbent nu",
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
TOGETHER = "{item} behandles sammen med {other}"
ASK_TOGETHER = "{item} behandles sammen med punkt (nummer eller titel)"
ITEM_ADDED = "Nyt punkt: {title}"
ITEM = "Punkt {number}"
ITEM_WITHIN = "punkt {number}"
PAUSED = "Uret er standset"
RESUMED = "Uret går igen"
CLOSED = "Mødet er hævet"
UNDONE = "Fortrudt: {what}"
REST_SHARED = "Resten er fordelt til kl. {end} (≈). B gør det til planen, F tager det tilbage."
REMIND_SOON = "{item}: {minutes} min. tilbage"
REMIND_OVER = "{item}: tiden er gået"
PLAN_ADOPTED = "Den fordelte tid er planen"
PLAN_OF_AGENDA = "Planen er dagsordenens igen"
NO_END_TO_SHARE = "Der er ingen tid at fordele: dagsordenen siger ikke, hvornår mødet slutter."
NOTHING_TO_SHARE = "Der er ingen tid at fordele: mødet skulle være slut, eller intet punkt venter."
NOTHING_LEFT = "Alle punkter er behandlet. Ctrl+Q hæver mødet."
SAVED = "Gemt kl. {time}"
SAVING_FAILED = "Kan ikke gemme: {reason} Teksten er her stadig; der prøves igen hele tiden."
SAVING_FAILED_BUT_SAFE = (
    "Referatfilen kan ikke skrives: {reason} Alt er gemt i sikkerhedskopien på denne computer; "
    "der prøves igen hele tiden."
)
SAVING_STALLED = "Drevet svarer ikke."
JOURNAL_FAILED = "{problem} Referatfilen gemmes hele tiden i stedet."
JOURNAL_QUESTION = (
    "Referatfilen er en anden, end da programmet sidst stoppede.\n"
    "Sikkerhedskopien har {changes} fra {time}, som ikke er i den. Begge gemmes, hvad du end vælger."
)
ONE_CHANGE = "1 ændring"
CHANGE_COUNT = "{count} ændringer"
JOURNAL_KEEP = "Gå ud fra referatfilen, som den er nu"
JOURNAL_USE = "Tag sikkerhedskopiens ændringer med"
JOURNAL_USED = "Sikkerhedskopiens ændringer er taget med"
JOURNAL_ASIDE_FAILED = "De to udgaver kan ikke gemmes hver for sig: {reason}"
EXPORTING = "Dokumentet skrives …"
EXPORTED = "Dokumentet ligger i {path}"
EXPORT_FAILED = "Dokumentet kunne ikke skrives: {reason}"
CLOCK_LEFT = "{time} tilbage"
CLOCK_SOON = "kun {time} tilbage"
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
RUNNING_IN_WORDS = "I gang: {title}, {clock}"
SPENT = "brugt {minutes} min."
SPENT_OF = "brugt {minutes} af {planned} min."
PLANNED_LENGTH = "planlagt {minutes} min."
SHARED_LENGTH = "fordelt {minutes} min."
DECIDED = "besluttet"
UNDECIDED = "mangler beslutning"
IN_FIELD = "Du er i: {field}"
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
PEOPLE_COUNT_GONE = "{present} til stede · {gone} gået · {absent} fraværende · {unknown} ikke noteret"
QUORUM = {
    "reached": "Beslutningsdygtig: {present} af {members} medlemmer er her (mindst {needed})",
    "open": "Endnu ikke beslutningsdygtig: {present} af {members} medlemmer er noteret (mindst {needed})",
    "broken": "IKKE BESLUTNINGSDYGTIG: kun {present} af {members} medlemmer er her (mindst {needed})",
}
PEOPLE_NONE = "Der er ingen deltagere på dagsordenen. N tilføjer en."
GUEST_CAME = "gæst, til stede"
GUEST_AWAY = "gæst, kom ikke"
GUESTS_OF = "Gæster til {item}"
VACANT = "vakant"
CAME = "kom {time}"
LEFT = "gik {time}"
OUTSIDE_NOW = "ude under punktet"
RECUSED_NOW = "inhabil"
CLEARED_NOW = "fundet ikke inhabil"
GUEST_ONLY = "{name} er gæst ved punktet: kun til stede (mellemrum) eller ikke (F) kan noteres."
NO_TIME = "…"
NO_ITEM = "…"
KEPT = {
    "outside": "ude under {item}",
    "recused": "inhabil under {item}",
    "cleared": "fundet ikke inhabil ved {item}",
}
NO_NAME_FITS = "Ingen deltagers navn passer til det, der står før markøren."
FIND_PERSON_TITLE = "Find"
CORRECT_TITLE = "Ret, hvad der er noteret om {name}"
CORRECT_HINT = "Enter retter eller sletter · + tilføjer · Esc lukker"
ASK_CLOCK = "Klokken (10.10)"
ASK_ITEM = "Punkt (nummer eller titel)"
EMPTY_REMOVES = "· tom sletter"
REMOVED = "{what} er slettet"
CORRECTED = "{what} (før: {before})"
SUBSTITUTE_IS = "suppleant: {name}"
NO_ITEM_RUNNING = "Intet punkt er i gang, så der er ikke noget at være ude af eller inhabil i."
STATUS_SET = "{name}: {status}"
EVERYONE_SET = "Alle til stede"
OUTSIDE_UNSET = "{name}: inde igen under {item}"
RECUSED_UNSET = "{name}: intet om inhabilitet under {item}"
CLEARED_SET = "{name}: fundet ikke inhabil ved {item}"
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
VOTERS = "Kan stemme ({count}): {names}"
VOTE_FOR = "For (antal, partier, navne eller »resten«)"
VOTE_AGAINST = "Imod"
VOTE_ABSTAINED = "Undlod at stemme"
VOTE_DISSENT = "Mindretalsudtalelse (fx »F: …«)"
VOTE_HINT = "Enter gemmer · Ctrl+F også udfaldet i beslutningen · Esc fortryder"
VOTE_REST = ("resten", "rest", "øvrige", "de øvrige", "alle", "*")
VOTE_TWO_RESTS = "»Resten« kan kun stå ét sted."
VOTE_SET = "Afstemning om {item}"
VOTE_OUTCOME = "{vote}: {outcome}"
ACTION_TITLE = "Ny opgave · {item}"
ACTION_OWNER = "Hvem"
ACTION_TASK = "Hvad"
ACTION_DUE = "Hvornår (1. april, fredag, om 14 dage, uge 15)"
ACTION_CHANGED = "Opgaven til {owner} er rettet"
ACTION_DROPPED = "Opgaven til {owner} er slettet"
ACTIONS_TITLE = "Opgaver · {item}"
ACTIONS_HINT = "Enter vælger en opgave at rette eller slette · Esc lukker"
ACTION_CHANGE_TITLE = "Ret opgaven · {item}"
ACTION_CHANGE = "Ret"
ACTION_DROP = "Slet"
NO_ACTIONS = "Punktet har ingen opgaver. Ctrl+O laver en."
MORE_ACTIONS = "… og {count} mere"
ASK_NEXT_MEETING = "Hvornår er næste møde?"
EITHER = "{names} eller {last}"
ACTION_FAULTS = {
    "who": "Hvem er »{found}«? Skriv mere af navnet, eller brug Ctrl+O.",
    "when": "Datoen »{found}« kan ikke læses. Skriv den som 1. april, fredag, om 14 dage eller 01-04-2026.",
    "what": "Skriv, hvad opgaven går ud på.",
    "which": "Det kan være {names}. Skriv mere af navnet, eller vælg med pil ned.",
    "next_meeting": "Datoen for næste møde kendes ikke. Skriv den, eller lad feltet være tomt.",
}
NAMES_HINT = "  Tab vælger · Esc lukker"
OFFERED = "{label} · {names}"
PHRASES_FAULT = "{problem} Dine egne formler og forkortelser bruges ikke."
ACTION_SET = "Opgave til {owner}"
FORMULA_TITLE = "Formler"
NO_FORMULAS = "Husstilen har ingen formler."
NO_FITTING_FORMULA = "Ingen formel passer til punktet. F4 viser dem alle."
PALETTE_TITLE = "Alle handlinger"
FILTER_PLACEHOLDER = "Skriv for at søge"
NOTHING_FOUND = "Ingen passer"
HELP_HINT = "Esc lukker · pile og PgUp/PgDn ruller"
EXPORT_TITLE = "Skriv eller vis referatet"
MISSING_TITLE = "Her mangler der endnu svar:"
MISSING_LINE = "– {text}"
MISSING_NONE = "Der mangler ingenting."
SENSITIVE_TITLE = "Dette skal måske ikke offentliggøres"
EXPORT_FULL = "Skriv referatet (Word)"
EXPORT_PDF = "Skriv referatet som PDF"
EXPORT_PUBLIC = "Skriv den offentlige udgave (Word)"
EXPORT_PUBLIC_ANYWAY = "Skriv den offentlige udgave alligevel"
EXPORT_HINT = "Enter vælger · Esc lukker"
MISSING_HINT = "Enter vælger, og går til stedet for det, der mangler · Esc lukker"
SENSITIVE_HINT = "Enter på en linje går til stedet · Esc lukker"
QUIT_TITLE = "Mødet er i gang"
QUIT_CLOSE = "Hæv mødet og afslut"
QUIT_CLOSE_AND_EXPORT = "Hæv mødet, og skriv eller vis referatet"
QUIT_LEAVE = "Forlad mødet og gå videre senere; uret går"
QUIT_STAY = "Bliv her"
QUIT_UNSAVED_TITLE = "Der kan ikke gemmes: {reason}"
QUIT_ANYWAY = "Afslut alligevel; det seneste går tabt"
QUIT_SAFE = "Afslut; det seneste er i sikkerhedskopien og kommer med næste gang"
DOORS_CLOSED = "{item} behandles for lukkede døre"
DOORS_OPEN = "{item} behandles for åbne døre"
TIMES_TITLE = "Ret mødets tider"
TIMES_HINT = "Enter retter · Esc lukker"
TIME_REMOVED = "{item} blev ikke taget op kl. {time}"
TIME_CORRECTED = "{what} kl. {time} (før: {before})"
EVENTS_TITLE = "Hændelser"
EVENTS_HINT = "Enter går til stedet · Esc lukker"
EVENTS_HINT_UNDO = "Enter fortryder den øverste og går ellers til stedet · Esc lukker"
NO_EVENTS = "Der er ikke sket noget endnu."
HAPPENED = {
    "taken up": "{item} er taget op",
    "ended": "{item} er slut",
    "paused": "Uret er standset",
    "resumed": "Uret går igen",
    "closed": "Mødet er hævet",
}
PREVIEW_TITLE = "Referatet · {part}"
PREVIEW_FIXED = "Dette står i dagsordenen og husstilen og rettes ikke her."
PREVIEW_BACK = "V i listen over punkter viser referatet igen"
EXPORT_PREVIEW = "Vis referatet på skærmen"
PARTS = {"opening": "Forside", "people": "Deltagere", "closing": "Afslutning"}
HEADINGS_TITLE = "Gå til"
SEARCH_TITLE = "Søg i referatet"
SEARCH_LABEL = "Tekst"
SEARCH_NOTHING = "»{wanted}« står ikke i referatet."
READ_ALOUD_TITLE = "Beslutninger"
READ_ALOUD_NONE = "Der er ingen beslutninger endnu."
READ_ALOUD_PLACE = "{place} af {count}"
READ_ALOUD_EDIT = "Esc slutter rettelsen"
ACTIONS_LABEL = "Opgaver"
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
REOPEN_TITLE = "Mødet blev hævet kl. {time}"
REOPEN = "Åbn mødet igen, og tag {item} op"
REOPEN_STAY = "Lad det være hævet"
NOT_A_COUNT = "Skriv et helt tal, eller navne og partier med komma imellem."
VOTED = "afstemning"
ONE_ACTION = "1 opgave"
ACTION_COUNT = "{count} opgaver"
KEYMAP_TITLE = "Dine egne taster og indstillinger"
OPEN_HERE = "i et andet vindue på denne computer"
OPEN_AT = "hos {user} på {machine}"
OPEN_ON = "på {machine}"
OPEN_SINCE = " siden {time}"
LOOK_ONLY = "Kun visning: mødet er åbent {where}."
LOOK_ONLY_FREE = "Kun visning: mødet er lukket det andet sted. F5 åbner det, så der kan skrives her."
LOOK_ONLY_REFUSED = "Her kan mødet kun ses."
STILL_OPEN = "Luk mødet i det andet vindue først."
ELSEWHERE_TITLE = (
    "Mødet ser ud til at være åbent {where}.\n"
    "Det kan også være efterladt, da programmet stoppede dér. Skriver to på én gang, bevares begges tekst."
)
ELSEWHERE_LOOK = "Se mødet uden at skrive"
ELSEWHERE_WRITE = "Skriv alligevel"
CLOCK_JUMPED = "Computeren har sovet, eller dens ur er stillet: mødets ur er gået {length} frem."
