"""The regional team's yearly tally: matrix, quality, lists behind each figure, CSV."""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.dates import MONTHS, MONTHS_3
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from news import measuring
from news.closing import differences
from news.converters import YEARS
from news.models import CountingRule, RekapSettings
from news.paging import window
from news.quality import Points
from news.rekap.closing import listed
from news.rekap.glance import year_before
from news.rekap.marks import marked
from news.rekap.sift import WORDS, Sift
from news.rekap.tally import Matrix, Row, sifted
from news.spreadsheet import csv_cell
from satker import access

PAGE = 100
CORRECTIONS = 200  # of each closing on the page; its workbook has all


def rekap(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Declare a page of the tally: for the regional team, read-only, kept by no cache."""
    return access.regional(never_cache(require_safe(view)))


@rekap
def index(request: HttpRequest) -> HttpResponse:
    return redirect("admin:rekap:year", timezone.localdate().year)


def _frame(sift: Sift, found: Matrix) -> dict[str, object]:
    """Return what the pages of a year share: the filters, their choices, and what a figure's link begins with."""
    begins = f"?{sift.query}&" if sift.query else "?"
    parent = sift.node(sift.induk) if sift.induk else None
    return {
        "matrix": found,
        "sift": sift,
        "year": sift.year,
        "years": sorted({*found.years, timezone.localdate().year, sift.year}, reverse=True),
        "kinds": sift.structure.kinds,
        "heads": found.heads,
        "regencies": sorted({node.regency for node in sift.structure.nodes.values() if node.regency}),
        "parent": parent,
        "query": sift.query,
        "tab": "year",
        # Relative to the year's own address, for each of thousands of figures.
        "listed": f"berita/{begins}",
        # Last year is reckoned in this year's structure, and so is its list.
        "listed_before": f"../{sift.year - 1}/berita/{begins}seperti={sift.year}&" if sift.year > YEARS[0] else "",
    }


@rekap
def year(request: HttpRequest, year: int) -> HttpResponse:
    sift, today = Sift.of(year, request.GET), timezone.localdate()
    found = sifted(sift, year_before(today) if year == today.year else None)
    columns = " ".join(
        [*([] if sift.peran else ["support"]), *([f"frozen={found.closing.pk}"] if found.closing else [])]
    )
    return render(
        request,
        "rekap/year.html",
        {
            **_frame(sift, found),
            "columns": columns,
            "ranked": f"rank target {columns}" if not sift.peran else "rank",
            "rule": CountingRule.objects.in_force_on(sift.last),
            "by_kind": [league.total for league in found.leagues],
            "months": [(month, str(MONTHS_3[month]).capitalize(), str(MONTHS[month])) for month in range(1, 13)],
        },
    )


@rekap
def quality(request: HttpRequest, year: int) -> HttpResponse:
    """Beside the count of each unit: photos, originality, service, programmes, reads, the rubric, points."""
    sift = replace(Sift.of(year, request.GET), peran="")  # marks are those of the lead unit's stories
    found = sifted(sift)
    points = Points.load()
    context = {**_frame(sift, found), "tab": "quality", "leagues": marked(found, sift, points), "points": points}
    context["listed"] = f"../{context['listed']}"
    context["elsewhere"] = f"../publikasi/daftar/?{sift.query}&" if sift.query else "../publikasi/daftar/?"
    context |= {"settings": RekapSettings.load(), "waiting": measuring.pending()}
    return render(request, "rekap/quality.html", context)


@rekap
def articles(request: HttpRequest, year: int) -> HttpResponse:
    """The stories behind one figure: exactly those whose ledger rows add up to it."""
    sift = Sift.of(year, request.GET)
    if sift.peran:
        # A story credits each unit that took part: a line for each, as the figure counts them.
        listed = sift.credits().select_related("satker", "article__receipt", "article__satker").defer("article__body")
        page = window(listed, request.GET, PAGE, "recorded_at", keep=WORDS)
        lines = [(row.article, row.satker) for row in page.items]
    else:
        stories = sift.articles().select_related("satker", "receipt").defer("body")
        page = window(stories, request.GET, PAGE, "first_published_at", keep=WORDS)
        lines = [(article, article.satker) for article in page.items]
    context = {"page": page, "lines": lines, "year": year, "sift": sift, "figure": sift.figure(), "tab": "year"}
    return render(request, "rekap/articles.html", context)


@rekap
def compare(request: HttpRequest, year: int) -> HttpResponse:
    """Each closing of the year as closed and as now, with the articles that explain each difference."""
    shown = [
        (found, found.corrections[:CORRECTIONS], found.corrections.count(), listed(found.closing))
        for found in differences(year)
    ]
    return render(request, "rekap/compare.html", {"year": year, "closings": shown, "tab": "year"})


@rekap
def as_csv(request: HttpRequest, year: int) -> HttpResponse:
    """The matrix as CSV (UTF-8 with a mark for spreadsheets), one unit a line, the sum last."""
    found = sifted(Sift.of(year, request.GET))
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="rekap-{year}.csv"'
    response.write("\ufeff")
    writer = csv.writer(response)
    months = [str(MONTHS[month]) for month in range(1, 13)]
    head = [_("code"), _("unit"), _("kind"), _("rank"), *months, _("total"), str(year - 1), _("target")]
    writer.writerow([*head, _("as supporting unit"), *([_("as closed")] if found.closing else [])])
    for row, kind in _lines(found):
        code = row.unit.code if row.unit else ""
        cells = [csv_cell(code), csv_cell(row.name), csv_cell(kind), row.rank or "", *row.months, row.total, row.before]
        writer.writerow([*cells, row.target or "", row.supporting, *([row.frozen] if found.closing else [])])
    return response


def _lines(found: Matrix) -> list[tuple[Row, str]]:
    lines = [(row, league.kind.name) for league in found.leagues for row in league.rows]
    found.total.name = _("Total")
    return [*lines, (found.total, "")]
