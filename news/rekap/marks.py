"""The quality table of a year: the rows of the matrix with the marks that stand beside their counts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from urllib.parse import urlencode

from news.quality import Points, Quality, of_year
from news.rekap.sift import WITH_BELOW, Sift
from news.rekap.tally import Matrix, Row, parts_of
from satker.models import Kind


@dataclass(frozen=True)
class Marked:
    """One row of the matrix with its marks, and its points where a formula is set."""

    row: Row
    quality: Quality
    points: Decimal | None
    spread: str = ""  # the address, from a page of the year, of the programmes that it counts; "" where none lists them


@dataclass(frozen=True)
class MarkedLeague:
    """One league, in the order of its counts."""

    kind: Kind
    rows: list[Marked]
    total: Marked


def spread_of(row: Row, sift: Sift) -> str:
    """Return the address of a row's own spread; the sum of units with all below them has none."""
    key = row.key
    if sift.tampil == WITH_BELOW:
        if key != "satker":
            return ""
        key = "induk"
    kept = {"susunan": sift.susunan, "induk": sift.induk, "wilayah": sift.wilayah}
    words = kept if key == "jenis" else {"susunan": sift.susunan}
    return f"../sebaran/?{urlencode({name: word for name, word in {**words, key: row.value}.items() if word})}"


def marked(found: Matrix, sift: Sift, points: Points) -> list[MarkedLeague]:
    """Return the leagues of a matrix with their marks; nine queries for any number of units."""
    by_unit = of_year(sift.year)
    held: dict[int, Quality] = {}
    for pk, node in sift.structure.nodes.items():
        if pk in by_unit:
            held.setdefault(node.holder, Quality()).add(by_unit[pk])
    parts = parts_of(sift.chosen(), sift)

    def of(row: Row, units: Iterable[int]) -> Marked:
        whole = Quality()
        for pk in units:
            whole.add(held.get(pk, Quality()))
        return Marked(row, whole, points.of(whole) if points else None, spread_of(row, sift))

    leagues = []
    for league in found.leagues:
        of_rows = [(row, parts[row.unit.pk] if row.unit else []) for row in league.rows]
        rows = [of(row, units) for row, units in of_rows]
        # A unit below another of its kind is in both rows, and once in their sum.
        total = of(league.total, {pk for _row, units in of_rows for pk in units})
        leagues.append(MarkedLeague(league.kind, rows, total))
    return leagues
