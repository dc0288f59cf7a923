"""Anybody may ask that a name be taken out of a story: a form without script, cookie or account.

There is no session whose authority another site could borrow, so there is no token either. What another site sends is
refused by what the browser says of it, programs are slowed by an empty field and by limits for each client's
address, of which nothing but a keyed digest is kept, for a day.
"""

from __future__ import annotations

import hmac
import re
from typing import Any
from urllib.parse import urlsplit

from allauth.account.adapter import get_adapter
from django import forms
from django.conf import settings
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from news import removals
from news.models import Article, RemovalRequest
from news.models.removals import WORDS_MAX
from news.names import words_of
from news.reader.views import SHARED
from news.words import one_line
from satker import access

HOUR, DAY = 60 * 60, 24 * 60 * 60
# From one address; a school has one for all its pupils.
LIMITS = ((HOUR, 5), (DAY, 20))
REACHED = re.compile(r"[^\s@]@[^\s@]+\.[^\s@]|(?:\d[\s().-]{0,2}){8}")
SENT = "terkirim"


class _Line(forms.CharField):
    def to_python(self, value: Any) -> str:
        return one_line(super().to_python(value) or "")


class RemovalForm(forms.Form):
    """What somebody asks who may be anybody."""

    name = _Line(label=_("The name, as it stands in the story"), max_length=120)
    capacity = forms.ChoiceField(label=_("You are"), choices=[("", _("Choose")), *RemovalRequest.Capacity.choices])
    why = forms.ChoiceField(label=_("Why"), choices=[("", _("Choose")), *RemovalRequest.Why.choices])
    words = forms.CharField(
        label=_("More about it"),
        required=False,
        max_length=WORDS_MAX,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("If you like; at most 1,000 characters."),
    )
    contact = _Line(
        label=_("How can we answer you?"),
        max_length=160,
        widget=forms.TextInput(attrs={"autocomplete": "email"}),
        help_text=_("An e-mail address or a telephone number."),
    )
    laman = forms.CharField(
        label=_("Leave this field empty"),
        required=False,
        widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}),
    )

    def clean_name(self) -> str:
        name = self.cleaned_data["name"]
        if not any(len(word) >= removals.LETTERS_LEAST for word in words_of(name)):
            raise ValidationError(_("Write the name in full, as it stands in the story."))
        return name

    def clean_words(self) -> str:
        return str(self.cleaned_data["words"]).replace("\x00", "").strip()

    def clean_contact(self) -> str:
        contact = self.cleaned_data["contact"]
        if not REACHED.search(contact):
            raise ValidationError(_("Write an e-mail address or a telephone number in full."))
        return contact

    def clean_laman(self) -> str:
        if self.cleaned_data["laman"]:
            raise ValidationError(_("This field is for programs that fill in everything. Empty it and send again."))
        return ""


@access.public
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask that a name be taken out of a story that is or was public; afterwards say what happens next."""
    story = get_object_or_404(Article.objects.once_public().select_related("satker", "receipt"), pk=pk)
    if request.method == "POST":
        response = _take(request, story)
        add_never_cache_headers(response)
        return response
    return SHARED(_shown)(request, story, RemovalForm(), sent=SENT in request.GET)


def _shown(
    request: HttpRequest, story: Article, form: RemovalForm, *, sent: bool = False, status: int = 200
) -> HttpResponse:
    # A withdrawn story is told by its number: its title is no longer for readers.
    context = {"article": story, "form": form, "sent": sent, "days": removals.FORGET_AFTER.days}
    return render(request, "reader/ask_removal.html", context, status=status)


def _take(request: HttpRequest, story: Article) -> HttpResponse:
    form = RemovalForm(request.POST)
    if _is_from_elsewhere(request):
        form.add_error(None, gettext("This was sent from another site. Send it once more from this page."))
        return _shown(request, story, form, status=403)
    if not form.is_valid():
        return _shown(request, story, form, status=422)
    if _is_too_much(str(get_adapter().get_client_ip(request))):
        told = gettext("Many requests came from your connection. Your words are kept: send them again in an hour.")
        form.add_error(None, told)
        return _shown(request, story, form, status=429)
    said = {name: form.cleaned_data[name] for name in ("name", "capacity", "why", "words", "contact")}
    try:
        removals.ask(story, **said)
    except ValidationError as error:
        form.add_error(None, error)
        return _shown(request, story, form, status=429)
    return HttpResponseRedirect(f"{request.path}?{SENT}")


def _is_from_elsewhere(request: HttpRequest) -> bool:
    """Return whether the browser says that another site sent this; one that says nothing is old, and no danger."""
    if request.headers.get("Sec-Fetch-Site", "none") not in {"none", "same-origin"}:
        return True
    origin = request.headers.get("Origin")
    return bool(origin) and origin not in settings.CSRF_TRUSTED_ORIGINS and _host(origin) != request.get_host()


def _host(origin: str | None) -> str:
    try:
        return urlsplit(origin or "").netloc
    except ValueError:
        return ""


def _is_too_much(address: str) -> bool:
    """Count this request for its address and return whether the address has sent too many."""
    key = f"{settings.SECRET_KEY} {timezone.now():%Y-%m-%d}".encode()
    mark = hmac.digest(key, address.encode(), "sha256").hex()
    counts = [_count(f"removal:{seconds}:{mark}", seconds) for seconds, _most in LIMITS]
    return any(count > most for count, (_seconds, most) in zip(counts, LIMITS, strict=True))


def _count(key: str, seconds: int) -> int:
    if cache.add(key, 1, seconds):
        return 1
    try:
        return cache.incr(key)
    except ValueError:  # it has just run out
        return 1
