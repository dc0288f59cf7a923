"""What units need and what they received, beside what they publish: one report for screen and XLSX.

Quantities are summed for one item only, never across items that are counted in different words; rupiah can be
summed throughout.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, QuerySet, Sum
from django.utils.translation import gettext as _

from news.models import Need, NeedItem, NeedKind
from news.rekap.goals import counts_of, members
from news.spreadsheet import Book, Sheet
from satker.structure import Node, Structure

NEEDED, RECEIVED = Need.Side.NEEDED, Need.Side.RECEIVED


@dataclass(frozen=True)
class Amount:
    """How often, how many pieces and how much money (rupiah) was asked for or received."""

    lines: int = 0
    quantity: int = 0
    rupiah: int = 0

    def __add__(self, other: Amount) -> Amount:
        return Amount(self.lines + other.lines, self.quantity + other.quantity, self.rupiah + other.rupiah)


# What was found, by (unit id, side, item id).
Found = dict[tuple[int, str, int], Amount]


@dataclass(frozen=True)
class ItemLine:
    item: NeedItem
    needed: Amount
    received: Amount

    @property
    def sides(self) -> list[tuple[str, Amount]]:
        """Both sides with their names in an address."""
        return [(NEEDED.value, self.needed), (RECEIVED.value, self.received)]


@dataclass(frozen=True)
class KindGroup:
    """A kind of need with its items; the quantity of a kind means nothing."""

    kind: NeedKind
    items: list[ItemLine]

    @property
    def needed(self) -> int:
        """Rupiah needed for all items."""
        return sum(line.needed.rupiah for line in self.items)

    @property
    def received(self) -> int:
        """Rupiah received for all items."""
        return sum(line.received.rupiah for line in self.items)


@dataclass(frozen=True)
class UnitLine:
    """A unit by itself, or with all below it: its output in stories, and rupiah needed of each kind, in order."""

    unit: Node
    units: int
    output: int
    requests: int
    of_kinds: list[tuple[NeedKind, int]]
    received: int

    @property
    def per_kind(self) -> list[int]:
        return [amount for _kind, amount in self.of_kinds]

    @property
    def needed(self) -> int:
        return sum(self.per_kind)


def quantity_of(lines: Iterable[Need]) -> int | None:
    """Return how many pieces lines of one item come to, None where they are of several."""
    listed = list(lines)
    return sum(line.quantity for line in listed) if len({line.item_id for line in listed}) == 1 else None


@dataclass(frozen=True)
class NeedsReport:
    """The needs of a year: by kind and item, by branch, by unit, and line by line where one was asked for."""

    year: int
    kinds: list[NeedKind]
    groups: list[KindGroup]
    branches: list[UnitLine]
    units: list[UnitLine]
    lines: list[Need]
    silent: int  # units that recorded nothing

    @property
    def needed(self) -> int:
        return sum(group.needed for group in self.groups)

    @property
    def received(self) -> int:
        return sum(group.received for group in self.groups)


@dataclass(frozen=True)
class Wanted:
    """What a report is narrowed to: a kind of need and an item, a branch, a kind of unit, a unit; "" leaves it out."""

    butuh: str = ""
    butir: int = 0
    induk: str = ""
    jenis: str = ""
    satker: str = ""
    sisi: str = ""  # one side only, in the lines


def needs(year: int, wanted: Wanted, structure: Structure, every_line: bool = False) -> NeedsReport:
    """Return the needs of a year; three queries, one more for lines.

    Lines come along for one unit, one item or one side, or all of them with `every_line`.
    """
    counts = counts_of(year)
    rows = _rows(year, wanted)
    items = {item.pk: item for item in NeedItem.objects.select_related("kind") if wanted.butuh in {"", item.kind.slug}}
    sums = rows.values_list("satker", "side", "item").annotate(Count("pk"), Sum("quantity"), Sum("estimate"))
    found = {
        (satker, side, item): Amount(lines, quantity, rupiah)
        for satker, side, item, lines, quantity, rupiah in sums.order_by()
    }
    asked = {satker for satker, _side, _item in found}
    units = [
        node for node in members(structure, counts.keys() | asked, wanted.jenis) if _passes(node, structure, wanted)
    ]
    chosen = {node.pk for node in units}
    found = {key: amount for key, amount in found.items() if key[0] in chosen}
    kinds = sorted({item.kind for item in items.values()}, key=lambda kind: (kind.order, kind.name))
    by_unit: dict[int, Found] = defaultdict(dict)
    for key, amount in found.items():
        by_unit[key[0]][key] = amount
    own = {node.pk: _unit_line(node, kinds, items, by_unit[node.pk], counts.get(node.pk, 0)) for node in units}
    shown = [line for line in own.values() if line.requests or line.received]
    lines: list[Need] = []
    if every_line or wanted.satker or wanted.butir or wanted.sisi:
        of_side = rows.filter(side=wanted.sisi) if wanted.sisi else rows
        lines = list(of_side.filter(satker__in=chosen).select_related("satker__kind", "item__kind", "reason"))
        lines.sort(key=lambda line: (line.satker.kind.order, line.satker.short_name))
    return NeedsReport(
        year,
        kinds,
        _groups(kinds, items, found),
        [] if wanted.satker else _branches(own, structure, wanted),
        shown,
        lines,
        len(units) - len(shown),
    )


def _rows(year: int, wanted: Wanted) -> QuerySet[Need]:
    rows = Need.objects.filter(year=year)
    if wanted.butuh:
        rows = rows.filter(item__kind__slug=wanted.butuh)
    if wanted.butir:
        rows = rows.filter(item=wanted.butir)
    return rows


def _passes(node: Node, structure: Structure, wanted: Wanted) -> bool:
    if wanted.satker and node.code != wanted.satker:
        return False
    return not wanted.induk or any(structure.nodes[pk].code == wanted.induk for pk in structure.above(node.pk))


def heads(structure: Structure) -> list[Node]:
    """Return the units that have others below them, the top first."""
    pks = {node.parent for node in structure.nodes.values() if node.parent is not None}
    found = [structure.nodes[pk] for pk in pks]
    return sorted(found, key=lambda node: (structure.depth(node.pk), node.kind.order, node.name))


def _groups(kinds: list[NeedKind], items: dict[int, NeedItem], found: Found) -> list[KindGroup]:
    sums: dict[tuple[int, str], Amount] = defaultdict(Amount)
    for (_satker, side, item), amount in found.items():
        sums[item, side] += amount
    asked = {item for item, _side in sums}
    return [
        KindGroup(
            kind,
            [
                ItemLine(item, sums[item.pk, NEEDED], sums[item.pk, RECEIVED])
                for item in items.values()
                if item.kind == kind and item.pk in asked
            ],
        )
        for kind in kinds
    ]


def _unit_line(node: Node, kinds: list[NeedKind], items: dict[int, NeedItem], found: Found, output: int) -> UnitLine:
    per_kind = dict.fromkeys(kinds, 0)
    requests = received = 0
    for (_satker, side, item), amount in found.items():
        if side == NEEDED:
            per_kind[items[item].kind] += amount.rupiah
            requests += amount.lines
        else:
            received += amount.rupiah
    return UnitLine(node, 1, output, requests, list(per_kind.items()), received)


def _branches(own: dict[int, UnitLine], structure: Structure, wanted: Wanted) -> list[UnitLine]:
    """Return each unit that has others below it, with the sums of itself and all below; the top first."""
    below: dict[int, list[UnitLine]] = defaultdict(list)
    for pk, line in own.items():
        for above in structure.above(pk):
            below[above].append(line)
    lines = [
        _together(structure.nodes[pk], under)
        for pk, under in below.items()
        # A branch above the one that was asked for would show less than its own.
        if any(line.unit.pk != pk for line in under) and _passes(structure.nodes[pk], structure, wanted)
    ]
    return sorted(lines, key=lambda line: (structure.depth(line.unit.pk), -line.needed, line.unit.name))


def _together(head: Node, lines: list[UnitLine]) -> UnitLine:
    return UnitLine(
        head,
        len(lines),
        sum(line.output for line in lines),
        sum(line.requests for line in lines),
        [
            (column[0][0], sum(amount for _kind, amount in column))
            for column in zip(*(line.of_kinds for line in lines), strict=True)
        ],
        sum(line.received for line in lines),
    )


# --- XLSX -----------------------------------------------------------------------------------------


def write(book: Book, report: NeedsReport) -> None:
    """Add three sheets to a workbook: by kind and item, by branch beside its output, line by line."""
    _write_kinds(book, report)
    _write_branches(book, report)
    _write_lines(book, report)


def _say_if_empty(sheet: Sheet, report: NeedsReport) -> None:
    if not any(group.items for group in report.groups):
        sheet.text(_("Nothing has been recorded yet."))


def _write_kinds(book: Book, report: NeedsReport) -> None:
    sheet = book.sheet(_("Summary by kind"), [26, 34, 12, 12, 20, 12, 20])
    sheet.title(_("Needs of units %(year)d") % {"year": report.year}, _("Amounts in rupiah."))
    sheet.head(
        [
            _("Kind of need"),
            _("Item"),
            _("counted in"),
            _("Needed"),
            _("Needed (Rp)"),
            _("Received"),
            _("Received (Rp)"),
        ],
        freeze=2,
    )
    _say_if_empty(sheet, report)
    first = sheet.at
    for group in report.groups:
        for line in group.items:
            needed, received = line.needed, line.received
            sheet.row(
                [group.kind.name, line.item.name, line.item.counted_in, needed.quantity, needed.rupiah,
                 received.quantity, received.rupiah]
            )  # fmt: skip
    if sheet.at > first:
        last = sheet.at - 1
        needed_sum = sheet.sum_down(4, first, last, report.needed)
        sheet.row(
            [_("Total"), None, None, None, needed_sum, None, sheet.sum_down(6, first, last, report.received)], "total"
        )


def _write_branches(book: Book, report: NeedsReport) -> None:
    sheet = book.sheet(_("By branch"), [34, 10, 12, 12, *[20] * (len(report.kinds) + 2)])
    sheet.title(_("By branch"), _("A unit with all below it, at any depth. Amounts in rupiah."))
    names = [kind.name for kind in report.kinds]
    sheet.head([_("Branch"), _("Units"), _("Stories"), _("Requests"), *names, _("Needed (Rp)"), _("Received (Rp)")])
    for line in report.branches:
        first, last = 4, 3 + len(line.per_kind)
        total = sheet.sum_across(first, last, line.needed) if line.per_kind else 0
        sheet.row([line.unit.name, line.units, line.output, line.requests, *line.per_kind, total, line.received])


def _write_lines(book: Book, report: NeedsReport) -> None:
    sheet = book.sheet(_("Details"), [16, 30, 26, 12, 24, 30, 10, 12, 18, 28])
    sheet.title(_("Details"), _("Amounts in rupiah."))
    sheet.head(
        [_("Code"), _("Unit"), _("Kind of unit"), _("Needed or received"), _("Kind of need"), _("Item"),
         _("Quantity"), _("counted in"), _("Estimate (Rp)"), _("Reason")],
        freeze=2,
    )  # fmt: skip
    _say_if_empty(sheet, report)
    for line in report.lines:
        sheet.row(
            [line.satker.code, line.satker.short_name, line.satker.kind.name, str(line.get_side_display()),
             line.item.kind.name, line.item.name, line.quantity, line.item.counted_in, line.estimate, line.reason.name]
        )  # fmt: skip
