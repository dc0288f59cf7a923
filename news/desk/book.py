"""The monthly report of a unit as a workbook: the same figures as the screen, with live sums."""

from __future__ import annotations

from pathlib import Path
from typing import IO

from django.utils.translation import gettext as _

from news.desk.report import Line, MonthlyReport
from news.spreadsheet import Book, Formula, Sheet, cell


def write(target: IO[bytes] | Path, found: MonthlyReport, site: str) -> None:
    """Write the workbook; `site` ("https://berita.example.go.id") stands before the addresses of the stories."""
    with Book(target, f"{found.unit.short_name} – {found.report.period}") as book:
        _summary(book.sheet(_("Month"), [22, 12, 12, 12]), found)
        _stories(book.sheet(_("Stories"), [6, 12, 20, 60, 50]), found, site)
        _channels(book.sheet(_("Publications"), [16, *[14] * len(found.channels.columns)]), found)


def _head(sheet: Sheet, found: MonthlyReport, title: str) -> None:
    sheet.title(f"{title} – {found.report.period}", found.unit.official_name)


def _summary(sheet: Sheet, found: MonthlyReport) -> None:
    """Write the twelve months, then each day of the month."""
    report = found.report
    _head(sheet, found, _("Monthly report"))
    sheet.head([_("Month"), str(report.year), str(report.year - 1), _("Difference")])
    rows = []
    for name, count, before in report.lines:
        change = Formula(f"={cell(sheet.at, 1)}-{cell(sheet.at, 2)}", count - before)
        rows.append(sheet.row([name, count, before, change]))
    now, then = sum(report.months), sum(report.before)
    down = (sheet.sum_down(column, rows[0], rows[-1], value) for column, value in enumerate((now, then, now - then), 1))
    sheet.row([_("Total"), *down], "total")
    sheet.text("")
    sheet.head([_("Day"), _("Stories")], freeze=None)
    days = [sheet.row([day.day, day.count]) for week in found.weeks for day in week.days if day]
    sheet.row([_("Total"), sheet.sum_down(1, days[0], days[-1], found.count)], "total")


def _stories(sheet: Sheet, found: MonthlyReport, site: str) -> None:
    _head(sheet, found, _("Stories"))
    sheet.head([_("No."), _("Date"), _("Number"), _("Title"), _("Link")], freeze=None)
    _lines(sheet, found.stories, site)
    if found.took_part:
        sheet.text("")
        sheet.text(_("Took part in"), "title")
        _lines(sheet, found.took_part, site)


def _lines(sheet: Sheet, lines: list[Line], site: str) -> None:
    for line in lines:
        article = line.article
        sheet.row([line.number, line.day, article.receipt.code, article.title, site + article.get_absolute_url()])


def _channels(sheet: Sheet, found: MonthlyReport) -> None:
    """Write the form of the channels: months downwards, a column for each channel, sums below and beside."""
    form = found.channels
    _head(sheet, found, _("Publications"))
    sheet.head([_("Month"), *form.columns, _("Total")])
    last = len(form.columns)
    rows = [sheet.row([line.name, *line.counts, sheet.sum_across(1, last, line.total)]) for line in form.lines]
    sums = [*form.total.counts, form.total.total]
    down = (sheet.sum_down(column, rows[0], rows[-1], value) for column, value in enumerate(sums, 1))
    sheet.row([_("Total"), *down], "total")
