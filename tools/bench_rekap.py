"""Measure the yearly tally over a large ledger, on the database at hand.

    PORTAL_ENV=local VAR_DIR=/some/where python tools/bench_rekap.py [--rows 1000000] [--rounds 10]

Fills an empty database (it refuses another) with the register's units and `--rows` articles over eight years, each with
its ledger row, measure, receipt-less: what the tally reads, nothing else. Prints, warm, the median of `--rounds`:
the time in the database of each page's queries, the whole page through Django's test client, queries and bytes.
"""

import argparse
import datetime as dt
import os
import random
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("PORTAL_ENV", "local")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")

import django
from django.conf import settings

django.setup()
settings.ALLOWED_HOSTS = ["*"]

from django.core.management import call_command
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tqdm import tqdm

from news.demo import furnish
from news.importing.rows import insert
from news.models import Article, Category, LedgerEntry, Measure, Programme, Tally
from satker.access import Role
from satker.models import Officer, Satker

YEARS = range(2019, 2027)
BATCH = 20_000
WITA = dt.timezone(dt.timedelta(hours=8))


def fill(rows: int) -> None:
    """Write the articles and their ledger rows, oldest first, a batch a transaction."""
    rng = random.Random(73)  # noqa: S311 - figures to measure, nothing secret
    units = list(Satker.objects.order_by("pk").values_list("pk", flat=True))
    weights = [1 / (place + 5) ** 0.8 for place in range(len(units))]
    rng.shuffle(weights)
    categories = list(Category.objects.values_list("pk", flat=True))
    programmes = [None, *Programme.objects.values_list("pk", flat=True)]
    start, end = dt.datetime(YEARS[0], 1, 1, tzinfo=WITA), dt.datetime(YEARS[-1], 11, 24, tzinfo=WITA)
    step = (end - start) / rows
    with tqdm(total=rows, unit=" rows") as bar:
        for first in range(0, rows, BATCH):
            size = min(BATCH, rows - first)
            moments = [start + step * (first + place) for place in range(size)]
            leads = rng.choices(units, weights, k=size)
            with transaction.atomic():
                _batch(moments, leads, categories, programmes, rng)
            bar.update(size)


def _batch(
    moments: list[dt.datetime],
    leads: list[int],
    categories: list[int],
    programmes: list[int | None],
    rng: random.Random,
) -> None:
    now = dt.datetime.now(dt.UTC)

    def articles() -> Iterator[tuple[object, ...]]:
        for moment, unit in zip(moments, leads, strict=True):
            yield (
                "Berita", "berita", "", "<p>Isi.</p>", rng.choice(categories), rng.choice(programmes), unit, "Wn", "",
                "", "published", 1, moment, "", now, now, "", "",
            )  # fmt: skip

    names = (
        "title", "slug", "lead", "body", "category", "programme", "satker", "writer", "editor", "place", "status",
        "version", "first_published_at", "withdrawn_reason", "created_at", "updated_at", "source", "external_id",
    )  # fmt: skip
    ids = insert(Article, names, articles(), returning=True)
    insert(
        Measure,
        ("article", "words", "photo", "likeness", "reads"),
        ((pk, rng.randint(50, 400), rng.random() < 0.8, rng.choice([0, 0, 0, 90]), rng.randint(0, 400)) for pk in ids),
    )
    insert(
        LedgerEntry,
        ("satker", "role", "day", "article", "delta", "reason", "rule_version", "recorded_at"),
        sorted(
            (unit, "lead", moment.astimezone(WITA).date(), pk, 1, "import", 1, now)
            for pk, moment, unit in zip(ids, moments, leads, strict=True)
        ),
    )


def measured(work: Callable[[], object], rounds: int) -> tuple[float, float, int]:
    """Return (milliseconds in the database, milliseconds in all, queries), medians of warm rounds.

    The page's SELECTs are run again and fetched to the last row: SQLite works while it is fetched from.
    """
    work()
    with CaptureQueriesContext(connection) as context:
        work()
    asked = [query["sql"] for query in context.captured_queries]  # the next request empties the log
    queries, wholes = [], []
    for _round in range(rounds):
        began = time.perf_counter()
        work()
        wholes.append(1000 * (time.perf_counter() - began))
        queries.append(sum(map(_run, asked)))
    return statistics.median(queries), statistics.median(wholes), len(asked)


def _run(sql: str) -> float:
    if not sql.startswith("SELECT"):
        return 0.0
    with connection.cursor() as cursor:
        began = time.perf_counter()
        cursor.execute(sql)
        cursor.fetchall()
        return 1000 * (time.perf_counter() - began)


def main() -> None:
    """Fill if empty, then print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=10)
    options = parser.parse_args()
    call_command("migrate", verbosity=0)
    if not Article.objects.exists():
        furnish.registers()
        fill(options.rows)
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
    officer = Officer.objects.filter(role=Role.REGIONAL).first() or Officer.objects.create_user(
        "bench", None, name="Bench", role=Role.REGIONAL
    )
    client = Client()
    client.force_login(officer, backend=settings.AUTHENTICATION_BACKENDS[0])
    year = YEARS[-2]
    unit = Satker.objects.get(code="KK-73.72")
    lines = [f"{'page':<32}{'database ms':>12}{'whole ms':>10}{'queries':>9}{'KB':>7}"]
    for address in (
        "/admin/", f"/admin/rekap/{year}/", f"/admin/rekap/{year}/?tampil=gabung", f"/admin/rekap/{year}/?susunan=kini",
        f"/admin/rekap/{year}/mutu/", "/admin/rekap/semua/", f"/admin/rekap/{year}/sebaran/", "/admin/rekap/radar/",
        f"/admin/rekap/{year}/penulis/", f"/admin/rekap/{year}/target/", f"/admin/rekap/{year}/piket/",
        f"/admin/rekap/{year}/pembinaan/", f"/admin/rekap/{year}/berita/?bulan=6",
        f"/admin/rekap/{year}/berita/?satker={unit.code}&bulan=6",
    ):  # fmt: skip
        response = client.get(address)
        if response.status_code != 200:
            lines.append(f"{address:<32} answered {response.status_code}")
            continue
        database, whole, count = measured(lambda address=address: client.get(address), options.rounds)
        lines.append(f"{address:<32}{database:>12.1f}{whole:>10.0f}{count:>9}{len(response.content) / 1000:>7.0f}")
    every = Tally.objects.lead().values_list("satker", "year", "month", "count")
    database, whole, count = measured(lambda: list(every.all()), options.rounds)
    lines.append(f"{'unit x month, all years':<32}{database:>12.1f}{whole:>10.0f}{count:>9}")
    lines.append(f"{LedgerEntry.objects.count()} ledger rows, {Satker.objects.count()} units, {connection.vendor}")
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
