"""Requests to take a name out of a story: the list of a unit, and the answer to one."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from news import removals
from news.desk.forms import Line, Text
from news.desk.views import desk
from news.models import OutOfTurn, RemovalRequest, Stale
from news.names import Names
from news.paging import window
from satker.access import OfficerRequest

PAGE = 20
ANSWERED = "dijawab"
PARTS = ("article__satker", "article__receipt", "answered_by")


class GrantForm(forms.Form):
    """How the name is written in the story, and what takes its place."""

    spellings = Text(
        label=_("The name as it stands in the story"),
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("A spelling a line: in full, then as the story repeats it, such as the last name alone."),
    )
    replacement = Line(
        label=_("In its place"), max_length=60, help_text=_("Initials, or a few words such as “seorang siswa”.")
    )
    version = forms.IntegerField(min_value=1, max_value=2**31 - 1, widget=forms.HiddenInput)

    def clean_spellings(self) -> list[str]:
        return [line.strip() for line in self.cleaned_data["spellings"].splitlines() if line.strip()]


class DeclineForm(forms.Form):
    """Why the name stays."""

    answer = Text(
        label=_("Why the name stays"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Tell it to the person in the same words."),
    )


@desk
@require_safe
def requests(request: OfficerRequest) -> HttpResponse:
    """The requests within reach: those that wait, or with `keadaan=dijawab` those that were answered."""
    answered = request.GET.get("keadaan") == ANSWERED
    rows = RemovalRequest.objects.seen_by(request.user).filter(granted__isnull=not answered).select_related(*PARTS)
    page = window(rows.defer("article__body"), request.GET, PAGE, "asked_at", keep=["keadaan"])
    return render(request, "desk/removals.html", {"page": page, "answered": answered})


@desk
@require_http_methods(["GET", "HEAD", "POST"])
def request_(request: OfficerRequest, pk: int) -> HttpResponse:
    """One request: what was asked, where the name stands, and the answer; another unit's is a 404."""
    rows = RemovalRequest.objects.seen_by(request.user).select_related(*PARTS, "article__lead_photo", "cleaning")
    asked = get_object_or_404(rows, pk=pk)
    if request.method == "POST" and asked.granted is not None:
        messages.warning(request, gettext("This has been answered already."))
        return redirect("desk:removal", pk)
    if request.method == "POST":
        intent = request.POST.get("intent", "")
        return _decline(request, asked) if intent == "decline" else _grant(request, asked, look=intent != "grant")
    return _shown(request, asked)


def _shown(
    request: OfficerRequest,
    asked: RemovalRequest,
    grant: GrantForm | None = None,
    decline: DeclineForm | None = None,
    names: Names | None = None,
    status: int = 200,
) -> HttpResponse:
    may = asked.granted is None and removals.may_answer(request.user, asked.article)
    initial = {
        "spellings": asked.name,
        "replacement": removals.initials(asked.name),
        "version": asked.article.version,
    }
    context: dict[str, Any] = {
        "asked": asked,
        "article": asked.article,
        "may": may,
        "found": removals.find(asked.article, names or Names([asked.name])) if asked.granted is None else None,
        "grant": grant or GrantForm(initial=initial),
        "decline": decline or DeclineForm(),
        "days": removals.FORGET_AFTER.days,
    }
    return render(request, "desk/removal.html", context, status=status)


def _refused(request: OfficerRequest, asked: RemovalRequest, form: forms.Form, error: ValidationError) -> None:
    """Put the sentences of a refusal beside their fields, those of the article above the form."""
    told = error.message_dict if hasattr(error, "error_dict") else {"": error.messages}
    for name, sentences in told.items():
        for sentence in sentences:
            form.add_error(name if name in form.fields else None, sentence)


def _decline(request: OfficerRequest, asked: RemovalRequest) -> HttpResponse:
    form = DeclineForm(request.POST)
    if form.is_valid():
        try:
            removals.decline(asked, request.user, form.cleaned_data["answer"])
        except ValidationError as error:
            _refused(request, asked, form, error)
        else:
            messages.success(request, gettext("Answered: the name stays. Tell the person why."))
            return redirect("desk:removal", asked.pk)
    return _shown(request, _fresh(request, asked), decline=form, status=422)


def _grant(request: OfficerRequest, asked: RemovalRequest, *, look: bool) -> HttpResponse:
    """Take the name out, or `look` for the spellings first and change nothing."""
    form = GrantForm(request.POST)
    names = None
    if not removals.may_answer(request.user, asked.article):
        raise PermissionDenied
    if form.is_valid():
        spellings = form.cleaned_data["spellings"]
        try:
            names = Names(removals.check_spellings(asked, spellings))
            if look:
                return _shown(request, asked, grant=form, names=names)
            done = removals.grant(
                asked, request.user, spellings, form.cleaned_data["replacement"], version=form.cleaned_data["version"]
            )
        except ValidationError as error:
            _refused(request, asked, form, error)
        except (Stale, OutOfTurn):
            fresh = _fresh(request, asked)
            told = gettext("Somebody changed the story in the meantime. Look at the places once more.")
            data = {**request.POST.dict(), "version": str(fresh.article.version)}
            form = GrantForm(data)
            form.add_error(None, told)
            return _shown(request, fresh, grant=form, names=names, status=409)
        else:
            told = gettext("The name was replaced in %(places)d places. Tell the person.") % {"places": done.places}
            messages.success(request, told)
            return redirect("desk:removal", asked.pk)
    return _shown(request, _fresh(request, asked), grant=form, names=names, status=422)


def _fresh(request: OfficerRequest, asked: RemovalRequest) -> RemovalRequest:
    """Return the request as stored: what was refused has left its marks on the row in hand."""
    rows = RemovalRequest.objects.seen_by(request.user).select_related(*PARTS, "article__lead_photo", "cleaning")
    return get_object_or_404(rows, pk=asked.pk)
