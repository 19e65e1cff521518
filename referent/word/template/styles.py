"""The styles of a Word template, known by what Word calls them and not by their ids.

A Danish Word names the id "Overskrift1" and the style "heading 1". What the template has is used as it is; what it
lacks is added from ours.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace

from referent.minutes.blocks import Look
from referent.word.design import Design, ParagraphStyle
from referent.word.units import TWIPS_PER_POINT
from referent.word.xml import Element, child, is_on, qualified, root

_DEFAULT_SIZE = 10.0
"""Points; of text that no style gives a size (ECMA-376 part 1, 17.3.2.38)."""
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_AFTER_LANGUAGE = tuple(qualified(name) for name in ("w:eastAsianLayout", "w:specVanish", "w:oMath"))
_LARGEST = 31_680
"""Twips: the longest that Word knows, 22 inches."""
_REFERENCES = ("w:basedOn", "w:next", "w:link")


class TemplateStyles:
    """`styles.xml` of a template, with its theme's fonts where it has a theme."""

    def __init__(self, styles: Element, theme: Element | None) -> None:
        self._root = styles
        self._theme = theme
        self._by_id = {style.get(qualified("w:styleId"), ""): style for style in _styles(styles)}
        self._by_name = {key: style for style in reversed(list(_styles(styles))) for key in _keys(style)}

    def adopt(self, ours: Element, num_id_offset: int) -> dict[str, str]:
        """Add what the template lacks of `ours`, a whole `w:styles`. What each of our ids is called in the template.

        `num_id_offset` is added to the number of each list that an added style belongs to.
        """
        ids: dict[str, str] = {}
        added: list[Element] = []
        for style in _styles(ours):
            our_id = style.get(qualified("w:styleId"), "")
            if (known := self._like(style)) is not None:
                ids[our_id] = known.get(qualified("w:styleId"), "")
            else:
                ids[our_id] = self._free_id(our_id)
                added.append(deepcopy(style))
        for style in added:
            self._add(style, ids, num_id_offset)
        return ids

    def look(self, look: Look) -> Look:
        """Our look as far as the template has one of its own: what we add then goes with what it has."""
        normal = self._resolved(self._default("paragraph"), ParagraphStyle("Normal", "Normal", _DEFAULT_SIZE))
        headings = [self._by_name.get(("paragraph", f"heading {level}")) for level in range(1, 7)]
        first = headings[0]
        sizes = tuple(self._resolved(heading, normal).size for heading in headings if heading is not None)
        colour = self._value(first, "w:rPr", "w:color") if first is not None else None
        body_font = normal.font or look.body_font
        return replace(
            look,
            body_font=body_font,
            body_size=normal.size,
            line_spacing=normal.line,
            paragraph_gap=normal.after,
            heading_font=(self._font(first) if first is not None else self._theme_font("major")) or body_font,
            heading_sizes=sizes or look.heading_sizes,
            heading_colour=look.heading_colour if colour in (None, "auto") else str(colour),
        )

    def measured(self, design: Design, ids: dict[str, str]) -> Design:
        """The same design with the sizes and distances of the template's own styles, for all that is worked out."""
        found = {our_id: self._by_id.get(ids[our_id]) for our_id in design.styles}
        styles = {our_id: self._resolved(found[our_id], style) for our_id, style in design.styles.items()}
        return replace(design, styles=styles)

    def has_dotted_right_tab(self, style_id: str) -> bool:
        """Whether a line of the contents has its page number at the margin without further ado."""
        style = self._by_id.get(style_id)
        tabs = [] if style is None else [tab for part in self._chain(style) for tab in part.iter(qualified("w:tab"))]
        return any(tab.get(qualified("w:val")) == "right" and tab.get(qualified("w:leader")) == "dot" for tab in tabs)

    def set_language(self, language: str) -> None:
        """The minutes are in `language` whatever the Word was set to that the template was made with."""
        for style in _styles(self._root):
            for element in list(style.iter(qualified("w:lang"))):
                parent = element.getparent()
                if parent is not None:
                    parent.remove(element)
        run = self._defaults("w:rPrDefault", "w:rPr")
        known = run.find(qualified("w:lang"))
        if known is None:
            known = root("w:lang")
            follower = next(run.iterchildren(*_AFTER_LANGUAGE), None)
            run.append(known) if follower is None else follower.addprevious(known)
        known.set(qualified("w:val"), language)

    def _like(self, style: Element) -> Element | None:
        kind = style.get(qualified("w:type"), "paragraph")
        if style.get(qualified("w:default")) == "1" and (default := self._default(kind)) is not None:
            return default
        return next((self._by_name[key] for key in _keys(style) if key in self._by_name), None)

    def _default(self, kind: str) -> Element | None:
        of_kind = [style for style in _styles(self._root) if style.get(qualified("w:type"), "paragraph") == kind]
        marked = (style for style in of_kind if style.get(qualified("w:default")) in ("1", "true", "on"))
        return next(marked, None)

    def _free_id(self, wanted: str) -> str:
        taken = {style_id.casefold() for style_id in self._by_id}
        return next(name for name in _numbered(wanted, "") if name.casefold() not in taken)

    def _add(self, style: Element, ids: dict[str, str], num_id_offset: int) -> None:
        style_id = ids[style.get(qualified("w:styleId"), "")]
        style.set(qualified("w:styleId"), style_id)
        name = style.find(qualified("w:name"))
        if name is not None:
            taken = {key[1] for key in self._by_name}
            wanted = name.get(qualified("w:val"), "")
            free = next(text for text in _numbered(wanted, " ") if text.casefold() not in taken)
            name.set(qualified("w:val"), free)
        for reference in _REFERENCES:
            if (element := style.find(qualified(reference))) is not None:
                other = element.get(qualified("w:val"), "")
                element.set(qualified("w:val"), ids.get(other, other))
        for element in style.iter(qualified("w:numId")):
            element.set(qualified("w:val"), str(int(element.get(qualified("w:val"), "0")) + num_id_offset))
        self._root.append(style)
        self._by_id[style_id] = style
        for key in _keys(style):
            self._by_name.setdefault(key, style)

    def _resolved(self, style: Element | None, ours: ParagraphStyle) -> ParagraphStyle:
        """`ours` with what the template says of the style that stands for it, inherited and default values included."""
        size = self._number(style, "w:rPr", "w:sz")
        line = self._number(style, "w:pPr", "w:spacing", "line")
        rule = self._value(style, "w:pPr", "w:spacing", "lineRule")
        is_exact = line is not None and rule in ("exact", "atLeast")
        return replace(
            ours,
            size=max(size / 2, 1) if size is not None else _DEFAULT_SIZE,
            before=(self._number(style, "w:pPr", "w:spacing", "before") or 0) / TWIPS_PER_POINT,
            after=(self._number(style, "w:pPr", "w:spacing", "after") or 0) / TWIPS_PER_POINT,
            line=1.0 if line is None or is_exact else line / 240,
            exact_line=line / TWIPS_PER_POINT if line is not None and is_exact else None,
            font=self._font(style),
            bold=self._is_on(style, "w:rPr", "w:b"),
            keep_next=self._is_on(style, "w:pPr", "w:keepNext"),
            left=self._indent(style, "left", "start"),
            right=self._indent(style, "right", "end"),
        )

    def _indent(self, style: Element | None, *names: str) -> int:
        """It goes by two names, of which the later Words write the second."""
        found = (self._number(style, "w:pPr", "w:ind", name) for name in names)
        return round(next((value for value in found if value is not None), 0))

    def _font(self, style: Element | None) -> str | None:
        for properties in self._properties(style, "w:rPr"):
            fonts = properties.find(qualified("w:rFonts"))
            if fonts is None:
                continue
            theme = fonts.get(qualified("w:asciiTheme"))
            font = self._theme_font(theme[:5]) if theme else fonts.get(qualified("w:ascii"))
            if font:
                return font
        return None

    def _theme_font(self, kind: str) -> str | None:
        """Of headings ("major") or of text ("minor")."""
        if self._theme is None:
            return None
        latin = self._theme.find(f".//{_DRAWING}{kind}Font/{_DRAWING}latin") if kind in ("major", "minor") else None
        return None if latin is None else latin.get("typeface") or None

    def _is_on(self, style: Element | None, group: str, name: str) -> bool:
        for properties in self._properties(style, group):
            if (element := properties.find(qualified(name))) is not None:
                return is_on(element)
        return False

    def _number(self, style: Element | None, group: str, name: str, attribute: str = "val") -> float | None:
        value = self._value(style, group, name, attribute)
        try:
            number = None if value is None else float(value)
        except ValueError:
            return None
        return number if number is not None and abs(number) <= _LARGEST else None

    def _value(self, style: Element | None, group: str, name: str, attribute: str = "val") -> str | None:
        for properties in self._properties(style, group):
            element = properties.find(qualified(name))
            if element is not None and (value := element.get(qualified(f"w:{attribute}"))) is not None:
                return value
        return None

    def _properties(self, style: Element | None, group: str) -> Iterator[Element]:
        """Where a property may stand, the nearest first: the style, what it is based on, the defaults."""
        for part in [] if style is None else self._chain(style):
            if (properties := part.find(qualified(group))) is not None:
                yield properties
        yield self._defaults(f"{group}Default", group)

    def _chain(self, style: Element) -> Iterator[Element]:
        seen: set[str] = set()
        current: Element | None = style
        while current is not None and (style_id := current.get(qualified("w:styleId"), "")) not in seen:
            seen.add(style_id)
            yield current
            base = current.find(qualified("w:basedOn"))
            current = None if base is None else self._by_id.get(base.get(qualified("w:val"), ""))

    def _defaults(self, group: str, properties: str) -> Element:
        """Made where the template has none; `w:docDefaults` stands first, the characters' before the paragraphs'."""
        defaults = self._root.find(qualified("w:docDefaults"))
        if defaults is None:
            defaults = root("w:docDefaults")
            self._root.insert(0, defaults)
        element = defaults.find(qualified(group))
        if element is None:
            element = root(group)
            defaults.insert(0 if group == "w:rPrDefault" else len(defaults), element)
        found = element.find(qualified(properties))
        return child(element, properties) if found is None else found


def _styles(styles: Element) -> Iterator[Element]:
    return styles.iterchildren(qualified("w:style"))


def _keys(style: Element) -> Iterator[tuple[str, str]]:
    """Type and name, and each other name: Word itself does not mind capitals."""
    kind = style.get(qualified("w:type"), "paragraph")
    for element in style.iterchildren(qualified("w:name"), qualified("w:aliases")):
        value = element.get(qualified("w:val"), "").casefold()
        names = value.split(",") if element.tag == qualified("w:aliases") else [value]
        yield from ((kind, name.strip()) for name in names if name.strip())


def _numbered(word: str, gap: str) -> Iterator[str]:
    yield word
    number = 2
    while True:
        yield f"{word}{gap}{number}"
        number += 1
