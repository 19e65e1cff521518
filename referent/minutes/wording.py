"""The words of a house style: how dates and times are written, the sentences about people, the formulas. See `layout`,
which holds these.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Dates:
    """Patterns of dates (as Babel's) and of clock times (HH or H, and mm)."""

    short: str = "dd-MM-yyyy"
    long: str = "EEEE 'd.' d. MMMM yyyy"
    clock: str = "HH.mm"
    """Clock times in facts and headings."""
    clock_in_text: str = "HH.mm"
    """Clock times in sentences."""


@dataclass(frozen=True, slots=True)
class Wording:
    """The sentences about people, as templates. An empty one turns its sentence off."""

    arrived: str = "ankom til mødet kl. {kl}[ {hvornaar}]"
    returned: str = "kom tilbage til mødet kl. {kl}"
    left: str = "forlod mødet kl. {kl}"
    during: str = "under behandlingen af {punkter}"
    """{hvornaar} of an arrival while an item was running."""
    after: str = "efter behandlingen af {punkter}"
    """{hvornaar} of an arrival between two items."""
    took_part: str = "deltog i behandlingen af {punkter}"
    took_part_partly: str = "deltog delvis i behandlingen af {punkter}"
    """Of one who took part in no item from beginning to end."""
    partly: str = "delvis {punkter}"
    """The last of {punkter} in `took_part`."""
    missed: str = "deltog ikke i behandlingen af {punkter}"
    missed_partly: str = "kun delvis i behandlingen af {punkter}"
    """What follows `missed` where an item was left or entered half-way."""
    only_partly: str = "deltog kun delvis i behandlingen af {punkter}"
    outside: str = "{personer} deltog ikke i behandlingen af {punkter}."
    recused: str = "{personer} deltog på grund af inhabilitet ikke i behandlingen af {punkter}."
    cleared: str = "Der blev ikke fundet inhabilitet hos {personer} ved behandlingen af {punkter}."
    substitute: str = "{suppleant} deltog i stedet for {navn}."
    no_show: str = ""
    """Of those absent without apologies, where no list holds them: "{personer} udeblev uden afbud."."""
    guests: str = "{personer} deltog i mødet i forbindelse med behandlingen af {punkter}."
    order: str = "{Punkter} blev behandlet efter {forrige}."
    order_first: str = "{Punkter} blev behandlet først."
    together: str = "Behandlet sammen med {punkter}."
    """Stands as the decision of an item that was treated together with another, or above the one it has."""
    votes_for: str = "For stemte {stemmer}."
    votes_against: str = "Imod stemte {stemmer}."
    abstained: str = "Undlod: {stemmer}."
    carried: str = "Vedtaget med {for} mod {imod}[; {undlod} undlod]."
    """{for} is "5 stemmer", or "1 stemme"; {imod} and {undlod} are numbers. Also where nobody was against."""
    unanimous: str = "Enstemmigt vedtaget."
    """Carried, with nobody against and nobody abstaining."""
    rejected: str = "Forkastet med {imod} mod {for}[; {undlod} undlod]."
    """{imod} is "5 stemmer" here, and {for} the number."""
    tied: str = "Bortfaldet ved stemmelighed, {for} mod {imod}[; {undlod} undlod]."
    action: str = "Opgave: {opgave}.[ Ansvarlig: {ansvarlig}.][ Frist: {frist}.]"


@dataclass(frozen=True, slots=True)
class Formulas:
    """What is always written, so that it takes one keystroke."""

    by_kind: tuple[tuple[str, str], ...] = ()
    """Kind of item (the value of an `ItemKind`) and its formula."""
    by_verb: tuple[tuple[str, str], ...] = ()
    """Word or words of a recommendation, in small letters, and their formula; goes before the kind."""
    recommended: str = ""
    """The answer to a recommendation where neither its words nor the kind of item has one. Empty: none."""
    numbered: str = "ad. {nr}: {formel}"
    """Template: the answer to one of several recommendations."""
    several: str = "Indstillingerne blev tiltrådt."
    """One answer to several recommendations together. Empty: each has its own."""
    together_first: bool = False
    """Whether that one comes first, and an answer to each is the other way."""
    others: tuple[str, ...] = ()
    """The rest of the palette."""
