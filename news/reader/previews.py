"""A story before it is public, for whoever has its link: shown as readers will see it, told to nobody else."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from news import photos, previews
from news.models import Article
from satker import access

# No cache keeps it, no search engine lists it, no link of the story gives the address away.
HEADERS = {"X-Robots-Tag": "noindex, nofollow, noarchive", "Referrer-Policy": "no-referrer"}


@access.public
@require_safe
@cache_control(private=True, no_store=True)
def preview(request: HttpRequest, signed: str) -> HttpResponse:
    """Show what the link leads to; what is public by now is read at its own address."""
    response = _answer(request, signed)
    for name, value in HEADERS.items():
        response[name] = value
    return response


def _answer(request: HttpRequest, signed: str) -> HttpResponse:
    link = previews.signed(signed)
    story = Article.objects.for_page().filter(pk=link.article_id).first() if link else None
    if link is None or story is None:
        return render(request, "reader/preview_ended.html", status=404)
    if story.was_public:
        return HttpResponseRedirect(story.get_absolute_url())
    if not (previews.opens(link, timezone.now()) and previews.may_show(story)):
        return render(request, "reader/preview_ended.html", status=404)
    return render(
        request,
        "reader/preview.html",
        {"article": story, "gallery": photos.gallery(story) if story.has_gallery else [], "ends_at": link.ends_at},
    )
