"""Freeze the figures of a period, and prove later that they are what they were.

The canonical form is UTF-8 text with LF line ends:

    portal-humas rekap 2
    period<TAB>2026                      (or 2026-03 for a month)
    rule<TAB>1                           (versions of the counting rule in the rows, with commas)
    last-entry<TAB>67214                 (the id of the last ledger row that counted)
    previous<TAB>3a0c...                 the fingerprint of each earlier closing that none before this one names
    unit<TAB>code<TAB>kind<TAB>parent code<TAB>official name      for each unit, by code
    count<TAB>code<TAB>role<TAB>2026-03<TAB>34                    for each count but 0, by code, role, month

Its SHA-256 is the fingerprint in the minutes. Anyone can check it: `sha256sum` over the file as downloaded.

`previous` chains the closings of all periods in the order in which they were made, so that none can vanish from the
middle unseen. Form 1, without it, is that of older closings; they stay as they are, and the next one names them all.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection, transaction
from django.db.models import Max, Q, Sum
from django.db.models.functions import ExtractMonth
from django.utils import timezone
from django.utils.translation import gettext as _

from news import ledger
from news.models import CountingRule, LedgerEntry, Tally
from news.models.closing import WHOLE_YEAR, Closing
from satker.models import Officer, Satker

FORM = "portal-humas rekap 2"
UNCHAINED = "portal-humas rekap 1"
Key = tuple[str, str, int]  # unit code, role, month


def close(
    by: Officer,
    year: int,
    month: int = WHOLE_YEAR,
    *,
    place: str,
    officials: Iterable[dict[str, str]] = (),
    reason: str = "",
    at: dt.datetime | None = None,
) -> Closing:
    """Close a month or a year that is over and return the closing; a second one needs a reason.

    Raises PermissionDenied for all but the regional team, ValidationError for a period that goes on.
    """
    if not by.is_regional:
        raise PermissionDenied
    at = at or timezone.now()
    closing = Closing(year=year, month=month, place=place, officials=list(officials), closed_at=at, closed_by=by)
    if closing.last >= ledger.Rulebook().day_of(at):
        raise ValidationError(_("%(period)s is not over yet.") % {"period": closing.period})
    with transaction.atomic():
        _wait_for_writers()
        before = Closing.objects.filter(year=year, month=month).aggregate(last=Max("revision"))["last"] or 0
        if before and not reason.strip():
            raise ValidationError(
                {"reason": _("%(period)s is closed already: say why again.") % {"period": closing.period}}
            )
        if not Tally.objects.filter(year=year).exists():
            raise ValidationError(
                _("Nothing has been counted in %(year)d: there is nothing to close.") % {"year": year}
            )
        closing.revision, closing.reason = before + 1, reason.strip() if before else ""
        closing.last_entry = LedgerEntry.objects.aggregate(last=Max("pk"))["last"] or 0
        closing.canonical = canonical(closing, previous=_unnamed())
        closing.sha256 = fingerprint(closing.canonical)
        closing.total = sum(count for (_code, role, _month), count in figures(closing).items() if role == "lead")
        if before and _counts_of(closing) == _counts_of(_latest(year, month)):
            raise ValidationError(_("Nothing has changed since %(period)s was closed.") % {"period": closing.period})
        closing.save(force_insert=True)
    return closing


def _latest(year: int, month: int) -> Closing:
    return Closing.objects.filter(year=year, month=month).order_by("-revision")[:1].get()


def _counts_of(closing: Closing) -> list[str]:
    return [line for line in closing.canonical.splitlines() if line.startswith("count\t")]


def _wait_for_writers() -> None:
    """Let every ledger row that has a number be written before the last one is read.

    On SQLite the transaction itself is alone; on PostgreSQL a number may be taken and not yet committed.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("LOCK TABLE news_ledgerentry IN SHARE ROW EXCLUSIVE MODE")


def figures(closing: Closing) -> dict[Key, int]:
    """Return the counts of the period from the ledger as it was at the closing, but zeros."""
    rows = LedgerEntry.objects.between(closing.first, closing.last).filter(pk__lte=closing.last_entry)
    return _summed(rows)


def figures_now(closing: Closing) -> dict[Key, int]:
    """Return the counts of the same period from the ledger as it is."""
    return _summed(LedgerEntry.objects.between(closing.first, closing.last))


def _summed(rows: Any) -> dict[Key, int]:
    sums = rows.values_list("satker__code", "role", ExtractMonth("day")).annotate(sum=Sum("delta")).order_by()
    return {(code, role, month): count for code, role, month, count in sums if count}


def canonical(closing: Closing, form: str = FORM, previous: Iterable[str] = ()) -> str:
    """Return the canonical form of a closing's figures, computed anew from the ledger."""
    units = Satker.objects.filter(
        Q(pk__in=Satker.objects.valid_between(closing.first, closing.last).values("pk"))
        | Q(pk__in=LedgerEntry.objects.between(closing.first, closing.last).values("satker"))
    ).select_related("kind", "parent")
    named = [(unit.code, unit.kind.code, unit.parent.code if unit.parent else "", unit.official_name) for unit in units]
    rows = LedgerEntry.objects.between(closing.first, closing.last).filter(pk__lte=closing.last_entry).order_by()
    rules = sorted(set(rows.values_list("rule_version", flat=True).distinct())) or [
        CountingRule.objects.in_force_on(closing.first).version
    ]
    head = [form, *_head(closing, rules), *(f"previous\t{print_}" for print_ in previous)]
    return "".join(f"{line}\n" for line in [*head, *_lines(closing, sorted(named), figures(closing))])


def _head(closing: Closing, rules: list[Any]) -> Iterator[str]:
    yield f"period\t{closing.year}" + (f"-{closing.month:02d}" if closing.month else "")
    yield f"rule\t{','.join(map(str, rules))}"
    yield f"last-entry\t{closing.last_entry}"


def _lines(closing: Closing, units: list[tuple[str, ...]], counts: dict[Key, int]) -> Iterator[str]:
    for unit in units:
        yield "\t".join(("unit", *unit))
    for (code, role, month), count in sorted(counts.items()):
        yield f"count\t{code}\t{role}\t{closing.year}-{month:02d}\t{count}"


def frozen(closing: Closing) -> dict[Key, int]:
    """Return the counts that stand in the stored canonical form."""
    counts = {}
    for line in closing.canonical.splitlines():
        kind, *parts = line.split("\t")
        if kind == "count":
            code, role, month, count = parts
            counts[code, role, int(month[-2:])] = int(count)
    return counts


def previous_of(closing: Closing) -> list[str]:
    """Return the fingerprints of earlier closings that the stored canonical form names."""
    lines = (line.split("\t") for line in closing.canonical.splitlines())
    return [parts[0] for word, *parts in lines if word == "previous"]


def _unnamed() -> list[str]:
    """Return the fingerprints that no closing names yet: that of the last one, or of all that are older than chains."""
    closings = list(Closing.objects.order_by("pk").only("canonical", "sha256"))
    named = {print_ for closing in closings for print_ in previous_of(closing)}
    return [closing.sha256 for closing in closings if closing.sha256 not in named]


@dataclass(frozen=True)
class Unit:
    """A unit as a closing names it: the codes of its kind and of the unit above, and its official name then."""

    code: str
    kind: str
    parent: str
    name: str


def units_of(closing: Closing) -> list[Unit]:
    """Return the units that stand in the stored canonical form, by code."""
    lines = (line.split("\t", 4) for line in closing.canonical.splitlines())
    return [Unit(*parts) for word, *parts in lines if word == "unit"]


def fingerprint(text: str) -> str:
    """Return the SHA-256 of a canonical form, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def corrections(closing: Closing) -> Any:
    """Return the later ledger rows of the closed period: the dated corrections, oldest first."""
    rows = LedgerEntry.objects.between(closing.first, closing.last).filter(pk__gt=closing.last_entry)
    return rows.select_related("article__receipt", "satker", "actor").defer("article__body").order_by("pk")


def explaining(closing: Closing, units: Iterable[int] | None = None) -> Any:
    """Return the corrections that moved lead counts, of some units (by id) or of all: their sum is the difference."""
    rows = corrections(closing).filter(role=ledger.Role.LEAD).exclude(delta=0)
    return rows if units is None else rows.filter(satker__in=units)


@dataclass(frozen=True)
class Standing:
    """What of a year is closed: the whole of it (None: not yet) and months, each beside what it counts now."""

    year: int
    whole: Closing | None
    now: int
    months: list[tuple[Closing, int]]

    def __bool__(self) -> bool:
        return bool(self.whole or self.months)


def standings(year: int | None = None) -> dict[int, Standing]:
    """Return the closed books by year, the newest first, of one year or of all; two queries, one while none is."""
    closings = Closing.objects.defer("canonical").order_by("-year", "month", "revision")
    tallies = Tally.objects.lead()
    if year is not None:
        closings, tallies = closings.filter(year=year), tallies.filter(year=year)
    latest = {(closing.year, closing.month): closing for closing in closings}
    now = {(of, month): count for of, month, count in tallies.by_month()} if latest else {}
    return {
        of: Standing(
            of,
            latest.get((of, WHOLE_YEAR)),
            sum(count for (counted, _month), count in now.items() if counted == of),
            [(latest[of, month], now.get((of, month), 0)) for month in range(1, 13) if (of, month) in latest],
        )
        for of in dict.fromkeys(of for of, _month in latest)
    }


def standing(year: int) -> Standing:
    """Return what of one year is closed; two queries, one while nothing is."""
    return standings(year).get(year) or Standing(year, None, 0, [])


def closed_on(day: dt.date) -> list[Closing]:
    """Return the latest closing of the month and of the year that a day lies in, where there is one."""
    rows = Closing.objects.filter(year=day.year, month__in=[day.month, WHOLE_YEAR]).defer("canonical")
    return list({closing.month: closing for closing in rows.order_by("revision")}.values())


@dataclass(frozen=True)
class OfUnit:
    """What one unit (or all) counted in a period when its book was closed, and counts now."""

    period: str
    closed: int
    now: int


def of_unit(closing: Closing, unit: Satker | None) -> OfUnit:
    """Return the lead count of a unit, or of all units, as closed and as now."""
    then = sum(
        count
        for (code, role, _month), count in frozen(closing).items()
        if role == "lead" and (unit is None or code == unit.code)
    )
    tallies = Tally.objects.lead().filter(year=closing.year, **({"satker": unit} if unit else {}))
    tallies = tallies.filter(month=closing.month) if closing.month else tallies
    return OfUnit(closing.period, then, tallies.total())


# --- Before the act -----------------------------------------------------------------------------------


@dataclass(frozen=True)
class Preview:
    """What a closing of a period would freeze now, and what has changed since the last one (None: there is none)."""

    period: Closing
    total: int
    kinds: list[tuple[str, int, int]]  # name, units that published, stories
    units: int  # that were valid in the period
    last: Closing | None
    corrections: int  # ledger rows since

    @property
    def active(self) -> int:
        """The units that published."""
        return sum(units for _name, units, _stories in self.kinds)


def preview(year: int, month: int = WHOLE_YEAR) -> Preview:
    """Return what closing a period would freeze; four queries, one more where it is closed already."""
    period = Closing(year=year, month=month)
    counts = per_unit(figures_now(period))
    kinds: dict[tuple[int, str], list[int]] = {}
    told = Satker.objects.filter(code__in=counts).values_list("code", "kind__order", "kind__name")
    for code, order, name in told:
        if counts[code]:
            kinds.setdefault((order, name), []).append(counts[code])
    last = Closing.objects.filter(year=year, month=month).defer("canonical").order_by("-revision").first()
    return Preview(
        period,
        counts.total(),
        [(name, len(units), sum(units)) for (_order, name), units in sorted(kinds.items())],
        Satker.objects.valid_between(period.first, period.last).count(),
        last,
        corrections(last).count() if last else 0,
    )


# --- As closed and as now --------------------------------------------------------------------------


@dataclass(frozen=True)
class Line:
    """One unit in a closing: its count as closed and as the ledger has it now."""

    unit: Satker
    closed: int
    now: int

    @property
    def change(self) -> int:
        return self.now - self.closed


@dataclass(frozen=True)
class Difference:
    """One closing beside the ledger as it is: the units whose lead counts moved, and the rows that moved them."""

    closing: Closing
    lines: list[Line]
    corrections: Any  # a queryset: a late import can make it long

    @property
    def closed(self) -> int:
        return sum(line.closed for line in self.lines)

    @property
    def now(self) -> int:
        return sum(line.now for line in self.lines)

    @property
    def moved(self) -> list[Line]:
        """The units whose count is another than when the book was closed."""
        return [line for line in self.lines if line.change]


def difference(closing: Closing) -> Difference:
    """Return one closing beside the ledger as it is now, all its units by kind and name."""
    then, now = per_unit(frozen(closing)), per_unit(figures_now(closing))
    codes = {unit.code for unit in units_of(closing)}
    units = Satker.objects.filter(code__in={*codes, *now}).select_related("kind")
    lines = [Line(unit, then[unit.code], now[unit.code]) for unit in units.order_by("kind__order", "short_name")]
    return Difference(closing, lines, corrections(closing))


def differences(year: int) -> list[Difference]:
    """Return every closing of a year beside the ledger as it is: the whole year first, revisions before the first."""
    closings = Closing.objects.filter(year=year).select_related("closed_by").order_by("month", "-revision")
    return [difference(closing) for closing in closings]


def per_unit(figures: dict[Key, int]) -> Counter[str]:
    """Return the lead count of each unit, by code."""
    sums: Counter[str] = Counter()
    for (code, role, _month), count in figures.items():
        if role == "lead":
            sums[code] += count
    return sums
