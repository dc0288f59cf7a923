"""What is expected of units and how far they are: targets, the roster, the rank in a league, coaching notes.

Days are those of the ledger, cut in the portal's time zone. What a unit was given of its own goes before what its
kind was given.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Q, QuerySet, Sum
from django.utils import timezone

from news.ledger import calendar_day
from news.models import CoachingNote, DayOff, LedgerEntry, RekapSettings, RosterDay, Tally, Target
from news.models.goals import WHOLE_YEAR
from satker.models import Satker
from satker.structure import kinds_of

MONTHS = range(1, 13)
MISSED_SHOWN = 5
DAY = dt.timedelta(days=1)


def today() -> dt.date:
    """Return the day it is in the portal's time zone."""
    return calendar_day(timezone.now())


# --- Targets --------------------------------------------------------------------------------------


class Targets:
    """The targets of one year, read once by one query."""

    def __init__(self, year: int) -> None:
        self.year = year
        self._of_unit: dict[tuple[int, int], int] = {}
        self._of_kind: dict[tuple[int, int], int] = {}
        for satker, kind, month, count in Target.objects.filter(year=year).values_list(
            "satker", "kind", "month", "count"
        ):
            if satker is not None:
                self._of_unit[satker, month] = count
            else:
                self._of_kind[kind, month] = count

    def of_year(self, unit: Satker, kind: int | None = None) -> int | None:
        """Return the unit's target of the year: its own, its kind's, twelve months together, or the standing one.

        `kind` is the id of the kind that it had in that year, where it is not today's.
        """
        given = self._given(unit, WHOLE_YEAR, kind)
        if given is not None:
            return given
        months = [self.of_month(unit, month, kind) for month in MONTHS]
        if all(count is not None for count in months):
            return sum(count for count in months if count is not None)
        return unit.yearly_target

    def of_month(self, unit: Satker, month: int, kind: int | None = None) -> int | None:
        """Return the unit's target of a month: its own, its kind's, or None."""
        return self._given(unit, month, kind)

    def _given(self, unit: Satker, month: int, kind: int | None) -> int | None:
        own = self._of_unit.get((unit.pk, month))
        return self._of_kind.get((kind or unit.kind_id, month)) if own is None else own


def projected(count: int, first: dt.date, last: dt.date, until: dt.date) -> int | None:
    """Return what `count`, reached from `first` up to and including `until`, comes to by `last` at the same pace.

    None before the first day; from the last day on it is the count itself.
    """
    if until < first:
        return None
    if until >= last:
        return count
    return round(count * ((last - first).days + 1) / ((until - first).days + 1))


def share(part: int, whole: int | None) -> float | None:
    """Return `part` in per cent of `whole`; None where nothing was expected."""
    return 100 * part / whole if whole else None


# --- The roster -----------------------------------------------------------------------------------


@dataclass(frozen=True)
class Attainment:
    """On how many days a unit owed a story, on how many of them one stands; the last days missed, newest first."""

    owed: int
    met: int
    missed: tuple[dt.date, ...] = field(default=(), compare=False)

    @property
    def share(self) -> float | None:
        """The days met in per cent of the days owed; None where none was owed."""
        return share(self.met, self.owed)


def last_full_day(year: int) -> dt.date:
    """Return the last day of `year` that is over: today's story may still come."""
    return min(dt.date(year, 12, 31), today() - DAY)


def owed(year: int, until: dt.date) -> dict[int, Attainment]:
    """Return, by id, what each unit valid in `year` owed and met from New Year up to and including `until`.

    Six queries, five when nobody owes.
    """
    return {pk: _attained(due, told) for pk, (due, told) in days_owed(year, until).items()}


def days_owed(year: int, until: dt.date) -> dict[int, tuple[set[dt.date], set[dt.date]]]:
    """Return, by id, the days that each unit valid in `year` owed a story, and those of the year that have one.

    On a day for which a unit has roster days of its own in force, they replace those of its kind, whatever their
    weekday. Days off are owed by nobody. A unit's kind is that of the year.
    """
    first, last = dt.date(year, 1, 1), min(dt.date(year, 12, 31), until)
    off = set(DayOff.objects.filter(day__range=(first, dt.date(year, 12, 31))).values_list("day", flat=True))
    of_unit: dict[int, list[RosterDay]] = defaultdict(list)
    of_kind: dict[int, list[RosterDay]] = defaultdict(list)
    for row in RosterDay.objects.filter(Q(until=None) | Q(until__gte=first), since__lte=dt.date(year, 12, 31)):
        if row.satker_id is not None:
            of_unit[row.satker_id].append(row)
        elif row.kind_id is not None:
            of_kind[row.kind_id].append(row)
    due_of_kind = {kind: _due(rows, first, last) - off for kind, rows in of_kind.items()}
    due_of_unit, kinds = {}, kinds_of(year)
    for unit in Satker.objects.valid_between(first, dt.date(year, 12, 31)).order_by():
        due = due_of_kind.get(kinds[unit.pk], set())
        if rows := of_unit.get(unit.pk):
            due = (due - _in_force(rows, first, last)) | (_due(rows, first, last) - off)
        if unit.valid_from or unit.valid_to:
            due = {day for day in due if unit.is_valid_on(day)}
        due_of_unit[unit.pk] = due
    told = _days_told([pk for pk, due in due_of_unit.items() if due], first, last)
    return {pk: (due, told[pk]) for pk, due in due_of_unit.items()}


def _attained(due: set[dt.date], told: set[dt.date]) -> Attainment:
    missed = sorted(due - told, reverse=True)[:MISSED_SHOWN]
    return Attainment(len(due), len(due & told), tuple(missed))


def _days_told(units: list[int], first: dt.date, last: dt.date) -> dict[int, set[dt.date]]:
    """Return the days on which a lead story of each of the units stands in the ledger."""
    told: dict[int, set[dt.date]] = defaultdict(set)
    # Named one by one, the units lead along the index to their days of this year alone.
    rows = LedgerEntry.objects.lead().between(first, last).filter(satker__in=units)
    sums = rows.values_list("satker", "day").annotate(sum=Sum("delta")).filter(sum__gt=0)
    for satker, day, _sum in sums.order_by():
        told[satker].add(day)
    return told


def _span(row: RosterDay, first: dt.date, last: dt.date) -> tuple[dt.date, dt.date]:
    return max(first, row.since), min(last, row.until or last)


def _due(rows: Iterable[RosterDay], first: dt.date, last: dt.date) -> set[dt.date]:
    """Return the days of first..last that fall on the weekdays of the rows while these are in force."""
    due = set()
    for row in rows:
        begin, end = _span(row, first, last)
        day = begin + (row.weekday - begin.weekday()) % 7 * DAY
        while day <= end:
            due.add(day)
            day += 7 * DAY
    return due


def _in_force(rows: Iterable[RosterDay], first: dt.date, last: dt.date) -> set[dt.date]:
    """Return the days of first..last on which at least one of the rows is in force."""
    days = set()
    for row in rows:
        begin, end = _span(row, first, last)
        days |= {begin + number * DAY for number in range((end - begin).days + 1)}
    return days


# --- Rank -----------------------------------------------------------------------------------------


def rank_of(unit: Satker, year: int) -> tuple[int, int] | None:
    """Return (rank, of how many) of the unit within the kind it had in `year`; None where ranking is hidden.

    Equal totals share a rank; a unit that published nothing has none. Its rivals are the units valid in the year,
    and those that counted in it all the same.
    """
    if RekapSettings.load().hide_ranking:
        return None
    first, last = dt.date(year, 1, 1), dt.date(year, 12, 31)
    kinds = kinds_of(year)
    league = {pk for pk, kind in kinds.items() if kind == kinds[unit.pk]}
    tallies = Tally.objects.lead().filter(year=year, satker__in=league)
    totals = dict(tallies.values_list("satker").annotate(sum=Sum("count")).filter(sum__gt=0).order_by())
    valid = Satker.objects.valid_between(first, last).order_by().values_list("pk", flat=True)
    rivals = totals.keys() | (set(valid) & league)
    if unit.pk not in totals:
        return None
    mine = totals[unit.pk]
    return 1 + sum(1 for total in totals.values() if total > mine), len(rivals)


# --- Coaching -------------------------------------------------------------------------------------


def notes_for(unit: Satker) -> QuerySet[CoachingNote]:
    """Return what the regional team told this unit, newest first: for its own officers and the team, nobody else."""
    return CoachingNote.objects.filter(satker=unit).select_related("written_by").order_by("-written_at", "-id")
