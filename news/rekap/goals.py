"""Targets, roster and coaching as plain data: who is to publish how much, who did, and who needs a word.

A line is one unit, named and sorted into its league as it stood in the year; counts are lead stories from the
tally, shares are per cent.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from django.db.models import OuterRef, Subquery, Sum
from django.http import Http404
from django.utils.translation import gettext

from news.goals import Attainment, Targets, days_owed, owed, projected, share
from news.ledger import calendar_day
from news.models import Article, CoachingNote, DayOff, LedgerEntry, RosterDay, Tally, Target
from news.querysets import start_of
from satker.models import Kind, Satker
from satker.structure import Node, Structure

FULL = 100
DAY = dt.timedelta(days=1)


def days_of(year: int, month: int = 0) -> tuple[dt.date, dt.date]:
    """Return the first and the last day of a year, or of one month of it."""
    first = dt.date(year, month or 1, 1)
    after = dt.date(year + month // 12, month % 12 + 1, 1) if month else dt.date(year + 1, 1, 1)
    return first, after - DAY


def members(structure: Structure, counted: Iterable[int], jenis: str = "") -> list[Node]:
    """Return the units of the year: those valid in it, and those that counted in it all the same."""
    known = set(counted)
    return [
        node
        for node in structure.nodes.values()
        if (node.valid or node.pk in known) and (not jenis or node.kind.code == jenis)
    ]


def counts_of(year: int, month: int = 0) -> dict[int, int]:
    """Return the lead stories of each unit that has any, in the year or one month of it."""
    rows = Tally.objects.lead().filter(year=year, **({"month": month} if month else {}))
    counts: dict[int, int] = defaultdict(int)
    for satker, count in rows.values_list("satker", "count"):
        counts[satker] += count
    return {satker: count for satker, count in counts.items() if count}


# --- Targets --------------------------------------------------------------------------------------


@dataclass(frozen=True)
class TargetLine:
    """One unit: its target, what it has so far, and what that comes to at this pace (None: not begun)."""

    unit: Node
    target: int | None
    count: int
    projected: int | None

    @property
    def share(self) -> float | None:
        """The count in per cent of the target; None without a target."""
        return share(self.count, self.target)

    @property
    def bar(self) -> int:
        """The share as the length of a bar, 0 to 100."""
        return min(FULL, round(self.share or 0))

    @property
    def is_behind(self) -> bool:
        """Whether this pace does not lead to the target."""
        return self.target is not None and self.projected is not None and self.projected < self.target


# What an address may narrow the targets to.
WITH_TARGET: dict[str, Callable[[TargetLine], bool]] = {
    "bertarget": lambda line: bool(line.target),
    "tercapai": lambda line: bool(line.target) and line.count >= (line.target or 0),
    "tertinggal": lambda line: line.is_behind,
}


@dataclass(frozen=True)
class TargetLeague:
    """The units of a kind, the best attainment first; the sums are of units that have a target."""

    kind: Kind
    lines: list[TargetLine]

    @property
    def target(self) -> int:
        return sum(line.target or 0 for line in self.lines)

    @property
    def count(self) -> int:
        return sum(line.count for line in self.lines)

    @property
    def share(self) -> float | None:
        """What the units with a target have, in per cent of their targets."""
        return share(sum(line.count for line in self.lines if line.target), self.target)

    @property
    def bar(self) -> int:
        return min(FULL, round(self.share or 0))


@dataclass(frozen=True)
class TargetReport:
    """A year, or a month of it (0: the year), with every unit by league and the targets that were set."""

    year: int
    month: int
    leagues: list[TargetLeague]
    given: list[Target]

    @property
    def lines(self) -> list[TargetLine]:
        return [line for league in self.leagues for line in league.lines]

    @property
    def with_target(self) -> int:
        return sum(map(WITH_TARGET["bertarget"], self.lines))

    @property
    def attained(self) -> int:
        return sum(map(WITH_TARGET["tercapai"], self.lines))

    def only(self, which: str) -> TargetReport:
        """Return the lines of WITH_TARGET; "" leaves all."""
        if not which:
            return self
        leagues = [TargetLeague(each.kind, list(filter(WITH_TARGET[which], each.lines))) for each in self.leagues]
        return replace(self, leagues=[league for league in leagues if league.lines])

    @property
    def behind(self) -> int:
        return sum(map(WITH_TARGET["tertinggal"], self.lines))


def targets(year: int, month: int, until: dt.date) -> TargetReport:
    """Return the targets of a year or month beside what stands up to and including `until`; six queries."""
    structure, aims, counts = Structure(year), Targets(year), counts_of(year, month)
    first, last = days_of(year, month)
    leagues: dict[Kind, list[TargetLine]] = {kind: [] for kind in structure.kinds}
    for node in members(structure, counts):
        aim = aims.of_month(node.unit, month, node.kind.pk) if month else aims.of_year(node.unit, node.kind.pk)
        count = counts.get(node.pk, 0)
        leagues[node.kind].append(TargetLine(node, aim, count, projected(count, first, last, until)))
    for lines in leagues.values():
        lines.sort(key=lambda line: (line.share is None, -(line.share or 0), -line.count, line.unit.name))
    given = Target.objects.filter(year=year).select_related("satker", "kind")
    return TargetReport(
        year, month, [TargetLeague(kind, lines) for kind, lines in leagues.items() if lines], list(given)
    )


# --- Roster ---------------------------------------------------------------------------------------


@dataclass(frozen=True)
class RosterLine:
    """The week of one unit or kind: for each weekday, Monday first, the rows that are in force in the year."""

    whose: str
    is_kind: bool
    days: list[list[RosterDay]]


@dataclass(frozen=True)
class Duty:
    """One unit and how it kept its days."""

    unit: Node
    attainment: Attainment

    @property
    def bar(self) -> int:
        return min(FULL, round(self.attainment.share or 0))


@dataclass(frozen=True)
class DutyLeague:
    """The units of a kind that owe stories, the best attainment first, and their sum."""

    kind: Kind
    lines: list[Duty]
    total: Attainment


@dataclass(frozen=True)
class RosterReport:
    """The roster of a year, who kept it up to and including `until`, and the days off."""

    year: int
    until: dt.date
    lines: list[RosterLine]
    leagues: list[DutyLeague]
    days_off: list[DayOff]


def roster(year: int, until: dt.date) -> RosterReport:
    """Return who owes stories on which weekdays, and how each unit kept them; nine queries."""
    structure, found = Structure(year), owed(year, until)
    leagues: dict[Kind, list[Duty]] = {kind: [] for kind in structure.kinds}
    for node in structure.nodes.values():
        attainment = found.get(node.pk)
        if attainment and attainment.owed:
            leagues[node.kind].append(Duty(node, attainment))
    for lines in leagues.values():
        lines.sort(key=lambda line: (-(line.attainment.share or 0), line.unit.name))
    return RosterReport(
        year,
        until,
        _week(year),
        [DutyLeague(kind, lines, _together(lines)) for kind, lines in leagues.items() if lines],
        list(DayOff.objects.filter(day__year=year)),
    )


@dataclass(frozen=True)
class DutyDay:
    """One day on which a unit owed a story, and the stories that stand for it in the ledger."""

    day: dt.date
    unit: Node
    stories: list[Article]


@dataclass(frozen=True)
class DutyDays:
    """The days owed by the units of one kind, or by one of them, newest first; `met` is how many were kept."""

    whose: str
    days: list[DutyDay]
    owed: int
    met: int


def duty_days(
    year: int, until: dt.date, *, code: str = "", kind: str = "", kept: bool = False, size: int, place: int = 0
) -> DutyDays:
    """Return a page of the days behind the roster's figures, `kept` ones only if asked; ten queries.

    `place` is how many days to skip. An unknown code, of a unit or of a kind, is a 404.
    """
    structure = Structure(year)
    units = [
        node for node in structure.nodes.values() if (node.code == code if code else not kind or node.kind.code == kind)
    ]
    if not units:
        raise Http404
    found = days_owed(year, until)
    pairs = [(day, node) for node in units if node.pk in found for day in found[node.pk][0]]
    met = [(day, node) for day, node in pairs if day in found[node.pk][1]]
    chosen = sorted(met if kept else pairs, key=lambda pair: (-pair[0].toordinal(), pair[1].name))[place:][:size]
    whose = units[0].name if code else units[0].kind.name if kind else gettext("All units")
    stories = _stories(chosen)
    days = [DutyDay(day, node, stories[node.pk, day]) for day, node in chosen]
    return DutyDays(whose, days, len(pairs), len(met))


def _stories(days: list[tuple[dt.date, Node]]) -> dict[tuple[int, dt.date], list[Article]]:
    """Return the lead stories that stand in the ledger for each unit and day; `days` come newest first."""
    stories: dict[tuple[int, dt.date], list[Article]] = defaultdict(list)
    if days:
        rows = LedgerEntry.objects.lead().filter(satker__in={node.pk for _day, node in days})
        rows = rows.between(days[-1][0], days[0][0])
        sums = rows.values_list("satker", "day", "article").annotate(sum=Sum("delta")).filter(sum__gt=0).order_by()
        told = {article: (satker, day) for satker, day, article, _sum in sums}
        listed = Article.objects.filter(pk__in=told).select_related("receipt").defer("body")
        for story in listed.order_by("first_published_at", "pk"):
            stories[told[story.pk]].append(story)
    return stories


def _together(lines: list[Duty]) -> Attainment:
    return Attainment(sum(line.attainment.owed for line in lines), sum(line.attainment.met for line in lines))


def _week(year: int) -> list[RosterLine]:
    first, last = days_of(year)
    rows = RosterDay.objects.filter(since__lte=last).exclude(until__lt=first).select_related("satker", "kind")
    lines: dict[tuple[bool, int, str], RosterLine] = {}
    for row in rows.order_by("weekday", "since"):
        of_kind = row.kind is not None
        key = (not of_kind, row.kind.order if row.kind else 0, row.whose)
        line = lines.setdefault(key, RosterLine(row.whose, of_kind, [[] for _day in range(7)]))
        line.days[row.weekday].append(row)
    return [line for _key, line in sorted(lines.items())]


# --- Coaching -------------------------------------------------------------------------------------


@dataclass(frozen=True)
class CoachingLine:
    """One unit as the team looks at it: how far, how regular, how long silent (None: never a story), last note."""

    unit: Node
    target: int | None
    count: int
    duty: Attainment | None
    silent: int | None
    note: CoachingNote | None

    @property
    def share(self) -> float | None:
        """The count in per cent of the target; None without a target."""
        return share(self.count, self.target)

    @property
    def bar(self) -> int:
        return min(FULL, round(self.share or 0))


def coaching(year: int, until: dt.date) -> tuple[list[CoachingLine], list[Kind]]:
    """Return the units from the bottom up, and the kinds there are; eleven queries.

    The lowest attainment of the target comes first, then the longest silence up to and including `until`; units
    without a target follow, by silence alone.
    """
    structure, aims, counts = Structure(year), Targets(year), counts_of(year)
    duties, silences, notes = owed(year, min(until, days_of(year)[1])), *_silence_and_notes(until)
    lines = [
        CoachingLine(
            node, aims.of_year(node.unit, node.kind.pk), counts.get(node.pk, 0), duties.get(node.pk), silences[node.pk],
            notes.get(node.pk),
        )
        for node in members(structure, counts)
    ]  # fmt: skip
    lines.sort(key=_from_the_bottom)
    return lines, structure.kinds


def _from_the_bottom(line: CoachingLine) -> tuple[bool, float, bool, int, str]:
    return (line.share is None, line.share or 0, line.silent is not None, -(line.silent or 0), line.unit.name)


def _silence_and_notes(until: dt.date) -> tuple[dict[int, int | None], dict[int, CoachingNote]]:
    """Return the days since each unit's last public story, and its latest note."""
    stories = Article.objects.published().filter(satker=OuterRef("pk"), first_published_at__lt=start_of(until + DAY))
    latest = CoachingNote.objects.filter(satker=OuterRef("pk")).order_by("-written_at", "-id")
    rows = list(
        Satker.objects.order_by().values_list(
            "pk",
            Subquery(stories.newest().values("first_published_at")[:1]),
            Subquery(latest.values("pk")[:1]),
        )
    )
    notes = CoachingNote.objects.in_bulk([note for _pk, _last, note in rows if note])
    silences = {pk: (until - calendar_day(last)).days if last else None for pk, last, _note in rows}
    return silences, {note.satker_id: note for note in notes.values()}
