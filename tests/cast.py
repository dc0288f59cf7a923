"""The cast: a small tree of units, the officers who work in it, and what they write.

Plain functions, so that processes of their own can build the same cast (tests/news/racing.py).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Any

from news.models import Article, Category, CountingRule, Status
from satker.access import Role
from satker.models import Kind, Officer, Satker

WITA = dt.timezone(dt.timedelta(hours=8))


def wita(*parts: int) -> dt.datetime:
    """Return a moment by the clock of Makassar, reckoned without the portal's own time zone."""
    return dt.datetime(*parts, tzinfo=WITA)


NOON = wita(2026, 3, 10, 12)


@dataclass(frozen=True)
class Units:
    kanwil: Satker
    parepare: Satker
    kua: Satker  # below Parepare, set to review
    pinrang: Satker

    def __iter__(self) -> Iterator[Satker]:
        return (getattr(self, each.name) for each in fields(self))


def unit(code: str, kind: str, short_name: str, parent: Satker | None = None, **more: Any) -> Satker:
    place = short_name.split()[-1]
    return Satker.objects.create(
        code=code,
        # The kinds are rows of a migration, which a flush takes away.
        kind=Kind.objects.get_or_create(code=kind, defaults={"name": kind})[0],
        parent=parent,
        official_name=f"Kantor {short_name}",
        short_name=short_name,
        byline=f"Humas {place}",
        dateline_place=place,
        **more,
    )


def units() -> Units:
    # A row of a migration too.
    CountingRule.objects.get_or_create(version=1, defaults={"name": "Semua", "starts_on": dt.date(1900, 1, 1)})
    kanwil = unit("KANWIL-73", "kanwil", "Kanwil Kemenag Sulsel")
    parepare = unit("KK-73.72", "kankemenag", "Kemenag Parepare", kanwil, regency="Kota Parepare")
    pinrang = unit("KK-73.15", "kankemenag", "Kemenag Pinrang", kanwil, regency="Kabupaten Pinrang")
    kua = unit("KUA-73.72.01", "kua", "KUA Bacukiki", parepare, regency="Kota Parepare", publishes_directly=False)
    return Units(kanwil, parepare, kua, pinrang)


def officer(username: str, role: Role, satker: Satker | None = None, **more: Any) -> Officer:
    return Officer.objects.create_user(username, role=role, satker=satker, **{"name": username.title(), **more})


def category() -> Category:
    return Category.objects.get_or_create(slug="layanan", defaults={"name": "Layanan"})[0]


def write(by: Officer, title: str = "Manasik di Masjid Raya", satker: Satker | None = None, **content: Any) -> Article:
    """Return a draft that lacks nothing for publication."""
    content = {"body": "<p>Sebanyak 120 calon jemaah hadir.</p>", "category": category(), **content}
    home = satker or by.satker
    assert home is not None, "the regional team writes for a unit: say which"
    return Article.create(by, home, title=title, **{"at": NOON, **content})


def published(by: Officer, *args: Any, at: dt.datetime = NOON, **content: Any) -> Article:
    """Return an article that its own writer published at `at`."""
    article = write(by, *args, at=at, **content)
    article.publish(by, at=at)
    return article


def article_in(status: Status, by: Officer, **content: Any) -> Article:
    """Return an article in `status`, led there by its verbs at NOON; scheduled for the day after."""
    article = write(by, **content)
    match status:
        case Status.RETURNED:
            article.submit(by, at=NOON)
            article.return_to_writer(by, "Tambahkan jumlah peserta.", at=NOON)
        case Status.IN_REVIEW:
            article.submit(by, at=NOON)
        case Status.HELD:
            article.hold(by, "Ada tautan judi.", at=NOON)
        case Status.SCHEDULED:
            article.schedule(by, NOON + dt.timedelta(days=1), at=NOON)
        case Status.PUBLISHED:
            article.publish(by, at=NOON)
        case Status.WITHDRAWN:
            article.publish(by, at=NOON)
            article.withdraw(by, "Berita ganda.", at=NOON)
        case Status.DISCARDED:
            article.discard(by, at=NOON)
    return article
