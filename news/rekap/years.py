"""All years side by side, and how the stories of one year are spread: plain data for screen, print and XLSX.

Counts are lead stories that stand in the ledger, each in the year of the day it counts on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.db.models import Sum
from django.http import Http404
from django.utils import timezone
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext

from news.models import Article, Category, Programme, Tally
from news.rekap.sift import NONE, Sift
from satker.models import Kind
from satker.structure import Node

HEATS = 4


# --- All years ------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Cell:
    """One figure; heat is 0..4 against the fullest of all units of its kind."""

    year: str
    count: int
    heat: int


@dataclass(frozen=True)
class Line:
    """A unit, a kind or all, with one count for each year; `own` is the part of an address that lists it."""

    name: str
    own: str
    counts: dict[int, int]
    peak: int = 0  # the fullest year among the lines that this one is tinted with

    @property
    def total(self) -> int:
        return sum(self.counts.values())

    @property
    def over(self) -> str:
        """The part of an address that lists all its years together; it belongs to the last of them."""
        return "&".join(part for part in (_own(dari=min(self.counts)) if self.counts else "", self.own) if part)

    @property
    def cells(self) -> list[Cell]:
        most = max([*self.counts.values(), self.peak, 1])
        return [Cell(str(year), count, max(-(-HEATS * count // most), 0)) for year, count in self.counts.items()]


@dataclass(frozen=True)
class League:
    """The units of one kind, the fullest first, with their sum."""

    kind: Kind
    lines: list[Line]
    total: Line


@dataclass(frozen=True)
class YearLine:
    """One year of all units: `change` against the year before, None for the first."""

    year: int
    count: int
    change: int | None
    is_record: bool


@dataclass(frozen=True)
class AllYears:
    """Every year with a count, the oldest first, without gaps."""

    years: list[int]
    leagues: list[League]
    total: Line

    @property
    def lines(self) -> list[YearLine]:
        """Return the years with their sums, the newest first."""
        counts = self.total.counts
        record = max([*counts.values(), 0])
        return [
            YearLine(
                year, counts[year], counts[year] - counts[year - 1] if year - 1 in counts else None,
                0 < counts[year] == record,
            )
            for year in reversed(self.years)
        ]  # fmt: skip


def all_years(sift: Sift) -> AllYears:
    """Return unit x year for the units that a sift rolls into today's structure; three queries.

    Whatever counts has a line: a unit that ended stands with its successor, or by itself where it has none.
    """
    nodes, chosen = sift.structure.nodes, {node.pk for node in sift.chosen()}
    counts: dict[int, Counter[int]] = {pk: Counter() for pk in chosen}
    sums = Tally.objects.lead().values_list("satker", "year").annotate(sum=Sum("count")).order_by()
    counted: set[int] = set()
    for satker, year, count in sums:
        if count:
            counted.add(year)
            if nodes[satker].holder in chosen:
                counts[nodes[satker].holder][year] += count
    years = list(range(min(counted), max(counted) + 1)) if counted else []
    leagues = []
    for kind in sift.structure.kinds:
        members = [nodes[pk] for pk in counts if counts[pk] and nodes[pk].kind == kind]
        lines = [Line(node.name, _own(satker=node.code), _row(years, counts[node.pk])) for node in members]
        lines.sort(key=lambda line: (-line.total, line.name))
        peak = max((max(line.counts.values(), default=0) for line in lines), default=0)
        lines = [replace(line, peak=peak) for line in lines]
        if lines:
            leagues.append(League(kind, lines, _sum(kind.name, _own(jenis=kind.code), years, lines)))
    return AllYears(years, leagues, _sum("", "", years, [league.total for league in leagues]))


def _own(**words: str | int) -> str:
    return urlencode(words)


def _row(years: Iterable[int], counts: Counter[int]) -> dict[int, int]:
    return {year: counts[year] for year in years}


def _sum(name: str, own: str, years: list[int], lines: Iterable[Line]) -> Line:
    together: Counter[int] = Counter()
    for line in lines:
        together.update(line.counts)
    return Line(name, own, _row(years, together))


# --- How a year is spread -------------------------------------------------------------------------


@dataclass(frozen=True)
class Share:
    """One category, programme, weekday or hour with its count and its per cent of all."""

    name: str
    own: str
    count: int
    share: float
    marked: bool = False  # a category that tells people how to get a service


@dataclass(frozen=True)
class ProgrammeLine:
    """One programme ("-": none), its count for each kind of unit in the order of the columns, and their sum."""

    name: str
    slug: str
    cells: list[tuple[str, int]]  # (the part of an address that lists it, count)
    total: int

    @property
    def own(self) -> str:
        return _own(program=self.slug) if self.slug else ""


@dataclass(frozen=True)
class Spread:
    """One year by programme, category, weekday and hour; `units` are those of the chosen programme."""

    total: int
    kinds: list[Kind]
    programmes: list[ProgrammeLine]
    sums: ProgrammeLine
    categories: list[Share]
    weekdays: list[Share]
    hours: list[Share]
    chosen: str  # the name of a programme
    units: list[Share]


def spread(sift: Sift) -> Spread:
    """Return how the stories of a sift are spread, and the units of the programme that it names; six queries.

    One pass over the year's rows feeds every table. The hour is read in Python, in the portal's time zone: on
    SQLite, where EXTRACT is a call for each row, that costs 224 ms for 67,000 stories instead of 313; the whole
    pass takes 310 ms, four sums in SQL 490.
    """
    nodes, zone = sift.structure.nodes, timezone.get_default_timezone()
    by_programme: Counter[tuple[int | None, int]] = Counter()
    by_category, by_day, by_hour = Counter[int | None](), Counter[int](), Counter[int]()
    rows = sift.rows().order_by().values_list(
        "article__programme", "article__category", "satker", "day", "article__first_published_at", "delta"
    )  # fmt: skip
    for programme, category, satker, day, moment, delta in rows:
        by_programme[programme, satker] += delta
        by_category[category] += delta
        by_day[day.weekday()] += delta
        by_hour[moment.astimezone(zone).hour] += delta
    total = by_day.total()
    by_unit: Counter[tuple[int | None, int]] = Counter()
    for (programme, satker), count in by_programme.items():
        by_unit[programme, nodes[satker].holder] += count
    by_kind: Counter[tuple[int | None, str]] = Counter()
    for (programme, holder), count in by_unit.items():
        by_kind[programme, nodes[holder].kind.code] += count
    counted = {code for (_programme, code), count in by_kind.items() if count}
    kinds = [kind for kind in sift.structure.kinds if kind.code in counted]
    programmes = {each.pk: each for each in Programme.objects.all()}
    picked = next((each for each in programmes.values() if each.slug == sift.program), None)
    if picked is None and sift.program not in {"", NONE}:
        raise Http404
    return Spread(
        total=total,
        kinds=kinds,
        programmes=_programmes(sift.year, programmes, by_kind, kinds),
        sums=_programme_line(gettext("Total"), "", kinds, _over_programmes(by_kind)),
        categories=_categories(by_category, total),
        weekdays=[_share(str(WEEKDAYS[day]), _own(hari=day), by_day[day], total) for day in range(7)],
        hours=[_share(f"{hour:02d}.00–{hour:02d}.59", _own(jam=hour), by_hour[hour], total) for hour in range(24)],
        chosen=picked.name if picked else gettext("No programme") if sift.program == NONE else "",
        units=_units(sift, picked, by_unit, nodes) if sift.program else [],
    )


def _share(name: str, own: str, count: int, total: int, marked: bool = False) -> Share:
    return Share(name, own, count, 100 * count / total if total else 0.0, marked)


def _over_programmes(by_kind: Counter[tuple[int | None, str]]) -> Counter[str]:
    sums: Counter[str] = Counter()
    for (_programme, kind), count in by_kind.items():
        sums[kind] += count
    return sums


def _programmes(
    year: int, programmes: dict[int, Programme], by_kind: Counter[tuple[int | None, str]], kinds: list[Kind]
) -> list[ProgrammeLine]:
    """Return the programmes that were in force in the year or have a story in it, and the stories without one."""
    lines = []
    for pk, programme in [*programmes.items(), (None, None)]:
        counts = Counter({kind.code: by_kind[pk, kind.code] for kind in kinds})
        in_force = programme is not None and (
            programme.valid_from.year <= year and (programme.valid_to is None or programme.valid_to.year >= year)
        )
        if in_force or counts.total():
            name, slug = (programme.name, programme.slug) if programme else (gettext("No programme"), NONE)
            lines.append(_programme_line(name, slug, kinds, counts))
    return lines


def _programme_line(name: str, slug: str, kinds: list[Kind], counts: Counter[str]) -> ProgrammeLine:
    own = {"program": slug} if slug else {}
    cells = [(_own(**own, jenis=kind.code), counts[kind.code]) for kind in kinds]
    return ProgrammeLine(name, slug, cells, sum(count for _own, count in cells))


def _categories(by_category: Counter[int | None], total: int) -> list[Share]:
    """Return the categories that have a story, the fullest first, and the stories without one."""
    shares = [
        _share(each.name, _own(kategori=each.slug), by_category[each.pk], total, each.is_service)
        for each in Category.objects.all()
        if by_category[each.pk]
    ]
    if by_category[None]:
        shares.append(_share(gettext("No category"), _own(kategori=NONE), by_category[None], total))
    return sorted(shares, key=lambda share: (-share.count, share.name))


def _units(
    sift: Sift, picked: Programme | None, by_unit: Counter[tuple[int | None, int]], nodes: dict[int, Node]
) -> list[Share]:
    """Return the units that wrote about the chosen programme, the fullest first."""
    wanted = picked.pk if picked else None
    counts = {holder: count for (programme, holder), count in by_unit.items() if programme == wanted and count}
    total = sum(counts.values())
    shares = [
        _share(nodes[holder].name, _own(satker=nodes[holder].code, program=sift.program), count, total)
        for holder, count in counts.items()
    ]
    return sorted(shares, key=lambda share: (-share.count, share.name))


# --- Who wrote ------------------------------------------------------------------------------------

WRITERS = 500


@dataclass(frozen=True)
class Writer:
    """A name as printed, at one unit, with its stories of the year."""

    name: str
    unit: Node
    count: int

    @property
    def own(self) -> str:
        return _own(satker=self.unit.code, penulis=self.name)

    @property
    def evidence(self) -> str:
        """The part of an address that leads to the evidence."""
        return _own(satker=self.unit.code, nama=self.name)


@dataclass(frozen=True)
class Writers:
    """The writers of a year, the busiest first, cut at 500; `unnamed` stories name nobody."""

    lines: list[Writer]
    found: int
    unnamed: int


def writers(sift: Sift, name: str = "") -> Writers:
    """Return the writers whose printed name holds `name`, in the units of a sift; four queries.

    One person at two units, or printed in two ways, stands twice: nothing is guessed.
    """
    nodes, part = sift.structure.nodes, name.casefold()
    sums = sift.rows().order_by().values_list("satker", "article__writer").annotate(sum=Sum("delta")).filter(sum__gt=0)
    unnamed, lines = 0, []
    for satker, writer, count in sums:
        if not writer:
            unnamed += count
        elif part in writer.casefold():
            lines.append(Writer(writer, nodes[satker], count))
    lines.sort(key=lambda line: (-line.count, line.name, line.unit.name))
    return Writers(lines[:WRITERS], len(lines), unnamed)


@dataclass(frozen=True)
class Evidence:
    """What one writer published at one unit in a year, in the order of publication."""

    year: int
    unit: Node
    name: str
    stories: list[Article]


def evidence(sift: Sift) -> Evidence:
    """Return the stories of the unit and writer that a sift names; without a limit."""
    stories = sift.articles().select_related("receipt").defer("body").order_by("first_published_at", "pk")
    return Evidence(sift.year, sift.node(sift.satker), sift.penulis or "", list(stories))
