"""Reports that are handed in on paper: a month, a quarter and the channels of a year, of one unit or of all.

Counts are articles of lead units that count (the ledger), so that they equal the tally; reads are those of the
same articles until now. `unit` None means all units; `below` adds all that stands under the unit.
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate
from typing import Any

from django.conf import settings
from django.db.models import Count, F, Q, Sum
from django.db.models.functions import ExtractMonth
from django.utils.dates import MONTHS
from django.utils.translation import gettext as _

from news.models import Article, Channel, LedgerEntry, Publication, Tally
from satker.models import Satker

TOP = 5
QUARTERS = {1: "I", 2: "II", 3: "III", 4: "IV"}


def name_of(month: int) -> str:
    """Return a month's name: 3 is "Maret"."""
    return str(MONTHS[month])


def last_day(year: int, month: int) -> dt.date:
    return dt.date(year, month, calendar.monthrange(year, month)[1])


@dataclass(frozen=True)
class Whose:
    """Whom a report is about: one unit, one with all below it, or everybody."""

    unit: Satker | None = None
    below: bool = False

    def of(self, rows: Any) -> Any:
        """Narrow rows that have a unit."""
        if self.unit is None:
            return rows
        return rows.filter(satker__path__startswith=self.unit.path) if self.below else rows.filter(satker=self.unit)

    @property
    def name(self) -> str:
        """The name as printed above a report."""
        if self.unit is None:
            return settings.PORTAL_NAME
        name = self.unit.official_name
        return _("%(unit)s and all below") % {"unit": name} if self.below else name

    @property
    def place(self) -> str:
        """Where it is signed."""
        return self.unit.dateline_place if self.unit else ""


ALL = Whose()


@dataclass(frozen=True)
class Line:
    """A name with two figures: stories, and how often they were read."""

    name: str
    count: int
    reads: int


def _ledger(whose: Whose, first: dt.date, last: dt.date) -> Any:
    return whose.of(LedgerEntry.objects.lead().between(first, last))


def _posts(whose: Whose, first: dt.date, last: dt.date) -> Any:
    """Return what was published in other media, and not taken back, on these days."""
    return whose.of(Publication.objects.filter(removed_at=None, day__gte=first, day__lte=last))


READS = Sum(F("delta") * F("article__measure__reads"))


def _most_read(rows: Any) -> list[Article]:
    """Return the five stories behind these rows that were read most, with receipt and measure."""
    standing = Article.objects.filter(pk__in=rows.standing().values("article_id"))
    read = standing.filter(measure__reads__gt=0).select_related("satker", "receipt", "measure").defer("body")
    return list(read.order_by("-measure__reads", "pk")[:TOP])


# --- A month --------------------------------------------------------------------------------------


@dataclass(frozen=True)
class MonthReport:
    """One month: stories, reads, the most-read five, who wrote most, and what was published elsewhere."""

    whose: Whose
    year: int
    month: int
    count: int
    reads: int
    supporting: int
    months: list[int]  # of the year, January first
    before: list[int]  # of the year before
    top: list[Article]
    writers: list[Line]
    channels: list[tuple[str, int]]

    @property
    def period(self) -> str:
        return f"{name_of(self.month)} {self.year}"

    @property
    def first(self) -> dt.date:
        return dt.date(self.year, self.month, 1)

    @property
    def last(self) -> dt.date:
        return last_day(self.year, self.month)

    @property
    def average(self) -> Decimal | None:
        """Reads a story, None in a month without stories."""
        return Decimal(self.reads) / self.count if self.count else None

    @property
    def until_now(self) -> int:
        """The stories of the year up to this month."""
        return sum(self.months[: self.month])

    @property
    def last_year(self) -> int:
        """The stories of the same month a year before."""
        return self.before[self.month - 1]

    @property
    def elsewhere(self) -> int:
        return sum(count for _name, count in self.channels)

    @property
    def lines(self) -> list[tuple[str, int, int]]:
        """The year by month: name, this year, the year before."""
        return [(name_of(month), self.months[month - 1], self.before[month - 1]) for month in range(1, 13)]


def month(year: int, month: int, whose: Whose = ALL) -> MonthReport:
    """Return the report of a month; five queries, for one unit and for all."""
    first, last = dt.date(year, month, 1), last_day(year, month)
    rows = _ledger(whose, first, last)
    writers = rows.values_list("article__writer").annotate(count=Sum("delta"), reads=READS).filter(count__gt=0)
    named = writers.exclude(article__writer="").order_by("-count", "-reads", "article__writer")
    sums = rows.aggregate(count=Sum("delta"), reads=READS)
    posts = _posts(whose, first, last).values_list("channel__name").annotate(count=Count("pk"))
    tallied = _tallied(whose, year)
    return MonthReport(
        whose=whose,
        year=year,
        month=month,
        count=sums["count"] or 0,
        reads=sums["reads"] or 0,
        supporting=tallied["supporting", year, month],
        months=[tallied["lead", year, each] for each in range(1, 13)],
        before=[tallied["lead", year - 1, each] for each in range(1, 13)],
        top=_most_read(rows),
        writers=[Line(*line) for line in named[:TOP]],
        channels=list(posts.order_by("channel__order", "channel__name")),
    )


def _tallied(whose: Whose, year: int) -> Counter[tuple[str, int, int]]:
    """Return the counts of a year and the one before by (role, year, month)."""
    rows = whose.of(Tally.objects.filter(year__in=[year - 1, year])).values_list("role", "year", "month")
    return Counter(
        {(role, each, number): count for role, each, number, count in rows.annotate(Sum("count")).order_by()}
    )


# --- The channels of a year -----------------------------------------------------------------------


@dataclass(frozen=True)
class ChannelLine:
    name: str
    counts: list[int]

    @property
    def total(self) -> int:
        return sum(self.counts)


@dataclass(frozen=True)
class ChannelReport:
    """REKAP PUBLIKASI DAN GLORIFIKASI: months by channel, the portal's own stories first."""

    whose: Whose
    year: int
    month: int  # the last one shown
    columns: list[str]
    lines: list[ChannelLine]
    total: ChannelLine

    @property
    def period(self) -> str:
        """The months in words, as the title has them: "JANUARI - MARET"."""
        if self.month == 1:
            return name_of(1)
        return f"{name_of(1)}\N{EN DASH}{name_of(self.month)}"


def channels(year: int, month: int = 12, whose: Whose = ALL) -> ChannelReport:
    """Return channel x month from January to `month`; three queries."""
    first, last = dt.date(year, 1, 1), last_day(year, month)
    posts = _posts(whose, first, last).values_list("channel", ExtractMonth("day"))
    found = Counter({(channel, number): count for channel, number, count in posts.annotate(Count("pk")).order_by()})
    # A channel that is no longer offered keeps the column of what was published there.
    shown = list(Channel.objects.filter(Q(active=True) | Q(pk__in={channel for channel, _month in found})))
    stories = whose.of(Tally.objects.lead().filter(year=year)).per_month()
    lines = [
        ChannelLine(name_of(number), [stories[number - 1], *(found[channel.pk, number] for channel in shown)])
        for number in range(1, month + 1)
    ]
    total = ChannelLine("", [sum(column) for column in zip(*(line.counts for line in lines), strict=True)])
    names = [settings.PORTAL_NAME, *(channel.name for channel in shown)]
    return ChannelReport(whose, year, month, names, lines, total)


# --- A quarter ------------------------------------------------------------------------------------


@dataclass(frozen=True)
class PlatformLine:
    """One platform in one month; reads are known for the portal only."""

    name: str
    count: int
    reads: int | None = None


@dataclass(frozen=True)
class QuarterMonth:
    name: str
    lines: list[PlatformLine]
    running: int  # up to and including this month

    @property
    def total(self) -> int:
        return sum(line.count for line in self.lines)


@dataclass(frozen=True)
class QuarterReport:
    """A quarter in the shape of the district offices: introduction, tables, obstacles, advice, signature."""

    whose: Whose
    year: int
    quarter: int
    months: list[QuarterMonth]
    count: int
    reads: int
    top: list[Article]

    @property
    def number(self) -> str:
        return QUARTERS[self.quarter]

    @property
    def period(self) -> str:
        return f"{self.months[0].name}\N{EN DASH}{self.months[-1].name} {self.year}"

    @property
    def average(self) -> Decimal | None:
        return Decimal(self.reads) / self.count if self.count else None

    @property
    def total(self) -> int:
        return sum(month.total for month in self.months)

    @property
    def elsewhere(self) -> int:
        return self.total - self.count


def quarter(year: int, quarter: int, whose: Whose = ALL) -> QuarterReport:
    """Return the report of a quarter (1 to 4); three queries."""
    numbers = range(3 * quarter - 2, 3 * quarter + 1)
    first, last = dt.date(year, numbers[0], 1), last_day(year, numbers[-1])
    rows = _ledger(whose, first, last)
    told = rows.values_list(ExtractMonth("day")).annotate(count=Sum("delta"), reads=READS).order_by()
    stories = {number: (count, reads or 0) for number, count, reads in told}
    posts = _posts(whose, first, last).values_list(ExtractMonth("day"), "channel__name").annotate(Count("pk"))
    elsewhere: dict[int, list[PlatformLine]] = {}
    for number, name, count in posts.order_by("channel__order", "channel__name"):
        elsewhere.setdefault(number, []).append(PlatformLine(name, count))
    lines = [
        [PlatformLine(settings.PORTAL_NAME, *stories.get(number, (0, 0))), *elsewhere.get(number, [])]
        for number in numbers
    ]
    running = accumulate(sum(line.count for line in each) for each in lines)
    return QuarterReport(
        whose=whose,
        year=year,
        quarter=quarter,
        months=[
            QuarterMonth(name_of(number), parts, until)
            for number, parts, until in zip(numbers, lines, running, strict=True)
        ],
        count=sum(count for count, _reads in stories.values()),
        reads=sum(reads for _count, reads in stories.values()),
        top=_most_read(rows),
    )
