"""The officer's room: write, hand in, publish, and see it counted."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Callable
from functools import wraps
from typing import Any, cast
from urllib.parse import urlencode

from csp.decorators import csp_update
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from news import decisions, notices, photos, quality, removals, rubrics
from news.desk import advising, beginnings, board, inhand, presence, tray, unsaved
from news.desk.choice import chosen
from news.desk.forms import RubricForm, StepForm, StoryForm
from news.models import Article, LedgerEntry, OutOfTurn, Rubric, Stale, Status
from news.models.states import Verb
from news.paging import window
from news.querysets import ArticleQuerySet
from satker import access
from satker.access import OfficerRequest

PAGE = 20
MOVED = {
    ("place", "writer"): gettext_lazy("Dateline and initials were moved from the text to their fields."),
    ("place",): gettext_lazy("The dateline was moved from the text to its field."),
    ("writer",): gettext_lazy("The initials were moved from the text to their field."),
}


def desk(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Declare a page of the desk: for signed-in officers, kept by no cache, with the count of unread notices."""

    @wraps(view)
    def shown(request: OfficerRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        # Counted when the head of a page asks: what is sent on, or is no page, costs no query.
        request.unread = SimpleLazyObject(lambda: notices.unread(request.user))
        return view(request, *args, **kwargs)

    # Photos are shown while they are still on the phone.
    pictured = csp_update({"img-src": ["blob:"]})(cast(Any, shown))
    return access.desk(never_cache(cast(Callable[..., HttpResponse], pictured)))


def mine(request: OfficerRequest, pk: int) -> Article:
    """Return the article if it lies within the officer's reach; anybody else's is a 404."""
    articles = Article.objects.editable_by(request.user).select_related(
        "satker__kind", "category", "programme", "lead_photo", "receipt"
    )
    return get_object_or_404(articles, pk=pk)


@desk
@require_safe
def home(request: OfficerRequest) -> HttpResponse:
    hand = inhand.of(request.user)
    waiting = list(Article.objects.reviewable_by(request.user).for_desk()[: board.WAITING])
    touched = Article.objects.editable_by(request.user).exclude(status=Status.DISCARDED).for_desk()
    return render(
        request,
        "desk/home.html",
        {
            "goal": board.goal(request.user),
            "unsaved": unsaved.loose(request.user),
            "hand": hand,
            "waiting": waiting,
            "articles": list(touched.exclude(pk__in=[each.pk for each in [*hand.shown, *waiting]])[:10]),
            "lately": board.lately(request.user),
            "removals": removals.waiting_for(request.user),
        },
    )


def _list(request: OfficerRequest, articles: ArticleQuerySet, by: str = "updated_at", **context: Any) -> HttpResponse:
    page = window(articles.for_desk(), request.GET, PAGE, by, keep=["keadaan", "satker", "tahun"])
    return render(request, "desk/list.html", {"page": page, **context})


@desk
@require_safe
def drafts(request: OfficerRequest) -> HttpResponse:
    within = Article.objects.editable_by(request.user)
    if request.GET.get("keadaan") == Status.DISCARDED:
        return _list(request, within.discarded(), tab="drafts", discarded=True)
    return _list(request, within.in_work(), tab="drafts")


@desk
@require_safe
def published(request: OfficerRequest) -> HttpResponse:
    """What readers see or saw; with `keadaan` what has a mark of quality, of a unit and a year if asked."""
    seen = decisions.marked(Article.objects.editable_by(request.user).once_public())
    mark = request.GET.get("keadaan", "")
    if mark not in set(quality.Mark):
        return _list(request, seen, by="first_published_at", tab="published")
    choice, rows = chosen(request), LedgerEntry.objects.lead()
    if request.GET.get("satker"):
        rows = rows.filter(satker=choice.unit)
    if request.GET.get("tahun"):
        rows = rows.between(dt.date(choice.year, 1, 1), dt.date(choice.year, 12, 31))
    seen = seen.filter(pk__in=quality.articles(rows, mark).values("pk"))
    uncounted = mark == quality.Mark.NOT_COUNTED
    told = "" if uncounted else quality.told(quality.Mark(mark))
    return _list(request, seen, by="first_published_at", tab="published", uncounted=uncounted, marked=told)


def in_brief(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Answer a script that sends a form in brief: where to go on, or that the page itself has to be shown."""

    @wraps(view)
    def answered(request: OfficerRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        if request.method != "POST" or "application/json" not in request.headers.get("Accept", ""):
            return response
        to = response.headers.get("Location", "")
        return JsonResponse({"to": to}, status=200 if to else response.status_code)

    return answered


@desk
@in_brief
@require_http_methods(["GET", "HEAD", "POST"])
def compose(request: OfficerRequest) -> HttpResponse:
    if request.method != "POST":
        return _begin(request)
    form = StoryForm(request.POST, request.FILES, officer=request.user)
    if known := _known(request):
        return _again(request, known)
    return _take(request, form)


def _known(request: OfficerRequest) -> Article | None:
    """Return the story that this very form has already begun."""
    token = token_of(request.POST.get("token", ""))
    return Article.objects.filter(token=token, created_by=request.user).first() if token else None


def token_of(text: str) -> uuid.UUID | None:
    """Return the token of a form, None for what is none."""
    try:
        return uuid.UUID(text)
    except ValueError:
        return None


def _begin(request: OfficerRequest) -> HttpResponse:
    """Show an empty form whose token stands in its address: who comes Back to it finds the story it made."""
    token = token_of(request.GET.get("t", ""))
    if token is None:
        kept = {name: request.GET[name] for name in ("awal", "foto", "bagi") if name in request.GET}
        return redirect(f"{reverse('desk:compose')}?{urlencode({'t': uuid.uuid4(), **kept})}")
    if known := Article.objects.filter(token=token, created_by=request.user).first():
        return redirect("desk:article", known.pk)
    offered = beginnings.offered(request.user)
    initial: dict[str, Any] = {"token": token}
    if asked := request.GET.get("awal"):
        chosen = next((each for each in offered if str(each.pk) == asked), None)
        if chosen is None:
            raise Http404
        initial |= beginnings.initial(chosen)
    initial |= tray.taken(request.user, request.GET.get("foto", ""))
    found = unsaved.of_form(request.user, token)
    form = StoryForm(officer=request.user, initial={**initial, **(found.fields if found else {})})
    return _write(request, form, beginnings=[] if found else offered, begun=asked or "", token=token, brought=found)


def _again(request: OfficerRequest, known: Article) -> HttpResponse:
    """Take a form that was sent before: the same text goes on, a newer one is saved as the next version."""
    story = mine(request, known.pk)
    form = StoryForm(request.POST, request.FILES, officer=request.user, article=story)
    form.intent = request.POST.get("intent", "save")
    if not form.is_valid():
        return _write(request, form, status=422)
    if form.sent() == story.content() and not form.minors_differ(story):
        return _after(request, form, story, new=True)
    if not story.may(request.user, Verb.REVISE):
        return _out_of_turn(request, story)
    untouched = not story.revisions.exclude(actor=request.user).exists()
    if story.status != Status.DRAFT or not untouched:
        form.cleaned_data["version"] = 0  # begun from a page that is gone: show both
        return _conflict(request, form)
    form.cleaned_data["version"] = story.version
    form.save()
    return _after(request, form, story, new=True)


@desk
@in_brief
@require_http_methods(["GET", "HEAD", "POST"])
def article(request: OfficerRequest, pk: int) -> HttpResponse:
    story = mine(request, pk)
    if not story.may(request.user, Verb.REVISE):
        if request.method == "POST":
            return _out_of_turn(request, story)
        return render(request, "desk/article.html", look(request, story))
    if request.method != "POST":
        found = unsaved.of_story(request.user, story)
        if found and "otomatis" in request.GET:
            form = StoryForm(officer=request.user, article=story, initial=found.fields)
            return _write(request, form, brought=found)
        form = StoryForm(officer=request.user, article=story)
        missing = story.missing_for_publication() if "kurang" in request.GET else {}
        if missing:
            form.show_missing_unbound({name: [sentence] for name, sentence in missing.items()})
        differing_texts = unsaved.differences(found, story) if found else []
        return _write(request, form, saved=bool(missing), unsaved=found, unsaved_texts=differing_texts)
    return _take(request, StoryForm(request.POST, request.FILES, officer=request.user, article=story))


def _write(request: OfficerRequest, form: StoryForm, status: int = 200, **context: Any) -> HttpResponse:
    story = form.article
    others = presence.tell(story, request.user, timezone.now()) if story else ""
    shown = {
        "form": form, "others": others, "nothing": tray.NOTHING, "tray": tray.attributes(),
        "blank": tray.BlankForm().card(), **advising.beside(form), **look(request, story), **context,
    }  # fmt: skip
    return render(request, "desk/compose.html", shown, status=status)


def look(request: OfficerRequest, story: Article | None) -> dict[str, Any]:
    """Return what each page of one article shows: the article and what this officer may do to it.

    Who sees the page has read what there is to tell of the story.
    """
    if story is None:
        unit = request.user.satker
        direct = unit is None or access.may(request.user, access.Action.PUBLISH, unit)
        return {"article": None, "can": {"publish": direct, "schedule": direct, "submit": not direct}}
    notices.read(request.user, story)
    can = {verb.value: story.may(request.user, verb) for verb in Verb if verb not in {Verb.CREATE, Verb.IMPORT}}
    return {
        "article": story,
        "can": can,
        "sent_back": board.sent_back(story),
        "decision": decisions.decision(story) if story.was_public else None,
        "links": [] if story.was_public else board.links(story, timezone.now()),
        "copy_token": uuid.uuid4(),
        **_marks(request, story),
    }


def _marks(request: OfficerRequest, story: Article) -> dict[str, Any]:
    """Return the marks that the story has, and the form for them if this officer may give or change them."""
    given = Rubric.objects.filter(article=story).select_related("given_by").first()
    may = rubrics.may_give(request.user, story, given)
    return {
        "rubric": given,
        "told_marks": rubrics.told(given) if given else [],
        "marking": RubricForm(given=given) if may else None,
    }


def _held(request: OfficerRequest, story: Article) -> HttpResponse:
    """Say that what was published or scheduled came out held, and lead to the reason."""
    messages.warning(request, _("Saved, but held: the regional team looks at this story before readers see it."))
    return redirect("desk:article", story.pk)


def _take(request: OfficerRequest, form: StoryForm) -> HttpResponse:
    """Save what was sent, then do what the pressed button says; on any refusal the text is shown again."""
    form.intent = request.POST.get("intent", "save")
    if not form.is_valid():
        return _write(request, form, status=422)
    new = form.article is None
    try:
        story = form.save()
    except Stale:
        stored = mine(request, form.article.pk)  # type: ignore[union-attr]
        if form.sent() != stored.content():
            return _conflict(request, form)
        story = stored  # sent before, and saved then
    except OutOfTurn:
        return _out_of_turn(request, form.article)
    except ValidationError as error:
        form.show_missing(error.message_dict)
        return _write(request, form, status=422)
    if form.moved:
        messages.info(request, MOVED[tuple(form.moved)])
    return _after(request, form, story, new)


def _after(request: OfficerRequest, form: StoryForm, story: Article, new: bool) -> HttpResponse:
    unsaved.done(request.user, story)
    try:
        if form.intent == "publish" and (new or story.status != Status.WITHDRAWN):
            # What is held already was sent twice, or changed since: it waits on.
            if story.status != Status.PUBLISHED and (story.status != Status.HELD or request.user.is_regional):
                story.publish(request.user, version=story.version)
            return _held(request, story) if story.status == Status.HELD else redirect("desk:counted", story.pk)
        if form.intent == "submit":
            story.submit(request.user, version=story.version)
            messages.success(request, _("Handed in. The editors see it now."))
            return redirect("desk:article", story.pk)
        moment = form.cleaned_data["scheduled_for"]
        moved = story.status == Status.SCHEDULED and moment and moment != story.scheduled_for
        if form.intent == "schedule" or (form.intent == "save" and moved):
            story.schedule(request.user, moment, version=story.version)
            if story.status == Status.HELD:
                return _held(request, story)
            messages.success(request, _("Scheduled. It is published and counted at that time by itself."))
            return redirect("desk:article", story.pk)
    except (OutOfTurn, Stale):
        # The same form sent twice: the first one has done it already.
        return redirect("desk:article", story.pk)
    except ValidationError as error:
        if story.missing_for_publication():
            # To a page of its own, so that Back works there.
            return redirect(f"{reverse('desk:article', args=[story.pk])}?kurang")
        again = StoryForm(officer=request.user, article=mine(request, story.pk))
        again.show_missing_unbound(error.message_dict)
        return _write(request, again, status=422, saved=True)
    if form.intent == "preview":
        return redirect("desk:preview", story.pk)
    if (photo := form.intent.removeprefix("photo-")) in {str(each.pk) for each in photos.of(story)}:
        return redirect(f"{reverse('desk:photo', args=[photo])}?naskah={story.pk}")
    draft = new or story.status not in {Status.PUBLISHED, Status.HELD}
    messages.success(request, _("Draft saved.") if draft else _("Saved."))
    return redirect("desk:article", story.pk)


def _conflict(request: OfficerRequest, form: StoryForm) -> HttpResponse:
    """Show the stored text beside the officer's own, which stays in the form and may be saved over it."""
    stored = mine(request, form.article.pk)  # type: ignore[union-attr]
    read = form.cleaned_data.get("version") or 0
    began = stored.revisions.filter(version__lte=read, content__isnull=False).order_by("-version").first()
    differing = form.merge(stored, began.content if began else None)
    last = stored.revisions.select_related("actor").order_by("-version").first()
    return _write(request, form, status=409, stored=stored, last=last, differing=differing)


def _out_of_turn(request: OfficerRequest, story: Article | None) -> HttpResponse:
    fresh = mine(request, story.pk)  # type: ignore[union-attr]
    labels = {name: field.label for name, field in StoryForm.base_fields.items() if not field.widget.is_hidden}
    unsaved = [(label, request.POST.get(name, "")) for name, label in labels.items() if request.POST.get(name)]
    told = _("This story has moved on in the meantime: %(state)s. Nothing was changed.")
    messages.warning(request, told % {"state": fresh.get_status_display()})
    return render(request, "desk/article.html", {**look(request, fresh), "unsaved": unsaved}, status=409)


@desk
@require_safe
def preview(request: OfficerRequest, pk: int) -> HttpResponse:
    story = mine(request, pk)
    mendable = story.may(request.user, Verb.REVISE)
    return render(
        request, "desk/preview.html", {**look(request, story), "advice": advising.on(story) if mendable else []}
    )


@desk
@require_safe
def history(request: OfficerRequest, pk: int) -> HttpResponse:
    story = mine(request, pk)
    return render(request, "desk/history.html", {"article": story, "lines": board.history(story)})


@desk
@require_POST
def here(request: OfficerRequest, pk: int) -> HttpResponse:
    """Hear that an editing page is still in sight; answer with who else is at the story, or nothing (204)."""
    story = mine(request, pk)
    others = presence.tell(story, request.user, timezone.now()) if story.may(request.user, Verb.REVISE) else ""
    return HttpResponse(others, content_type="text/plain; charset=utf-8", status=200 if others else 204)


@desk
@require_POST
def copy(request: OfficerRequest, pk: int) -> HttpResponse:
    """Begin a new story with the words of this one."""
    story = mine(request, pk)
    try:
        new = beginnings.copy(story, request.user, token_of(request.POST.get("token", "")) or uuid.uuid4())
    except ValidationError as error:
        for sentence in error.messages:
            messages.error(request, sentence)
        return redirect("desk:article", pk)
    messages.success(request, _("This is a new draft with the words of the other story. Change what is new."))
    return redirect("desk:article", new.pk)


STEPS: dict[str, Callable[[Article, Any, StepForm], None]] = {
    "submit": lambda story, by, form: story.submit(by, version=form.cleaned_data["version"]),
    "recall": lambda story, by, form: story.recall(by, version=form.cleaned_data["version"]),
    "return": lambda story, by, form: story.return_to_writer(
        by, form.cleaned_data["note"], version=form.cleaned_data["version"]
    ),
    "unschedule": lambda story, by, form: story.unschedule(by, version=form.cleaned_data["version"]),
    "publish": lambda story, by, form: story.publish(by, version=form.cleaned_data["version"]),
    "withdraw": lambda story, by, form: story.withdraw(
        by, form.cleaned_data["note"], version=form.cleaned_data["version"]
    ),
    "reinstate": lambda story, by, form: story.reinstate(by, version=form.cleaned_data["version"]),
    "discard": lambda story, by, form: story.discard(by, version=form.cleaned_data["version"]),
    "restore": lambda story, by, form: story.restore(by, version=form.cleaned_data["version"]),
}


@desk
@require_http_methods(["GET", "HEAD", "POST"])
def step(request: OfficerRequest, pk: int, step: str) -> HttpResponse:
    """One step of an article's life, by its button; opened, its address leads to the story."""
    if step not in STEPS:
        raise Http404
    story = mine(request, pk)
    if request.method != "POST":
        return redirect("desk:article", pk)
    form = StepForm(request.POST, step=step)
    if not form.is_valid():
        for sentence in [str(text) for texts in form.errors.values() for text in texts]:
            messages.error(request, sentence)
        return render(request, "desk/article.html", {**look(request, story), "step": step}, status=422)
    try:
        STEPS[step](story, request.user, form)
    except (Stale, OutOfTurn):
        return _out_of_turn(request, story)
    except ValidationError as error:
        for sentence in error.messages:
            messages.error(request, sentence)
        return redirect("desk:article", pk)
    if step == "publish":
        return _held(request, story) if story.status == Status.HELD else redirect("desk:counted", pk)
    messages.success(request, board.DONE[step])
    if step in {"withdraw", "reinstate"}:
        for sentence in board.closed(story):
            messages.info(request, sentence)
    return redirect("desk:drafts" if step == "discard" else "desk:article", *([] if step == "discard" else [pk]))
