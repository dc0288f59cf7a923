"""What units published elsewhere - social media, infographics, videos, press - by channel, month and unit.

Only what was not taken back counts, each on the day it was published.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Count, QuerySet
from django.utils.dates import MONTHS
from django.utils.translation import gettext as _

from news.models import Channel, Publication
from news.rekap.goals import days_of, members
from news.spreadsheet import Book
from satker.models import Kind
from satker.structure import Node, Structure


@dataclass(frozen=True)
class Cell:
    """One figure: what its link says of month or channel, and its heat, 0 to 4."""

    key: Any
    count: int
    heat: int


@dataclass(frozen=True)
class ChannelLine:
    """A channel's twelve months, January first."""

    channel: Channel
    cells: list[Cell]

    @property
    def total(self) -> int:
        return sum(cell.count for cell in self.cells)


@dataclass(frozen=True)
class UnitLine:
    """A unit's count in each channel, in the order of the report's channels."""

    unit: Node
    cells: list[Cell]

    @property
    def total(self) -> int:
        return sum(cell.count for cell in self.cells)


@dataclass(frozen=True)
class PublicationLeague:
    """The units of a kind, the busiest first, with the sum of each channel."""

    kind: Kind
    lines: list[UnitLine]
    sums: list[Cell]

    @property
    def total(self) -> int:
        return sum(cell.count for cell in self.sums)

    def recorded(self) -> PublicationLeague:
        """Return the units that recorded anything."""
        return replace(self, lines=[line for line in self.lines if line.total])


@dataclass(frozen=True)
class PublicationReport:
    """The publications of a year: the region's channels by month, and the units of each league by channel."""

    year: int
    channels: list[ChannelLine]
    months: list[Cell]
    leagues: list[PublicationLeague]

    @property
    def total(self) -> int:
        return sum(cell.count for cell in self.months)

    @property
    def active(self) -> int:
        return sum(1 for league in self.leagues for line in league.lines if line.total)

    @property
    def units(self) -> int:
        return sum(len(league.lines) for league in self.leagues)


def of_year(year: int, month: int = 0) -> QuerySet[Publication]:
    """Return what was published in a year, or a month of it, and not taken back."""
    return Publication.objects.filter(removed_at=None, day__range=days_of(year, month))


def publications(year: int) -> PublicationReport:
    """Return the publications of a year; five queries."""
    structure = Structure(year)
    rows = of_year(year).values_list("satker", "channel", "day__month").annotate(Count("pk")).order_by()
    per_month: dict[tuple[int, int], int] = defaultdict(int)
    per_unit: dict[tuple[int, int], int] = defaultdict(int)
    for satker, channel, month, count in rows:
        per_month[channel, month] += count
        per_unit[satker, channel] += count
    used = {channel for channel, _month in per_month}
    channels = [channel for channel in Channel.objects.all() if channel.active or channel.pk in used]
    most = max(per_month.values(), default=0)
    lines = [
        ChannelLine(channel, _cells(((month, per_month[channel.pk, month]) for month in range(1, 13)), most))
        for channel in channels
    ]
    months = [(month, sum(line.cells[month - 1].count for line in lines)) for month in range(1, 13)]
    counted = {satker for satker, _channel in per_unit}
    return PublicationReport(
        year, lines, _cells(months), _leagues(structure, members(structure, counted), channels, per_unit)
    )


def _leagues(
    structure: Structure, units: list[Node], channels: list[Channel], counts: dict[tuple[int, int], int]
) -> list[PublicationLeague]:
    leagues: dict[Kind, list[UnitLine]] = {kind: [] for kind in structure.kinds}
    for node in units:
        cells = _cells((channel.slug, counts.get((node.pk, channel.pk), 0)) for channel in channels)
        leagues[node.kind].append(UnitLine(node, cells))
    for lines in leagues.values():
        lines.sort(key=lambda line: (-line.total, line.unit.name))
    return [
        PublicationLeague(
            kind,
            lines,
            _cells(
                (channel.slug, sum(line.cells[place].count for line in lines)) for place, channel in enumerate(channels)
            ),
        )
        for kind, lines in leagues.items()
        if lines
    ]


def _cells(pairs: Iterable[tuple[Any, int]], most: int = 0) -> list[Cell]:
    """Return cells with their heat against the fullest of them, or of all lines that they stand among (`most`)."""
    listed = list(pairs)
    most = max([most, *(count for _key, count in listed)]) or 1
    return [Cell(key, count, -(-4 * count // most)) for key, count in listed]


# --- Spreadsheets ---------------------------------------------------------------------------------


def table(report: PublicationReport) -> Iterator[list[str | int]]:
    """Yield the unit x channel matrix, a head first and the sum last, as the CSV has it."""
    names = [line.channel.name for line in report.channels]
    yield [_("code"), _("unit"), _("kind"), *names, _("total")]
    for league in report.leagues:
        for line in league.lines:
            yield [line.unit.code, line.unit.name, league.kind.name, *(cell.count for cell in line.cells), line.total]
    yield ["", _("Total"), "", *(line.total for line in report.channels), report.total]


def write(book: Book, report: PublicationReport, rows: Iterable[Publication]) -> None:
    """Add three sheets to a workbook: channel x month, unit x channel, and each publication with its link."""
    months = [str(MONTHS[month]) for month in range(1, 13)]
    sheet = book.sheet(_("Channel by month"), [24, *[11] * 13])
    sheet.title(_("Publications %(year)d") % {"year": report.year})
    sheet.head([_("Channel"), *months, _("Total")])
    first = sheet.at
    for line in report.channels:
        counts = [cell.count for cell in line.cells]
        sheet.row([line.channel.name, *counts, sheet.sum_across(1, 12, line.total)])
    if sheet.at > first:
        last = sheet.at - 1
        downs = [sheet.sum_down(cell.key, first, last, cell.count) for cell in report.months]
        sheet.row([_("Total"), *downs, sheet.sum_down(13, first, last, report.total)], "total")

    sheet = book.sheet(_("Unit by channel"), [16, 30, 28, *[11] * (len(report.channels) + 1)])
    sheet.title(_("Publications %(year)d") % {"year": report.year})
    head, *lines = table(report)
    sheet.head([str(name) for name in head], freeze=2)
    for row in lines[:-1]:
        sheet.row([*row[:-1], sheet.sum_across(3, len(row) - 2, int(row[-1]))])
    sheet.row(lines[-1], "total")

    sheet = book.sheet(_("Publications"), [12, 26, 18, 50, 50, 20, 40, 26, 18])
    sheet.title(_("Publications %(year)d") % {"year": report.year})
    sheet.head(
        [_("Day"), _("Unit"), _("Channel"), _("Title"), _("Link"), _("Medium"), _("Summary"), _("Programme"),
         _("Receipt number")]
    )  # fmt: skip
    for each in rows:
        receipt = each.article.receipt.code if each.article else ""
        sheet.row(
            [each.day, each.satker.short_name, each.channel.name, each.title, each.url, each.medium, each.summary,
             each.programme.name if each.programme else "", receipt]
        )  # fmt: skip
