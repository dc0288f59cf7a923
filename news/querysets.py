"""The words for sets of articles and ledger rows, each defined once."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Exists, OuterRef, Sum
from django.utils import timezone

from satker import access

if TYPE_CHECKING:
    from taggit.models import Tag

    from satker.models import Officer, Satker


# What a list of stories shows beside the article's own fields.
LIST_PARTS = ("satker", "category", "programme", "lead_photo")


def start_of(day: dt.date) -> dt.datetime:
    """Return the first moment of `day` in the portal's time zone."""
    return timezone.make_aware(dt.datetime.combine(day, dt.time()), timezone.get_default_timezone())


class ArticleQuerySet(models.QuerySet[Any]):
    # Adjectives: which articles.

    def published(self) -> ArticleQuerySet:
        """Return what the public may read: the one definition of *public*."""
        # The date is implied by the state; said, it lets the index on it serve.
        return self.filter(status="published", first_published_at__isnull=False)

    def once_public(self) -> ArticleQuerySet:
        """Return what is or was public: published and withdrawn."""
        return self.filter(first_published_at__isnull=False)

    def in_work(self) -> ArticleQuerySet:
        """Return what readers have never seen and somebody is still at."""
        states = ["draft", "returned", "in_review", "held", "scheduled"]
        return self.filter(first_published_at__isnull=True, status__in=states)

    def held(self) -> ArticleQuerySet:
        """Return what the guard keeps from readers until the regional team has looked at it."""
        return self.filter(first_published_at__isnull=True, status="held")

    def discarded(self) -> ArticleQuerySet:
        """Return the drafts that were put aside."""
        return self.filter(first_published_at__isnull=True, status="discarded")

    def due(self, at: dt.datetime) -> ArticleQuerySet:
        """Return the scheduled articles whose time has come at `at`."""
        return self.filter(first_published_at__isnull=True, status="scheduled", scheduled_for__lte=at)

    def editable_by(self, officer: Officer) -> ArticleQuerySet:
        """Return the articles that `officer` may open in the desk, in any state."""
        return self.filter(access.reach(officer, access.Action.WRITE, to="satker__"))

    def reviewable_by(self, officer: Officer) -> ArticleQuerySet:
        """Return the articles that wait for a decision that `officer` may take."""
        mine = access.reach(officer, access.Action.PUBLISH, to="satker__")
        return self.filter(mine, first_published_at__isnull=True, status="in_review")

    def between(self, first: dt.date, last: dt.date) -> ArticleQuerySet:
        """Return the articles first published on the days first..last of the portal's time zone."""
        return self.filter(
            first_published_at__gte=start_of(first), first_published_at__lt=start_of(last + dt.timedelta(days=1))
        )

    def newest(self) -> ArticleQuerySet:
        """Return the articles by first publication, newest first."""
        return self.order_by("-first_published_at", "-id")

    # What comes along.

    def for_list(self) -> ArticleQuerySet:
        """Load what a list of stories shows, in one query and without the bodies."""
        return self.select_related(*LIST_PARTS).defer("body")

    def for_page(self) -> ArticleQuerySet:
        """Load what an article's own page shows; to-many parts come by one query each, `has_gallery` with the rest."""
        pictured = self.annotate(has_gallery=Exists(self.model.gallery.through.objects.filter(article=OuterRef("pk"))))
        return pictured.select_related("satker", "category", "programme", "lead_photo", "receipt").prefetch_related(
            "tags", "supporting", "corrections"
        )

    def for_desk(self) -> ArticleQuerySet:
        """Load what a row of the desk shows, without the bodies, last touched first."""
        return self.select_related("satker", "receipt").defer("body").order_by("-updated_at", "-id")


class TaggingQuerySet(models.QuerySet[Any]):
    def public_of(self, tag: Tag) -> TaggingQuerySet:
        """Return the public articles of `tag` as taggings that carry what a list shows."""
        return (
            self.filter(tag=tag, public_at__isnull=False)
            .select_related(*(f"content_object__{name}" for name in LIST_PARTS))
            .defer("content_object__body")
        )


class LedgerQuerySet(models.QuerySet[Any]):
    def lead(self) -> LedgerQuerySet:
        """Return the rows that enter totals; supporting units are credited apart."""
        return self.filter(role="lead")

    def between(self, first: dt.date, last: dt.date) -> LedgerQuerySet:
        """Return the rows that count on the days first..last."""
        return self.filter(day__gte=first, day__lte=last)

    def of(self, satker: Satker, below: bool = False) -> LedgerQuerySet:
        """Return the rows of a unit, or of the unit and all below it."""
        return self.filter(satker__path__startswith=satker.path) if below else self.filter(satker=satker)

    def standing(self) -> models.QuerySet[Any]:
        """Return {"article_id", "satker_id", "role"} of what counts now: a +1 without its -1."""
        return self.values("article_id", "satker_id", "role").annotate(sum=Sum("delta")).filter(sum__gt=0).order_by()

    def per_day(self) -> dict[dt.date, int]:
        """Return the sum of each day that has one."""
        rows = self.values_list("day").annotate(sum=Sum("delta")).order_by("day")
        return {day: count for day, count in rows if count}


class TallyQuerySet(models.QuerySet[Any]):
    def lead(self) -> TallyQuerySet:
        """Return the sums that enter totals."""
        return self.filter(role="lead")

    def total(self) -> int:
        """Return the sum of all counts."""
        return self.aggregate(sum=Sum("count"))["sum"] or 0

    def per_month(self) -> list[int]:
        """Return twelve sums, January first; filter by year before."""
        sums = dict(self.values_list("month").annotate(sum=Sum("count")).order_by())
        return [sums.get(month, 0) for month in range(1, 13)]

    def per_year(self) -> dict[int, int]:
        """Return the sum of each year, newest first."""
        rows = self.values_list("year").annotate(sum=Sum("count")).order_by("-year")
        return {year: count for year, count in rows if count}

    def by_month(self) -> list[tuple[int, int, int]]:
        """Return (year, month, sum) rows that are not zero."""
        rows = self.values_list("year", "month").annotate(sum=Sum("count")).order_by("-year", "month")
        return [row for row in rows if row[2]]

    def per_regency(self) -> dict[str, int]:
        """Return the sum of each regency or city."""
        rows = self.exclude(satker__regency="").values_list("satker__regency")
        return dict(rows.annotate(sum=Sum("count")).order_by())
