"""Bars as plain data: the server draws them as SVG, with the numbers as text beside them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

TALL = 100


@dataclass(frozen=True)
class Bar:
    """One bar on a scale of 100: `top` + `height` is always 100; `best` marks the record."""

    label: str
    count: int
    top: int
    height: int
    best: bool
    link: str = ""


def bars(pairs: Iterable[tuple[str, int]], most: int = 0, links: Iterable[str] = ()) -> list[Bar]:
    """Return bars for (label, count) pairs; `most` is the count of a full bar, the largest one unless given.

    A count that is not 0 shows at least as a line; the largest counts are the best ones.
    """
    listed = list(pairs)
    largest = max((count for _label, count in listed), default=0)
    full = max(most, largest, 1)
    found, leads = [], [*links]
    for place, (label, count) in enumerate(listed):
        height = max(round(TALL * max(count, 0) / full), 2 if count > 0 else 0)
        found.append(Bar(label, count, TALL - height, height, 0 < count == largest, "".join(leads[place : place + 1])))
    return found
