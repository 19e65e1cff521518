"""Agendas that are none: by hand, and every key of the schema with every kind of value that it cannot have.

python -m tests.files.malformed      what is said about each
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from referent.files.agenda_schema import AgendaShape
from referent.files.shape import models_in

HEAD = 'udvalg = "Havneudvalget"\ndato = 2026-11-26\n'
ITEM = HEAD + '[[punkter]]\ntitel = "Ny bro"\n'
PERSON = HEAD + '[[deltagere]]\nnavn = "Bo Krogh"\n'
HEX = "0x" + "F" * 6_000

WHOLE_FILE = {"empty", "only a comment", "only a mark", "no body", "no date"}
"""What is wrong with these stands on no line."""

BROKEN_TOML: dict[str, str] = {
    "empty": "",
    "only a comment": "# en dagsorden\n",
    "a word": "udvalg",
    "a key without value": "udvalg =",
    "a value without key": "= 3",
    "a sentence": "Vi mødes på torsdag kl. 13\n",
    "markdown": "# Dagsorden\n\n1. Velkomst\n2. Budget\n",
    "json": '{"udvalg": "Havneudvalget"}',
    "yaml": "udvalg: Havneudvalget\ndato: 2026-11-26\n",
    "ini": "[moede]\nudvalg: Havneudvalget\n",
    "html": "<html><body>Dagsorden</body></html>",
    "csv": "punkt;tid;titel\n1;13.00;Velkomst\n",
    "colon": HEAD + 'sted: "Havnen"\n',
    "two equals": HEAD + 'sted == "Havnen"\n',
    "text without quotes": HEAD + "sted = Havnen\n",
    "typographic quotes": HEAD + "sted = ”Havnen”\n",
    "low quotes": HEAD + "sted = „Havnen“\n",
    "open text": HEAD + 'sted = "Havnen\n',
    "open text at the end": HEAD + 'sted = "Havnen',
    "open literal": HEAD + "sted = 'Havnen\n",
    "open long text": HEAD + 'sted = """Havnen\n',
    "open long literal": HEAD + "sted = '''Havnen\n",
    "text over lines": HEAD + 'sted = "Hav\nnen"\n',
    "quote in a text": HEAD + 'sted = "Restaurant "Havnen""\n',
    "windows path": HEAD + 'skabelon = "C:\\Brevpapir\\x.docx"\n',
    "hex escape": HEAD + 'sted = "\\x1b[2J"\n',
    "escape of a surrogate": HEAD + 'sted = "\\ud800"\n',
    "escape beyond Unicode": HEAD + 'sted = "\\U00110000"\n',
    "short escape": HEAD + 'sted = "\\u12"\n',
    "unknown escape": HEAD + 'sted = "\\å"\n',
    "backslash at the end": HEAD + 'sted = "Havnen\\"\n',
    "two on a line": 'udvalg = "Havneudvalget" dato = 2026-11-26\n',
    "comma after a value": HEAD + 'sted = "Havnen",\n',
    "semicolon": HEAD + 'sted = "Havnen";\n',
    "key twice": HEAD + 'sted = "a"\nsted = "b"\n',
    "key twice, quoted": HEAD + 'sted = "a"\n"sted" = "b"\n',
    "key twice in an inline table": HEAD + 'punkter = [{ titel = "a", titel = "b" }]\n',
    "table twice": HEAD + '[deltagere]\nnavn = "a"\n[deltagere]\nnavn = "b"\n',
    "list, then table": HEAD + '[[punkter]]\ntitel = "a"\n[punkter]\n',
    "table, then list": HEAD + '[punkter]\ntitel = "a"\n[[punkter]]\n',
    "written list, then tables": HEAD + 'punkter = []\n[[punkter]]\ntitel = "a"\n',
    "value, then table": HEAD + 'sted = "a"\n[sted]\n',
    "value, then dotted": HEAD + "sted = 1\nsted.x = 2\n",
    "inline table extended": HEAD + "sted = { a = 1 }\nsted.b = 2\n",
    "dotted, then table": HEAD + "a.b = 1\n[a]\nc = 1\n",
    "open table name": HEAD + "[punkter\ntitel = 1\n",
    "open list name": HEAD + '[[punkter]\ntitel = "a"\n',
    "list name with a space": HEAD + '[ [punkter] ]\ntitel = "a"\n',
    "empty table name": HEAD + "[]\n",
    "empty list name": HEAD + "[[]]\n",
    "two names on a line": HEAD + '[[punkter]] titel = "a"\n',
    "dot at the end of a name": HEAD + "[punkter.]\n",
    "dots in a row": HEAD + "a..b = 1\n",
    "dot first": HEAD + ".a = 1\n",
    "danish letter in a key": HEAD + 'år = "2026"\n',
    "space in a key": HEAD + 'titel lukket = "a"\n',
    "long text as key": HEAD + '"""a""" = 1\n',
    "open list": HEAD + 'referent = ["Ida", "Liv"\n',
    "list without comma": HEAD + 'referent = ["Ida" "Liv"]\n',
    "list of a comma": HEAD + "referent = [,]\n",
    "list closed twice": HEAD + 'referent = ["Ida"]]\n',
    "open inline table": ITEM + 'bilag = [{ titel = "Kort" ]\n',
    "inline table over lines": ITEM + 'bilag = [{\n  titel = "Kort",\n  fil = "k.pdf"\n}]\n',
    "comma at the end of an inline table": ITEM + 'bilag = [{ titel = "Kort", }]\n',
    "month 13": 'udvalg = "a"\ndato = 2026-13-01\n',
    "day 31 of a short month": 'udvalg = "a"\ndato = 2026-02-31\n',
    "day first": 'udvalg = "a"\ndato = 26-11-2026\n',
    "date with points": 'udvalg = "a"\ndato = 26.11.2026\n',
    "date with slashes": 'udvalg = "a"\ndato = 26/11/2026\n',
    "hour 25": HEAD + "start = 25:00:00\n",
    "second 61": HEAD + "start = 13:00:61\n",
    "slot without quotes": ITEM + "tid = 13.15-13.45\n",
    "minutes without quotes": ITEM + "varighed = 30 min\n",
    "number that begins with zero": HEAD + "nummer_fra = 007\n",
    "number with a comma": HEAD + "nummer_fra = 1,5\n",
    "number with two underscores": HEAD + "nummer_fra = 1__0\n",
    "True": PERSON + "afbud = True\n",
    "ja": PERSON + "afbud = ja\n",
    "null": HEAD + "sted = null\n",
    "conflict of a merge": HEAD + "<<<<<<< HEAD\nsted = 1\n=======\nsted = 2\n>>>>>>> b\n",
    "deep list": HEAD + "sted = " + "[" * 5_000,
    "deep list, closed": HEAD + "sted = " + "[" * 3_000 + "]" * 3_000,
    "deep table": HEAD + "sted = " + "{a=" * 3_000,
    "deep, further down": ITEM + "bilag = [\n" + "[" * 2_000 + "\n]",
    "five thousand digits": HEAD + "nummer_fra = " + "9" * 5_000,
    "five thousand dots": HEAD + "a" + ".a" * 5_000 + " = 1\n",
    "five thousand dots in a name": HEAD + "[a" + ".a" * 5_000 + "]\n",
    "five thousand dots in an inline table": HEAD + "a = { a" + ".a" * 5_000 + " = 1 }\n",
    "form feed": HEAD + "\x0csted = 1\n",
    "escape in a text": HEAD + 'sted = "\x1b]52;c;aGVq\x07"\n',
    "escape in a comment": HEAD + "# \x1b[2J\n",
    "escape at the beginning": "\x1b[2J" + HEAD,
    "delete": HEAD + 'sted = "\x7f"\n',
    "no-break space": HEAD + "sted\u00a0= 1\n",
    "zero width space": HEAD + "\u200bsted = 1\n",
    "bidi override": HEAD + "\u202ested = 1\n",
    "a second mark": "\ufeff\ufeff" + HEAD,
    "only a mark": "\ufeff",
    "old line ends": HEAD.replace("\n", "\r"),
    "mixed line ends": 'udvalg = "a"\r\ndato = 2026-11-26\rsted = "b"\n',
    "line separator": HEAD + "\u2028sted = 1\n",
}

NOT_TEXT: dict[str, bytes] = {
    "nul": b"\x00",
    "nuls": bytes(4_096),
    "nul in a text": b'udvalg = "a\x00b"\n',
    "nul at the end": HEAD.encode() + b"\x00",
    "half a mark": b"\xef\xbb" + HEAD.encode(),
    "utf-16": HEAD.encode("utf-16"),
    "utf-16 little end first": HEAD.encode("utf-16-le"),
    "utf-16 big end first": HEAD.encode("utf-16-be"),
    "only a utf-16 mark": b"\xff\xfe",
    "utf-32": HEAD.encode("utf-32"),
    "windows-1252": (HEAD + 'sted = "Rådhuset"\n').encode("cp1252"),
    "windows-1252 quotes": (HEAD + "sted = ”Havnen”\n").encode("cp1252"),
    "windows-1252 in a comment": (HEAD + "# blåbær\n").encode("cp1252"),
    "mac roman": (HEAD + 'sted = "Rådhuset"\n').encode("mac-roman"),
    "dos": (HEAD + 'sted = "Rådhuset"\n').encode("cp865"),
    "half a letter": HEAD.encode() + 'sted = "å'.encode()[:-1],
    "half a letter inside": HEAD.encode() + b'sted = "\xc3"\n',
    "encoded surrogate": HEAD.encode() + b'sted = "\xed\xa0\x80"\n',
    "overlong": HEAD.encode() + b'sted = "\xc0\x80"\n',
    "beyond Unicode": HEAD.encode() + b'sted = "\xf4\x90\x80\x80"\n',
    "byte that is nothing": HEAD.encode() + b'sted = "\xff"\n',
    "zip": b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00",
    "pdf": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
    "png": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
    "gzip": b"\x1f\x8b\x08\x00\x00\x00\x00\x00",
}

WRONG_SHAPE: dict[str, str] = {
    "no body": "dato = 2026-11-26\n",
    "no date": 'udvalg = "a"\n',
    "empty body": 'udvalg = "  "\ndato = 2026-11-26\n',
    "body of controls": 'udvalg = "\\u001b\\u202e"\ndato = 2026-11-26\n',
    "item without title": HEAD + "[[punkter]]\n",
    "person without name": HEAD + "[[deltagere]]\ntitel = 'a'\n",
    "section without heading": ITEM + "[[punkter.afsnit]]\ntekst = 'a'\n",
    "attachment without title": ITEM + "bilag = [{ fil = 'a' }]\n",
    "empty attachment": ITEM + "bilag = ['']\n",
    "guest without name": ITEM + "inviterede = [{ titel = 'a' }]\n",
    "one table for a list": HEAD + "[punkter]\ntitel = 'a'\n",
    "table inside the list": HEAD + "[punkter.a]\ntitel = 'a'\n",
    "items as texts": HEAD + "punkter = ['a', 'b']\n",
    "items in a list in a list": HEAD + "punkter = [[{ titel = 'a' }]]\n",
    "section as text": ITEM + "afsnit = ['a']\n",
    "sections without a list": ITEM + "[punkter.afsnit]\noverskrift = 'a'\n",
    "guests as one text": ITEM + "inviterede = 'a'\n",
    "attachments as one text": ITEM + "bilag = 'a'\n",
    "minute takers as numbers": HEAD + "referent = [1, true]\n",
    "root key under an item": ITEM + "udvalg = 'a'\n",
    "item key at the root": HEAD + "lukket = true\n",
    "key with a capital": HEAD + "Sted = 'a'\n",
    "key near another": HEAD + "stedd = 'a'\n",
    "key with danish letters": ITEM + "'resumé' = 'a'\n",
    "key with a hyphen": ITEM + "titel-lukket = 'a'\n",
    "english key": HEAD + "place = 'a'\n",
    "empty key": HEAD + "'' = 1\n",
    "key of escapes": HEAD + '"\\u001b]52;c;aGVq\\u0007" = 1\n',
    "key of 100,000 letters": HEAD + "x" * 100_000 + " = 1\n",
    "key of markup": HEAD + '"[/]" = 1\n',
    "many unknown keys": HEAD + "".join(f"k{number} = 1\n" for number in range(300)),
    "deep unknown table": HEAD + "[a.b.c.d.e.f.g.h.i.j.k.l]\nm = 1\n",
    "a kind that is none": ITEM + "type = 'snak'\n",
    "a kind near another": ITEM + "type = 'droeftelse'\n",
    "a kind of escapes": ITEM + 'type = "\\u001b[2J"\n',
    "a kind of 100,000 letters": ITEM + f"type = '{'x' * 100_000}'\n",
    "a profile that is none": HEAD + "profil = 'region'\n",
    "title of 100,000 letters": HEAD + f"titel = '{'x' * 100_000}'\n",
    "too many items": HEAD + "[[punkter]]\ntitel = 'a'\n" * 2_001,
    "both slot and length": ITEM + "tid = '13.00-14.00'\nvarighed = 30\n",
    "slot that ends first": ITEM + "tid = '14.00-13.00'\n",
    "slot without length": ITEM + "tid = '13.00-13.00'\n",
    "slot of one time": ITEM + "tid = '13.00'\n",
    "slot of three times": ITEM + "tid = '13.00-14.00-15.00'\n",
    "slot of hour 25": ITEM + "tid = '25.00-26.00'\n",
    "slot of hexadecimals": ITEM + f"tid = {HEX}\n",
    "length of hexadecimals": ITEM + f"varighed = {HEX}\n",
    "date of hexadecimals": f"udvalg = 'a'\ndato = {HEX}\n",
    "time of hexadecimals": HEAD + f"start = {HEX}\n",
    "number of hexadecimals": HEAD + f"nummer_fra = {HEX}\n",
    "list of hexadecimals": HEAD + f"start = [{HEX}]\n",
    "length of 0": ITEM + "varighed = 0\n",
    "length of 1441": ITEM + "varighed = 1441\n",
    "length in hours": ITEM + "varighed = '1 time'\n",
    "time of 24.01": HEAD + "start = '24.01'\n",
    "time with one digit": HEAD + "start = 13.5\n",
    "time with three digits": HEAD + "start = 13.500\n",
    "hour alone": HEAD + "start = 13\n",
    "minute 60": HEAD + "start = '13.60'\n",
    "year 0001": "udvalg = 'a'\ndato = 0001-01-01\n",
    "year 9999": "udvalg = 'a'\ndato = 9999-12-31\n",
    "year alone": "udvalg = 'a'\ndato = 2026\n",
    "date in words": "udvalg = 'a'\ndato = 'den 26. november 2026'\n",
    "short year": "udvalg = 'a'\ndato = '26-11-26'\n",
    "30 February": "udvalg = 'a'\ndato = '30-02-2026'\n",
    "number below 0": HEAD + "nummer_fra = -1\n",
    "number of a million": HEAD + "nummer_fra = 1_000_000\n",
    "number as text": HEAD + "nummer_fra = '1'\n",
    "boolean as text": PERSON + "stemmeret = 'ja'\n",
    "boolean as number": PERSON + "vakant = 1\n",
}

NEVER_RIGHT = ("inf", "-1", "{ a = 1 }", "[[1]]", "1979-05-27T07:32:00Z")
"""Values that no key takes, but for the last one, which is a date."""


def every_malformed() -> dict[str, bytes]:
    """By name; at least 300."""
    by_hand = {name: text.encode("utf-8", "surrogatepass") for name, text in (BROKEN_TOML | WRONG_SHAPE).items()}
    return by_hand | NOT_TEXT | dict(wrong_types())


def wrong_types() -> Iterator[tuple[str, bytes]]:
    """Every key of the schema with each value that it cannot have; a new key is there by itself."""
    for path in keys_of(AgendaShape):
        for value in NEVER_RIGHT:
            if path != ("dato",) or value != NEVER_RIGHT[-1]:
                yield f"{'.'.join(path)} = {value}", _with(path, value).encode()


def keys_of(model: type[BaseModel], above: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The path of every key of a file in the shape of `model`, with those of the tables inside it."""
    for name, field in model.model_fields.items():
        yield (*above, name)
        for inner in models_in(field.annotation):
            yield from keys_of(inner, (*above, name))


def _with(path: tuple[str, ...], value: str) -> str:
    """An agenda with `value` at `path`, and everything else that has to be there."""
    *tables, key = path
    root = {name: line for name, line in (("udvalg", "udvalg = 'a'"), ("dato", "dato = 2026-11-26")) if path != (name,)}
    lines = [*root.values(), *([] if tables else [f"{key} = {value}"])]
    model: type[BaseModel] = AgendaShape
    for position, table in enumerate(tables):
        model = models_in(model.model_fields[table].annotation)[0]
        lines.append(f"[[{'.'.join(tables[: position + 1])}]]")
        is_last = position == len(tables) - 1
        lines += [
            f"{name} = 'a'"
            for name, field in model.model_fields.items()
            if field.is_required() and not (is_last and name == key)
        ]
    return "\n".join([*lines, *([f"{key} = {value}"] if tables else [])]) + "\n"


def _show(argument: Any) -> None:
    from referent.files.agenda_warnings import check_agenda

    path = Path(argument)
    for name, content in every_malformed().items():
        path.write_bytes(content)
        print(f"{name}: {check_agenda(path, ()).faults[0].message[:200]}")


if __name__ == "__main__":
    _show(sys.argv[1])
