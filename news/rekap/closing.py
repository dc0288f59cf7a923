"""Tutup buku on screen: close a period, its minutes for print, and what has changed since."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.dates import MONTHS
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from news import closing as books
from news.models import Closing
from satker import access
from satker.access import OfficerRequest
from satker.models import Satker

WORD = "TUTUP"
OFFICIALS = 3


def team(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Declare a page of the closing: for the regional team, kept by no cache."""
    return access.regional(never_cache(view))


class ClosingForm(forms.Form):
    """What the minutes need, and the words that nobody types by mistake."""

    month = forms.TypedChoiceField(label=_("Period"), coerce=int)
    place = forms.CharField(label=_("Place"), max_length=80)
    reason = forms.CharField(
        label=_("Reason for closing again"),
        max_length=300,
        required=False,
        help_text=_("Only for a period that is closed already. Both closings stay."),
    )
    confirmation = forms.CharField(label=_("Confirmation"), max_length=40)

    def __init__(self, *args: Any, year: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.year = year
        months = [(month, f"{MONTHS[month]} {year}") for month in range(1, 13)]
        self.fields["month"].choices = [(0, gettext("The whole year %(year)d") % {"year": year}), *months]  # type: ignore[attr-defined]
        self.fields["confirmation"].help_text = gettext("Type %(words)s.") % {"words": self.words}
        for number in range(1, OFFICIALS + 1):
            for name, label, most in (
                ("name", gettext("Official %(number)d: name"), 120),
                ("position", gettext("Official %(number)d: position"), 120),
                ("nip", gettext("Official %(number)d: NIP"), 30),
            ):
                self.fields[f"{name}{number}"] = forms.CharField(
                    label=label % {"number": number}, max_length=most, required=False
                )

        self.fields["confirmation"] = self.fields.pop("confirmation")  # the last thing before the button

    @property
    def words(self) -> str:
        return f"{WORD} {self.year}"

    def clean_confirmation(self) -> str:
        typed = " ".join(str(self.cleaned_data["confirmation"]).split()).upper()
        if typed != self.words:
            raise ValidationError(gettext("Type %(words)s.") % {"words": self.words})
        return typed

    def officials(self) -> list[dict[str, str]]:
        """Return those who sign, without empty lines."""
        lines = [
            {name: self.cleaned_data[f"{name}{number}"] for name in ("name", "position", "nip")}
            for number in range(1, OFFICIALS + 1)
        ]
        return [line for line in lines if line["name"]]


@team
@require_http_methods(["GET", "HEAD", "POST"])
def close(request: OfficerRequest, year: int) -> HttpResponse:
    """Close a month or the whole year, after a typed confirmation."""
    satker = request.user.satker
    form = ClosingForm(request.POST or None, year=year, initial={"place": satker.dateline_place if satker else ""})
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            closing = books.close(
                request.user,
                year,
                data["month"],
                place=data["place"],
                officials=form.officials(),
                reason=data["reason"],
            )
        except ValidationError as error:
            form.add_error(None, error)
        else:
            return redirect(closing)
    closings = Closing.objects.filter(year=year).select_related("closed_by").defer("canonical")
    context = {"form": form, "year": year, "closings": closings, "today": timezone.localdate()}
    return render(request, "rekap/close.html", context, status=422 if form.errors else 200)


@dataclass(frozen=True)
class Line:
    """One unit in the minutes: its count as closed and as the ledger has it now."""

    unit: Satker
    closed: int
    now: int

    @property
    def change(self) -> int:
        return self.now - self.closed


def _per_unit(figures: dict[books.Key, int]) -> Counter[str]:
    """Return the count of each lead unit, by code."""
    sums: Counter[str] = Counter()
    for (code, role, _month), count in figures.items():
        if role == "lead":
            sums[code] += count
    return sums


@team
@require_safe
def minutes(request: OfficerRequest, pk: int) -> HttpResponse:
    """The minutes (berita acara): figures as closed and as now, and each article that explains a difference."""
    closing = get_object_or_404(Closing.objects.select_related("closed_by"), pk=pk)
    then, now = _per_unit(books.frozen(closing)), _per_unit(books.figures_now(closing))
    codes = [line.split("\t")[1] for line in closing.canonical.splitlines() if line.startswith("unit\t")]
    units = {unit.code: unit for unit in Satker.objects.select_related("kind").order_by("kind__order", "short_name")}

    known = {*codes, *now}
    lines = [Line(unit, then[code], now[code]) for code, unit in units.items() if code in known]
    return render(
        request,
        "rekap/minutes.html",
        {
            "closing": closing,
            "lines": lines,
            "closed": sum(line.closed for line in lines),
            "now": sum(line.now for line in lines),
            "corrections": list(books.corrections(closing)[:500]),
            "revisions": Closing.objects.filter(year=closing.year, month=closing.month).defer("canonical"),
        },
    )


@team
@require_safe
def canonical(request: OfficerRequest, pk: int) -> HttpResponse:
    """The canonical form as it was fingerprinted, byte for byte."""
    closing = get_object_or_404(Closing, pk=pk)
    response = HttpResponse(closing.canonical.encode(), content_type="text/plain; charset=utf-8")
    name = f"rekap-{closing.year}-{closing.month:02d}-{closing.revision}.txt"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
