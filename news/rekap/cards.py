"""The rapor of each unit as plain data: what one page says of its year. Screen, workbook and print read the same.

A fixed number of queries makes one rapor or all of them.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.db.models import Count, F, Max, Q, Sum, Window
from django.db.models.functions import RowNumber
from django.utils.dates import MONTHS_3
from django.utils.translation import gettext as _

from news import closing as books
from news.goals import Attainment, last_full_day, owed
from news.images import widths_of
from news.models import Article, Closing, LedgerEntry, Photo, Receipt, Tally
from news.quality import Points, Quality, of_year
from news.querysets import ArticleQuerySet
from news.rekap.tally import League, Matrix, Row
from satker.models import Satker
from satker.structure import Node, Structure

SMALL = 0  # the smallest rendition of a photo: sharp enough on paper at a third of its width


@dataclass(frozen=True)
class Best:
    """A story that stands for a unit's year."""

    pk: int
    slug: str
    title: str
    code: str  # its receipt number
    published_at: dt.datetime
    reads: int
    writer: str


@dataclass(frozen=True)
class Shot:
    """The best photo: the lead photo of the best-rated story, or of the most-read one."""

    photo: Photo
    source: str
    title: str
    code: str


@dataclass(frozen=True)
class Pair:
    """One month in two bars on a scale of 100: this year and the year before."""

    name: str
    now: int
    before: int
    height: int
    height_before: int

    @property
    def top(self) -> int:
        return 100 - self.height

    @property
    def top_before(self) -> int:
        return 100 - self.height_before


@dataclass(frozen=True)
class Card:
    """One unit's year on one page."""

    year: int
    row: Row
    node: Node
    league: League
    chain: list[str]  # the units above, the root first
    before: list[int]  # last year's twelve months
    quality: Quality
    points: Decimal | None
    programmes: list[tuple[str, int]] = field(default_factory=list)
    best: Best | None = None
    shot: Shot | None = None
    receipts: tuple[str, str] | None = None  # the first and the last number of the year
    roster: Attainment | None = None  # days on which a story was owed
    changes: list[LedgerEntry] = field(default_factory=list)  # what moved its count since the book was closed
    changes_left: int = 0  # how many more there are than a page has room for

    @property
    def pairs(self) -> list[Pair]:
        """The twelve months as bars beside last year's, on one scale."""
        most = max(*self.row.months, *self.before, 1)
        return [
            Pair(str(MONTHS_3[month]).capitalize(), now, was, _height(now, most), _height(was, most))
            for month, now, was in zip(range(1, 13), self.row.months, self.before, strict=True)
        ]

    @property
    def last_year(self) -> int:
        return self.year - 1

    @property
    def marks(self) -> list[tuple[str, int, int | None]]:
        """The quality marks that are shares: name, count, per cent."""
        return [(name, getattr(self.quality, of), self.quality.share(of)) for of, name in mark_names()[:SHARES]]


SHARES = 5
CHANGES = 5  # rows on a rapor; the minutes have all


def mark_names() -> list[tuple[str, str]]:
    """Return the quality marks that are counts of stories: attribute and name; the first five are shown as shares."""
    return [
        ("photo", _("With photo, caption, description")),
        ("original", _("Original")),
        ("service", _("Service information")),
        ("programme", _("On a programme")),
        ("read", _("Read often")),
        ("copies", _("Near-copies")),
        ("corrected", _("Corrected")),
        ("withdrawn", _("Withdrawn")),
        ("not_counted", _("Not counted by the rule")),
    ]


def _height(count: int, most: int) -> int:
    return max(round(100 * max(count, 0) / most), 2 if count > 0 else 0)


def counted(year: int, units: list[int] | None = None) -> ArticleQuerySet:
    """Return the articles that count in `year`, of some units or of all."""
    return Article.objects.filter(pk__in=_lead(year, units).standing().values("article_id"))


def _lead(year: int, units: list[int] | None) -> Any:
    rows = LedgerEntry.objects.lead().between(dt.date(year, 1, 1), dt.date(year, 12, 31))
    return rows if units is None else rows.filter(satker__in=units)


def on_the_web(photo: Photo) -> str:
    """Return the address of a photo's smallest rendition."""
    return photo.url(widths_of(photo.width)[SMALL], "jpg")


def cards(found: Matrix, unit: Satker | None = None, source: Callable[[Photo], str] = on_the_web) -> list[Card]:
    """Return the rapor of each unit of a matrix, by league and rank, or of one unit.

    24 queries, one more in a closed year. `source` gives the address of a photo's file, as the page needs it.
    """
    year, units = found.year, None if unit is None else [unit.pk]
    structure = Structure(year)
    quality, points = of_year(year, units), Points.load()
    before, programmes, receipts = _before(year, units), _programmes(year, units), _receipts(year, units)
    best, shots = _best(year, units), _shots(year, units, source)
    roster = owed(year, last_full_day(year))
    changes = _changes(found.closing, units) if found.closing else {}
    return [
        Card(
            year=year,
            row=row,
            node=structure.nodes[pk],
            league=league,
            chain=[structure.nodes[each].name for each in structure.above(pk) if each != pk][::-1],
            before=before[pk],
            quality=quality[pk],
            points=points.of(quality[pk]) if points else None,
            programmes=programmes[pk],
            best=best.get(pk),
            shot=shots.get(pk),
            receipts=receipts.get(pk),
            roster=roster.get(pk),
            changes=changes.get(pk, [])[:CHANGES],
            changes_left=max(0, changes[pk][0].all - CHANGES) if pk in changes else 0,
        )
        for league, row, pk in _rows(found)
        if unit is None or pk == unit.pk
    ]


def _rows(found: Matrix) -> Iterator[tuple[League, Row, int]]:
    for league in found.leagues:
        for row in league.rows:
            if row.unit is not None:
                yield league, row, row.unit.pk


def _before(year: int, units: list[int] | None) -> dict[int, list[int]]:
    """Return last year's twelve months of each unit."""
    months: defaultdict[int, list[int]] = defaultdict(lambda: [0] * 12)
    rows = Tally.objects.lead().filter(year=year - 1)
    rows = rows if units is None else rows.filter(satker__in=units)
    for satker, month, count in rows.values_list("satker", "month", "count"):
        months[satker][month - 1] = count
    return months


def _programmes(year: int, units: list[int] | None) -> dict[int, list[tuple[str, int]]]:
    """Return the programmes of each unit with their stories, the fullest first."""
    spread: defaultdict[int, list[tuple[str, int]]] = defaultdict(list)
    rows = _lead(year, units).filter(article__programme__isnull=False)
    sums = rows.values_list("satker", "article__programme__name").annotate(sum=Sum("delta"))
    for satker, name, count in sums.filter(sum__gt=0).order_by("-sum", "article__programme__name"):
        spread[satker].append((name, count))
    return spread


def _receipts(year: int, units: list[int] | None) -> dict[int, tuple[str, str]]:
    """Return the first and the last receipt number of each unit; numbers have no gaps."""
    rows = Receipt.objects.filter(year=year).order_by()
    rows = rows if units is None else rows.filter(satker__in=units)
    first = dict(rows.filter(number=1).values_list("satker", "code"))
    highest = rows.annotate(last=Window(Max("number"), partition_by=F("satker"))).filter(number=F("last"))
    return {satker: (first.get(satker, code), code) for satker, code in highest.values_list("satker", "code")}


def _changes(closing: Closing, units: list[int] | None) -> dict[int, list[Any]]:
    """Return the first rows that moved each unit's count since the closing, each with how many there are in `all`."""
    nth = Window(RowNumber(), partition_by=F("satker"), order_by=F("pk").asc())
    rows = books.explaining(closing, units).annotate(nth=nth, all=Window(Count("pk"), partition_by=F("satker")))
    found: defaultdict[int, list[Any]] = defaultdict(list)
    for row in rows.filter(nth__lte=CHANGES):
        found[row.satker_id].append(row)
    return found


def _first_of_each(articles: ArticleQuerySet, *order: Any) -> ArticleQuerySet:
    """Return the first article of each unit in an order."""
    nth = Window(RowNumber(), partition_by=F("satker"), order_by=[*order, F("pk").asc()])
    return articles.annotate(nth=nth).filter(nth=1).order_by("satker")


def _best(year: int, units: list[int] | None) -> dict[int, Best]:
    """Return the most-read story of each unit that has one."""
    read = counted(year, units).filter(measure__reads__gt=0)
    fields = ("satker", "pk", "slug", "title", "receipt__code", "first_published_at", "measure__reads", "writer")
    rows = _first_of_each(read, F("measure__reads").desc()).values_list(*fields)
    return {satker: Best(*told) for satker, *told in rows}


def _shots(year: int, units: list[int] | None, source: Callable[[Photo], str]) -> dict[int, Shot]:
    """Return the photo of each unit's best-rated story, or else of its most-read one."""
    marks = F("rubric__substance") + F("rubric__style") + F("rubric__technique") + F("rubric__originality")
    told = counted(year, units).filter(lead_photo__isnull=False)
    told = told.filter(Q(rubric__isnull=False) | Q(measure__reads__gt=0)).annotate(marks=marks)
    order = (F("marks").desc(nulls_last=True), F("measure__reads").desc())
    rows = list(_first_of_each(told, *order).values_list("satker", "lead_photo", "title", "receipt__code"))
    photos = Photo.objects.in_bulk([photo for _unit, photo, *_told in rows])
    return {
        satker: Shot(photos[photo], source(photos[photo]), title, code or "") for satker, photo, title, code in rows
    }
