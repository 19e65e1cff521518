"""The finished package as bytes that say nothing of when they were made."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.opc.pkgwriter import _ContentTypesItem
from docx.opc.rel import Relationships
from docx.package import Package

from referent.word.seal import make_room_for_seal, with_seal

_FIRST_ZIP_YEAR = 1980


def pack(package: Package, day: date) -> bytes:
    """The package as a sealed DOCX, with the meeting's date on every file in it.

    python-docx's own `save` stamps them with the time of saving, and would have to be unpacked again.
    """
    make_room_for_seal(package)
    stamp = (max(day.year, _FIRST_ZIP_YEAR), day.month, day.day, 12, 0, 0)
    packed = BytesIO()
    with ZipFile(packed, "w") as target:
        for name, content in with_seal(_parts(package)).items():
            entry = ZipInfo(name, stamp)
            entry.compress_type = ZIP_DEFLATED
            target.writestr(entry, content)
    return packed.getvalue()


def _parts(package: Package) -> dict[str, bytes]:
    """Every part by its name in the ZIP; what the parts are comes first, as Word writes it."""
    parts = package.parts
    types: bytes = _ContentTypesItem.from_parts(parts).blob  # type: ignore[no-untyped-call]
    found = {"[Content_Types].xml": types, "_rels/.rels": _relationships(package.rels)}
    for part in parts:
        found[part.partname.membername] = part.blob
        if len(part.rels):
            found[part.partname.rels_uri.membername] = _relationships(part.rels)
    return found


def _relationships(of_part: Relationships) -> bytes:
    return of_part.xml  # type: ignore[return-value]  # python-docx calls it a str, and gives bytes
