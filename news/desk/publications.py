"""What a unit published elsewhere, recorded by its link: social media, infographics, videos, press."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import IntegrityError, transaction
from django.db.models import Count, Q
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.dates import MONTHS, MONTHS_3
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from news.desk.choice import Choice, chosen
from news.desk.forms import Line
from news.desk.views import desk
from news.goals import today
from news.models import Article, Channel, Programme, Publication
from satker import access
from satker.access import OfficerRequest

OLDEST = dt.date(2000, 1, 1)
LISTED = 500
# What apps add to a link to follow who shares it: the same post would be recorded once for each sharer.
TRACKS = re.compile(r"utm_\w+|fbclid|gclid|igsh|igshid|si|_r|_t", re.ASCII)
RECEIPT = re.compile(r"(?:/b/)?([A-Z][A-Z0-9]{1,5}-\d{4}-\d{1,9})/?", re.IGNORECASE | re.ASCII)
ADDRESS = re.compile(r"/berita/(\d{1,18})(?:/[^/]*)?/?", re.ASCII)


def one_link(link: str) -> str:
    """Return a link as it is kept: without what only follows its sharers, so that a post has one link."""
    parts = urlsplit(link)
    query = parts.query
    pairs = parse_qsl(query, keep_blank_values=True)
    if kept := [pair for pair in pairs if not TRACKS.fullmatch(pair[0])]:
        query = query if len(kept) == len(pairs) else urlencode(kept)
    elif pairs:
        query = ""
    return urlunsplit((parts.scheme.lower(), parts.netloc.lower(), parts.path, query, ""))


class Link(forms.URLField):
    default_validators = [
        URLValidator(schemes=["http", "https"], message=_("Write a link that begins with https:// or http://."))
    ]
    default_error_messages = {"invalid": _("Write a link that begins with https:// or http://.")}

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(assume_scheme="https", **kwargs)


class PublicationForm(forms.ModelForm):
    """One publication; the link first, as it is what people have in hand."""

    url = Link(label=_("Link"), max_length=500)
    title = Line(label=_("Title"), max_length=200, help_text=_("Or the first words of the caption."))
    medium = Line(label=_("Name of the medium"), max_length=80, required=False, help_text=_("For press clippings."))
    summary = Line(label=_("Summary"), max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 3}))
    story = Line(
        label=_("Story of the portal"), max_length=300, required=False,
        help_text=_("If it tells of one: its receipt number or its address."),
    )  # fmt: skip

    class Meta:
        model = Publication
        fields = ["url", "channel", "title", "day", "medium", "summary", "programme"]
        widgets = {"day": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")}

    field_order = ["url", "channel", "title", "day", "medium", "summary", "programme", "story"]

    def __init__(self, *args: Any, host: str, **kwargs: Any) -> None:
        kept: Publication = kwargs["instance"]
        self.host = host
        receipt = kept.article.receipt.code if kept.article else ""
        kwargs["initial"] = {"story": receipt, "day": kept.day or today()}
        super().__init__(*args, **kwargs)
        self.fields["channel"].queryset = Channel.objects.filter(Q(active=True) | Q(pk=kept.channel_id))  # type: ignore[attr-defined]
        self.fields["channel"].empty_label = gettext("Choose")  # type: ignore[attr-defined]
        in_force = Programme.objects.valid_on(kept.day or today())
        self.fields["programme"].queryset = Programme.objects.filter(  # type: ignore[attr-defined]
            Q(pk__in=in_force) | Q(pk=kept.programme_id)
        )
        self.fields["programme"].empty_label = gettext("none")  # type: ignore[attr-defined]
        self.fields["day"].widget.attrs["max"] = today().isoformat()

    def _get_validation_exclusions(self) -> set[str]:
        # Not asked here, but part of the rule that a unit records a link once.
        return super()._get_validation_exclusions() - {"satker", "removed_at"}  # type: ignore[misc]

    def clean_url(self) -> str:
        return one_link(self.cleaned_data["url"])

    def clean_day(self) -> dt.date:
        day = self.cleaned_data["day"]
        if day > today():
            raise ValidationError(gettext("This day has not come yet."))
        if day < OLDEST:
            raise ValidationError(gettext("Check the year."))
        return day

    def clean_story(self) -> Article | None:
        typed = self.cleaned_data["story"]
        if not typed:
            return None
        kept = self.instance.article
        if kept and typed.upper() == kept.receipt.code:
            return kept  # withdrawn since, perhaps
        story = self._story(typed)
        if story is None:
            raise ValidationError(gettext("No published story has this number or address."))
        return story

    def _story(self, typed: str) -> Article | None:
        parts = urlsplit(typed)
        if parts.netloc and parts.netloc.lower() != self.host.lower():
            return None
        articles = Article.objects.published().defer("body")
        if found := RECEIPT.fullmatch(parts.path):
            return articles.filter(receipt__code=found[1].upper()).first()
        if found := ADDRESS.fullmatch(parts.path):
            return articles.filter(pk=int(found[1])).first()
        return None

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        channel, medium = cleaned.get("channel"), cleaned.get("medium") or "medium" in self.errors
        if channel and channel.group == Channel.Group.PRESS and not medium:
            self.add_error("medium", gettext("Write the name of the medium."))
        return cleaned

    def save(self, commit: bool = True) -> Publication:
        """Keep the publication; another sender of the same link may have been first: IntegrityError."""
        self.instance.article = self.cleaned_data["story"]
        with transaction.atomic():
            return super().save(commit)


@desk
@require_safe
def publications(request: OfficerRequest) -> HttpResponse:
    choice = chosen(request)
    rows = _of(choice)
    counts = dict(rows.values_list("day__month").annotate(Count("pk")).order_by())
    month = _month(request, choice, counts)
    listed = rows.filter(day__month=month).select_related("channel", "article__receipt").defer("article__body")
    return render(
        request,
        "desk/publications.html",
        {
            "choice": choice,
            "month": month,
            "period": f"{MONTHS[month]} {choice.year}",
            "months": [(number, str(MONTHS_3[number]).capitalize(), counts.get(number, 0)) for number in range(1, 13)],
            "total": sum(counts.values()),
            "items": list(listed[:LISTED]),
            "tab": "figures",
        },
    )


def _of(choice: Choice) -> Any:
    if choice.unit is None:
        return Publication.objects.none()
    days = (dt.date(choice.year, 1, 1), dt.date(choice.year, 12, 31))
    return Publication.objects.filter(satker=choice.unit, removed_at=None, day__range=days)


def _month(request: OfficerRequest, choice: Choice, counts: dict[int, int]) -> int:
    """Return the month that is asked for, else the last one that has something, else this one."""
    value = request.GET.get("bulan", "")
    if value:
        if not (value.isascii() and value.isdecimal() and len(value) <= 2 and 1 <= int(value) <= 12):
            raise Http404
        return int(value)
    return max(counts, default=today().month)


@desk
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: OfficerRequest) -> HttpResponse:
    choice = chosen(request)
    if choice.unit is None:
        raise Http404
    return _take(request, Publication(satker=choice.unit), gettext("Record a publication"))


@desk
@require_http_methods(["GET", "HEAD", "POST"])
def publication(request: OfficerRequest, pk: int) -> HttpResponse:
    """Change a publication, or take it back; another unit's is a 404, and so is one that was taken back."""
    within = Publication.objects.filter(access.reach(request.user, access.Action.WRITE, to="satker__"), removed_at=None)
    parts = within.select_related("satker", "channel", "programme", "article__receipt").defer("article__body")
    kept = get_object_or_404(parts, pk=pk)
    if "hapus" in request.POST:
        kept.removed_at = timezone.now()
        kept.save(update_fields=["removed_at"])
        messages.success(request, gettext("Taken back. It is counted nowhere."))
        return redirect(_back(request, kept))
    return _take(request, kept, kept.title)


def _take(request: OfficerRequest, kept: Publication, heading: str) -> HttpResponse:
    back = _back(request, kept)
    form = PublicationForm(request.POST or None, instance=kept, host=request.get_host())
    if request.method == "POST" and form.is_valid():
        kept.recorded_by, kept.recorded_at = request.user, kept.recorded_at or timezone.now()
        try:
            form.save()
        except IntegrityError:
            form.add_error(None, gettext("This link is recorded already."))
        else:
            messages.success(request, gettext("Recorded. It is counted."))
            return redirect(_back(request, kept))
    context = {
        "form": form, "heading": heading, "unit": kept.satker, "back": back, "crumb": gettext("Publications"),
        "take_away": gettext("Take back") if kept.pk else "", "tab": "figures",
    }  # fmt: skip
    return render(request, "desk/entry.html", context, status=422 if form.errors else 200)


def _back(request: OfficerRequest, kept: Publication) -> str:
    """Return the list that the publication stands in."""
    words = {} if kept.satker_id == request.user.satker_id else {"satker": kept.satker.code}
    if kept.day:
        words |= {"tahun": str(kept.day.year), "bulan": str(kept.day.month)}
    return reverse("desk:publications", query=words)
