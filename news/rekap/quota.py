"""The data that officers moved in a year, by kind of unit, unit and officer: figures for the budget of data quota.

A month stands with the unit where its officer was posted when it began; whoever had none is of the regional team.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.dates import MONTHS
from django.utils.translation import gettext as _

from news import traffic
from news.models import Traffic
from news.rekap.sift import Sift
from news.spreadsheet import csv_cell
from news.traffic import FIELDS, Sum
from satker.structure import Node


@dataclass(frozen=True)
class Line:
    """Twelve months, January first, of an officer, a unit or several."""

    name: str
    months: list[Sum]
    total: Sum


@dataclass(frozen=True)
class UnitLine:
    """A unit (None: the regional team), its officers by name, and their sum."""

    unit: Node | None
    sum: Line
    officers: list[Line]


@dataclass(frozen=True)
class KindLines:
    """The units of a kind and their sum."""

    name: str
    units: list[UnitLine]
    sum: Line


@dataclass(frozen=True)
class DataReport:
    """The data of a year, the kinds in the order of the tally, then the regional team."""

    kinds: list[KindLines]
    sum: Line

    @property
    def officers(self) -> int:
        return sum(len(unit.officers) for kind in self.kinds for unit in kind.units)


def report(sift: Sift) -> DataReport:
    """Return who moved how much data in the year of the sift, within its units; one query beside those of units."""
    rows, units = Traffic.objects.filter(month__year=sift.year), sift.unit_ids()
    if units is not None:
        rows = rows.filter(satker__in=units)
    by_unit: dict[int | None, dict[int, tuple[str, list[Sum]]]] = {}
    names = ("satker", "officer", "officer__name", "officer__username", "month__month")
    for unit, officer, name, username, month, *counts in rows.order_by().values_list(*names, *FIELDS):
        months = by_unit.setdefault(unit, {}).setdefault(officer, (name or username, [Sum()] * 12))[1]
        months[month - 1] = Sum(*counts)
    lines = {unit: _unit_line(sift.structure.nodes.get(unit or 0), found) for unit, found in by_unit.items()}
    leagues: dict[str, list[UnitLine]] = {kind.name: [] for kind in sift.structure.kinds}
    for node in sift.structure.nodes.values():
        leagues[node.kind.name] += [lines[node.pk]] if node.pk in lines else []
    leagues[_("Regional team")] = [lines[None]] if None in lines else []
    kinds = [_kind_lines(name, found) for name, found in leagues.items() if found]
    return DataReport(kinds, _added(_("Total"), [kind.sum for kind in kinds]))


def _unit_line(node: Node | None, found: dict[int, tuple[str, list[Sum]]]) -> UnitLine:
    officers = sorted((Line(name, months, traffic.total(months)) for name, months in found.values()), key=_by_name)
    return UnitLine(node, _added(node.name if node else _("Regional team"), officers), officers)


def _by_name(line: Line) -> str:
    return line.name.casefold()


def _kind_lines(name: str, units: list[UnitLine]) -> KindLines:
    return KindLines(name, units, _added(name, [unit.sum for unit in units]))


def _added(name: str, lines: list[Line]) -> Line:
    months = [traffic.total(line.months[month] for line in lines) for month in range(12)]
    return Line(name, months, traffic.total(months))


def table(found: DataReport, price: int | None) -> Iterator[list[Any]]:
    """Yield a row for each officer in bytes, a head first and the sum last, as the CSV has it."""
    months = [str(MONTHS[month]) for month in range(1, 13)]
    sums = [_("bytes sent"), _("bytes received"), _("bytes together"), _("photos before"), _("photos as sent")]
    yield [_("code"), _("unit"), _("kind"), _("officer"), *months, *sums, *([_("rupiah")] if price else [])]
    for kind in found.kinds:
        for unit in kind.units:
            for line in unit.officers:
                names = [unit.unit.code if unit.unit else "", unit.sum.name, kind.name, line.name]
                yield [*map(csv_cell, names), *_figures(line, price)]
    yield ["", found.sum.name, "", "", *_figures(found.sum, price)]


def _figures(line: Line, price: int | None) -> list[int]:
    of, money = line.total, [line.total.price(price)] if price else []
    sums = [of.up, of.down, of.together, of.photos_original, of.photos_sent]
    return [*(month.together for month in line.months), *sums, *money]
