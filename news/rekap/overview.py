"""What lies beside the matrix: all years, the spread of one, writers and their evidence, quiet units, data quota."""

from __future__ import annotations

import csv
from dataclasses import replace
from io import BytesIO
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.dates import MONTHS, MONTHS_3, WEEKDAYS_ABBR
from django.utils.translation import gettext as _

from news import closing as books
from news.charts import bars
from news.models import RekapSettings, Tally
from news.rekap import quota as moved
from news.rekap import radar as silences
from news.rekap import years as figures
from news.rekap.sift import TODAY, Sift
from news.rekap.views import rekap
from news.spreadsheet import XLSX, Book
from news.words import slug_of

ROOM = "../"  # from a page of the room without a year to those of a year


def _sift(request: HttpRequest, year: int, susunan: str = "") -> Sift:
    """Return the units that an address asks for: their lead stories, each unit by itself."""
    asked = Sift.of(year, request.GET)
    return Sift(year, jenis=asked.jenis, induk=asked.induk, wilayah=asked.wilayah, susunan=susunan)


def _choices(sift: Sift) -> dict[str, object]:
    """Return what the filter of units offers."""
    nodes = sift.structure.nodes.values()
    parents = {node.parent for node in nodes}
    return {
        "sift": sift,
        "kinds": sift.structure.kinds,
        "heads": [(node.code, node.name) for node in nodes if node.pk in parents and node.holder == node.pk],
        "regencies": sorted({node.regency for node in nodes if node.regency}),
    }


def _begins(sift: Sift) -> str:
    """Return what the query of every figure's link begins with: the filter first, so that the figure's part wins."""
    words = "&".join(part for part in (sift.query, urlencode({"satker": sift.satker}) if sift.satker else "") if part)
    return f"?{words}&" if words else "?"


def _years(year: int) -> list[int]:
    """Return the years that have figures, this one and `year`, the newest first."""
    return sorted({*Tally.objects.lead().per_year(), timezone.localdate().year, year}, reverse=True)


@rekap
def years(request: HttpRequest) -> HttpResponse:
    """All years: the total of each as bars, and unit x year in today's structure."""
    sift = _sift(request, timezone.localdate().year, TODAY)
    found, begins = figures.all_years(sift), _begins(sift)
    counts = found.total.counts
    links = [f"{ROOM}{year}/berita/{begins}" for year in counts]
    context = {
        **_choices(sift),
        "found": found,
        "bars": bars([(str(year), count) for year, count in counts.items()], links=links),
        "books": list(books.standings().values()),
        "begins": begins,
        "room": ROOM,
        # Where the list behind a sum of all years is.
        "last": f"{ROOM}{max(counts)}/berita/{begins}" if counts else "",
        "tab": "years",
    }
    return render(request, "rekap/years.html", context)


@rekap
def spread(request: HttpRequest, year: int) -> HttpResponse:
    """One year by programme and kind of unit, category, weekday and hour; `program` chooses one to see its units."""
    asked = Sift.of(year, request.GET)
    sift = replace(_sift(request, year, asked.susunan), program=asked.program, satker=asked.satker)
    found, listed = figures.spread(sift), f"../berita/{_begins(sift)}"
    days = [(str(WEEKDAYS_ABBR[day]), share.count) for day, share in enumerate(found.weekdays)]
    hours = [(f"{hour:02d}", share.count) for hour, share in enumerate(found.hours)]
    context = {
        **_choices(sift),
        "found": found,
        "whose": sift.node(sift.satker).name if sift.satker else "",
        "day_bars": bars(days, links=[listed + share.own for share in found.weekdays]),
        "hour_bars": bars(hours, links=[listed + share.own for share in found.hours]),
        "listed": listed,
        "begins": _begins(sift),
        "book": books.standing(year),
        "year": year,
        "years": _years(year),
        "tab": "spread",
    }
    return render(request, "rekap/spread.html", context)


@rekap
def writers(request: HttpRequest, year: int) -> HttpResponse:
    """The writers of a year as printed, the busiest first, each with the way to the evidence."""
    sift = replace(_sift(request, year), satker=request.GET.get("satker", ""))
    name = " ".join(request.GET.get("nama", "").split())
    units = [(node.code, node.name) for node in sift.structure.nodes.values() if node.valid]
    context = {
        **_choices(sift),
        "found": figures.writers(sift, name),
        "name": name,
        "units": sorted(units, key=lambda unit: unit[1]),
        "listed": f"../berita/{_begins(sift)}",
        "book": books.standing(year),
        "evidence": reverse("admin:rekap:writer", args=[year]),
        "year": year,
        "years": _years(year),
        "tab": "writers",
    }
    return render(request, "rekap/writers.html", context)


@rekap
def writer(request: HttpRequest, year: int) -> HttpResponse:
    """The evidence of one writer for the yearly appraisal (SKP): on screen, on A4 paper, or as XLSX."""
    code, name, form = (request.GET.get(word, "") for word in ("satker", "nama", "bentuk"))
    if not code or not name or form not in {"", "xlsx"}:
        raise Http404
    found = figures.evidence(Sift(year, satker=code, penulis=name))
    rows = [(story, request.build_absolute_uri(story.get_absolute_url())) for story in found.stories]
    if form == "xlsx":
        return _workbook(found, rows)
    again = urlencode({"satker": code, "nama": name, "bentuk": "xlsx"})
    context = {"found": found, "rows": rows, "year": year, "again": again, "tab": "writers"}
    return render(request, "rekap/writer.html", context)


def _workbook(found: figures.Evidence, rows: list[tuple[figures.Article, str]]) -> HttpResponse:
    target, title = BytesIO(), _("Evidence of publications %(year)s") % {"year": found.year}
    with Book(target, f"{title}: {found.name}") as book:
        sheet = book.sheet(found.name, [6, 18, 60, 18, 70])
        sheet.title(f"{title}: {found.name}", found.unit.official_name)
        sheet.head([_("No."), _("Number"), _("Story"), _("First published"), _("Link")], freeze=2)
        for place, (story, link) in enumerate(rows, 1):
            sheet.row([place, story.receipt.code, story.title, story.first_published_at, link])
    response = HttpResponse(target.getvalue(), content_type=XLSX)
    response["Content-Disposition"] = f'attachment; filename="bukti-{found.year}-{slug_of(found.name)}.xlsx"'
    return response


@rekap
def radar(request: HttpRequest) -> HttpResponse:
    """The units of today by their silence, the longest first."""
    today = timezone.localdate()
    everywhere, asked = silences.radar(today), Sift.of(today.year, request.GET)
    units = [line.unit for line in everywhere.lines]
    parents = {pk for unit in units for pk in unit.ancestor_ids()}
    found, group = everywhere.sifted(asked.jenis, asked.induk, asked.wilayah), request.GET.get("kelompok", "")
    context = {
        "found": found,
        "lines": found.only(group).lines,
        "group": group,
        "begins": _begins(asked),
        "sift": asked,
        "kinds": sorted({unit.kind for unit in units}, key=lambda kind: (kind.order, kind.name)),
        "heads": sorted(
            ((unit.code, unit.short_name) for unit in units if unit.pk in parents), key=lambda head: head[1]
        ),
        "regencies": sorted({unit.regency for unit in units if unit.regency}),
        "tab": "radar",
    }
    return render(request, "rekap/radar.html", context)


@rekap
def quota(request: HttpRequest, year: int) -> HttpResponse:
    """The data that officers moved, by unit and officer, month by month; as CSV with `bentuk=csv`."""
    if request.GET.get("bentuk", "") not in {"", "csv"}:
        raise Http404
    sift, price = _sift(request, year), RekapSettings.load().data_price
    found = moved.report(sift)
    if request.GET.get("bentuk"):
        return _quota_csv(year, found, price)
    now = timezone.localdate().year
    context = {
        **_choices(sift),
        "found": found,
        "price": price,
        "cost": found.sum.total.price(price) if price else None,
        "months": [(month, str(MONTHS_3[month]).capitalize(), str(MONTHS[month])) for month in range(1, 13)],
        "begins": _begins(sift),
        "year": year,
        "years": sorted({now, now - 1, year}, reverse=True),
        "tab": "quota",
    }
    return render(request, "rekap/quota.html", context)


def _quota_csv(year: int, found: moved.DataReport, price: int | None) -> HttpResponse:
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="data-{year}.csv"'
    response.write("\ufeff")
    csv.writer(response).writerows(moved.table(found, price))
    return response
