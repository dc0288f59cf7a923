"""Tutup buku on screen: close a period, its minutes for print, and what has changed since."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.dates import MONTHS
from django.utils.formats import date_format
from django.utils.translation import gettext, pgettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from news import closing as books
from news import goals
from news.models import Closing, Tally
from news.spreadsheet import XLSX, Book, Formula, cell
from news.templatetags.portal_words import full_time, grouped
from satker import access
from satker.access import OfficerRequest
from satker.accounts import second_factor

WORD = "TUTUP"
OFFICIALS = 3
CORRECTIONS = 500  # shown on the page; the workbook has all


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
        self.fields["month"].choices = [("", gettext("Choose the period")), *_periods(year)]  # type: ignore[attr-defined]
        told = gettext("Type the word and the period: %(month)s, say, or %(year)s.")
        self.fields["confirmation"].help_text = told % {"month": self.words_of(10), "year": self.words_of(0)}
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

    def words_of(self, month: int) -> str:
        """Return the words for a period: they name it, so that no slip of a list closes another one."""
        return f"{WORD} {MONTHS[month]} {self.year}".upper() if month else f"{WORD} {self.year}"

    def clean_confirmation(self) -> str:
        typed = " ".join(str(self.cleaned_data["confirmation"]).split()).upper()
        wanted = self.words_of(self.cleaned_data.get("month") or 0)
        if "month" in self.cleaned_data and typed != wanted:
            raise ValidationError(gettext("Type %(words)s.") % {"words": wanted})
        return typed

    def officials(self) -> list[dict[str, str]]:
        """Return those who sign, without empty lines."""
        lines = [
            {name: self.cleaned_data[f"{name}{number}"] for name in ("name", "position", "nip")}
            for number in range(1, OFFICIALS + 1)
        ]
        return [line for line in lines if line["name"]]


def _periods(year: int) -> list[tuple[int, str]]:
    """Return the periods of a year that are over, each with what it counts now, and whether it is closed."""
    today = goals.today()
    months = Tally.objects.lead().filter(year=year).per_month()
    closed = set(Closing.objects.filter(year=year).values_list("month", flat=True))
    over = [month for month in range(1, 13) if (year, month) < (today.year, today.month)]
    whole = [0] if year < today.year else []
    found = []
    for month in [*over, *whole]:
        name = f"{MONTHS[month]} {year}" if month else gettext("The whole year %(year)d") % {"year": year}
        count = months[month - 1] if month else sum(months)
        told = gettext("%(period)s: %(count)s stories") % {"period": name, "count": grouped(count)}
        mark = gettext("closed already") if month in closed else gettext("its year is closed") if 0 in closed else ""
        found.append((month, f"{told} ({mark})" if mark else told))
    return found


@team
@require_http_methods(["GET", "HEAD", "POST"])
def close(request: OfficerRequest, year: int) -> HttpResponse:
    """Close a month or the whole year, after a typed confirmation, and the second factor of whoever has one."""
    prove = second_factor.way_to_prove(request)
    if prove and request.method != "POST":
        return redirect(prove)
    satker, asked = request.user.satker, request.GET.get("bulan", "")
    initial = {"place": satker.dateline_place if satker else "", "month": asked}
    form = ClosingForm(request.POST or None, year=year, initial=initial)
    periods = [str(month) for month, _told in form.fields["month"].choices[1:]]  # type: ignore[attr-defined]
    if asked and asked not in periods:
        raise Http404
    asked = request.POST.get("month", asked)
    if request.method == "POST" and form.is_valid() and not prove:
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
    context = {"form": form, "year": year, "closings": closings, "tab": "close", "prove": prove}
    context["preview"] = books.preview(year, int(asked)) if asked in periods else None
    return render(request, "rekap/close.html", context, status=422 if form.errors or prove else 200)


def listed(closing: Closing) -> str:
    """Return the address of the list behind the period's figure as now, open for more words."""
    return f"{reverse('admin:rekap:articles', args=[closing.year])}?bulan={closing.month or ''}"


@team
@require_safe
def minutes(request: OfficerRequest, pk: int) -> HttpResponse:
    """The minutes (berita acara): figures as closed and as now, and each article that explains a difference."""
    closing = get_object_or_404(Closing.objects.select_related("closed_by"), pk=pk)
    found = books.difference(closing)
    revisions = Closing.objects.filter(year=closing.year, month=closing.month).defer("canonical")
    context = {"closing": closing, "found": found, "closed": found.closed, "now": found.now, "revisions": revisions}
    context |= {"listed": listed(closing), "printed_at": timezone.now()}
    return render(request, "rekap/minutes.html", {**context, "corrections": found.corrections[:CORRECTIONS]})


@team
@require_safe
def canonical(request: OfficerRequest, pk: int) -> HttpResponse:
    """The canonical form as it was fingerprinted, byte for byte."""
    closing = get_object_or_404(Closing, pk=pk)
    response = HttpResponse(closing.canonical.encode(), content_type="text/plain; charset=utf-8")
    name = f"rekap-{closing.year}-{closing.month:02d}-{closing.revision}.txt"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@team
@require_safe
def workbook(request: OfficerRequest, pk: int) -> HttpResponse:
    """The minutes as a workbook: units as closed and as now with live sums, months as closed, all corrections."""
    closing = get_object_or_404(Closing.objects.select_related("closed_by"), pk=pk)
    out = io.BytesIO()
    write_minutes(out, books.difference(closing))
    response = HttpResponse(out.getvalue(), content_type=XLSX)
    name = f"berita-acara-{closing.year}-{closing.month:02d}-{closing.revision}.xlsx"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def write_minutes(out: IO[bytes] | Path, found: books.Difference) -> None:
    """Write the minutes of a closing as XLSX."""
    closing = found.closing
    title = gettext("Minutes of closing") + f": {closing.period}"
    with Book(out, title) as book:
        sheet = book.sheet(gettext("Minutes"), [44, 26, 14, 14, 14])
        sheet.title(title, closing.reason)
        for label, text in (
            (gettext("Place"), closing.place),
            (gettext("Closed"), full_time(closing.closed_at)),
            (gettext("By"), str(closing.closed_by)),
            (gettext("Fingerprint (SHA-256)"), closing.sha256),
        ):
            sheet.row([label, text])
        sheet.text("")
        sheet.head(
            [gettext("Unit"), gettext("Kind"), gettext("as closed"), gettext("as now"), gettext("Difference")], None
        )
        first = sheet.at
        for line in found.lines:
            row = sheet.at
            change = Formula(f"={cell(row, 3)}-{cell(row, 2)}", line.change)
            sheet.row([line.unit.short_name, line.unit.kind.name, line.closed, line.now, change])
        last = max(first, sheet.at - 1)
        sums = [sheet.sum_down(2, first, last, found.closed), sheet.sum_down(3, first, last, found.now)]
        sheet.row([gettext("Total"), None, *sums, sheet.sum_down(4, first, last, found.now - found.closed)], "total")
        sheet.text("")
        if closing.officials:
            closed = timezone.localtime(closing.closed_at)
            sheet.text(f"{closing.place}, {date_format(closed, 'j F Y')}")
        for official in closing.officials:
            sheet.row([official["position"], official["name"], f"NIP {official['nip']}" if official["nip"] else ""])
        _write_corrections(book, found)


def _write_corrections(book: Book, found: books.Difference) -> None:
    sheet = book.sheet(gettext("What changed since"), [18, 8, 30, 26, 60, 16])
    sheet.title(
        gettext("What changed since"), gettext("Ledger rows of this period that were written after the closing.")
    )
    names = [gettext("Recorded"), pgettext("ledger", "Change"), gettext("Reason"), gettext("Unit"), gettext("Story")]
    sheet.head([*names, gettext("Number")], None)
    for row in found.corrections.iterator(2000):
        article = row.article
        cells = [row.recorded_at, row.delta, row.get_reason_display(), row.satker.short_name, article.title]
        sheet.row([*cells, article.receipt.code])
