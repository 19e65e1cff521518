"""The audit that reads the same styles only once still finds what is wrong in the next document."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.word.audit import findings
from tests.word.checks import whole_document
from tests.word.templates import repacked

STYLE = b'<w:style w:type="paragraph" w:styleId="Ny"><w:name w:val="Ny"/></w:style>'


def before_end(name: bytes, xml: bytes) -> Callable[[bytes], bytes]:
    return lambda part: part.replace(b"</w:" + name + b">", xml + b"</w:" + name + b">")


def found_in(content: bytes, folder: Path) -> str:
    path = folder / "x.docx"
    path.write_bytes(content)
    return "\n".join(findings(path))


def twice(pattern: bytes) -> Callable[[bytes], bytes]:
    """With the first piece of this pattern once more: each of the two has been read before."""

    def change(part: bytes) -> bytes:
        piece = re.search(pattern, part, re.DOTALL)
        assert piece is not None
        return part.replace(piece[0], piece[0] * 2, 1)

    return change


@pytest.mark.parametrize(
    ("part", "change", "says"),
    [
        ("word/styles.xml", twice(rb"<w:style .*?</w:style>"), "duplicates with others"),
        ("word/styles.xml", before_end(b"styles", STYLE.replace(b"paragraph", b"maleri")), "maleri"),
        ("word/styles.xml", before_end(b"styles", STYLE.replace(b"<w:name", b"<w:navn")), "navn"),
        ("word/document.xml", twice(rb"<w:bookmarkStart .*?/>"), "duplicates with others"),
        ("word/document.xml", lambda xml: xml.replace(b"<w:br/>", b"<w:linje/>"), "linje"),
        ("word/_rels/document.xml.rels", lambda xml: xml.replace(b'Id="rId', b'Id="rX'), "does not exist"),
        ("word/settings.xml", before_end(b"settings", b'<w:zoom w:percent="100" w:val="stort"/>'), "stort"),
    ],
)
def test_what_is_wrong_is_found_though_nearly_all_of_it_was_read_before(
    part: str, change: Callable[[bytes], bytes], says: str, tmp_path: Path
) -> None:
    good = whole_document()
    assert found_in(good, tmp_path) == ""
    bad = repacked(good, {part: change})
    assert says in found_in(bad, tmp_path)
    assert says in found_in(bad, tmp_path), "what is wrong is never taken for known"
    assert found_in(good, tmp_path) == ""
