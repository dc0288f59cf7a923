"""The unit's figures on screen, on paper and as a workbook: the year, and each month."""

from __future__ import annotations

import io

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.dates import WEEKDAYS, WEEKDAYS_ABBR
from django.views.decorators.http import require_safe

from news import closing as books
from news.desk import book, report
from news.desk.choice import chosen
from news.desk.views import desk
from news.models import Closing
from news.spreadsheet import XLSX
from satker.access import OfficerRequest


@desk
@require_safe
def year(request: OfficerRequest) -> HttpResponse:
    """The year of the unit: twelve months, target, rank, quality, and what the regional team says of it."""
    choice = chosen(request)
    # The regional team looks at the whole region until it chooses a unit.
    unit = choice.unit if "satker" in request.GET or not request.user.is_regional else None
    closings = {each.month: each for each in Closing.objects.filter(year=choice.year).order_by("revision")}
    closed = [books.of_unit(closing, unit) for _month, closing in sorted(closings.items())]
    context = {
        "closed": closed,
        "figures": report.figures(request.user, unit, choice.year),
        "units": choice.units,
        "keep": {"tahun": choice.year},
        "query": choice.query,
        "tab": "figures",
    }
    return render(request, "desk/figures.html", context)


@desk
@require_safe
def month(request: OfficerRequest, year: int, month: int) -> HttpResponse:
    """The monthly report of a unit (Laporan bulanan), its printed forms, or its workbook."""
    if not 1 <= month <= 12:
        raise Http404
    choice = chosen(request)
    if choice.unit is None:
        return render(request, "desk/month.html", {"units": choice.units, "tab": "figures"})
    found = report.monthly(request.user, choice.unit, year, month)
    match request.GET.get("bentuk"):
        case "xlsx":
            return _workbook(request, found)
        case "formulir":
            return render(request, "desk/forms.html", {"found": found, "tab": "figures"})
    weekdays = [(WEEKDAYS_ABBR[day], WEEKDAYS[day]) for day in range(7)]
    context = {"found": found, "units": choice.units, "weekdays": weekdays, "tab": "figures"}
    return render(request, "desk/month.html", context)


def _workbook(request: OfficerRequest, found: report.MonthlyReport) -> HttpResponse:
    out = io.BytesIO()
    book.write(out, found, request.build_absolute_uri("/").rstrip("/"))
    response = HttpResponse(out.getvalue(), content_type=XLSX)
    name = f"laporan-{found.unit.slug}-{found.report.year}-{found.report.month:02d}.xlsx"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
