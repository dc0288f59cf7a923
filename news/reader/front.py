"""What the front page and the archive put together from a few queries, as plain dataclasses."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.dates import MONTHS, MONTHS_3, WEEKDAYS, WEEKDAYS_ABBR

from news.models import Article, Programme, Tally
from satker.models import Satker

NEWEST, STRIPS, IN_STRIP, STRIP_WINDOW = 15, 3, 3, 200


@dataclass(frozen=True)
class Strip:
    programme: Programme
    articles: list[Article]


@dataclass(frozen=True)
class Place:
    unit: Satker
    count: int


@dataclass(frozen=True)
class Year:
    """The line that tells the year: counts are articles, `record` says whether last year beat all before it."""

    year: int
    count: int
    units: int
    before: int
    record: bool


@dataclass(frozen=True)
class Front:
    lead: Article | None
    seconds: list[Article]
    rest: list[Article]
    strips: list[Strip]
    places: list[Place]
    year: Year


def compose(today: dt.date) -> Front:
    """Return the front page of `today`: eight queries, whatever the number of articles."""
    newest = list(Article.objects.published().for_list().newest()[:NEWEST])
    # A picture belongs on top: the newest stories that have one lead, the others keep their order.
    top = sorted(newest, key=lambda article: article.lead_photo_id is None)[:3]
    return Front(
        lead=top[0] if top else None,
        seconds=top[1:],
        rest=[article for article in newest if article not in top],
        strips=_strips(today),
        places=_places(today),
        year=_year(today),
    )


def _strips(today: dt.date) -> list[Strip]:
    """Return the programmes with the freshest stories, looked for among a bounded number of the newest."""
    recent = Article.objects.published().newest().values_list("pk", "programme")[:STRIP_WINDOW]
    chosen: dict[int, list[int]] = {}
    for pk, programme in recent:
        if programme:
            chosen.setdefault(programme, []).append(pk)
    in_force = {programme.pk: programme for programme in Programme.objects.valid_on(today).filter(pk__in=chosen)}
    shown = {pk: chosen[pk][:IN_STRIP] for pk in [pk for pk in chosen if pk in in_force][:STRIPS]}
    articles = Article.objects.for_list().in_bulk([pk for pks in shown.values() for pk in pks])
    return [Strip(in_force[programme], [articles[pk] for pk in pks]) for programme, pks in shown.items()]


def _places(today: dt.date) -> list[Place]:
    counts = Tally.objects.lead().filter(year=today.year).per_regency()
    heads = Satker.objects.valid_on(today).heading_regency()
    return [Place(unit, counts.get(unit.regency, 0)) for unit in heads]


def _year(today: dt.date) -> Year:
    per_year = Tally.objects.lead().per_year()
    before = per_year.get(today.year - 1, 0)
    earlier = [count for year, count in per_year.items() if year < today.year - 1]
    return Year(
        year=today.year,
        count=per_year.get(today.year, 0),
        units=Satker.objects.valid_on(today).count(),
        before=before,
        record=bool(earlier) and before > max(earlier),
    )


@dataclass(frozen=True)
class Bar:
    """One month of a row of bars: `height` in steps of 0..20, for a class and an SVG attribute."""

    month: int
    name: str
    short: str
    count: int
    height: int

    @property
    def top(self) -> int:
        return 20 - self.height


def bars(counts: list[int]) -> list[Bar]:
    """Return twelve bars scaled to the fullest month."""
    most = max(counts) or 1
    return [
        Bar(month, str(MONTHS[month]), str(MONTHS_3[month]).capitalize(), count, round(20 * count / most))
        for month, count in enumerate(counts, 1)
    ]


@dataclass(frozen=True)
class YearRow:
    year: int
    months: list[tuple[int, str, int]]
    total: int


def grid(rows: Iterable[tuple[int, int, int]]) -> list[YearRow]:
    """Return year rows, newest first, from (year, month, count) rows."""
    years: dict[int, dict[int, int]] = {}
    for year, month, count in rows:
        years.setdefault(year, {})[month] = count
    return [
        YearRow(year, [(month, str(MONTHS[month]), found.get(month, 0)) for month in range(1, 13)], sum(found.values()))
        for year, found in sorted(years.items(), reverse=True)
    ]


def weeks(first: dt.date, counts: dict[dt.date, int]) -> list[list[tuple[dt.date, int] | None]]:
    """Return the month of `first` as weeks of (day, count), Monday first, None outside the month."""
    return [
        [(day, counts.get(day, 0)) if day.month == first.month else None for day in week]
        for week in calendar.Calendar().monthdatescalendar(first.year, first.month)
    ]


def weekdays() -> list[tuple[str, str]]:
    """Return the days of a week, Monday first, short and in full."""
    return [(str(WEEKDAYS_ABBR[day]), str(WEEKDAYS[day])) for day in range(7)]


@dataclass(frozen=True)
class Branch:
    """A unit of the directory with the units under it, at any depth."""

    unit: Satker
    below: list[Branch]

    @property
    def size(self) -> int:
        return len(self.below) + sum(branch.size for branch in self.below)


def branches(units: Iterable[Satker]) -> list[Branch]:
    """Return the tree of `units`, which come ordered by path; orphans become roots."""
    roots: list[Branch] = []
    known: dict[int, Branch] = {}
    for unit in units:
        branch = Branch(unit, [])
        known[unit.pk] = branch
        above = known.get(unit.parent_id) if unit.parent_id else None
        (above.below if above else roots).append(branch)
    for branch in known.values():
        branch.below.sort(key=lambda child: child.unit.short_name)
    return roots
