"""The yearly tally as plain data: one matrix feeds screen, XLSX, print and CSV alike.

Shapes: a row has twelve months, January first, and its total; counts are articles, each on the day it counts on.
Source: news_tally, which the database keeps equal to the ledger.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

from django.db.models import Max, Subquery, Sum

from news import closing as books
from news.goals import Targets
from news.models import Closing, LedgerEntry, Tally
from news.rekap.sift import WITH_BELOW, Sift
from satker.models import Kind, Satker
from satker.structure import Node, Structure

MONTHS = range(1, 13)
HEATS = 4
LEAD, SUPPORTING = LedgerEntry.Role.LEAD.value, LedgerEntry.Role.SUPPORTING.value


@dataclass
class Row:
    """One line: `key` and `value` are the query that lists its articles; heat is 0..4 a month."""

    name: str
    key: str = ""
    value: str = ""
    unit: Satker | None = None
    months: list[int] = field(default_factory=lambda: [0] * 12)
    before: int | None = None  # None: the portal had no story at all in the year before
    supporting: int = 0  # where the unit took part: shown apart, never added
    target: int | None = None
    frozen: int | None = None  # the count of the closed book
    rank: int = 0  # 0: nothing published, no rank
    members: int = 0
    peak: int = 0  # the fullest month among the rows that this one is tinted with; 0: it stands alone
    closed: bool = False  # the unit was not valid in the year: only its counts keep it here

    @property
    def total(self) -> int:
        return sum(self.months)

    @property
    def change(self) -> int | None:
        return None if self.before is None else self.total - self.before

    @property
    def attainment(self) -> int | None:
        """The total as per cent of the target."""
        return round(100 * self.total / self.target) if self.target else None

    @property
    def moved(self) -> int:
        """What has changed since the book was closed."""
        return self.total - self.frozen if self.frozen is not None else 0

    @property
    def stands(self) -> int:
        """The count that is read out: as closed, or as it is while the book is open."""
        return self.total if self.frozen is None else self.frozen

    @property
    def own(self) -> str:
        """The part of a link that is this row's."""
        return urlencode({self.key: self.value}) if self.key else ""

    def add(self, other: Row) -> None:
        """Add another row's counts to this one."""
        self.months = [mine + theirs for mine, theirs in zip(self.months, other.months, strict=True)]
        self.before = _plus(self.before, other.before)
        self.supporting += other.supporting
        self.target = _plus(self.target, other.target)
        self.frozen = _plus(self.frozen, other.frozen)
        self.members += 1

    def cells(self) -> list[Cell]:
        """Return the months with their heat: equal counts are tinted alike in all rows that are compared."""
        peak = max(self.peak, *self.months, 1)
        return [
            Cell(month, count, max(-(-HEATS * count // peak), 0))
            for month, count in zip(MONTHS, self.months, strict=True)
        ]


def tint(rows: Iterable[Row]) -> None:
    """Let rows of one kind share the scale of their tints."""
    alike = list(rows)
    peak = max((max(row.months) for row in alike), default=0)
    for row in alike:
        row.peak = peak


def _plus(mine: int | None, theirs: int | None) -> int | None:
    return theirs if mine is None else mine + (theirs or 0)


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
    heads: list[Node] = field(default_factory=list)
    is_record: bool = False  # no year has more stories; a part of the units is never one
    same_day: int | None = None  # up to the same day last year, while the year goes on and there was one
    book: books.Standing | None = None  # what of the year is closed, for all units whatever is shown

    @property
    def closing(self) -> Closing | None:
        """The closing of the whole year, None while it is open."""
        return self.book.whole if self.book else None

    @property
    def closed_months(self) -> list[tuple[Closing, int]]:
        """The closings of months, each with what its month counts now."""
        return self.book.months if self.book else []

    @property
    def months_only(self) -> books.Standing | None:
        """The closed months, for a page that tells of the whole year by itself."""
        return replace(self.book, whole=None) if self.book else None

    @property
    def units(self) -> int:
        """The units that could publish: one that is shown for last year's counts alone is none of them."""
        return sum(1 for league in self.leagues for row in league.rows if row.total or not row.closed)

    @property
    def active(self) -> int:
        return sum(1 for league in self.leagues for row in league.rows if row.total)

    @property
    def share(self) -> float | None:
        """The change in per cent against last year, or up to the same day of it; None without a last year."""
        before = self.total.before if self.same_day is None else self.same_day
        return 100 * (self.total.total - before) / before if before else None


def matrix(year: int, kind: str = "", parent: Satker | None = None) -> Matrix:
    """Return the matrix of `year` as it was then, narrowed to a kind (its code) and a branch."""
    return sifted(Sift(year, jenis=kind, induk=parent.code if parent else ""))


def sifted(sift: Sift, same_day: dt.date | None = None) -> Matrix:
    """Return the matrix that a sift asks for, zeros included, in seven queries at most for any number of units.

    `same_day` is that of last year up to which a year that goes on is compared.

    A unit that has articles in the year or in the year before is shown even if it was not valid then:
    totals leave nothing out, and what they are compared with is the whole of last year.
    """
    structure, counts = sift.structure, _counts(sift, same_day)
    closings = _closed(sift)
    closing = closings.get(0)
    frozen = _frozen(closing, structure) if closing else {}
    own = {pk: _own(structure.nodes[pk], counts, sift, frozen) for pk in structure.nodes}
    held: defaultdict[int, Row] = defaultdict(lambda: Row(""))
    for pk, node in structure.nodes.items():
        held[node.holder].add(own[pk])
    chosen = sift.chosen()
    parts = parts_of(chosen, sift)
    targets = Targets(sift.year)
    # What a unit aims at are the stories that it leads.
    goals = {
        pk: None if sift.peran else targets.of_year(node.unit, node.kind.pk) for pk, node in structure.nodes.items()
    }
    rows = {}
    for node in chosen:
        row = Row(node.name, "satker", node.code, node.unit, closed=not node.valid)
        for part in parts[node.pk]:
            row.add(held[part])
        row.target = _goal(parts[node.pk], goals)
        if node.valid or row.total or row.before:
            rows[node.pk] = row
    total, most = _sum("", _covered(chosen, sift), held, goals), max(counts.per_year.values(), default=0)
    return Matrix(
        sift.year,
        _leagues(chosen, rows, held, goals, sift),
        [] if sift.tampil else _branches(chosen, rows, structure),
        total,
        sorted(counts.years, reverse=True),
        _heads(structure),
        0 < most == total.total and not (sift.is_filtered or sift.peran),
        counts.same_day,
        books.Standing(
            sift.year,
            closing,
            sum(counts.of_month(sift.year, month) for month in MONTHS),
            [(each, counts.of_month(sift.year, month)) for month, each in sorted(closings.items()) if month],
        ),
    )


@dataclass
class _Counts:
    """The tallies of a year and the one before, by (unit, role, year, month); and the years that have any."""

    by: dict[tuple[int, str, int, int], int]
    per_year: dict[int, int]  # lead stories of all units
    same_day: int | None

    @property
    def years(self) -> range:
        """The years from the first to the last that has any."""
        return range(min(self.per_year), max(self.per_year) + 1) if self.per_year else range(0)

    def of_month(self, year: int, month: int) -> int:
        """Return the lead stories of all units in a month."""
        return sum(count for (_pk, *when), count in self.by.items() if when == [LEAD, year, month])

    compared: bool  # whether the year before has any story


def _counts(sift: Sift, same_day: dt.date | None) -> _Counts:
    year = sift.year
    tallies = Tally.objects.filter(year__in=[year - 1, year]).values_list("satker", "role", "year", "month", "count")
    by = {(satker, role, tallied, month): count for satker, role, tallied, month, count in tallies}
    years = Tally.objects.lead().values_list("year").annotate(Sum("count")).order_by()
    found = list(years.annotate(upto=Max(_in_month(sift, same_day))) if same_day else ((*each, 0) for each in years))
    compared = any(role == LEAD and tallied < year and count > 0 for (_unit, role, tallied, _m), count in by.items())
    upto = None
    if same_day and compared:
        within = sift.unit_ids()
        units = None if within is None else set(within)
        upto = (found[0][2] or 0) + sum(
            count
            for (unit, role, tallied, month), count in by.items()
            if (role, tallied) == (sift.role, year - 1) and month < same_day.month and (units is None or unit in units)
        )
    return _Counts(by, {each[0]: each[1] for each in found if each[1]}, upto, compared)


def _in_month(sift: Sift, day: dt.date) -> Subquery:
    """Return the sum of a month up to a day, to be read along with another query."""
    rows = LedgerEntry.objects.filter(role=sift.role).between(day.replace(day=1), day)
    units = sift.unit_ids()
    rows = rows if units is None else rows.filter(satker__in=units)
    return Subquery(rows.order_by().values("role").annotate(sum=Sum("delta")).values("sum"))


def _own(node: Node, counts: _Counts, sift: Sift, frozen: dict[int, int]) -> Row:
    """Return the counts of one unit by itself."""
    by, year = counts.by, sift.year
    row = Row(node.name, frozen=frozen.get(node.pk, 0) if frozen else None)
    row.months = [by.get((node.pk, sift.role, year, month), 0) for month in MONTHS]
    if counts.compared:
        row.before = sum(by.get((node.pk, sift.role, year - 1, month), 0) for month in MONTHS)
    row.supporting = sum(by.get((node.pk, SUPPORTING, year, month), 0) for month in MONTHS)
    return row


def _closed(sift: Sift) -> dict[int, Closing]:
    """Return the latest closing of each period of the year, 0 the whole of it; what they froze are lead counts."""
    if sift.role != LEAD:
        return {}
    return {closing.month: closing for closing in Closing.objects.filter(year=sift.year).order_by("revision")}


def _frozen(closing: Closing, structure: Structure) -> dict[int, int]:
    """Return the closed count of each unit, by id."""
    codes = {node.code: pk for pk, node in structure.nodes.items()}
    sums: defaultdict[int, int] = defaultdict(int)
    for (code, role, _month), count in books.frozen(closing).items():
        if role == LEAD and code in codes:
            sums[codes[code]] += count
    return sums or {0: 0}


def parts_of(chosen: Iterable[Node], sift: Sift) -> dict[int, list[int]]:
    """Return the units that each row is made of: the unit alone, or with all below it."""
    if sift.tampil != WITH_BELOW:
        return {node.pk: [node.pk] for node in chosen}
    found: dict[int, list[int]] = {node.pk: [] for node in chosen}
    for pk, node in sift.structure.nodes.items():
        for at in sift.structure.above(pk) if node.holder == pk else ():
            if at in found:
                found[at].append(pk)
    return found


def _covered(chosen: Iterable[Node], sift: Sift) -> set[int]:
    """Return the units that the rows of `chosen` are made of, each once."""
    return {pk for parts in parts_of(chosen, sift).values() for pk in parts}


def _sum(
    name: str,
    holders: Iterable[int],
    held: dict[int, Row],
    goals: dict[int, int | None],
    key: str = "",
    value: str = "",
) -> Row:
    total = Row(name, key, value)
    for pk in holders:
        total.add(held[pk])
    total.target = _goal(holders, goals)
    return total


def _goal(units: Iterable[int], goals: dict[int, int | None]) -> int | None:
    """Return the targets of units together, None where none has one."""
    return sum(goals[pk] or 0 for pk in units) or None


def _leagues(
    chosen: list[Node], rows: dict[int, Row], held: dict[int, Row], goals: dict[int, int | None], sift: Sift
) -> list[League]:
    by_kind: dict[Kind, list[Node]] = {}
    for node in sorted(chosen, key=lambda node: (node.kind.order, node.kind.name, node.name)):
        by_kind.setdefault(node.kind, []).append(node)
    leagues = []
    for kind, nodes in by_kind.items():
        members = sorted((rows[node.pk] for node in nodes if node.pk in rows), key=lambda row: (-row.total, row.name))
        for place, row in enumerate(members, 1):
            # Equal totals share a rank, the next one counts on; who published nothing has none.
            shared = place > 1 and members[place - 2].total == row.total
            row.rank = 0 if row.total <= 0 else members[place - 2].rank if shared else place
        tint(members)
        total = _sum(kind.name, _covered(nodes, sift), held, goals, "jenis", kind.code)
        total.members = len(members)
        if members:
            leagues.append(League(kind, members, total))
    tint(league.total for league in leagues)
    return leagues


def _branches(chosen: list[Node], rows: dict[int, Row], structure: Structure) -> list[Row]:
    """Return each unit that has others under it, with the sum of itself and all below it."""
    shown = [node for node in chosen if node.pk in rows]
    over = {pk for node in shown for pk in structure.above(node.pk) if pk != node.pk}
    branches = {node.pk: Row(node.name, "induk", node.code, node.unit) for node in shown if node.pk in over}
    for node in shown:
        for pk in structure.above(node.pk):
            if pk in branches:
                branches[pk].add(rows[node.pk])
    for kind in {node.kind for node in shown if node.pk in over}:
        tint(branches[node.pk] for node in shown if node.pk in over and node.kind == kind)
    depths = {pk: structure.depth(pk) for pk in branches}
    ordered = sorted(branches.items(), key=lambda pair: (depths[pair[0]], -pair[1].total, pair[1].name))
    return [row for _pk, row in ordered]


def _heads(structure: Structure) -> list[Node]:
    """Return the units that have others below them, as choices of a filter, from the top down."""
    parents = {node.parent for node in structure.nodes.values() if node.parent}
    return sorted((structure.nodes[pk] for pk in parents), key=lambda node: (structure.depth(node.pk), node.name))
