"""Pages of constant cost: each begins where its neighbour ended, nothing is counted or skipped."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.db.models import Model, Q, QuerySet
from django.http import Http404, QueryDict

OLDER, NEWER = "sebelum", "sesudah"
CURSOR = re.compile(r"(\d{1,17})-(\d{1,18})", re.ASCII)
EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
MICROSECOND = dt.timedelta(microseconds=1)


@dataclass(frozen=True)
class Window:
    """One page of rows, newest first, and the query strings of its neighbours ("" where none is)."""

    items: list[Any]
    older: str
    newer: str


def window(
    queryset: QuerySet[Any], query: QueryDict, size: int, moment: str, key: str = "pk", keep: Sequence[str] = ()
) -> Window:
    """Return the page of `queryset` that the query string asks for, by one query.

    Rows are ordered by the fields `moment` (a datetime, never null) and `key`, newest first. The
    links carry the parameters named in `keep` and no others. An impossible cursor is a 404.
    """
    kept = {name: query[name] for name in keep if query.get(name)}

    def link(name: str, items: list[Model], position: int) -> str:
        if not items:
            return ""
        at = (getattr(items[position], moment) - EPOCH) // MICROSECOND
        return "?" + urlencode({**kept, name: f"{at}-{getattr(items[position], key)}"})

    if cursor := query.get(NEWER):
        rows = list(_beyond(queryset, moment, key, cursor, "gt").order_by(moment, key)[: size + 1])
        items, more = rows[:size][::-1], len(rows) > size
        return Window(items, link(OLDER, items, -1), link(NEWER, items, 0) if more else "")
    cursor = query.get(OLDER)
    if cursor:
        queryset = _beyond(queryset, moment, key, cursor, "lt")
    rows = list(queryset.order_by(f"-{moment}", f"-{key}")[: size + 1])
    items, more = rows[:size], len(rows) > size
    return Window(
        items,
        link(OLDER, items, -1) if more else "",
        link(NEWER, items, 0) if cursor else "",
    )


def whole_number(query: QueryDict, name: str, most: int) -> int:
    """Return a number from 1 of the address, 0 where none is; what can mean nothing is a 404."""
    value = query.get(name, "")
    if not value:
        return 0
    if not (value.isascii() and value.isdecimal() and len(value) <= 18 and 1 <= int(value) <= most):
        raise Http404
    return int(value)


def _beyond(queryset: QuerySet[Any], moment: str, key: str, cursor: str, side: str) -> QuerySet[Any]:
    found = CURSOR.fullmatch(cursor)
    if not found:
        raise Http404
    try:
        at = EPOCH + int(found[1]) * MICROSECOND
    except OverflowError:
        raise Http404 from None
    # The first condition is implied by the second; it is the one that an index can follow.
    return queryset.filter(
        Q(**{f"{moment}__{side}e": at}),
        Q(**{f"{moment}__{side}": at}) | Q(**{f"{key}__{side}": int(found[2])}),
    )
