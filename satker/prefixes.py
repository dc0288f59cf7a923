"""The letters before a receipt number: PRP for Parepare, PNR for Pinrang."""

from collections.abc import Collection, Iterator
from itertools import combinations, count

from django.utils.text import slugify

# Words that say the kind of a unit, not which one it is.
KIND_WORDS = {"kanwil", "kemenag", "kankemenag", "kua", "kantor", "man", "mtsn", "min", "kota", "kabupaten"}
VOWELS = set("AIUEO")


def candidates(short_name: str) -> Iterator[str]:
    """Yield prefixes from the most to the least telling: consonants, then any letters, then numbered."""
    words = slugify(short_name).split("-")
    # Numbers last: a prefix begins with a letter, and MAN 1 and MAN 2 Parepare still differ.
    own = sorted((word for word in words if word not in KIND_WORDS), key=str.isdecimal)
    if not own or own[0].isdecimal():
        own = words
    letters = "".join(own).lstrip("0123456789").upper() or "U"
    first, rest = letters[0], letters[1:]
    consonants = "".join(letter for letter in rest if letter not in VOWELS)
    for size in (2, 3):
        for pool in (consonants, rest):
            for chosen in combinations(pool, size):
                yield first + "".join(chosen)
    for number in count(2):
        yield f"{letters[:3]}{number}"


def derive(short_name: str, taken: Collection[str]) -> str:
    """Return the most telling prefix of `short_name` that is not in `taken`."""
    return next(prefix for prefix in candidates(short_name) if prefix not in taken)
