"""The pictures of a unit: found again by their words, used again under words of their own, with who shows them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from news.desk.uploads import shown
from news.desk.views import desk
from news.models import Article, GalleryPhoto, Photo
from news.paging import window
from news.photos import WORDS
from satker.access import OfficerRequest
from satker.models import Satker

PAGE = 24
SEARCHED = 20_000  # the newest pictures within reach; words are looked for in no more
QUERY_MAX = 100


@dataclass(frozen=True)
class Picture:
    """One picture as its latest use has it, and the stories that show it, the newest first."""

    photo: Photo
    stories: list[Article]


def _pictures(request: OfficerRequest, text: str) -> QuerySet[Photo]:
    """Return the pictures within reach whose words, or whose story's title, hold each word of a search."""
    reach = Photo.objects.filter(satker__in=Satker.objects.within_reach_of(request.user), pending=False)
    later = Photo.objects.filter(stem=OuterRef("stem"), pending=False, pk__gt=OuterRef("pk"))
    found = reach.filter(~Exists(later))
    words = text.split()
    if not words:
        return found
    newest = reach.order_by("-pk").values("pk")[:SEARCHED]
    for word in words:
        said = Q(caption__icontains=word) | Q(alt__icontains=word) | Q(credit__icontains=word)
        titled = Q(leading__title__icontains=word) | Q(shown_in__title__icontains=word)
        found = found.filter(pk__in=Photo.objects.filter(said | titled, pk__in=newest).values("pk"))
    return found


def _uses(photos: list[Photo]) -> dict[str, list[Article]]:
    """Return the stories that show each picture, by its files; two queries."""
    stems = {photo.stem for photo in photos}
    uses: dict[str, dict[int, Article]] = defaultdict(dict)
    led = Article.objects.filter(lead_photo__stem__in=stems).select_related("lead_photo").defer("body")
    for article in led:
        uses[article.lead_photo.stem][article.pk] = article  # type: ignore[union-attr]
    rows = GalleryPhoto.objects.filter(photo__stem__in=stems).select_related("article", "photo").defer("article__body")
    for row in rows:
        uses[row.photo.stem][row.article_id] = row.article
    return {stem: sorted(found.values(), key=lambda each: -each.pk) for stem, found in uses.items()}


@desk
@require_safe
def library(request: OfficerRequest) -> HttpResponse:
    """The pictures within reach, the newest first; `pilih` gives the list alone, for the form of a story."""
    text = " ".join(request.GET.get("q", "")[:QUERY_MAX].split())
    page = window(_pictures(request, text), request.GET, PAGE, "uploaded_at", keep=["q", "pilih"])
    uses = _uses(page.items)
    pictures = [Picture(photo, uses.get(photo.stem, [])) for photo in page.items]
    picking = "pilih" in request.GET
    context = {"page": page, "pictures": pictures, "text": text, "picking": picking, "tab": "library"}
    return render(request, "desk/_pictures.html" if picking else "desk/library.html", context)


@desk
@require_POST
def use(request: OfficerRequest, pk: int) -> HttpResponse:
    """Take a picture once more: a row of its own, for the form of a story or for a new one."""
    reach = Satker.objects.within_reach_of(request.user)
    found = get_object_or_404(Photo, pk=pk, satker__in=reach, pending=False)
    again = found.again(uploaded_by=request.user)
    if "application/json" in request.headers.get("Accept", ""):
        return JsonResponse({"photo": shown(again), **{name: getattr(again, name) for name in WORDS}})
    return redirect(f"{reverse('desk:compose')}?foto={again.pk}")
