"""Documents of a meeting that says something hostile under every key of its two files."""

from __future__ import annotations

import html
import re
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest

from referent.cleaning import clean
from referent.domain.meeting import Meeting
from referent.files.layout_file import layout_names, load_layout
from referent.markup import render_html, render_markdown
from referent.minutes.build import build_minutes
from referent.reading import read_meeting
from referent.word import render_docx
from tests.files.hostile import write_hostile


@pytest.fixture(scope="module")
def meeting(tmp_path_factory: pytest.TempPathFactory) -> Meeting:
    return read_meeting(write_hostile(tmp_path_factory.mktemp("hostile"))).meeting


ALLOWED = re.compile(r"(?:https?://|mailto:|#)", re.IGNORECASE)


@pytest.mark.parametrize("layout", layout_names())
def test_markdown_and_html_hold_text_alone(layout: str, meeting: Meeting) -> None:
    minutes = build_minutes(meeting, load_layout(layout))
    for text in (render_markdown(minutes), render_html(minutes)):
        assert clean(text) == text
        assert "gnp.exe" in text


@pytest.mark.parametrize("layout", layout_names())
def test_no_tag_and_no_link_of_theirs_is_in_the_html(layout: str, meeting: Meeting) -> None:
    page = render_html(build_minutes(meeting, load_layout(layout)))
    assert "alert(1)" in html.unescape(page)
    assert not re.search(r"<\s*(?:script|img|iframe|object)\b|\son\w+\s*=\s*[\"']?alert\(1\)[^<]*>", page)
    assert all(ALLOWED.match(html.unescape(url)) for url in re.findall(r'(?:href|src)="([^"]*)"', page))


def test_a_word_document_is_made_of_it_with_links_of_ours_alone(meeting: Meeting) -> None:
    """That it is valid is seen to for every document of every test."""
    with ZipFile(BytesIO(render_docx(build_minutes(meeting, load_layout("standard"))))) as package:
        assert "alert(1)" in "".join(ElementTree.fromstring(package.read("word/document.xml")).itertext())
        for name in package.namelist():
            if name.endswith(".rels"):
                targets = ElementTree.fromstring(package.read(name))
                outside = [part.get("Target", "") for part in targets if part.get("TargetMode") == "External"]
                assert all(ALLOWED.match(target) for target in outside), name


def test_what_is_kept_of_the_text_is_the_same_in_the_file_that_is_written(meeting: Meeting, tmp_path: Path) -> None:
    from tests.records import read_record, write_record

    record = tmp_path / "moede.referat.toml"
    write_record(record, meeting)
    assert read_record(record, meeting.agenda) == meeting
