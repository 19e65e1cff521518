"""The Danish messages of the core, and of what can happen anywhere. Each module of texts imports nothing of ours."""

from __future__ import annotations

import errno
from collections.abc import Iterable

ERRORS: dict[str, str] = {
    "unknown_action": "Opgaven findes ikke længere.",
    "unknown_item": "Punktet findes ikke længere.",
    "unknown_person": "Personen findes ikke længere.",
    "already_running": "Punktet er allerede i gang.",
    "not_started": "Mødet er ikke begyndt endnu. Ctrl+N åbner det.",
    "meeting_closed": "Mødet er hævet.",
    "together_with_itself": "Et punkt kan ikke behandles sammen med sig selv.",
    "closed_by_agenda": "Punktet er lukket i dagsordenen.",
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
    "before_the_former": "Det, der skete lige før, skete kl. {time}.",
    "after_the_next": "Det, der skete lige efter, skete kl. {time}.",
    "before_the_meeting": "Kl. {time} ligger for langt fra mødets begyndelse.",
    # Of an edition that cannot be made
    "agenda_of_one_item": "En dagsorden er for hele mødet. Vælg enten dagsorden eller ét punkt.",
    "no_such_number": "Der er intet punkt {number}. Punkterne har nummer {first} til {last}.",
    "no_numbered_items": "Der er intet punkt {number}: ingen af punkterne har et nummer.",
}

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

# What an unfinished set of minutes lacks (see `minutes.missing`)

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

# What the operating system refuses

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


OWN_FAULT = "Der er en fejl i programmet ({kind})."


def own_fault(error: Exception) -> str:
    """That something failed which we did not foresee."""
    return OWN_FAULT.format(kind=type(error).__name__)


DID_YOU_MEAN = " Mente du »{word}«?"


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """» Mente du …?«, with the nearest of `known`; empty where none is near."""
    from difflib import get_close_matches

    near = get_close_matches(word, known, n=1)
    return DID_YOU_MEAN.format(word=near[0]) if near else ""
