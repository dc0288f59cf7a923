"""What shows that somebody went around the verbs: missing closings and triggers, odd numbers and moments.

What cannot be seen here: a closing that was deleted with all that came after it (the signed minutes remember it);
rows that were never committed, for PostgreSQL's sequences leave gaps by themselves; and a forger who changes text,
fingerprint, ledger and history alike, before anybody has a paper in hand.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from news import ledger, triggers
from news.closing import UNCHAINED, previous_of
from news.models import Article, CountingRule, LedgerEntry, Receipt, Revision, Status
from news.models.closing import Closing
from news.models.states import Verb

Reason = ledger.Reason
# Clocks of several hosts differ, and a number is taken a moment before its row is written.
SLACK = dt.timedelta(minutes=1)
# What each verb after the first publication writes into the ledger.
STEPS = {Verb.WITHDRAW.value: Reason.WITHDRAWAL.value, Verb.REINSTATE.value: Reason.REINSTATEMENT.value}
Step = tuple[str, dt.datetime]  # the verb or the reason, and its moment


@dataclass(frozen=True)
class Finding:
    """One thing that is not as it must be, in a sentence."""

    told: str


def guards() -> Iterator[Finding]:
    """Name the triggers that the database lacks."""
    for name in triggers.missing():
        yield Finding(_("The database lacks its guard %(name)s: run manage.py migrate.") % {"name": name})


def chain() -> Iterator[Finding]:
    """Name the closings that are gone, whatever their year: revisions have no gap, and each closing names the last."""
    closings = list(Closing.objects.order_by("pk").only("year", "month", "revision", "canonical", "sha256"))
    revisions: defaultdict[tuple[int, int], list[Closing]] = defaultdict(list)
    for closing in closings:
        revisions[closing.year, closing.month].append(closing)
    for of_period in revisions.values():
        there = {closing.revision for closing in of_period}
        for number in sorted(set(range(1, max(there))) - there):
            told = {"period": of_period[0].period, "revision": number}
            yield Finding(_("Closing %(period)s (%(revision)d) is gone.") % told)
    known = {closing.sha256 for closing in closings}
    unnamed: list[Closing] = []
    for closing in closings:
        if closing.canonical.startswith(f"{UNCHAINED}\n"):
            unnamed.append(closing)
            continue
        named = set(previous_of(closing))
        for print_ in sorted(named - known):
            told = {"closing": closing, "print": f"{print_[:4]}…{print_[-4:]}"}
            yield Finding(_("Closing %(closing)s names an earlier one, %(print)s, which is gone.") % told)
        for earlier in unnamed:
            if earlier.sha256 not in named:
                told = {"closing": closing, "earlier": earlier}
                yield Finding(_("Closing %(closing)s does not name %(earlier)s, which stands before it.") % told)
        unnamed = [closing]


def receipts(year: int | None) -> Iterator[Finding]:
    """Name the numbers that leave a gap, and those that are not of their unit, year and count."""
    found = Receipt.objects.filter(**({"year": year} if year else {})).order_by("satker", "year", "number")
    fields = ("satker", "year", "number", "code", "satker__receipt_prefix")
    before: tuple[int, int, int] | None = None
    for satker, of_year, number, code, prefix in found.values_list(*fields).iterator():
        wanted = before[2] + 1 if before and before[:2] == (satker, of_year) else 1
        if number != wanted:
            yield Finding(_("Receipt %(code)s: number %(wanted)d was expected.") % {"code": code, "wanted": wanted})
        if code != (printed := ledger.printed(prefix, of_year, number)):
            yield Finding(_("Receipt %(code)s: it should be %(printed)s.") % {"code": code, "printed": printed})
        before = (satker, of_year, number)


def order(year: int | None) -> Iterator[Finding]:
    """Name the ledger rows that were recorded before the row above them, or before their story was public.

    Imports are left out of the order: their moment is when the batch began, and others publish meanwhile.
    """
    rows = LedgerEntry.objects.order_by("pk")
    if year:
        rows = rows.between(dt.date(year, 1, 1), dt.date(year, 12, 31))
    imported = imports()
    latest: dt.datetime | None = None
    fields = ("pk", "article", "reason", "recorded_at", "article__first_published_at")
    for pk, article, reason, at, public_at in rows.values_list(*fields).iterator():
        if public_at and at < public_at:
            yield Finding(_("Ledger row %(pk)d was recorded before its story was public.") % {"pk": pk})
        if article in imported and reason in {Reason.IMPORT, Reason.NOT_COUNTED}:
            continue
        if latest and at < latest - SLACK:
            yield Finding(_("Ledger row %(pk)d was recorded earlier than a row above it.") % {"pk": pk})
        latest = max(latest or at, at)


def imports() -> set[int]:
    """Return the ids of the articles that came in as published ones."""
    lines = Revision.objects.filter(verb=Verb.IMPORT, status=Status.PUBLISHED)
    return set(lines.values_list("article", flat=True))


# --- One article, moment by moment ------------------------------------------------------------------


def expected(rule: CountingRule, article: Article, counts_from: Iterable[dt.datetime], steps: list[Step]) -> list[Step]:
    """Return what the ledger should say of an article after its first row: (reason, moment) by its withdrawals.

    `counts_from` holds the moment from which it counts, by its publication or a second look, or nothing.
    """
    found: list[Step] = []
    begins = min(counts_from, default=None)
    stands = begins is not None
    for verb, at in steps:
        if begins is None or at < begins:
            continue
        public_at = article.first_published_at
        if verb == Verb.REINSTATE and not stands:
            stands = True
        elif verb == Verb.WITHDRAW and stands and not rule.counts_when_withdrawn(public_at, at):  # type: ignore[arg-type]
            stands = False
        else:
            continue
        found.append((STEPS[verb], at))
    return found
