"""The quality table of a year: the rows of the matrix with the marks that stand beside their counts."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from news.quality import Points, Quality, of_year
from news.rekap.sift import WITH_BELOW, Sift
from news.rekap.tally import Matrix, Row
from satker.models import Kind


@dataclass(frozen=True)
class Marked:
    """One row of the matrix with its marks, and its points where a formula is set."""

    row: Row
    quality: Quality
    points: Decimal | None


@dataclass(frozen=True)
class MarkedLeague:
    """One league, in the order of its counts."""

    kind: Kind
    rows: list[Marked]
    total: Marked


def marked(found: Matrix, sift: Sift, points: Points) -> list[MarkedLeague]:
    """Return the leagues of a matrix with their marks; nine queries for any number of units."""
    structure = sift.structure
    by_unit = of_year(sift.year)
    held: dict[int, Quality] = {}
    for pk, node in structure.nodes.items():
        if pk in by_unit:
            held.setdefault(node.holder, Quality()).add(by_unit[pk])

    def of(row: Row) -> Marked:
        whole = Quality()
        pk = row.unit.pk if row.unit else 0
        parts = structure.nodes if sift.tampil == WITH_BELOW else [pk]
        for part in parts:
            if part in held and (part == pk or structure.is_below(part, pk)):
                whole.add(held[part])
        return Marked(row, whole, points.of(whole) if points else None)

    leagues = []
    for league in found.leagues:
        rows = [of(row) for row in league.rows]
        total = Quality()
        for each in rows:
            total.add(each.quality)
        leagues.append(MarkedLeague(league.kind, rows, Marked(league.total, total, None)))
    return leagues
