"""How often stories are read: a number a day, without a cookie, and without keeping anybody's address."""

from __future__ import annotations

import datetime as dt
import hmac
import logging
import threading
from collections import Counter

from django.conf import settings
from django.core.cache import cache
from django.db import DatabaseError, transaction
from django.db.models import F
from django.utils import timezone

from news.models import Article, DailyReads, Measure

logger = logging.getLogger(__name__)

# One reader who opens a story again within this time has read it once.
AGAIN_SECONDS = 30 * 60
KEPT_SECONDS = 30
FROM_ONE_PLACE, DAY_SECONDS = 30, 24 * 60 * 60  # a classroom behind one address

_lock = threading.Lock()
_counted: Counter[tuple[int, dt.date]] = Counter()
_since: dt.datetime | None = None


def note(article_id: int, reader: str, place: str = "", at: dt.datetime | None = None) -> None:
    """Count that `reader` (what tells clients apart, never kept as such) read an article; written down later.

    From one `place` (an address, never kept either) an article is read so many times a day at most.
    """
    global _since
    at = at or timezone.now()
    if not cache.add(f"read:{_mark(at, article_id, reader)}", 1, AGAIN_SECONDS) or _is_flood(article_id, place, at):
        return
    with _lock:
        _counted[article_id, timezone.localtime(at).date()] += 1
        _since = _since or at
        late = (at - _since).total_seconds() >= KEPT_SECONDS
    if late:
        try:
            flush()
        except DatabaseError:
            # The counts are kept; whoever reads must not see an error for it.
            logger.exception("Reads could not be written")


def _mark(at: dt.datetime, article_id: int, who: str) -> str:
    """Return a keyed digest, which stays in the cache for a while and leads back to nobody."""
    return hmac.digest(_salt(at), f"{article_id} {who}".encode(), "sha256").hex()


def _is_flood(article_id: int, place: str, at: dt.datetime) -> bool:
    """Return whether this place has read the article too often today: an office has one address, a script too."""
    key = f"reads:{_mark(at, article_id, place)}"
    if cache.add(key, 1, DAY_SECONDS):
        return False
    try:
        return cache.incr(key) > FROM_ONE_PLACE
    except ValueError:  # it has just run out
        return False


def _salt(at: dt.datetime) -> bytes:
    return f"{settings.SECRET_KEY} {at:%Y-%m-%d}".encode()


def flush() -> int:
    """Write what this process has counted to the database and return how many reads that were."""
    global _since
    with _lock:
        taken = dict(_counted)
        _counted.clear()
        _since = None
    if not taken:
        return 0
    try:
        with transaction.atomic():
            known = set(
                Article.objects.published().filter(pk__in={pk for pk, _day in taken}).values_list("pk", flat=True)
            )
            for (pk, day), count in sorted(taken.items()):
                if pk not in known:
                    continue
                DailyReads.objects.get_or_create(article_id=pk, day=day, defaults={"count": 0})
                DailyReads.objects.filter(article_id=pk, day=day).update(count=F("count") + count)
                Measure.objects.filter(pk=pk).update(reads=F("reads") + count)
    except BaseException:
        with _lock:
            _counted.update(taken)
        raise
    return sum(taken.values())
