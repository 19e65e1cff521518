"""What a document's styles say: the properties that a run or paragraph ends up with, and which styles are headings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from referent.word.accessibility.words import first_child, value, word
from referent.word.xml import Element, is_on

_HEADING = re.compile(r"heading ([1-9])")
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_USUAL_SIZE = 10.0
"""Points, where a document says nothing (ECMA-376 part 1, 17.3.2.38)."""
_BODY_LEVEL = 9
"""The outline level that means: no heading."""


class Styles:
    """The styles of one document. Names are as Word keeps them, in English whatever language it runs in."""

    def __init__(self, root: Element | None, theme: Element | None) -> None:
        found = list(root.iterchildren(word("style"))) if root is not None else []
        self._by_id = {value(style, "styleId"): style for style in found}
        self._chains: dict[str, tuple[Element, ...]] = {}
        self._decided: dict[tuple[str, str, str, tuple[Element, ...]], Element | None] = {}
        self._defaults = first_child(root, "docDefaults", "rPrDefault", "rPr")
        self._usual = {
            value(style, "type"): value(style, "styleId")
            for style in found
            if value(style, "default").casefold() in ("1", "true", "on")
        }
        self.theme_colours = _theme_colours(theme)

    @property
    def languages(self) -> Iterator[Element]:
        """Every place where the language of the whole document may stand."""
        for properties in (self._defaults, *(style.find(word("rPr")) for style in self.chain(self.usual("paragraph")))):
            if properties is not None:
                yield from properties.iterchildren(word("lang"))

    def usual(self, kind: str) -> str:
        """The id of the style that holds where none is named."""
        return self._usual.get(kind, "")

    def chain(self, style_id: str) -> tuple[Element, ...]:
        """The style and those that it is based on, the nearest first."""
        if style_id not in self._chains:
            chain: dict[str, Element] = {}
            above = style_id
            while above in self._by_id and above not in chain:
                chain[above] = self._by_id[above]
                above = value(chain[above].find(word("basedOn")))
            self._chains[style_id] = tuple(chain.values())
        return self._chains[style_id]

    def style_of(self, paragraph: Element) -> str:
        return value(first_child(paragraph, "pPr", "pStyle")) or self.usual("paragraph")

    def names(self, paragraph: Element) -> list[str]:
        """The names of the paragraph's style and those it is based on, in small letters."""
        return [value(style.find(word("name"))).casefold() for style in self.chain(self.style_of(paragraph))]

    def heading_level(self, paragraph: Element) -> int | None:
        """1 and more for a heading, by its outline level or by a style named "heading 1"; None: it is no heading."""
        own = first_child(paragraph, "pPr", "outlineLvl")
        if own is not None:
            return _level(own)
        for style in self.chain(self.style_of(paragraph)):
            level = first_child(style, "pPr", "outlineLvl")
            if level is not None:
                return _level(level)
            named = _HEADING.fullmatch(value(style.find(word("name"))).casefold())
            if named:
                return int(named[1])
        return None

    def paragraph_property(self, name: str, paragraph: Element) -> Element | None:
        """The element that decides a paragraph's property; None where nothing does."""
        own = first_child(paragraph, "pPr", name)
        if own is not None:
            return own
        styled = (first_child(style, "pPr", name) for style in self.chain(self.style_of(paragraph)))
        return next((found for found in styled if found is not None), None)

    def run_property(
        self, name: str, run: Element, paragraph: Element, formats: tuple[Element, ...] = ()
    ) -> Element | None:
        """The element that decides a run's property; `formats` is what the style of a table around it says."""
        own = run.find(word("rPr"))
        if own is not None:
            found = own.find(word(name))
            if found is not None:
                return found
        character = value(own.find(word("rStyle"))) if own is not None else ""
        return self._styled(name, character, self.style_of(paragraph), formats)

    def _styled(self, name: str, character: str, style_id: str, formats: tuple[Element, ...]) -> Element | None:
        key = (name, character, style_id, formats)
        if key not in self._decided:
            styles = (*self.chain(character), *self.chain(style_id), *formats)
            sources = [*(style.find(word("rPr")) for style in styles), self._defaults]
            found = (source.find(word(name)) for source in sources if source is not None)
            self._decided[key] = next((element for element in found if element is not None), None)
        return self._decided[key]

    def is_bold(self, run: Element, paragraph: Element, formats: tuple[Element, ...] = ()) -> bool:
        return is_on(self.run_property("b", run, paragraph, formats))

    def size(self, run: Element, paragraph: Element, formats: tuple[Element, ...] = ()) -> float:
        """The type size in points."""
        half_points = value(self.run_property("sz", run, paragraph, formats))
        return float(half_points) / 2 if half_points.isdecimal() else _USUAL_SIZE


def _level(outline: Element) -> int | None:
    level = value(outline)
    return int(level) + 1 if level.isdecimal() and int(level) < _BODY_LEVEL else None


def _theme_colours(theme: Element | None) -> dict[str, str]:
    """Six hexadecimal digits for each colour that a document may name instead."""
    scheme = theme.find(f".//{_DRAWING}clrScheme") if theme is not None else None
    colours: dict[str, str] = {}
    for entry in scheme if scheme is not None else ():
        if isinstance(entry.tag, str) and len(entry):
            colours[entry.tag.rpartition("}")[2]] = (entry[0].get("lastClr") or entry[0].get("val") or "").upper()
    other_names = {"text1": "dk1", "dark1": "dk1", "background1": "lt1", "light1": "lt1", "text2": "dk2",
                   "dark2": "dk2", "background2": "lt2", "light2": "lt2", "hyperlink": "hlink",
                   "followedHyperlink": "folHlink"}  # fmt: skip
    return colours | {name: colours[of] for name, of in other_names.items() if of in colours}
