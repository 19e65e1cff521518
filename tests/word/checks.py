"""What other tests need to look into a document: is it valid, and what is in it."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from lxml import etree
from openxml_audit import FileFormat  # type: ignore[import-untyped]

from referent.minutes.blocks import Minutes
from referent.word import render_docx
from referent.word.save import replace_file
from tests.word.audit import NEWEST, findings
from tests.word.samples import everything

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES = {"w": W, "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships"}


def assert_valid_docx(path: Path, *versions: FileFormat) -> None:
    """Fail with every finding of openxml-audit, for the Word of 2019 and of today unless others are given."""
    for version in versions or (FileFormat.OFFICE_2019, NEWEST):
        found = findings(path, version)
        assert not found, "\n".join(found)


def write_docx(minutes: Minutes, path: Path) -> None:
    """Build the minutes and save them as a document, as an export does."""
    replace_file(path, render_docx(minutes))


@cache
def whole_document() -> bytes:
    """`everything()` as a document, made once: many tests look at it."""
    return render_docx(everything())


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
