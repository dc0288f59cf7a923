"""The tally against an independent recount on the common set of 100,000 articles, both ways written apart.

The recount reads articles, supporting units and units by plain SQL and counts in plain Python with WITA as UTC+8;
it knows nothing of ledger, tally, sift or structure. Edges are added: 29 February, New Year's last millisecond.
"""

from __future__ import annotations

import datetime as dt
import itertools
import random
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection

from news import proof
from news.models import Article, SecondLook
from news.quality import of_year
from news.rekap.sift import Sift
from news.rekap.tally import sifted
from satker.access import Role
from satker.models import Kind, Officer, Satker, SatkerHistory
from tests import cast
from tests.conftest import CORPORA

GENERATOR = CORPORA.parent / "data" / "dataset.py"
ARTICLES, MOVED = 100_000, 400
WITA = dt.timedelta(hours=8)
EDGES = [
    cast.wita(2024, 2, 28, 23, 59, 59, 999_000), cast.wita(2024, 2, 29), cast.wita(2024, 2, 29, 23, 59, 59, 999_000),
    cast.wita(2024, 3, 1), cast.wita(2023, 12, 31, 23, 59, 59, 999_000), cast.wita(2024, 1, 1),
    cast.wita(2025, 12, 31, 23, 59, 59, 999_000), cast.wita(2026, 1, 1),
]  # fmt: skip

Count = Counter[tuple[int, str, int, int]]  # unit, role, year, month


@pytest.fixture
def the_set(db: None, tmp_path: Path) -> Officer:
    """The common set, imported; some stories withdrawn, some of those reinstated, some supported; a tree over it."""
    if not GENERATOR.exists():
        pytest.skip(f"no generator at {GENERATOR}")
    subprocess.run([sys.executable, GENERATOR, "--n", str(ARTICLES), "--out", tmp_path], check=True)
    call_command("import_articles", str(tmp_path / "articles.jsonl"), create_units=True, verbosity=0)
    regional = cast.officer("regional", Role.REGIONAL)
    rng = random.Random(7)
    units = list(Satker.objects.order_by("pk"))
    _make_tree(units, rng)
    units = list(Satker.objects.order_by("pk"))
    category = cast.category()
    for moment in sorted(EDGES):  # the ledger is written as time goes by
        Article.create(
            regional, rng.choice(units), title="Tepi", body="<p>Isi berita.</p>", category=category, at=moment
        ).publish(regional, at=moment)
    numbers = list(Article.objects.order_by("pk").values_list("pk", flat=True))
    now = cast.wita(2026, 11, 24, 12)
    for place, pk in enumerate(rng.sample(numbers, MOVED)):
        article = Article.objects.get(pk=pk)
        if article.category_id is None:
            Article.objects.filter(pk=pk).update(category=category)
        article.revise(regional, supporting=rng.sample(units, 2), category=category, at=now)
        if place % 2:
            article.withdraw(regional, "Keliru.", at=now)
        if place % 4 == 3:
            article.reinstate(regional, at=now)
    return regional


def _make_tree(units: list[Satker], rng: random.Random) -> None:
    """Put most units below another, give them kinds and cities."""
    kinds = [Kind.objects.get_or_create(code=code, defaults={"name": code})[0] for code in ("kankemenag", "kua", "min")]
    for place, unit in enumerate(units):
        unit.parent = units[rng.randrange(place)] if place > 5 else None
        unit.kind = kinds[place % 3]
        unit.regency = f"Kota {place % 7}"
        unit.save()
    SatkerHistory.objects.all().delete()  # as if it had always been so


def recount() -> Count:
    """Count from the articles themselves."""
    found: Count = Counter()
    with connection.cursor() as cursor:
        cursor.execute("SELECT id, satker_id, status, first_published_at FROM news_article")
        months = {}
        for pk, satker, status, at in cursor.fetchall():
            if status != "published":
                continue
            if isinstance(at, str):
                at = dt.datetime.fromisoformat(at)
            local = (at.astimezone(dt.UTC) if at.tzinfo else at).replace(tzinfo=None) + WITA
            months[pk] = satker, local.year, local.month
            found[satker, "lead", local.year, local.month] += 1
        cursor.execute("SELECT article_id, satker_id FROM news_article_supporting")
        for article, satker in cursor.fetchall():
            if article in months and months[article][0] != satker:
                found[satker, "supporting", *months[article][1:]] += 1
    return found


def tree() -> dict[int, tuple[int | None, str, str, str]]:
    """Return (parent, code, kind, regency) of each unit."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT s.id, s.parent_id, s.code, k.code, s.regency FROM satker_satker s JOIN satker_kind k"
            " ON k.id = s.kind_id"
        )
        return {pk: rest for pk, *rest in cursor.fetchall()}  # type: ignore[misc]


def below(units: dict[int, Any], head: int) -> set[int]:
    """Return a unit and all below it, by walking down."""
    found = {head}
    while more := {pk for pk, (parent, *_rest) in units.items() if parent in found} - found:
        found |= more
    return found


def months_of(count: Count, units: set[int], role: str, year: int) -> list[int]:
    return [sum(count[pk, role, year, month] for pk in units) for month in range(1, 13)]


def sums(units: dict[int, Any]) -> Iterator[tuple[dict[str, str], Callable[[int], set[int]]]]:
    """Yield filters, and which units a row of such a page is made of."""
    yield {}, lambda pk: {pk}
    yield {"tampil": "gabung"}, lambda pk: below(units, pk)
    for kind in ("kua", "min"):
        yield {"jenis": kind}, lambda pk: {pk}
    yield {"wilayah": "Kota 3"}, lambda pk: {pk}


def test_every_figure_of_every_unit_month_role_and_branch(the_set: Officer) -> None:
    count, units = recount(), tree()
    assert sum(number for (_pk, role, *_when), number in count.items() if role == "lead") > 99_000
    codes = {code: pk for pk, (_parent, code, *_rest) in units.items()}
    checked = 0
    for year, role, (how, parts) in itertools.product(range(2018, 2027), ("lead", "supporting"), list(sums(units))):
        found = sifted(Sift(year, peran="" if role == "lead" else role, **how))
        for league in found.leagues:
            for row in league.rows:
                assert row.months == months_of(count, parts(codes[row.value]), role, year), (year, role, how, row.value)
                checked += 1
        for row in found.branches:
            members = {
                pk
                for pk in below(units, codes[row.value])
                if how.get("jenis") in {None, units[pk][2]} and how.get("wilayah") in {None, units[pk][3]}
            }
            assert row.months == months_of(count, members, role, year), (year, role, how, row.value)
        if not how:
            assert found.total.months == months_of(count, set(units), role, year)
    assert checked > 10_000
    assert list(proof.verify()) == []
    stories = {pk: mark.stories for pk, mark in of_year(2025).items() if mark.stories}
    assert stories == {pk: n for pk in units if (n := sum(months_of(count, {pk}, "lead", 2025)))}
    assert SecondLook.objects.count() == 0
