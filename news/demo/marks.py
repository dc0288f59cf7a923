"""Rules, reads, marks, a closed year and a second look for the demonstration: drawn by chance, the same each time."""

from __future__ import annotations

import datetime as dt
import random

from django.utils import timezone

from news import closing, goals, measuring, rubrics
from news.models import (
    Article,
    Category,
    Closing,
    CountingRule,
    DailyReads,
    LedgerEntry,
    Measure,
    Rubric,
    SecondLook,
    Status,
)
from news.querysets import start_of
from satker.models import Officer

SEED = 73
SERVICE = ["layanan", "haji-umrah", "pengumuman"]
MIN_WORDS, STRICTER = 160, 170
MARKED, READ = 90, 400
OFFICIALS = [
    {"name": "(nama pejabat)", "position": "Kepala Bagian Tata Usaha", "nip": ""},
    {"name": "(nama pejabat)", "position": "Ketua Tim Humas dan Komunikasi Publik", "nip": ""},
]


def rule(regional: Officer) -> None:
    """Adopt a rule for the first half of last year, before a story is counted, and keep a stricter one as a draft.

    This year everything counts: whoever tries the portal with three words must see them counted.
    """
    last_year = goals.today().year - 1
    if CountingRule.objects.filter(version=2).exists():
        return
    before = start_of(dt.date(last_year - 1, 12, 1))
    adopted = CountingRule.objects.create(name=f"Minimal {MIN_WORDS} kata", min_words=MIN_WORDS, made_by=regional)
    adopted.adopt(regional, dt.date(last_year, 1, 1), at=before)
    again = CountingRule.objects.create(name="Setiap berita dihitung lagi", made_by=regional)
    again.adopt(regional, dt.date(last_year, 7, 1), at=before)
    CountingRule.objects.create(
        name=f"Minimal {STRICTER} kata, berfoto, bukan salinan", min_words=STRICTER, needs_photo=True,
        copies_count=False, made_by=regional,
    )  # fmt: skip


def furnish(regional: Officer) -> None:
    """Add what stands beside the counts; safe to repeat."""
    rng = random.Random(SEED)
    Category.objects.filter(slug__in=SERVICE).update(is_service=True)
    for _done in measuring.compare_pending(10_000):
        pass
    if not DailyReads.objects.exists():
        _reads(rng)
    if not Rubric.objects.exists():
        _rubrics(regional, rng)
    if not SecondLook.objects.exists():
        _second_looks()
    _close_last_year(regional)


def _reads(rng: random.Random) -> None:
    """Let the newest stories have been read on their first days."""
    today = goals.today()
    for article in Article.objects.published().newest()[:READ]:
        first = timezone.localtime(article.first_published_at).date()
        whole = 0
        for after in range(min(7, (today - first).days + 1)):
            count = int(rng.paretovariate(1.1) * 14 / (after + 1))
            if count:
                DailyReads.objects.create(article=article, day=first + dt.timedelta(days=after), count=min(count, 900))
                whole += min(count, 900)
        Measure.objects.filter(pk=article.pk).update(reads=whole)


def _rubrics(regional: Officer, rng: random.Random) -> None:
    """Mark a sample."""
    listed = list(Article.objects.published().newest()[:READ])
    for article in rng.sample(listed, min(MARKED, len(listed))):
        marks = {name: rng.choice((2, 3, 3, 3, 4)) for name in Rubric.INDICATORS}
        rubrics.give(article, regional, marks, Rubric.Origin.SAMPLE)


def _second_looks() -> None:
    """Let two units ask about a story that was not counted."""
    rows = LedgerEntry.objects.filter(reason="not_counted").order_by("-article__first_published_at")
    for row in rows.select_related("article__satker")[:2]:
        officer = Officer.objects.filter(satker=row.satker_id, is_active=True).first()
        by = officer or Officer.objects.filter(role=Officer.Role.EDITOR).first()
        if by and row.article.status == Status.PUBLISHED:
            _ask(row.article, by)


def _ask(article: Article, by: Officer) -> None:
    if by.satker_id == article.satker_id or (by.satker and article.satker.path.startswith(by.satker.path)):
        SecondLook.ask(article, by, "Ini pengumuman layanan: isinya memang pendek, tetapi lengkap.")


def _close_last_year(regional: Officer) -> None:
    """Close last year, then withdraw one of its stories: as closed and as now differ by it."""
    year = goals.today().year - 1
    if Closing.objects.filter(year=year).exists():
        return
    at = start_of(dt.date(year + 1, 1, 5)) + dt.timedelta(hours=10)
    closing.close(regional, year, place="Makassar", officials=OFFICIALS, at=min(at, timezone.now()))
    late = Article.objects.published().between(dt.date(year, 12, 1), dt.date(year, 12, 31)).newest().first()
    if late:
        late.withdraw(regional, "Data peserta keliru; berita pengganti sudah terbit.")
