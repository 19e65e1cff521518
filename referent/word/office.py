"""LibreOffice, where there is one: DOCX in, PDF out.

Each conversion has a profile and a folder of its own, which are gone afterwards, so that it neither meets nor changes a
LibreOffice that the user has open. Whatever goes wrong is an `OfficeError` with a Danish text; nothing stays running.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from referent.document_texts import OFFICE_ERRORS
from referent.domain.errors import CodedError
from referent.texts import os_error

OVERRIDE = "REFERENT_SOFFICE"
"""Environment variable: the program to use instead of the one that is found; empty: none."""
TIMEOUT = 120
"""Seconds. A conversion takes about three here; a first start on a slow machine takes far longer."""

_NAMES = ("soffice", "libreoffice")
_LINUX = ("/usr/lib*/libreoffice/program/soffice", "/opt/libreoffice*/program/soffice", "/snap/bin/libreoffice")
_MAC = ("/Applications/LibreOffice*.app/Contents/MacOS/soffice",)
_WINDOWS = "LibreOffice*/program/soffice.com"
_WINDOWS_FOLDERS = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")
_FLAGS = ("--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck")
_PDF_OPTIONS = {
    "UseTaggedPDF": True,
    "PDFUACompliance": True,
    "ExportBookmarks": True,
    "ExportBookmarksToPDFDestination": True,
    "DisplayPDFDocumentTitle": True,
}
"""Tagged, with the headings as its outline, Word's bookmarks as places that can be looked up, and its title shown.
Title and language are the document's. Source: https://help.libreoffice.org/latest/en-US/text/shared/guide/pdf_params.html
"""


class OfficeError(CodedError):
    """No PDF came out."""

    TEXTS = OFFICE_ERRORS


class NoOffice(OfficeError):  # noqa: N818
    """There is no LibreOffice."""


class OfficeFailed(OfficeError):  # noqa: N818
    """There is one, but it could not be started, took too long or made nothing."""


def convert_to_pdf(docx: bytes) -> bytes:
    """The document as a tagged PDF. Raises `NoOffice` or `OfficeFailed`."""
    program = find_office()
    if program is None:
        raise NoOffice("no_office")
    try:
        # On Windows a file may stay locked for a moment after its process has gone.
        with TemporaryDirectory(prefix="referent-", ignore_cleanup_errors=True) as folder:
            return _converted(program, docx, Path(folder))
    except OSError as error:
        raise OfficeFailed("cannot_run", reason=os_error(error)) from error


def find_office() -> str | None:
    """The path of LibreOffice's program, or None."""
    wanted = os.environ.get(OVERRIDE)
    if wanted is not None:
        return wanted or None
    on_path = (shutil.which(name) for name in _NAMES)
    return next((path for path in (*on_path, *_usual_places()) if path), None)


def _usual_places() -> Iterator[str]:
    if sys.platform == "win32":
        folders = [Path(os.environ[name]) for name in _WINDOWS_FOLDERS if os.environ.get(name)]
        patterns = [(folder, _WINDOWS) for folder in folders]
    else:
        places = _MAC if sys.platform == "darwin" else _LINUX
        patterns = [(Path("/"), place.removeprefix("/")) for place in places]
    for folder, pattern in patterns:
        yield from map(str, sorted(folder.glob(pattern), reverse=True))


def _converted(program: str, docx: bytes, folder: Path) -> bytes:
    source, target = folder / "referat.docx", folder / "referat.pdf"
    source.write_bytes(docx)
    options = {name: {"type": "boolean", "value": str(value).lower()} for name, value in _PDF_OPTIONS.items()}
    profile = (folder / "profile").as_uri()
    _run([
        program, *_FLAGS, f"-env:UserInstallation={profile}",
        "--convert-to", f"pdf:writer_pdf_Export:{json.dumps(options)}", "--outdir", str(folder), str(source),
    ])  # fmt: skip
    pdf = target.read_bytes() if target.exists() else b""
    if not pdf.startswith(b"%PDF"):
        raise OfficeFailed("no_pdf")
    return pdf


def _run(command: list[str]) -> None:
    """Run to the end, in a process group of its own: soffice is a script that starts the program that does the work."""
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        process.wait(TIMEOUT)
    except subprocess.TimeoutExpired:
        raise OfficeFailed("too_slow", seconds=TIMEOUT) from None
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """Nothing of it goes on, also where it was too slow or the user interrupts."""
    if process.poll() is not None:
        return
    if sys.platform == "win32":
        subprocess.run(["taskkill", "/T", "/F", "/PID", str(process.pid)], capture_output=True, check=False)
    else:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
