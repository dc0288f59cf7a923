"""The cast as fixtures; every test starts with an empty cache and writes no file into the project."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.utils import translation

from news import traffic
from news.models import Article
from satker.access import Role
from satker.models import Officer
from tests import cast

CORPORA = Path(__file__).resolve().parents[2] / "shared" / "corpora"


def pytest_configure() -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Run a test that holds a promise of one database (`only_on`) only there, bench and faults only when asked for."""
    for folder in ("bench", "faults"):
        if config.getoption(f"--{folder}"):
            continue
        large = [item for item in items if folder in item.path.relative_to(config.rootpath).parts]
        config.hook.pytest_deselected(items=large)
        items[:] = [item for item in items if item not in large]
    marks = [(item, item.get_closest_marker("only_on")) for item in items]
    elsewhere = [item for item, mark in marks if mark and mark.args[0] != connection.vendor]
    config.hook.pytest_deselected(items=elsewhere)
    items[:] = [item for item in items if item not in elsewhere]


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Let no test be skipped in CI: what is missing there is a fault of the machine's set-up."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("CI") and reporter and reporter.stats.get("skipped"):
        reporter.write_line("In CI a skipped test is a failure.", red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.fixture(autouse=True)
def empty_cache() -> None:
    cache.clear()


@pytest.fixture(autouse=True)
def nothing_metered() -> Iterator[None]:
    """Forget what a test's pages moved: it would be written in the middle of another test, or into no database."""
    yield
    traffic.forget()


@pytest.fixture
def english() -> Iterator[None]:
    """Speak English, the language of the msgids, so that sentences can be compared."""
    with translation.override("en"):
        yield


@pytest.fixture
def media(settings: Any, tmp_path: Path) -> Path:
    """An empty folder for uploads."""
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


@pytest.fixture
def corpus() -> Callable[..., Path]:
    """Return a folder of the corpora beside the project, or skip and say which is missing."""

    def find(*names: str) -> Path:
        folder = CORPORA.joinpath(*names)
        if not folder.is_dir():
            pytest.skip(f"no corpus at {folder}")
        return folder

    return find


# --- Units and officers ---------------------------------------------------------------------------


@pytest.fixture
def units(db: None) -> cast.Units:
    return cast.units()


@pytest.fixture
def parepare(units: cast.Units) -> Officer:
    """The officer of Kemenag Parepare."""
    return cast.officer("parepare", Role.OFFICER, units.parepare)


@pytest.fixture
def pinrang(units: cast.Units) -> Officer:
    """The officer of Kemenag Pinrang, who has nothing to do with Parepare."""
    return cast.officer("pinrang", Role.OFFICER, units.pinrang)


@pytest.fixture
def kua(units: cast.Units) -> Officer:
    """A writer in a KUA under Parepare, whose unit is set to review."""
    return cast.officer("kua", Role.WRITER, units.kua)


@pytest.fixture
def editor(units: cast.Units) -> Officer:
    """The editor at Kemenag Parepare, for that unit and all below it."""
    return cast.officer("editor", Role.EDITOR, units.parepare)


@pytest.fixture
def regional(units: cast.Units) -> Officer:
    """A member of the regional team."""
    return cast.officer("regional", Role.REGIONAL)


# --- What they write, and how they come in --------------------------------------------------------


@pytest.fixture
def write(units: cast.Units) -> Callable[..., Article]:
    """write(officer, title=..., **content): a draft that lacks nothing for publication."""
    return cast.write


@pytest.fixture
def published(units: cast.Units) -> Callable[..., Article]:
    """published(officer, title=..., at=..., **content): an article that is public since `at`."""
    return cast.published


@pytest.fixture
def reader() -> Client:
    """The public: a browser that is nobody's."""
    return Client()


@pytest.fixture
def client_of() -> Callable[[Officer], Client]:
    """client_of(officer): a browser in which the officer is signed in."""

    def signed_in(officer: Officer) -> Client:
        client = Client()
        client.force_login(officer, backend=settings.AUTHENTICATION_BACKENDS[0])
        return client

    return signed_in
