"""The officer's own data: what the desk took from the quota, month by month."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.dates import MONTHS, MONTHS_3
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from news import traffic
from news.charts import bars
from news.desk.views import desk
from news.models import RekapSettings
from news.templatetags.data_words import MEGABYTE
from news.traffic import Sum
from satker.access import OfficerRequest

MONTHS_SHOWN = 12
# What one page can have fetched, and what a proxy can have taken off it.
REPORTED = re.compile(r"-?[0-9]{1,9}")
MOST, LEAST = 200 * MEGABYTE, -20 * MEGABYTE


@dataclass(frozen=True)
class Month:
    """One month in words, and its bytes."""

    name: str
    short: str
    sum: Sum


@desk
@require_safe
def data(request: OfficerRequest) -> HttpResponse:
    """The officer's own bytes of this month and the last twelve; as CSV with `bentuk=csv`."""
    if request.GET.get("bentuk", "") not in {"", "csv"}:
        raise Http404
    found = traffic.months_of(request.user, timezone.localdate(), MONTHS_SHOWN)
    shorts = [str(MONTHS_3[day.month]).capitalize() for day, _each in found]
    months = [
        Month(f"{MONTHS[day.month]} {day.year}", f"{short} {day.year}", each)
        for (day, each), short in zip(found, shorts, strict=True)
    ]
    whole = traffic.total(month.sum for month in months)
    if request.GET.get("bentuk"):
        return _as_csv(months, whole)
    price = RekapSettings.load().data_price
    heights = [round(month.sum.together / MEGABYTE) for month in months]
    context = {
        "this": months[-1],
        "months": months,
        "total": whole,
        "bars": bars(zip(shorts, heights, strict=True)),
        "price": price,
        "cost": months[-1].sum.price(price) if price else None,
        "cost_of_all": whole.price(price) if price else None,
        "tab": "figures",
    }
    return render(request, "desk/data.html", context)


def _as_csv(months: list[Month], whole: Sum) -> HttpResponse:
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="data.csv"'
    response.write("\ufeff")
    writer = csv.writer(response)
    heads = [_("bytes sent"), _("bytes received"), _("bytes together"), _("photos before"), _("photos as sent")]
    writer.writerow([_("month"), *heads, _("requests")])
    for name, each in [*((month.name, month.sum) for month in months), (_("Total"), whole)]:
        counts = [each.up, each.down, each.together, each.photos_original, each.photos_sent, each.requests]
        writer.writerow([name, *counts])
    return response


@desk
@require_POST
def measured(request: OfficerRequest) -> HttpResponse:
    """Hear from a page what the portal could not see of it: files from elsewhere, less what a proxy compressed.

    An officer can tell a wrong number, of nobody but themselves and within bounds.
    """
    told = request.POST.get("down", "")
    if not REPORTED.fullmatch(told) or not LEAST <= int(told) <= MOST:
        return HttpResponse(status=422)
    traffic.note(request.user.pk, down=int(told))
    return HttpResponse(status=204)
