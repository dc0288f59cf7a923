"""Prove that closings, tallies, receipts and ledger are what they must be: each difference is a sentence."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from news import html, ledger, traces
from news.closing import FORM, UNCHAINED, canonical, figures, fingerprint, frozen
from news.models import Article, CountingRule, LedgerEntry, Measure, NameCleaning, Receipt, Revision, SecondLook, Tally
from news.models.closing import Closing
from news.models.states import Status

Reason, Role = ledger.Reason, ledger.Role
FIRST = {Reason.FIRST_PUBLICATION, Reason.IMPORT, Reason.NOT_COUNTED}
CHUNK = 500


Finding = traces.Finding


def verify(year: int | None = None) -> Iterator[Finding]:
    """Recompute closings, tallies, receipts and the ledger (of one year, or all) and yield what differs."""
    yield from traces.guards()
    yield from traces.chain()
    yield from _rules()
    yield from _closings(year)
    yield from _tallies(year)
    yield from traces.receipts(year)
    yield from traces.order(year)
    yield from _history(year)


def _rules() -> Iterator[Finding]:
    versions = {rule.version or 0 for rule in CountingRule.objects.adopted()}
    used = set(LedgerEntry.objects.values_list("rule_version", flat=True).distinct().order_by())
    for version in sorted(set(range(1, max(versions | used | {1}) + 1)) - versions):
        yield Finding(_("Counting rule %(version)d is missing.") % {"version": version})


def _closings(year: int | None) -> Iterator[Finding]:
    for closing in Closing.objects.filter(**({"year": year} if year else {})):
        if fingerprint(closing.canonical) != closing.sha256:
            yield Finding(
                _("Closing %(closing)s: the stored figures do not have its fingerprint.") % {"closing": closing}
            )
        counts = frozen(closing)
        if closing.total != sum(count for (_code, role, _month), count in counts.items() if role == Role.LEAD):
            yield Finding(_("Closing %(closing)s: its total is not the sum of its figures.") % {"closing": closing})
        form = UNCHAINED if closing.canonical.startswith(f"{UNCHAINED}\n") else FORM
        if canonical(closing, form).splitlines()[:4] != closing.canonical.splitlines()[:4]:
            sentence = _("Closing %(closing)s: period, rule or last ledger row are not its own.")
            yield Finding(sentence % {"closing": closing})
        for key, (then, now) in _differences(counts, figures(closing)).items():
            told = {"closing": closing, "key": _words(key), "then": then, "now": now}
            yield Finding(_("Closing %(closing)s, %(key)s: %(then)d stands, the ledger gives %(now)d.") % told)


def _differences(ours: dict[Any, int], theirs: dict[Any, int]) -> dict[Any, tuple[int, int]]:
    return {
        key: (ours.get(key, 0), theirs.get(key, 0))
        for key in sorted(ours.keys() | theirs.keys())
        if ours.get(key, 0) != theirs.get(key, 0)
    }


def _words(key: tuple[Any, ...]) -> str:
    """Return (unit, role, year or month, ...) as people say it."""
    code, role, *when = key
    return " ".join([code, f"({Role(role).label})", *map(str, when)])


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
        told = {"key": _words(key), "ledger": ledger_sum, "tally": tally}
        yield Finding(_("Tally %(key)s: the ledger gives %(ledger)d, %(tally)d is kept.") % told)


# --- The ledger against the articles and their history ----------------------------------------------


@dataclass
class _Account:
    """What the ledger says of one article."""

    lead: int = 0
    supporting: Counter[int] = field(default_factory=Counter)
    days: set[dt.date] = field(default_factory=set)
    versions: set[int] = field(default_factory=set)
    reasons: set[str] = field(default_factory=set)
    lead_units: set[int] = field(default_factory=set)
    rows: list[traces.Step] = field(default_factory=list)  # (reason, moment) of its lead rows, as written


def _accounts(year: int | None) -> dict[int, _Account]:
    rows = LedgerEntry.objects.all()
    if year:
        rows = rows.between(dt.date(year, 1, 1), dt.date(year, 12, 31))
    found: dict[int, _Account] = {}
    fields = ("article_id", "satker_id", "role", "day", "delta", "reason", "rule_version", "recorded_at")
    for article, satker, role, day, delta, reason, version, at in rows.order_by("pk").values_list(*fields).iterator():
        account = found.setdefault(article, _Account())
        account.days.add(day)
        account.versions.add(version)
        if role == Role.LEAD:
            account.lead += delta
            account.reasons.add(reason)
            account.rows.append((reason, at))
            account.lead_units.add(satker)
        else:
            account.supporting[satker] += delta
    return found


def _history(year: int | None) -> Iterator[Finding]:
    """Compare the ledger with the articles themselves, their measure, and their history."""
    rules = ledger.Rulebook()
    accounts = _accounts(year)
    articles = Article.objects.once_public()
    if year:
        # The rule may let a day begin later: the first hours of next year can count here.
        articles = articles.between(dt.date(year, 1, 1), dt.date(year + 1, 1, 1))
    among = {"article__in": articles.values("pk")} if year else {}
    states = dict(Revision.objects.filter(**among).order_by("version").values_list("article", "status").iterator())
    measures = Measure.objects.filter(**among).in_bulk()
    numbered = Receipt.objects.filter(**among).values_list("pk", "satker", "year", "issued_at")
    receipts = {pk: (satker, of_year, at) for pk, satker, of_year, at in numbered}
    imported, steps = traces.imports(), _steps(among)
    granted = set(SecondLook.objects.filter(granted=True, **among).values_list("article", flat=True))
    supporting: dict[int, set[int]] = {}
    for article, satker in Article.supporting.through.objects.filter(**among).values_list("article_id", "satker_id"):
        supporting.setdefault(article, set()).add(satker)
    measured: dict[int, int] = {}
    for article in articles.only("status", "first_published_at", "withdrawn_at", "satker", "version").iterator():
        rule = rules.of(article.first_published_at)
        if year and rule.day_of(article.first_published_at).year != year:
            continue
        account = accounts.pop(article.pk, _Account())
        if states.get(article.pk) != article.status:
            yield _told(article, _("Article %(pk)d is %(state)s, but its history ends otherwise."))
        if article.pk not in receipts:
            yield _told(article, _("Article %(pk)d has been public without a receipt."))
        else:
            *whose, issued_at = receipts[article.pk]
            if whose != [article.satker_id, rule.day_of(article.first_published_at).year]:
                yield _told(article, _("Article %(pk)d: its number is of another unit or year."))
            yield from _of_moments(article, account, rule, issued_at, article.pk in imported, steps[article.pk])
        measure = measures.get(article.pk)
        if measure is None:
            yield _told(article, _("Article %(pk)d was never measured."))
            continue
        if rule.min_words:
            measured[article.pk] = measure.words
            if len(measured) == CHUNK:
                yield from _of_length(measured)
                measured = {}
        yield from _of_one(article, account, rule, measure, supporting.get(article.pk, set()), article.pk in granted)
    yield from _of_length(measured)
    for pk in accounts:
        yield Finding(_("The ledger counts article %(pk)d, which was not public then.") % {"pk": pk})


def _steps(among: dict[str, Any]) -> defaultdict[int, list[traces.Step]]:
    """Return the withdrawals and reinstatements of each article, in the order of its history."""
    found: defaultdict[int, list[traces.Step]] = defaultdict(list)
    lines = Revision.objects.filter(verb__in=traces.STEPS, **among).order_by("version")
    for article, verb, at in lines.values_list("article", "verb", "at").iterator():
        found[article].append((verb, at))
    return found


def _of_moments(
    article: Article, account: _Account, rule: CountingRule, issued_at: dt.datetime, imported: bool,
    steps: list[traces.Step],
) -> Iterator[Finding]:  # fmt: skip
    """Compare the moments that number, ledger and history tell of one article."""
    first = [at for reason, at in account.rows if reason in FIRST]
    if issued_at not in first or (issued_at != article.first_published_at and not imported):
        yield _told(article, _("Article %(pk)d: its number was not given when it became public."))
    counts_from = [at for reason, at in account.rows if reason in ledger.ADMITTED]
    written = [(reason, at) for reason, at in account.rows if reason in traces.STEPS.values()]
    if written != traces.expected(rule, article, counts_from, steps):
        yield _told(article, _("Article %(pk)d: ledger and history tell of other withdrawals."))


def _of_one(
    article: Article, account: _Account, rule: CountingRule, measure: Measure, supporting: set[int], granted: bool
) -> Iterator[Finding]:
    failings = rule.failings(measure)
    admitted = not failings or granted
    decision = {Reason.NOT_COUNTED} if failings else {Reason.FIRST_PUBLICATION, Reason.IMPORT}
    if not account.reasons & decision or (Reason.LOOK_GRANTED in account.reasons) != granted:
        yield _told(article, _("Article %(pk)d: the ledger did not decide as its counting rule says."))
    stands = admitted and (
        article.status == Status.PUBLISHED
        or rule.counts_when_withdrawn(article.first_published_at, article.withdrawn_at)  # type: ignore[arg-type]
    )
    if account.lead != stands or account.lead_units - {article.satker_id}:
        yield _told(article, _("Article %(pk)d is %(state)s, but the ledger counts otherwise."))
    credited = supporting - {article.satker_id} if stands and rule.credits_supporting else set()
    if {unit for unit, count in account.supporting.items() if count} != credited:
        yield _told(article, _("Article %(pk)d: the ledger credits other supporting units."))
    if account.days - {rule.day_of(article.first_published_at)}:  # type: ignore[arg-type]
        yield _told(article, _("Article %(pk)d counts on another day than that of its first publication."))
    if account.versions - {rule.version}:
        yield _told(article, _("Article %(pk)d was counted by another rule than that of its day."))


def _of_length(measured: dict[int, int]) -> Iterator[Finding]:
    """Compare the words that a chunk of articles was measured with and the texts with which they became public.

    A name that was taken out since (news/removals.py) left its number of words behind.
    """
    then = published_texts(measured)
    removed: Counter[int] = Counter()
    for pk, words in NameCleaning.objects.filter(article__in=measured).values_list("article_id", "words"):
        removed[pk] += words
    for pk, words in measured.items():
        if html.words(then[pk]) + removed[pk] != words:
            yield Finding(_("Article %(pk)d: its text had another length when it was published.") % {"pk": pk})


def published_texts(pks: Collection[int]) -> dict[int, str]:
    """Return the texts with which these articles became public, as the history keeps them.

    An imported text is put into the history, at its first version, when it is changed for the first time.
    """
    lines = Revision.objects.filter(article__in=pks).order_by("version")
    public: dict[int, int] = {}
    for pk, version in lines.filter(verb__in=["publish", "import"]).values_list("article", "version"):
        public.setdefault(pk, version)
    then = dict(Article.objects.filter(pk__in=pks).values_list("pk", "body"))
    for pk, version, content in lines.filter(content__isnull=False).values_list("article", "version", "content"):
        if content and version <= public.get(pk, 1):
            then[pk] = content["body"]
    return then


def _told(article: Article, sentence: str) -> Finding:
    return Finding(sentence % {"pk": article.pk, "state": article.status})
