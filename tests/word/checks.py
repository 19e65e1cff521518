"""What other tests need to look into a document: is it valid, and what is in it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from lxml import etree
from openxml_audit import FileFormat, OpenXmlValidator  # type: ignore[import-untyped]
from openxml_audit.context import ValidationContext  # type: ignore[import-untyped]

from referent.minutes.blocks import Minutes
from referent.word import render_docx
from referent.word.save import replace_file

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES = {"w": W, "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships"}


NEWEST = (FileFormat.MICROSOFT_365,)


def assert_valid_docx(path: Path, versions: tuple[FileFormat, ...] = (FileFormat.OFFICE_2019, *NEWEST)) -> None:
    """Fail with every finding of openxml-audit, for the Word of 2019 and of today unless others are given."""
    for version in versions:
        result = _validator(version).validate(path)
        assert not result.errors, "\n".join(str(error) for error in result.errors)


@cache
def _validator(version: FileFormat) -> OpenXmlValidator:
    """The audit for one version of Word. Most of its work is to read each part against the schema; a child of a root
    (a style, a list, a theme) in which it has found nothing is not read again where the same stands in the same root.
    """
    validator = OpenXmlValidator(file_format=version)
    schema = validator._schema_validator
    read: Callable[..., None] = schema._validate_element
    faultless: set[tuple[object, ...]] = set()

    def read_once(element: etree._Element, context: ValidationContext, ignorable: frozenset[str] = frozenset()) -> None:
        root = element.getparent()
        if root is None or root.getparent() is not None:
            read(element, context, ignorable)
            return
        same = (root.tag, ignorable, etree.tostring(element, with_tail=False))
        if same not in faultless:
            found_before = len(context.errors)
            read(element, context, ignorable)
            if len(context.errors) == found_before:
                faultless.add(same)

    schema._validate_element = read_once
    return validator


def write_docx(minutes: Minutes, path: Path) -> None:
    """Build the minutes and save them as a document, as an export does."""
    replace_file(path, render_docx(minutes))


def part(content: bytes, name: str = "word/document.xml") -> etree._Element:
    """The root of one XML part of a package."""
    with ZipFile(BytesIO(content)) as package:
        return etree.fromstring(package.read(name))


def part_names(content: bytes) -> list[str]:
    with ZipFile(BytesIO(content)) as package:
        return package.namelist()


def find(element: etree._Element, path: str) -> list[etree._Element]:
    """Elements by an XPath such as `.//w:p`."""
    found = element.xpath(path, namespaces=NAMESPACES)
    assert isinstance(found, list)
    return [item for item in found if isinstance(item, etree._Element)]


def values(element: etree._Element, path: str) -> list[str]:
    """Attributes by an XPath such as `.//w:pStyle/@w:val`."""
    found = element.xpath(path, namespaces=NAMESPACES)
    assert isinstance(found, list)
    return [str(item) for item in found]


def text(element: etree._Element) -> str:
    return "".join(values(element, ".//w:t/text()"))


def paragraph_with(root: etree._Element, wanted: str) -> etree._Element:
    """The first paragraph whose whole text is `wanted`."""
    return next(paragraph for paragraph in find(root, ".//w:p") if text(paragraph) == wanted)


def style_of(paragraph: etree._Element) -> str:
    return next(iter(values(paragraph, "./w:pPr/w:pStyle/@w:val")), "Normal")
