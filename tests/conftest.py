"""For all tests."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date
from io import BytesIO

import pytest
from hypothesis import settings

settings.register_profile("short", max_examples=25, deadline=None)
settings.register_profile("long", max_examples=2_000, deadline=None)
settings.load_profile(os.environ.get("REFERENT_HYPOTHESIS", "short"))


@pytest.fixture(autouse=True)
def every_document_is_valid(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[None]:
    """Whatever document a test makes in its own process, openxml-audit has no finding in it."""
    from referent.word import document

    made: set[bytes] = set()
    pack = document.dated

    def remembered(stream: BytesIO, day: date) -> bytes:
        content = pack(stream, day)
        made.add(content)
        return content

    monkeypatch.setattr(document, "dated", remembered)
    yield
    if not made:
        return
    from tests.word.checks import NEWEST, assert_valid_docx  # takes its time, and few tests make documents

    for content in made:
        path = tmp_path_factory.mktemp("made") / "made.docx"
        path.write_bytes(content)
        assert_valid_docx(path, NEWEST)
