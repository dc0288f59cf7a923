"""What an article measures when it is first published: words, photo, and what it shares with earlier stories."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.db import connection, transaction

from news import html, likeness
from news.models.counting import Band, CountingRule, Measure

if TYPE_CHECKING:
    from news.models.article import Article

# What one key may bring, and how many of the likest are compared word by word.
SAME_KEY, CANDIDATES = 400, 12
CHUNK = 200
COPIES = 7377  # a number of ours for the advisory lock


def has_told_photo(article: Article) -> bool:
    """Return whether the article leads with a photo that has a caption and a description."""
    photo = article.lead_photo
    return bool(photo and photo.caption.strip() and photo.alt.strip())


def one_at_a_time() -> None:
    """Let nobody else compare until this transaction ends: of two copies published at once, one must see the other.

    Taken before any unit is locked, wherever a rule leaves out copies. On SQLite a writer is alone anyway.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [COPIES])


def measure(article: Article) -> Measure:
    """Measure an article that is becoming public and compare it with what was public before; in a transaction."""
    found = Measure(article=article, words=html.words(article.body), photo=has_told_photo(article))
    compare(article, found, among_public=True)
    found.save(force_insert=True)
    return found


def compare(article: Article, found: Measure, among_public: bool = False) -> None:
    """Find the likest story that was published before, and leave the keys by which later ones find this one.

    For a story that becomes public now, all that is public was before it, whatever moment two officers pressed.
    """
    mine = likeness.shingles(html.plain(article.body))
    keys = likeness.keys(mine)
    found.likeness, found.like_id = 0, None
    for share, other in _alike(article, mine, keys):
        if (among_public or _is_before(other, article)) and share > found.likeness:
            found.likeness, found.like_id = share, other.pk
    Band.objects.bulk_create(Band(key=key, article_id=article.pk) for key in keys)


def _alike(article: Article, mine: set[int], keys: list[int]) -> list[tuple[int, Article]]:
    """Return the public stories that share most keys with this one, each with the per cent of shared wording."""
    shared = Counter(
        Band.objects.filter(key__in=keys).exclude(article_id=article.pk).values_list("article_id", flat=True)[:SAME_KEY]
    )
    if not shared:
        return []
    likest = [pk for pk, _keys in shared.most_common(CANDIDATES)]
    others = type(article).objects.once_public().filter(pk__in=likest).only("body", "first_published_at")
    return [
        (likeness.likeness(mine, likeness.shingles(html.plain(other.body))), other) for other in others.order_by("pk")
    ]


def _is_before(one: Article, other: Article) -> bool:
    return (one.first_published_at, one.pk) < (other.first_published_at, other.pk)


def _tell_later(article: Article) -> None:
    """Let an imported story be the original of later ones that were compared before it came in.

    Only where no rule leaves out copies: where one does, imports are compared at once, and what was decided stays.
    """
    mine = likeness.shingles(html.plain(article.body))
    for share, other in _alike(article, mine, likeness.keys(mine)):
        if not _is_before(other, article):
            Measure.objects.filter(pk=other.pk, likeness__lt=share).update(likeness=share, like=article)


def pending() -> int:
    """Return how many imported articles have not been compared yet."""
    return Measure.objects.filter(likeness__isnull=True).count()


def compare_pending(most: int = CHUNK) -> Iterator[int]:
    """Compare up to `most` imported articles, the earliest first; yield how many are done so far.

    An import leaves the comparison for later: it costs as much as all the rest. Safe on several hosts at once.
    """
    from news.models.article import Article

    done, strict = 0, CountingRule.objects.adopted().filter(copies_count=False).exists()
    while done < most:
        with transaction.atomic():
            rows = Measure.objects.filter(likeness__isnull=True).select_for_update(
                of=("self",), skip_locked=connection.features.has_select_for_update_skip_locked
            )
            # The earlier story first: it is the original, whatever order the imports came in.
            chunk = list(rows.order_by("article__first_published_at", "article_id")[: min(CHUNK, most - done)])
            if not chunk:
                return
            articles = Article.objects.in_bulk([found.pk for found in chunk])
            for found in chunk:
                compare(articles[found.pk], found)
            Measure.objects.bulk_update(chunk, ["likeness", "like"])
            if not strict:
                for found in chunk:
                    _tell_later(articles[found.pk])
        done += len(chunk)
        yield done
