"""When and for whom an article counts: receipts and ledger rows, inside the transaction of the verb.

What counts is data (`CountingRule`); which rule holds is decided by the day of the first publication.

Locks are always taken in one order - article, unit, tally rows by unit - so that publishers of
several units and an import can run side by side without a deadlock.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.db.models import Max, Sum
from django.utils import timezone

from news.models.counting import CountingRule
from news.models.ledger import LedgerEntry, Receipt
from satker.models import Satker

if TYPE_CHECKING:
    from news.models import Article
    from satker.models import Officer

Role, Reason = LedgerEntry.Role, LedgerEntry.Reason
# The reasons by which an article came to count; withdrawals and changes of units follow from them.
ADMITTED = (Reason.FIRST_PUBLICATION, Reason.IMPORT, Reason.LOOK_GRANTED)


class Rulebook:
    """The adopted rules, read once: which one holds for a moment, and on which day that moment counts."""

    def __init__(self) -> None:
        self.rules = list(CountingRule.objects.adopted())

    def of(self, moment: dt.datetime) -> CountingRule:
        """Return the rule for an article first published at `moment`."""
        day = calendar_day(moment)
        return next(rule for rule in self.rules if rule.starts_on and rule.starts_on <= day)

    def day_of(self, moment: dt.datetime) -> dt.date:
        """Return the day on which `moment` counts."""
        return self.of(moment).day_of(moment)


def calendar_day(moment: dt.datetime) -> dt.date:
    """Return the day of `moment` in the portal's time zone, not the server's."""
    return timezone.localtime(moment, timezone.get_default_timezone()).date()


def rule_of(moment: dt.datetime) -> CountingRule:
    """Return the rule for an article first published at `moment`."""
    return CountingRule.objects.in_force_on(calendar_day(moment))


def code_of(satker: Satker, year: int, number: int) -> str:
    """Return a receipt number as printed: PRP-2026-0412."""
    return printed(satker.receipt_prefix, year, number)


def printed(prefix: str, year: int, number: int) -> str:
    """Return a receipt number as printed, from the letters of its unit."""
    return f"{prefix}-{year}-{number:04d}"


def issue_receipt(article: Article, at: dt.datetime, year: int) -> Receipt:
    """Give the article the next number of its lead unit and `year`; within a transaction."""
    satker = Satker.objects.select_for_update(no_key=True, of=("self",)).get(pk=article.satker_id)
    number = last_numbers([satker.pk], [year]).get((satker.pk, year), 0) + 1
    return Receipt.objects.create(
        article=article, satker=satker, year=year, number=number, code=code_of(satker, year, number), issued_at=at
    )


def last_numbers(satker_ids: list[int], years: list[int]) -> dict[tuple[int, int], int]:
    """Return the highest number given, by (unit id, year); the caller holds the units' locks."""
    rows = Receipt.objects.filter(satker__in=satker_ids, year__in=years).order_by()
    return {(satker, year): last for satker, year, last in rows.values_list("satker", "year").annotate(Max("number"))}


def publish(article: Article, by: Officer | None, at: dt.datetime) -> None:
    """Give an article that becomes public its receipt, and count it as the rule of the day says; in a transaction.

    Every first publication leaves a row: +1, or 0 with the reasons why the rule does not count it.
    """
    rule = rule_of(at)
    issue_receipt(article, at, rule.day_of(at).year)
    if failings := rule.failings(article.measure):
        _row(article, rule, 0, Reason.NOT_COUNTED, by, at, " ".join(failings)).save()
    else:
        _write(article, rule, _wanted(article, rule), Reason.FIRST_PUBLICATION, by, at)


def settle(article: Article, reason: LedgerEntry.Reason, by: Officer | None, at: dt.datetime) -> None:
    """Write the rows that bring the ledger in line with the article as it now is; within a transaction.

    An article that counts does so once for its lead unit and once, apart, for each supporting unit.
    """
    if article.first_published_at is None or not is_counted(article):
        return
    rule = rule_of(article.first_published_at)
    _write(article, rule, _wanted(article, rule), reason, by, at)


def answer(article: Article, granted: bool, why: str, by: Officer, at: dt.datetime) -> LedgerEntry:
    """Write the answer to a second look and return its row: the article counts from now on, or it does not."""
    assert article.first_published_at is not None  # noqa: S101 - narrows the type
    rule = rule_of(article.first_published_at)
    if not granted:
        row = _row(article, rule, 0, Reason.LOOK_DECLINED, by, at, why)
        row.save()
        return row
    rows = _write(article, rule, _wanted(article, rule), Reason.LOOK_GRANTED, by, at, why)
    return next(row for row in rows if row.role == Role.LEAD)


def is_counted(article: Article) -> bool:
    """Return whether the article came to count, by its publication or a second look."""
    return article.ledger.filter(role=Role.LEAD, reason__in=ADMITTED).exists()


def _wanted(article: Article, rule: CountingRule) -> set[tuple[int, str]]:
    """Return (unit id, role) for each row that should stand for a counted article as it now is."""
    if not article.is_public and not (
        article.first_published_at
        and article.withdrawn_at
        and rule.counts_when_withdrawn(article.first_published_at, article.withdrawn_at)
    ):
        return set()
    wanted = {(article.satker_id, Role.LEAD.value)}
    if rule.credits_supporting:
        support = article.supporting.exclude(pk=article.satker_id).values_list("pk", flat=True)
        wanted |= {(pk, Role.SUPPORTING.value) for pk in support}
    return wanted


def _write(
    article: Article,
    rule: CountingRule,
    wanted: set[tuple[int, str]],
    reason: LedgerEntry.Reason,
    by: Officer | None,
    at: dt.datetime,
    why: str = "",
) -> list[LedgerEntry]:
    sums = article.ledger.values_list("satker_id", "role").annotate(Sum("delta")).order_by()
    standing = {(satker, role) for satker, role, total in sums if total > 0}
    changes = [(key, 1) for key in wanted - standing] + [(key, -1) for key in standing - wanted]
    return LedgerEntry.objects.bulk_create(
        _row(article, rule, delta, reason, by, at, why, satker, role) for (satker, role), delta in sorted(changes)
    )


def _row(
    article: Article,
    rule: CountingRule,
    delta: int,
    reason: LedgerEntry.Reason,
    by: Officer | None,
    at: dt.datetime,
    why: str = "",
    satker_id: int | None = None,
    role: str = Role.LEAD,
) -> LedgerEntry:
    assert article.first_published_at is not None and rule.version is not None  # noqa: S101 - narrows the types
    return LedgerEntry(
        article=article,
        satker_id=satker_id or article.satker_id,
        role=role,
        day=rule.day_of(article.first_published_at),
        delta=delta,
        reason=reason,
        why=why,
        rule_version=rule.version,
        actor=by,
        recorded_at=at,
    )
