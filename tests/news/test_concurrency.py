"""Officers at the same moment: no number twice or missing, no text lost, nothing locked.

Each scenario runs in processes of its own (racing.py): on SQLite against a file, because a flush
would have to delete from the append-only tables; on PostgreSQL against the test database, which is
emptied after each test past the triggers that keep anybody from it.
"""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from django.apps import apps
from django.conf import settings
from django.db import connection

# pytest-django sets up the databases that some test asks for: this mark is what asks.
MIGRATED = (
    "satker.migrations.0002_kinds", "news.migrations.0005_registers", "news.migrations.0007_house_style",
    "news.migrations.0009_rekap_settings",
)  # fmt: skip

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]

Race = Callable[[str], dict[str, Any]]


GUARDED = ("news_ledgerentry", "news_receipt", "news_closing", "news_tally")


@pytest.fixture(scope="module", autouse=True)
def emptied_past_the_triggers(django_db_setup: None) -> Iterator[None]:
    """Let the flush after each test of this module, and nothing else, empty the guarded tables."""
    if connection.vendor == "sqlite":
        yield
        return
    flush = connection.ops.execute_sql_flush

    def unguarded(statements: list[str]) -> None:
        switch = "ALTER TABLE {} {} TRIGGER USER".format
        off, on = ([switch(table, word) for table in GUARDED] for word in ("DISABLE", "ENABLE"))
        flush([*off, *statements, *on])

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(connection.ops, "execute_sql_flush", unguarded)
        yield


@pytest.fixture
def address(django_db_setup: None, django_db_blocker: Any, tmp_path: Path) -> str:
    """The address of an empty, migrated database that other processes can open."""
    if connection.vendor == "sqlite":
        file = tmp_path / "race.sqlite3"
        with django_db_blocker.unblock():
            connection.ensure_connection()
            copy = sqlite3.connect(file)
            connection.connection.backup(copy)
            copy.close()
        return f"sqlite:///{file}"
    place = connection.settings_dict
    who = f"{quote(place['USER'], safe='')}:{quote(place['PASSWORD'], safe='')}"
    return f"postgres://{who}@{place['HOST']}:{place['PORT']}/{place['NAME']}"


@pytest.fixture(scope="module", autouse=True)
def rows_of_migrations(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Put the rows of the migrations back: each of these tests ends with a flush, and others come after them."""
    yield
    with django_db_blocker.unblock():
        for name in MIGRATED:
            import_module(name).add(apps, None)


@pytest.fixture
def race(address: str) -> Race:
    """race(scenario): what came out of it."""

    def run(scenario: str) -> dict[str, Any]:
        done = subprocess.run(
            [sys.executable, "-m", "tests.news.racing", scenario],
            cwd=settings.BASE_DIR,
            env={**os.environ, "DATABASE_URL": address, "LOG_LEVEL": "ERROR"},
            capture_output=True,
            text=True,
            timeout=180,
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return run


def test_eight_publishers_of_one_unit_get_every_number_once(race):
    result = race("one_unit")
    assert result["said"] == {"done": 400}, "nobody waits in vain, no database is locked"
    assert result["numbers"] == {"KK-73.72": list(range(1, 401))}
    assert (result["published"], result["ledger"], result["tally"]) == (400, 400, {"KK-73.72 lead": 400})


def test_units_that_support_each_other_do_not_block_each_other(race):
    result = race("crosswise")
    assert result["said"] == {"done": 80}
    assert result["numbers"] == {"KK-73.72": list(range(1, 41)), "KK-73.15": list(range(1, 41))}
    assert result["tally"] == {
        "KK-73.72 lead": 40, "KK-73.72 supporting": 40, "KK-73.15 lead": 40, "KK-73.15 supporting": 40,
        "KUA-73.72.01 supporting": 80,
    }  # fmt: skip


def test_a_scheduled_article_is_published_once(race):
    result = race("clocks")
    assert result["said"] == {"done": 40, "OutOfTurn": 40}
    assert result["numbers"] == {"KK-73.72": list(range(1, 41))}
    assert (result["published"], result["ledger"], result["tally"]) == (40, 40, {"KK-73.72 lead": 40})


def test_the_clocks_of_two_hosts_publish_each_article_once(race):
    result = race("minutes")
    assert result["said"] == {"done": 40}
    assert result["numbers"] == {"KK-73.72": list(range(1, 41))}
    assert (result["published"], result["ledger"], result["tally"]) == (40, 40, {"KK-73.72 lead": 40})


def test_of_two_who_save_one_wins_and_the_other_is_told(race):
    result = race("two_editors")
    assert all(each in (["Stale", "dua"], ["Stale", "satu"]) for each in result["of each"]), result["of each"]
    assert len(result["of each"]) == 50
    assert result["bodies kept"] == 50, "the text of the one who was told `saved` is the one that is stored"
    assert (result["versions"], result["lines"]) == ({"2": 50}, 50)


def test_a_form_sent_five_times_at_once_is_one_article(race):
    result = race("one_form")
    assert result["articles"] == 20
    assert result["said"] == {"done": 100}, "each answer leads to the article, none is an error"


def test_one_import_run_twice_at_once_stores_each_article_once(race):
    result = race("imports")
    assert result["said"] == {"imported": 200, "there": 200}
    assert result["numbers"] == {"KK-73.72": list(range(1, 201))}
    assert (result["published"], result["ledger"], result["tally"]) == (200, 200, {"KK-73.72 lead": 200})


def test_of_two_units_put_below_each_other_one_stays(race):
    assert race("moves")["said"] == {"done": 30, "ValidationError": 30}


def test_a_pack_that_waits_is_taken_by_one_clock_only(race):
    assert race("packs") == {"said": {"taken": 20, "none": 40}, "working": 20}


@pytest.mark.only_on("sqlite")
def test_a_rebuilt_ledger_has_its_triggers_again_after_migrate(race):
    result = race("rebuilt")
    before, rebuilt, after = result["triggers"]
    assert len(before) == 11
    assert [name for name in rebuilt if "ledgerentry" in name] == [], "if SQLite kept them, this test may go"
    assert after == before
    assert result["said"] == "IntegrityError: news_ledgerentry is append-only"
    assert result["rows"] == 1


def test_of_two_copies_published_at_once_one_counts(race):
    result = race("copies")
    assert result["said"] == {"done": 40}
    assert result["decided"] == [["first_publication", "", 20], ["not_counted", "copy", 20]]


def test_the_data_that_two_processes_counted_adds_up(race):
    result = race("metered")
    assert result["said"] == {"done": 40}
    assert result["rows"] == [[40, 80, 40]] * 5
