"""What stands beside the count of a unit: photos, originality, service, programmes, reads, marks, points.

Everything is summed over the lead rows of the ledger: a story that stopped counting takes its marks with it.
The plain count comes first and is touched by none of this.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field, fields
from decimal import Decimal
from enum import StrEnum
from typing import Any

from django.db.models import Case, Count, F, Q, Sum, When
from django.utils import formats
from django.utils.translation import gettext as _

from news.models import Article, Correction, LedgerEntry, PointWeight, Publication, RekapSettings, Rubric, Status, Tally
from news.querysets import ArticleQuerySet, LedgerQuerySet


class Mark(StrEnum):
    """One quality of a story, as addresses name it."""

    PHOTO = "foto"
    NO_PHOTO = "tanpa-foto"
    ORIGINAL = "asli"
    COPY = "salinan"
    SERVICE = "layanan"
    PROGRAMME = "program"
    READ = "dibaca"
    CORRECTED = "ralat"
    WITHDRAWN = "ditarik"
    RUBRIC = "rubrik"
    NOT_COUNTED = "tak-terhitung"


def told(mark: Mark) -> str:
    """Return a mark in words, as it stands beside a list of stories."""
    return {
        Mark.PHOTO: _("with photo, caption and description"),
        Mark.NO_PHOTO: _("without photo, caption and description"),
        Mark.ORIGINAL: _("original"),
        Mark.COPY: _("near-copies"),
        Mark.SERVICE: _("service information"),
        Mark.PROGRAMME: _("on a priority programme"),
        Mark.READ: _("read often"),
        Mark.CORRECTED: _("corrected"),
        Mark.WITHDRAWN: _("withdrawn"),
        Mark.RUBRIC: _("with rubric"),
        Mark.NOT_COUNTED: _("not counted by the rule"),
    }[mark]


@dataclass
class Quality:
    """The marks of one unit, or of many, in a year; counts of stories unless said otherwise."""

    stories: int = 0
    photo: int = 0
    compared: int = 0  # stories that were compared with earlier ones
    original: int = 0
    copies: int = 0
    service: int = 0
    programme: int = 0
    read: int = 0
    corrected: int = 0
    withdrawn: int = 0
    not_counted: int = 0
    rubrics: int = 0
    marks: int = 0  # the sum of all four marks of all rubrics
    supporting: int = 0
    publications: int = 0  # in other media
    programmes: set[int] = field(default_factory=set)

    def add(self, other: Quality) -> None:
        """Add the marks of another unit."""
        for each in fields(self):
            if each.name == "programmes":
                self.programmes = self.programmes | other.programmes
            else:
                setattr(self, each.name, getattr(self, each.name) + getattr(other, each.name))

    @property
    def rubric(self) -> Decimal | None:
        """The mean of the rubrics, 1 to 4; None without one."""
        return Decimal(self.marks) / (4 * self.rubrics) if self.rubrics else None

    def share(self, name: str) -> int | None:
        """Return a count as per cent of the stories (of those compared, for originals and copies)."""
        whole = self.compared if name in {"original", "copies"} else self.stories
        return round(100 * getattr(self, name) / whole) if whole else None

    @property
    def photo_share(self) -> int | None:
        return self.share("photo")

    @property
    def original_share(self) -> int | None:
        return self.share("original")

    @property
    def service_share(self) -> int | None:
        return self.share("service")

    @property
    def programme_share(self) -> int | None:
        return self.share("programme")

    @property
    def read_share(self) -> int | None:
        return self.share("read")


def of_year(year: int, units: Collection[int] | None = None) -> defaultdict[int, Quality]:
    """Return the marks of each unit by id, in seven queries for any number of units; `units` narrows them."""
    settings = RekapSettings.load()
    found: defaultdict[int, Quality] = defaultdict(Quality)
    rows = _rows(year, units)
    for row in rows.values("satker").annotate(**_sums(settings)).order_by():
        mark = found[row.pop("satker")]
        for name, value in row.items():
            setattr(mark, name, value or 0)
    counts = (
        ("corrected", rows.filter(article__in=Correction.objects.values("article"))),
        ("withdrawn", _withdrawn(rows)),
        ("not_counted", not_counted(rows)),
    )
    for name, among in counts:
        count = Sum("delta") if name == "corrected" else Count("article", distinct=True)
        for satker, number in among.values_list("satker").annotate(count).order_by():
            setattr(found[satker], name, number)
    _programmes(rows, found)
    _elsewhere(year, units, found)
    return found


def _rows(year: int, units: Collection[int] | None) -> LedgerQuerySet:
    rows = LedgerEntry.objects.lead().between(dt.date(year, 1, 1), dt.date(year, 12, 31))
    return rows if units is None else rows.filter(satker_id__in=units)


def _sums(settings: RekapSettings) -> dict[str, Any]:
    """Return the columns that one pass over the ledger sums: a row of -1 takes away what its +1 brought."""

    def where(condition: Q, value: Any = "delta") -> Sum:
        return Sum(Case(When(condition, then=F(value) if isinstance(value, str) else value), default=0))

    rubric = F("article__rubric__substance") + F("article__rubric__style")
    rubric = rubric + F("article__rubric__technique") + F("article__rubric__originality")
    compared = Q(article__measure__likeness__isnull=False)
    copy = Q(article__measure__likeness__gte=settings.copy_percent)
    return {
        "stories": Sum("delta"),
        "photo": where(Q(article__measure__photo=True)),
        "compared": where(compared),
        "original": where(compared & ~copy),
        "copies": where(copy),
        "service": where(Q(article__category__is_service=True)),
        "programme": where(Q(article__programme__isnull=False)),
        "read": where(Q(article__measure__reads__gte=settings.read_often)),
        "rubrics": where(Q(article__rubric__isnull=False)),
        "marks": where(Q(article__rubric__isnull=False), F("delta") * rubric),
    }


def _withdrawn(rows: LedgerQuerySet) -> LedgerQuerySet:
    return rows.filter(delta=1, article__status=Status.WITHDRAWN)


def not_counted(rows: LedgerQuerySet) -> LedgerQuerySet:
    """Return the decisions against stories that readers see and that no second look has let in."""
    granted = rows.model.objects.filter(reason="look_granted").values("article")
    return rows.filter(reason="not_counted", article__status=Status.PUBLISHED).exclude(article__in=granted)


def _programmes(rows: LedgerQuerySet, found: dict[int, Quality]) -> None:
    spread = rows.filter(article__programme__isnull=False).values_list("satker", "article__programme")
    for satker, programme, count in spread.annotate(Sum("delta")).order_by():
        if count:
            found[satker].programmes.add(programme)


def _elsewhere(year: int, units: Collection[int] | None, found: dict[int, Quality]) -> None:
    """Add what was published elsewhere and where units took part."""
    within = {} if units is None else {"satker_id__in": units}
    posts = Publication.objects.filter(removed_at=None, day__year=year, **within)
    for satker, count in posts.values_list("satker").annotate(Count("pk")).order_by():
        found[satker].publications = count
    credits_given = Tally.objects.filter(role="supporting", year=year, **within)
    for satker, count in credits_given.values_list("satker").annotate(Sum("count")).order_by():
        found[satker].supporting = count


def articles(rows: LedgerQuerySet, mark: str) -> ArticleQuerySet:
    """Return the stories of these ledger rows that have a mark: what a figure of `of_year` counts."""
    if mark == Mark.WITHDRAWN:
        return Article.objects.filter(pk__in=_withdrawn(rows).values("article"))
    if mark == Mark.NOT_COUNTED:
        return Article.objects.filter(pk__in=not_counted(rows).values("article"))
    settings = RekapSettings.load()
    standing = Article.objects.filter(pk__in=rows.standing().values("article_id"))
    copy = Q(measure__likeness__gte=settings.copy_percent)
    conditions = {
        Mark.PHOTO: Q(measure__photo=True),
        Mark.NO_PHOTO: ~Q(measure__photo=True),
        Mark.ORIGINAL: Q(measure__likeness__isnull=False) & ~copy,
        Mark.COPY: copy,
        Mark.SERVICE: Q(category__is_service=True),
        Mark.PROGRAMME: Q(programme__isnull=False),
        Mark.READ: Q(measure__reads__gte=settings.read_often),
        Mark.CORRECTED: Q(pk__in=Correction.objects.values("article")),
        Mark.RUBRIC: Q(pk__in=Rubric.objects.values("article")),
    }
    return standing.filter(conditions[Mark(mark)])


# --- Points ---------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Points:
    """The points formula, read once; it gives a number to each unit and prints itself."""

    weights: list[PointWeight]

    @classmethod
    def load(cls) -> Points:
        return cls(list(PointWeight.objects.all()))

    def __bool__(self) -> bool:
        return bool(self.weights)

    def of(self, quality: Quality) -> Decimal:
        """Return the points of a unit."""
        return sum((each.weight * self._amount(each.of, quality) for each in self.weights), Decimal(0))

    @staticmethod
    def _amount(of: str, quality: Quality) -> Decimal:
        if of == PointWeight.Of.RUBRIC:
            return quality.rubric or Decimal(0)
        return Decimal(getattr(quality, of))

    def told(self) -> str:
        """Return the formula as printed on reports: "1 × berita + 0,5 × berita layanan − 2 × berita ditarik"."""
        parts = []
        for place, each in enumerate(self.weights):
            sign = "\N{MINUS SIGN}" if each.weight < 0 else "+"
            number = formats.number_format(abs(each.weight).normalize())
            lead = f"{sign} " if place or each.weight < 0 else ""
            parts.append(f"{lead}{number} × {each.get_of_display()}")
        return " ".join(parts)
