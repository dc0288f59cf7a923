"""What an article measures when it is first published: words, photo, and what it shares with earlier stories."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.db import connection, transaction

from news import html, likeness
from news.models.counting import Band, Measure

if TYPE_CHECKING:
    from news.models.article import Article

# What one key may bring, and how many of the likest are compared word by word.
SAME_KEY, CANDIDATES = 400, 12
CHUNK = 200


def has_told_photo(article: Article) -> bool:
    """Return whether the article leads with a photo that has a caption and a description."""
    photo = article.lead_photo
    return bool(photo and photo.caption.strip() and photo.alt.strip())


def measure(article: Article) -> Measure:
    """Measure an article that is becoming public and compare it with what was public before; in a transaction."""
    found = Measure(article=article, words=html.words(article.body), photo=has_told_photo(article))
    compare(article, found)
    found.save(force_insert=True)
    return found


def compare(article: Article, found: Measure) -> None:
    """Find the likest story that was published before, and leave the keys by which later ones find this one."""
    mine = likeness.shingles(html.plain(article.body))
    keys = likeness.keys(mine)
    found.likeness, found.like_id = _likest(article, mine, keys)
    Band.objects.bulk_create(Band(key=key, article_id=article.pk) for key in keys)


def _likest(article: Article, mine: set[int], keys: list[int]) -> tuple[int, int | None]:
    shared = Counter(
        Band.objects.filter(key__in=keys).exclude(article_id=article.pk).values_list("article_id", flat=True)[:SAME_KEY]
    )
    if not shared:
        return 0, None
    earlier = (
        type(article)
        .objects.once_public()
        .filter(pk__in=[pk for pk, _keys in shared.most_common(CANDIDATES)])
        .filter(first_published_at__lte=article.first_published_at)
        .exclude(first_published_at=article.first_published_at, pk__gt=article.pk)
    )
    likest, like_pk = 0, None
    for pk, body in earlier.order_by("pk").values_list("pk", "body"):
        share = likeness.likeness(mine, likeness.shingles(html.plain(body)))
        if share > likest:
            likest, like_pk = share, pk
    return likest, like_pk


def pending() -> int:
    """Return how many imported articles have not been compared yet."""
    return Measure.objects.filter(likeness__isnull=True).count()


def compare_pending(most: int = CHUNK) -> Iterator[int]:
    """Compare up to `most` imported articles, in the order of their numbers; yield how many are done so far.

    An import leaves the comparison for later: it costs as much as all the rest. Safe on several hosts at once.
    """
    from news.models.article import Article

    done = 0
    while done < most:
        with transaction.atomic():
            rows = Measure.objects.filter(likeness__isnull=True).select_for_update(
                skip_locked=connection.features.has_select_for_update_skip_locked
            )
            chunk = list(rows.order_by("article_id")[: min(CHUNK, most - done)])
            if not chunk:
                return
            articles = Article.objects.in_bulk([found.pk for found in chunk])
            for found in chunk:
                compare(articles[found.pk], found)
            Measure.objects.bulk_update(chunk, ["likeness", "like"])
        done += len(chunk)
        yield done
