"""Units that have fallen silent: how long ago each published, and whether anybody there can."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace

from django.db.models import Count, Max, OuterRef, Subquery
from django.http import Http404

from news.ledger import calendar_day
from news.models import Article, RekapSettings
from satker.models import Officer, Satker


@dataclass(frozen=True)
class Silence:
    """One unit; `days` since its last story, None if it never had one."""

    unit: Satker
    last: Article | None
    days: int | None
    officers: int  # active ones
    signed_in: dt.datetime | None  # when one of them last did
    is_quiet: bool


# What an address may narrow the radar to.
GROUPS: dict[str, Callable[[Silence], bool]] = {
    "sunyi": lambda line: line.is_quiet,
    "belum-masuk": lambda line: bool(line.officers) and not line.signed_in,
    "tanpa-petugas": lambda line: not line.officers,
}


@dataclass(frozen=True)
class Radar:
    """All units of a day, the longest silence first; quiet means `quiet_days` without a story, or more."""

    day: dt.date
    quiet_days: int
    lines: list[Silence]

    @property
    def quiet(self) -> list[Silence]:
        return [line for line in self.lines if line.is_quiet]

    def only(self, group: str) -> Radar:
        """Return the lines of a group; an unknown one is a 404, "" leaves all."""
        if group and group not in GROUPS:
            raise Http404
        return replace(self, lines=list(filter(GROUPS[group], self.lines))) if group else self

    def sifted(self, kind: str = "", parent: str = "", regency: str = "") -> Radar:
        """Return the lines of a kind, a branch (both by code) and a regency; an unknown code is a 404."""
        units = {line.unit.code: line.unit for line in self.lines}
        if (parent and parent not in units) or (kind and kind not in {unit.kind.code for unit in units.values()}):
            raise Http404
        if regency and regency not in {unit.regency for unit in units.values()}:
            raise Http404
        above = units[parent].path if parent else ""
        lines = [
            line
            for line in self.lines
            if line.unit.path.startswith(above)
            and (not kind or line.unit.kind.code == kind)
            and (not regency or line.unit.regency == regency)
        ]
        return replace(self, lines=lines)

    @property
    def without_officer(self) -> int:
        return sum(map(GROUPS["tanpa-petugas"], self.lines))

    @property
    def never_signed_in(self) -> int:
        """Units with officers of whom none has ever signed in."""
        return sum(map(GROUPS["belum-masuk"], self.lines))


def radar(day: dt.date) -> Radar:
    """Return the silence of every unit that is valid on `day`, in four queries.

    What ends a silence is a story that readers can see: one that was withdrawn never broke it, one that the
    counting rule left out did. The same goes for the officers' own count of silent days in the desk.
    """
    quiet_days = RekapSettings.load().quiet_days
    newest = Article.objects.published().filter(satker=OuterRef("pk")).newest().values("pk")[:1]
    units = list(Satker.objects.valid_on(day).select_related("kind").annotate(story=Subquery(newest)))
    stories = Article.objects.filter(pk__in=[unit.story for unit in units if unit.story])
    last = {story.pk: story for story in stories.only("title", "slug", "first_published_at").order_by()}
    staffed = Officer.objects.filter(is_active=True, satker__isnull=False).order_by().values_list("satker")
    officers = {pk: (count, seen) for pk, count, seen in staffed.annotate(Count("pk"), Max("last_login"))}
    lines = []
    for unit in units:
        story = last.get(unit.story)
        at = story.first_published_at if story else None
        days = (day - calendar_day(at)).days if at else None
        count, seen = officers.get(unit.pk, (0, None))
        lines.append(Silence(unit, story, days, count, seen, days is None or days >= quiet_days))
    lines.sort(key=lambda line: (line.days is not None, -(line.days or 0)))
    return Radar(day, quiet_days, lines)
