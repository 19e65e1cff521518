"""The finished package as bytes that say nothing of when they were made."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_FIRST_ZIP_YEAR = 1980


def dated(stream: BytesIO, day: date) -> bytes:
    """The same package with the meeting's date on every file in it: python-docx stamps them with the time of saving."""
    stamp = (max(day.year, _FIRST_ZIP_YEAR), day.month, day.day, 12, 0, 0)
    packed = BytesIO()
    with ZipFile(stream) as source, ZipFile(packed, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            entry = ZipInfo(name, stamp)
            entry.compress_type = ZIP_DEFLATED
            target.writestr(entry, source.read(name))
    return packed.getvalue()
