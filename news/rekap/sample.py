"""Marks by sample: one story at a time, drawn from the unit that has the fewest, read and given its four marks."""

from __future__ import annotations

import datetime as dt
from collections import Counter

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Count, Sum
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from news import rubrics
from news.models import Article, LedgerEntry, Rubric
from news.models.quality import MARKS
from satker import access
from satker.access import OfficerRequest
from satker.models import Officer


class MarksForm(forms.Form):
    """Four marks, 1 to 4 each."""

    article = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=2**63 - 1)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        for name in Rubric.INDICATORS:
            label = Rubric._meta.get_field(name).verbose_name  # type: ignore[union-attr]
            self.fields[name] = forms.TypedChoiceField(
                label=str(label).capitalize(), choices=MARKS, coerce=int, widget=forms.RadioSelect
            )

    def marks(self) -> dict[str, int]:
        return {name: self.cleaned_data[name] for name in Rubric.INDICATORS}


def draw(year: int, by: Officer, kind: str = "", but: int = 0) -> Article | None:
    """Return a story without marks, of the unit that has the fewest of them; None when all are marked.

    `but` is a story that was passed over; nobody marks what they began themselves. The draw is by chance.
    """
    rows = LedgerEntry.objects.lead().between(dt.date(year, 1, 1), dt.date(year, 12, 31))
    if kind:
        rows = rows.filter(satker__kind__code=kind)
    stories = Counter(dict(rows.values_list("satker").annotate(Sum("delta")).order_by()))
    marked = Counter(
        dict(
            rows.filter(delta=1, article__rubric__isnull=False)
            .values_list("satker")
            .annotate(Count("article", distinct=True))
            .order_by()
        )
    )
    open_units = [unit for unit, count in stories.items() if count > marked[unit]]
    for unit in sorted(open_units, key=lambda unit: (marked[unit], -stories[unit], unit)):
        standing = rows.filter(satker=unit).standing().values("article_id")
        found = Article.objects.filter(pk__in=standing, rubric=None)
        found = found.exclude(pk=but).exclude(created_by=by)
        if article := found.select_related("satker", "lead_photo", "receipt").order_by("?").first():
            return article
    return None


def _number(text: str) -> int:
    """Return an article's number, 0 for what is none."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= 18 else 0


@access.regional
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def sample(request: OfficerRequest, year: int) -> HttpResponse:
    """Show one drawn story with its marks to give; giving them draws the next."""
    kind = request.GET.get("jenis", "")
    form = MarksForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        article = get_object_or_404(Article.objects.once_public(), pk=form.cleaned_data["article"])
        try:
            rubrics.give(article, request.user, form.marks(), Rubric.Origin.SAMPLE, timezone.now())
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
        else:
            messages.success(request, gettext("Marks kept. Here is the next story."))
        return redirect(request.get_full_path())
    if request.method == "POST":
        article = Article.objects.once_public().filter(pk=_number(request.POST.get("article", ""))).first()
    else:
        article = draw(year, request.user, kind, _number(request.GET.get("lewat", "")))
        form = MarksForm(initial={"article": article.pk if article else None})
    given = Rubric.objects.filter(
        origin=Rubric.Origin.SAMPLE, article__ledger__day__year=year, article__ledger__role="lead"
    )
    context = {
        "article": article, "form": form, "year": year, "kind": kind, "tab": "quality",
        "given": given.values("article").distinct().count(),
    }  # fmt: skip
    return render(request, "rekap/sample.html", context, status=422 if form.errors else 200)
