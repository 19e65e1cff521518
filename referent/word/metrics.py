"""How wide text is, roughly, without opening a font.

Widths are thousandths of the type size, at most a few too many. They were read from Carlito, Liberation Sans and
Liberation Serif, which were made to measure like Calibri, Arial and Times New Roman. Any other font is taken to be a
little wider than Arial: a column that is too wide does no harm, one that is too narrow breaks an amount in two.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

_CALIBRI = {
    226: "' \u00a0\u202f\u2009",
    239: "ilj",
    252: "I.,’",
    268: ":;",
    307: "`()f-[]\u2011",
    335: "{}J!t",
    349: "r",
    395: "/\\sz",
    433: '"L”“cx',
    455: "vyk",
    463: "FS|?",
    479: "ZgaåäTY",
    498: "EÉ#*+<=>^_eé~–•§",
    507: "$0123456789",
    529: "PXKbdhnpquüoöø",
    544: "CRB",
    579: "VAÅ",
    631: "DHG",
    664: "UNOØ",
    690: "Q½&…",
    725: "%w",
    799: "Ææm",
    905: "MW@—",
}
_ARIAL = {
    222: "'ijl’",
    278: "| !,./:;I[\\]ft\u00a0\u202f\u2009",
    333: "()-`r”“\u2011",
    389: '{}•"*',
    500: "Jcksvxyz^",
    556: "#$0123456789?L_abdeghnopquåéöäü–§",
    611: "+<=>~FTZø",
    667: "&ABEKPSVXYÅÉ",
    722: "CDHNRUw",
    778: "GOQØ",
    889: "Mm½%æ",
    1015: "WÆ—…@",
}
_TIMES = {
    200: "'|",
    250: " ,.\u00a0\u202f\u2009",
    278: "/:;\\ijlt",
    333: "!()-I[]`fr’\u2011",
    408: '•Js"',
    480: "?acezåéä”“^{}",
    500: "#$*0123456789_bdghknopquvxyøöü–§",
    564: "~FPS+<=>",
    667: "ELTZÉBCRæ",
    750: "ADGHKNOQUVXYwØÅ½",
    833: "&m%",
    1000: "MÆ@W—…",
}
_UNKNOWN_CHARACTER = 600
_BOLD = 1.06
_UNKNOWN_FONT = 1.1


def _by_character(groups: Mapping[int, str], factor: float = 1.0) -> dict[str, float]:
    return {character: width * factor for width, characters in groups.items() for character in characters}


_FONTS = {
    "calibri": _by_character(_CALIBRI),
    "carlito": _by_character(_CALIBRI),
    "arial": _by_character(_ARIAL),
    "helvetica": _by_character(_ARIAL),
    "liberation sans": _by_character(_ARIAL),
    "times new roman": _by_character(_TIMES),
    "liberation serif": _by_character(_TIMES),
}
_OTHER = _by_character(_ARIAL, _UNKNOWN_FONT)

_LINE_HEIGHTS = {"calibri": 1.22, "carlito": 1.22}
_OTHER_LINE_HEIGHT = 1.15


def text_width(text: str, font: str, points: float, bold: bool = False) -> float:
    """The width in points of `text` on one line."""
    return _thousandths(text, font.casefold()) * points / 1000 * (_BOLD if bold else 1.0)


def line_height(font: str, points: float) -> float:
    """The height in points of one line set solid, that is with a line spacing of 1."""
    return points * _LINE_HEIGHTS.get(font.casefold(), _OTHER_LINE_HEIGHT)


@lru_cache(maxsize=4096)
def _thousandths(text: str, font: str) -> float:
    widths = _FONTS.get(font, _OTHER)
    return sum(widths.get(character, _UNKNOWN_CHARACTER) for character in text)
