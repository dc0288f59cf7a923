"""The yearly tally as plain data: one matrix feeds screen and CSV alike.

Shapes: a row has twelve months, January first, and its total; counts are articles of lead units,
each on the day of its first publication in the portal's time zone. Source: news_tally, which the
database keeps equal to the ledger.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from django.db.models import Q

from news.models import Tally
from news.querysets import TallyQuerySet
from satker.models import Kind, Satker

MONTHS = range(1, 13)


@dataclass
class Row:
    """One line: `key` and `value` are the query that lists its articles; heat is 0..4 a month."""

    name: str
    key: str
    value: str
    unit: Satker | None = None
    months: list[int] = field(default_factory=lambda: [0] * 12)
    before: int = 0
    rank: int = 0
    members: int = 0
    closed: bool = False  # the unit was not valid in the year: only its counts keep it here

    @property
    def total(self) -> int:
        return sum(self.months)

    @property
    def change(self) -> int:
        return self.total - self.before

    def add(self, other: Row) -> None:
        """Add another row's counts to this one."""
        self.months = [mine + theirs for mine, theirs in zip(self.months, other.months, strict=True)]
        self.before += other.before
        self.members += 1

    def cells(self) -> list[Cell]:
        """Return the months with their heat against the row's own fullest month."""
        most = max(self.months) or 1
        return [Cell(month, count, -(-4 * count // most)) for month, count in zip(MONTHS, self.months, strict=True)]


@dataclass(frozen=True)
class Cell:
    month: int
    count: int
    heat: int


@dataclass
class League:
    """The units of one kind, the fullest first, with their sum."""

    kind: Kind
    rows: list[Row]
    total: Row


@dataclass
class Matrix:
    """All units of a year: by league, by branch, and the sum of all."""

    year: int
    leagues: list[League]
    branches: list[Row]
    total: Row
    years: list[int]

    @property
    def units(self) -> int:
        """The units that could publish: one that is shown for last year's counts alone is none of them."""
        return sum(1 for league in self.leagues for row in league.rows if row.total or not row.closed)

    @property
    def active(self) -> int:
        return sum(1 for league in self.leagues for row in league.rows if row.total)

    @property
    def share(self) -> float | None:
        """The change against last year in per cent, None without a last year."""
        return 100 * self.total.change / self.total.before if self.total.before else None


def matrix(year: int, kind: str = "", parent: Satker | None = None) -> Matrix:
    """Return the matrix of `year` for all units valid in it, zeros included; three queries.

    A unit that has articles in the year or in the year before is shown even if it was not valid then:
    totals leave nothing out, and what they are compared with is the whole of last year. `kind` (a code)
    and `parent` (with all below it) narrow the units.
    """
    tallies = Tally.objects.lead().filter(year__in=[year - 1, year])
    counted = tallies.exclude(count=0).values("satker")
    first, last = dt.date(year, 1, 1), dt.date(year, 12, 31)
    valid = Satker.objects.valid_between(first, last)
    units = Satker.objects.filter(Q(pk__in=valid.values("pk")) | Q(pk__in=counted)).select_related("kind")
    if kind:
        units = units.filter(kind__code=kind)
    if parent:
        units = units.below(parent)
    members = list(units.order_by("kind__order", "short_name"))
    rows = _rows(members, tallies, year)
    total = Row("", "", "")
    for row in rows.values():
        total.add(row)
    years = list(Tally.objects.lead().values_list("year", flat=True).distinct().order_by("-year"))
    return Matrix(year, _leagues(members, rows), _branches(members, rows), total, years)


def _rows(units: list[Satker], tallies: TallyQuerySet, year: int) -> dict[int, Row]:
    rows = {unit.pk: Row(unit.short_name, "satker", unit.code, unit, closed=_closed(unit, year)) for unit in units}
    for satker, tallied, month, count in tallies.values_list("satker", "year", "month", "count"):
        if satker not in rows:
            continue
        if tallied == year:
            rows[satker].months[month - 1] += count
        else:
            rows[satker].before += count
    return rows


def _closed(unit: Satker, year: int) -> bool:
    first, last = unit.valid_from, unit.valid_to
    return bool((first and first.year > year) or (last and last.year < year))


def _leagues(units: list[Satker], rows: dict[int, Row]) -> list[League]:
    by_kind: dict[Kind, list[Row]] = {}
    for unit in units:
        by_kind.setdefault(unit.kind, []).append(rows[unit.pk])
    leagues = []
    for kind, members in by_kind.items():
        members.sort(key=lambda row: (-row.total, row.name))
        total = Row(kind.name, "jenis", kind.code)
        for place, row in enumerate(members, 1):
            # Equal totals share a rank; the next one counts on.
            row.rank = members[place - 2].rank if place > 1 and members[place - 2].total == row.total else place
            total.add(row)
        leagues.append(League(kind, members, total))
    return leagues


def _branches(units: list[Satker], rows: dict[int, Row]) -> list[Row]:
    """Return each unit that has others under it, with the sum of itself and all below it."""
    heads = {pk for unit in units for pk in unit.ancestor_ids() if pk in rows}
    branches = {unit: Row(unit.short_name, "induk", unit.code, unit) for unit in units if unit.pk in heads}
    by_pk = {unit.pk: row for unit, row in branches.items()}
    for unit in units:
        for pk in [*unit.ancestor_ids(), unit.pk]:
            if pk in by_pk:
                by_pk[pk].add(rows[unit.pk])
    ordered = sorted(branches.items(), key=lambda pair: (pair[0].depth, -pair[1].total, pair[1].name))
    return [row for _unit, row in ordered]
