"""What has no place in minutes, or not in published ones: personal numbers, private mail addresses, phone numbers.

In: any text. Out: what looks like one, and where. Nothing is refused or removed: the minute taker is asked.

**Personal numbers (CPR)** are six digits of a date of birth and four more, the first of which tells the century
(CPR-kontoret, "Opbygning af CPR-nummeret", https://www.cpr.dk/cpr-systemet/opbygning-af-cpr-nummeret). Their old check
digit (modulus 11) proves nothing: numbers without it have been given since 2007 (CPR-kontoret, "Personnumre uden
kontrolciffer"), and a rule that takes those for harmless is worse than a false alarm. False alarms are kept down
otherwise. The first six digits have to be a day that exists, in the century that the seventh says; so a phone number
with its country code (45 is no day) is none. Without a hyphen the ten count only where nothing is joined to them: no
letter, digit, plus, dot, slash or hyphen, as in numbers of cases, files and invoices; and not where the word before
says what else they are (case, document, phone, EAN, CVR …). With one they are taken for a personal number unless they
go on from other digits.

**Mail addresses** are a person's own where they are with one of the providers that people have mail with,
`PRIVATE_MAIL`, or among those that the caller knows to be somebody's.

**Phone numbers** are eight digits, and many eight digits are something else: they count in pairs with a space between
("20 12 34 56"), after the country code, or after a word for a phone. The first digit is never 0 or 1.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

_PRIVATE_MAIL = """
gmail.com googlemail.com hotmail.com hotmail.dk live.com live.dk outlook.com outlook.dk msn.com windowslive.com
yahoo.com yahoo.dk ymail.com rocketmail.com icloud.com me.com mac.com aol.com gmx.com gmx.net gmx.de web.de mail.com
email.com proton.me protonmail.com pm.me tutanota.com tuta.io tuta.com fastmail.com zoho.com hey.com mail.ru
yandex.com mail.dk email.dk jubii.dk jubiimail.dk ofir.dk sol.dk youmail.dk mail123.dk privat.dk privatmail.dk tele.dk
tdcadsl.dk adslhome.dk get2net.dk stofanet.dk webspeed.dk cybercity.dk fibermail.dk waoomail.dk energimail.dk
profibermail.dk altiboxmail.dk dlgmail.dk c.dk forum.dk vip.cybercity.dk image.dk oncable.dk bbsyd.dk pc.dk
kabelmail.dk parknet.dk dukamail.dk
"""
PRIVATE_MAIL = frozenset(_PRIVATE_MAIL.split())
"""Domains with which private people have mail, Danish ones too; what stands before such a domain and a dot is one."""


class Kind(Enum):
    """The values are codes of `texts.MISSING`."""

    CPR = "cpr"
    PRIVATE_MAIL = "private_mail"
    PHONE = "phone"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something found in a text. It holds the text itself; only `masked` may be shown or written anywhere."""

    kind: Kind
    text: str
    start: int

    @property
    def masked(self) -> str:
        """Enough to find it again, and no more: "010190-••••", "a•••@gmail.com", "20 •• •• ••"."""
        if self.kind is Kind.PRIVATE_MAIL:
            return f"{self.text[:1]}•••@{self.text.partition('@')[2]}"
        digits = "".join(filter(str.isdigit, self.text))
        return f"{digits[:6]}-••••" if self.kind is Kind.CPR else f"{digits[-8:-6]} •• •• ••"


def find_sensitive(text: str, known_mail: Collection[str] = ()) -> tuple[Finding, ...]:
    """All that looks sensitive in the text, in order; `known_mail` are addresses, in small letters."""
    found = [*_personal_numbers(text), *_private_mail(text, known_mail), *_phones(text)]
    return tuple(sorted(found, key=lambda finding: finding.start))


def masked(text: str) -> str:
    """The text with all that looks sensitive masked."""
    for finding in reversed(find_sensitive(text)):
        text = text[: finding.start] + finding.masked + text[finding.start + len(finding.text) :]
    return text


_SPACE = r"[ \u00a0\u202f]"
_CPR = re.compile(rf"(?<!\d)(\d\d)(\d\d)(\d\d)({_SPACE}?[-\u2010\u2011–]{_SPACE}?|{_SPACE}|)(\d)\d{{3}}(?!\d)")
_JOINED_BEFORE = re.compile(r"[\w+./@-]\Z")
_JOINED_AFTER = re.compile(r"[\w@]|[./-]\w")
_PART_OF_A_NUMBER = re.compile(r"\d[-./]\Z")
_SOMETHING_ELSE = re.compile(
    r"(?:sag|sags|dok|dokument|journal|faktura|ordre|konto|ean|gln|cvr|matrikel|tlf|telefon|mobil|fax|id)"
    r"[-. ]*(?:nr|nummer|id)?[-.: #]*\Z",
    re.IGNORECASE,
)
_LOOKS_BACK = 30


def _personal_numbers(text: str) -> Iterator[Finding]:
    for match in _CPR.finditer(text):
        day, month, year, separator, seventh = match.groups()
        before, after = text[max(0, match.start() - _LOOKS_BACK) : match.start()], text[match.end() : match.end() + 2]
        if not _is_a_day(int(day), int(month), _century(int(year), int(seventh)) + int(year)):
            continue
        if separator.strip():
            is_other = _PART_OF_A_NUMBER.search(before) is not None
        else:
            is_joined = _JOINED_BEFORE.search(before) or _JOINED_AFTER.match(after)
            is_other = is_joined is not None or _says_something_else(before)
        if not is_other:
            yield Finding(Kind.CPR, match[0], match.start())


def _century(year: int, seventh: int) -> int:
    """The century of birth, from the two digits of the year and the seventh digit of the number."""
    if seventh <= 3:
        return 1900
    if seventh in (4, 9):
        return 2000 if year <= 36 else 1900
    return 2000 if year <= 57 else 1800


def _is_a_day(day: int, month: int, year: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _says_something_else(before: str) -> bool:
    match = _SOMETHING_ELSE.search(before)
    return match is not None and not before[: match.start()][-1:].isalpha()


_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@((?:[\w-]{1,63}\.){1,8}[A-Za-z]{2,24})\b")


def _private_mail(text: str, known_mail: Collection[str]) -> Iterator[Finding]:
    for match in _MAIL.finditer(text):
        domain = match[1].casefold()
        parents = (domain.split(".", skipped)[-1] for skipped in range(domain.count(".")))
        if match[0].casefold() in known_mail or not PRIVATE_MAIL.isdisjoint(parents):
            yield Finding(Kind.PRIVATE_MAIL, match[0], match.start())


_PHONE = re.compile(
    rf"(?:(?P<lead>\b(?:tlf|telefon|mob|mobil)(?:nr|nummer)?[. :]*|(?<!\w)(?:\+|00)45{_SPACE}?)"
    rf"|(?<![\w.,/+-])(?<!\d{_SPACE}))"
    rf"(?P<number>[2-9]\d(?:{_SPACE}?\d\d){{3}})(?![\w/-]|[.,]\d|{_SPACE}\d)",
    re.IGNORECASE,
)
_PAIRS = re.compile(rf"\d\d(?:{_SPACE}\d\d){{3}}")


def _phones(text: str) -> Iterator[Finding]:
    for match in _PHONE.finditer(text):
        if match["lead"] or _PAIRS.fullmatch(match["number"]):
            yield Finding(Kind.PHONE, match["number"], match.start("number"))
