"""Words as this house writes them: addresses of titles, names of tags."""

import re
import unicodedata

from django.utils.text import slugify

SLUG_MAX = 80
APOSTROPHES = re.compile("['\u2018\u2019\u02bc\u02bb`\u00b4]")
TAG_MAX = 40


def slug_of(title: str) -> str:
    """Return the address of a title: at most 80 characters, cut at a word, "berita" when nothing is left.

    Apostrophes are folded into the word: Jum'at becomes jumat, Ma'arif becomes maarif.
    """
    slug = slugify(APOSTROPHES.sub("", title))
    if len(slug) > SLUG_MAX:
        slug = slug[: SLUG_MAX + 1].rsplit("-", 1)[0][:SLUG_MAX]
    return slug or "berita"


def tag_of(text: str) -> str:
    """Return a tag as it is kept: NFKC, lower case, single spaces, at most 40 characters."""
    folded = unicodedata.normalize("NFKC", text).strip().lstrip("#").casefold()
    return re.sub(r"\s+", " ", folded)[:TAG_MAX].strip()
