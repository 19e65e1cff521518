"""A Word template is checked before it is opened, and refused in Danish with what to do about it."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest

from referent.document_texts import TEMPLATE_FAULTS
from referent.word.template import Template, read_template
from referent.word.template.check import TEMPLATE_LIMITS, TemplateRefused, check_template
from tests.word.checks import part_names
from tests.word.templates import as_dotx, lines, related, repacked, template

DOCUMENT = "word/document.xml"
SETTINGS = "word/settings.xml"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PLAIN = template(lines("{{indhold}}"))


def codes(content: bytes) -> list[str]:
    """Why it is refused."""
    with pytest.raises(TemplateRefused) as refusal:
        Template(content)
    assert str(refusal.value)
    return [fault.code for fault in refusal.value.faults]


def changed(name: str, change: Callable[[bytes], bytes]) -> bytes:
    return repacked(PLAIN, {name: change})


def in_paragraph(xml: str) -> bytes:
    """The template with `xml` in its first paragraph."""
    return changed(DOCUMENT, lambda part: part.replace(b"</w:p>", xml.encode() + b"</w:p>", 1))


def in_types(kind: str, name: str) -> bytes:
    override = f'<Override PartName="{name}" ContentType="{kind}"/></Types>'.encode()
    return changed("[Content_Types].xml", lambda part: part.replace(b"</Types>", override))


def test_ordinary_templates_pass() -> None:
    check_template(template(lines("{{indhold}}"), start=docx.Document))
    for content in (PLAIN, as_dotx(PLAIN), related(PLAIN, "hyperlink", "https://example.dk/")):
        check_template(content)
    check_template(related(PLAIN, "hyperlink", "mailto:post@example.dk"))


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "not_word"),
        (b"{\\rtf1 brev}", "not_word"),
        (b"PK\x03\x04" + b"\0" * 40, "damaged"),
        (PLAIN[:-400], "damaged"),
        (OLE + b"\0" * 600 + "WordDocument".encode("utf-16-le"), "old_word"),
        (OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
    ],
)
def test_what_is_no_docx_is_named_for_what_it_is(content: bytes, code: str) -> None:
    assert codes(content) == [code]


def test_another_kind_of_package_is_no_word_document() -> None:
    stream = BytesIO()
    with ZipFile(stream, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
    assert codes(stream.getvalue()) == ["not_word"]


def test_a_package_that_unpacks_to_too_much_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED, compresslevel=1) as package:
        package.writestr("[Content_Types].xml", b"<Types/>")
        package.writestr("word/media/image1.png", bytes(TEMPLATE_LIMITS.megabytes * 1_000_000 + 1))

    def unpacked(*_: object) -> bytes:
        raise AssertionError("unpacked")

    monkeypatch.setattr(ZipFile, "read", unpacked)
    assert len(stream.getvalue()) < 1_000_000
    assert codes(stream.getvalue()) == ["too_big"]


def test_a_part_that_stands_twice_is_damage() -> None:
    stream = BytesIO(PLAIN)
    with ZipFile(stream, "a") as package, pytest.warns(UserWarning, match="Duplicate name"):
        package.writestr(DOCUMENT, b"<x/>")
    assert codes(stream.getvalue()) == ["damaged"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("name", [DOCUMENT, "word/styles.xml", "_rels/.rels", "docProps/core.xml", "word/media/x.svg"])
def test_a_doctype_is_refused_in_any_part_and_encoding(name: str, encoding: str) -> None:
    bomb = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'.encode(encoding)
    changes: dict[str, Callable[[bytes], bytes]] = {name: lambda _: bomb}
    content = repacked(PLAIN, changes, {} if name in part_names(PLAIN) else {name: bomb})
    assert "doctype" in codes(content)


def test_a_document_with_macros_is_refused_whatever_it_is_called() -> None:
    main = b"application/vnd.ms-word.document.macroEnabled.main+xml"
    docm = changed(
        "[Content_Types].xml",
        lambda part: part.replace(
            b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", main
        ),
    )
    assert codes(docm) == ["macros"]
    assert codes(repacked(PLAIN, {}, {"word/vbaProject.bin": b"\0"})) == ["macros"]
    assert codes(in_types("application/vnd.ms-office.vbaProject", "/word/x.bin")) == ["macros"]
    assert codes(related(PLAIN, "vbaProject", "x.bin", external=False)) == ["macros"]


@pytest.mark.parametrize(
    ("kind", "target", "code"),
    [
        ("hyperlink", "file:///C:/x.docx", "unsafe_link"),
        ("hyperlink", "\\\\server\\deling", "unsafe_link"),
        ("hyperlink", "javascript:alert(1)", "unsafe_link"),
        ("image", "https://example.dk/logo.png", "external"),
        ("image", "file:///C:/logo.png", "external"),
        ("oleObject", "file:///C:/x.xlsx", "external"),
        ("subDocument", "x.docx", "external"),
        ("frame", "https://example.dk/", "external"),
    ],
)
def test_nothing_is_fetched_from_outside(kind: str, target: str, code: str) -> None:
    assert codes(related(PLAIN, kind, target)) == [code]
    assert target[:60] in _message(related(PLAIN, kind, target))


def test_a_template_tied_to_another_is_told_how_to_be_freed() -> None:
    relation = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
        b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" '
        b'Target="file:///C:/Skabeloner/brev.dotx" TargetMode="External"/></Relationships>'
    )
    content = repacked(PLAIN, {}, {"word/_rels/settings.xml.rels": relation})
    assert codes(content) == ["attached_template"]
    assert "»Normal«" in _message(content)


@pytest.mark.parametrize("kind", ["oleObject", "package", "control", "aFChunk"])
def test_nothing_is_embedded(kind: str) -> None:
    assert codes(related(PLAIN, kind, "embeddings/x.bin", external=False)) == ["embedded"]


def test_fields_that_fetch_are_refused_also_where_word_has_cut_them() -> None:
    pieces = "".join(
        f"<w:r>{piece}</w:r>"
        for piece in (
            '<w:fldChar w:fldCharType="begin"/>',
            "<w:instrText> INCLUDE</w:instrText>",
            '<w:instrText>PICTURE "https://example.dk/x.png" </w:instrText>',
            '<w:fldChar w:fldCharType="end"/>',
        )
    )
    assert codes(in_paragraph(pieces)) == ["unsafe_field"]
    assert codes(in_paragraph('<w:fldSimple w:instr=" DDEAUTO c:\\\\x "/>')) == ["unsafe_field"]
    assert codes(in_paragraph("<w:fldSimple w:instr=' HYPERLINK \"file:///C:/x\" '/>")) == ["unsafe_link"]


@pytest.mark.parametrize(
    "instruction", ["PAGE", "HYPERLINK \\l &quot;_Toc1&quot;", "HYPERLINK &quot;https://a.dk&quot;"]
)
def test_other_fields_pass(instruction: str) -> None:
    check_template(in_paragraph(f'<w:fldSimple w:instr=" {instruction} "/>'))


def test_tracked_changes_are_for_a_person_to_settle() -> None:
    assert codes(in_paragraph('<w:ins w:id="1" w:author="Ida"><w:r><w:t>ny</w:t></w:r></w:ins>')) == ["tracked_changes"]


def test_strict_open_xml_is_named() -> None:
    content = changed(
        "_rels/.rels",
        lambda part: part.replace(b"http://schemas.openxmlformats.org/officeDocument", b"http://purl.oclc.org/ooxml/x"),
    )
    assert codes(content) == ["strict"]


def test_all_that_is_wrong_is_told_at_once() -> None:
    content = related(repacked(PLAIN, {}, {"word/vbaProject.bin": b"\0"}), "image", "http://example.dk/x.png")
    assert codes(content) == ["macros", "external"]
    assert len(_message(content).split("Skabelonen ")) == 3


@pytest.mark.parametrize("name", [name for name in part_names(PLAIN) if name.endswith((".xml", ".rels"))])
def test_a_part_cut_short_or_missing_never_ends_the_program(name: str) -> None:
    assert codes(changed(name, lambda part: part[: len(part) // 2]))
    stream = BytesIO()
    with ZipFile(BytesIO(PLAIN)) as source, ZipFile(stream, "w") as target:
        for other in part_names(PLAIN):
            if other != name:
                target.writestr(other, source.read(other))
    try:
        Template(stream.getvalue())
    except TemplateRefused as refusal:
        assert {fault.code for fault in refusal.faults} <= {"damaged", "not_word"}  # noqa: PT017


@pytest.mark.parametrize("xml", [b"<x/>", b'<w:x xmlns:w="y"><w:body/></w:x>', b"<x><y>1</y><w:z/></x>"])
def test_a_main_part_that_is_something_else_is_refused(xml: bytes) -> None:
    assert codes(changed(DOCUMENT, lambda _: xml)) == ["damaged"]


@pytest.mark.parametrize("attribute", ["Id", "Type", "Target"])
def test_a_relationship_that_does_not_say_what_it_is_is_damage(attribute: str) -> None:
    def without(relations: bytes) -> bytes:
        return relations.replace(f" {attribute}=".encode(), b" x=", 1)

    assert codes(changed("word/_rels/document.xml.rels", without)) == ["damaged"]


def test_a_section_whose_header_is_not_there_is_damage() -> None:
    def dangling(document: bytes) -> bytes:
        namespace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        reference = f'<w:headerReference xmlns:r="{namespace}" w:type="default" r:id="rId999"/><w:pgSz '
        return document.replace(b"<w:pgSz ", reference.encode(), 1)

    assert codes(changed(DOCUMENT, dangling)) == ["damaged"]


def test_numbers_that_are_none_are_passed_over() -> None:
    odd = changed(
        "word/styles.xml", lambda part: part.replace(b'w:val="22"', b'w:val="1e999"').replace(b'"276"', b'"x"')
    )
    Template(odd)


def test_a_file_that_is_not_there_is_a_refusal_too(tmp_path: Path) -> None:
    for path in (tmp_path / "findes ikke.docx", tmp_path, tmp_path / ("x" * 300), tmp_path / "a\0b"):
        with pytest.raises(TemplateRefused, match="Skabelonen kan ikke læses"):
            read_template(path, {})


def test_a_good_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "brev.docx").write_bytes(PLAIN)
    assert read_template(tmp_path / "brev.docx", {"sted": "Teams"}) == Template(PLAIN, {"sted": "Teams"})


def test_a_flipped_bit_is_found() -> None:
    with ZipFile(BytesIO(PLAIN)) as package:
        start = package.getinfo(DOCUMENT).header_offset + 60
    broken = bytearray(PLAIN)
    broken[start] ^= 0xFF
    assert zlib.crc32(bytes(broken)) != zlib.crc32(PLAIN)
    assert codes(bytes(broken)) == ["damaged"]


def test_every_fault_has_a_sentence_that_says_what_to_do() -> None:
    assert all(sentence.startswith("Skabelonen ") for sentence in TEMPLATE_FAULTS.values())


def _message(content: bytes) -> str:
    with pytest.raises(TemplateRefused) as refusal:
        Template(content)
    return str(refusal.value)
