"""Freeze the figures of a period, and prove later that they are what they were.

The canonical form is UTF-8 text with LF line ends:

    portal-humas rekap 1
    period<TAB>2026                      (or 2026-03 for a month)
    rule<TAB>1
    last-entry<TAB>67214                 (the id of the last ledger row that counted)
    unit<TAB>code<TAB>kind<TAB>parent code<TAB>official name      for each unit, by code
    count<TAB>code<TAB>role<TAB>2026-03<TAB>34                    for each count but 0, by code, role, month

Its SHA-256 is the fingerprint in the minutes. Anyone can check it: `sha256sum` over the file as downloaded.
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
from news.models import Article, LedgerEntry, Receipt, Revision, Tally
from news.models.closing import WHOLE_YEAR, Closing
from news.models.states import Status
from satker.models import Officer, Satker

FORM = "portal-humas rekap 1"
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
    if closing.last >= ledger.day_of(at):
        raise ValidationError(_("%(period)s is not over yet.") % {"period": closing.period})
    with transaction.atomic():
        _wait_for_writers()
        before = Closing.objects.filter(year=year, month=month).aggregate(last=Max("revision"))["last"] or 0
        if before and not reason.strip():
            raise ValidationError(
                {"reason": _("%(period)s is closed already: say why again.") % {"period": closing.period}}
            )
        closing.revision, closing.reason = before + 1, reason.strip() if before else ""
        closing.last_entry = LedgerEntry.objects.aggregate(last=Max("pk"))["last"] or 0
        closing.canonical = canonical(closing)
        closing.sha256 = fingerprint(closing.canonical)
        closing.total = sum(count for (_code, role, _month), count in figures(closing).items() if role == "lead")
        closing.save(force_insert=True)
    return closing


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


def canonical(closing: Closing) -> str:
    """Return the canonical form of a closing's figures, computed anew from the ledger."""
    units = Satker.objects.filter(
        Q(pk__in=Satker.objects.valid_between(closing.first, closing.last).values("pk"))
        | Q(pk__in=LedgerEntry.objects.between(closing.first, closing.last).values("satker"))
    ).select_related("kind", "parent")
    named = [(unit.code, unit.kind.code, unit.parent.code if unit.parent else "", unit.official_name) for unit in units]
    return "".join(f"{line}\n" for line in _lines(closing, sorted(named), figures(closing)))


def _lines(closing: Closing, units: list[tuple[str, ...]], counts: dict[Key, int]) -> Iterator[str]:
    yield FORM
    yield f"period\t{closing.year}" + (f"-{closing.month:02d}" if closing.month else "")
    yield f"rule\t{ledger.RULE_VERSION}"
    yield f"last-entry\t{closing.last_entry}"
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


def fingerprint(text: str) -> str:
    """Return the SHA-256 of a canonical form, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def corrections(closing: Closing) -> Any:
    """Return the later ledger rows of the closed period: the dated corrections, oldest first."""
    rows = LedgerEntry.objects.between(closing.first, closing.last).filter(pk__gt=closing.last_entry)
    return rows.select_related("article__receipt", "satker", "actor").defer("article__body").order_by("pk")


# --- Proof ----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Finding:
    """One thing that is not as it must be, in a sentence."""

    told: str


def verify(year: int | None = None) -> Iterator[Finding]:
    """Recompute closings, tallies and receipts (of one year, or all) and yield what differs."""
    yield from _closings(year)
    yield from _tallies(year)
    yield from _receipts(year)
    yield from _history(year)


def _closings(year: int | None) -> Iterator[Finding]:
    for closing in Closing.objects.filter(**({"year": year} if year else {})):
        if fingerprint(closing.canonical) != closing.sha256:
            yield Finding(
                _("Closing %(closing)s: the stored figures do not have its fingerprint.") % {"closing": closing}
            )
        for key, (then, now) in _differences(frozen(closing), figures(closing)).items():
            told = {"closing": closing, "key": " ".join(map(str, key)), "then": then, "now": now}
            yield Finding(_("Closing %(closing)s, %(key)s: %(then)d stands, the ledger gives %(now)d.") % told)


def _differences(ours: dict[Any, int], theirs: dict[Any, int]) -> dict[Any, tuple[int, int]]:
    return {
        key: (ours.get(key, 0), theirs.get(key, 0))
        for key in sorted(ours.keys() | theirs.keys())
        if ours.get(key, 0) != theirs.get(key, 0)
    }


def _tallies(year: int | None) -> Iterator[Finding]:
    rows = LedgerEntry.objects.all()
    kept = Tally.objects.all()
    if year:
        rows = rows.between(dt.date(year, 1, 1), dt.date(year, 12, 31))
        kept = kept.filter(year=year)
    sums: Counter[tuple[str, str, int, int]] = Counter()
    for code, role, day, delta in rows.values_list("satker__code", "role", "day", "delta").iterator():
        sums[code, role, day.year, day.month] += delta
    tallied = {row[:4]: row[4] for row in kept.values_list("satker__code", "role", "year", "month", "count")}
    for key, (ledger_sum, tally) in _differences(dict(sums), tallied).items():
        told = {"key": " ".join(map(str, key)), "ledger": ledger_sum, "tally": tally}
        yield Finding(_("Tally %(key)s: the ledger gives %(ledger)d, %(tally)d is kept.") % told)


def _receipts(year: int | None) -> Iterator[Finding]:
    receipts = Receipt.objects.filter(**({"year": year} if year else {})).order_by("satker", "year", "number")
    before: tuple[int, int, int] | None = None
    for satker, of_year, number, code in receipts.values_list("satker", "year", "number", "code").iterator():
        wanted = before[2] + 1 if before and before[:2] == (satker, of_year) else 1
        if number != wanted:
            yield Finding(_("Receipt %(code)s: number %(wanted)d was expected.") % {"code": code, "wanted": wanted})
        before = (satker, of_year, number)


def _history(year: int | None) -> Iterator[Finding]:
    """Compare the ledger with the articles themselves and with their history."""
    articles = Article.objects.once_public()
    rows = LedgerEntry.objects.lead()
    if year:
        first, last = dt.date(year, 1, 1), dt.date(year, 12, 31)
        articles, rows = articles.between(first, last), rows.between(first, last)
    sums: Counter[int] = Counter()
    days: dict[int, set[dt.date]] = {}
    for article, day, delta in rows.values_list("article", "day", "delta").iterator():
        sums[article] += delta
        days.setdefault(article, set()).add(day)
    last_state = dict(
        Revision.objects.filter(article__in=articles.values("pk"))
        .order_by("version")
        .values_list("article", "status")
        .iterator()
    )
    for pk, status, at in articles.values_list("pk", "status", "first_published_at").iterator():
        wanted = 1 if status == Status.PUBLISHED else 0
        if sums.pop(pk, 0) != wanted:
            yield Finding(
                _("Article %(pk)d is %(state)s, but the ledger counts otherwise.") % {"pk": pk, "state": status}
            )
        if days.get(pk, {ledger.day_of(at)}) != {ledger.day_of(at)}:
            yield Finding(_("Article %(pk)d counts on another day than that of its first publication.") % {"pk": pk})
        if last_state.get(pk) != status:
            yield Finding(
                _("Article %(pk)d is %(state)s, but its history ends otherwise.") % {"pk": pk, "state": status}
            )
    for pk in sums:
        yield Finding(_("The ledger counts article %(pk)d, which was not public then.") % {"pk": pk})
