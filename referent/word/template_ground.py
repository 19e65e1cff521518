"""A template made ready for its minutes: what it has of styles and settings rules, what it lacks comes from us."""

from __future__ import annotations

from dataclasses import replace

from docx.opc.constants import RELATIONSHIP_TYPE

from referent.minutes.blocks import Minutes, Paragraph, Role
from referent.word.design import design_for
from referent.word.ground import Ground
from referent.word.package import settings_part
from referent.word.page_setup import page_of, pages_around, section_of
from referent.word.styles import styles_part
from referent.word.template_opening import Prepared
from referent.word.template_parts import add_theme, replace_properties, theme_of, xml_part
from referent.word.template_styles import TemplateStyles
from referent.word.template_terms import terms_for
from referent.word.xml import Element, qualified, root

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


def template_ground(prepared: Prepared, minutes: Minutes) -> Ground:
    """The opened template, with all that `minutes` need."""
    document = prepared.document
    replace_properties(document)
    section = section_of(prepared.place)
    page = page_of(section)

    theme = theme_of(document)
    styles = TemplateStyles(xml_part(document, RELATIONSHIP_TYPE.STYLES, lambda: _styles(minutes)), theme)
    if prepared.has_title:
        minutes = _without_title(minutes)
    minutes = replace(minutes, look=styles.look(minutes.look))
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
    return Ground(document, minutes, styles.measured(design, terms.style_ids), prepared.place, section, terms, around)


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
