"""The regional team's yearly tally: matrix, lists behind each figure, CSV."""

from __future__ import annotations

import calendar
import csv
import datetime as dt
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.db.models import Sum
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.dates import MONTHS, MONTHS_3
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from news.converters import YEARS
from news.models import Article, Closing, LedgerEntry
from news.paging import window
from news.querysets import LedgerQuerySet
from news.rekap.tally import Matrix, Row, matrix
from satker import access
from satker.models import Kind, Satker

PAGE = 100


def rekap(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Declare a page of the tally: for the regional team, read-only, kept by no cache."""
    return access.regional(never_cache(require_safe(view)))


def _parent(request: HttpRequest) -> Satker | None:
    code = request.GET.get("induk", "")
    return get_object_or_404(Satker, code=code) if code else None


def _kind(request: HttpRequest) -> str:
    code = request.GET.get("jenis", "")
    return get_object_or_404(Kind, code=code).code if code else ""


@rekap
def index(request: HttpRequest) -> HttpResponse:
    return redirect("admin:rekap:year", timezone.localdate().year)


@rekap
def year(request: HttpRequest, year: int) -> HttpResponse:
    parent, kind = _parent(request), _kind(request)
    found = matrix(year, kind, parent)
    sifted = urlencode({name: value for name, value in (("jenis", kind), ("induk", parent and parent.code)) if value})
    begins = f"?{sifted}&" if sifted else "?"
    return render(
        request,
        "rekap/year.html",
        {
            "matrix": found,
            "closing": Closing.objects.filter(year=year, month=0).defer("canonical").first(),
            "by_kind": [league.total for league in found.leagues],
            "months": [(month, str(MONTHS_3[month]).capitalize(), str(MONTHS[month])) for month in range(1, 13)],
            "years": sorted({*found.years, timezone.localdate().year, year}, reverse=True),
            "kinds": Kind.objects.all(),
            "kind": kind,
            "parent": parent,
            "filtered": bool(kind or parent),
            "query": sifted,
            # What a figure's link begins with: the filter first, so that the figure's own part wins.
            "listed": reverse("admin:rekap:articles", args=[year]) + begins,
            "listed_before": reverse("admin:rekap:articles", args=[year - 1]) + begins if year > YEARS[0] else "",
        },
    )


def _rows(request: HttpRequest, year: int) -> tuple[LedgerQuerySet, dict[str, Any]]:
    """Return the ledger rows that a figure is made of, and what the figure is called."""
    month = request.GET.get("bulan", "")
    if month and (not month.isdecimal() or len(month) > 2 or not 1 <= int(month) <= 12):
        raise Http404
    first, last = dt.date(year, 1, 1), dt.date(year, 12, 31)
    if month:
        first = dt.date(year, int(month), 1)
        last = first.replace(day=calendar.monthrange(year, int(month))[1])
    rows = LedgerEntry.objects.lead().between(first, last)
    names = []
    if code := request.GET.get("satker", ""):
        unit = get_object_or_404(Satker, code=code)
        rows, names = rows.of(unit), [unit.short_name]
    if parent := _parent(request):
        rows = rows.of(parent, below=True)
        names.append(_("%(unit)s and all below") % {"unit": parent.short_name})
    if kind := _kind(request):
        rows = rows.filter(satker__kind__code=kind)
        names.append(Kind.objects.get(code=kind).name)
    return rows, {"names": names, "month": int(month) if month else None, "first": first}


@rekap
def articles(request: HttpRequest, year: int) -> HttpResponse:
    """The articles behind one figure: exactly those whose ledger rows add up to it."""
    rows, told = _rows(request, year)
    standing = Article.objects.filter(pk__in=rows.standing().values("article_id"))
    listed = standing.select_related("satker", "receipt").defer("body")
    page = window(listed, request.GET, PAGE, "first_published_at", keep=("satker", "induk", "jenis", "bulan"))
    return render(
        request,
        "rekap/articles.html",
        {
            **told,
            "page": page,
            "year": year,
            "figure": rows.aggregate(sum=Sum("delta"))["sum"] or 0,
        },
    )


@rekap
def as_csv(request: HttpRequest, year: int) -> HttpResponse:
    """The matrix as CSV (UTF-8 with a mark for spreadsheets), one unit a line, the sum last."""
    found = matrix(year, _kind(request), _parent(request))
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="rekap-{year}.csv"'
    response.write("\ufeff")
    writer = csv.writer(response)
    months = [str(MONTHS[month]) for month in range(1, 13)]
    writer.writerow([_("code"), _("unit"), _("kind"), _("rank"), *months, _("total"), str(year - 1)])
    for row, kind in _lines(found):
        code = row.unit.code if row.unit else ""
        writer.writerow([_cell(code), _cell(row.name), _cell(kind), row.rank or "", *row.months, row.total, row.before])
    return response


def _lines(found: Matrix) -> list[tuple[Row, str]]:
    lines = [(row, league.kind.name) for league in found.leagues for row in league.rows]
    found.total.name = _("Total")
    return [*lines, (found.total, "")]


def _cell(text: str) -> str:
    """Return text that no spreadsheet takes for a formula."""
    return f"'{text}" if text[:1] in {"=", "+", "-", "@", "\t", "\r"} else text
