"""The year at a glance, for the front page of the administration."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from itertools import islice

from django.db.models import Count, Sum

from news.models import Article, Closing, LedgerEntry, SecondLook, Status, Tally
from news.models.closing import WHOLE_YEAR
from news.querysets import LedgerQuerySet
from news.rekap.radar import Silence, radar
from news.rekap.tops import tops

TOPS, QUIET, DUE, CLOSINGS = 3, 10, 3, 5
# Earlier than this a single busy day would make a record of any year.
TELLING_DAYS = 14


@dataclass(frozen=True)
class Top:
    """One unit near the top of its league; equal counts share a rank."""

    rank: int
    name: str
    code: str
    count: int


@dataclass(frozen=True)
class League:
    """The first three units of a kind in the year so far; `more` share the last rank shown."""

    kind: str
    tops: list[Top]
    more: int


@dataclass(frozen=True)
class Glance:
    """This year up to and including `day`, and what waits for the regional team."""

    day: dt.date
    total: int
    today: int
    before: int  # up to the same day last year
    last_year: int  # the whole of it
    projection: int | None  # of the whole year; None while it is too early to say
    record_year: int | None  # the fullest of the years before
    record: int
    leagues: list[League]
    quiet: list[Silence]  # the longest silences only, before those that never published
    quiet_units: int
    quiet_days: int
    reviews: int
    held: int
    looks: int
    due: list[Closing]  # not closed yet, never saved: at most three months and a year
    closings: list[Closing]  # the latest periods

    @property
    def year(self) -> int:
        return self.day.year

    @property
    def change(self) -> int:
        """The difference to the same day last year."""
        return self.total - self.before

    @property
    def is_record(self) -> bool:
        """Whether this year has more stories already than any before it."""
        return self.record_year is not None and self.total > self.record

    @property
    def is_heading_for_record(self) -> bool:
        return self.record_year is not None and not self.is_record and (self.projection or 0) > self.record

    @property
    def is_empty(self) -> bool:
        return not self.total and self.record_year is None


def glance(day: dt.date) -> Glance:
    """Return the year as it stands on `day`; eleven queries for any number of units."""
    rows, per_year = LedgerEntry.objects.lead(), Tally.objects.lead().per_year()
    total, last_year = per_year.get(day.year, 0), per_year.get(day.year - 1, 0)
    before = _sum(rows.between(dt.date(day.year - 1, 1, 1), year_before(day)))
    earlier = {year: count for year, count in sorted(per_year.items()) if year < day.year and count > 0}
    record_year = max(earlier, key=lambda year: earlier[year], default=None)
    found, waiting = radar(day), _waiting()
    closings = sorted(Closing.objects.defer("canonical", "officials"), key=_period, reverse=True)
    return Glance(
        day=day,
        total=total,
        today=_sum(rows.between(day, day)),
        before=before,
        last_year=last_year,
        projection=projection(day, total, before, last_year),
        record_year=record_year,
        record=earlier[record_year] if record_year else 0,
        leagues=_leagues(day.year),
        # Who once published has fallen silent; who never did has not begun.
        quiet=sorted(found.quiet, key=lambda line: line.days is None)[:QUIET],
        quiet_units=len(found.quiet),
        quiet_days=found.quiet_days,
        reviews=waiting.get(Status.IN_REVIEW, 0),
        held=waiting.get(Status.HELD, 0),
        looks=SecondLook.objects.filter(granted=None).count(),
        due=due({(each.year, each.month) for each in closings}, day, min(per_year, default=None)),
        closings=closings[:CLOSINGS],
    )


def projection(day: dt.date, total: int, before: int, last_year: int) -> int | None:
    """Return what `total` up to `day` comes to by the end of its year, or None in the first two weeks.

    The year is taken to run like the last one, whose fasts and feasts it shares: total × last year / last year
    up to the same day. Where last year had nothing up to that day, every day is taken to be worth the same.
    """
    elapsed, days = day.timetuple().tm_yday, dt.date(day.year, 12, 31).timetuple().tm_yday
    if elapsed <= TELLING_DAYS:
        return None
    return round(total * last_year / before) if before > 0 else round(total * days / elapsed)


def due(closed: set[tuple[int, int]], day: dt.date, first_year: int | None) -> list[Closing]:
    """Return the latest months and the latest year that are over on `day` and not closed, since `first_year`.

    A month needs no closing of its own once its whole year is closed.
    """
    if first_year is None:
        return []
    ended = [(year, month) for year in range(day.year, first_year - 1, -1) for month in range(12, 0, -1)]
    months = ((year, month) for year, month in ended if (year, month) < (day.year, day.month))
    unclosed = (each for each in months if each not in closed and (each[0], WHOLE_YEAR) not in closed)
    years = ((year, WHOLE_YEAR) for year in range(day.year - 1, first_year - 1, -1))
    year = next((each for each in years if each not in closed), None)
    return [Closing(year=each[0], month=each[1]) for each in (*islice(unclosed, DUE), year) if each]


def _period(closing: Closing) -> tuple[dt.date, bool, int]:
    """Return what orders closings by their periods; a year comes after its December."""
    return closing.last, closing.month == WHOLE_YEAR, closing.revision


def year_before(day: dt.date) -> dt.date:
    try:
        return day.replace(year=day.year - 1)
    except ValueError:  # 29 February
        return day.replace(year=day.year - 1, day=28)


def _sum(rows: LedgerQuerySet) -> int:
    return rows.aggregate(sum=Sum("delta"))["sum"] or 0


def _waiting() -> dict[str, int]:
    """Return how many articles in work are in each state."""
    states = Article.objects.in_work().filter(status__in=[Status.IN_REVIEW, Status.HELD])
    return dict(states.order_by().values_list("status").annotate(Count("pk")))


def _leagues(year: int) -> list[League]:
    units = Tally.objects.lead().filter(year=year).values_list(
        "satker__kind__order", "satker__kind__name", "satker__short_name", "satker__code"
    )  # fmt: skip
    counted = units.annotate(sum=Sum("count")).filter(sum__gt=0)
    leagues: dict[str, list[tuple[str, str, int]]] = {}
    for _order, kind, name, code, count in counted.order_by("satker__kind__order", "satker__kind__name", "-sum",
                                                            "satker__short_name"):  # fmt: skip
        leagues.setdefault(kind, []).append((name, code, count))
    return [_league(kind, units) for kind, units in leagues.items()]


def _league(kind: str, units: list[tuple[str, str, int]]) -> League:
    shown, more = tops(units, lambda unit: unit[2], TOPS)
    return League(kind, [Top(rank, *unit) for rank, unit in shown], more)
