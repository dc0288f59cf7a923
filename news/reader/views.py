"""What the public reads. No view here touches session or officer, so that any cache may keep the pages."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Callable
from typing import Any

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe
from taggit.models import Tag

from news import photos
from news.converters import YEARS
from news.models import Article, ArticleTag, Category, LedgerEntry, Programme, Receipt, Status, Tally
from news.paging import Window, window
from news.querysets import ArticleQuerySet
from news.reader import front, redirects
from satker import access
from satker.models import Satker

PAGE = 20
SHARED = cache_control(public=True, max_age=60, stale_while_revalidate=600, stale_if_error=86400)


def reading(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Declare a page of the reader's site: public, read-only, kept by any cache for a minute."""
    return access.public(require_safe(SHARED(view)))


def _page(request: HttpRequest, articles: ArticleQuerySet) -> Window:
    return window(articles.for_list(), request.GET, PAGE, "first_published_at")


@reading
def home(request: HttpRequest) -> HttpResponse:
    if old := redirects.find_by_number(request.GET):
        return HttpResponsePermanentRedirect(old.get_absolute_url())
    return render(request, "reader/home.html", {"front": front.compose(timezone.localdate())})


@reading
def latest(request: HttpRequest) -> HttpResponse:
    return render(request, "reader/latest.html", {"page": _page(request, Article.objects.published())})


@reading
def article(request: HttpRequest, pk: int, slug: str = "") -> HttpResponse:
    story = get_object_or_404(Article.objects.once_public().for_page(), pk=pk)
    if slug != story.slug:
        return HttpResponsePermanentRedirect(story.get_absolute_url())
    if story.status == Status.WITHDRAWN:
        return render(request, "reader/withdrawn.html", {"article": story}, status=410)
    others = Article.objects.published().for_list().newest().exclude(pk=pk)
    return render(
        request,
        "reader/article.html",
        {
            "article": story,
            "gallery": photos.gallery(story) if story.has_gallery else [],
            "of_satker": others.filter(satker=story.satker)[:4],
            "of_category": others.filter(category=story.category_id).exclude(satker=story.satker)[:4]
            if story.category_id
            else [],
            "address": request.build_absolute_uri(story.receipt.get_absolute_url()),
        },
    )


@reading
def receipt(request: HttpRequest, code: str) -> HttpResponse:
    """The short address of an article: its receipt number, in any case."""
    found = get_object_or_404(Receipt.objects.select_related("article"), code=code.upper())
    return HttpResponsePermanentRedirect(found.article.get_absolute_url())


@reading
def directory(request: HttpRequest) -> HttpResponse:
    units = Satker.objects.valid_on(timezone.localdate()).select_related("kind").order_by("path")
    return render(request, "reader/directory.html", {"branches": front.branches(units)})


@reading
def satker(request: HttpRequest, slug: str) -> HttpResponse:
    unit = get_object_or_404(Satker.objects.select_related("kind", "successor"), slug=slug)
    year = timezone.localdate().year
    around = list(Satker.objects.filter(Q(pk__in=unit.ancestor_ids()) | Q(parent=unit)).order_by("path"))
    return render(
        request,
        "reader/satker.html",
        {
            "unit": unit,
            "above": [other for other in around if other.parent_id != unit.pk],
            "below": sorted((other for other in around if other.parent_id == unit.pk), key=str),
            "year": year,
            "months": front.bars(Tally.objects.lead().filter(satker=unit, year=year).per_month()),
            "page": _page(request, Article.objects.published().filter(satker=unit)),
            "took_part": Article.objects.published().filter(supporting=unit).for_list().newest()[:5],
        },
    )


def _topic(request: HttpRequest, topic: Any, kind: str, page: Window) -> HttpResponse:
    return render(request, "reader/topic.html", {"topic": topic, "kind": kind, "page": page})


@reading
def category(request: HttpRequest, slug: str) -> HttpResponse:
    topic = get_object_or_404(Category, slug=slug)
    return _topic(request, topic, "category", _page(request, Article.objects.published().filter(category=topic)))


@reading
def programmes(request: HttpRequest) -> HttpResponse:
    today = timezone.localdate()
    every = list(Programme.objects.order_by("-valid_from", "order", "name"))
    now = [each for each in every if each.is_valid_on(today)]
    return render(
        request, "reader/programmes.html", {"now": now, "before": [each for each in every if each not in now]}
    )


@reading
def programme(request: HttpRequest, slug: str) -> HttpResponse:
    topic = get_object_or_404(Programme, slug=slug)
    return _topic(request, topic, "programme", _page(request, Article.objects.published().filter(programme=topic)))


@reading
def tag(request: HttpRequest, slug: str) -> HttpResponse:
    topic = get_object_or_404(Tag, slug=slug)
    found = window(ArticleTag.objects.public_of(topic), request.GET, PAGE, "public_at", "content_object_id")
    articles = [tagging.content_object for tagging in found.items]
    return _topic(request, topic, "tag", Window(articles, found.older, found.newer))


@reading
def archive(request: HttpRequest) -> HttpResponse:
    rows = Tally.objects.lead().by_month()
    return render(request, "reader/archive.html", {"years": front.grid(rows)})


def _archive(request: HttpRequest, first: dt.date, last: dt.date, **context: Any) -> HttpResponse:
    page = _page(request, Article.objects.published().between(first, last))
    return render(request, "reader/archive_period.html", {"page": page, "first": first, **context})


@reading
def archive_year(request: HttpRequest, year: int) -> HttpResponse:
    counts = Tally.objects.lead().filter(year=year).per_month()
    return _archive(
        request, dt.date(year, 1, 1), dt.date(year, 12, 31), grain="year", months=front.bars(counts), total=sum(counts)
    )


@reading
def archive_month(request: HttpRequest, year: int, month: int) -> HttpResponse:
    if not 1 <= month <= 12:
        raise Http404
    first = dt.date(year, month, 1)
    last = first.replace(day=calendar.monthrange(year, month)[1])
    days = LedgerEntry.objects.lead().between(first, last).per_day()
    return _archive(
        request,
        first,
        last,
        grain="month",
        weeks=front.weeks(first, days),
        weekdays=front.weekdays(),
        total=sum(days.values()),
    )


@reading
def archive_day(request: HttpRequest, year: int, month: int, day: int) -> HttpResponse:
    try:
        chosen = dt.date(year, month, day)
    except ValueError:
        raise Http404 from None
    step = dt.timedelta(days=1)
    before, after = (day if YEARS[0] <= day.year <= YEARS[1] else None for day in (chosen - step, chosen + step))
    return _archive(request, chosen, chosen, grain="day", before=before, after=after)
