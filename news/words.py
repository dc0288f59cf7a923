"""Words as this house writes them: addresses of titles, names of tags."""

import hashlib
import re
import unicodedata

from django.utils.text import slugify

SLUG_MAX = 80
PAGES = {"hapus-nama"}  # of a story, beside its own: no story may have such an address
TAGS_MAX = 8  # an article
APOSTROPHES = re.compile("['\u2018\u2019\u02bc\u02bb`\u00b4]")
TAG_MAX = 40


# Invisible and direction-changing characters; the joiner that emoji are made with may stay.
UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200c\u200e\u200f"
                    "\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\U000e0000-\U000e007f]")  # fmt: skip
# What emoji are made with: in a tag it would make twins that look the same.
JOINER = re.compile("[\u200d\ufe00-\ufe0f\U000e0100-\U000e01ef]")


def one_line(text: str) -> str:
    """Return a line as it is kept: NFC, single spaces, nothing invisible."""
    seen = UNSEEN.sub("", re.sub(r"\s", " ", unicodedata.normalize("NFC", text)))
    return re.sub(r" +", " ", seen).strip()


def slug_of(title: str) -> str:
    """Return the address of a title: at most 80 characters, cut at a word, "berita" when nothing is left.

    Apostrophes are folded into the word: Jum'at becomes jumat, Ma'arif becomes maarif.
    """
    # No title is longer than this; what is would cost without showing.
    slug = slugify(APOSTROPHES.sub("", title[: 10 * SLUG_MAX]))
    if len(slug) > SLUG_MAX:
        slug = slug[: SLUG_MAX + 1].rsplit("-", 1)[0][:SLUG_MAX]
    return f"berita-{slug}" if slug in PAGES else slug or "berita"


def tag_of(text: str) -> str:
    """Return a tag as it is kept: NFKC, lower case, single spaces, at most 40 characters."""
    # Cut before it is unfolded: one character can become eighteen.
    text = JOINER.sub("", unicodedata.normalize("NFKC", text[: 10 * TAG_MAX]))
    return one_line(text).lstrip("# ").casefold()[:TAG_MAX].strip()


def tag_slug_of(name: str) -> str:
    """Return the address of a tag: ASCII, never empty, and another one for each name.

    A name that its slug does not tell (other scripts, signs, apostrophes) gets a few digits of its own.
    """
    slug = slugify(APOSTROPHES.sub("", name))[:TAG_MAX].strip("-")
    if slug and slug.replace("-", " ") == name:
        return slug
    return f"{slug}-{hashlib.sha256(name.encode()).hexdigest()[:8]}".lstrip("-")
