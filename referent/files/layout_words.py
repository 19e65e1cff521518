"""The words that a house style file chooses between, and what each stands for."""

from __future__ import annotations

from referent.minutes.edition_forms import SignWhen
from referent.minutes.layout import AddedNumbers, BreakStyle, Content, FactStyle, HeadingStyle, ListStyle, Who

CONTENTS: dict[str, Content] = {
    "resume": Content.SUMMARY,
    "sagsfremstilling": Content.CASE,
    "indstilling": Content.RECOMMENDATION,
    "afsnit": Content.OWN_SECTIONS,
    "referat": Content.DISCUSSION,
    "beslutning": Content.DECISION,
    "afstemning": Content.VOTE,
    "mindretal": Content.DISSENT,
    "opgaver": Content.ACTIONS,
    "bilag": Content.ATTACHMENTS,
    "punktets deltagelse": Content.ITEM_SENTENCES,
    "linje": Content.LINE,
    "personer": Content.PEOPLE,
    "deltagelse": Content.SENTENCES,
    "gæster": Content.GUESTS,
    "rækkefølge": Content.ORDER,
}
WHO: dict[str, Who] = {
    "alle": Who.ALL,
    "ventede": Who.EXPECTED,
    "afbud på forhånd": Who.EXCUSED_BEFORE,
    "til stede": Who.PRESENT,
    "afbud": Who.APOLOGIES,
    "udeblevet": Who.NO_SHOW,
    "fraværende": Who.AWAY,
    "fraværende ved punktet": Who.ITEM_ABSENT,
}
HEADING_STYLES = {"overskrift": HeadingStyle.HEADING, "etiket": HeadingStyle.LABEL}
LIST_STYLES: dict[str, ListStyle] = {
    "punkter": ListStyle.BULLETS,
    "tal": ListStyle.NUMBERS,
    "linjer": ListStyle.LINES,
    "afsnit": ListStyle.PARAGRAPHS,
    "sætning": ListStyle.SENTENCE,
}
FACT_STYLES = {"linjer": FactStyle.LINES, "rækker": FactStyle.ROWS, "kolonner": FactStyle.COLUMNS}
SIGN_WHEN = {"profil": SignWhen.BY_PROFILE, "altid": SignWhen.ALWAYS, "aldrig": SignWhen.NEVER}
ADDED_NUMBERS = {
    "sidst": AddedNumbers.NEXT_FREE,
    "bogstav": AddedNumbers.LETTER,
    "omnummerér": AddedNumbers.RENUMBERED,
}
BREAK_STYLES = {"overskrift": BreakStyle.HEADING, "linje": BreakStyle.LINE, "udelades": BreakStyle.NOT}
