"""For all tests."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from docx.package import Package

TESTS = Path(__file__).parent

settings.register_profile("short", max_examples=25, deadline=None)
settings.register_profile("long", max_examples=2_000, deadline=None)
settings.load_profile(os.environ.get("REFERENT_HYPOTHESIS", "short"))

# Documents are made without LibreOffice, which takes seconds; the few tests of it ask for it.
os.environ["REFERENT_SOFFICE"] = ""


def pytest_collection(session: pytest.Session) -> None:
    """Each worker imports a part of its own before all the others: what is compiled for the first time is so once, and
    not in every worker at the same time.
    """
    if "PYTEST_XDIST_WORKER" not in os.environ or session.config.args_source is not pytest.Config.ArgsSource.TESTPATHS:
        return
    worker = int(os.environ["PYTEST_XDIST_WORKER"].removeprefix("gw"))
    workers = int(os.environ["PYTEST_XDIST_WORKER_COUNT"])
    paths = sorted(TESTS.rglob("test_*.py"))
    for path in paths[len(paths) * worker // workers : len(paths) * (worker + 1) // workers]:
        with suppress(Exception, pytest.skip.Exception):  # pytest tells of it when it collects the file
            import_module(".".join(path.relative_to(TESTS.parent).with_suffix("").parts))


def pytest_collection_finish() -> None:
    """What has been imported by now stays to the end: the collector need not look through it over and over."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


_known_valid: set[bytes] = set()
_made: set[bytes] = set()


@pytest.fixture(scope="session", autouse=True)
def state_of_the_tests(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Journals and the like of the tests are kept apart from those of whoever runs them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("REFERENT_STATE_DIR", str(tmp_path_factory.mktemp("state")))
        yield


@pytest.fixture(scope="session", autouse=True)
def documents_are_remembered() -> Iterator[None]:
    """Every document that is made in the process of the tests is in `_made`."""
    from referent.word.pack import pack

    def remembered(package: Package, day: date) -> bytes:
        content = pack(package, day)
        _made.add(content)
        return content

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("referent.word.document.pack", remembered)
        yield


@pytest.fixture(autouse=True)
def every_document_is_valid(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Whatever document a test makes in its own process, openxml-audit has no finding in it."""
    yield
    if not _made:
        return
    made = _made - _known_valid
    _made.clear()
    if not made:
        return
    from tests.word.audit import findings  # takes its time, and few tests make documents

    path = tmp_path_factory.getbasetemp() / "made.docx"
    for content in made:
        path.write_bytes(content)
        found = findings(path)
        assert not found, "\n".join(found)
        _known_valid.add(content)
