"""The regional team's pages of targets, roster, coaching, needs and publications."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.db.models import Model
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.dates import MONTHS, MONTHS_3, WEEKDAYS
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from news import closing as books
from news.converters import YEARS
from news.goals import last_full_day, notes_for, today
from news.models import Channel, DayOff, Need, NeedItem, NeedKind, RosterDay, Target
from news.paging import Window, whole_number, window
from news.rekap import goals, publications
from news.rekap import needs as needed
from news.rekap.goal_forms import DayOffForm, NoteForm, RosterDayForm, RosterForm, TargetForm
from news.rekap.sift import Sift
from news.spreadsheet import XLSX, Book, csv_cell
from satker import access
from satker.access import OfficerRequest
from satker.models import Satker
from satker.structure import Structure

PAGE = 100
LINES = 1000  # of needs on a page; the workbook has all
MOST_PAGES = 10_000
# The words of an address that choose units.
UNITS = ("jenis", "induk", "wilayah", "susunan", "tampil", "satker")


def team(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Declare a page for the regional team that is read, kept by no cache."""
    return access.regional(never_cache(require_safe(view)))


def team_form(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Declare a page for the regional team that takes a form."""
    return access.regional(never_cache(require_http_methods(["GET", "HEAD", "POST"])(view)))


# --- What the addresses ask for ---------------------------------------------------------------------


def _number(request: OfficerRequest, name: str, most: int) -> int:
    return whole_number(request.GET, name, most)


def _kind(request: OfficerRequest, structure: Structure) -> str:
    return _known(request, "jenis", {kind.code for kind in structure.kinds})


def _known(request: OfficerRequest, name: str, known: set[str]) -> str:
    value = request.GET.get(name, "")
    if value and value not in known:
        raise Http404
    return value


def _until(year: int) -> dt.date:
    """Return the day up to which a year is looked at: today, or its last day."""
    return min(today(), dt.date(year, 12, 31))


def _years(year: int) -> list[int]:
    """Return this year, its neighbours and the year that is shown, newest first."""
    now = today().year
    return sorted({now + 1, now, now - 1, year} & set(range(YEARS[0], YEARS[1] + 1)), reverse=True)


def _page(request: OfficerRequest, name: str, year: int, tab: str, status: int = 200, **context: Any) -> HttpResponse:
    context = {"year": year, "years": _years(year), "tab": tab, "page": f"admin:rekap:{tab}", **context}
    return render(request, f"rekap/{name}.html", context, status=status)


def _attached(content: bytes, kind: str, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


# --- Targets ----------------------------------------------------------------------------------------


@team_form
def targets(request: OfficerRequest, year: int) -> HttpResponse:
    """Every unit by league with its target, and a form to set one."""
    month, only = _number(request, "bulan", 12), _known(request, "hanya", set(goals.WITH_TARGET))
    report = goals.targets(year, month, _until(year))
    form = TargetForm(request.POST or None, instance=Target(year=year, month=month))
    if request.method == "POST" and form.is_valid():
        target = form.save()
        messages.success(request, _("The target of %(whose)s is set.") % {"whose": target.whose})
        return redirect(_with_month("admin:rekap:targets", year, target.month))
    return _page(
        request, "targets", year, "targets",
        status=422 if form.errors else 200,
        report=report,
        leagues=report.only(only).leagues,
        only=only,
        begins=f"?bulan={month}&" if month else "?",
        form=form,
        month=month,
        book=books.standing(year),
        period=f"{MONTHS[month]} {year}" if month else str(year),
        months=[(number, str(MONTHS_3[number]).capitalize(), str(MONTHS[number])) for number in range(1, 13)],
        listed=reverse("admin:rekap:articles", args=[year]) + "?" + (f"bulan={month}&" if month else ""),
    )  # fmt: skip


def _with_month(name: str, year: int, month: int) -> str:
    return reverse(name, args=[year]) + (f"?bulan={month}" if month else "")


@team_form
def target(request: OfficerRequest, year: int, pk: int) -> HttpResponse:
    """Change one target, or take it away."""
    row = get_object_or_404(Target.objects.select_related("satker", "kind"), pk=pk, year=year)
    back = _with_month("admin:rekap:targets", year, row.month)
    if "hapus" in request.POST:
        return _deleted(request, row, back, _("The target of %(whose)s is taken away.") % {"whose": row.whose})
    whose = row.whose
    form = TargetForm(request.POST or None, instance=row)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("Saved."))
        return redirect(back)
    return _page(
        request, "goal_row", year, "targets",
        status=422 if form.errors else 200,
        form=form, back=back, crumb=_("Targets"), heading=_("Target of %(whose)s") % {"whose": whose},
    )  # fmt: skip


def _deleted(request: OfficerRequest, row: Model, back: str, told: str) -> HttpResponse:
    row.delete()
    messages.success(request, told)
    return redirect(back)


# --- Roster -----------------------------------------------------------------------------------------


@team_form
def roster(request: OfficerRequest, year: int) -> HttpResponse:
    """Who owes a story on which weekday, who kept it, and the days off."""
    here = reverse("admin:rekap:roster", args=[year])
    begins = today() if today().year == year else dt.date(year, 1, 1)
    sent = request.POST.get("intent", "")
    form = RosterForm(request.POST if sent == "roster" else None, initial={"since": begins})
    day_form = DayOffForm(request.POST if sent == "off" else None, auto_id="off_%s")
    if request.method == "POST" and sent not in {"roster", "off", "off_delete"}:
        raise Http404
    if sent == "off_delete":
        return _day_back(request, here)
    if form.is_bound and form.is_valid():
        row = form.save()
        messages.success(request, _("%(whose)s stands in the roster.") % {"whose": row.whose})
        return redirect(here)
    if day_form.is_bound and day_form.is_valid():
        off = day_form.save()
        messages.success(request, _("Nobody owes a story on that day: %(name)s.") % {"name": off.name})
        return redirect("admin:rekap:roster", off.day.year if YEARS[0] <= off.day.year <= YEARS[1] else year)
    return _page(
        request, "roster", year, "roster",
        status=422 if form.errors or day_form.errors else 200,
        report=goals.roster(year, last_full_day(year)),
        form=form,
        day_form=day_form,
        weekdays=list(WEEKDAYS.items()),
    )  # fmt: skip


def _day_back(request: OfficerRequest, here: str) -> HttpResponse:
    pk = request.POST.get("pk", "")
    off = get_object_or_404(DayOff, pk=int(pk) if pk.isascii() and pk.isdecimal() and len(pk) <= 18 else 0)
    return _deleted(request, off, here, _("%(name)s is a day like any other again.") % {"name": off.name})


@team_form
def roster_day(request: OfficerRequest, year: int, pk: int) -> HttpResponse:
    """End one row of the roster, or take away one that was a mistake."""
    row = get_object_or_404(RosterDay.objects.select_related("satker", "kind"), pk=pk)
    back = reverse("admin:rekap:roster", args=[year])
    if "hapus" in request.POST:
        return _deleted(request, row, back, _("Taken out of the roster."))
    heading = str(row)
    form = RosterDayForm(request.POST or None, instance=row)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("Saved."))
        return redirect(back)
    return _page(
        request, "goal_row", year, "roster",
        status=422 if form.errors else 200,
        form=form, back=back, crumb=_("Roster"), heading=heading,
        warning=_("Days before the end still count as owed. A row that was a mistake is taken away: then they do not."),
    )  # fmt: skip


@team
def duty(request: OfficerRequest, year: int) -> HttpResponse:
    """The days behind the roster's figures, of a unit or of a kind: each with the stories that kept it."""
    code, kind, only = request.GET.get("satker", ""), request.GET.get("jenis", ""), request.GET.get("hanya", "")
    if only not in {"", "dipenuhi"}:
        raise Http404
    turn = _number(request, "hal", MOST_PAGES) or 1
    found = goals.duty_days(
        year, last_full_day(year), code=code, kind=kind, kept=bool(only), size=PAGE, place=PAGE * (turn - 1)
    )
    figure = found.met if only else found.owed
    if turn > 1 and not found.days:
        raise Http404

    def at(number: int) -> str:
        words = {"satker": code, "jenis": kind, "hanya": only, "hal": number}
        return "?" + urlencode({word: value for word, value in words.items() if value})

    turned = Window(found.days, at(turn + 1) if PAGE * turn < figure else "", at(turn - 1) if turn > 1 else "")
    return _page(request, "duty", year, "roster", found=found, only=only, figure=figure, window=turned)


# --- Coaching ---------------------------------------------------------------------------------------


@team
def coaching(request: OfficerRequest, year: int) -> HttpResponse:
    """The units from the bottom up: who needs a word."""
    lines, kinds = goals.coaching(year, _until(year))
    jenis = _known(request, "jenis", {kind.code for kind in kinds})
    shown = [line for line in lines if not jenis or line.unit.kind.code == jenis]
    listed = reverse("admin:rekap:articles", args=[year]) + "?"
    return _page(request, "coaching", year, "coaching", lines=shown, kinds=kinds, jenis=jenis, listed=listed)


@team_form
def coach(request: OfficerRequest, year: int, pk: int) -> HttpResponse:
    """One unit: where it stands, what it was told, and the next note."""
    unit = get_object_or_404(Satker.objects.select_related("kind"), pk=pk)
    form = NoteForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        form.instance.satker, form.instance.written_by = unit, request.user
        form.instance.written_at = timezone.now()
        form.save()
        messages.success(request, _("The note is kept. The officers of %(unit)s see it.") % {"unit": unit.short_name})
        return redirect("admin:rekap:coach", year, pk)
    lines, _kinds = goals.coaching(year, _until(year))
    return _page(
        request, "coach", year, "coaching",
        status=422 if form.errors else 200,
        unit=unit,
        line=next((line for line in lines if line.unit.pk == pk), None),
        notes=list(notes_for(unit)[:PAGE]),
        form=form,
        listed=reverse("admin:rekap:articles", args=[year]) + "?",
    )  # fmt: skip


# --- Needs ------------------------------------------------------------------------------------------


@team
def needs(request: OfficerRequest, year: int) -> HttpResponse:
    """What units need and received, beside what they publish; as XLSX with `bentuk=xlsx`."""
    structure = Structure(year)
    kinds = list(NeedKind.objects.all())
    codes = {node.code for node in structure.nodes.values()}
    wanted = needed.Wanted(
        butuh=_known(request, "butuh", {kind.slug for kind in kinds}),
        butir=_number(request, "butir", 10**18),
        induk=_known(request, "induk", codes),
        jenis=_kind(request, structure),
        satker=_known(request, "satker", codes),
        sisi=_known(request, "sisi", set(Need.Side.values)),
    )
    if _known(request, "bentuk", {"xlsx"}):
        report = needed.needs(year, wanted, structure, every_line=True)
        return _attached(_needs_book(report), XLSX, f"kebutuhan-{year}.xlsx")
    report = needed.needs(year, wanted, structure)
    names = {node.code: node.name for node in structure.nodes.values()}
    # The side is that of one figure: the figures beside it have their own.
    query = urlencode({name: value for name, value in vars(wanted).items() if value and name != "sisi"})
    return _page(
        request, "needs", year, "needs",
        report=report,
        wanted=wanted,
        kinds=kinds,
        kinds_of_unit=structure.kinds,
        heads=needed.heads(structure),
        about=[name for name in (names.get(wanted.satker), _item_name(wanted.butir), _side_name(wanted.sisi)) if name],
        lines=report.lines[:LINES],
        rupiah_of_lines=sum(line.estimate for line in report.lines),
        quantity_of_lines=needed.quantity_of(report.lines),
        query=query,
        begins=f"?{query}&" if query else "?",
        listed=reverse("admin:rekap:articles", args=[year]) + (f"?jenis={wanted.jenis}&" if wanted.jenis else "?"),
    )  # fmt: skip


def _item_name(pk: int) -> str:
    return get_object_or_404(NeedItem, pk=pk).name if pk else ""


def _side_name(side: str) -> str:
    return str(Need.Side(side).label) if side else ""


def _needs_book(report: needed.NeedsReport) -> bytes:
    target = io.BytesIO()
    with Book(target, _("Needs of units %(year)d") % {"year": report.year}) as book:
        needed.write(book, report)
    return target.getvalue()


# --- Publications -----------------------------------------------------------------------------------


@team
def publication_register(request: OfficerRequest, year: int) -> HttpResponse:
    """Publications by channel and month, and by unit; as CSV or XLSX with `bentuk=`."""
    shape = _known(request, "bentuk", {"csv", "xlsx"})
    report = publications.publications(year)
    if shape == "csv":
        return _attached(_as_csv(report), "text/csv; charset=utf-8", f"publikasi-{year}.csv")
    if shape == "xlsx":
        return _attached(_publications_book(report), XLSX, f"publikasi-{year}.xlsx")
    only = _known(request, "hanya", {"mencatat"})
    return _page(
        request, "publications", year, "publications",
        report=report,
        only=only,
        leagues=[league.recorded() for league in report.leagues if league.total] if only else report.leagues,
        months=[(number, str(MONTHS_3[number]).capitalize(), str(MONTHS[number])) for number in range(1, 13)],
        listed=reverse("admin:rekap:publication_list", args=[year]) + "?",
    )  # fmt: skip


def _as_csv(report: publications.PublicationReport) -> bytes:
    target = io.StringIO()
    csv.writer(target).writerows([csv_cell(value) for value in row] for row in publications.table(report))
    return target.getvalue().encode("utf-8-sig")


def _publications_book(report: publications.PublicationReport) -> bytes:
    rows = publications.of_year(report.year).select_related("satker", "channel", "programme", "article__receipt")
    target = io.BytesIO()
    with Book(target, _("Publications %(year)d") % {"year": report.year}) as book:
        publications.write(book, report, rows.defer("article__body").order_by("day", "id").iterator())
    return target.getvalue()


@team
def publication_list(request: OfficerRequest, year: int) -> HttpResponse:
    """The publications behind a figure: of a channel or a month, and of the units that a table's row is about."""
    channels = {channel.slug: channel.name for channel in Channel.objects.all()}
    channel = _known(request, "kanal", set(channels))
    asked = Sift.of(year, request.GET)
    # Of a story's figure only the units and the month mean anything here.
    sift = Sift(year, bulan=asked.bulan, **{name: getattr(asked, name) for name in UNITS})
    rows, units = publications.of_year(year, sift.bulan), sift.unit_ids()
    if units is not None:
        rows = rows.filter(satker__in=units)
    if channel:
        rows = rows.filter(channel__slug=channel)
    return _page(
        request, "publication_list", year, "publications",
        figure=rows.count(),
        turn=window(_for_list(rows), request.GET, PAGE, "recorded_at", keep=(*UNITS, "kanal", "bulan")),
        names=[*sift.names(), *([channels[channel]] if channel else [])],
        period=sift.period(),
    )  # fmt: skip


def _for_list(rows: Any) -> Any:
    parts = rows.select_related("satker", "channel", "programme", "article__receipt", "recorded_by")
    return parts.defer("article__body")
