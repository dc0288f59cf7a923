"""What counts, when, for whom: receipts and ledger rows, inside the transaction of the verb.

Locks are always taken in one order - article, unit, tally rows by unit - so that publishers of
several units and an import can run side by side without a deadlock.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.db.models import Max, Sum
from django.utils import timezone

from news.models.ledger import LedgerEntry, Receipt
from satker.models import Satker

if TYPE_CHECKING:
    from news.models import Article
    from satker.models import Officer

# The counting rule that new rows carry: every first publication counts one for its lead unit.
RULE_VERSION = 1

Role, Reason = LedgerEntry.Role, LedgerEntry.Reason


def day_of(moment: dt.datetime) -> dt.date:
    """Return the day on which `moment` counts: that of the portal's time zone, not of the server."""
    return timezone.localtime(moment, timezone.get_default_timezone()).date()


def code_of(satker: Satker, year: int, number: int) -> str:
    """Return a receipt number as printed: PRP-2026-0412."""
    return f"{satker.receipt_prefix}-{year}-{number:04d}"


def issue_receipt(article: Article, at: dt.datetime) -> Receipt:
    """Give the article the next number of its lead unit and year; within a transaction."""
    satker = Satker.objects.select_for_update(no_key=True, of=("self",)).get(pk=article.satker_id)
    year = day_of(at).year
    number = last_numbers([satker.pk], [year]).get((satker.pk, year), 0) + 1
    return Receipt.objects.create(
        article=article, satker=satker, year=year, number=number, code=code_of(satker, year, number), issued_at=at
    )


def last_numbers(satker_ids: list[int], years: list[int]) -> dict[tuple[int, int], int]:
    """Return the highest number given, by (unit id, year); the caller holds the units' locks."""
    rows = Receipt.objects.filter(satker__in=satker_ids, year__in=years).order_by()
    return {(satker, year): last for satker, year, last in rows.values_list("satker", "year").annotate(Max("number"))}


def settle(article: Article, reason: LedgerEntry.Reason, by: Officer | None, at: dt.datetime) -> list[LedgerEntry]:
    """Write the rows that bring the ledger in line with the article as it now is; within a transaction.

    A public article counts once for its lead unit and once, apart, for each supporting unit;
    any other article counts nowhere. Returns the rows written, none when all is settled.
    """
    if article.first_published_at is None:
        return []
    wanted = wanted_rows(article)
    sums = article.ledger.values_list("satker_id", "role").annotate(Sum("delta")).order_by()
    standing = {(satker, role) for satker, role, total in sums if total > 0}
    changes = [(key, 1) for key in wanted - standing] + [(key, -1) for key in standing - wanted]
    return LedgerEntry.objects.bulk_create(
        LedgerEntry(
            article=article,
            satker_id=satker,
            role=role,
            day=day_of(article.first_published_at),
            delta=delta,
            reason=reason,
            rule_version=RULE_VERSION,
            actor=by,
            recorded_at=at,
        )
        for (satker, role), delta in sorted(changes)
    )


def wanted_rows(article: Article) -> set[tuple[int, str]]:
    """Return (unit id, role) for each row that should stand for the article as it now is."""
    if not article.is_public:
        return set()
    support = article.supporting.exclude(pk=article.satker_id).values_list("pk", flat=True)
    return {(article.satker_id, Role.LEAD.value)} | {(pk, Role.SUPPORTING.value) for pk in support}
