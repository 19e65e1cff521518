"""A template made ready for its minutes: what it has of styles and settings rules, what it lacks comes from us."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.text.paragraph import CT_P
from docx.shared import Pt
from docx.text.parfmt import ParagraphFormat

from referent.minutes.blocks import Minutes, Paragraph, Role
from referent.word.design import SPACE_AFTER_TABLE, design_for
from referent.word.ground import Ground
from referent.word.numbering import Numbering
from referent.word.package import settings_part
from referent.word.pages import PageNumbers
from referent.word.paragraphs import Shape, write_paragraph
from referent.word.styles import styles_part
from referent.word.template.opening import Prepared
from referent.word.template.page_setup import keep_margins_after, page_of, pages_around, section_of, sections_in
from referent.word.template.parts import add_theme, replace_properties, theme_of, xml_part
from referent.word.template.styles import TemplateStyles
from referent.word.template.terms import Terms, add_numbering, terms_for
from referent.word.xml import Element, qualified, root

_TABLE = qualified("w:tbl")
_PARAGRAPH = qualified("w:p")
_SETTINGS_LEFT_BEHIND = tuple(
    qualified(f"w:{name}")
    for name in (
        *("attachedTemplate", "linkStyles", "mailMerge", "trackRevisions", "documentProtection", "writeProtection"),
        *("updateFields", "docVars", "rsids", "saveThroughXslt", "formsDesign"),
    )
)
"""What ties a document to another file, asks a question on opening, locks it or tells who worked on it."""
_AFTER_THEME_LANGUAGE = tuple(
    qualified(f"w:{name}")
    for name in (
        *("clrSchemeMapping", "doNotIncludeSubdocsInStats", "doNotAutoCompressPictures", "forceUpgrade", "captions"),
        *("readModeInkLockDown", "smartTagType", "shapeDefaults", "doNotEmbedSmartTags", "decimalSymbol"),
        "listSeparator",
    )
)


@dataclass(frozen=True)
class TemplateGround(Ground):
    """A template, opened and filled in. The look of its minutes is its own, and a title that it has is not in them."""

    terms: Terms
    """What it calls our styles and lists."""
    pages_around: tuple[int, int]
    """How many pages it has before and after those of the blocks."""

    def estimate_pages(self) -> PageNumbers:
        """As far as the minutes tell: what else a template has on their pages is not counted."""
        pages = super().estimate_pages()
        before, after = self.pages_around
        return PageNumbers(tuple(page + before for page in pages.contents), before + pages.total + after)

    def put(self, blocks: Element, numbering: Numbering) -> None:
        elements = list(blocks)
        lists = root("w:numbering")
        numbering.write(lists)
        self.translate(elements)
        _drop_bookmarks(self.document.element.body, elements)
        keep_margins_after(self.section, self.document.element.body)
        for element in self._apart(elements):
            self.place.addprevious(element)
        add_numbering(self.document.part.numbering_part.element, lists, self.terms)
        _end_section(self.place)

    def translate(self, elements: Sequence[Element]) -> None:
        self.terms.translate(elements)

    def _apart(self, elements: list[Element]) -> list[Element]:
        """With a paragraph between our tables and a template's, or Word makes one of two; its text keeps off too."""
        before = self.place.getprevious()
        if elements and elements[0].tag == _TABLE and before is not None and before.tag == _TABLE:
            elements.insert(0, self._gap())
        if elements and elements[-1].tag == _TABLE and self.place.tag == _TABLE:
            elements.append(self._gap())
        if elements and elements[-1].tag == _TABLE and isinstance(self.place, CT_P):
            below = ParagraphFormat(self.place)
            below.space_before = below.space_before or Pt(SPACE_AFTER_TABLE)
        return elements

    def _gap(self) -> Element:
        gap = write_paragraph(root("w:body"), Shape("TableGap"))
        self.translate([gap])
        return gap


def template_ground(prepared: Prepared, minutes: Minutes) -> TemplateGround:
    """The opened template, with all that `minutes` need."""
    document = prepared.document
    replace_properties(document)
    section = section_of(prepared.place)
    page = page_of(section)

    theme = theme_of(document)
    styles = TemplateStyles(xml_part(document, RELATIONSHIP_TYPE.STYLES, lambda: _styles(minutes)), theme)
    if prepared.has_title:
        minutes = _without_title(minutes)
    minutes = replace(minutes, look=styles.look(minutes.look), first_page_differs=False)
    design = design_for(minutes, page)
    numbering = xml_part(document, RELATIONSHIP_TYPE.NUMBERING, lambda: root("w:numbering"))
    our_styles = styles_part(design, minutes.language)
    terms = terms_for(styles, our_styles, numbering, document.element, page.text_width)
    styles.set_language(minutes.language)
    settings = xml_part(document, RELATIONSHIP_TYPE.SETTINGS, lambda: settings_part(minutes.language))
    _adapt_settings(settings, minutes.language)
    if theme is None:
        add_theme(document, minutes.look)
    around = pages_around(section, document.element.body)
    measured = styles.measured(design, terms.style_ids)
    return TemplateGround(document, minutes, measured, prepared.place, section, terms, around)


def _styles(minutes: Minutes) -> Element:
    return styles_part(design_for(minutes), minutes.language)


def _without_title(minutes: Minutes) -> Minutes:
    blocks = list(minutes.blocks)
    if blocks and isinstance(blocks[0], Paragraph) and blocks[0].role is Role.TITLE:
        del blocks[0]
    return replace(minutes, blocks=tuple(blocks))


def _adapt_settings(settings: Element, language: str) -> None:
    """The template's own, its compatibility mode too, but for what must not go out and the language."""
    for element in list(settings.iter(*_SETTINGS_LEFT_BEHIND)):
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
    theme_language = settings.find(qualified("w:themeFontLang"))
    if theme_language is None:
        theme_language = root("w:themeFontLang")
        follower = next(settings.iterchildren(*_AFTER_THEME_LANGUAGE), None)
        if follower is not None:
            follower.addprevious(theme_language)
        else:
            own = [element for element in settings if str(element.tag).startswith(qualified("w:"))]
            own[-1].addnext(theme_language) if own else settings.insert(0, theme_language)
    theme_language.set(qualified("w:val"), language)


def _drop_bookmarks(body: Element, elements: list[Element]) -> None:
    """Those of a template that are called as ours are: it was made from a document of ours."""
    start, end, name = qualified("w:bookmarkStart"), qualified("w:bookmarkEnd"), qualified("w:name")
    ours = {mark.get(name) for element in elements for mark in element.iter(start)}
    doubles = {mark.get(qualified("w:id")) for mark in body.iter(start) if mark.get(name) in ours}
    for mark in [mark for mark in body.iter(start, end) if mark.get(qualified("w:id")) in doubles]:
        parent = mark.getparent()
        if parent is not None:
            parent.remove(mark)


def _end_section(place: Element) -> None:
    """A paragraph that only ends a template's section gives that to the last of ours, and goes."""
    if place.tag != _PARAGRAPH:
        return
    last, section = place.getprevious(), place.find(f"{qualified('w:pPr')}/{qualified('w:sectPr')}")
    body = place.getparent()
    if last is None or last.tag != _PARAGRAPH or section is None or body is None or sections_in(last):
        return
    properties = last.find(qualified("w:pPr"))
    if properties is None:
        properties = root("w:pPr")
        last.insert(0, properties)
    properties.append(section)
    body.remove(place)
