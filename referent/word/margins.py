"""Headers and footers: those of the house style, and the word that says the document is a draft."""

from __future__ import annotations

from collections.abc import Iterator

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.parts.hdrftr import FooterPart, HeaderPart
from docx.parts.story import StoryPart
from docx.section import Section, _Footer, _Header

from referent.minutes.blocks import Inlines
from referent.word.design import DRAFT_STYLE_ID
from referent.word.ground import Ground
from referent.word.inlines import LinkTargets, RunWriter, text_run
from referent.word.paragraphs import Shape, is_empty, write_paragraph
from referent.word.xml import Element, child, qualified, root


def margin_parts(document: Document) -> Iterator[StoryPart]:
    """The headers and footers of the document, each once."""
    seen: set[str] = set()
    for relation in document.part.rels.values():
        if relation.reltype not in (RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER) or relation.is_external:
            continue
        part = relation.target_part
        if isinstance(part, StoryPart) and part.partname not in seen:
            seen.add(part.partname)
            yield part


def write_margins(ground: Ground, page_count: int) -> None:
    """A template's own header and footer stand; the house style's only where it has none on any page."""
    minutes, section = ground.minutes, ground.document.sections[0]
    header = () if _has_any(ground, HeaderPart) else minutes.header
    footer = () if _has_any(ground, FooterPart) else minutes.footer
    _write_margin(ground, section.header, header, page_count)
    _write_margin(ground, section.footer, footer, page_count)
    if minutes.first_page_differs:
        _clear_first_page(section, minutes.header, minutes.footer)
    if minutes.draft.strip():
        _write_draft(ground, minutes.draft)


def _has_any(ground: Ground, kind: type[HeaderPart | FooterPart]) -> bool:
    parts = (part for part in margin_parts(ground.document) if isinstance(part, kind))
    return any(not is_empty(paragraph) for part in parts for paragraph in part.element.iter(qualified("w:p")))


def _write_margin(ground: Ground, margin: _Header | _Footer, inlines: Inlines, page_count: int) -> None:
    if not inlines:
        return
    content = _content_of(ground, margin)
    paragraph = next(content.iter(qualified("w:p")), None)
    if paragraph is None:
        paragraph = child(content, "w:p")
    RunWriter(LinkTargets(margin.part), page_count).write(paragraph, inlines)


def _clear_first_page(section: Section, header: Inlines, footer: Inlines) -> None:
    """On a first page that differs, both are there and empty."""
    section.different_first_page_header_footer = True
    if header:
        section.first_page_header.is_linked_to_previous = False
    if footer:
        section.first_page_footer.is_linked_to_previous = False


def _write_draft(ground: Ground, word: str) -> None:
    """In the header of every page, below what else stands there; a header that several sections share has it once."""
    has_even_pages = ground.document.settings.odd_and_even_pages_header_footer
    inherited: set[str] = set()
    done: set[str] = set()
    for section in ground.document.sections:
        headers = {
            "default": (section.header, True),
            "first": (section.first_page_header, section.different_first_page_header_footer),
            "even": (section.even_page_header, has_even_pages),
        }
        for kind, (header, is_used) in headers.items():
            if header.is_linked_to_previous and (kind in inherited or not is_used):
                continue
            inherited.add(kind)
            content = _content_of(ground, header)
            if header.part.partname not in done:
                done.add(header.part.partname)
                _add_draft(ground, content, word)


def _add_draft(ground: Ground, content: Element, word: str) -> None:
    """In place of an empty last paragraph, where there is one: Word asks for one in every header."""
    paragraph = write_paragraph(root("w:hdr"), Shape(DRAFT_STYLE_ID))
    text_run(paragraph, word)
    ground.translate([paragraph])
    last = content[-1] if len(content) else None
    content.append(paragraph)
    if last is not None and last.tag == qualified("w:p") and is_empty(last):
        content.remove(last)


def _content_of(ground: Ground, margin: _Header | _Footer) -> Element:
    """The root of the header or footer, which is made where there is none."""
    is_new = margin.is_linked_to_previous
    margin.is_linked_to_previous = False
    content: Element = margin.part.element
    if is_new:
        ground.translate([content])
    return content
