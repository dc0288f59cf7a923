"""What a unit's own officers see of its figures: the year, and a month with every story behind it.

Counts are those of the ledger, so that they equal the tally that is read out at the Rakor.
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Sum
from django.urls import reverse
from django.utils.dates import MONTHS, MONTHS_3
from django.utils.http import urlencode

from news import quality, reports
from news.charts import Bar, bars
from news.converters import YEARS
from news.goals import Targets, notes_for, projected, rank_of, today
from news.ledger import Role
from news.models import Article, CoachingNote, LedgerEntry, Tally
from satker.models import Officer, Satker

NOTES = 10
DAY = dt.timedelta(days=1)


# --- A year ---------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Month:
    """One month: counts of this year and the last, where the unit took part, what was asked of it, its report."""

    number: int
    name: str
    count: int
    before: int
    supporting: int
    target: int | None
    link: str  # "" where there is no report: all units together, or a month to come
    link_before: str


@dataclass(frozen=True)
class Figures:
    """The year of one unit, or of all (None), with what stands beside the count."""

    unit: Satker | None
    league: str  # the kind of the unit
    year: int
    years: list[int]  # newest first
    months: list[Month]
    target: int | None
    projection: int | None  # at the pace so far; None once the year is over
    rank: tuple[int, int] | None
    quality: quality.Quality | None
    notes: list[CoachingNote]

    @property
    def count(self) -> int:
        return sum(month.count for month in self.months)

    @property
    def before(self) -> int:
        return sum(month.before for month in self.months)

    @property
    def supporting(self) -> int:
        return sum(month.supporting for month in self.months)

    @property
    def share(self) -> int | None:
        """The count in per cent of the target, rounded as everywhere in the tally."""
        return round(100 * self.count / self.target) if self.target else None

    @property
    def newest_report(self) -> str:
        """The address of the newest monthly report of the year, "" without one."""
        return next((month.link for month in reversed(self.months) if month.link), "")

    @property
    def has_targets(self) -> bool:
        return any(month.target is not None for month in self.months)

    @property
    def marked(self) -> str:
        """The address of the unit's stories with a mark, which is put at its end; "" for all units together."""
        if self.unit is None:
            return ""
        words = {"satker": self.unit.code, "tahun": str(self.year)}
        return f"{reverse('desk:published')}?{urlencode(words)}&keadaan="

    @property
    def bars(self) -> list[Bar]:
        """Twelve bars, each leading to its month."""
        return _bars(((month.number, month.count) for month in self.months), [month.link for month in self.months])


def figures(officer: Officer, unit: Satker | None, year: int) -> Figures:
    """Return the year of `unit`, or of all; 16 queries at most, whatever the unit."""
    whose = Tally.objects.filter(satker=unit) if unit else Tally.objects.all()
    sums = Counter(
        {
            (role, each, month): count
            for role, each, month, count in whose.filter(year__in=[year, year - 1])
            .values_list("role", "year", "month")
            .annotate(Sum("count"))
            .order_by()
        }
    )
    now, targets = today(), Targets(year)
    months = [
        Month(
            number,
            str(MONTHS[number]),
            sums[Role.LEAD, year, number],
            sums[Role.LEAD, year - 1, number],
            sums[Role.SUPPORTING, year, number],
            targets.of_month(unit, number) if unit else None,
            _report_of(officer, unit, dt.date(year, number, 1)),
            _report_of(officer, unit, dt.date(year - 1, number, 1)) if year > YEARS[0] else "",
        )
        for number in range(1, 13)
    ]
    years = {now.year, year, *whose.filter(role=Role.LEAD).values_list("year", flat=True).distinct().order_by()}
    return Figures(
        unit=unit,
        league=unit.kind.name if unit else "",
        year=year,
        years=sorted(years, reverse=True),
        months=months,
        target=targets.of_year(unit) if unit else None,
        projection=projected(sum(month.count for month in months), *_whole(year), now) if year == now.year else None,
        rank=rank_of(unit, year) if unit else None,
        quality=quality.of_year(year, {unit.pk})[unit.pk] if unit else None,
        notes=list(notes_for(unit)[:NOTES]) if unit and may_read_notes(officer, unit) else [],
    )


def _whole(year: int) -> tuple[dt.date, dt.date]:
    return dt.date(year, 1, 1), dt.date(year, 12, 31)


def _report_of(officer: Officer, unit: Satker | None, first: dt.date) -> str:
    """Return the address of a month's report, "" where there is none."""
    if unit is None or first > today():
        return ""
    return reverse("desk:month", args=[first.year, first.month]) + _query(officer, unit)


def _query(officer: Officer, unit: Satker, **more: str) -> str:
    """Return the query string of a page about this unit; the officer's own goes without saying."""
    words = more if unit.pk == officer.satker_id else {"satker": unit.code, **more}
    return "?" + urlencode(words) if words else ""


def may_read_notes(officer: Officer, unit: Satker) -> bool:
    """Return whether the officer may read what the regional team told this unit: its own people and the team."""
    return officer.is_regional or officer.satker_id == unit.pk


# --- A month --------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Day:
    day: dt.date
    count: int


@dataclass(frozen=True)
class Week:
    """A line of the calendar: Monday first, None outside the month."""

    days: list[Day | None]

    @property
    def total(self) -> int:
        return sum(day.count for day in self.days if day)


@dataclass(frozen=True)
class Line:
    """One story of the list: the day it counts on, and whether it is the first of that day."""

    number: int
    day: dt.date
    first: bool
    article: Article


@dataclass(frozen=True)
class MonthlyReport:
    """A month of one unit: each day, each story, and the forms that are handed in."""

    unit: Satker
    report: reports.MonthReport
    channels: reports.ChannelReport
    weeks: list[Week]
    stories: list[Line]
    took_part: list[Line]
    not_counted: list[Article]
    bars: list[Bar]  # the twelve months of the year
    earlier: str  # the addresses of the months beside this one
    later: str
    here: str  # this page
    forms: str  # its printed forms
    workbook: str

    @property
    def count(self) -> int:
        return len(self.stories)


def monthly(officer: Officer, unit: Satker, year: int, month: int) -> MonthlyReport:
    """Return the report of a month of one unit; 12 queries, however many stories it has."""
    whose = reports.Whose(unit)
    report = reports.month(year, month, whose)
    rows = LedgerEntry.objects.of(unit).between(report.first, report.last)
    standing = rows.values_list("role", "article_id", "day").annotate(sum=Sum("delta")).filter(sum__gt=0).order_by()
    found = [(role, pk, day) for role, pk, day, _sum in standing]
    articles = Article.objects.select_related("satker", "receipt").defer("body").in_bulk({pk for _, pk, _ in found})
    lead = [(day, articles[pk]) for role, pk, day in found if role == Role.LEAD]
    refused = quality.articles(rows.lead(), quality.Mark.NOT_COUNTED).select_related("receipt").defer("body")
    return MonthlyReport(
        unit=unit,
        report=report,
        channels=reports.channels(year, month, whose),
        weeks=_weeks(report.first, Counter(day for day, _article in lead)),
        stories=_lines(lead),
        took_part=_lines((day, articles[pk]) for role, pk, day in found if role == Role.SUPPORTING),
        not_counted=list(refused.order_by("first_published_at", "pk")),
        bars=_bars(
            enumerate(report.months, 1), [_report_of(officer, unit, dt.date(year, each, 1)) for each in range(1, 13)]
        ),
        earlier=_report_of(officer, unit, (report.first - DAY).replace(day=1)) if year > YEARS[0] or month > 1 else "",
        later=_report_of(officer, unit, report.last + DAY),
        here=reverse("desk:month", args=[year, month]) + _query(officer, unit),
        forms=_query(officer, unit, bentuk="formulir"),
        workbook=_query(officer, unit, bentuk="xlsx"),
    )


def _bars(months: Iterable[tuple[int, int]], links: Iterable[str]) -> list[Bar]:
    """Return a bar for each (number, count), named by the month."""
    return bars(((str(MONTHS_3[number]).capitalize(), count) for number, count in months), links=links)


def _weeks(first: dt.date, counts: Counter[dt.date]) -> list[Week]:
    weeks = calendar.Calendar().monthdatescalendar(first.year, first.month)
    return [Week([Day(day, counts[day]) if day.month == first.month else None for day in week]) for week in weeks]


def _lines(found: Iterable[tuple[dt.date, Article]]) -> list[Line]:
    """Return stories in the order in which they came out, numbered from 1."""
    ordered = sorted(found, key=lambda pair: (pair[0], pair[1].first_published_at, pair[1].pk))
    days = [day for day, _article in ordered]
    return [
        Line(number, day, number == 1 or days[number - 2] != day, article)
        for number, (day, article) in enumerate(ordered, 1)
    ]
