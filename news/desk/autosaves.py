"""Texts that are on their way: what was typed and not saved yet, found again on any device of its officer.

The phone keeps each pause by itself (static/js/keep.js); this is the copy that a second device sees. It is no version
of the story and stands in no history.
"""

from __future__ import annotations

from typing import Any

from django.core.exceptions import BadRequest
from django.db import IntegrityError, transaction
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from news.desk.forms import BODY_MAX
from news.desk.views import desk, mine, token_of
from news.models import Article, Autosave
from news.models.states import Verb
from satker.access import OfficerRequest
from satker.models import Officer

LEFT_OUT = {"csrfmiddlewaretoken", "intent", "photo", "token"}
FIELDS = 120  # twelve photos with four fields each, and the story's own
KEPT = 30  # texts without a story, of one officer


@desk
@require_POST
def keep(request: OfficerRequest) -> HttpResponse:
    """Keep the fields of a form as they are; the later one of two stays. Nothing is checked: nothing is lost."""
    fields = _fields(request)
    key = _key(request)
    with transaction.atomic():
        if not any(fields.get(name, "").strip() for name in ("title", "lead", "body", "photos")):
            Autosave.objects.filter(officer=request.user, **key).delete()
            return HttpResponse(status=204)
        try:
            with transaction.atomic():
                Autosave.objects.update_or_create(
                    officer=request.user, **key, defaults={"fields": fields, "at": timezone.now()}
                )
        except IntegrityError:
            pass  # the same form at the same moment, from another tab
    if "token" in key:
        _forget_oldest(request.user)
    return HttpResponse(status=204)


def _fields(request: OfficerRequest) -> dict[str, str]:
    sent = {name: str(text).replace("\x00", "") for name, text in request.POST.items() if name not in LEFT_OUT}
    if len(sent) > FIELDS or any(len(name) > 60 or len(text) > BODY_MAX for name, text in sent.items()):
        raise BadRequest
    return sent


def _key(request: OfficerRequest) -> dict[str, Any]:
    """Return what the fields belong to: a story that this officer may still change, or a form."""
    pk = request.GET.get("naskah", "")
    if pk.isascii() and pk.isdecimal() and len(pk) <= 18:
        story = mine(request, int(pk))
        if story.may(request.user, Verb.REVISE):
            return {"article": story}
        raise BadRequest
    token = token_of(request.POST.get("token", ""))
    if token is None:
        raise BadRequest
    if made := Article.objects.filter(token=token, created_by=request.user).first():
        return {"article": made}
    return {"token": token}


def _forget_oldest(officer: Officer) -> None:
    """Keep the newest texts that belong to no story."""
    loose = Autosave.objects.filter(officer=officer, article=None).order_by("-at")
    old = list(loose.values_list("pk", flat=True)[KEPT : KEPT * 2])
    if old:
        Autosave.objects.filter(pk__in=old).delete()


@desk
@require_POST
def drop(request: OfficerRequest, pk: int) -> HttpResponse:
    """Throw away what was typed and not saved; the story stays as it was saved."""
    found = Autosave.objects.filter(pk=pk, officer=request.user).first()
    if found:
        found.delete()
    return redirect("desk:article", found.article_id) if found and found.article_id else redirect("desk:home")
