"""Make `referent/word/fonts.json` anew: how wide and how high the characters of three families of fonts are.

Liberation Sans, Liberation Serif and Carlito were made to measure like Arial, Times New Roman and Calibri; they are
free, and Debian has them (`apt install fonts-liberation fonts-crosextra-carlito`). What is read of each font is `head`
(units), `hhea` (height, number of widths), `hmtx` (a width for each glyph) and `cmap` (the glyph of each character).
Source: the OpenType specification, https://learn.microsoft.com/typography/opentype/spec/.

python -m tests.font_tables [FOLDER…]
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from struct import unpack_from

TARGET = Path(__file__).parents[1] / "referent" / "word" / "fonts.json"
FOLDERS = (Path("/usr/share/fonts/truetype"), Path("/usr/share/fonts"), Path("/Library/Fonts"))
FAMILIES = {"carlito": "Carlito", "liberation sans": "LiberationSans", "liberation serif": "LiberationSerif"}
FACES = {"regular": "Regular", "bold": "Bold", "italic": "Italic", "bold italic": "BoldItalic"}
BLOCKS = (
    range(0x20, 0x7F),
    range(0xA0, 0xAD),
    range(0xAE, 0x180),
    range(0x2000, 0x200B),
    range(0x2010, 0x2028),
    range(0x202F, 0x2040),
    range(0x20AC, 0x20AD),
)
"""Latin-1 but for the soft hyphen, Latin Extended-A, general punctuation and spaces that have a width, the euro."""


def tables_of(font: bytes) -> dict[str, int]:
    """Where each table of the font begins."""
    (count,) = unpack_from(">H", font, 4)
    records = (unpack_from(">4sIII", font, 12 + 16 * number) for number in range(count))
    return {tag.decode(): offset for tag, _, offset, _ in records}


def glyphs_of(font: bytes, cmap: int) -> dict[int, int]:
    """The glyph of each character of the basic plane: the subtable of format 4 for Windows."""
    (count,) = unpack_from(">H", font, cmap + 2)
    subtables = (unpack_from(">HHI", font, cmap + 4 + 8 * number) for number in range(count))
    start = cmap + next(offset for platform, encoding, offset in subtables if (platform, encoding) == (3, 1))
    kind, _, _, doubled = unpack_from(">HHHH", font, start)
    assert kind == 4
    segments = doubled // 2
    ends = unpack_from(f">{segments}H", font, start + 14)
    starts = unpack_from(f">{segments}H", font, start + 16 + doubled)
    deltas = unpack_from(f">{segments}H", font, start + 16 + 2 * doubled)
    ranges_at = start + 16 + 3 * doubled
    ranges = unpack_from(f">{segments}H", font, ranges_at)
    glyphs = {}
    for number, (first, last) in enumerate(zip(starts, ends, strict=True)):
        for character in range(first, last + 1):
            glyph = character
            if ranges[number]:
                at = ranges_at + 2 * number + ranges[number] + 2 * (character - first)
                (glyph,) = unpack_from(">H", font, at)
            glyphs[character] = (glyph + deltas[number]) & 0xFFFF
    return glyphs


def measured(font: bytes) -> dict[str, object]:
    """Widths in runs of characters that follow each other, and the height of a line, in units of the font."""
    tables = tables_of(font)
    (units,) = unpack_from(">H", font, tables["head"] + 18)
    ascent, descent, gap = unpack_from(">hhh", font, tables["hhea"] + 4)
    (count,) = unpack_from(">H", font, tables["hhea"] + 34)
    advances = unpack_from(">" + "Hh" * count, font, tables["hmtx"])[::2]
    glyphs = glyphs_of(font, tables["cmap"])
    widths: dict[str, list[int]] = {}
    for block in BLOCKS:
        start = ""
        for character in block:
            if character not in glyphs:
                start = ""
                continue
            start = start or f"{character:04X}"
            widths.setdefault(start, []).append(advances[min(glyphs[character], count - 1)])
    return {"em": units, "line": ascent - descent + gap, "widths": widths}


def made(folders: tuple[Path, ...] = FOLDERS) -> str:
    """What `fonts.json` has to hold. Raises FileNotFoundError where a font is missing."""
    faces = {}
    for family, file in FAMILIES.items():
        for face, suffix in FACES.items():
            pattern = f"{file}-{suffix}.ttf"
            path = next((path for folder in folders for path in sorted(folder.rglob(pattern))), None)
            if path is None:
                raise FileNotFoundError(pattern)
            faces[f"{family}/{face}"] = measured(path.read_bytes())
    lines = (f"{json.dumps(name)}: {json.dumps(values, separators=(',', ':'))}" for name, values in faces.items())
    return "{\n" + ",\n".join(lines) + "\n}\n"


if __name__ == "__main__":
    TARGET.write_text(made(tuple(Path(folder) for folder in sys.argv[1:]) or FOLDERS), encoding="utf-8")
    print(f"{TARGET}: {TARGET.stat().st_size} bytes")
