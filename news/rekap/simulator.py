"""Replay a year under another counting rule: what would change, unit by unit, before anybody adopts it."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from django.db.models import Sum

from news.models import Article, CountingRule, LedgerEntry, Measure, SecondLook, Status
from satker.models import Satker

DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class Effect:
    """One unit under the rule: lead stories now and then, and how many fall for which reason."""

    unit: Satker
    now: int
    then: int
    failing: Counter[str]

    @property
    def change(self) -> int:
        return self.then - self.now


@dataclass(frozen=True)
class Fate:
    """One story: the month that it counts in now and would count in by the rule (0: in none), and why it would not."""

    pk: int
    satker: int
    at: dt.datetime
    now: int
    then: int
    failings: tuple[str, ...]


# Which stories a figure is made of, as addresses name it, with the month that they are listed by.
FATES: dict[str, Callable[[Fate], int]] = {
    "kini": lambda fate: fate.now,
    "nanti": lambda fate: fate.then,
    "gugur": lambda fate: 0 if fate.then else fate.now,
    "masuk": lambda fate: 0 if fate.now else fate.then,
}
REASONS = {"pendek": "words", "foto": "photo", "salinan": "copy"}


@dataclass
class Replay:
    """A year under a rule: its months and units, now and then."""

    rule: CountingRule
    year: int
    now: list[int] = field(default_factory=lambda: [0] * 12)
    then: list[int] = field(default_factory=lambda: [0] * 12)
    effects: list[Effect] = field(default_factory=list)
    supporting_now: int = 0
    # (article, supporting unit) of each credit that the rule would give, the newest first.
    credits: list[tuple[int, int]] = field(default_factory=list)
    not_compared: int = 0
    fates: list[Fate] = field(default_factory=list)

    @property
    def total_now(self) -> int:
        return sum(self.now)

    @property
    def total_then(self) -> int:
        return sum(self.then)

    @property
    def change(self) -> int:
        return self.total_then - self.total_now

    @property
    def failing(self) -> Counter[str]:
        """How many stories fall for which reason; one story can fall for several."""
        return sum((effect.failing for effect in self.effects), Counter())

    def listed(self, which: str = "", reason: str = "", satker: int = 0, month: int = 0) -> list[Fate]:
        """Return the stories behind a figure, the newest first: by FATES, by REASONS, of a unit, of a month."""
        found = [
            fate
            for fate in self.fates
            if (not which or FATES[which](fate))
            and (not reason or REASONS[reason] in fate.failings)
            and (not satker or fate.satker == satker)
            and (not month or FATES[which or "kini"](fate) == month)
        ]
        return sorted(found, key=lambda fate: (fate.at, fate.pk), reverse=True)

    @property
    def dropped(self) -> int:
        return sum(1 for fate in self.fates if FATES["gugur"](fate))

    @property
    def supporting_then(self) -> int:
        return len(self.credits)

    @property
    def added(self) -> int:
        return sum(1 for fate in self.fates if FATES["masuk"](fate))

    @property
    def changed(self) -> list[Effect]:
        """The units whose count would be another, the most changed first."""
        moved = (effect for effect in self.effects if effect.change)
        return sorted(moved, key=lambda effect: (effect.change, effect.unit.short_name))


def replay(rule: CountingRule, year: int) -> Replay:
    """Return the year under the rule, from what each story measured when it was published; six queries.

    What a second look has granted stays granted.
    """
    found = Replay(rule, year)
    now: Counter[int] = Counter()
    _tell_now(found, now)
    then: Counter[int] = Counter()
    failing: dict[int, Counter[str]] = {}
    standing: set[int] = set()
    counted = _counted(year)
    granted = set(SecondLook.objects.filter(granted=True).values_list("article", flat=True))
    for pk, satker, at, day, failings, stands, measure in _stories(rule, year):
        falls, month = bool(failings) and pk not in granted, counted.pop(pk, (0, at, 0))[2]
        would = day.month if stands and not falls else 0
        if month or would or falls:
            found.fates.append(Fate(pk, satker, at, month, would, tuple(failings) if falls else ()))
        if falls:
            failing.setdefault(satker, Counter()).update(failings)
        elif stands:
            then[satker] += 1
            found.then[day.month - 1] += 1
            standing.add(pk)
        found.not_compared += measure.likeness is None
    # What counts in this year now and would in another one.
    found.fates += [Fate(pk, satker, at, month, 0, ()) for pk, (satker, at, month) in counted.items()]
    found.credits = _credits(standing, year) if rule.credits_supporting else []
    units = Satker.objects.filter(pk__in={*now, *then, *failing}).select_related("kind")
    found.effects = [Effect(unit, now[unit.pk], then[unit.pk], failing.get(unit.pk, Counter())) for unit in units]
    return found


def _counted(year: int) -> dict[int, tuple[int, dt.datetime, int]]:
    """Return what counts in the year now: (unit, moment of publication, month) by article."""
    rows = LedgerEntry.objects.lead().between(dt.date(year, 1, 1), dt.date(year, 12, 31)).order_by()
    sums = rows.values_list("article", "satker", "article__first_published_at", "day__month")
    return {
        pk: (satker, at, month) for pk, satker, at, month, _sum in sums.annotate(sum=Sum("delta")).filter(sum__gt=0)
    }


def _tell_now(found: Replay, now: Counter[int]) -> None:
    first, last = dt.date(found.year, 1, 1), dt.date(found.year, 12, 31)
    rows = LedgerEntry.objects.between(first, last).values_list("role", "satker", "day__month").annotate(Sum("delta"))
    for role, satker, month, count in rows.order_by():
        if role == LedgerEntry.Role.LEAD:
            now[satker] += count
            found.now[month - 1] += count
        else:
            found.supporting_now += count


def _stories(
    rule: CountingRule, year: int
) -> Iterator[tuple[int, int, dt.datetime, dt.date, list[str], bool, Measure]]:
    """Yield (article, unit, moment, day, failings, whether it would stand, measure) for what is of the year."""
    # A day that begins later takes in the first hours of the next.
    articles = Article.objects.once_public().between(dt.date(year, 1, 1), dt.date(year + 1, 1, 1))
    fields = (
        "pk", "satker_id", "status", "first_published_at", "withdrawn_at", "measure__words", "measure__photo",
        "measure__likeness",
    )  # fmt: skip
    for pk, satker, status, at, withdrawn_at, words, photo, likeness in articles.values_list(*fields).iterator():
        day = rule.day_of(at)
        if day.year != year:
            continue
        measure = Measure(article_id=pk, words=words or 0, photo=bool(photo), likeness=likeness)
        stands = status == Status.PUBLISHED or rule.counts_when_withdrawn(at, withdrawn_at)
        yield pk, satker, at, day, rule.failings(measure), stands, measure


def _credits(standing: set[int], year: int) -> list[tuple[int, int]]:
    """Return (article, unit) of each credit that the standing stories give to supporting units, the newest first."""
    link = Article.supporting.through.objects
    first, last = dt.date(year, 1, 1), dt.date(year + 1, 1, 1)
    among = link.filter(article__in=Article.objects.once_public().between(first, last).values("pk"))
    rows = among.order_by("-article_id", "satker_id").values_list("article_id", "satker_id")
    return [(article, satker) for article, satker in rows if article in standing]
