"""The data meter: bytes up and down of each signed-in officer and month, for the budget of data quota.

Two counts that never overlap: the portal counts each request of desk, account and administration, as it comes in
and as it leaves; a page of the desk reports what the portal cannot see, files under /static/ and /media/ and what
a proxy compressed on the way (static/js/meter.js). Both are kept in memory and written at most once a minute.
"""

from __future__ import annotations

import datetime as dt
import logging
import threading
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from django.contrib.auth import SESSION_KEY
from django.db import DatabaseError, transaction
from django.db.models import F
from django.db.models.functions import Greatest
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone

from news.models import Traffic
from satker.models import Officer

logger = logging.getLogger(__name__)

ROOMS = ("/redaksi/", "/akun/", "/admin/")
KEPT_SECONDS = 60
# Nothing larger comes in one piece, and a forged length must not fill the column.
MOST = 2**30
GIGABYTE = 10**9  # as the operators sell it
UP, DOWN, ORIGINAL, SENT, REQUESTS = FIELDS = ("up", "down", "photos_original", "photos_sent", "requests")
FIRST_LINE, HEADER = len(" HTTP/1.1 200\r\n"), len(": \r\n")

_lock = threading.Lock()
_counted: dict[tuple[int, dt.date], Counter[str]] = {}
_since: dt.datetime | None = None


# --- Counting -------------------------------------------------------------------------------------


def note(officer: int, at: dt.datetime | None = None, **bytes_of: int) -> None:
    """Count bytes of an officer (`up`, `down`, ...) in the month of `at`; written down later."""
    global _since
    at = at or timezone.now()
    month = timezone.localtime(at).date().replace(day=1)
    with _lock:
        counted = _counted.setdefault((officer, month), Counter())
        for name, count in bytes_of.items():
            counted[name] += count
        _since = _since or at
        late = (at - _since).total_seconds() >= KEPT_SECONDS
    if late:
        try:
            flush()
        except DatabaseError:
            # The counts are kept; whoever works must not see an error for it.
            logger.exception("Data traffic could not be written")


def shrunk(officer: Officer, original: int, sent: int) -> None:
    """Count a photo that was `original` bytes on the telephone and came in `sent`; its bytes up are counted already.

    Without a word of the browser about its first size it was as large as it came.
    """
    sent = min(max(sent, 0), MOST)
    note(officer.pk, photos_original=min(max(original, sent), MOST), photos_sent=sent)


def forget() -> dict[tuple[int, dt.date], Counter[str]]:
    """Return what this process has counted since it last wrote, and begin again."""
    global _counted, _since
    with _lock:
        taken, _counted, _since = _counted, {}, None
    return taken


def flush() -> int:
    """Write what this process has counted to the database and return how many requests that were."""
    taken = forget()
    if not taken:
        return 0
    try:
        _write(taken)
    except BaseException:
        with _lock:
            for key, counts in taken.items():
                _counted.setdefault(key, Counter()).update(counts)
        raise
    return sum(counts[REQUESTS] for counts in taken.values())


def _write(taken: dict[tuple[int, dt.date], Counter[str]]) -> None:
    with transaction.atomic():
        posts = dict(Officer.objects.filter(pk__in={pk for pk, _month in taken}).values_list("pk", "satker"))
        # In one order everywhere, so that two hosts wait for each other and never both.
        keys = sorted(key for key in taken if key[0] in posts)
        Traffic.objects.bulk_create(
            [Traffic(officer_id=pk, month=month, satker_id=posts[pk]) for pk, month in keys], ignore_conflicts=True
        )
        for pk, month in keys:
            # What a page takes off for a proxy may come before what it is taken from.
            added = {name: Greatest(F(name) + count, 0) for name, count in taken[pk, month].items()}
            Traffic.objects.filter(officer=pk, month=month).update(**added)


# --- Requests -------------------------------------------------------------------------------------


class MeterMiddleware:
    """Count what signed-in officers send and get; the first of all, so that it sees what really leaves."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if request.path_info.startswith(ROOMS) and (officer := _officer(request)):
            _measure(officer, request, response)
        return response


def _officer(request: HttpRequest) -> int:
    """Return the id of who is signed in, 0 for nobody; asks no database, as the page has read the session."""
    session = getattr(request, "session", None)
    if session is None or not session.accessed:
        return 0
    return _whole(session.get(SESSION_KEY))


def _whole(text: object) -> int:
    """Return a number as it is written in a header, 0 for anything else, at most MOST."""
    text = str(text)
    return min(int(text), MOST) if len(text) <= 18 and text.isascii() and text.isdecimal() else 0


def _measure(officer: int, request: HttpRequest, response: HttpResponseBase) -> None:
    up = _size_of(request) + _whole(request.META.get("CONTENT_LENGTH"))
    head = FIRST_LINE + sum(len(name) + len(value) + HEADER for name, value in response.items())
    head += sum(len(cookie.output()) for cookie in response.cookies.values())
    body = _body(request, response)
    if body is None:
        response.streaming_content = _listened(officer, response.streaming_content)  # type: ignore[attr-defined]
    elif body and response.status_code == 200 and response.headers.get("Content-Type", "").startswith("text/html"):
        # The page compares it with what arrived: a proxy may have compressed it.
        response["Server-Timing"] = f"sent;dur={body}"
    note(officer, up=up, down=head + (body or 0), requests=1)


def _size_of(request: HttpRequest) -> int:
    """Return the bytes of the request line and its headers, as HTTP/1.1 writes them."""
    meta = request.META
    # HTTP_ before a name is as long as what stands round it on the line.
    heads = sum(len(name) + len(value) for name, value in meta.items() if name.startswith("HTTP_"))
    return FIRST_LINE + len(request.path) + len(meta.get("QUERY_STRING", "")) + heads


def _body(request: HttpRequest, response: HttpResponseBase) -> int | None:
    """Return the bytes of the body; None for a stream of unknown length, which is counted as it goes."""
    if request.method == "HEAD":
        return 0
    if "Content-Length" in response.headers:
        return _whole(response.headers["Content-Length"])
    if isinstance(response, HttpResponse):
        return len(response.content)
    return 0 if getattr(response, "is_async", False) else None


def _listened(officer: int, parts: Iterable[bytes]) -> Iterator[bytes]:
    """Pass a stream on, and count it when it ends or breaks off."""
    sent = 0
    try:
        for part in parts:
            sent += len(part)
            yield part
    finally:
        note(officer, down=sent)


# --- Figures --------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Sum:
    """Bytes of an officer or a unit, of a month or of several."""

    up: int = 0
    down: int = 0
    photos_original: int = 0
    photos_sent: int = 0
    requests: int = 0

    def __add__(self, other: Sum) -> Sum:
        return Sum(*(getattr(self, name) + getattr(other, name) for name in FIELDS))

    @property
    def together(self) -> int:
        return self.up + self.down

    @property
    def saved(self) -> int:
        """What photos took less because they were made smaller before they were sent."""
        return self.photos_original - self.photos_sent

    @property
    def unshrunk(self) -> int:
        """What all would have come to, had each photo been sent as it was taken."""
        return self.together + self.saved

    def price(self, per_gigabyte: int) -> int:
        """Return the whole rupiah that `together` costs."""
        return (self.together * per_gigabyte + GIGABYTE // 2) // GIGABYTE


def total(sums: Iterable[Sum]) -> Sum:
    """Return the sum of sums."""
    return sum(sums, Sum())


def months_of(officer: Officer, until: dt.date, count: int) -> list[tuple[dt.date, Sum]]:
    """Return `count` months up to the one of `until`, the oldest first, each with the officer's bytes; one query."""
    last = until.year * 12 + until.month - 1
    days = [dt.date(number // 12, number % 12 + 1, 1) for number in range(last - count + 1, last + 1)]
    rows = Traffic.objects.filter(officer=officer, month__range=(days[0], days[-1]))
    found = {month: Sum(*counts) for month, *counts in rows.values_list("month", *FIELDS)}
    return [(day, found.get(day, Sum())) for day in days]
