"""Papers and files of a year: workbook, print pages, the screen of the hall, and the Rakor pack behind its button."""

from __future__ import annotations

import tempfile
from typing import Any

from django import forms
from django.core.files.storage import storages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.dates import MONTHS
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from news import closing as books
from news import reports
from news.converters import YEARS
from news.goals import today
from news.models import Pack, Tally
from news.rekap import annual, book
from news.rekap import pack as packs_
from news.rekap.cards import cards
from news.rekap.paper import browser
from news.rekap.sift import FILTERS, Sift
from news.rekap.slides import slides as slides_of
from news.rekap.tally import matrix
from news.rekap.views import rekap
from news.spreadsheet import XLSX
from satker import access
from satker.access import OfficerRequest
from satker.models import Satker

SHOWN = 30
REFRESH_SECONDS = 5


def _sift(request: HttpRequest, year: int) -> Sift:
    """Return the filters of a year's page; what one figure's address says besides means nothing on paper."""
    asked = Sift.of(year, request.GET)
    return Sift(year, **{name: getattr(asked, name) for name in FILTERS})


@access.regional
@never_cache
@require_safe
def xlsx(request: HttpRequest, year: int) -> HttpResponseBase:
    """The workbook without the sheets of units and stories, which take longer than a page may."""
    data = annual.load(year, request.build_absolute_uri("/"), sift=_sift(request, year))
    out = tempfile.TemporaryFile()  # noqa: SIM115 - the response closes it
    book.write(out, data, whole=False)
    out.seek(0)
    return FileResponse(out, as_attachment=True, filename=f"rekap-{year}.xlsx", content_type=XLSX)


@rekap
def printed(request: HttpRequest, year: int) -> HttpResponse:
    """Matrix and leagues for A4 landscape."""
    data = annual.load(year, sift=_sift(request, year))
    return render(request, "rekap/print.html", {"year": year, "data": data, "query": data.sift.query})


@rekap
def report_card(request: HttpRequest, year: int, code: str) -> HttpResponse:
    """The rapor of one unit on one page; its rank is reckoned within its whole league."""
    unit = get_object_or_404(Satker, code=code)
    data = annual.Year(matrix(year))
    found = cards(data.found, unit)
    if not found:
        raise Http404
    context = {"year": year, "card": found[0], "formula": data.formula, "closing": data.closing}
    context |= {"months": data.found.closed_months, "made_at": data.made_at}
    return render(request, "rekap/report_card.html", context)


@rekap
def certificates(request: HttpRequest, year: int) -> HttpResponse:
    return render(request, "rekap/certificates.html", packs_.awards(annual.load(year)))


@rekap
def slides(request: HttpRequest, year: int) -> HttpResponse:
    data = annual.load(year, sift=_sift(request, year))
    context = {"year": year, "slides": slides_of(data), "scope": data.scope, "query": data.sift.query}
    return render(request, "rekap/slides.html", context)


@rekap
def recap_forms(request: HttpRequest, year: int) -> HttpResponse:
    """The three recap forms of a month, of one unit or of all."""
    month = _month(request, year)
    code = request.GET.get("satker", "")
    whose = reports.Whose(get_object_or_404(Satker, code=code)) if code else reports.ALL
    return render(
        request,
        "rekap/forms.html",
        {
            "year": year,
            "month": month,
            "period": f"{MONTHS[month]} {year}",
            "whose": whose,
            "book": books.standing(year),
            "months": [(number, str(name)) for number, name in MONTHS.items()],
            "units": Satker.objects.order_by("kind__order", "short_name").only("code", "short_name"),
            "reports": [
                (packs_.CHANNELS, reports.channels(year, month, whose)),
                (packs_.QUARTER, reports.quarter(year, (month + 2) // 3, whose)),
                (packs_.MONTH, reports.month(year, month, whose)),
            ],
        },
    )


def _month(request: HttpRequest, year: int) -> int:
    """Return the month that is asked for, or the last one of the year that has begun."""
    asked = request.GET.get("bulan", "")
    if not asked:
        now = today()
        return now.month if year == now.year else 12
    if not (asked.isascii() and asked.isdecimal() and len(asked) <= 2 and 1 <= int(asked) <= 12):
        raise Http404
    return int(asked)


# --- The pack ---------------------------------------------------------------------------------------


class AskForm(forms.Form):
    """Which year a pack is asked for."""

    tahun = forms.IntegerField(min_value=YEARS[0], max_value=YEARS[1])


@access.regional
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def packs(request: OfficerRequest) -> HttpResponse:
    """All packs, and the button that asks for one; the minute clock makes it."""
    refused = ""
    if request.method == "POST":
        form = AskForm(request.POST)
        if not form.is_valid():
            raise Http404
        try:
            packs_.check(form.cleaned_data["tahun"])
        except packs_.Empty as error:
            refused = str(error)
        else:
            return redirect(packs_.ask(form.cleaned_data["tahun"], request.user))
    years = set(Tally.objects.lead().values_list("year", flat=True).distinct().order_by())
    this_year = timezone.localdate().year
    context: dict[str, Any] = {
        "packs": Pack.objects.select_related("asked_by")[:SHOWN],
        "years": sorted(years or {this_year}, reverse=True),
        "tab": "packs",
        "browser": browser() is not None,
        "refused": refused,
    }
    return render(request, "rekap/packs.html", context, status=422 if refused else 200)


@rekap
def pack(request: HttpRequest, pk: int) -> HttpResponse:
    """How far a pack is, then what it holds; the page comes again by itself while it is being made."""
    found = get_object_or_404(Pack.objects.select_related("asked_by"), pk=pk)
    response = render(request, "rekap/pack.html", {"pack": found, "year": found.year, "tab": "packs"})
    if found.state in {Pack.State.WAITING, Pack.State.WORKING}:
        response["Refresh"] = str(REFRESH_SECONDS)
    return response


@access.regional
@never_cache
@require_safe
def pack_file(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The pack as one ZIP."""
    found = get_object_or_404(Pack, pk=pk, state=Pack.State.READY)
    if not found.file or not storages["private"].exists(found.file):
        raise Http404
    name = f"rakor-{found.year}.zip"
    file = storages["private"].open(found.file)
    return FileResponse(file, as_attachment=True, filename=name, content_type="application/zip")
