"""The units of a year in one of two structures: as it was then, or rolled into today's.

As it was then, each unit stands by itself, with the name, kind and parent that it had at the end of the year
(`SatkerHistory`). Rolled into today's, a unit that has ended counts for its successor, and for the successor's
own, with today's names. Both are trees of a few hundred nodes: arranged in memory, from two queries.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from django.utils import timezone

from satker.models import Kind, Satker, SatkerHistory


@dataclass(frozen=True)
class Node:
    """One unit as this structure has it: `holder` is the unit that its stories count for."""

    pk: int
    code: str
    name: str
    official_name: str
    kind: Kind
    parent: int | None
    regency: str
    holder: int
    valid: bool  # on at least one day of the year
    unit: Satker


class Structure:
    """All units of the portal as nodes, with who stands below whom."""

    def __init__(self, year: int, today: bool = False) -> None:
        """Read the units as they were at the end of `year` (or now, in a year that goes on), or as they are today."""
        self.year, self.today = year, today
        kinds = {kind.pk: kind for kind in Kind.objects.all()}
        units = list(Satker.objects.order_by("kind__order", "short_name"))
        self.nodes = {unit.pk: _node(unit, kinds, year) for unit in units}
        if today:
            self.nodes = {pk: replace(node, holder=self._last_successor(pk)) for pk, node in self.nodes.items()}
        else:
            self._go_back(kinds, min(dt.date(year, 12, 31), timezone.localdate()))
        self.kinds = sorted({node.kind for node in self.nodes.values()}, key=lambda kind: (kind.order, kind.name))

    def _last_successor(self, pk: int) -> int:
        seen = {pk}
        while (following := self.nodes[pk].unit.successor_id) is not None and following not in seen:
            ends = self.nodes[pk].unit.valid_to
            if ends is None or ends >= timezone.localdate():
                break  # a successor is named, but the unit has not ended
            seen.add(following)
            pk = following
        return pk

    def _go_back(self, kinds: dict[int, Kind], day: dt.date) -> None:
        """Give each unit the earliest of its former states that still held on `day`."""
        for state in SatkerHistory.objects.filter(until__gte=day).order_by("satker", "-until"):
            node = self.nodes[state.satker_id]
            self.nodes[node.pk] = replace(
                node,
                name=state.short_name,
                official_name=state.official_name,
                kind=kinds[state.kind_id],
                parent=state.parent_id,
            )

    def above(self, pk: int) -> Iterator[int]:
        """Yield the unit itself and all above it, upwards."""
        seen: set[int] = set()
        at: int | None = pk
        while at is not None and at not in seen:
            seen.add(at)
            yield at
            at = self.nodes[at].parent

    def is_below(self, pk: int, head: int) -> bool:
        """Return whether the unit is `head` or stands below it, at any depth."""
        return head in self.above(pk)

    def depth(self, pk: int) -> int:
        """Steps below the root: 0 for the root itself."""
        return sum(1 for _each in self.above(pk)) - 1

    def held_by(self, holders: set[int]) -> list[int]:
        """Return the units whose stories count for one of `holders`."""
        return [pk for pk, node in self.nodes.items() if node.holder in holders]


def kinds_of(year: int) -> dict[int, int]:
    """Return the id of the kind that each unit had at the end of `year`, by the unit's id; two queries."""
    kinds = dict(Satker.objects.order_by().values_list("pk", "kind"))
    day = min(dt.date(year, 12, 31), timezone.localdate())
    former = SatkerHistory.objects.filter(until__gte=day).order_by("satker", "-until")
    return kinds | dict(former.values_list("satker", "kind"))


def _node(unit: Satker, kinds: dict[int, Kind], year: int) -> Node:
    unit.kind = kinds[unit.kind_id]
    first, last = unit.valid_from, unit.valid_to
    valid = not ((first and first.year > year) or (last and last.year < year))
    return Node(
        unit.pk, unit.code, unit.short_name, unit.official_name, unit.kind, unit.parent_id, unit.regency, unit.pk,
        valid, unit,
    )  # fmt: skip
