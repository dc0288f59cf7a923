"""The saved versions of a story: what changed from one to the next, and the way back to an old one."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from news.desk.changes import changes, content_for
from news.desk.forms import StepForm
from news.desk.views import desk, mine
from news.models import Article, OutOfTurn, Revision, Stale
from news.models.states import Verb
from satker.access import OfficerRequest

OFFERED = 200


@desk
@require_http_methods(["GET", "HEAD", "POST"])
def version(request: OfficerRequest, pk: int, version: int) -> HttpResponse:
    """Show what a version changed, or with `dengan` the way from that one to this; a POST brings it back."""
    story = mine(request, pk)
    saved = story.revisions.filter(content__isnull=False)
    shown = get_object_or_404(saved.select_related("actor"), version=version)
    if request.method == "POST":
        return _restore(request, story, shown)
    return _compare(request, story, shown)


def _compare(request: OfficerRequest, story: Article, shown: Revision, status: int = 200) -> HttpResponse:
    saved = story.revisions.filter(content__isnull=False).select_related("actor")
    other: Revision | None
    if asked := request.GET.get("dengan", ""):
        if not (asked.isascii() and asked.isdecimal() and len(asked) < 10):
            raise Http404
        other = get_object_or_404(saved, version=int(asked))
    else:
        other = saved.filter(version__lt=shown.version).order_by("-version").first()
    # Whichever was asked for first: an older text leads to a newer one.
    before, after = sorted([other, shown], key=lambda each: each.version) if other else (None, shown)
    context: dict[str, Any] = {
        "article": story,
        "shown": shown,
        "before": before,
        "after": after,
        "changes": changes(before.content if before else None, after.content or {}),
        "others": saved.exclude(pk=shown.pk).defer("content").order_by("-version")[:OFFERED],
        "can_restore": story.may(request.user, Verb.REVISE) and shown.content != story.content(),
    }
    return render(request, "desk/version.html", context, status=status)


def _restore(request: OfficerRequest, story: Article, shown: Revision) -> HttpResponse:
    form = StepForm(request.POST, step="restore")
    if not form.is_valid():
        raise Http404
    content, lost = content_for(story, shown.content or {})
    note = _("From version %(number)d.") % {"number": shown.version}
    try:
        # Not within one transaction: the verb makes missing tags before its own (see tags_named).
        story.revise(request.user, version=form.cleaned_data["version"], **content)
    except (Stale, OutOfTurn):
        told = _("Somebody else changed this story in the meantime, so nothing was brought back. Look at it once more.")
        messages.warning(request, told)
        return _compare(request, mine(request, story.pk), shown, status=409)
    except ValidationError as error:
        for sentence in error.messages:
            messages.error(request, sentence)
        return _compare(request, mine(request, story.pk), shown, status=422)
    story.revisions.filter(version=story.version).update(note=note)
    messages.success(request, _("Version %(number)d is back, as a new version.") % {"number": shown.version})
    if lost:
        told = _("What is gone could not be brought back and stays as it was: %(parts)s.")
        messages.warning(request, told % {"parts": ", ".join(lost)})
    return redirect("desk:article", story.pk)
