"""A Word template is opened, cleared of what must not get out, and its placeholders are filled.

In: the bytes of a .docx or .dotx that has been checked, and the values of its placeholders. Out: a document of which
everything that is seen stays, with a place for the minutes: where `{{indhold}}` stands, else at the end.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

import docx
from docx.document import Document
from docx.parts.story import StoryPart

from referent import document_texts
from referent.cleaning import clean_line
from referent.minutes.blocks import Look
from referent.word.margins import margin_parts
from referent.word.package import section_properties
from referent.word.paragraphs import is_empty
from referent.word.template.page_setup import sections_in
from referent.word.template.placeholders import drop_emptied_run, fill_placeholders, has_placeholder
from referent.word.xml import Element, qualified, root

CONTENTS = "indhold"
"""The placeholder that stands for the minutes themselves."""
TITLE = "titel"

_MAIN_TYPE = b"wordprocessingml.document.main+xml"
_TEMPLATE_TYPE = b"wordprocessingml.template.main+xml"
_LEFT_BEHIND = frozenset(
    ["comments", "commentsExtended", "commentsIds", "commentsExtensible", "people", "documenttasks", "customXml"]
) | {"glossaryDocument", "printerSettings", "keyMapCustomizations", "attachedToolbars", "stylesWithEffects"}
"""Parts of the document that hold other people's words and names, or what only their Word needs."""
_COMMENT_RELATIONS = frozenset({"comments"})
_ELEMENTS_LEFT_BEHIND = tuple(
    qualified(f"w:{name}")
    for name in (
        *("commentRangeStart", "commentRangeEnd", "commentReference", "permStart", "permEnd", "printerSettings"),
        *("dataBinding", "showingPlcHdr"),
    )
)
"""A content control bound to data that stays behind would be emptied by Word when it opens the document."""
_NOT_BODY = frozenset({qualified("w:tc"), qualified("w:txbxContent")})


@dataclass(frozen=True, slots=True)
class Prepared:
    """A template opened, cleared and filled."""

    document: Document
    place: Element
    """The child of the body before which the minutes go."""
    has_title: bool
    """Whether the title stands in the template's own text (not only in a header)."""
    warnings: tuple[str, ...]


def prepare(content: bytes, values: Mapping[str, str]) -> Prepared:
    """`values` by the names of the placeholders, in small letters."""
    document = docx.Document(_as_document(content))
    body: Element = document.element.body
    _complete_sections(body)
    _check_margins(document)
    warnings = [document_texts.TEMPLATE_WARNINGS["comments"]] if _leave_behind(document) else []
    contents = _contents_paragraph(body)
    filled, unknown, elsewhere = _fill(document, values, contents)
    known = ", ".join(f"{{{{{name}}}}}" for name in (*values, CONTENTS))
    warnings += [
        document_texts.TEMPLATE_WARNINGS["unknown_placeholder"].format(name=clean_line(name), known=known)
        for name in sorted(unknown)
    ]
    if contents is None and elsewhere:
        warnings.append(document_texts.TEMPLATE_WARNINGS["contents_elsewhere"].format())
    place = _end_of(body) if contents is None else _place_of(contents, body)
    return Prepared(document, place, TITLE in filled, tuple(warnings))


def _complete_sections(body: Element) -> None:
    """The body ends with a section, and each section says how large its page is."""
    if len(body) == 0 or body[-1].tag != qualified("w:sectPr"):
        body.append(root("w:sectPr"))
    for section in sections_in(body):
        if len(section) == 0:
            section.extend(section_properties(Look()))


def _check_margins(document: Document) -> None:
    """Raises KeyError or TypeError where a section refers to a header or footer that is not there."""
    for section in sections_in(document.element.body):
        for reference in section.iterchildren(qualified("w:headerReference"), qualified("w:footerReference")):
            part = document.part.related_parts[reference.get(qualified("r:id"), "")]
            if not isinstance(part, StoryPart):
                raise TypeError(part.content_type)


def _as_document(content: bytes) -> BytesIO:
    """A .dotx as the .docx that Word would make from it."""
    with ZipFile(BytesIO(content)) as package:
        types = package.read("[Content_Types].xml")
        if _TEMPLATE_TYPE not in types:
            return BytesIO(content)
        stream = BytesIO()
        with ZipFile(stream, "w", ZIP_STORED) as target:
            for name in package.namelist():
                is_types = name == "[Content_Types].xml"
                target.writestr(name, types.replace(_TEMPLATE_TYPE, _MAIN_TYPE) if is_types else package.read(name))
    stream.seek(0)
    return stream


def _leave_behind(document: Document) -> bool:
    """Take out comments, names, other people's data and bonds to it. Whether there were comments."""
    relations = document.part.rels
    kinds = {name: relation.reltype.rpartition("/")[2] for name, relation in relations.items()}
    for name, kind in kinds.items():
        if kind in _LEFT_BEHIND:
            del relations[name]
    for story in (document.element, *(part.element for part in margin_parts(document))):
        for element in list(story.iter(*_ELEMENTS_LEFT_BEHIND)):
            parent = element.getparent()
            if parent is not None:
                parent.remove(element)
                drop_emptied_run(parent)
    return bool(_COMMENT_RELATIONS & set(kinds.values()))


def _contents_paragraph(body: Element) -> Element | None:
    """Where the minutes go: a paragraph of the body itself, where they may take as much room as they want."""
    for paragraph in body.iter(qualified("w:p")):
        in_body = not any(parent.tag in _NOT_BODY for parent in paragraph.iterancestors())
        if in_body and has_placeholder(paragraph, CONTENTS):
            return paragraph
    return None


def _fill(document: Document, values: Mapping[str, str], contents: Element | None) -> tuple[set[str], set[str], bool]:
    """The names filled in the body, the unknown ones anywhere, and whether the minutes were wanted anywhere."""
    body: Element = document.element.body
    paragraphs = [paragraph for paragraph in body.iterchildren(qualified("w:p")) if not is_empty(paragraph)]
    values = {**values, CONTENTS: ""}
    filled, unknown = fill_placeholders(body, values)
    for paragraph in paragraphs:  # one that held nothing but a placeholder without a value leaves no gap
        if paragraph is not contents and is_empty(paragraph):
            body.remove(paragraph)
    wants_contents = CONTENTS in filled
    for part in margin_parts(document):
        names, strange = fill_placeholders(part.element, values)
        unknown |= strange
        wants_contents = wants_contents or CONTENTS in names
    return filled, unknown, wants_contents


def _end_of(body: Element) -> Element:
    """The end of the body, without the empty paragraphs with which Word's documents end."""
    end = body[-1]
    while (last := end.getprevious()) is not None and last.tag == qualified("w:p") and is_empty(last):
        body.remove(last)
    return end


def _place_of(contents: Element, body: Element) -> Element:
    """The child of the body before which the minutes go; the paragraph goes where nothing is left of it."""
    while (parent := contents.getparent()) is not body and parent is not None:
        _unwrap(parent)
    follower = contents.getnext()
    assert follower is not None, "the body ends with the properties of its section"
    if is_empty(contents):
        for mark in list(contents.iter(qualified("w:bookmarkStart"), qualified("w:bookmarkEnd"))):
            contents.addprevious(mark)
        body.remove(contents)
        return follower
    ends_section = bool(contents.findall(f"{qualified('w:pPr')}/{qualified('w:sectPr')}"))
    return contents if ends_section and all(child.tag == qualified("w:pPr") for child in contents) else follower


def _unwrap(wrapper: Element) -> None:
    """Take away what is around the paragraphs, a content control above all: it holds a line or two, not a document."""
    parent = wrapper.getparent()
    assert parent is not None
    if wrapper.tag == qualified("w:sdtContent"):
        control, wrapper_children = parent, list(wrapper)
        for element in wrapper_children:
            control.addprevious(element)
        outer = control.getparent()
        assert outer is not None
        outer.remove(control)
        return
    for element in list(wrapper):
        if element.tag != qualified("w:customXmlPr"):
            wrapper.addprevious(element)
    parent.remove(wrapper)
