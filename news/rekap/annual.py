"""The data of a year, read once for the workbook, the printed pages, the screen of the hall and the pack."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.dates import MONTHS_3

from news import closing as books
from news.models import Closing, CountingRule, LedgerEntry, Photo, Tally
from news.quality import Points
from news.rekap.cards import Card, cards, on_the_web
from news.rekap.marks import MarkedLeague, marked
from news.rekap.sift import WITH_BELOW, Sift
from news.rekap.tally import Matrix, Row, sifted
from news.rekap.winners import Winner, winners
from news.site import site_of
from satker.models import Satker
from satker.structure import Structure

CHANGES = 40  # rows on paper; the minutes have all


@dataclass
class Year:
    """What the papers of a year are made of; the parts that cost queries are read when first asked for."""

    found: Matrix
    site: str = ""  # "https://berita.example.go.id", before the addresses of stories
    source: Callable[[Photo], str] = on_the_web
    made_at: dt.datetime = field(default_factory=timezone.now)
    asked: Sift | None = None  # None: all units as they were then

    @property
    def year(self) -> int:
        return self.found.year

    @property
    def before(self) -> int:
        return self.year - 1

    @property
    def closing(self) -> Closing | None:
        return self.found.closing

    @cached_property
    def changes(self) -> Any:
        """The ledger rows that moved the counts shown here since the book was closed; None while it is open."""
        return books.explaining(self.closing, self.unit_ids) if self.closing else None

    @cached_property
    def changes_shown(self) -> list[LedgerEntry]:
        """The first of these rows, as many as paper has room for."""
        return list(self.changes[:CHANGES]) if self.closing else []

    @cached_property
    def changes_left(self) -> int:
        """How many more there are."""
        return self.changes.count() - CHANGES if len(self.changes_shown) == CHANGES else 0

    @property
    def kinds(self) -> list[Row]:
        return [league.total for league in self.found.leagues]

    @property
    def months(self) -> list[str]:
        return month_names()

    @property
    def rows(self) -> list[tuple[Row, str]]:
        """Each unit with the name of its kind, by league and rank."""
        return [(row, league.kind.name) for league in self.found.leagues for row in league.rows]

    @cached_property
    def sift(self) -> Sift:
        return self.asked or Sift(self.year)

    @cached_property
    def scope(self) -> str:
        """What the figures are narrowed to, in words; "" for all."""
        return " · ".join(self.sift.names())

    @property
    def overlaps(self) -> bool:
        """Whether a story may stand in two rows: under its unit, and under one above."""
        return self.sift.tampil == WITH_BELOW

    @cached_property
    def unit_ids(self) -> list[int] | None:
        """The units that the figures are made of, None for all."""
        return self.sift.unit_ids()

    @cached_property
    def per_year(self) -> dict[int, int]:
        """The total of each year for the same units, the oldest first."""
        tallies = Tally.objects.filter(role=self.sift.role)
        if self.unit_ids is not None:
            tallies = tallies.filter(satker__in=self.unit_ids)
        return dict(sorted(tallies.per_year().items()))

    @cached_property
    def marks(self) -> list[MarkedLeague]:
        """The rows with their marks, which are those of the lead unit's stories."""
        return [] if self.sift.peran else marked(self.found, self.sift, self.points)

    @cached_property
    def cards(self) -> list[Card]:
        return cards(self.found, source=self.source)

    @cached_property
    def points(self) -> Points:
        return Points.load()

    @property
    def formula(self) -> str:
        """The points formula as printed, "" where none is set."""
        return self.points.told() if self.points else ""

    @cached_property
    def rules(self) -> list[CountingRule]:
        return rules_of(self.year)

    @cached_property
    def head(self) -> Satker | None:
        """The unit at the top, which signs."""
        nodes = Structure(self.year).nodes.values()
        return next((node.unit for node in nodes if node.parent is None and node.valid), None)

    @property
    def giver(self) -> str:
        return self.head.official_name if self.head else settings.PORTAL_NAME

    @property
    def place(self) -> str:
        """Where papers of the year are signed."""
        if self.closing:
            return self.closing.place
        return self.head.dateline_place if self.head else ""

    @cached_property
    def winners(self) -> list[Winner]:
        """Who gets a certificate: by the figures as closed, or as they are while the year is open."""
        return winners(self.found)


def load(year: int, site: str = "", source: Callable[[Photo], str] = on_the_web, sift: Sift | None = None) -> Year:
    """Return the data of a year, as it was then, or as a sift asks for."""
    asked = sift or Sift(year)
    return Year(sifted(asked), site_of(site), source, asked=asked)


def month_names() -> list[str]:
    """Return the twelve months in three letters."""
    return [str(MONTHS_3[month]).capitalize() for month in range(1, 13)]


def rules_of(year: int) -> list[CountingRule]:
    """Return the counting rules in force on at least one day of `year`, the first one first."""
    rules = list(CountingRule.objects.adopted().filter(starts_on__lte=dt.date(year, 12, 31)))
    new_year = dt.date(year, 1, 1)
    begun = next((place for place, rule in enumerate(rules) if rule.starts_on and rule.starts_on <= new_year), None)
    return rules[: None if begun is None else begun + 1][::-1]
