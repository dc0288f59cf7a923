"""Who leads, without cutting among equals."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

Each = TypeVar("Each")
MOST = 8  # lines, where more units share the last rank shown


def tops(
    ranked: Sequence[Each], figure: Callable[[Each], Any], shown: int, most: int = MOST
) -> tuple[list[tuple[int, Each]], int]:
    """Return the first `shown` of what is ranked, the best first, with their ranks, and how many more are left equal.

    Equal figures share a rank. All who share the last rank are shown if that makes no more than `most` lines.
    """
    ranks: list[int] = []
    for place, each in enumerate(ranked, 1):
        ranks.append(ranks[-1] if place > 1 and figure(each) == figure(ranked[place - 2]) else place)
    last = ranks[:shown][-1] if ranks else 0
    whole = sum(1 for rank in ranks if rank <= last)
    end = whole if whole <= most else shown
    return list(zip(ranks[:end], ranked[:end], strict=True)), whole - end
