"""What the database itself refuses, whoever asks: ledger and receipts only grow."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction
from django.db.models import F

from news import triggers
from news.models import LedgerEntry, Receipt, Tally
from tests import cast

pytestmark = pytest.mark.django_db

CHANGES = {
    "news_ledgerentry": ["UPDATE news_ledgerentry SET delta = -delta", "DELETE FROM news_ledgerentry"],
    "news_receipt": ["UPDATE news_receipt SET number = number + 1", "DELETE FROM news_receipt"],
}


def raw(sql: str, *values: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, values or None)


def stored() -> list[Any]:
    return [list(model.objects.order_by("pk").values()) for model in (LedgerEntry, Receipt, Tally)]


FORBIDDEN: dict[str, Callable[[], Any]] = {
    "a raw update of the ledger": lambda: raw("UPDATE news_ledgerentry SET delta = -1"),
    "a raw deletion from the ledger": lambda: raw("DELETE FROM news_ledgerentry"),
    "a raw update of the receipts": lambda: raw("UPDATE news_receipt SET number = 7"),
    "a raw deletion from the receipts": lambda: raw("DELETE FROM news_receipt"),
    "an update of the ledger": lambda: LedgerEntry.objects.update(day="2025-01-01"),
    "a deletion from the ledger": lambda: LedgerEntry.objects.all().delete(),
    "a row's own deletion": lambda: LedgerEntry.objects.get().delete(),
    "a row saved again": lambda: LedgerEntry.objects.get().save(),
    "an update of the receipts": lambda: Receipt.objects.update(number=F("number") + 1),
    "a deletion from the receipts": lambda: Receipt.objects.all().delete(),
    "a receipt saved again": lambda: Receipt.objects.get().save(),
    "an upsert": lambda: Receipt.objects.bulk_create(
        [Receipt.objects.get()], update_conflicts=True, unique_fields=["article"], update_fields=["number"]
    ),
}


@pytest.mark.parametrize("what", FORBIDDEN)
def test_it_refuses(parepare, what):
    cast.published(parepare)
    before = stored()
    with pytest.raises(DatabaseError, match=r"news_(ledgerentry|receipt) is append-only"), transaction.atomic():
        FORBIDDEN[what]()
    assert stored() == before


TALLY = {
    "an update": "UPDATE news_tally SET count = 7",
    "an update that meets no row": "UPDATE news_tally SET count = 7 WHERE year = 1900",
    "a deletion": "DELETE FROM news_tally",
    "a row": "INSERT INTO news_tally (satker_id, role, year, month, count)"
    " SELECT satker_id, role, 1999, 1, 1 FROM news_tally",
}


@pytest.mark.only_on("postgresql")
@pytest.mark.parametrize("what", TALLY)
def test_nobody_but_the_ledger_writes_the_tally(parepare, what):
    cast.published(parepare)
    before = stored()
    with pytest.raises(DatabaseError, match="news_tally is written by the ledger alone"), transaction.atomic():
        raw(TALLY[what])
    assert stored() == before


@pytest.mark.only_on("postgresql")
@pytest.mark.parametrize("table", ["news_ledgerentry", "news_receipt", "news_closing", "news_tally"])
def test_nothing_is_emptied(parepare, table):
    cast.published(parepare)
    before = stored()
    raw("SET CONSTRAINTS ALL IMMEDIATE")  # else it is the waiting constraints that forbid it
    with pytest.raises(DatabaseError, match=rf"{table} is (append-only|written by)"), transaction.atomic():
        raw(f"TRUNCATE {table} CASCADE")
    assert stored() == before


def test_the_tally_follows_a_row_that_no_python_wrote(parepare):
    article = cast.published(parepare)
    raw(
        "INSERT INTO news_ledgerentry"
        " (article_id, satker_id, role, day, delta, reason, rule_version, recorded_at)"
        " VALUES (%s, %s, 'lead', '2024-02-29', -1, 'withdrawal', 1, '2026-03-10 04:00:00+00:00')",
        article.pk,
        parepare.satker_id,
    )
    assert set(Tally.objects.values_list("satker", "role", "year", "month", "count")) == {
        (parepare.satker_id, "lead", 2026, 3, 1),
        (parepare.satker_id, "lead", 2024, 2, -1),
    }


def installed() -> set[str]:
    """Return the names of the triggers on the ledger's tables."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger'"
            if connection.vendor == "sqlite"
            else "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal"
        )
        return {name for (name,) in cursor.fetchall() if name.startswith("news_")}


def drop_all() -> None:
    for name in installed():
        table = next(
            table
            for table in ("news_receipt", "news_closing", "news_ledgerentry", "news_tally", "news_countingrule")
            if name.startswith(table)
        )
        raw(f"DROP TRIGGER {name}" + ("" if connection.vendor == "sqlite" else f" ON {table}"))


@pytest.mark.parametrize("again", [triggers.install, lambda: call_command("migrate", verbosity=0)])
def test_every_migrate_puts_them_back(parepare, again):
    cast.published(parepare)
    names = installed()
    assert len(names) == (11 if connection.vendor == "sqlite" else 9)
    drop_all()
    assert installed() == set()
    raw("UPDATE news_receipt SET number = 1")  # nobody minds
    again()
    assert installed() == names
    for table, statements in CHANGES.items():
        for sql in statements:
            with pytest.raises(DatabaseError, match=f"{table} is append-only"), transaction.atomic():
                raw(sql)
    cast.published(parepare)
    assert Tally.objects.get().count == 2


def test_putting_them_in_place_twice_changes_nothing(parepare):
    before = installed()
    triggers.install()
    triggers.install()
    assert installed() == before
    cast.published(parepare)
    assert Tally.objects.get().count == 1, "counted once, not once for each installation"


def test_it_waits_for_the_ledger_to_exist(db, monkeypatch):
    """A migration back to before the ledger must not fail on missing tables."""
    monkeypatch.setattr(connection.introspection, "table_names", lambda *args: ["news_article"])
    drop_all()
    triggers.install()
    assert installed() == set()


@pytest.mark.only_on("sqlite")
@pytest.mark.parametrize("table", ["news_ledgerentry", "news_receipt"])
def test_a_row_cannot_be_replaced(parepare, table):
    cast.published(parepare)
    with pytest.raises(DatabaseError, match=f"{table} is append-only"), transaction.atomic():
        raw(f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}")  # noqa: S608 - our own names
    assert (LedgerEntry.objects.count(), Tally.objects.get().count) == (1, 1)
