"""The style sheet of a page, from the few choices of a `Look`.

A table's caption is read aloud and not shown, as its description is in the Word document.
"""

from __future__ import annotations

import re

from referent.minutes.blocks import Look
from referent.minutes.contrast import LEAST, contrast

_TEXT = "1A1A1A"
_GROUND = "FFFFFF"
_SERIFS = ("times", "georgia", "garamond", "cambria", "book antiqua", "palatino", "serif")
_SAFE_NAME = re.compile(r"[^\w \-]")
_COLOUR = re.compile(r"[0-9A-Fa-f]{6}")

_RULES = """\
:root { color-scheme: light; }
body { margin: 0; background: #fff; color: #TEXT; font: 1.0625rem/1.6 BODY_FONT; overflow-wrap: break-word; }
main { max-width: 46rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
h1, h2, h3, h4, h5, h6 { font-family: HEADING_FONT; color: #COLOUR; line-height: 1.25; margin: 1.6em 0 .4em; }
SIZES
h1 { margin-top: 0; }
main > h2 { border-top: 1px solid #767676; padding-top: .8em; }
p, ul, ol, dl { margin: 0 0 .8em; }
ul, ol { padding-left: 1.6em; }
li > ul, li > ol { margin-bottom: 0; }
li > p { margin-bottom: .3em; }
a { color: #1F4E9E; text-decoration: underline; }
:focus-visible { outline: 3px solid #1F4E9E; outline-offset: 2px; }
header { margin-bottom: 2rem; }
dl { display: grid; grid-template-columns: minmax(8rem, max-content) 1fr; gap: .2em 1.2em; }
dt { font-weight: bold; }
dd { margin: 0; }
.draft { display: inline-block; border: 2px solid; padding: .1em .6em; font-weight: bold; letter-spacing: .1em; }
.subtitle { font-size: 1.2em; }
.label { font-weight: bold; margin-bottom: .2em; }
.reference { color: #595959; font-size: .9em; margin-bottom: .2em; }
.signature { max-width: 22rem; margin-top: 3.5rem; padding-top: .3em; border-top: 1px solid; }
.table { position: relative; overflow-x: auto; margin: 0 0 1.2em; }
table { border-collapse: collapse; min-width: 60%; font-size: .95em; line-height: 1.4; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
th, td { border: 1px solid #767676; padding: .35em .6em; text-align: left; vertical-align: top; }
th { background: #F2F2F2; }
td p, th p, td ul, td ol { margin-bottom: .15em; }
td > :last-child, th > :last-child { margin-bottom: 0; }
@media (max-width: 34rem) { dl { display: block; } dd { margin: 0 0 .4em; } }
@page { size: A4; margin: MARGINS; }
@media print {
  body { font-size: BODY_SIZE; line-height: LINE_SPACING; }
  main { max-width: none; padding: 0; }
  .table { overflow: visible; }
  thead { display: table-header-group; }
  tr, .signature { break-inside: avoid; }
  h1, h2, h3, h4, h5, h6, .label, .reference { break-after: avoid; }
  main > h2 { border-top: 0; padding-top: 0; }
  .new-page { break-before: page; }
}
"""


def style_sheet(look: Look, levels_above_items: int) -> str:
    """The whole sheet. Type sizes are relative on the screen, where the reader decides, and the look's own in print."""
    margins = (look.margin_top, look.margin_right, look.margin_bottom, look.margin_left)
    values = {
        "BODY_FONT": _fonts(look.body_font),
        "HEADING_FONT": _fonts(look.heading_font),
        "COLOUR": _readable(look.heading_colour),
        "TEXT": _TEXT,
        "SIZES": _heading_sizes(look, levels_above_items),
        "MARGINS": " ".join(f"{margin:g}mm" for margin in margins),
        "BODY_SIZE": f"{look.body_size:g}pt",
        "LINE_SPACING": f"{max(look.line_spacing * 1.15, 1.2):.2f}",  # Word's single spacing is about 1.15 of the type
    }
    return re.sub("|".join(values), lambda found: values[found[0]], _RULES)


def _heading_sizes(look: Look, levels_above_items: int) -> str:
    sizes = [*[look.title_size] * levels_above_items, *map(look.heading_size, range(1, 7))]
    ems = (size / look.body_size for size in sizes[:6])
    return "\n".join(f"h{level} {{ font-size: {em:.3g}em; }}" for level, em in enumerate(ems, start=1))


def _fonts(name: str) -> str:
    """The font, one of the same measures where it is missing, and the reader's own."""
    name = _SAFE_NAME.sub("", name).strip()
    is_serif = name.casefold().startswith(_SERIFS)
    alike = {
        "Calibri": "Carlito",
        "Cambria": "Caladea",
        "Arial": "Liberation Sans",
        "Times New Roman": "Liberation Serif",
    }
    families = [f'"{family}"' for family in (name, alike.get(name, "")) if family]
    return ", ".join([*families, "serif" if is_serif else "sans-serif"])


def _readable(colour: str) -> str:
    """The colour, or that of the text where it cannot be read on white."""
    return colour if _COLOUR.fullmatch(colour) and contrast(colour, _GROUND) >= LEAST else _TEXT
