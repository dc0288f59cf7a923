"""Who is named on a certificate: the first three of each league that is a contest.

A closed year is judged by the figures that its fingerprint stands for, an open one by the ledger as it is.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from news import closing as books
from news.models import Closing
from news.rekap.tally import Matrix
from satker.models import Kind

PLACES = 3  # certificates of a league
SHARED = 3  # a rank that more units share gets none


@dataclass(frozen=True)
class Winner:
    """One of the first three of a league."""

    name: str
    kind: str
    rank: int
    total: int

    @property
    def place(self) -> str:
        """The rank as it stands on a certificate."""
        return [_("first place"), _("second place"), _("third place")][self.rank - 1]


@dataclass(frozen=True)
class Contest:
    """The units of one kind with their counts, the fullest first."""

    kind: str
    lines: list[tuple[str, int]]  # official name, stories


def winners(found: Matrix) -> list[Winner]:
    """Return the winners of a year by league and rank; nobody wins by coming last."""
    contests = _as_closed(found.closing) if found.closing else _as_now(found)
    return [winner for contest in contests for winner in _first(contest)]


def _first(contest: Contest) -> Iterable[Winner]:
    counts = [count for _name, count in contest.lines]
    for name, count in contest.lines:
        rank = 1 + sum(other > count for other in counts)
        if count > 0 and rank <= min(PLACES, len(counts) - 1) and counts.count(count) <= SHARED:
            yield Winner(name, contest.kind, rank, count)


def _as_now(found: Matrix) -> list[Contest]:
    return [
        Contest(
            league.kind.name, [(row.unit.official_name if row.unit else row.name, row.total) for row in league.rows]
        )
        for league in found.leagues
    ]


def _as_closed(closing: Closing) -> list[Contest]:
    """Return the leagues as the closing froze them: its units, their kinds, names and counts."""
    counts, units = books.per_unit(books.frozen(closing)), books.units_of(closing)
    kinds = {kind.code: kind for kind in Kind.objects.filter(code__in={unit.kind for unit in units})}
    lines: dict[str, list[tuple[str, int]]] = {}
    for unit in units:
        lines.setdefault(unit.kind, []).append((unit.name, counts[unit.code]))
    ordered = sorted(lines, key=lambda code: (kinds[code].order, kinds[code].name) if code in kinds else (0, code))
    return [
        Contest(kinds[code].name if code in kinds else code, sorted(lines[code], key=lambda line: (-line[1], line[0])))
        for code in ordered
    ]
