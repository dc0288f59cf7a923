"""How much wording two stories share, and keys by which the likest of many is found.

A text is taken as the set of its four-word shingles; likeness is the Jaccard index of two such sets
(Broder, 1997, "On the resemblance and containment of documents"). The keys are bands of a one-permutation
MinHash (Li, Owen, Zhang, 2012): two texts that share 70 % of their shingles have at least one of eight keys
in common in 96 of 100 cases, at 80 % in more than 99; at 30 % in 20.
"""

from __future__ import annotations

import hashlib
import re
import struct
from zlib import crc32

SHINGLE = 4
BANDS, ROWS = 8, 3
BINS = BANDS * ROWS
WORD = re.compile(r"\w+")


def shingles(text: str) -> set[int]:
    """Return the hashed four-word shingles of a plain text; a text of fewer words is one shingle, or none."""
    words = WORD.findall(text.casefold())
    if len(words) < SHINGLE:
        return {crc32(" ".join(words).encode())} if words else set()
    return {crc32(" ".join(words[at : at + SHINGLE]).encode()) for at in range(len(words) - SHINGLE + 1)}


def likeness(mine: set[int], theirs: set[int]) -> int:
    """Return the share of all shingles that both texts have, in whole per cent."""
    return 100 * len(mine & theirs) // len(mine | theirs) if mine and theirs else 0


def keys(found: set[int]) -> list[int]:
    """Return eight signed 64-bit keys of a set of shingles, none for an empty one."""
    if not found:
        return []
    least: list[int | None] = [None] * BINS
    for value in found:
        place, rest = value % BINS, value // BINS
        known = least[place]
        if known is None or rest < known:
            least[place] = rest
    # An empty bin borrows from the next full one, marked with the distance (densification by rotation).
    full = [_next_full(least, place) for place in range(BINS)]
    bands = (full[band * ROWS : (band + 1) * ROWS] for band in range(BANDS))
    return [_key(band, [number for pair in rows for number in pair]) for band, rows in enumerate(bands)]


def _next_full(least: list[int | None], place: int) -> tuple[int, int]:
    for step in range(BINS):
        value = least[(place + step) % BINS]
        if value is not None:
            return step, value
    raise ValueError("no bin is full")


def _key(band: int, numbers: list[int]) -> int:
    packed = struct.pack(f"<{1 + len(numbers)}q", band, *numbers)
    return int.from_bytes(hashlib.blake2b(packed, digest_size=8).digest(), "little", signed=True)
