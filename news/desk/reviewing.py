"""Review, one story after the other or several at once: by keyboard, by thumb, and without any script."""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass, replace
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import DatabaseError
from django.db.models import Count, Max, Min, Q, prefetch_related_objects
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from news import advice, notices
from news.desk import advising
from news.desk.forms import StepForm
from news.desk.views import PAGE, STEPS, desk
from news.models import Article, OutOfTurn, Revision, Stale, Status, StyleRule
from news.models.states import Verb
from news.paging import window
from satker import access
from satker.access import OfficerRequest
from satker.models import Officer

logger = logging.getLogger(__name__)
MOST = 50  # published at once
DONE = re.compile(r"(\d{1,4})-(\d{1,4})-(\d{1,4})", re.ASCII)
TICKED = re.compile(r"(\d{1,18})(?::(\d{1,9}))?", re.ASCII)


# --- What waits -----------------------------------------------------------------------------------


def obstacles(article: Article, rules: list[StyleRule]) -> list[str]:
    """Return what keeps an article from readers, by the compulsory `rules`; no query if its parts are loaded."""
    missing = article.missing_for_publication(styled=False)
    found = advice.look(advice.texts_of(article, rules), rules) if rules else []
    return [*missing.values(), *(each.told for each in found)]


@dataclass(frozen=True)
class Waiting:
    """A story that waits for a decision, and what keeps it from being published as it is."""

    article: Article
    obstacles: list[str]


def waiting(articles: list[Article]) -> list[Waiting]:
    """Return stories with what keeps each from readers; a few queries, however many they are."""
    rules = advice.rules(compulsory=True) if articles else []
    prefetch_related_objects(articles, "gallery_rows__photo", *(["consent", "satker__kind"] if rules else []))
    return [Waiting(article, obstacles(article, rules)) for article in articles]


@dataclass(frozen=True)
class Done:
    """What a row of reviews has done so far; it travels in the address, so Back and a second tab tell the truth."""

    published: int = 0
    returned: int = 0
    held: int = 0

    @classmethod
    def of(cls, query: QueryDict) -> Done:
        found = DONE.fullmatch(query.get("sudah", ""))
        return cls(*map(int, found.groups())) if found else cls()

    @property
    def count(self) -> int:
        return self.published + self.returned + self.held

    @property
    def query(self) -> str:
        """The query string that carries it on, "" for nothing done."""
        return f"?sudah={self.published}-{self.returned}-{self.held}" if self.count else ""


@dataclass(frozen=True)
class Place:
    """Where a story stands in the officer's queue, the oldest first, with its neighbours' numbers."""

    position: int
    total: int
    previous: int | None
    next: int | None


def place(officer: Officer, pk: int, done: Done) -> Place:
    """Return the place of a story, counted on from what was done before it; one query."""
    before, after = Q(pk__lt=pk), Q(pk__gt=pk)
    found = (
        Article.objects.reviewable_by(officer)
        .order_by()
        .aggregate(
            total=Count("pk"),
            before=Count("pk", filter=before),
            previous=Max("pk", filter=before),
            next=Min("pk", filter=after),
        )
    )
    return Place(done.count + found["before"] + 1, done.count + found["total"], found["previous"], found["next"])


def _on(pk: int | None, done: Done) -> str:
    """Return the address of the next story, or of the end."""
    address = reverse("desk:review_one", args=[pk]) if pk else reverse("desk:review_end")
    return address + done.query


@desk
@require_safe
def queue(request: OfficerRequest) -> HttpResponse:
    """What waits for this officer, the last touched first; for the regional team also what the guard holds."""
    if request.user.is_regional and request.GET.get("keadaan") == Status.HELD:
        held = Article.objects.editable_by(request.user).held().for_desk()
        page = window(held, request.GET, PAGE, "updated_at", keep=["keadaan"])
        return render(request, "desk/list.html", {"page": page, "tab": "review", "held": True})
    # With text and photo, which the compulsory advice looks at.
    rows = Article.objects.reviewable_by(request.user).select_related("satker", "lead_photo")
    page = window(rows, request.GET, PAGE, "updated_at")
    return render(request, "desk/list.html", {"page": page, "waiting": waiting(page.items), "tab": "review"})


# --- One after the other --------------------------------------------------------------------------


@desk
@require_safe
def begin(request: OfficerRequest) -> HttpResponse:
    """Lead to the story that was begun first."""
    first = Article.objects.reviewable_by(request.user).order_by("pk").values_list("pk", flat=True).first()
    return redirect(_on(first, Done()) if first else "desk:review")


@desk
@require_safe
def end(request: OfficerRequest) -> HttpResponse:
    left = Article.objects.reviewable_by(request.user).order_by().count()
    return render(request, "desk/review_end.html", {"done": Done.of(request.GET), "left": left, "tab": "review"})


@desk
@require_http_methods(["GET", "HEAD", "POST"])
def one(request: OfficerRequest, pk: int) -> HttpResponse:
    """A story as readers will see it, with the advice beside it: publish it, return it or go on to the next."""
    story, done = _decidable(request, pk), Done.of(request.GET)
    if story.status != Status.IN_REVIEW:
        return _moved_on(request, story, done)
    if request.method != "POST":
        return _show(request, story, done)
    step = "return" if request.POST.get("step") == "return" else "publish"
    form = StepForm(request.POST, step=step)
    if not form.is_valid():
        told = [str(text) for texts in form.errors.values() for text in texts]
        return _show(request, story, done, told, status=422)
    try:
        STEPS[step](story, request.user, form)
    except (Stale, OutOfTurn):
        return _changed(request, pk, done)
    except ValidationError as error:
        return _show(request, _decidable(request, pk), done, error.messages, status=422)
    return _go_on(request, story, done)


def _decidable(request: OfficerRequest, pk: int) -> Article:
    """Return the article if this officer may decide on it, in whatever state it is; anybody else's is a 404."""
    within = Article.objects.filter(access.reach(request.user, access.Action.PUBLISH, to="satker__"))
    return get_object_or_404(within.select_related("satker", "category", "programme", "lead_photo"), pk=pk)


def _show(
    request: OfficerRequest, story: Article, done: Done, told: list[str] | None = None, status: int = 200, **more: Any
) -> HttpResponse:
    notices.read(request.user, story)
    given = advising.on(story)
    context = {
        "article": story,
        "tags": list(story.tags.all()),
        "line": handed_in(story),
        "advice": given,
        "publishable": not story.missing_for_publication(styled=False) and not any(each.compulsory for each in given),
        "place": (where := place(request.user, story.pk, done)),
        "next": _on(where.next, done),
        "previous": _on(where.previous, done) if where.previous else "",
        "done": done,
        "told": told or [],
        "note": request.POST.get("note", "") if status == 422 else "",
        "tab": "review",
    }
    return render(request, "desk/review_one.html", {**context, **more}, status=status)


def handed_in(story: Article) -> Revision | None:
    """Return the line that says who handed the story in last, and when; one query."""
    lines = story.revisions.filter(verb=Verb.SUBMIT).select_related("actor").defer("content")
    return lines.order_by("-version").first()


def _changed(request: OfficerRequest, pk: int, done: Done) -> HttpResponse:
    """Show the new text of a story that somebody changed meanwhile, to decide again; or say that it is decided."""
    fresh = _decidable(request, pk)
    if fresh.status != Status.IN_REVIEW:
        return _moved_on(request, fresh, done)
    last = fresh.revisions.select_related("actor").defer("content").order_by("-version").first()
    return _show(request, fresh, done, status=409, last=last)


def _moved_on(request: OfficerRequest, story: Article, done: Done) -> HttpResponse:
    told = _("“%(title)s” has moved on in the meantime: %(state)s.")
    messages.warning(request, told % {"title": story.title, "state": story.get_status_display()})
    return redirect(_on(place(request.user, story.pk, done).next, done))


def _go_on(request: OfficerRequest, story: Article, done: Done) -> HttpResponse:
    """Say what was done and lead to the next story."""
    named = {"title": story.title}
    if story.status == Status.PUBLISHED:
        done = replace(done, published=done.published + 1)
        told = _("Published with number %(code)s: %(title)s") % {**named, "code": story.receipt.code}
        messages.success(request, told)
    elif story.status == Status.HELD:
        done = replace(done, held=done.held + 1)
        messages.warning(request, _("Held, the regional team looks at it first: %(title)s") % named)
    else:
        done = replace(done, returned=done.returned + 1)
        messages.success(request, _("Returned to the writer: %(title)s") % named)
    return redirect(_on(place(request.user, story.pk, done).next, done))


# --- Several at once ------------------------------------------------------------------------------


@dataclass(frozen=True)
class Outcome:
    """What became of one of several stories: its number, or why it was not published."""

    article: Article
    code: str = ""
    why: str = ""


@desk
@require_http_methods(["GET", "HEAD", "POST"])
def several(request: OfficerRequest) -> HttpResponse:
    """Name the stories that were ticked; confirmed, publish each by itself and tell what became of it."""
    if request.method == "POST":
        return _publish_several(request)
    ticked = Article.objects.reviewable_by(request.user).filter(pk__in=_ticked(request.GET))
    named = waiting(list(ticked.select_related("satker", "lead_photo").order_by("pk")))
    if not named:
        messages.info(request, _("Tick the stories that you want to publish."))
        return redirect("desk:review")
    free, bound = ([each for each in named if bool(each.obstacles) is kept] for kept in (False, True))
    return render(request, "desk/review_several.html", {"named": free, "left_out": bound, "tab": "review"})


def _ticked(sent: QueryDict) -> dict[int, int]:
    """Return the version that was read of each story that was ticked, 0 for none; what is no number is left out."""
    found = [TICKED.fullmatch(text) for text in sent.getlist("berita")[:MOST]]
    return {int(each[1]): int(each[2] or 0) for each in found if each}


def _publish_several(request: OfficerRequest) -> HttpResponse:
    ticked = _ticked(request.POST)
    within = Article.objects.filter(access.reach(request.user, access.Action.PUBLISH, to="satker__"), pk__in=ticked)
    stories = list(within.select_related("satker", "lead_photo").order_by("pk"))
    if not stories:
        return redirect("desk:review")
    outcomes = [_publish(story, request.user, ticked[story.pk]) for story in stories]
    context = {
        "outcomes": outcomes,
        "published": sum(bool(each.code) for each in outcomes),
        "left": Article.objects.reviewable_by(request.user).order_by().count(),
        "tab": "review",
    }
    return render(request, "desk/review_outcome.html", context)


def _publish(story: Article, by: Officer, version: int) -> Outcome:
    """Publish one of several, in a transaction of its own."""
    if story.status != Status.IN_REVIEW:
        told = _("It has moved on in the meantime: %(state)s.")
        return Outcome(story, why=told % {"state": story.get_status_display()})
    try:
        story.publish(by, version=version)
    except (Stale, OutOfTurn):
        return Outcome(story, why=_("It was changed in the meantime. Read it first."))
    except ValidationError as error:
        return Outcome(story, why=" ".join(error.messages))
    except DatabaseError:
        logger.exception("Article %s could not be published with others", story.pk)
        return Outcome(story, why=_("It could not be published just now. Try again."))
    if story.status == Status.HELD:
        return Outcome(story, why=_("It is held: the regional team looks at it first."))
    return Outcome(story, code=story.receipt.code)
