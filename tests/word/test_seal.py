"""A DOCX knows whether a person has changed it since it was made."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import docx
import pytest
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.package import Package

from referent.seal import DOCX_SEAL_PART, NO_SEAL, is_untouched
from referent.word import render_docx
from referent.word.seal import make_room_for_seal
from tests.word.checks import whole_document, write_docx
from tests.word.samples import everything, minutes, para

PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
RELATIONSHIP = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"


@pytest.fixture
def made(tmp_path: Path) -> Path:
    path = tmp_path / "referat.docx"
    path.write_bytes(whole_document())
    return path


def parts_of(path: Path) -> dict[str, bytes]:
    with ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def zipped(path: Path, parts: dict[str, bytes], compression: int = ZIP_DEFLATED) -> Path:
    with ZipFile(path, "w", compression) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return path


def test_what_we_made_is_untouched(made: Path) -> None:
    assert is_untouched(made)
    assert is_untouched(made.rename(made.with_name("omdøbt.DOCX")))


def test_one_changed_by_a_person_is_not(made: Path) -> None:
    document = docx.Document(str(made))
    document.paragraphs[1].add_run(" – rettet")
    document.save(str(made))
    assert not is_untouched(made)


def test_a_changed_property_a_new_part_or_one_taken_out_is_seen(made: Path, tmp_path: Path) -> None:
    parts = parts_of(made)
    core = parts["docProps/core.xml"].replace(b"Nordby", b"Sydby")
    assert core != parts["docProps/core.xml"]
    assert not is_untouched(zipped(tmp_path / "a.docx", {**parts, "docProps/core.xml": core}))
    assert not is_untouched(zipped(tmp_path / "b.docx", {**parts, "word/comments.xml": b"<x/>"}))
    for name in parts:
        rest = {other: content for other, content in parts.items() if other != name}
        assert not is_untouched(zipped(tmp_path / "c.docx", rest)), name


def test_a_byte_that_moves_from_one_part_to_the_next_is_seen(made: Path, tmp_path: Path) -> None:
    parts = parts_of(made)
    first, second = sorted(parts)[-2:]
    moved = {**parts, first: parts[first] + parts[second][:1], second: parts[second][1:]}
    assert not is_untouched(zipped(tmp_path / "a.docx", moved))


def test_another_seal_is_none(made: Path, tmp_path: Path) -> None:
    parts = parts_of(made)
    other = re.sub(rb"(?<=sha256:)\w{64}", b"a" * 64, parts[DOCX_SEAL_PART])
    assert not is_untouched(zipped(tmp_path / "a.docx", {**parts, DOCX_SEAL_PART: other}))
    none = re.sub(rb"(?<=sha256:)\w{64}", NO_SEAL, parts[DOCX_SEAL_PART])
    assert not is_untouched(zipped(tmp_path / "a.docx", {**parts, DOCX_SEAL_PART: none}))


def test_packing_the_same_parts_differently_changes_nothing(made: Path, tmp_path: Path) -> None:
    backwards = dict(sorted(parts_of(made).items(), reverse=True))
    assert is_untouched(zipped(tmp_path / "a.docx", backwards, ZIP_STORED))


def test_a_part_that_is_there_twice_is_not_ours(made: Path) -> None:
    with ZipFile(made, "a") as package, pytest.warns(UserWarning, match="Duplicate"):
        package.writestr("word/document.xml", package.read("word/document.xml"))
    assert not is_untouched(made)


def test_garbage_is_not_ours(made: Path, tmp_path: Path) -> None:
    whole = made.read_bytes()
    path = tmp_path / "skidt.docx"
    for content in (b"", b"PK", b"ikke en zip", whole[:-30], whole[: len(whole) // 2], whole[100:], whole[::-1]):
        path.write_bytes(content)
        assert not is_untouched(path)


def test_a_damaged_or_encrypted_part_is_not_ours(made: Path) -> None:
    whole = bytearray(made.read_bytes())
    whole[len(whole) // 2] ^= 0xFF
    made.write_bytes(whole)
    assert not is_untouched(made)
    whole[len(whole) // 2] ^= 0xFF
    whole[whole.index(b"PK\x01\x02") + 8] |= 1  # the flag for encryption of the first entry
    made.write_bytes(whole)
    assert not is_untouched(made)


def test_a_package_that_unpacks_to_more_than_ours_ever_is_not_unpacked(
    made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bomb = zipped(tmp_path / "a.docx", {**parts_of(made), "word/media/bombe.bin": bytes(200_000)})
    with monkeypatch.context() as patch:
        patch.setattr("referent.seal.LARGEST_UNPACKED", 100_000)
        patch.setattr(ZipFile, "read", lambda *_: pytest.fail("it was unpacked"))
        assert not is_untouched(bomb)


def test_the_seal_is_a_number_and_nothing_else(made: Path) -> None:
    seal = parts_of(made)[DOCX_SEAL_PART].decode()
    words = set(re.findall(r"[A-Za-z]{3,}", re.sub(r"sha256:[0-9a-f]{64}|http://[^\"]*|{.*?}", "", seal)))
    assert words == {"xml", "version", "encoding", "UTF", "standalone", "yes", "Properties", "xmlns", "property",
                     "fmtid", "pid", "name", "referent", "lpwstr"}  # fmt: skip


def test_neither_the_user_nor_the_folder_is_in_the_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "kanariefugl"
    folder.mkdir()
    for variable in ("USER", "USERNAME", "LOGNAME"):
        monkeypatch.setenv(variable, "kanariefugl")
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.chdir(folder)
    write_docx(everything(), folder / "referat.docx")
    for name, content in parts_of(folder / "referat.docx").items():
        assert b"kanariefugl" not in content, name


def package_with(properties: bytes) -> Package:
    package = Package.open(BytesIO(render_docx(minutes(para("a")))))
    seal = next(rel.rId for rel in package.rels.values() if rel.reltype == RELATIONSHIP)
    del package.rels[seal]
    package.relate_to(Part(PackURI("/docProps/custom2.xml"), CONTENT_TYPE, properties, package), RELATIONSHIP)
    return package


def properties_in(package: Package) -> str:
    return package.part_related_by(RELATIONSHIP).blob.decode()


def test_the_properties_of_a_template_are_kept_and_its_own_seal_is_replaced() -> None:
    def property_named(name: str, number: int, value: str) -> str:
        return (
            f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{number}" name="{name}">'
            f"<v:lpwstr>{value}</v:lpwstr></property>"
        )

    own = property_named("Klassifikation", 7, "Offentlig") + property_named("Referent", 9, "sha256:" + "b" * 64)
    package = package_with(f'<Properties xmlns="{PROPERTIES}" xmlns:v="{TYPES}">{own}</Properties>'.encode())
    make_room_for_seal(package)
    made = properties_in(package)
    assert "Offentlig" in made
    assert re.findall(r'pid="(\d+)"', made) == ["7", "8"]
    assert re.findall(r"sha256:(\w+)", made) == [NO_SEAL.decode()]


def test_properties_that_cannot_be_read_stop_no_export() -> None:
    package = package_with(b"ikke xml")
    make_room_for_seal(package)
    assert properties_in(package).count("sha256:") == 1
